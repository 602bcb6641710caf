"""Where people come from: a group of them, or only where the writer comes from."""

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.persons import FOR, Cast, Person

_FROM = frozenset("uit from oet uut ut".split())
_FOLK = frozenset(
    "mensen mense mensn meensen lui volk vrouw man moeder vader mum mom dad people folk community "
    "gemeenschap kring".split()
)
_I_AM = frozenset("ben bin als am zoals like".split())
_COMES = frozenset("komt kwam komen kwamen is zijn comes die dei i".split())
_ONE = frozenset("een n ne unne a an".split())
_ANYBODY = frozenset("man vrouw moeder vader mama papa vent".split())  # "ik Syrische vrouw"
_IN = frozenset("in spreken praten spreek praat speak spoken".split())
_LANGUAGES = frozenset(
    "pools turks arabisch tigrinya russisch oekraiens farsi dari spaans roemeens bulgaars "
    "portugees somalisch engels frans polish turkish arabic russian ukrainian spanish".split()
)


def names_migrants(cast: Cast) -> bool:
    """Whether people are named by where they come from: "Turkse heren", "Syrische oma's"."""
    return any(
        (at + 1 in cast.at[Person.PEOPLE] or cast.word(at + 1) in _FOLK)
        and at - 1 not in cast.at[Person.NOT]
        and at - 1 not in cast.at[Person.OWN]
        for at in cast.at[Person.ORIGIN]
    )


def is_own_origin(cast: Cast, hit: Hit) -> bool:
    """Whether migrants are meant only by where the writer comes from: "ik kom uit Polen"."""
    return hit.value == Audience.MIGRANTS and cast.word(hit.last - 1) in _FROM


def is_anothers_origin(cast: Cast, hit: Hit) -> bool:
    """Whether it says where one other person is from: "Poolse collega", "zus uit Colombia"."""
    if hit.value != Audience.MIGRANTS:
        return False
    one = (cast.at[Person.RELATIVE] | cast.at[Person.CHILD]) - cast.at[Person.PEOPLE]
    near = {cast.word(at) for at in range(hit.first - 4, hit.first)}
    if not near.isdisjoint(_I_AM | FOR):
        return False
    whom = {hit.last, hit.last + 1} & one
    if hit.first in cast.at[Person.ORIGIN] and whom:
        anybody = any(cast.word(at) in _ANYBODY for at in whom)
        return not anybody or _is_of_another(cast, hit.first)
    at = hit.first - 1
    while cast.word(at) in _COMES and not cast.begins_anew(at):
        at -= 1
    return cast.word(hit.first) in _FROM | _COMES and at in one and _is_of_another(cast, at)


def _is_of_another(cast: Cast, at: int) -> bool:
    """Whether one person known to the writer is meant: "mijn moeder", "een vriendin"."""
    return at - 1 in cast.at[Person.OWN] or cast.word(at - 1) in _ONE


def asks_for_a_language(cast: Cast) -> bool:
    """Whether its question is which language is spoken: "ik kom uit Polen, spreken ze Pools?"."""
    spoken = [token for token in cast.tokens if token.word in _LANGUAGES]
    for at, token in enumerate(cast.tokens):
        if token.word in _LANGUAGES and {cast.word(at - 1), cast.word(at - 2)} & _IN:
            return True  # "is er een AA in het Engels"
    return any(cast.text[t.end :].lstrip()[:1] == "?" for t in spoken)
