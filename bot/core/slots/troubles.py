"""Whose trouble it is: one's own, somebody else's, or a loss."""

from collections.abc import Iterable, Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.model import Theme
from bot.core.slots.persons import Cast, Person

# What somebody goes through oneself, whoever it began with.
OWN_GRIEF = frozenset((Theme.GRIEF, Theme.SUICIDE_BEREAVEMENT))
_NO_BURDEN = OWN_GRIEF | {Theme.LONELINESS}  # company is sought for a lonely one, not support
BIRTH = frozenset("postnatale postpartum bevalling zwangerschap postnatal bevallen".split())
_JOINING = frozenset("met dat die with who".split())
_HAVING = frozenset("met mit mei dat die in with who".split())
_FOLK = frozenset(
    "mensen mense meensen minsken luu lui lotgenoten people anderen others volk".split()
)
_GONE_WITHIN = 5  # words between a relative and the word that says they died


def troubled(cast: Cast, themes: Iterable[Hit]) -> tuple[Hit, ...]:
    """The themes that are somebody else's trouble: "mijn broer gokt", and not "ik gok"."""
    turns = _turns(cast)
    return tuple(
        hit
        for hit in themes
        if hit.value not in _NO_BURDEN
        and not is_of_people(cast, hit)
        and _said_of(cast, turns, hit) is Person.OTHER
    )


def my_own(cast: Cast, themes: Iterable[Hit]) -> bool:
    """Whether any of these themes is said of oneself."""
    if not BIRTH.isdisjoint(token.word for token in cast.tokens):
        return True
    turns = _turns(cast)
    return any(_said_of(cast, turns, hit) is Person.I for hit in themes)


def _said_of(cast: Cast, turns: Sequence[Person | None], hit: Hit) -> Person | None:
    """Of whom a theme is said; of the child in "een kind met een eetstoornis"."""
    if hit.last + 1 in cast.at[Person.RELATIVE] | cast.at[Person.CHILD]:
        return Person.OTHER  # "een verslaafde zoon"
    for position in range(max(0, hit.first - 4), hit.first):
        joined = cast.tokens[position].word in _JOINING
        children = cast.at[Person.CHILD]
        if joined and not children.isdisjoint((position - 1, position - 2, position - 3)):
            return Person.OTHER
    return turns[min(hit.last, len(turns) - 1)]


def is_of_people(cast: Cast, hit: Hit) -> bool:
    """Whether people at large have it: "een avond voor mensen die gokken"."""
    return any(
        cast.word(at) in _HAVING and cast.word(at - 1) in _FOLK
        for at in range(hit.first - 3, hit.first + 1)
    )


def _turns(cast: Cast) -> list[Person | None]:
    """Of whom each word is said: of me, of another, or of nobody yet."""
    turns: list[Person | None] = []
    now: Person | None = None
    relatives = set(cast.relatives)
    met = False
    for position in range(len(cast.tokens)):
        if position in relatives and cast.word(position - 2) != "bijna":  # nearly lost
            now, met = Person.OTHER, True
        elif position in cast.at[Person.OTHER] and met:
            now = Person.OTHER
        elif position in cast.at[Person.I]:
            now = Person.I
        turns.append(now)
    return turns


def bereaved(cast: Cast) -> bool:
    """Whether someone dear is said to be dead: "mijn man is er niet meer"."""
    gone, own = cast.at[Person.GONE], cast.at[Person.OWN]
    dear = cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    for position in dear:
        for ahead in range(position + 1, position + 1 + _GONE_WITHIN):
            if ahead in own or ahead in cast.at[Person.I]:
                break
            if ahead in gone:
                return True
        if position - 2 in own and position - 3 in gone:
            return True
    return False
