"""Women and men: which of the two is sought, and when neither is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.groups import ALONE, EITHER
from bot.core.slots.persons import Cast, Person
from bot.core.slots.refusals import is_kept_out, is_refused

SEXES = (Audience.WOMEN, Audience.MEN)
_BUT_THEN = (("maar", "dan"), ("but", "for"))
_AND = frozenset("en of and or und oder".split())
_TOO = frozenset("ook alleen juist wel andere".split())
_ONE_MAN = frozenset("man kerel vent gast gozer keerl kearl guy".split())
_MANY = frozenset("gasten gozers kerels venten".split())
_ONE_WOMAN = frozenset("vrouw wijf dame meid woman".split())
_COMES = frozenset(
    "komt zit tegenkom tegenkomt aanwezig rondloopt rondlopen mag binnenkomt meedoet".split()
)
_SOUGHT = frozenset("voor veur vur vuur foar for met mit mei with andere other onder".split())
_OTHER_ONES = ("andere ", "other ")
_FAR = 4  # words from the refusal to the one refused


def without_both(hits: Sequence[Hit], cast: Cast) -> list[Hit]:
    """The groups without women and men where both are named in one breath: "mannen of vrouwen"."""
    both = {
        hit
        for hit in hits
        for other in hits
        if {hit.value, other.value} == set(SEXES)
        and (_are_joined(cast, hit, other) or _is_but_a_model(cast, hit, other))
    }
    return [hit for hit in hits if hit not in both]


def _is_but_a_model(cast: Cast, hit: Hit, other: Hit) -> bool:
    """Whether it is wanted for others: "zoals voor vrouwen, maar dan voor mannen"."""
    words = [cast.word(at) for at in range(hit.last + 1, other.first + 1)]
    return any(pair in _BUT_THEN for pair in pairwise(words))


def one_sex(cast: Cast, kept: Sequence[Hit]) -> list[Hit]:
    """The groups without that sex that is only told of where the other one is sought.

    "Ik werk tussen vrouwen, is er iets met andere mannen?" is for men; else what is said last.
    """
    sexes = [hit for hit in kept if hit.value in SEXES]
    if len({hit.value for hit in sexes}) < len(SEXES):
        return list(kept)
    sought = [hit for hit in sexes if cast.word(hit.first - 1) in _SOUGHT] or sexes
    last = max(sought, key=lambda hit: hit.first)
    return [hit for hit in kept if hit.value not in SEXES or hit.value == last.value]


def _are_joined(cast: Cast, hit: Hit, other: Hit) -> bool:
    before, after = sorted((hit, other), key=lambda one: one.first)
    between = [cast.word(at) for at in range(before.last + 1, after.first)]
    if not between:
        return after.first == before.last + 1  # "mannen, vrouwen, maakt niet uit"
    return between[0] in _AND and _TOO.issuperset(between[1:])


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
        if sex and (is_kept_out(cast, at, at) or _is_denied(cast, at) or _stays_away(cast, at)):
            yield sex


def _stays_away(cast: Cast, at: int) -> bool:
    """Whether not one is to come: "waar geen man komt"."""
    return at - 1 in cast.at[Person.NOT] and cast.word(at + 1) in _COMES


def _is_denied(cast: Cast, at: int) -> bool:
    """Whether a word for many is refused outright: "geen gasten"."""
    return cast.word(at) in _MANY and at - 1 in cast.at[Person.NOT]


def _is_only(cast: Cast, hit: Hit) -> bool:
    """Whether only that none but they come is refused: "niet alleen mannen"."""
    near = range(hit.first - _FAR, hit.last + 2)
    refusal = min((at for at in near if at in cast.at[Person.NOT]), default=near.start)
    return any(cast.word(at) in ALONE for at in near if at > refusal)


def _sex_of_one(word: str) -> Audience | None:
    if word in _ONE_MAN or word in _MANY:
        return Audience.MEN
    return Audience.WOMEN if word in _ONE_WOMAN else None
