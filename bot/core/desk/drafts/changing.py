"""A coordinator makes a change: from what they type or press to a draft that can be shown."""

import re
from dataclasses import replace
from functools import partial

from bot.core.changes.moments import days_or_hours
from bot.core.changes.questions import Doubt
from bot.core.changes.several import changes_in, for_each_activity
from bot.core.changes.text import ReadChange, read_change
from bot.core.deeds import Deed, Discard, GoOn, Keep, Preview, Send
from bot.core.desk.buttons import Press, Pressed
from bot.core.desk.drafts.answers import chosen, typed
from bot.core.desk.drafts.drafting import draft_from, draft_of, lacking, read_new_time
from bot.core.desk.drafts.matching import meant_by, refs
from bot.core.desk.drafts.questions import MOST_CHOICES, Room, ask
from bot.core.desk.reporting import draft_about
from bot.core.desk.scopes import within_reach
from bot.core.desk.visitor import Visitor
from bot.core.desk.words import (
    CORRECTED_BEFORE,
    NEXT,
    NOTHING_TO_CHANGE,
    ONE_AT_A_TIME,
    OUT_OF_REACH,
    PAST_PRESS,
    SEVERAL,
)
from bot.core.draft import Ask, Draft, Ref
from bot.core.programme.changes import What
from bot.core.programme.programme import changes_to
from bot.core.reply import Bubble
from bot.core.schedules.school_holidays import spans_by_name
from bot.core.talk.outcome import Scene
from bot.core.understanding.understand import Decision, understand

Step = tuple[tuple[Bubble, ...], tuple[Deed, ...]]  # what is said, and what is to be done
_ASKING = re.compile(
    r"(?:wie|wat|waar\w*|wanneer|hoe\w*|welke?|is|zijn|gaa[nt]|ka?u?n|kunnen|mag|moet|klopt|weet)\b"
)
_SHORT = 80  # characters of a change that is only named
_IN_OWN_WORDS = frozenset((Ask.PLACE, Ask.REASON, Ask.NOTE, Ask.WHEN))


def room_of(scene: Scene, visitor: Visitor) -> Room:
    """What there is for a visitor to change."""
    gazetteer = scene.knowledge.gazetteer
    return Room(
        programme=scene.programme,
        allowed=within_reach(visitor.person, scene.programme, gazetteer),
        today=scene.now.date(),
    )


def begin(scene: Scene, visitor: Visitor, *, anew: bool = False) -> Step:
    """The draft that was being made, or the first question of a new one."""
    room = room_of(scene, visitor)
    if not room.allowed:
        return _said(NOTHING_TO_CHANGE), ()
    if visitor.draft is not None and not anew:
        return go_on(visitor.draft, room)
    choices = refs(room.allowed)
    asked = Ask.WHERE if len(choices) > MOST_CHOICES else Ask.NOTHING
    return go_on(Draft(id=visitor.fresh, choices=choices, asked=asked), room)


def read(scene: Scene, visitor: Visitor, text: str, *, in_danger: bool = False) -> Step | None:
    """What a typed message makes of a draft; None where it is no change and answers nothing.

    What somebody in danger says is never put into a message for others.
    """
    draft = visitor.draft
    told = _read_alone(scene, text)
    if draft is not None and draft.asked in _IN_OWN_WORDS:
        return None if in_danger else _answered(draft, text, scene, room_of(scene, visitor))
    free = draft is None or _is_no_answer(told, draft.asked)
    if free and is_change(told, text, scene):
        room = room_of(scene, visitor)
        return _new(told, text, scene, visitor, room) if room.allowed else None
    if draft is not None and draft.asked is not Ask.NOTHING and not in_danger:
        return _answered(draft, text, scene, room_of(scene, visitor))
    return _mended(draft, text, scene, visitor) if draft is not None and "?" not in text else None


def is_change(told: ReadChange, text: str, scene: Scene) -> bool:
    """Whether a message tells of a change, rather than asking or telling something else.

    What is told with a doubt, or is only news, must not be a question we know the answer to;
    where each of several changes stands alone and asks nothing, it is none.
    """
    if told.what is None or told.doubt is Doubt.WHAT:
        return False
    named = told.activity is not None or told.place is not None or told.organisation is not None
    news = told.what is What.NOTE
    if not (told.start is not None or (named and not news)):
        return False
    clear = told.question is None or told.doubt is Doubt.LEFT_OVER
    if clear and (not news or (named and "?" not in text)):
        return True
    asks = "?" in text or told.doubt is Doubt.SURE
    if not asks and _tells_several(text, scene):
        return True
    understood = understand(text, scene.now, scene.knowledge.brain)
    return not (asks and told.question) and understood.decision is not Decision.ANSWER


