"""For whom something is sought: oneself, a group, or somebody dear."""

from collections.abc import Sequence

from bot.core.calendar.dutch_calendar import cardinal
from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience, Theme
from bot.core.slots.groups import is_sought, parents_of_young
from bot.core.slots.persons import Cast, Person
from bot.core.slots.troubles import BIRTH, OWN_GRIEF, my_own, troubled

_ADDICTIONS = frozenset((Theme.ADDICTION, Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING))
_THEIRS = frozenset("zijn zn haar dr hun hullie his her their".split())
_FOR = frozenset("voor veur vur foar fur vuur voro vor vr for".split())
_BEARING = frozenset(
    "man vrouw vriend vriendin partner vent ex vader moeder ouders pa ma husband wife boyfriend "
    "girlfriend father mother dad mum mom".split()
)
_WHO = frozenset("die who".split())
_GROUPS = frozenset((Audience.WOMEN, Audience.MEN, Audience.OLDER, Audience.LGBTQ))
_SOUGHT = frozenset("voor veur vur foar vuur for andere other met".split())
_LIKE_ME = frozenset("zoals als like".split())
_FROM = frozenset("uit from oet uut ut".split())
_I_AM = frozenset("ben bin am im".split())
_TOO = frozenset("ook zelf eigen too".split())
_AT_HOME = frozenset("iemand thuis zo zon someone home".split())
_BOYS_AND_GIRLS = frozenset("jongens meisjes meiden boys girls".split())
_LANGUAGES = frozenset(
    "pools turks arabisch tigrinya russisch oekraiens farsi dari spaans roemeens bulgaars "
    "portugees somalisch engels frans polish turkish arabic russian ukrainian spanish".split()
)
_NAMES_KIN = frozenset("van of".split())
_UNBORNE = OWN_GRIEF | {Theme.BURNOUT, Theme.LONELINESS}  # what parents have themselves
_PENSIONED = ("pensioen", "gepension")
_GROWN_UP = 30  # years from which "people of my age" are not young
_OLDEST = 110
_LONGEST_AGE = 16  # letters of "achtenzeventig" and the like
_OLDER = 60  # years from which they are older people


def audiences_of(cast: Cast, named: Sequence[Hit], themes: Sequence[Hit]) -> tuple[Audience, ...]:
    """Whom the activity should be for, in the order in which it is said."""
    kept = [hit for hit in named if is_sought(cast, hit)]
    kept = [hit for hit in kept if not _is_part_of_another(cast, hit, kept)]
    found = list(dict.fromkeys(Audience(hit.value) for hit in kept))
    if cast.senior and Audience.OLDER not in found:
        found.append(Audience.OLDER)
    if Audience.YOUNG in found and (
        Audience.OLDER in found or _is_aged(cast, _GROWN_UP) or _is_pensioned(cast)
    ):
        peers = not _plainly_young(kept)
        found = [one for one in found if one is not Audience.YOUNG or not peers]
        if peers and _is_aged(cast, _OLDER) and Audience.OLDER not in found:
            found.append(Audience.OLDER)  # "ik ben 68 en zoek leeftijdgenoten"
    if Audience.LOVED_ONES not in found and _is_loved_one(cast, kept, themes):
        found.insert(0, Audience.LOVED_ONES)
    if Audience.LOVED_ONES in found and _is_only_of_kin(cast, kept):
        found.remove(Audience.PARENTS)
    return tuple(found)


def _is_only_of_kin(cast: Cast, kept: Sequence[Hit]) -> bool:
    """Whether parents are named as the relatives they are: "als moeder van een gokker"."""
    parents = [hit for hit in kept if hit.value == Audience.PARENTS]
    return bool(parents) and all(
        (
            cast.word(hit.first) == "als"
            or _tells_of_me(cast, hit)
            or cast.word(hit.first - 1) == "als"
        )
        and _NAMES_KIN.intersection((cast.word(hit.last), cast.word(hit.last + 1)))
        for hit in parents
    )


