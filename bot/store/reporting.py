"""Which messages for many somebody wants to hear of, and what they were told last."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.following.progress import Progress
from bot.store.database import Row, Statements
from bot.store.instants import instant, read_instant
from bot.store.outbox import progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How one message goes, for whoever sent it."""

    announcement: str
    chat: str  # ciphertext; see people.open_chat
    progress: Progress
    state: str  # of the message: going, stopped or withdrawn
    due: datetime  # an instant; when it begins
    message: int | None  # the one to edit
    told: str  # what that one says
    claimed: datetime  # until when nobody else makes it


async def next_report(statements: Statements) -> datetime | None:
    """The instant at which the first report is due; None where none is."""
    rows = await statements.fetch(
        "SELECT MIN(report_at) AS first FROM announcement WHERE report_at IS NOT NULL"
    )
    first = rows[0]["first"]
    return None if first is None else read_instant(str(first))


async def claim_report(inside: Statements, now: datetime, until: datetime) -> Report | None:
    """The first report that is due, which nobody else makes before `until`; None where none is."""
    rows = await inside.fetch(
        "SELECT announcement.id, announcement.state, announcement.due_at,"
        " announcement.report_message, announcement.report_text, person.chat FROM announcement"
        " JOIN person ON person.id = announcement.reporter"
        " WHERE announcement.report_at <= :now ORDER BY announcement.report_at LIMIT 1",
        {"now": instant(now)},
    )
    if not rows:
        return None
    row = rows[0]
    identity = str(row["id"])
    await inside.execute(
        "UPDATE announcement SET report_at = :until WHERE id = :id",
        {"id": identity, "until": instant(until)},
    )
    message = row["report_message"]
    return Report(
        announcement=identity,
        chat=str(row["chat"]),
        progress=await progress(inside, identity),
        state=str(row["state"]),
        due=read_instant(str(row["due_at"])),
        message=None if message is None else int(message),
        told=str(row["report_text"]),
        claimed=until,
    )


async def note_report(
    inside: Statements, report: Report, message: int | None, told: str, until: datetime | None
) -> None:
    """Keeps what was told, in which message, and when the next is due; None: it was the last.

    Where the message was stopped or corrected meanwhile, the next stays due at once.
    """
    values: Row = {
        "id": report.announcement,
        "message": message,
        "told": told,
        "until": instant(until) if until else None,
        "claimed": instant(report.claimed),
    }
    await inside.execute(
        "UPDATE announcement SET report_message = :message, report_text = :told,"
        " report_at = CASE WHEN report_at = :claimed THEN :until ELSE report_at END"
        " WHERE id = :id",
        values,
    )