def _tells_several(text: str, scene: Scene) -> bool:
    if _ASKING.match(text.strip().casefold()):
        return False
    return len(changes_in(text, partial(_read_alone, scene))) > 1


def press(scene: Scene, visitor: Visitor, pressed: Pressed) -> Step | None:
    """What a press on a button of a draft leads to; None where it is not about one."""
    match pressed:
        case Pressed(press=Press.ANEW):
            return begin(scene, visitor, anew=True)
        case Pressed(press=Press.CORRECT, values=(change,)):
            return _correct(scene, visitor, change)
        case Pressed(press=Press.ANSWER | Press.ANSWER_NOTE, values=(code,)):
            note = pressed.press is Press.ANSWER_NOTE
            return _answer_report(scene, visitor, code, note=note)
        case Pressed(press=Press.SEND, values=(identity, turn)) if turn.isdecimal():
            send = Send(draft=identity, turn=int(turn))
            return (), (send, *_next_after(scene, visitor, identity))
        case Pressed(press=Press.DISCARD, values=(identity, _)):
            if visitor.draft is not None and visitor.draft.id != identity:
                return _as_it_stands(scene, visitor, visitor.draft)
            return (), (Discard(draft=identity), *_next_after(scene, visitor, identity))
        case Pressed(
            press=Press.CHOOSE | Press.ADJUST | Press.LATER, values=(identity, turn, *rest)
        ):
            wanted = Ask.MOMENT if pressed.press is Press.LATER else Ask.PART
            return _of_draft(scene, visitor, (identity, turn), rest, wanted)
        case _:
            return None


def go_on(draft: Draft, room: Room) -> Step:
    """Asks what is lacking, or shows how it will look."""
    wanted = lacking(draft, room.programme, room.today)
    if wanted is Ask.NOTHING:
        ready = replace(draft, turn=draft.turn + 1, offered=(), question="")
        return (), (Preview(draft=ready),)
    asked, bubble = ask(draft, wanted, room)
    return (bubble,), (Keep(draft=asked),)


def _of_draft(
    scene: Scene, visitor: Visitor, which: tuple[str, str], rest: list[str], wanted: Ask
) -> Step | None:
    room, draft = room_of(scene, visitor), visitor.draft
    if draft is None:
        return None
    if which != (draft.id, str(draft.turn)):
        return _as_it_stands(scene, visitor, draft)
    if not rest:
        return go_on(replace(draft, asked=wanted), room)
    answered = chosen(draft, int(rest[0]), room) if rest[0].isdecimal() else None
    if answered is None:
        return (), (Discard(draft=draft.id),)
    return go_on(answered, room)


def _as_it_stands(scene: Scene, visitor: Visitor, draft: Draft) -> Step:
    """Says that a button was of an earlier message, and how things stand now."""
    bubbles, deeds = go_on(draft, room_of(scene, visitor))
    return (*_said(PAST_PRESS), *bubbles), deeds


def _new(told: ReadChange, text: str, scene: Scene, visitor: Visitor, room: Room) -> Step:
    pieces = _pieces(told, text, scene, room)
    if len(pieces) > 1:
        bubbles, deeds = _first_of(pieces, scene, visitor, room)
        said = SEVERAL.format(count=len(pieces), first=_short(pieces[0]))
        return (*_said(said), *bubbles), deeds
    if told.doubt is Doubt.SEVERAL:
        return _said(ONE_AT_A_TIME), ()
    choices = _meant(told, text, scene, room)
    everything = replace(room, allowed=room.programme.activities)
    if not choices and _meant(told, text, scene, everything):
        return _said(OUT_OF_REACH), ()
    draft = draft_of(told, choices, text, visitor.fresh)
    return go_on(_same(draft, visitor.draft), room)


def _pieces(told: ReadChange, text: str, scene: Scene, room: Room) -> tuple[str, ...]:
    """The changes of a message, in words that stand alone; those of one change are one."""
    read = partial(_read_alone, scene)
    pieces = changes_in(text, read)
    if len(pieces) > 1:
        return pieces
    each = for_each_activity(text, told, read)
    meant = [_meant(read(one), one, scene, room) for one in each]
    apart = len({one for refs in meant for one in refs}) == sum(map(len, meant))
    return each if len(each) > 1 and all(meant) and apart else (text,)


