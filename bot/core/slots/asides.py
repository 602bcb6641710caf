"""What is said of people only by the way, or to say more of others who are named."""

from collections.abc import Sequence

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.origins import asks_for_a_language, is_anothers_origin, is_own_origin
from bot.core.slots.persons import FOR, Cast, Person

_GROUPS = frozenset((Audience.WOMEN, Audience.MEN, Audience.OLDER, Audience.LGBTQ))
_CHILDREN = frozenset((Audience.YOUNG, Audience.WOMEN, Audience.MEN))
_SOUGHT_TOO = frozenset("andere ander other".split())
_AND_OF = frozenset("en van and of".split())
_SPOUSES = {str(Audience.WOMEN): Audience.MEN, str(Audience.MEN): Audience.WOMEN}
_SOUGHT = frozenset("voor veur vur foar vuur for andere other met".split())
_LIKE_ME = frozenset("zoals als like".split())
_I_AM = frozenset("ben bin am im".split())
_THE = frozenset("de den the".split())
_OF = frozenset("van of v fan whose wiens wier".split())
_AGED = frozenset("oudere oude ouwe bejaarde older old elderly".split())
_ONE_PERSON = frozenset(
    "mevrouw meneer dame heer man vrouw buurvrouw buurman collega vriend vriendin client "
    "kennis lady gentleman woman neighbour".split()
)
_FALLING = frozenset("op van".split())
_JUST = frozenset("net pas kersverse just".split())
_KIN_TOO = frozenset((Audience.WOMEN, Audience.MEN, Audience.OLDER))  # "oma's van verslaafden"
_SUCH = frozenset("zulke zukke zokke zok zo'n zon zo zokse such".split())
_BOYS_AND_GIRLS = frozenset("jongens meisjes meiden boys girls".split())