def _is_part_of_another(cast: Cast, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it only says more of people who are named for something else."""
    return (
        _is_young_parent(hit, kept)
        or parents_of_young(cast, hit, kept)
        or _is_kin(hit, kept)
        or _is_fallen_for(cast, hit, kept)
        or _is_by_the_way(cast, hit, kept)
    )


def _is_kin(hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it only says who the relative is: "de vrouw daarvan", "mannen van drinkers"."""
    kin = [_inside(one) for one in kept if one.value == Audience.LOVED_ONES]
    gender = hit.value in (Audience.WOMEN, Audience.MEN)
    return gender and any(hit.first in one and len(one) > hit.last - hit.first + 1 for one in kin)


def _is_fallen_for(cast: Cast, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it says whom somebody falls for: "ik val op jongens"."""
    loved = [_inside(one) for one in kept if one.value == Audience.LGBTQ]
    young = cast.word(hit.first) in _BOYS_AND_GIRLS
    return young and cast.word(hit.first - 1) == "op" and any(hit.first in one for one in loved)


def _is_young_parent(hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it says that parents are young, who are no young people: "jonge moeders"."""
    parents = [_inside(one) for one in kept if one.value == Audience.PARENTS]
    teenage = hit.phrase.startswith("tiener")  # a "tienermoeder" is both
    return hit.value == Audience.YOUNG and not teenage and any(hit.last in one for one in parents)


def _is_by_the_way(cast: Cast, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether it tells who the writer is, where the group is one of others.

    "Ben papa van twee, is er een praatgroep voor mannen", "wij komen uit Oekraïne, is er iets
    voor ouderen".
    """
    parent = hit.value == Audience.PARENTS and _tells_of_me(cast, hit)
    origin = hit.value == Audience.MIGRANTS and cast.word(hit.last - 1) in _FROM
    if origin and _asks_for_a_language(cast):
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


def _asks_for_a_language(cast: Cast) -> bool:
    """Whether its question is which language is spoken: "ik kom uit Polen, spreken ze Pools?"."""
    spoken = [token for token in cast.tokens if token.word in _LANGUAGES]
    return any(cast.text[t.end :].lstrip()[:1] == "?" for t in spoken)


def _tells_of_me(cast: Cast, hit: Hit) -> bool:
    """Whether parents are named as what the writer is: "ik ben moeder", "ben papa van twee"."""
    return bool(_I_AM & {cast.word(hit.first), cast.word(hit.first - 1), cast.word(hit.first + 1)})


def _inside(hit: Hit) -> range:
    return range(hit.first, hit.last + 1)


def _is_aged(cast: Cast, least: int) -> bool:
    """Whether an age of so many years or more is told."""
    ages = (_age(token.word) for token in cast.tokens)
    return any(least <= age <= _OLDEST for age in ages)


def _is_pensioned(cast: Cast) -> bool:
    return any(token.word.startswith(_PENSIONED) for token in cast.tokens)


def _age(word: str) -> int:
    """The years that a word may say: "68", "zesenzeventig"; 0 where it says none."""
    if len(word) > _LONGEST_AGE or not (word.isdigit() or word.endswith("tig")):
        return 0
    return cardinal(word) or 0


def _plainly_young(kept: Sequence[Hit]) -> bool:
    """Whether it says young, and not only people of one's own age."""
    return any(hit.value == Audience.YOUNG and "leeftijd" not in hit.phrase for hit in kept)


def _is_loved_one(cast: Cast, kept: Sequence[Hit], themes: Sequence[Hit]) -> bool:
    """Whether the writer seeks support as a relative of somebody with trouble."""
    trouble = [hit for hit in themes if hit.value not in _UNBORNE]
    parents = [hit for hit in kept if hit.value == Audience.PARENTS]
    theirs = troubled(cast, themes)
    if trouble and any(_names_children(cast, hit) for hit in parents):
        return True
    if parents and trouble:
        if theirs and not BIRTH & {token.word for token in cast.tokens}:
            return True
        if any(one.first == hit.first for one in parents for hit in trouble):
            return False  # "wijnmoeders"
        named_so = any(
            one.last + 1 == hit.first and cast.word(one.first) != "als"
            for one in parents
            for hit in trouble
        )
        own = my_own(cast, trouble) and not named_so  # "de ouderavond autisme"
        return not own and not _have_it(cast, parents, trouble)
    if not theirs:
        return False
    if Person.LIKE_ME in cast.said or _of_theirs(cast, theirs):
        return True
    if my_own(cast, themes) or _for_another(cast):
        return False
    return Person.FOR_ME in cast.said or _is_burden(cast, theirs)


def _names_children(cast: Cast, hit: Hit) -> bool:
    """Whether the children are named after their parents: "parents of teens"."""
    of = next((at for at in (hit.last, hit.last + 1) if cast.word(at) in _NAMES_KIN), None)
    return of is not None and of + 1 in cast.at[Person.PEOPLE] | cast.at[Person.CHILD]


def _have_it(cast: Cast, parents: Sequence[Hit], trouble: Sequence[Hit]) -> bool:
    """Whether parents themselves have the trouble: "ouders met een depressie"."""
    if cast.at[Person.CHILD]:
        return False
    if any(_says_too(cast, hit.last) for hit in parents):
        return True
    if any(
        hit.last + 1 in _inside(one) and cast.word(hit.first - 1) not in _NAMES_KIN
        for one in parents
        for hit in trouble
        if hit.first < one.first or hit.last < one.last
    ):
        return True  # "overbelaste moeders"
    words = [token.word for token in cast.tokens]
    after = {word for hit in parents for word in words[hit.first + 1 : hit.last + 2]}
    does = any(words[hit.first - 1] in _WHO for hit in trouble if hit.first)  # "dads who gamble"
    return bool(after & {"met", "with"}) or (does and not after.isdisjoint(_WHO))


def _says_too(cast: Cast, last: int) -> bool:
    """Whether it goes on with "… die het ook hebben", "… die zelf een depressie hebben"."""
    for at in range(last, last + 5):
        if cast.word(at) in _WHO:
            words = {cast.word(ahead) for ahead in range(at + 1, at + 4)}
            return not words.isdisjoint(_TOO) and words.isdisjoint(_AT_HOME)
    return False


def _of_theirs(cast: Cast, theirs: Sequence[Hit]) -> bool:
    """Whether someone comes for a relative of theirs: "voor mijn zus, haar man drinkt"."""
    second = [at for at in cast.relatives if at and cast.word(at - 1) in _THEIRS]
    first = [at for at in cast.relatives if at and cast.word(at - 1) not in _THEIRS]
    borne = any(
        max((at for at in cast.relatives if at <= hit.last + 1), default=-1) in second
        for hit in theirs
    )
    return bool(first) and borne and _for_another(cast)


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
        _FOR & set(words[max(0, position - 3) : position])
        or {"kan", "wil", "zoekt", "zou", "moet"} & set(words[position + 1 : position + 2])
        or words[max(0, position - 3) : position - 1][-1:] == ["kan"]
        for position in cast.relatives
        if Person.PEOPLE not in _lists(cast, position)
    )


def _lists(cast: Cast, position: int) -> set[Person]:
    return {person for person, positions in cast.at.items() if position in positions}
