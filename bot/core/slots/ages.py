"""How old people are to be: the young, older people, and those of one's own age."""

from collections.abc import Sequence

from bot.core.calendar.dutch_calendar import cardinal
from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.persons import Cast, Person

# Said of grown-ups too: "meiden van in de veertig".
_ALSO_GROWN = (
    "leeftijd",
    "meid",
    "meis",
    "my age",
    "generatie",
    "jaren",
    "bouwjaar",
    "gast",
    "boys",
    "jongens",
)
_GIRLS = ("meid", "meis", "girl")
_YOUNG = ("jonge ", "jongere ", "jongeren", "jongvol", "jong ", "young", "tiener", "puber")
_OF_ANY_AGE = frozenset((Audience.WOMEN, Audience.MEN, Audience.LGBTQ, Audience.MIGRANTS))
_SAID = {
    Audience.YOUNG: frozenset("jonge jong young".split()),
    Audience.OLDER: frozenset("oudere oude ouwe bejaarde gepensioneerde older elderly".split()),
}
_PENSIONED = ("pensioen", "gepension")
_DECADES = ("dertiger", "dertigers", "veertiger", "veertigers")  # later ones are older people
_GROWN_UP = 30  # years from which "people of my age" are not young
_OLDER = 60  # years from which they are older people
_OLDEST = 110
_NOW = 2026  # of this year or nearly: it only tells old from young
_OLD_AS = ("jarigen", "jarige", "ers", "er", "ste", "e")  # "78e", "zestienjarige"
_GROWING = 12  # years from which an age is told of someone who may come alone
_FOLK = frozenset("mensen mense meensen lui luu luuj lu volk people folks anderen".split())
_OF = frozenset("van vanaf fan from of boven rond onder in".split())
_ABOUT = frozenset(
    "rond de om en nabij boven in begin eind midden een jaar of t d the van".split()
)
_AM = frozenset("ben kben bin am im word".split())
_ONE = frozenset("een n a ne".split())
_OWN_AGE = ("leeftijd", "generatie", "jaren", "my age")
_BORN = frozenset("van bouwjaar geboortejaar geboren jaargang born oet fan".split())
_LONGEST_AGE = 16  # letters of "achtenzeventig" and the like
_YEARS = frozenset("jaar jaren jr jaor joar year years".split())
# What a number counts where it is no age: "15 jaar clean", "20 weken zwanger".
_SINCE = frozenset(
    """
    clean droog nuchter sober dry vrij getrouwd gescheiden samen weduwe weduwnaar alleen verslaafd
    werkloos ziek depressief bezig onderweg verder weg terug geleden lang werkzaam vrijwilliger
    married divorced together addicted ago
    """.split()
)
_COUNTED = frozenset(
    """
    week weken maand maanden dag dagen uur uren u minuut minuten min kwartier km kilometer meter
    kilo kg pond euro keer procent x weeks months days hours minutes miles kilos pounds euros times
    """.split()
)
_HOURS = frozenset("tot t uur u tm".split())  # "van 1930 tot 2100"


def aged(cast: Cast, kept: Sequence[Hit], found: Sequence[Audience]) -> list[Audience]:
    """The audiences, where those of one's own age are as old as the writer says to be.

    "Ik ben 68 en zoek leeftijdgenoten" is for older people; "ik ben 44 …" for nobody's age.
    """
    every = list(found)
    if cast.senior and not {Audience.OLDER, Audience.YOUNG} & set(every):
        every.append(Audience.OLDER)
    every += [age for age in _of_people(cast) if age not in every]
    if Audience.OLDER in every and Audience.YOUNG not in every and _is_young(cast):
        every[every.index(Audience.OLDER)] = Audience.YOUNG  # "ik ben 20 en alles is 60+"
        return every
    own = any(hit.value == Audience.YOUNG and _is_own(hit) for hit in kept)
    if Audience.YOUNG not in every or (_plainly_young(kept) and not (own and _is_old(cast))):
        return every
    age = max(_ages(cast), default=0)
    if Audience.OLDER in every and 0 < age < _GROWN_UP:
        every.remove(Audience.OLDER)  # "van mijn leeftijd, ik ben 22, of alleen oma's"
        return every
    if not age and Audience.WOMEN in every and _are_girls(kept):
        every.remove(Audience.YOUNG)
        return every
    pensioned = _is_pensioned(cast)
    if Audience.OLDER in every or age >= _GROWN_UP or pensioned:
        every.remove(Audience.YOUNG)
        if (age >= _OLDER or pensioned) and Audience.OLDER not in every:
            every.append(Audience.OLDER)
    return every


