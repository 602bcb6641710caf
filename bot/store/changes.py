"""Changes in the database: entered once and never altered; one that is taken back stays, marked.

A later change goes over an earlier one, and one that was taken back counts no longer.
"""

from datetime import date, datetime, time

from bot.core.programme.changes import Author, Change, Scope, What, problem_with
from bot.store.database import Database, Row, Statements, Value
from bot.store.instants import instant, read_instant

_UNKNOWN = "Dit gaat over iets dat niet in het programma staat: {subject}."


async def enter_change(database: Database, change: Change) -> str:
    """Keeps a change in a transaction of its own; what is wrong with it in Dutch, or nothing."""
    async with database.transaction() as inside:
        return await keep_change(inside, change)


async def keep_change(inside: Statements, change: Change, *, corrects: str = "") -> str:
    """Keeps a change; what is wrong with it in Dutch where it is not kept, else an empty text.

    Entering the same change, by its id, once more does nothing. `corrects` is the id of the one
    whose announcement it takes over.
    """
    problem = problem_with(change)
    if problem:
        return problem
    subject = {"scope": change.scope.value, "subject": change.subject}
    known = await inside.fetch(
        "SELECT id FROM record WHERE sort = :scope AND id = :subject", subject
    )
    if not known:
        return _UNKNOWN.format(subject=change.subject)
    entered = await inside.execute(
        "INSERT INTO change (id, what, scope, subject, first_day, last_day, effective_on,"
        " entered_at, author, meeting_at, days, new_day, opens_at,"
        " closes_at, regular_time, place, reason, note, corrects) VALUES"
        " (:id, :what, :scope, :subject, :first_day, :last_day, :effective_on,"
        " :entered_at, :author, :meeting_at, :days, :new_day, :opens_at, :closes_at,"
        " :regular_time, :place, :reason, :note, :corrects) ON CONFLICT (id) DO NOTHING",
        {**_row(change), "corrects": corrects},
    )
    if entered:
        await inside.execute("UPDATE revision SET number = number + 1")
    return ""


async def fetch_changes(database: Statements, since: date) -> tuple[Change, ...]:
    """The changes that are about a day on or after `since`, in the order they were entered."""
    rows = await database.fetch(
        "SELECT * FROM change WHERE withdrawn_at IS NULL"
        " AND (last_day IS NULL OR last_day >= :since OR new_day >= :since)"
        " ORDER BY entered_at, id",
        {"since": since.isoformat()},
    )
    return tuple(_change(row) for row in rows)


async def find_change(statements: Statements, identity: str) -> Change | None:
    """A change by its id, also one that is past; None where it was taken back or never was."""
    rows = await statements.fetch(
        "SELECT * FROM change WHERE id = :id AND withdrawn_at IS NULL", {"id": identity}
    )
    return _change(rows[0]) if rows else None


async def withdraw_change(inside: Statements, identity: str, now: datetime) -> bool:
    """Takes a change back; whether it still counted."""
    withdrawn = await inside.execute(
        "UPDATE change SET withdrawn_at = :now WHERE id = :id AND withdrawn_at IS NULL",
        {"id": identity, "now": instant(now)},
    )
    if withdrawn:
        await inside.execute("UPDATE revision SET number = number + 1")
    return bool(withdrawn)


async def reinstate_change(inside: Statements, identity: str) -> bool:
    """Lets a change that was taken back count again; whether it did not."""
    reinstated = await inside.execute(
        "UPDATE change SET withdrawn_at = NULL WHERE id = :id AND withdrawn_at IS NOT NULL",
        {"id": identity},
    )
    if reinstated:
        await inside.execute("UPDATE revision SET number = number + 1")
    return bool(reinstated)


async def corrected_by(statements: Statements, identity: str) -> str:
    """The change whose message this one takes over; empty where it has its own."""
    rows = await statements.fetch("SELECT corrects FROM change WHERE id = :id", {"id": identity})
    return str(rows[0]["corrects"]) if rows else ""


async def as_it_stands(statements: Statements, identity: str) -> Change | None:
    """A change, or the one that took over its message since; None where that counts no more."""
    found = await find_change(statements, identity)
    if found is not None:
        return found
    rows = await statements.fetch(
        "SELECT id FROM change WHERE corrects = :id ORDER BY entered_at DESC LIMIT 1",
        {"id": identity},
    )
    return await as_it_stands(statements, str(rows[0]["id"])) if rows else None


async def announcement_of(statements: Statements, identity: str) -> str:
    """The announcement that tells of a change: its own, or that of the one it corrects."""
    before = await corrected_by(statements, identity)
    return await announcement_of(statements, before) if before else identity


def _row(change: Change) -> Row:
    return {
        "id": change.id,
        "what": change.what.value,
        "scope": change.scope.value,
        "subject": change.subject,
        "first_day": change.first.isoformat(),
        "last_day": change.last.isoformat() if change.last else None,
        "effective_on": change.effective.isoformat(),
        "entered_at": instant(change.entered),
        "author": change.author.value,
        "meeting_at": _hour(change.at),
        "days": " ".join(day.isoformat() for day in change.days),
        "new_day": change.day.isoformat() if change.day else None,
        "opens_at": _hour(change.opens),
        "closes_at": _hour(change.closes),
        "regular_time": change.when,
        "place": change.place,
        "reason": change.reason,
        "note": change.note,
    }


def _change(row: Row) -> Change:
    return Change(
        id=str(row["id"]),
        what=What(str(row["what"])),
        scope=Scope(str(row["scope"])),
        subject=str(row["subject"]),
        first=date.fromisoformat(str(row["first_day"])),
        last=date.fromisoformat(str(row["last_day"])) if row["last_day"] else None,
        effective=date.fromisoformat(str(row["effective_on"])),
        entered=read_instant(str(row["entered_at"])),
        author=Author(str(row["author"])),
        at=_time(row["meeting_at"]),
        days=tuple(date.fromisoformat(day) for day in str(row["days"]).split()),
        day=date.fromisoformat(str(row["new_day"])) if row["new_day"] else None,
        opens=_time(row["opens_at"]),
        closes=_time(row["closes_at"]),
        when=str(row["regular_time"]),
        place=str(row["place"]),
        reason=str(row["reason"]),
        note=str(row["note"]),
    )


def _hour(hour: time | None) -> str | None:
    return hour.strftime("%H:%M") if hour else None


def _time(text: Value) -> time | None:
    return time.fromisoformat(str(text)) if text else None
