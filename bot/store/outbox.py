"""Messages for many, from being made to being taken back; each step counts what it did.

    keys = await interests.meeting(inside, concern)             whom it is about
    await announce(inside, announcement, keys, reporter, now)   one row for each person, each once
    await correct(inside, identity, bubbles, now)               edited where it had arrived
    await tell_anew(inside, identity, keys, reporter, now)      once it was erased who had it
    await stop(inside, identity, now)                           what is still due stays here

All of it happens in the transaction of the caller, so that a change and its message are one act.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.progress import Progress
from bot.core.reply import Bubble
from bot.store.bubbles import read_bubbles, write_bubbles
from bot.store.database import Row, Statements, Value
from bot.store.follows import among
from bot.store.instants import instant, read_instant

_RANKS = {Purpose.CHANGE: 0, Purpose.REMINDER: 1, Purpose.WEEKLY: 2}
_FIRST_REPORT = timedelta(seconds=1.5)  # a small message is done by then, and told of once
RANKS = tuple(sorted(_RANKS.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A message for many as it stands: its text, its state, and who hears how it goes."""

    id: str
    state: str  # held, planned, going, stopped or withdrawn
    bubbles: Mapping[str, Bubble]
    version: int
    due: datetime
    changes: tuple[str, ...]
    reporter: str | None  # a person's id


async def announce(
    inside: Statements,
    announcement: Announcement,
    keys: Sequence[str],
    reporter: str | None,
    now: datetime,
) -> int:
    """Keeps a message for everyone who follows one of these things; to how many people it goes.

    Once more with the same id does nothing. One that is held or planned goes to nobody yet.
    """
    entered = await _enter(inside, _row(announcement, reporter, now))
    if not entered or announcement.waits:
        return 0
    return await _fan_out(inside, announcement.id, keys)


async def announce_to(
    inside: Statements, announcement: Announcement, people: Sequence[str], now: datetime
) -> bool:
    """Keeps a message for some people by their ids; False where it had been kept before."""
    entered = await _enter(inside, _row(announcement, None, now))
    if entered:
        rows: list[Row] = [
            {
                "id": announcement.id,
                "person": person,
                "rank": _RANKS[announcement.purpose],
                "due": instant(announcement.due),
            }
            for person in people
        ]
        await inside.execute(
            "INSERT INTO delivery (announcement, person, rank, due_at)"
            " VALUES (:id, :person, :rank, :due)",
            rows,
        )
    return bool(entered)


async def release(
    inside: Statements, identity: str, keys: Sequence[str], due: datetime, *, silent: bool = False
) -> int | None:
    """Lets a message go that was held or planned; to how many people, None where it wasn't."""
    values: Row = {"id": identity, "due": instant(due), "silent": int(silent)}
    released = await inside.execute(
        "UPDATE announcement SET state = 'going', due_at = :due, silent = :silent,"
        " report_at = CASE WHEN reporter IS NOT NULL THEN :due END"
        " WHERE id = :id AND state IN ('held', 'planned')",
        values,
    )
    return await _fan_out(inside, identity, keys) if released else None


async def planned_until(statements: Statements, now: datetime) -> tuple[Standing, ...]:
    """The planned messages whose moment has come, the oldest first."""
    rows = await statements.fetch(
        "SELECT * FROM announcement WHERE state = 'planned' AND due_at <= :now ORDER BY due_at",
        {"now": instant(now)},
    )
    return tuple(_standing(row) for row in rows)


async def standing(statements: Statements, identity: str) -> Standing | None:
    """A message for many as it stands; None where there is none with this id."""
    rows = await statements.fetch("SELECT * FROM announcement WHERE id = :id", {"id": identity})
    return _standing(rows[0]) if rows else None


async def stop(inside: Statements, identity: str, now: datetime) -> int:
    """Lets nothing of a message go out any more; from how many people it stayed away."""
    await inside.execute(
        "UPDATE announcement SET state = 'stopped',"
        " report_at = CASE WHEN reporter IS NOT NULL THEN :now END"
        " WHERE id = :id AND state IN ('held', 'planned', 'going')",
        {"id": identity, "now": instant(now)},
    )
    return await _hold_back(inside, identity, now)


async def correct(
    inside: Statements, identity: str, bubbles: Mapping[str, Bubble], now: datetime
) -> int:
    """Gives a message another text; in how many chats it is to be edited."""
    return await _rewrite(inside, identity, bubbles, now, "state")


async def withdraw(
    inside: Statements, identity: str, bubbles: Mapping[str, Bubble], now: datetime
) -> int:
    """Takes a message back: it says so where it had arrived, and goes nowhere else."""
    edited = await _rewrite(inside, identity, bubbles, now, "'withdrawn'")
    await _hold_back(inside, identity, now)
    return edited


async def drop_held(inside: Statements, identity: str) -> bool:
    """Erases a message that waits for a yes and has gone to nobody; whether it waited still."""
    dropped = await inside.execute(
        "DELETE FROM announcement WHERE id = :id AND state = 'held'", {"id": identity}
    )
    return bool(dropped)


