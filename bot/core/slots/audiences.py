"""For whom something is sought: oneself, a group, or somebody dear."""

from collections.abc import Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience, Theme
from bot.core.slots.persons import Cast, Person
from bot.core.slots.troubles import BIRTH, OWN_GRIEF, my_own, troubled

_ADDICTIONS = frozenset((Theme.ADDICTION, Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING))
_THEIRS = frozenset("zijn zn haar dr hun hullie his her their".split())
_BEARING = frozenset(
    "man vrouw vriend vriendin partner vent ex vader moeder ouders pa ma husband wife boyfriend "
    "girlfriend father mother dad mum mom".split()
)
_WHO = frozenset("die who".split())
_GATHERING = ("groep", "club", "inloop", "avond", "middag", "cafe", "group")
_GROWN_UP = 30  # years from which "people of my age" are not young
_OLDER = 60  # years from which they are older people


def audiences_of(cast: Cast, named: Sequence[Hit], themes: Sequence[Hit]) -> tuple[Audience, ...]:
    """Whom the activity should be for, in the order in which it is said."""
    kept = [hit for hit in named if _is_meant(cast, hit)]
    kept = [hit for hit in kept if not (_is_young_parent(hit, kept) or _is_kin(hit, kept))]
    found = list(dict.fromkeys(Audience(hit.value) for hit in kept))
    if cast.senior and Audience.OLDER not in found:
        found.append(Audience.OLDER)
    if Audience.YOUNG in found and (Audience.OLDER in found or _is_aged(cast, _GROWN_UP)):
        peers = not _plainly_young(kept)
        found = [one for one in found if one is not Audience.YOUNG or not peers]
        if peers and _is_aged(cast, _OLDER) and Audience.OLDER not in found:
            found.append(Audience.OLDER)  # "ik ben 68 en zoek leeftijdgenoten"
    if Audience.LOVED_ONES not in found and _is_loved_one(cast, kept, themes):
        found.insert(0, Audience.LOVED_ONES)
    if Audience.PARENTS in found and Audience.LOVED_ONES not in found:
        found += [one for one in _mothers_or_fathers(cast, kept) if one not in found]
    return tuple(found)


def _mothers_or_fathers(cast: Cast, kept: Sequence[Hit]) -> tuple[Audience, ...]:
    """What else a group for mothers or one for fathers is; one for both is for parents."""
    said = [_inside(hit) for hit in kept if hit.value == Audience.PARENTS]
    if said and all(not cast.at[Person.MOTHER].isdisjoint(one) for one in said):
        return (Audience.WOMEN,)
    fathers = said and all(not cast.at[Person.FATHER].isdisjoint(one) for one in said)
    return (Audience.MEN,) if fathers else ()