def is_aside(cast: Cast, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether a group only says more of people who are named for something else."""
    return (
        _is_young_parent(hit, kept)
        or _are_children(cast, hit, kept)
        or _is_kin(cast, hit, kept)
        or _is_spouse(cast, hit)
        or is_anothers_origin(cast, hit)
        or _is_one_person(cast, hit)
        or _is_within(hit, kept)
        or _is_descent(cast, hit)
        or _is_fallen_for(cast, hit, kept)
        or _is_by_the_way(cast, hit, kept)
    )


def _is_young_parent(hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it says that parents are young, who are no young people: "jonge moeders"."""
    parents = [_inside(one) for one in kept if one.value == Audience.PARENTS]
    teenage = hit.phrase.startswith("tiener")  # a "tienermoeder" is both
    return hit.value == Audience.YOUNG and not teenage and any(hit.last in one for one in parents)


def _are_children(cast: Cast, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether they are the children of those it is for: "moeders van verslaafde jongens"."""
    if hit.value not in _CHILDREN or cast.word(hit.first).isdigit():
        return False
    of = next((at for at in (hit.first - 1, hit.first - 2) if cast.word(at) in _OF), None)
    return of is not None and any(
        one.value in (Audience.PARENTS, Audience.LOVED_ONES, _SPOUSES.get(hit.value))
        and one.first < of <= one.last + 1
        for one in kept
    )


def _is_descent(cast: Cast, hit: Hit) -> bool:
    """Whether it says whose one is, and no more: "kind van gescheiden ouders", "als vrouw van de
    dominee"."""
    if hit.value == Audience.PARENTS:
        of = next((at for at in (hit.first - 1, hit.first - 2) if cast.word(at) in _OF), -1)
        return of > 0 and of - 1 in cast.at[Person.CHILD]
    if hit.value != Audience.LOVED_ONES or cast.word(hit.first) != "als":
        return False
    after = (hit.last + 2, hit.last + 3)
    known = not cast.at[Person.SUFFERER].isdisjoint(after)
    return cast.word(hit.last) in _OF and cast.word(hit.last + 1) in _THE and not known


def _is_within(hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it is part of a longer name: "KOPP-ouders", or a slip of "alleenstaande ouderen"."""
    if hit.value == Audience.PARENTS:
        return any(one.value == Audience.OLDER and one.last == hit.last for one in kept)
    return hit.value == Audience.LOVED_ONES and any(
        one.value == Audience.PARENTS and hit.first in _inside(one) and hit.last < one.last
        for one in kept
    )


def _is_kin(cast: Cast, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it only says who the relative is: "de vrouw daarvan"."""
    if hit.value not in (Audience.WOMEN, Audience.MEN) or hit.first in cast.at[Person.PEOPLE]:
        return False
    kin = [_inside(one) for one in kept if one.value == Audience.LOVED_ONES]
    return any(hit.first in one and len(one) > hit.last - hit.first + 1 for one in kin)


def _is_one_person(cast: Cast, hit: Hit) -> bool:
    """Whether one older person is told of: "ik hoorde van een oudere mevrouw"."""
    if hit.value != Audience.OLDER or cast.word(hit.first) not in _AGED:
        return False
    known = {cast.word(hit.last), cast.word(hit.last + 1)} & _ONE_PERSON
    near = {cast.word(at) for at in range(hit.first - 4, hit.first)}
    return bool(known) and near.isdisjoint(FOR | _I_AM | _LIKE_ME)


def _is_spouse(cast: Cast, hit: Hit) -> bool:
    """Whether it says whose wives or husbands they are: "vrouwen van zulke kerels"."""
    if hit.value not in _KIN_TOO or cast.word(hit.last + 1) not in _OF:
        return False
    such = cast.word(hit.last + 2) in _SUCH
    return such or not cast.at[Person.SUFFERER].isdisjoint((hit.last + 2, hit.last + 3))


def _is_fallen_for(cast: Cast, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it says whom somebody falls for: "ik val op mannen"."""
    loved = [_inside(one) for one in kept if one.value == Audience.LGBTQ]
    young = cast.word(hit.first) in _BOYS_AND_GIRLS
    sex = hit.value in (Audience.WOMEN, Audience.MEN)
    return (
        (young or sex)
        and cast.word(hit.first - 1) in _FALLING
        and any(hit.first in one for one in loved)
    )


def _is_by_the_way(cast: Cast, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it tells who the writer is, where the group is one of others.

    "Ben papa van twee, is er een praatgroep voor mannen", "wij komen uit Oekraïne, is er iets
    voor ouderen".
    """
    parent = hit.value == Audience.PARENTS and _tells_of_me(cast, hit)
    if parent and _is_only_told(cast, hit, kept):
        return True
    origin = is_own_origin(cast, hit)
    if origin and asks_for_a_language(cast):
        return True
    if not (parent or origin) or not _LIKE_ME.isdisjoint(t.word for t in cast.tokens):
        return False
    group = _GROUPS if parent else _GROUPS | {Audience.PARENTS, Audience.YOUNG}
    same = any(one.value == hit.value and one.first > hit.last for one in kept)
    return not same and any(
        one.value in group
        and one.first > hit.last
        and (cast.word(one.first - 1) in _SOUGHT or cast.word(one.first) in _SOUGHT)
        for one in kept
    )


def _is_only_told(cast: Cast, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether being a parent is told among other things: "ik ben moeder van drie en heb adhd"."""
    if cast.word(hit.first) in _JUST or cast.word(hit.first - 1) in _JUST:
        return False  # "ik ben net mama en huil"
    again = any(one.value == Audience.PARENTS and one.first > hit.last for one in kept)
    goes_on = not _AND_OF.isdisjoint((cast.word(hit.last), cast.word(hit.last + 1)))
    alike = any(token.word in _LIKE_ME or token.word in _SOUGHT_TOO for token in cast.tokens)
    return goes_on and not again and not alike and not cast.at[Person.CHILD]


def _tells_of_me(cast: Cast, hit: Hit) -> bool:
    """Whether parents are named as what the writer is: "ik ben moeder", "ben papa van twee"."""
    near = [cast.word(hit.first + 1)]
    near += [cast.word(at) for at in range(hit.first - 3, hit.first + 1)]  # "ben een trotse vader"
    return not _I_AM.isdisjoint(near)


def _inside(hit: Hit) -> range:
    return range(hit.first, hit.last + 1)
