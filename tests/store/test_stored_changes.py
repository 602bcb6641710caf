"""Changes in the database."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from little_programme import NOW, activity, location, organisation, records

from bot.core.model import Activity, Location, Organisation
from bot.core.programme.changes import Author, Change, Scope, What
from bot.store.bodies import read_body, write_body
from bot.store.changes import enter_change, fetch_changes
from bot.store.database import Database, DatabaseBrokenError
from bot.store.instants import instant, read_instant
from bot.store.migrate import migrate
from bot.store.programme import load, revision, sync

MOVED = Change(
    id="m1",
    what=What.MOVED,
    scope=Scope.ACTIVITY,
    subject="club/inloop",
    first=date(2026, 12, 1),
    last=date(2026, 12, 8),
    entered=NOW,
    effective=date(2026, 11, 27),
    author=Author.COORDINATOR,
    at=time(10),
    opens=time(11),
    closes=time(13, 30),
    place="de bibliotheek",
    reason="verbouwing",
    note="neem een mok mee",
)


@pytest.fixture
async def database(engine) -> AsyncIterator[Database]:
    async with engine() as opened:
        await migrate(opened, NOW)
        await sync(opened, "kennis", records(), NOW)
        yield opened


async def test_a_change_comes_out_as_it_was_entered(database: Database) -> None:
    assert await enter_change(database, MOVED) == ""
    assert await fetch_changes(database, NOW.date()) == (MOVED,)


async def test_a_change_until_further_notice_stays(database: Database) -> None:
    endless = replace(MOVED, last=None)
    await enter_change(database, endless)
    assert await fetch_changes(database, date(2036, 1, 1)) == (endless,)


async def test_what_is_past_is_not_read_again(database: Database) -> None:
    await enter_change(database, MOVED)
    assert (await load(database, date(2026, 12, 9))).changes == (MOVED,)
    assert (await load(database, date(2026, 12, 10))).changes == ()


async def test_entering_it_twice_keeps_it_once(database: Database) -> None:
    await enter_change(database, MOVED)
    before = await revision(database)
    await enter_change(database, MOVED)
    assert await fetch_changes(database, NOW.date()) == (MOVED,)
    assert await revision(database) == before


async def test_a_running_bot_can_see_that_there_is_news(database: Database) -> None:
    before = await revision(database)
    await enter_change(database, MOVED)
    assert await revision(database) == before + 1


async def test_a_change_about_nothing_we_know_is_refused(database: Database) -> None:
    words = await enter_change(database, replace(MOVED, subject="club/iets"))
    assert words == "Dit gaat over iets dat niet in het programma staat: club/iets."
    assert await fetch_changes(database, NOW.date()) == ()


async def test_a_change_that_cannot_be_is_refused(database: Database) -> None:
    words = await enter_change(database, replace(MOVED, last=MOVED.first - timedelta(days=1)))
    assert words == "De laatste dag ligt vóór de eerste dag."


@given(st.datetimes())
def test_an_instant_is_read_back_as_it_was(moment: object) -> None:
    assert read_instant(instant(moment)) == moment  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "record"),
    [(Organisation, organisation()), (Location, location()), (Activity, activity())],
)
def test_a_record_is_read_back_as_it_was(kind: type, record: object) -> None:
    assert read_body(kind, write_body(record)) == record


def test_a_field_of_a_newer_release_is_passed_over() -> None:
    text = write_body(location())[:-1] + ',"lift":true}'
    assert read_body(Location, text) == location()


def test_a_record_that_is_cut_off_is_called_unreadable() -> None:
    with pytest.raises(DatabaseBrokenError, match="Location in de database is niet te lezen"):
        read_body(Location, write_body(location())[:20])


async def test_separate_days_and_a_new_day_come_out_as_they_were_entered(
    database: Database,
) -> None:
    days = (date(2026, 12, 1), date(2026, 12, 8))
    apart = replace(MOVED, id="d1", days=days)
    later = replace(MOVED, id="d2", what=What.OTHER_TIME, last=MOVED.first, day=date(2026, 12, 20))
    for one in (apart, later):
        assert await enter_change(database, one) == ""
    assert await fetch_changes(database, NOW.date()) == (apart, later)
    assert await fetch_changes(database, date(2026, 12, 19)) == (later,)
