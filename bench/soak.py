"""Twenty-four simulated hours of mixed traffic: whether memory stays flat.

    python -m bench.soak [--hours 24] [--every 4]

The real assistant with a database, its desk and the counting; the clock is ours. Residents come
and go and ask one to four things each: also danger, nonsense, buttons, other languages, and 4,096
characters; some follow a thing, some stop. The knowledge is loaded anew in the second hour, and
every six hours after it. Memory at the end is set against that at the end of the third hour.
"""

import argparse
import asyncio
import gc
import json
import os
import random
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.speed import ROOT
from bot.app.opened import Opened, open_assistant
from bot.assistant import Assistant
from bot.channels.telegram_text import render
from bot.core.message import Matter, Message
from bot.core.reply import Reply
from bot.core.talk.outcome import House
from bot.desk.act import Clock
from bot.desk.desk import Desk
from bot.health.counting import Counting
from bot.health.memory import use_one_arena
from bot.reloading.served import Keeping
from bot.reloading.vigil import Post, Vigil
from bot.store.migrate import migrate
from bot.store.retention import apply_rules
from bot.store.serving import FILE
from bot.store.sqlite import Sqlite
from bot.store.vault import Vault

ALLOWED = 0.05  # more than at the end of the third hour
_WARM = 3  # hours
_BEGIN = datetime(2026, 11, 25, 0, 0)  # noqa: DTZ001 - local wall-clock time
_STRANGE = ("/start", "/privacy", "/stop", "/taal", "asdf jkl", "x" * 4096, "👍", "1", "/nood")


class Day:
    """The simulated day: whoever writes, and what time it is."""

    def __init__(self, seconds: float) -> None:
        self.now = _BEGIN
        self._step = timedelta(seconds=seconds)
        self._chance = random.Random(24)
        self._texts = [
            json.loads(line)["text"]
            for name in ("questions-dev", "safety-dev")
            for line in (ROOT / "eval" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        self._chat, self._left = 0, 0
        self._last = Reply()

    def local(self) -> datetime:
        """Now in Amsterdam."""
        return self.now

    def instant(self) -> datetime:
        """Now in UTC."""
        return self.now - timedelta(hours=1)

    async def write(self, assistant: Assistant) -> None:
        """Somebody writes or presses something, and the time goes on."""
        if not self._left:
            self._chat, self._left = self._chat + 1, self._chance.randint(1, 4)
        self._left -= 1
        self._last = await assistant.answer(self._message(), f"telegram:{self._chat}")
        for bubble in self._last.bubbles:
            render(bubble)
        self.now += self._step

    def _message(self) -> Message:
        choices = [
            button.choice
            for bubble in self._last.bubbles
            for row in bubble.buttons
            for button in row
            if button.choice
        ]
        if choices and self._left and self._chance.random() < 0.4:
            return Message(matter=Matter.BUTTON, choice=self._chance.choice(choices))
        if self._chance.random() < 0.1:
            return Message(text=self._chance.choice(_STRANGE))
        words = self._chance.choice(self._texts).split()
        if self._chance.random() < 0.3:  # a word that nobody has typed before
            words.insert(0, f"{self._chance.choice(words)}{self._chance.randrange(10**6)}")
        return Message(text=" ".join(words)[:4096])


async def soak(hours: int, day: Day, opened: Opened, scratch: Path) -> list[float]:
    """Megabytes at the end of each hour."""
    counting, found = Counting(), []
    opened.assistant.be_seen_by(counting.note)
    vault = Vault((bytes(range(32)),))
    clock = Clock(local=day.local, instant=day.instant)
    async with Sqlite(scratch / FILE) as database:
        await migrate(database, datetime.now(UTC).replace(tzinfo=None))
        desk = Desk(database, vault, clock)
        await desk.open()
        opened.assistant.attend(desk)
        post = Post(
            folder=opened.folder,
            keeping=Keeping(folder=scratch),
            clock=clock,
            database=database,
            look_every=0.2,
        )
        watching = asyncio.create_task(Vigil(post, opened.assistant, opened.loaded).run())
        opened.loaded = replace(opened.loaded, knowledge=None, safety=None)
        for hour in range(1, hours + 1):
            until = _BEGIN + timedelta(hours=hour)
            while day.now < until:
                await day.write(opened.assistant)
            opened.assistant.forget_silent()
            await counting.keep(database)
            await apply_rules(database, day.instant())
            if hour % 6 == 2:
                await _renew(opened.assistant, opened.folder)
            gc.collect()
            found.append(_megabytes())
            print(f"hour {hour}: {found[-1]:.1f} MB", file=sys.stderr, flush=True)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    return found


async def _renew(assistant: Assistant, folder: Path) -> None:
    """An editor saves a file; waits until what was loaded anew is served."""
    before = _served(assistant)
    file = next((folder / "organisaties").rglob("*.yaml"))
    text = await asyncio.to_thread(file.read_text, encoding="utf-8")
    await asyncio.to_thread(file.write_text, f"{text}# \n", encoding="utf-8")
    async with asyncio.timeout(120):
        while _served(assistant) == before:  # noqa: ASYNC110 - a reload sets no event
            await asyncio.sleep(0.2)
    await asyncio.sleep(3)  # the old one is put away part by part


def _served(assistant: Assistant) -> int:
    """Stands for the knowledge that is served, without holding it."""
    served = assistant.served
    return id(served.knowledge) if served else 0


def _megabytes() -> float:
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def main() -> int:
    """Prints the memory by hour; 1 where it is not flat."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--hours", type=int, default=24)
    parser.add_argument("--every", type=float, default=4.0, help="seconds between two messages")
    asked = parser.parse_args()
    use_one_arena()  # as `handwijzer run` does
    with tempfile.TemporaryDirectory() as scratch:
        folder = shutil.copytree(ROOT / "knowledge", Path(scratch) / "kennis")
        os.environ["HANDWIJZER_KNOWLEDGE"] = str(folder)
        day, keeping = Day(asked.every), Keeping(folder=Path(scratch))
        house = House(operator="x", contact="y")
        opened = open_assistant(os.environ, house, day.local, keeping=keeping)
        found = asyncio.run(soak(asked.hours, day, opened, Path(scratch)))
    start, end, most = found[min(_WARM, len(found)) - 1], found[-1], max(found[_WARM - 1 :])
    grown = end / start - 1
    well = grown <= ALLOWED
    messages = round(asked.hours * 3600 / asked.every)
    print(
        f"{messages} messages in {asked.hours} simulated hours: {start:.1f} MB after three hours,"
    )
    verdict = "met" if well else "MISSED"
    print(f"{end:.1f} MB at the end ({grown:+.1%}), {most:.1f} MB at most;", end=" ")
    print(f"allowed +{ALLOWED:.0%}: {verdict}")
    return int(not well)


if __name__ == "__main__":
    sys.exit(main())
