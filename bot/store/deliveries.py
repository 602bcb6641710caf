"""The life of one delivery: due → in hand of a courier → sent, put off, or ended without arriving.

A courier that dies leaves what it had in hand; who comes after it takes that over, so nobody is
forgotten and a message that was on its way just then may come twice. Every step is conditional on
the courier still having it in hand.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.store.database import Row, Statements, Value
from bot.store.follows import end_follows
from bot.store.instants import instant, read_instant
from bot.store.outbox import RANKS
from bot.store.people import move_person
from bot.store.vault import Vault

_LANE = 1  # there is one sender; more lanes when there is more than one way to send
_IN_HAND = timedelta(minutes=2)  # longer than any request may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One message to one chat, in hand of a courier; with `message` it is to be edited there."""

    announcement: str
    person: str
    chat: str  # ciphertext; see people.open_chat
    language: str
    body: str  # the text by language; see bubbles.read_bubbles
    version: int  # of the text that is to arrive
    had: bool  # an earlier text has arrived there
    silent: bool
    tries: int  # this one included
    message: int | None
    expires: datetime | None  # an instant; then it is of no use to whoever has not had it

    @property
    def key(self) -> tuple[str, str]:
        """Which one it is: of what announcement, to whom."""
        return self.announcement, self.person


async def take_lane(inside: Statements, courier: str, now: datetime, until: datetime) -> bool:
    """Makes a courier the one that sends, until a moment; False where another one is.

    What another one left in hand is due again. A turn twice as long as any can be is of before
    the clock was set back, and counts for nothing.
    """
    values: Row = {
        "lane": _LANE,
        "name": courier,
        "until": instant(until),
        "now": instant(now),
        "never": instant(until + (until - now)),
    }
    taken = await inside.execute(
        "INSERT INTO courier (lane, name, until) VALUES (:lane, :name, :until)"
        " ON CONFLICT (lane) DO UPDATE SET name = excluded.name, until = excluded.until"
        " WHERE courier.name = excluded.name OR courier.until < :now"
        " OR courier.until > :never",
        values,
    )
    if taken:
        await inside.execute(
            "UPDATE delivery SET courier = NULL, due_at = :now"
            " WHERE state = 'due' AND courier IS NOT NULL AND courier <> :name",
            {"name": courier, "now": instant(now)},
        )
    return bool(taken)


async def leave_lane(inside: Statements, courier: str) -> None:
    """Lets another courier begin at once."""
    await inside.execute("DELETE FROM courier WHERE name = :name", {"name": courier})


async def claim(inside: Statements, courier: str, now: datetime) -> Delivery | None:
    """Takes the most urgent delivery that is due in hand; None where none is."""
    for rank in RANKS:
        rows = await inside.fetch(
            "SELECT delivery.announcement, delivery.person, delivery.tries, delivery.message,"
            " delivery.version AS arrived, announcement.version, announcement.body,"
            " announcement.silent, announcement.expires_at, person.chat, person.language"
            " FROM delivery"
            " JOIN announcement ON announcement.id = delivery.announcement"
            " JOIN person ON person.id = delivery.person"
            " WHERE delivery.state = 'due' AND delivery.rank = :rank AND delivery.due_at <= :now"
            " ORDER BY delivery.due_at LIMIT 1",
            {"rank": rank, "now": instant(now)},
        )
        if rows and await _take(inside, courier, found := _delivery(rows[0]), now):
            return found
    return None


async def _take(inside: Statements, courier: str, found: Delivery, now: datetime) -> bool:
    taken = await inside.execute(
        "UPDATE delivery SET courier = :courier, due_at = :until, tries = :tries"
        " WHERE announcement = :announcement AND person = :person AND state = 'due'"
        " AND due_at <= :now",
        {
            **_key(courier, found),
            "until": instant(now + _IN_HAND),
            "tries": found.tries,
            "now": instant(now),
        },
    )
    return bool(taken)


def _delivery(row: Row) -> Delivery:
    expires, message = row["expires_at"], row["message"]
    return Delivery(
        announcement=str(row["announcement"]),
        person=str(row["person"]),
        chat=str(row["chat"]),
        language=str(row["language"]),
        body=str(row["body"]),
        version=int(row["version"] or 0),
        had=bool(row["arrived"]),
        silent=bool(row["silent"]),
        tries=int(row["tries"] or 0) + 1,
        message=None if message is None else int(message),
        expires=None if expires is None else read_instant(str(expires)),
    )