def _first_of(pieces: tuple[str, ...], scene: Scene, visitor: Visitor, room: Room) -> Step:
    """The draft of the first of several changes, which keeps the words of the others."""
    told = _read_alone(scene, pieces[0])
    choices = _meant(told, pieces[0], scene, room)
    draft = draft_of(told, choices, pieces[0], visitor.fresh)
    return go_on(_same(replace(draft, rest=pieces[1:]), visitor.draft), room)


def _next_after(scene: Scene, visitor: Visitor, identity: str) -> tuple[Deed, ...]:
    """What begins the next change of a message when the one before it is dealt with."""
    draft = visitor.draft
    if draft is None or draft.id != identity or not draft.rest:
        return ()
    bubbles, deeds = _first_of(
        draft.rest, scene, replace(visitor, draft=None), room_of(scene, visitor)
    )
    said = (*_said(NEXT.format(next=_short(draft.rest[0]))), *bubbles)
    return tuple(
        GoOn(after=identity, bubbles=said, deed=deed)
        for deed in deeds
        if isinstance(deed, (Keep, Preview))
    )


def _read_alone(scene: Scene, text: str) -> ReadChange:
    known = scene.knowledge
    school = spans_by_name(known.school, everywhere=True)
    return read_change(text, scene.now, known.lexicon, known.gazetteer, school)


def _meant(told: ReadChange, text: str, scene: Scene, room: Room) -> tuple[Ref, ...]:
    known = scene.knowledge
    return meant_by(told, text, room.allowed, room.programme, known.lexicon, known.gazetteer)


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def _same(new: Draft, before: Draft | None) -> Draft:
    """The draft before where it says the same: a message may come in twice after a restart."""
    if before is None:
        return new
    bare = replace(new, id=before.id, turn=before.turn, asked=before.asked, question="")
    if bare != replace(before, offered=()):
        return new
    return replace(new, id=before.id, turn=before.turn - 1)


def _answered(draft: Draft, text: str, scene: Scene, room: Room) -> Step | None:
    """The draft with a typed answer; a question that answers nothing is left to be answered."""
    answered = typed(draft, text, scene, room)
    if isinstance(answered, Draft):
        return go_on(answered, room)
    return None if "?" in text else go_on(replace(draft, question=answered), room)


def _mended(draft: Draft, text: str, scene: Scene, visitor: Visitor) -> Step | None:
    """A ready draft with other days or another hour, where the message is nothing else."""
    known = scene.knowledge
    school = spans_by_name(known.school, everywhere=True)
    said = days_or_hours(text, scene.now, known.lexicon, known.gazetteer, school)
    day, _, _ = read_new_time(draft.new_time)
    if said == "days" and day is None:  # else it may be the new day or the old one
        asked = replace(draft, asked=Ask.DAYS, remark="")
    elif said == "hours" and draft.what in (What.OTHER_TIME, What.EXTRA):
        asked = replace(draft, asked=Ask.TIME, remark="")
    else:
        return None
    return _answered(asked, text, scene, room_of(scene, visitor))


def _correct(scene: Scene, visitor: Visitor, identity: str) -> Step | None:
    found = next((one for one in changes_to(scene.programme) if one.id == identity), None)
    if found is None:
        return _said(CORRECTED_BEFORE), ()
    return go_on(draft_from(found, visitor.fresh), room_of(scene, visitor))


def _answer_report(scene: Scene, visitor: Visitor, code: str, *, note: bool) -> Step | None:
    """Begins a change, or a note for everyone, about what a resident reported."""
    draft = draft_about(code, visitor.fresh, scene.programme)
    if draft is None:
        return None
    return go_on(replace(draft, what=What.NOTE if note else None), room_of(scene, visitor))


def _is_no_answer(told: ReadChange, asked: Ask) -> bool:
    """Whether a message tells of another change, rather than answering what was asked."""
    named = told.activity is not None or told.place is not None
    match asked:
        case Ask.NOTHING | Ask.SUBJECT | Ask.WHERE | Ask.PART | Ask.AT:
            return told.what is not None
        case Ask.WHAT:
            return named and told.start is not None
        case _:
            return named and told.what is not None


def _said(words: str) -> tuple[Bubble, ...]:
    return (Bubble(pieces=(words,)),)