async def tell_anew(
    inside: Statements, identity: str, keys: Sequence[str], reporter: str | None, now: datetime
) -> int:
    """Lets a rewritten message go as a new one, once it was erased who had it; to how many.

    It goes to whoever follows these things by now; does nothing while it is known who had it.
    """
    erased = await inside.execute(
        "UPDATE announcement SET sent = 0, unreachable = 0, refused = 0, due_at = :now,"
        " reporter = COALESCE(reporter, :reporter), report_at = :report"
        " WHERE id = :id AND sent > 0",
        {
            "id": identity,
            "reporter": reporter,
            "now": instant(now),
            "report": instant(now + _FIRST_REPORT) if reporter else None,
        },
    )
    return await _fan_out(inside, identity, keys) if erased else 0


async def renew(
    inside: Statements, identity: str, expires: datetime | None, now: datetime, *, silent: bool
) -> None:
    """Gives a message another end; and one that goes already another sound."""
    await inside.execute(
        "UPDATE announcement SET expires_at = :expires,"
        " silent = CASE WHEN due_at <= :now THEN :silent ELSE silent END WHERE id = :id",
        {
            "id": identity,
            "expires": instant(expires) if expires else None,
            "now": instant(now),
            "silent": int(silent),
        },
    )


async def progress(statements: Statements, identity: str) -> Progress:
    """How far a message is."""
    totals = await statements.fetch(
        "SELECT sent, unreachable, refused FROM announcement WHERE id = :id", {"id": identity}
    )
    if not totals:
        return Progress()
    counts = {name: int(number or 0) for name, number in totals[0].items()}
    rows = await statements.fetch(
        "SELECT state, COUNT(*) AS number FROM delivery WHERE announcement = :id GROUP BY state",
        {"id": identity},
    )
    for row in rows:
        state = str(row["state"])
        counts[state] = counts.get(state, 0) + int(row["number"] or 0)
    return Progress(**counts)


async def had_by(statements: Statements, identity: str) -> int:
    """How many people have a message or are to have it, as long as it is known who."""
    rows = await statements.fetch(
        "SELECT COUNT(*) AS number FROM delivery WHERE announcement = :id"
        " AND state IN ('due', 'sent')",
        {"id": identity},
    )
    return int(rows[0]["number"] or 0)


async def _enter(inside: Statements, row: Row) -> bool:
    """Keeps a message, unless one with its id is kept already."""
    entered = await inside.execute(
        "INSERT INTO announcement (id, purpose, state, body, changes, silent, made_at, due_at,"
        " expires_at, reporter, report_at) VALUES (:id, :purpose, :state, :body, :changes,"
        " :silent, :made_at, :due_at, :expires_at, :reporter, :report_at)"
        " ON CONFLICT (id) DO NOTHING",
        row,
    )
    return bool(entered)


async def _fan_out(inside: Statements, identity: str, keys: Sequence[str]) -> int:
    rows = await inside.fetch(
        "SELECT purpose, due_at FROM announcement WHERE id = :id", {"id": identity}
    )
    rank = _RANKS[Purpose(str(rows[0]["purpose"]))]
    to_whom: Row = {"id": identity, "rank": rank, "due": rows[0]["due_at"]}
    told = 0
    for holes, values in among(keys):
        told += await inside.execute(
            "INSERT INTO delivery (announcement, person, rank, due_at)"
            " SELECT :id, person, :rank, :due FROM follow"
            f" WHERE interest IN ({holes}) GROUP BY person"
            " ON CONFLICT (announcement, person) DO NOTHING",
            {**values, **to_whom},
        )
    return told


async def _hold_back(inside: Statements, identity: str, now: datetime) -> int:
    """Ends what has not arrived anywhere; an edit of what has arrived still goes."""
    return await inside.execute(
        "UPDATE delivery SET state = 'stopped', ended_at = :now"
        " WHERE announcement = :id AND state = 'due' AND version = 0",
        {"id": identity, "now": instant(now)},
    )


async def _rewrite(
    inside: Statements, identity: str, bubbles: Mapping[str, Bubble], now: datetime, state: str
) -> int:
    changed = await inside.execute(
        f"UPDATE announcement SET body = :body, version = version + 1, state = {state},"
        " report_at = CASE WHEN reporter IS NOT NULL THEN :now END"
        " WHERE id = :id AND state <> 'withdrawn'",
        {"id": identity, "body": write_bubbles(bubbles), "now": instant(now)},
    )
    if not changed:
        return 0
    return await inside.execute(
        "UPDATE delivery SET state = 'due', due_at = :now, tries = 0, ended_at = NULL"
        " WHERE announcement = :id AND state = 'sent'",
        {"id": identity, "now": instant(now)},
    )


def _row(announcement: Announcement, reporter: str | None, now: datetime) -> Row:
    return {
        "id": announcement.id,
        "purpose": announcement.purpose.value,
        "state": "held" if announcement.held else "planned" if announcement.planned else "going",
        "body": write_bubbles(announcement.bubbles),
        "changes": " ".join(announcement.changes),
        "silent": int(announcement.silent),
        "made_at": instant(now),
        "due_at": instant(announcement.due),
        "expires_at": instant(announcement.expires) if announcement.expires else None,
        "reporter": reporter,
        "report_at": instant(now + _FIRST_REPORT) if reporter and not announcement.waits else None,
    }


def _standing(row: Mapping[str, Value]) -> Standing:
    return Standing(
        id=str(row["id"]),
        state=str(row["state"]),
        bubbles=read_bubbles(str(row["body"])),
        version=int(row["version"] or 0),
        due=read_instant(str(row["due_at"])),
        changes=tuple(str(row["changes"]).split()),
        reporter=None if row["reporter"] is None else str(row["reporter"]),
    )
