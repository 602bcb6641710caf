"""Whether support is sought as a relative of somebody with a trouble: an account of evidence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience, Theme
from bot.core.slots.parents import names_children, speak_of_a_child, wants_parents
from bot.core.slots.persons import Cast, Person
from bot.core.slots.troubles import OWN_GRIEF, Story

_ADDICTIONS = frozenset((Theme.ADDICTION, Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING))
_UNBORNE = OWN_GRIEF | {Theme.BURNOUT, Theme.LONELINESS}  # what comes of it, too
_THEIR_PARENTS = frozenset("ouders olders ouwers parents".split())
_THEIRS = frozenset("zijn zn haar dr hun hullie his her their".split())
_FOR = frozenset("voor veur vur foar fur vuur voro vor vr for".split())
_BEARING = frozenset(
    "man vrouw vriend vriendin partner vent ex vader moeder ouders pa ma husband wife boyfriend "
    "girlfriend father mother dad mum mom".split()
)
_COMES = frozenset("kan wil zoekt zou moet".split())
_ASKING = frozenset("waar wie where who woar wer wo".split())
_ME = frozenset("ik k we wij mij mezelf mijzelf ons i me us myself".split())
_THEM = frozenset("hem haar em m her him erheen brengen".split())
_OF = frozenset("van of v fan".split())
_AS = frozenset("als as".split())
_MYSELF = frozenset("ik k i".split())
_SOON = 12  # words from whom it is for to what they bear
_NOTHING = frozenset("niets niks nix nergens niemand nooit geen niet niets nothing no not".split())
_STILL = frozenset("wel maar graag".split())
_ENOUGH = frozenset("genoeg al alles zat enough".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What a message tells of somebody's trouble and of who seeks support."""

    theirs: tuple[Hit, ...]  # the troubles of somebody dear
    burdened: bool  # somebody dear is told to be in a bad way, without a name for it
    mine: bool  # the writer has the trouble
    seeks: bool  # the writer wants something for themselves
    alike: bool  # people are sought to whom the same happens
    comes: bool  # the other is to come
    spared: bool  # it is not for the other: "niet voor hem", "hij wil nergens heen"
    second: bool  # it is for a relative of theirs: "voor mijn zus, haar man drinkt"
    borne: bool  # it is for another who bears it: "voor mijn vrouw, die wordt gek van mij"
    close: bool  # a partner or a parent is addicted: who tells of that, bears it

    def weighs(self) -> bool:
        """Whether the writer seeks support as a relative."""
        if self.borne:
            return True
        if not self.theirs and not self.burdened:
            return self.spared and self.seeks
        if self.alike or self.second:
            return True
        if self.mine or self.comes:
            return False
        return self.seeks or self.spared or self.close


def is_relative(story: Story, kept: Sequence[Hit], themes: Sequence[Hit]) -> bool:
    """Whether the writer seeks support as a relative of somebody with trouble."""
    if _is_kin_of_sufferer(story.cast, themes) or _is_theirs(story):
        return True
    trouble = [hit for hit in themes if hit.value not in _UNBORNE]
    parents = [hit for hit in kept if hit.value == Audience.PARENTS]
    if trouble and any(names_children(story.cast, hit) for hit in parents):
        return True
    if parents and trouble:
        return wants_parents(story, parents, trouble, bool(story.troubled(themes)))
    account = account_of(story, themes)
    if parents and not themes and (account.spared or speak_of_a_child(story.cast, parents)):
        return True
    return account.weighs()


def seeks_as_parent(story: Story, themes: Sequence[Hit]) -> bool:
    """Whether the one with the trouble is the writer's own child, or those who bear it parents."""
    cast = story.cast
    if any(cast.word(at) in _THEIR_PARENTS for at in story.kin) and _is_borne(
        story, list(_coming(story))
    ):
        return True
    bearers = {story.bearer(hit) for hit in story.troubled(themes)}
    children = bearers & cast.at[Person.CHILD]
    return any(cast.word(at - 1) not in _THEIRS for at in children)


def account_of(story: Story, themes: Sequence[Hit]) -> Account:
    """Weighs a message."""
    cast = story.cast
    theirs = story.troubled(themes)
    coming = list(_coming(story))
    return Account(
        theirs=theirs,
        burdened=any(_is_of_kin(story, at) for at in cast.at[Person.BURDEN]),
        mine=story.my_own(themes),
        seeks=Person.FOR_ME in cast.said or _asks_for_me(story),
        alike=Person.LIKE_ME in cast.said,
        comes=any(comes for _, comes in coming),
        spared=any(cast.word(at) in _FOR and not comes for at, comes in coming),
        second=any(comes for _, comes in coming) and _is_of_theirs(story, theirs),
        borne=_is_borne(story, coming),
        close=_is_close(story, theirs),
    )


