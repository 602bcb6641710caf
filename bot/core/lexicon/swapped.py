"""The commonest words with two letters that changed places: "zodner", "neit", "vna"."""

_COMMON = """
    niet met van voor naar over ook nog wel dan maar zonder alleen iemand iets kan kun mag moet heb
    hebben zijn wat waar welke wanneer hier daar ergens graag liever mijn een het dat dit die deze
    als want omdat meer andere anders jullie eigenlijk misschien gewoon toch weer komen gaan nodig
    willen kunnen zoek mensen kost kosten groep gratis open dicht hoeveel welkom adres tijd laat
    begint duurt vrij gaat doen weet wordt plek hond taal brief nuchter leeftijd bellen wandelen
    praten eten samen thuis vader moeder dochter vrouw vrouwen mannen vragen vraag inloop vandaag
    bedankt
"""
# Words of their own, in Dutch (found in a list of 390,000) or English.
_OTHER_WORDS = frozenset(
    "ngo dna mara ites dara regens ene dei mere nadere andree naders andres were hire heir mote "
    "nite oko gana kots kotsen aders deon pelk parten dares done mna tala gata lata wete nara "
    "wara zoke".split()
)
_SHORT = 5  # letters of a word whose first letter stays


def swapped_words() -> dict[str, str]:
    """The word that each such slip stands for; none of the slips is a word itself."""
    common = _COMMON.split()
    taken = _OTHER_WORDS.union(common)
    found: dict[str, str] = {}
    for word in common:
        for at in range(len(word) < _SHORT, len(word) - 1):
            slip = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if slip not in taken:
                found[slip] = word
    return found
