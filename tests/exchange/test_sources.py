"""Asking sources again and again, over a real server on this machine and a real database."""

import json
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.exchange.sources import EVERY, Address, Hands, Sources
from bot.exchange.taking import Surroundings
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.loader import find_folder
from bot.knowledge.problems import Report
from bot.store.migrate import migrate
from bot.store.programme import load
from bot.store.sqlite import Sqlite

START = datetime(2026, 11, 25, 12)
AROUND = Surroundings(
    gazetteer=read_gazetteer(find_folder({}) / "plaatsen", Report()), allowed=frozenset()
)


@dataclass
class Source:
    """A source of meetings that tells how it was asked."""

    meetings: int = 3
    name: str = "Groep"
    status: int = 200
    asked: list[dict[str, str]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(dict(request.headers))
        etag = f'"{self.meetings}{self.name}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        rows = [
            {"slug": f"g{one}", "name": f"{self.name} {one}", "day": 2, "time": "19:30",
             "city": "Emmen", "address": "Weg 1"}
            for one in range(self.meetings)
        ]  # fmt: skip
        return web.Response(
            status=self.status, body=json.dumps(rows).encode(), headers={"ETag": etag}
        )


class Clock:
    """A clock that is put on by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Table:
    """All that a test holds of one source."""

    source: Source
    address: Address
    clock: Clock
    database: Sqlite
    sources: Callable[[], Sources]

    async def names(self) -> list[str]:
        stored = await load(self.database, START.date())
        return sorted(one.name for one in stored.activities)


@pytest.fixture
async def table(tmp_path: Path) -> AsyncIterator[Table]:
    source, clock = Source(), Clock()
    app = web.Application()
    app.router.add_get("/lijst.json", source.answer)
    async with TestServer(app) as server, Sqlite(tmp_path / "handwijzer.db") as database:
        await migrate(database, START)
        address = Address(id="lijst", url=str(server.make_url("/lijst.json")))
        hands = Hands(database=database, data=tmp_path, around=AROUND, instant=clock, inside=True)
        yield Table(source, address, clock, database, lambda: Sources((address,), hands))


async def test_what_a_source_holds_is_taken_over(table: Table) -> None:
    assert await table.sources().ask(table.address) == ""
    assert await table.names() == ["Groep 0", "Groep 1", "Groep 2"]


async def test_what_came_without_coordinates_lies_in_its_town(table: Table) -> None:
    await table.sources().ask(table.address)
    (emmen,) = AROUND.gazetteer.named("Emmen")
    (house,) = (await load(table.database, START.date())).locations.values()
    assert (house.lat, house.lon, house.exact) == (emmen.lat, emmen.lon, False)


async def test_a_source_that_did_not_change_is_not_sent_again(table: Table) -> None:
    await table.sources().ask(table.address)
    assert await table.sources().ask(table.address) == ""
    assert table.source.asked[1]["If-None-Match"] == '"3Groep"'
    assert len(await table.names()) == 3


async def test_a_source_is_due_again_after_a_while_also_after_a_restart(table: Table) -> None:
    assert table.sources().is_due(table.address)
    await table.sources().ask(table.address)
    assert not table.sources().is_due(table.address)
    table.clock.now += EVERY - timedelta(minutes=1)
    assert not table.sources().is_due(table.address)
    table.clock.now += timedelta(minutes=1)
    assert table.sources().is_due(table.address)


async def test_a_clock_that_was_put_back_does_not_stop_the_asking(table: Table) -> None:
    await table.sources().ask(table.address)
    table.clock.now -= timedelta(days=400)
    assert table.sources().is_due(table.address)


async def test_a_great_loss_is_refused_and_asked_for_again(table: Table) -> None:
    table.source.meetings = 40
    await table.sources().ask(table.address)
    table.source.meetings = 2
    assert "verdwijnen" in await table.sources().ask(table.address)
    assert len(await table.names()) == 40
    await table.sources().ask(table.address)
    assert table.source.asked[2]["If-None-Match"] == '"40Groep"'


async def test_what_stands_in_the_way_is_told_once(
    table: Table, caplog: pytest.LogCaptureFixture
) -> None:
    table.source.status = 503
    one = table.sources()
    for _ in range(3):
        one.tell(table.address, await one.ask(table.address))
    told = [record for record in caplog.records if record.levelno == logging.WARNING]
    assert [record.getMessage().partition(": ")[2] for record in told] == [
        "De bron antwoordde met 503."
    ]


async def test_nothing_of_a_resident_or_of_this_machine_goes_along(table: Table) -> None:
    await table.sources().ask(table.address)
    assert set(table.source.asked[0]) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert table.source.asked[0]["User-Agent"] == "Handwijzer (leest bijeenkomsten)"


async def test_without_sources_nobody_is_asked(table: Table) -> None:
    hands = table.sources()._hands
    await Sources((), hands).run()
    assert table.source.asked == []
