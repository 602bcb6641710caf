"""Women and men: which of the two is sought, and when neither is."""

from collections.abc import Iterator, Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.groups import ALONE, EITHER, is_refused
from bot.core.slots.persons import Cast, Person

SEXES = (Audience.WOMEN, Audience.MEN)
_AND = frozenset("en of and or und oder".split())
_ONE_MAN = frozenset("man kerel vent gast gozer keerl kearl guy".split())
_ONE_WOMAN = frozenset("vrouw wijf dame meid woman".split())
_THERE = frozenset("erbij bij derbij derbie drbij around present there".split())
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
    return after.first - before.last == 2 and cast.word(before.last + 1) in _AND


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
        if hit.value in SEXES and not hit.phrase.startswith(_OTHER_ONES):
            if is_refused(cast, hit) and not _is_only(cast, hit):
                yield Audience(hit.value)
    for at, token in enumerate(cast.tokens):
        sex = _sex_of_one(token.word)
        if sex and cast.word(at + 1) in _THERE and _is_kept_out(cast, at):
            yield sex


def _is_only(cast: Cast, hit: Hit) -> bool:
    """Whether only that none but they come is refused: "niet alleen mannen"."""
    return any(cast.word(at) in ALONE for at in range(hit.first - _FAR, hit.last + 2))


def _sex_of_one(word: str) -> Audience | None:
    if word in _ONE_MAN:
        return Audience.MEN
    return Audience.WOMEN if word in _ONE_WOMAN else None


def _is_kept_out(cast: Cast, at: int) -> bool:
    """Whether "geen" or "zonder" goes before, and it is nobody's own: "geen kerel erbij"."""
    if at - 1 in cast.at[Person.OWN]:
        return False
    before = range(max(0, at - _FAR), at)
    return any(on in cast.at[Person.NOT] for on in before)
