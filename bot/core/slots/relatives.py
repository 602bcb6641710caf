"""Whether support is sought as a relative of somebody with a trouble: an account of evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience, Theme
from bot.core.slots.comers import NOTHING, coming
from bot.core.slots.kin import SOMEONE
from bot.core.slots.kinship import names_relatives, speaks_as_kin
from bot.core.slots.parents import (
    names_children,
    speak_of_a_child,
    speaks_as_parent,
    wants_parents,
)
from bot.core.slots.persons import FOR, Person
from bot.core.slots.troubles import OWN_GRIEF, THEIRS, Story

_ADDICTIONS = frozenset((Theme.ADDICTION, Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING))
_UNBORNE = OWN_GRIEF | {Theme.BURNOUT, Theme.LONELINESS}  # what comes of it, too
_THEIR_PARENTS = frozenset("ouders olders ouwers parents".split())
_BEARING = frozenset(
    "man vrouw vriend vriendin partner vent ex vader moeder ouders pa ma husband wife boyfriend "
    "girlfriend father mother dad mum mom".split()
)
_ASKING = frozenset("waar wie where who woar wer wo".split())
_ABOUT = frozenset("over about".split())
_TALKS = tuple("praat prat proat praot klets bel spar vertel verhaal kwijt talk spui gaat".split())
_AND = frozenset("en maar want dus omdat nu and but so because now".split())
_WE = frozenset("wij we ich k".split())
_OF = frozenset("van of v fan".split())
_MAY = frozenset("kan kunnen kin mag mogen can may zou zouden".split())
_ME = frozenset("ik k we wij mij mezelf mijzelf ons i me us myself".split())
_THEM = frozenset("hem haar em m her him erheen brengen".split())
_MYSELF = frozenset("ik k i".split())
_SOON = 12  # words from whom it is for to what they bear


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
    named: bool  # the writer speaks as a relative: "mag ik als zus", "zelf heb ik niks"
    close: bool  # a partner or a parent is addicted: who tells of that, bears it

    def weighs(self) -> bool:
        """Whether the writer seeks support as a relative."""
        if self.borne or (self.named and not self.comes):
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
    if names_relatives(story, themes):
        return True
    trouble = [hit for hit in themes if hit.value not in _UNBORNE]
    parents = [hit for hit in kept if hit.value == Audience.PARENTS]
    if (trouble or story.cast.at[Person.SUFFERER]) and any(
        names_children(story.cast, hit) for hit in parents
    ):
        return True
    if parents and trouble:
        return wants_parents(story, parents, trouble, bool(story.troubled(themes)))
    account = account_of(story, themes)
    if parents and not themes and _bears_own_child(story, account):
        return True
    if parents and not themes and (account.spared or speak_of_a_child(story.cast, parents)):
        return True
    return account.weighs()


def seeks_as_parent(story: Story) -> bool:
    """Whether those who bear the trouble are parents: "als moeder van een", "voor zijn ouders"."""
    cast = story.cast
    if speaks_as_parent(cast):
        return True
    named = any(cast.word(at) in _THEIR_PARENTS for at in story.kin)
    return named and _is_borne(story, list(coming(story)))


def _bears_own_child(story: Story, account: Account) -> bool:
    """Whether a parent tells of a child of theirs in a bad way, or seeks parents like them."""
    own = any(
        at in story.cast.at[Person.CHILD] and at - 1 in story.cast.at[Person.OWN]
        for at in story.kin
    )
    bears = account.burdened or account.alike
    return own and bears and not account.mine and not account.comes


def account_of(story: Story, themes: Sequence[Hit]) -> Account:
    """Weighs a message."""
    cast = story.cast
    theirs = story.troubled(themes)
    comers = list(coming(story))
    talks = any(_is_talked_of(story, at) for at in story.kin)
    burdened = talks or any(_is_of_kin(story, at) for at in cast.at[Person.BURDEN])
    return Account(
        theirs=theirs,
        burdened=burdened,
        mine=story.my_own(_unborne(themes) if theirs or burdened else themes),
        seeks=talks or Person.FOR_ME in cast.said or _asks_for_me(story) or _tells_of_me(story),
        alike=Person.LIKE_ME in cast.said,
        comes=any(comes for _, comes in comers),
        spared=any(cast.word(at) in FOR and not comes for at, comes in comers),
        second=any(comes for _, comes in comers) and _is_of_theirs(story, theirs),
        borne=_is_borne(story, comers),
        named=speaks_as_kin(cast) or bool(story.kin and Person.HAS_IT_NOT in cast.said),
        close=_is_close(story, theirs),
    )


def _unborne(themes: Sequence[Hit]) -> list[Hit]:
    """The troubles without being alone, which may come of another's: "niemand snapt mij"."""
    return [hit for hit in themes if hit.value != Theme.LONELINESS]


