"""Performs the yes or no of a second coordinator about a message that goes to many."""

from bot.core.audit import Act as Done
from bot.core.deeds import Second
from bot.core.desk.drafts.preview import refused
from bot.core.desk.words import SECONDED_CORRECTION
from bot.core.happenings import Happening, NotAllowed, Seconded
from bot.core.programme.changes import Change
from bot.core.reply import Bubble
from bot.core.roles import Action, may
from bot.desk.act import Act, Served
from bot.desk.changes import is_theirs
from bot.desk.sending import let_go, rewrite, take_back, write_to
from bot.store.changes import corrected_by, find_change, reinstate_change, withdraw_change
from bot.store.outbox import Standing, drop_held, standing


async def do_second(act: Act, deed: Second) -> Happening:
    """Lets a held message go, or takes it and its change back; the first answer counts."""
    served = act.served
    if served is None or not may(act.person, Action.CHANGE):
        return NotAllowed()
    message = await standing(act.inside, deed.change)
    change = await find_change(act.inside, deed.change)
    if message is None or change is None or message.state != "held":
        return Seconded(yes=deed.yes, already=True)
    if message.reporter == act.person.id:
        return Seconded(yes=deed.yes, own=True)
    if not is_theirs(act, change, served):
        return NotAllowed()
    before = await corrected_by(act.inside, change.id)
    if not deed.yes:
        return await _refuse(act, change, before, message, served)
    if before:
        await drop_held(act.inside, change.id)
        reached = await rewrite(act, change, served, message.bubbles)
        if message.reporter is not None:
            told = Bubble(pieces=(SECONDED_CORRECTION.format(count=reached),))
            await write_to(act, f"n{change.id}", told, (message.reporter,))
    else:
        reached = await let_go(act, change, served, message.due) or 0
    await act.note(Done.SECONDED, change.subject, change.id)
    return Seconded(yes=True, reached=reached)


async def _refuse(
    act: Act, change: Change, before: str, message: Standing, served: Served
) -> Seconded:
    """Takes a change back with its message; the one `before` it counts again."""
    await withdraw_change(act.inside, change.id, act.instant)
    if before:
        await drop_held(act.inside, change.id)
        await reinstate_change(act.inside, before)
    else:
        await take_back(act, change, served)
    await act.note(Done.REFUSED, change.subject, change.id)
    if message.reporter is not None:
        await write_to(act, f"n{change.id}", refused(before), (message.reporter,))
    return Seconded(yes=False, corrected=before)
