"""People who are named as the relatives of somebody with a trouble: "vrouwen van drinkers"."""

from collections.abc import Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.slots.kin import LIVING
from bot.core.slots.persons import Cast, Person
from bot.core.slots.troubles import THEIRS, Story

_OF = frozenset("van of v fan".split())
_AS = frozenset("als as".split())
_ONE = frozenset("een n zon zo'n a an".split())
_HAVING = frozenset("met mit mei van with of".split())
_WITH = frozenset("met mit mei die with who".split())
_PLURAL = ("en", "s")
_SOON = 12  # words from the relatives to the trouble


def names_relatives(story: Story, themes: Sequence[Hit]) -> bool:
    """Whether those whom it is for are called relatives by whose they are."""
    cast = story.cast
    return (
        _is_kin_of_sufferer(cast, themes)
        or _is_theirs(story)
        or any(_names_such_kin(cast, hit) for hit in themes)
        or _is_kin_of_kin(cast, themes)
        or any(_is_shared_life(cast, at) for at in cast.at[Person.SUFFERER])
    )


def _is_kin_of_sufferer(cast: Cast, themes: Sequence[Hit]) -> bool:
    """Whether kin are named after who has it: "vrouwen van drinkers", "moeder van een autist"."""
    kin = cast.at[Person.PEOPLE] | cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    having = cast.at[Person.SUFFERER] | {hit.first for hit in themes if _says_who(cast, hit)}
    for at in kin:
        if cast.word(at + 1) not in _OF:
            continue
        if not having.isdisjoint((at + 2, at + 3, at + 4)) or _is_of_folk(cast, at, themes):
            return True
    return False


def _is_of_folk(cast: Cast, at: int, themes: Sequence[Hit]) -> bool:
    """Whether it goes on with people who have it: "vrouwen van hulpverleners met ptss"."""
    many = at in cast.at[Person.PEOPLE] and cast.word(at + 2).endswith(_PLURAL)
    return (
        many
        and cast.word(at + 3) in _WITH
        and any(at + 3 < hit.first <= at + _SOON for hit in themes)
    )


def _names_such_kin(cast: Cast, hit: Hit) -> bool:
    """Whether people are told by whom they have: "met een verslaafde vader", "zo'n zieke man"."""
    if hit.last + 1 not in cast.at[Person.RELATIVE] | cast.at[Person.CHILD]:
        return False
    return cast.word(hit.first - 1) in _ONE and cast.word(hit.first - 2) in _HAVING


def _says_who(cast: Cast, hit: Hit) -> bool:
    """Whether a theme says what people are: "drinkende mannen", "verslaafde jongens"."""
    return hit.last + 1 in cast.at[Person.PEOPLE] | cast.at[Person.CHILD]


def _is_kin_of_kin(cast: Cast, themes: Sequence[Hit]) -> bool:
    """Whether kin are named after one who has it: "papa van een zoon met psychoses"."""
    dear = cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    return any(
        cast.word(at + 1) in _OF
        and cast.word(at + 2) in _ONE
        and at + 3 in dear
        and cast.word(at + 4) in _WITH
        and any(at + 4 < hit.first <= at + _SOON for hit in themes)
        for at in dear
    )


def _is_shared_life(cast: Cast, at: int) -> bool:
    """Whether one's life is shared with who has it: "tien jaar samen met een gokker"."""
    of = next((on for on in (at - 1, at - 2) if cast.word(on) in _WITH), None)
    return of is not None and not LIVING.isdisjoint(cast.word(on) for on in range(of - 3, of))


def _is_theirs(story: Story) -> bool:
    """Whether the writer is called by whose they are: "als zijn vrouw"."""
    return any(
        story.cast.word(at - 1) in THEIRS and story.cast.word(at - 2) in _AS for at in story.kin
    )