def _is_kin_of_sufferer(cast: Cast, themes: Sequence[Hit]) -> bool:
    """Whether kin are named after who has it: "vrouwen van drinkers", "moeder van een autist"."""
    kin = cast.at[Person.PEOPLE] | cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    having = cast.at[Person.SUFFERER] | {hit.first for hit in themes if _says_who(cast, hit)}
    for at in kin:
        if cast.word(at + 1) in _OF and not having.isdisjoint((at + 2, at + 3, at + 4)):
            return True
    return False


def _says_who(cast: Cast, hit: Hit) -> bool:
    """Whether a theme says what people are: "drinkende mannen", "verslaafde jongens"."""
    return hit.last + 1 in cast.at[Person.PEOPLE] | cast.at[Person.CHILD]


def _is_theirs(story: Story) -> bool:
    """Whether the writer is called by whose they are: "als zijn vrouw"."""
    return any(
        story.cast.word(at - 1) in _THEIRS and story.cast.word(at - 2) in _AS for at in story.kin
    )


def _is_borne(story: Story, coming: Iterable[tuple[int, bool]]) -> bool:
    """Whether the one whom it is for is told to bear it."""
    cast = story.cast
    for_them = [at for at, comes in coming if comes and cast.word(at) in _FOR]
    return any(
        at < on <= at + _SOON and cast.word(on - 1) not in _MYSELF
        for at in for_them
        for on in cast.at[Person.BEARING]
    )


def _is_of_kin(story: Story, at: int) -> bool:
    """Whether it is told of somebody dear in the same sentence, or of "hij" in the next ones."""
    if story.turns[at] is not Person.OTHER or story.cast.word(at - 1) in _NOTHING:
        return False
    of = story.kin + tuple(story.cast.at[Person.OTHER])
    return any(on <= at and story.cast.same_sentence(on, at) for on in of)


def _asks_for_me(story: Story) -> bool:
    """Whether it is asked where the writer can go: "waar mag ik", "wie helpt mij"."""
    cast = story.cast
    for at, token in enumerate(cast.tokens):
        if token.word not in _ASKING:
            continue
        me = next((on for on in range(at + 1, at + 4) if cast.word(on) in _ME), None)
        if me is None or me + 1 in story.kin:
            continue
        ahead = range(me + 1, me + 5)
        if not any(cast.word(on) in _THEM or on in story.kin for on in ahead):
            return True
    return False


def _coming(story: Story) -> Iterator[tuple[int, bool]]:
    """Where it is said that the other comes, and whether that is so."""
    cast = story.cast
    said = cast.at[Person.FOR_OTHER]
    for first in sorted(at for at in said if at - 1 not in said):
        last = next(at for at in range(first, len(cast.tokens) + 1) if at not in said) - 1
        yield first, not _is_refused(cast, first, last)
    for at in story.kin:
        if (first := _comes(story, at)) is not None:
            yield first, not _is_refused(cast, first, at)


def _comes(story: Story, at: int) -> int | None:
    """Where it begins to say that a relative comes: "voor mijn broer", "mijn broer zoekt"."""
    cast = story.cast
    if at in cast.at[Person.PEOPLE] and at - 1 not in cast.at[Person.OWN]:
        return None
    for before in range(max(0, at - 3), at):
        if cast.word(before) in _FOR:
            return before
    return at if cast.word(at + 1) in _COMES or cast.word(at - 2) == "kan" else None


def _is_refused(cast: Cast, first: int, last: int) -> bool:
    """Whether it is said not to be so: "niets voor hem", "hij wil met niemand praten"."""
    if cast.word(first - 1) in _NOTHING:
        return True
    for at in range(last + 1, last + 6):
        if cast.begins_anew(at) or cast.word(at) in _STILL:
            return False
        if cast.word(at) in _NOTHING or (cast.word(first) in _FOR and cast.word(at) in _ENOUGH):
            return True
    return False


def _is_of_theirs(story: Story, theirs: Iterable[Hit]) -> bool:
    """Whether someone comes for a relative of theirs: "voor mijn zus, haar man drinkt"."""
    cast = story.cast
    second = [at for at in story.kin if at and cast.word(at - 1) in _THEIRS]
    first = [at for at in story.kin if at and cast.word(at - 1) not in _THEIRS]
    borne = any(
        max((at for at in story.kin if at <= hit.last + 1), default=-1) in second for hit in theirs
    )
    return bool(first) and borne


def _is_close(story: Story, theirs: Iterable[Hit]) -> bool:
    kin = any(story.cast.tokens[at].word in _BEARING for at in story.kin)
    return kin and any(hit.value in _ADDICTIONS for hit in theirs)