def _is_borne(story: Story, comers: Iterable[tuple[int, bool]]) -> bool:
    """Whether the one whom it is for is told to bear it."""
    cast = story.cast
    for_them = [at for at, comes in comers if comes and cast.word(at) in FOR]
    return any(
        at < on <= at + _SOON and cast.word(on - 1) not in _MYSELF
        for at in for_them
        for on in cast.at[Person.BEARING]
    )


def _is_of_kin(story: Story, at: int) -> bool:
    """Whether it is told of somebody dear in the same sentence, or of "hij" in the next ones."""
    near = {at + 2, at + 3}
    if story.cast.word(at + 1) in _OF and not near.isdisjoint(story.kin):
        return True  # "sinds de opname van mijn zoon"
    if story.turns[at] is not Person.OTHER or story.cast.word(at - 1) in NOTHING:
        return False
    of = story.kin + tuple(story.cast.at[Person.OTHER])
    return any(on <= at and story.cast.same_sentence(on, at) for on in of)


def _is_talked_of(story: Story, at: int) -> bool:
    """Whether the writer would talk of one who lives: "kan ik bellen over mijn man"."""
    cast = story.cast
    about = next((on for on in (at - 2, at - 3) if cast.word(on) in _ABOUT), None)
    if about is None or not cast.at[Person.OWN] & {at - 1, at - 2} or cast.at[Person.GONE]:
        return False
    return any(cast.word(on).startswith(_TALKS) for on in range(about - 4, about))


def _tells_of_me(story: Story) -> bool:
    """Whether it goes on with what the writer does or feels: "mijn broer gokt en ik betaal"."""
    cast = story.cast
    first = min(story.kin, default=len(cast.tokens))
    for at in range(first + 1, len(cast.tokens)):
        if cast.word(at) not in _MYSELF | _WE:
            continue
        if not (cast.begins_anew(at) or cast.word(at - 1) in _AND):
            continue
        ahead = range(at + 1, at + 6)
        if not any(cast.word(on) in _THEM or on in story.kin for on in ahead):
            return True
    return False


def _asks_for_me(story: Story) -> bool:
    """Whether it is asked where the writer can go: "waar mag ik", "wie helpt mij"."""
    cast = story.cast
    for at, token in enumerate(cast.tokens):
        if token.word not in _ASKING | _MAY:
            continue
        far = 4 if token.word in _ASKING else 2
        me = next((on for on in range(at + 1, at + far) if cast.word(on) in _ME), None)
        if me is None or me + 1 in story.kin:
            continue
        ahead = range(me + 1, me + 5 if token.word in _ASKING else me + 9)
        if not any(cast.word(on) in _THEM or on in story.kin for on in ahead):
            return True
    return False


def _is_of_theirs(story: Story, theirs: Iterable[Hit]) -> bool:
    """Whether someone comes for a relative of theirs: "voor mijn zus, haar man drinkt"."""
    cast = story.cast
    second = [at for at in story.kin if at and cast.word(at - 1) in THEIRS]
    first = [at for at in story.kin if at and cast.word(at - 1) not in THEIRS]
    borne = any(
        max((at for at in story.kin if at <= hit.last + 1), default=-1) in second for hit in theirs
    )
    return bool(first) and borne


def _is_close(story: Story, theirs: Sequence[Hit]) -> bool:
    """Whether it is the trouble of one who is lived with, or a partner's or parent's addiction."""
    words = {story.cast.word(at) for at in story.kin}
    if theirs and words & SOMEONE:
        return True  # "samenwonen met iemand met angst"
    return bool(words & _BEARING) and any(hit.value in _ADDICTIONS for hit in theirs)
