"""Performs what is about changes: keeping a draft, showing it, sending it, and taking it back."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from functools import partial

from bot.core.audit import Act as Done
from bot.core.calendar.dutch_zone import instant_of
from bot.core.deeds import Discard, Keep, Preview, Send, Withdraw
from bot.core.desk.drafting import change_of
from bot.core.desk.scopes import about
from bot.core.desk.words import NOT_YOURS
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.concerns import concern_of
from bot.core.following.quiet_hours import sending_at
from bot.core.happenings import (
    Discarded,
    Happening,
    Kept,
    NotAllowed,
    NotSent,
    Previewed,
    Sent,
    Withdrawn,
)
from bot.core.programme.changes import Change, problem_with
from bot.core.reply import Bubble
from bot.core.roles import Action, may
from bot.core.talk.announcement import (
    announcement_text,
    first_moment,
    in_each_language,
    teller_of,
    withdrawn_text,
)
from bot.core.talk.cards import Teller
from bot.desk.act import Act, Served
from bot.store import outbox
from bot.store.changes import announcement_of, find_change, keep_change, withdraw_change
from bot.store.drafts import discard_draft, fetch_draft, keep_draft
from bot.store.follows import count_followers


async def do_keep(act: Act, deed: Keep) -> Happening:
    """Keeps a draft that is not ready yet."""
    if not may(act.person, Action.CHANGE):
        return NotAllowed()
    await keep_draft(act.inside, act.vault, act.person.id, deed.draft, act.instant)
    return Kept()


async def do_preview(act: Act, deed: Preview) -> Happening:
    """Keeps a draft that is ready, and counts whom it will reach."""
    served = act.served
    if served is None or not may(act.person, Action.CHANGE):
        return NotAllowed()
    await keep_draft(act.inside, act.vault, act.person.id, deed.draft, act.instant)
    change = change_of(deed.draft, served.programme, act.instant, act.now.date())
    problem = problem_with(change)
    if not problem and not _is_theirs(act, change, served):
        problem = NOT_YOURS
    if problem:
        return Previewed(draft=deed.draft, change=change, problem=problem)
    keys = await act.interests.meeting(act.inside, concern_of(served.programme, (change,)))
    reached = await count_followers(act.inside, keys)
    return Previewed(draft=deed.draft, change=change, reached=reached)


async def do_discard(act: Act, deed: Discard) -> Happening:
    """Erases a draft."""
    await discard_draft(act.inside, act.person.id, deed.draft)
    return Discarded()


async def do_send(act: Act, deed: Send) -> Happening:
    """Enters a change and announces it, in the one transaction of this act, and once."""
    served = act.served
    if served is None or not may(act.person, Action.CHANGE):
        return NotAllowed()
    draft = await fetch_draft(act.inside, act.vault, act.person.id, act.instant)
    if draft is None or draft.id != deed.draft:
        return NotSent(already=await find_change(act.inside, deed.draft) is not None)
    if draft.turn != deed.turn or draft.subject is None:
        return await do_preview(act, Preview(draft=draft))
    change = change_of(draft, served.programme, act.instant, act.now.date())
    if not _is_theirs(act, change, served):
        return NotSent(problem=NOT_YOURS)
    before = await find_change(act.inside, draft.corrects) if draft.corrects else None
    same = before is not None and (before.scope, before.subject) == (change.scope, change.subject)
    problem = await keep_change(act.inside, change, corrects=draft.corrects if same else "")
    if problem:
        return NotSent(problem=problem)
    if before is not None:
        await withdraw_change(act.inside, before.id, act.instant)
    if same:
        reached = await _correct(act, change, served)
    else:
        if before is not None:
            await _take_back(act, before, served)
        reached = await _announce(act, change, served)
    await discard_draft(act.inside, act.person.id, draft.id)
    await act.note(Done.CORRECTED if draft.corrects else Done.SENT, change.subject, change.id)
    return Sent(change=change, reached=reached, corrected=draft.corrects)


async def do_withdraw(act: Act, deed: Withdraw) -> Happening:
    """Takes a change back, and says so where its announcement had arrived."""
    served = act.served
    if served is None or not may(act.person, Action.CHANGE):
        return NotAllowed()
    change = await find_change(act.inside, deed.change)
    if change is None:
        return Withdrawn(change=deed.change, already=True)
    if not _is_theirs(act, change, served):
        return NotAllowed()
    await withdraw_change(act.inside, change.id, act.instant)
    await _take_back(act, change, served)
    await act.note(Done.WITHDRAWN, change.subject, change.id)
    return Withdrawn(change=change.id)


async def _announce(act: Act, change: Change, served: Served) -> int:
    """Tells everyone whom a change concerns; to how many people it goes."""
    texts = _texts(act, served, partial(announcement_text, change))
    begins = first_moment(change, teller_of(served.knowledge, served.programme, "nl", act.now))
    sending = sending_at(act.now, begins)
    over = change.day or change.last
    expires = datetime.combine(over + timedelta(days=1), time()) if over else None
    announcement = Announcement(
        id=change.id,
        purpose=Purpose.CHANGE,
        bubbles=texts,
        due=instant_of(sending.due),
        expires=instant_of(expires) if expires else None,
        silent=sending.silent,
        changes=(change.id,),
    )
    keys = await act.interests.meeting(act.inside, concern_of(served.programme, (change,)))
    return await outbox.announce(act.inside, announcement, keys, act.person.id, act.instant)


async def _correct(act: Act, change: Change, served: Served) -> int:
    """Puts the text of a change in the place of the one that was sent before."""
    texts = _texts(act, served, partial(announcement_text, change, corrected=True))
    announcement = await announcement_of(act.inside, change.id)
    return await outbox.correct(act.inside, announcement, texts, act.instant)


async def _take_back(act: Act, change: Change, served: Served) -> None:
    """Says where a message had arrived that it was taken back, and sends no more of it."""
    texts = _texts(act, served, partial(withdrawn_text, change))
    announcement = await announcement_of(act.inside, change.id)
    await outbox.withdraw(act.inside, announcement, texts, act.instant)


def _is_theirs(act: Act, change: Change, served: Served) -> bool:
    """Whether what a change is about lies within reach of whoever makes it, as roles are now."""
    known = served.knowledge
    subject = about(change.scope, change.subject, served.programme, known.gazetteer)
    return subject is not None and may(act.person, Action.CHANGE, subject)


def _texts(act: Act, served: Served, write: Callable[[Teller], Bubble]) -> Mapping[str, Bubble]:
    return in_each_language(served.knowledge, served.programme, act.now, write)
