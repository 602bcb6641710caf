"""Women and men: which of the two is sought, and when neither is."""

from collections.abc import Iterator, Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.groups import ALONE, EITHER, is_kept_out, is_refused
from bot.core.slots.persons import Cast, Person

SEXES = (Audience.WOMEN, Audience.MEN)
_AND = frozenset("en of and or und oder".split())
_TOO = frozenset("ook alleen juist wel andere".split())
_ONE_MAN = frozenset("man kerel vent gast gozer keerl kearl guy".split())
_MANY = frozenset("gasten gozers kerels venten".split())
_ONE_WOMAN = frozenset("vrouw wijf dame meid woman".split())
_OTHER_ONES = ("andere ", "other ")
_FAR = 4  # words from the refusal to the one refused


def without_both(hits: Sequence[Hit], cast: Cast) -> list[Hit]:
    """The groups without women and men where both are named in one breath: "mannen of vrouwen"."""
    both = {
        hit
        for hit in hits
        for other in hits
        if {hit.value, other.value} == set(SEXES) and _are_joined(cast, hit, other)
    }
    return [hit for hit in hits if hit not in both]


def _are_joined(cast: Cast, hit: Hit, other: Hit) -> bool:
    before, after = sorted((hit, other), key=lambda one: one.first)
    between = [cast.word(at) for at in range(before.last + 1, after.first)]
    return between[:1] != [] and between[0] in _AND and _TOO.issuperset(between[1:])


def unwanted_leaves(cast: Cast, named: Sequence[Hit]) -> Audience | None:
    """Whom it is for where the other sex is refused: "zonder mannen" is for women."""
    if any(token.word in EITHER for token in cast.tokens):
        return None
    refused = set(_refused(cast, named))
    if len(refused) != 1:
        return None
    return Audience.WOMEN if refused == {Audience.MEN} else Audience.MEN


def _refused(cast: Cast, named: Sequence[Hit]) -> Iterator[Audience]:
    for hit in named:
        wanted = hit.value not in SEXES or hit.phrase.startswith(_OTHER_ONES)
        if not wanted and is_refused(cast, hit) and not _is_only(cast, hit):
            yield Audience(hit.value)
    for at, token in enumerate(cast.tokens):
        sex = _sex_of_one(token.word)
        if sex and (is_kept_out(cast, at, at) or _is_denied(cast, at)):
            yield sex


def _is_denied(cast: Cast, at: int) -> bool:
    """Whether a word for many is refused outright: "geen gasten"."""
    return cast.word(at) in _MANY and at - 1 in cast.at[Person.NOT]


def _is_only(cast: Cast, hit: Hit) -> bool:
    """Whether only that none but they come is refused: "niet alleen mannen"."""
    return any(cast.word(at) in ALONE for at in range(hit.first - _FAR, hit.last + 2))


def _sex_of_one(word: str) -> Audience | None:
    if word in _ONE_MAN or word in _MANY:
        return Audience.MEN
    return Audience.WOMEN if word in _ONE_WOMAN else None
