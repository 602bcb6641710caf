"""Nothing is kept longer than its rule says."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest

from bot.store.database import Value
from bot.store.instants import instant
from bot.store.outbox import progress
from bot.store.retention import RULES, apply_rules
from bot.store.sqlite import Sqlite

NOW = datetime(2026, 11, 25, 3, 0)
Fields = Mapping[str, Value]

PERSON: Fields = {"id": "p", "chat_hash": "h", "chat": "c", "key_name": "k"}
FOLLOW: Fields = {"interest": "i", "person": "p"}
INTEREST: Fields = {"hash": "i", "cipher": "c", "key_name": "k"}


def ago(**span: float) -> str:
    return instant(NOW - timedelta(**span))


async def put(database: Sqlite, table: str, fields: Fields) -> None:
    names = ", ".join(fields)
    holes = ", ".join(f":{name}" for name in fields)
    await database.execute(f"INSERT INTO {table} ({names}) VALUES ({holes})", fields)


async def count(database: Sqlite, table: str) -> int:
    rows = await database.fetch(f"SELECT COUNT(*) AS number FROM {table}")
    return int(rows[0]["number"] or 0)


async def left(database: Sqlite, table: str, *rows: Fields) -> int:
    """How many of these rows of a table are left when the rules have been applied."""
    for row in rows:
        await put(database, table, row)
    await apply_rules(database, NOW)
    return await count(database, table)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_every_table_has_one_rule(database: Sqlite) -> None:
    tables = await database.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert sorted(str(row["name"]) for row in tables) == sorted(rule.table for rule in RULES)


def test_every_rule_says_in_words_what_is_kept() -> None:
    assert [rule.table for rule in RULES if not rule.words.endswith(".")] == []


async def test_a_person_goes_when_nothing_hangs_on_it(database: Sqlite) -> None:
    assert await left(database, "person", PERSON) == 0


async def test_a_person_who_follows_something_stays_with_it(database: Sqlite) -> None:
    await put(database, "person", PERSON)
    await put(database, "interest", INTEREST)
    assert await left(database, "follow", FOLLOW) == 1
    assert (await count(database, "person"), await count(database, "interest")) == (1, 1)


async def test_what_nobody_follows_goes(database: Sqlite) -> None:
    assert await left(database, "interest", INTEREST) == 0


async def test_somebody_with_a_role_stays(database: Sqlite) -> None:
    await put(database, "person", PERSON)
    role = {"id": "r", "person": "p", "name": "coordinator", "scope": "all", "pseudonym": "a"}
    assert await left(database, "role", {**role, "given_at": ago(days=999), "given_by": "b"}) == 1
    assert await count(database, "person") == 1


async def test_a_draft_stays_a_day(database: Sqlite) -> None:
    for name in ("p", "q"):
        await put(database, "person", {**PERSON, "id": name, "chat_hash": name})
    old = {"id": "d1", "person": "p", "cipher": "c", "touched_at": ago(hours=25)}
    new = {**old, "id": "d2", "person": "q", "touched_at": ago(hours=23)}
    assert await left(database, "draft", old, new) == 1
    assert await count(database, "person") == 1


async def test_an_invitation_stays_a_week_after_it_was_used_or_expired(database: Sqlite) -> None:
    made = {"role": "coordinator", "scope": "all", "invited_by": "a", "made_at": ago(days=20)}
    rows = (
        {**made, "hash": "expired", "expires_at": ago(days=8), "used_at": None},
        {**made, "hash": "used", "expires_at": ago(days=-1), "used_at": ago(days=8)},
        {**made, "hash": "waits", "expires_at": ago(days=-1), "used_at": None},
        {**made, "hash": "just used", "expires_at": ago(days=-1), "used_at": ago(days=6)},
    )
    assert await left(database, "invitation", *rows) == 2


async def test_the_trail_stays_a_year(database: Sqlite) -> None:
    old = {"role": "coordinator", "pseudonym": "a", "act": "sent", "done_at": ago(days=367)}
    assert await left(database, "audit", old, {**old, "done_at": ago(days=365)}) == 1


async def test_a_delivery_stays_a_week_and_then_only_counts(database: Sqlite) -> None:
    await put(database, "announcement", announcement("a", 8))
    for name in ("p", "q", "r"):
        await put(database, "person", {**PERSON, "id": name, "chat_hash": name})
    await put(database, "interest", INTEREST)
    await put(database, "follow", {**FOLLOW, "person": "r"})
    sent = {"announcement": "a", "rank": 0, "state": "sent", "due_at": ago(days=8)}
    rows = (
        {**sent, "person": "p", "ended_at": ago(days=8), "message": 7},
        {**sent, "person": "q", "ended_at": ago(days=8), "state": "unreachable"},
        {**sent, "person": "r", "ended_at": ago(days=6), "message": 9},
    )
    before = await progress(database, "a")
    assert await left(database, "delivery", *rows) == 1
    after = await progress(database, "a")
    assert (before.meant, after.sent, after.unreachable) == (0, 2, 1)
    await apply_rules(database, NOW)
    assert await progress(database, "a") == after


async def test_an_announcement_stays_a_year(database: Sqlite) -> None:
    rows = (announcement("a", 367), announcement("b", 365))
    assert await left(database, "announcement", *rows) == 1


async def test_who_sent_a_message_is_kept_a_week(database: Sqlite) -> None:
    await put(database, "person", PERSON)
    await put(database, "interest", INTEREST)
    await put(database, "follow", FOLLOW)
    await put(database, "announcement", {**announcement("a", 8), "reporter": "p"})
    await put(database, "announcement", {**announcement("b", 6), "reporter": "p"})
    await apply_rules(database, NOW)
    rows = await database.fetch("SELECT id FROM announcement WHERE reporter IS NOT NULL")
    assert rows == [{"id": "b"}]


async def test_a_change_stays_a_year_after_it_is_past_or_withdrawn(database: Sqlite) -> None:
    await put(database, "source", {"id": "s", "synced_at": ago(days=1)})
    await put(database, "record", {**record("a"), "gone_on": None})
    rows = (
        {**change("past"), "last_day": (NOW - timedelta(days=367)).date().isoformat()},
        {**change("withdrawn"), "last_day": None, "withdrawn_at": ago(days=367)},
        {**change("open"), "last_day": None},
    )
    assert await left(database, "change", *rows) == 1


async def test_what_is_gone_stays_a_year(database: Sqlite) -> None:
    await put(database, "source", {"id": "s", "synced_at": ago(days=1)})
    gone = {**record("a"), "gone_on": (NOW - timedelta(days=367)).date().isoformat()}
    assert await left(database, "record", gone, {**record("b"), "gone_on": None}) == 1


async def test_who_sends_is_kept_a_day(database: Sqlite) -> None:
    assert await left(database, "courier", {"lane": 1, "name": "x", "until": ago(days=2)}) == 0


async def test_a_count_stays_a_year(database: Sqlite) -> None:
    rows = (
        {"period": "2025-W40", "sort": "topic", "name": "a", "number": 10},
        {"period": "2026-W01", "sort": "topic", "name": "a", "number": 10},
        {"period": "2025-11-20", "sort": "level", "name": "a", "number": 10},
        {"period": "2026-01-02", "sort": "level", "name": "a", "number": 10},
    )
    assert await left(database, "tally", *rows) == 2


@pytest.mark.parametrize("table", ["source", "revision", "migration", "switch"])
async def test_what_is_not_of_people_stays(database: Sqlite, table: str) -> None:
    before = await count(database, table)
    await apply_rules(database, NOW)
    assert await count(database, table) == before


def announcement(identity: str, days: int) -> Fields:
    return {
        "id": identity,
        "purpose": "change",
        "state": "going",
        "body": "{}",
        "made_at": ago(days=days),
        "due_at": ago(days=days),
    }


def record(identity: str) -> Fields:
    known = {"sort": "activity", "source": "s", "hash": "h", "body": "{}"}
    return {**known, "id": identity, "changed_at": ago(days=1)}


def change(identity: str) -> Fields:
    known = {"what": "cancelled", "scope": "activity", "subject": "a", "author": "coordinator"}
    days = {"first_day": "2024-01-01", "effective_on": "2024-01-01", "entered_at": ago(days=400)}
    return {**known, **days, "id": identity}