def unwanted_age_leaves(cast: Cast, refused: Sequence[Hit]) -> Audience | None:
    """Whom it is for where the old are refused by the young, or the young by the old."""
    ages = [age for age in _ages(cast) if age >= _GROWING]
    values = {hit.value for hit in refused}
    if Audience.OLDER in values and ages and max(ages) < _GROWN_UP:
        return Audience.YOUNG
    if Audience.YOUNG in values and ages and max(ages) >= _OLDER:
        return Audience.OLDER
    return None


def said_before(cast: Cast, kept: Sequence[Hit]) -> list[Audience]:
    """The ages said right before a group: "jonge transpersonen", "oudere lesbiennes"."""
    before = {cast.word(hit.first - 1) for hit in kept if hit.value in _OF_ANY_AGE}
    return [age for age, words in _SAID.items() if before & words]


def _ages(cast: Cast) -> list[int]:
    """The ages that are told, in years."""
    ages = [_told(cast, at) for at in range(len(cast.tokens))]
    ages += [_NOW - int(t.word) for at, t in enumerate(cast.tokens) if _is_birth(cast, at)]
    return [age for age in ages if age <= _OLDEST]


def _of_people(cast: Cast) -> list[Audience]:
    """The ages that people are named by: "mensen van rond de 20", "vrouwen van boven de 70"."""
    found = []
    for at, token in enumerate(cast.tokens):
        if at not in cast.at[Person.PEOPLE] and token.word not in _FOLK:
            continue
        if cast.word(at + 1) not in _OF or cast.word(at - 1) in _ONE:
            continue  # "een meisje van 15"
        ahead = range(at + 2, at + 6)
        last = next((on for on in ahead if cast.word(on) not in _ABOUT), at)
        age = _told(cast, last) if last > at else 0
        if _GROWING <= age < _GROWN_UP:
            found.append(Audience.YOUNG)
        elif _OLDER <= age <= _OLDEST:
            found.append(Audience.OLDER)
    return found


def _is_young(cast: Cast) -> bool:
    """Whether the writer says to be young, and nobody else's age is told: "ik ben 20"."""
    ages = [
        _told(cast, at)
        for at, token in enumerate(cast.tokens)
        if not (cast.word(at + 1).startswith("plus") or cast.text[token.end :][:1] == "+")
    ]
    ages = [age for age in ages if _GROWING <= age <= _OLDEST]
    told = any(
        cast.word(at - 1) in _AM and _GROWING <= _told(cast, at) < _GROWN_UP
        for at in range(len(cast.tokens))
    )
    return told and len(ages) == 1


def _is_old(cast: Cast) -> bool:
    """Whether the writer says to be sixty or more: "ik ben 74"."""
    return any(
        cast.word(at - 1) in _AM and _OLDER <= _told(cast, at) <= _OLDEST
        for at in range(len(cast.tokens))
    )


def _is_birth(cast: Cast, at: int) -> bool:
    """Whether a year says when the writer was born: "ik ben van 1951", "bouwjaar 1998"."""
    word = cast.word(at)
    if not (word.isdecimal() and _NOW - _OLDEST < int(word) < _NOW - 10):
        return False
    if cast.word(at + 1) in _HOURS:
        return False
    return not _BORN.isdisjoint((cast.word(at - 1), cast.word(at - 2)))  # "geboren in 1951"


def _is_pensioned(cast: Cast) -> bool:
    return any(token.word.startswith(_PENSIONED) for token in cast.tokens)


def _told(cast: Cast, at: int) -> int:
    """The years that a word says somebody is; 0 where it says none or counts something else."""
    unit, state = cast.word(at + 1), cast.word(at + 2)
    counts = unit in _COUNTED or (unit in _YEARS and state in _SINCE)
    return 0 if counts else _age(cast.word(at))


def _age(word: str) -> int:
    """The years that a word may say: "68", "zesenzeventig", "veertigers"; 0 where it says none."""
    if word in _DECADES:
        word = word.removesuffix("s").removesuffix("er")
    for ending in _OLD_AS:
        word = word.removesuffix(ending)
    if len(word) > _LONGEST_AGE or not (word.isdecimal() or word.endswith(("tig", "tien"))):
        return 0
    return cardinal(word) or 0


def _is_own(hit: Hit) -> bool:
    """Whether people of one's own age are meant, whatever it is."""
    return any(word in hit.phrase for word in _OWN_AGE)


def _are_girls(kept: Sequence[Hit]) -> bool:
    """Whether only "meiden" speak for young people, which women of any age call one another."""
    young = [hit.phrase for hit in kept if hit.value == Audience.YOUNG]
    return all(any(word in phrase for word in _GIRLS) for phrase in young)


def _plainly_young(kept: Sequence[Hit]) -> bool:
    """Whether it says young, and not only girls, lads, or people of one's own age."""
    return any(
        hit.value == Audience.YOUNG
        and (hit.phrase.startswith(_YOUNG) or not any(word in hit.phrase for word in _ALSO_GROWN))
        for hit in kept
    )
