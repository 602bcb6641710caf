"""Performs what is about changes: keeping a draft, showing it, sending it, and taking it back."""

from datetime import datetime, timedelta

from bot.core.audit import Act as Done
from bot.core.deeds import Discard, GoOn, Keep, Preview, Send, Withdraw
from bot.core.desk.drafts.drafting import change_of
from bot.core.desk.scopes import about
from bot.core.desk.words import CORRECTED_BEFORE, NO_SECOND, NOT_YOURS, TOO_LATE
from bot.core.draft import Draft
from bot.core.happenings import (
    Discarded,
    Happening,
    Kept,
    NotAllowed,
    NotSent,
    Previewed,
    Sent,
    WentOn,
    Withdrawn,
)
from bot.core.programme.changes import Change, problem_with
from bot.core.roles import Action, may
from bot.desk.act import Act, Served
from bot.desk.sending import announce, audience_of, correct, take_back
from bot.store.changes import (
    announcement_of,
    as_it_stands,
    corrected_by,
    find_change,
    keep_change,
    withdraw_change,
)
from bot.store.drafts import discard_draft, fetch_draft, keep_draft
from bot.store.outbox import drop_held, standing


async def do_keep(act: Act, deed: Keep) -> Happening:
    """Keeps a draft that is not ready yet."""
    if not may(act.person, Action.CHANGE):
        return NotAllowed()
    await keep_draft(act.inside, act.vault, act.person.id, deed.draft, act.instant)
    return Kept()


async def do_preview(act: Act, deed: Preview) -> Happening:
    """Keeps a draft that is ready, and counts whom it will reach."""
    served, draft = act.served, deed.draft
    if served is None or not may(act.person, Action.CHANGE):
        return NotAllowed()
    await keep_draft(act.inside, act.vault, act.person.id, draft, act.instant)
    change = change_of(draft, served.programme, act.instant, act.now.date())
    problem = _problem(act, draft, change, served)
    if problem:
        return Previewed(draft=draft, change=change, problem=problem)
    before = await find_change(act.inside, draft.corrects) if draft.corrects else None
    same = before is not None and await _takes_over(act, change, before)
    audience = await audience_of(act, change, served, draft.corrects if same else "")
    if not audience.is_many:
        return Previewed(draft=draft, change=change, reached=audience.reached)
    seconds = len(audience.colleagues)
    return Previewed(
        draft=draft,
        change=change,
        reached=audience.reached,
        seconds=seconds,
        problem="" if seconds else NO_SECOND.format(count=audience.reached),
    )


async def do_go_on(act: Act, deed: GoOn) -> Happening:
    """Begins the next draft, unless the one before it still stands."""
    standing = await fetch_draft(act.inside, act.vault, act.person.id, act.instant)
    if standing is not None and standing.id == deed.after:
        return Kept()
    match deed.deed:
        case Keep():
            happening = await do_keep(act, deed.deed)
        case Preview():
            happening = await do_preview(act, deed.deed)
    return WentOn(bubbles=deed.bubbles, happening=happening)


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
    problem = _problem(act, draft, change, served)
    if problem:
        return NotSent(problem=problem)
    sent = await _sent(act, draft, change, served)
    if isinstance(sent, Sent):
        await discard_draft(act.inside, act.person.id, draft.id)
        done = Done.CORRECTED if draft.corrects else Done.SENT
        await act.note(done, change.subject, change.id)
    return sent


async def do_withdraw(act: Act, deed: Withdraw) -> Happening:
    """Takes a change back, and says so where its announcement had arrived."""
    served = act.served
    if served is None or not may(act.person, Action.CHANGE):
        return NotAllowed()
    change = await as_it_stands(act.inside, deed.change)
    if change is None:
        return Withdrawn(change=deed.change, already=True)
    if not is_theirs(act, change, served):
        return NotAllowed()
    await withdraw_change(act.inside, change.id, act.instant)
    await take_back(act, change, served)
    await act.note(Done.WITHDRAWN, change.subject, change.id)
    return Withdrawn(change=change.id)


def is_theirs(act: Act, change: Change, served: Served) -> bool:
    """Whether what a change is about lies within reach of whoever makes it, as roles are now."""
    known = served.knowledge
    subject = about(change.scope, change.subject, served.programme, known.gazetteer)
    return subject is not None and may(act.person, Action.CHANGE, subject)


async def _sent(act: Act, draft: Draft, change: Change, served: Served) -> Happening:
    """The change entered, with its message in the place of an earlier one or as a new one."""
    before = await find_change(act.inside, draft.corrects) if draft.corrects else None
    if draft.corrects and before is None:
        return NotSent(problem=CORRECTED_BEFORE)
    same = before is not None and await _takes_over(act, change, before)
    corrects = draft.corrects if same else ""
    audience = await audience_of(act, change, served, corrects)
    if audience.is_many and not audience.colleagues:
        return NotSent(problem=NO_SECOND.format(count=audience.reached))
    if same and await drop_held(act.inside, corrects):
        corrects = await corrected_by(act.inside, corrects)  # nobody has read what waited
    problem = await keep_change(act.inside, change, corrects=corrects)
    if problem:
        return NotSent(problem=problem)
    if before is not None:
        await withdraw_change(act.inside, before.id, act.instant)
    if same:
        reached = await correct(act, change, served, audience)
        seconds = len(audience.colleagues)
        return Sent(change=change, reached=reached, corrected=corrects, seconds=seconds)
    if before is not None:
        await take_back(act, before, served)
    later = datetime.fromisoformat(draft.later) if draft.later else None
    due = await announce(act, change, served, audience, later)
    waits = due > act.now and audience.reached > 0
    return Sent(
        change=change,
        reached=audience.reached,
        later=due if waits else None,
        seconds=len(audience.colleagues),
    )


async def _takes_over(act: Act, change: Change, before: Change) -> bool:
    """Whether a change takes over the message of the one before it; else it gets its own.

    One that waits for a colleague does not: what they were shown is all they can say yes to.
    """
    message = await standing(act.inside, await announcement_of(act.inside, before.id))
    about_the_same = (before.scope, before.subject) == (change.scope, change.subject)
    return about_the_same and message is not None and message.state != "held"


def _problem(act: Act, draft: Draft, change: Change, served: Served) -> str:
    """Why a change cannot be sent, in Dutch; empty where it can."""
    problem = problem_with(change)
    if not problem and not is_theirs(act, change, served):
        problem = NOT_YOURS
    if not problem and draft.later:
        moment, over = datetime.fromisoformat(draft.later), change.day or change.last
        past = moment <= act.now
        if past or (over is not None and moment.date() >= over + timedelta(days=1)):
            problem = TOO_LATE
    return problem