def _key(courier: str, delivery: Delivery) -> dict[str, Value]:
    return {
        "announcement": delivery.announcement,
        "person": delivery.person,
        "courier": courier,
    }


async def next_due(statements: Statements) -> datetime | None:
    """The instant at which the first delivery is due; None where none waits."""
    moments = []
    for rank in RANKS:
        rows = await statements.fetch(
            "SELECT MIN(due_at) AS first FROM delivery WHERE state = 'due' AND rank = :rank",
            {"rank": rank},
        )
        moments += [str(row["first"]) for row in rows if row["first"] is not None]
    return read_instant(min(moments)) if moments else None


async def note_sent(
    inside: Statements, courier: str, delivery: Delivery, message: int | None, now: datetime
) -> bool:
    """Keeps that a delivery arrived; one that was corrected meanwhile is due again, as an edit.

    It arrived, so this counts also where it was stopped meanwhile.
    """
    noted = await inside.execute(
        "UPDATE delivery SET state = CASE WHEN :version < (SELECT version FROM announcement"
        " WHERE id = :announcement) THEN 'due' ELSE 'sent' END, message = :message,"
        " version = :version, courier = NULL, due_at = :now, ended_at = :now, tries = 0"
        " WHERE announcement = :announcement AND person = :person AND courier = :courier"
        " AND state IN ('due', 'stopped')",
        {
            **_key(courier, delivery),
            "version": delivery.version,
            "message": message,
            "now": instant(now),
        },
    )
    return bool(noted)


async def put_off(
    inside: Statements, courier: str, delivery: Delivery, due: datetime, *, counts: bool
) -> bool:
    """Lets a delivery be tried again from a moment on; whether the try counts as one."""
    done = await inside.execute(
        "UPDATE delivery SET courier = NULL, due_at = :due, tries = :tries"
        " WHERE announcement = :announcement AND person = :person AND courier = :courier"
        " AND state = 'due'",
        {
            **_key(courier, delivery),
            "due": instant(due),
            "tries": delivery.tries if counts else delivery.tries - 1,
        },
    )
    return bool(done)


async def drop_message(
    inside: Statements, courier: str, delivery: Delivery, now: datetime
) -> bool:
    """Lets a delivery go as a new message at once, for the earlier one cannot be edited."""
    done = await inside.execute(
        "UPDATE delivery SET message = NULL WHERE announcement = :announcement"
        " AND person = :person AND courier = :courier AND state = 'due'",
        _key(courier, delivery),
    )
    return bool(done) and await put_off(inside, courier, delivery, now, counts=False)


async def end(
    inside: Statements, courier: str, delivery: Delivery, state: str, now: datetime
) -> bool:
    """Ends a delivery that will not arrive, as 'unreachable', 'refused' or 'expired'.

    One that had arrived, and could only not be edited, stays sent.
    """
    done = await inside.execute(
        "UPDATE delivery SET state = CASE WHEN version > 0 THEN 'sent' ELSE :state END,"
        " courier = NULL, ended_at = :now"
        " WHERE announcement = :announcement AND person = :person AND courier = :courier"
        " AND state = 'due'",
        {
            **_key(courier, delivery),
            "state": state,
            "now": instant(now),
        },
    )
    return bool(done)


async def close_chat(inside: Statements, courier: str, delivery: Delivery, now: datetime) -> int:
    """Ends all that goes to a chat that is closed to us, and what it follows; how much that was.

    The person itself goes with the daily sweep, so that until then it counts as unreachable.
    """
    await end(inside, courier, delivery, "unreachable", now)
    await inside.execute(
        "UPDATE delivery SET state = CASE WHEN version > 0 THEN 'sent' ELSE 'unreachable' END,"
        " ended_at = :now WHERE person = :person AND state = 'due' AND courier IS NULL",
        {"person": delivery.person, "now": instant(now)},
    )
    return await end_follows(inside, delivery.person)


async def move_chat(
    inside: Statements, vault: Vault, courier: str, delivery: Delivery, chat: str, now: datetime
) -> None:
    """Gives the person another chat, and lets the delivery go there at once."""
    await put_off(inside, courier, delivery, now, counts=False)
    await move_person(inside, vault, delivery.person, chat)