def _is_kin(hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it only says who the relative is: "de vrouw daarvan", "mannen van drinkers"."""
    kin = [_inside(one) for one in kept if one.value == Audience.LOVED_ONES]
    gender = hit.value in (Audience.WOMEN, Audience.MEN)
    return gender and any(hit.first in one and len(one) > hit.last - hit.first + 1 for one in kin)


def _is_young_parent(hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it says that parents are young, who are no young people: "jonge moeders"."""
    parents = [_inside(one) for one in kept if one.value == Audience.PARENTS]
    return hit.value == Audience.YOUNG and any(hit.last in one for one in parents)


def _inside(hit: Hit) -> range:
    return range(hit.first, hit.last + 1)


def _is_meant(cast: Cast, hit: Hit) -> bool:
    """Whether a group is meant, and not people one knows or does not want."""
    if cast.negated(hit):
        return False
    if hit.first in cast.at[Person.PEOPLE] and hit.first - 1 in cast.at[Person.OWN]:
        return False  # "mijn ouders zijn hier gekomen"
    if hit.first != hit.last or hit.first not in cast.at[Person.PEOPLE]:
        return True
    before = hit.first - 1
    if before >= 0 and cast.tokens[before].word.isdigit():
        return False
    if before not in cast.at[Person.THOSE] or before - 1 in cast.at[Person.INVITING]:
        return True
    after = cast.tokens[hit.last + 1].word if hit.last + 1 < len(cast.tokens) else ""
    return after.startswith(_GATHERING)  # "die jongeren inloop"


def _is_aged(cast: Cast, least: int) -> bool:
    """Whether an age of so many years or more is told."""
    ages = [int(t.word) for t in cast.tokens if t.word.isdigit() and len(t.word) <= 3]
    return any(least <= age <= 110 for age in ages)


def _plainly_young(kept: Sequence[Hit]) -> bool:
    """Whether it says young, and not only people of one's own age."""
    return any(hit.value == Audience.YOUNG and "leeftijd" not in hit.phrase for hit in kept)


def _is_loved_one(cast: Cast, kept: Sequence[Hit], themes: Sequence[Hit]) -> bool:
    """Whether the writer seeks support as a relative of somebody with trouble."""
    trouble = [hit for hit in themes if hit.value not in OWN_GRIEF]
    parents = [hit for hit in kept if hit.value == Audience.PARENTS]
    theirs = troubled(cast, themes)
    if parents and trouble:
        if theirs and not BIRTH & {token.word for token in cast.tokens}:
            return True
        if any(one.first == hit.first for one in parents for hit in trouble):
            return False  # "wijnmoeders"
        named_so = any(one.last + 1 == hit.first for one in parents for hit in trouble)
        own = my_own(cast, trouble) and not named_so  # "de ouderavond autisme"
        return not own and not _have_it(cast, parents, trouble)
    if not theirs:
        return False
    if Person.LIKE_ME in cast.said or _of_theirs(cast):
        return True
    if my_own(cast, themes) or _for_another(cast):
        return False
    return Person.FOR_ME in cast.said or _is_burden(cast, theirs)


def _have_it(cast: Cast, parents: Sequence[Hit], trouble: Sequence[Hit]) -> bool:
    """Whether parents themselves have the trouble: "ouders met een depressie"."""
    if cast.at[Person.CHILD]:
        return False
    words = [token.word for token in cast.tokens]
    after = {word for hit in parents for word in words[hit.first + 1 : hit.last + 2]}
    does = any(words[hit.first - 1] in _WHO for hit in trouble if hit.first)  # "dads who gamble"
    return bool(after & {"met", "with"}) or (does and not after.isdisjoint(_WHO))


def _of_theirs(cast: Cast) -> bool:
    """Whether someone comes for a relative of theirs: "voor mijn zus, haar man drinkt"."""
    words = [token.word for token in cast.tokens]
    second = any(words[at - 1] in _THEIRS for at in cast.relatives if at)
    first = any(words[at - 1] not in _THEIRS for at in cast.relatives if at)
    return second and first and _for_another(cast)


def _is_burden(cast: Cast, theirs: Sequence[Hit]) -> bool:
    """Whether it is the addiction of a partner or a parent: who tells of that, bears it."""
    kin = any(cast.tokens[at].word in _BEARING for at in cast.relatives)
    return kin and any(hit.value in _ADDICTIONS for hit in theirs)


def _for_another(cast: Cast) -> bool:
    """Whether someone else will come: "voor mijn broer", "waar kan hij heen"."""
    if Person.FOR_OTHER in cast.said:
        return True
    words = [token.word for token in cast.tokens]
    return any(
        {"voor", "veur", "vur", "for"} & set(words[max(0, position - 3) : position])
        or {"kan", "wil", "zoekt", "zou", "moet"} & set(words[position + 1 : position + 2])
        or words[max(0, position - 3) : position - 1][-1:] == ["kan"]
        for position in cast.relatives
        if Person.PEOPLE not in _lists(cast, position)
    )


def _lists(cast: Cast, position: int) -> set[Person]:
    return {person for person, positions in cast.at.items() if position in positions}
