"""The real program in a process of its own, against a loopback Bot API server."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bench.broadcast_server import BroadcastServer
from bench.load_server import TOKEN
from bench.speed import ROOT
from bot.store.vault import new_key

KEY = new_key()


class Program:
    """The real program in a process of its own, that can be killed and started again."""

    def __init__(self, address: str, data: Path) -> None:
        self._environment = {
            **os.environ,
            "HANDWIJZER_DATA": str(data),
            "HANDWIJZER_KEY": KEY,
            "HANDWIJZER_OPERATOR": "Proef",
            "HANDWIJZER_CONTACT": "proef@example.org",
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": address,
        }
        self.down = False
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "bot", "run"]
        log = Path(self._environment["HANDWIJZER_DATA"]) / "log"
        with log.open("ab") as opened:
            return subprocess.Popen(
                command, cwd=ROOT, env=self._environment, stdout=opened, stderr=opened
            )

    async def kill(self, server: BroadcastServer) -> tuple[float, float]:
        """Kills it without a warning and starts it again; when it was away, as to bulk."""
        self.down = True
        self.process.kill()
        self.process.wait()
        killed = time.perf_counter()
        self.process = self._start()
        # What was on its way when it was killed still comes in just after.
        await until(lambda: server.asked[-1] > killed + 0.5)
        self.down = False
        return killed, server.asked[-1]


@asynccontextmanager
async def running(server: BroadcastServer, data: Path) -> AsyncIterator[Program]:
    """The program, once it has asked the server for messages; ended afterwards."""
    program = Program(server.address, data)
    try:
        async with asyncio.timeout(60):
            await server.listening()
        yield program
    finally:
        program.process.terminate()
        program.process.wait()


async def until(holds: Callable[[], bool], patience: float = 900.0) -> None:
    """Looks a hundred times a second whether something holds; raises TimeoutError at last."""
    async with asyncio.timeout(patience):
        while not holds():  # noqa: ASYNC110 - what is counted has no bell
            await asyncio.sleep(0.01)
