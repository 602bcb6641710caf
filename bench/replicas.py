"""Two replicas on PostgreSQL, one of them killed half-way through 3,000 updates.

    python -m bench.replicas [--updates 3000]

The updates are brought as Telegram does: 40 at once, each again and again, to either replica,
until one says 200. Lost is who got no answer; repeated is who got the same bubble twice. Needs a
PostgreSQL that can be started; the cluster is a fresh one.
"""

import argparse
import asyncio
import itertools
import os
import signal
import subprocess
import sys
import tempfile
import time
from typing import Any

import aiohttp

from bench.asked import questions
from bench.load_server import CONNECTIONS, TOKEN, LoadServer
from bench.processes import free_port
from bench.speed import ROOT

sys.path.insert(0, str(ROOT / "tests" / "store"))
import postgres_server

_SECRET = "bench"
_REPEATED_ALLOWED = 5


class Pair(LoadServer):
    """A server whose updates go to either of two replicas until one has handled them."""

    def __init__(self, urls: list[str]) -> None:
        super().__init__(True)
        self._urls = itertools.cycle(urls)
        self._room = asyncio.Semaphore(CONNECTIONS)

    async def _post(self, update: dict[str, Any]) -> None:
        assert self._session is not None
        async with self._room:
            while True:
                try:
                    async with self._session.post(
                        next(self._urls),
                        json=update,
                        headers={"X-Telegram-Bot-Api-Secret-Token": _SECRET},
                    ) as response:
                        if response.status == 200:
                            return
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.05)


async def measure(url: str, updates: int) -> tuple[int, int, float]:
    """How many were lost and repeated, and how many a second were answered."""
    ports = [free_port() for _ in range(2)]
    texts = list(itertools.islice(itertools.cycle(questions()), updates))
    with tempfile.TemporaryDirectory() as data:
        async with Pair([f"http://127.0.0.1:{port}/hook" for port in ports]) as server:
            replicas = [_replica(server.address, port, url, f"{data}/{port}") for port in ports]
            try:
                await _both_listen(ports)
                asking = asyncio.create_task(server.ask(texts, 600.0))
                begun = time.perf_counter()
                while not server.waits or server.unanswered > updates // 2:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
                replicas[0].send_signal(signal.SIGKILL)
                waits = await asking
                seconds = time.perf_counter() - begun
            finally:
                for replica in replicas:
                    replica.kill()
                    replica.wait()
    lost = sum(not wait.first for wait in waits)
    repeated = sum(len(set(sent)) < len(sent) for sent in server.texts.values())
    return lost, repeated, updates / seconds


def _replica(address: str, port: int, url: str, data: str) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "HANDWIJZER_DATA": data,
        "HANDWIJZER_KEY": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
        "HANDWIJZER_OPERATOR": "Proef",
        "HANDWIJZER_CONTACT": "proef@example.org",
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_BASE_URL": address,
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
        "TELEGRAM_WEBHOOK_PORT": str(port),
        "TELEGRAM_WEBHOOK_SECRET": _SECRET,
    }
    command = [sys.executable, "-m", "bot", "run"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


async def _both_listen(ports: list[int]) -> None:
    async with asyncio.timeout(120):
        for port in ports:
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", port)
                except OSError:
                    await asyncio.sleep(0.1)
                else:
                    writer.close()
                    break


def main() -> int:
    """Prints what was lost and repeated; 1 where that is more than allowed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--updates", type=int, default=3_000)
    updates = parser.parse_args().updates
    if postgres_server.find("initdb") is None:
        print("SKIPPED: there is no PostgreSQL to start.")
        return 0
    with postgres_server.running() as url:
        lost, repeated, rate = asyncio.run(measure(url, updates))
    well = lost == 0 and repeated <= _REPEATED_ALLOWED
    print(f"{updates} updates, 2 replicas, one killed half-way: {lost} lost, {repeated} repeated,")
    print(f"{rate:.0f} answered a second; allowed 0 and {_REPEATED_ALLOWED}: "
          f"{'met' if well else 'MISSED'}")  # fmt: skip
    return int(not well)


if __name__ == "__main__":
    sys.exit(main())
