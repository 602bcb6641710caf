"""What happens by the clock, on the real knowledge and a real database."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from followers import VAULT, let_follow, saying

from bot.assistant import Snapshot
from bot.core.calendar.dutch_zone import instant_of
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.interest import Interest, Sort, around
from bot.core.message import Place
from bot.core.model import Activity
from bot.core.programme.changes import Author, Change, Scope, What
from bot.courier.rounds import Rounds
from bot.desk.act import Clock, Served
from bot.store.backup import copies
from bot.store.bubbles import read_bubbles
from bot.store.changes import enter_change
from bot.store.follows import Interests, followed_by
from bot.store.migrate import migrate
from bot.store.outbox import announce, progress
from bot.store.people import find_person
from bot.store.programme import KNOWLEDGE, sync
from bot.store.serving import records_of
from bot.store.sqlite import Sqlite

NOON = datetime(2026, 11, 30, 12, 0)  # a Monday
ANS, BEN = "telegram:1", "telegram:2"


class Clockwork:
    """Rounds over the shipped knowledge, at a time that the test sets."""

    def __init__(self, database: Sqlite, served: Served) -> None:
        self.now = NOON
        self.database = database
        self.served = served
        self.rounds = self.again()

    def again(self) -> Rounds:
        """Rounds that remember nothing, as after a restart."""
        clock = Clock(local=lambda: self.now, instant=lambda: instant_of(self.now))
        return Rounds(self.database, Interests(VAULT), lambda: self.served, clock)

    async def sent(self) -> list[tuple[str, str, int]]:
        """Each message: why, what it says in Dutch, and to how many people it goes."""
        rows = await self.database.fetch("SELECT id, purpose, body FROM announcement")
        return [
            (
                str(row["purpose"]),
                read_bubbles(str(row["body"]))["nl"].text,
                (await progress(self.database, str(row["id"]))).due,
            )
            for row in rows
        ]

    @property
    def timed(self) -> Activity:
        """An activity whose hour is known."""
        found = self.served.programme.activity("aa-emmen/groepsavond")
        assert found is not None
        return found


@pytest.fixture
async def clockwork(tmp_path: Path, snapshot: Snapshot) -> AsyncIterator[Clockwork]:
    known, programme = snapshot.knowledge, snapshot.programme
    assert known is not None
    assert programme is not None
    async with Sqlite(tmp_path / "a.db") as database:
        await migrate(database, NOON)
        await sync(database, KNOWLEDGE, records_of(known), NOON)
        yield Clockwork(database, Served(knowledge=known, programme=programme))


async def test_everyone_who_asked_is_reminded_once(clockwork: Clockwork) -> None:
    interest = Interest(sort=Sort.HOUR_BEFORE, activity=clockwork.timed.id)
    await let_follow(clockwork.database, [ANS, BEN], interest)
    clockwork.now = datetime(2026, 12, 4, 18, 5)  # the evening is on Fridays at seven
    await clockwork.rounds.make()
    await clockwork.again().make()
    ((purpose, text, people),) = await clockwork.sent()
    assert (purpose, people) == ("reminder", 2)
    assert text.startswith("Herinnering, een uur van tevoren:")
    assert "Vrijdag 4 december, 19:00–20:30 uur" in text


async def test_the_list_of_the_week_goes_once_on_monday(clockwork: Clockwork) -> None:
    emmen = around(Sort.WEEKLY, Place(name="Emmen", lat=52.779, lon=6.907))
    await let_follow(clockwork.database, [ANS], emmen)
    for now in (NOON, NOON + timedelta(hours=1), NOON + timedelta(days=1)):
        clockwork.now = now
        await clockwork.again().make()
    ((purpose, text, people),) = await clockwork.sent()
    assert (purpose, people) == ("weekly", 1)
    assert text.startswith("Dit is er deze week rond Emmen:")


async def test_a_week_without_anything_is_told_in_one_voice(clockwork: Clockwork) -> None:
    vlieland = around(Sort.WEEKLY, Place(name="Vlieland", lat=53.3, lon=5.07))
    await let_follow(clockwork.database, [ANS], vlieland)
    await clockwork.rounds.make()
    ((_, text, _),) = await clockwork.sent()
    assert text == (
        "Rond Vlieland weet ik deze week niets met een vaste dag. Misschien is er toch iets. "
        "Vraag me gerust wat er in de buurt is."
    )


async def test_what_was_planned_goes_when_its_moment_has_come(clockwork: Clockwork) -> None:
    subject = clockwork.timed
    change = Change(
        id="c1",
        what=What.NOTE,
        scope=Scope.ACTIVITY,
        subject=subject.id,
        first=NOON.date(),
        last=NOON.date(),
        entered=NOON,
        effective=NOON.date(),
        author=Author.COORDINATOR,
        note="Er is taart.",
    )
    assert await enter_change(clockwork.database, change) == ""
    plan = Announcement(
        id="a1",
        purpose=Purpose.CHANGE,
        bubbles=saying("Er is taart."),
        due=instant_of(NOON),
        changes=("c1",),
        planned=True,
    )
    await announce(clockwork.database, plan, (), None, instant_of(NOON))
    clockwork.now = NOON - timedelta(minutes=1)
    await clockwork.rounds.make()
    await let_follow(clockwork.database, [ANS], Interest(sort=Sort.ACTIVITY, activity=subject.id))
    assert (await progress(clockwork.database, "a1")).due == 0
    clockwork.now = NOON
    await clockwork.rounds.make()
    assert (await progress(clockwork.database, "a1")).due == 1


async def test_what_is_no_more_is_followed_no_longer(clockwork: Clockwork) -> None:
    gone = Interest(sort=Sort.ACTIVITY, activity="opgeheven")
    here = Interest(sort=Sort.ACTIVITY, activity=clockwork.timed.id)
    emmen = around(Sort.PLACE, Place(name="Emmen", lat=52.779, lon=6.907))
    await let_follow(clockwork.database, [ANS], gone, here, emmen)
    await let_follow(clockwork.database, [BEN], gone)
    await clockwork.rounds.make()
    left = await followed_by(clockwork.database, VAULT, ANS)
    assert set(left) == {here, emmen}
    clockwork.now += timedelta(days=1)
    await clockwork.rounds.make()
    assert await find_person(clockwork.database, VAULT, BEN) is None


async def test_old_copies_go_also_where_no_new_ones_are_made(
    clockwork: Clockwork, tmp_path: Path
) -> None:
    clock = Clock(local=lambda: NOON, instant=lambda: instant_of(NOON))
    for days in (13, 15):
        made = instant_of(NOON) - timedelta(days=days)
        (tmp_path / f"handwijzer-{made:%Y%m%dT%H%M%S}.kopie").touch()
    rounds = Rounds(clockwork.database, Interests(VAULT), lambda: None, clock, copies=tmp_path)
    await rounds.make()
    assert [made for _, made in copies(tmp_path)] == [instant_of(NOON) - timedelta(days=13)]


async def test_without_knowledge_only_erasing_goes_on(clockwork: Clockwork) -> None:
    clock = Clock(local=lambda: NOON, instant=lambda: instant_of(NOON))
    rounds = Rounds(clockwork.database, Interests(VAULT), lambda: None, clock)
    await clockwork.database.execute(
        "INSERT INTO person (id, chat_hash, chat, key_name) VALUES ('p', 'h', 'c', 'k')"
    )
    await rounds.make()
    assert await clockwork.database.fetch("SELECT id FROM person") == []
