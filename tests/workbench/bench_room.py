"""A workbench on a copy of the shipped knowledge, for tests to open and press."""

import shutil
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from aiohttp.test_utils import TestClient, TestServer
from resident import HOUSE

from bot.store.gaps import fetch_gaps, keep_gap
from bot.store.migrate import migrate
from bot.store.serving import FILE
from bot.store.sqlite import Sqlite
from bot.workbench.access import Access
from bot.workbench.passed import Mailbox
from bot.workbench.server import Workbench
from bot.workbench.workroom import Workroom

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
AA = "organisaties/aa-emmen.yaml"
NOW = datetime(2026, 11, 25, 14)


class Bench:
    """An open workbench: its folder, its links, and a client that is inside."""

    def __init__(self, folder: Path, room: Workroom, hosts: tuple[str, ...] = ()) -> None:
        self.folder, self.room = folder, room
        self.database = folder.parent / "data" / FILE
        mailbox = Mailbox(self.database, "", lambda: NOW)
        self.clock = 0.0
        self.access = Access(lambda: self.clock)
        self.page = Workbench(room, self.access, port=0, hosts=hosts, mailbox=mailbox)
        self.client: TestClient | None = None

    async def pass_on(self, *questions):
        """Residents ask these, and let them be passed on."""
        self.database.parent.mkdir(exist_ok=True)
        async with Sqlite(self.database) as database:
            await migrate(database, NOW)
            async with database.transaction() as inside:
                for words in questions:
                    await keep_gap(inside, words, NOW.date())

    async def passed_on(self):
        async with Sqlite(self.database) as database:
            return sorted(one.words for one in await fetch_gaps(database))

    async def post(self, name, /, **fields):
        async with self.client.post(f"/api/{name}", json=fields) as response:
            return response.status, await response.json()

    async def told(self, name, /, **fields):
        status, told = await self.post(name, **fields)
        assert status == 200, told
        return told


@asynccontextmanager
async def opened(tmp_path, hosts=(), *, serve=True):
    """A workbench with a client; without `serve` the test serves its page itself."""
    folder = shutil.copytree(KNOWLEDGE, tmp_path / "kennis")
    room = Workroom(folder, tmp_path / "data", HOUSE, lambda: NOW)
    bench = Bench(folder, room, hosts)
    if not serve:
        yield bench
        return
    await room.open()
    bench.client = TestClient(TestServer(bench.page.application()))
    await bench.client.start_server()
    try:
        yield bench
    finally:
        await bench.client.close()
        await room.close()
