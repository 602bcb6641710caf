"""How long answers wait while changed knowledge is checked and taken over, and until it is live.

    python -m bench.reload [--examples 2500] [--rounds 2]

300 files of 60 lines beside the shipped knowledge, of whose examples as many are kept as asked.
A resident asks a question every few milliseconds, all through the reload. On a machine that is
busy with other things the clock shows those too, so the processor's time is shown beside it: how
long other threads of this program worked while an answer was on its way, which is all that a
reload can add.
"""

import argparse
import asyncio
import gc
import logging
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import uvloop

from bench.check import ROOT, compiled, filled
from bot.app.clocks import local_now, utc_now
from bot.app.opened import Opened, open_assistant
from bot.assistant import Assistant
from bot.core.message import Message
from bot.core.talk.outcome import House
from bot.desk.act import Clock
from bot.knowledge.checks import check_folder
from bot.knowledge.problems import Severity
from bot.reloading.served import Keeping
from bot.reloading.vigil import Post, Vigil
from bot.store.migrate import migrate
from bot.store.serving import FILE
from bot.store.sqlite import Sqlite

QUESTIONS = ("is er een inloop in Assen?", "wat kost het", "Is er morgen iets te doen in Emmen")
_PAUSE = 0.004


@dataclass(frozen=True, slots=True)
class Wait:
    """What one answer took on the clock, and how long other threads worked meanwhile, in ms."""

    clock: float
    others: float


async def asking(assistant: Assistant, waits: list[Wait], done: asyncio.Event) -> None:
    """Asks until it is done; counts from when it meant to ask."""
    number = 0
    while not done.is_set():
        begun, own, whole = time.perf_counter(), time.thread_time(), time.process_time()
        await asyncio.sleep(_PAUSE)
        await assistant.answer(Message(text=QUESTIONS[number % len(QUESTIONS)]), f"k{number % 50}")
        mine = time.thread_time() - own
        waits.append(
            Wait(
                (time.perf_counter() - begun - _PAUSE) * 1000,
                max(0.0, time.process_time() - whole - mine) * 1000,
            )
        )
        number += 1


def trimmed(folder: Path, examples: int) -> int:
    """Keeps an even share of the examples of each topic, and no proofs; how many are left.

    Proofs that hold with all examples need not hold with fewer.
    """
    shutil.rmtree(folder / "proeven", ignore_errors=True)
    lines_of = {
        path: _without_proofs(path.read_text(encoding="utf-8").splitlines())
        for path in (folder / "onderwerpen").glob("*.yaml")
    }
    spots = [(path, at) for path, lines in lines_of.items() for at in _examples(lines)]
    share = min(1.0, examples / len(spots))
    kept = {
        spot
        for number, spot in enumerate(spots)
        if int(number * share) != int((number + 1) * share)
    }
    gone = set(spots) - kept
    for path, lines in lines_of.items():
        left = [line for at, line in enumerate(lines) if (path, at) not in gone]
        path.write_text("\n".join(left) + "\n", encoding="utf-8")
    return len(kept)


def mended(folder: Path, cache: Path) -> int:
    """Takes out the lines with errors, which fewer examples bring; how many examples went."""
    found = [one for one in check_folder(folder, cache).found if one.severity is Severity.ERROR]
    for path in {one.spot.path for one in found}:
        wrong = {one.spot.line for one in found if one.spot.path == path}
        lines = (folder / path).read_text(encoding="utf-8").splitlines()
        left = [line for number, line in enumerate(lines, start=1) if number not in wrong]
        (folder / path).write_text("\n".join(left) + "\n", encoding="utf-8")
    return len(found)


def _without_proofs(lines: list[str]) -> list[str]:
    begin = next((at for at, line in enumerate(lines) if line.startswith("proeven:")), None)
    if begin is None:
        return lines
    rest = range(begin + 1, len(lines))
    end = next((at for at in rest if lines[at][:1] not in (" ", "-", "")), len(lines))
    return [*lines[:begin], *lines[end:]]


def _examples(lines: list[str]) -> list[int]:
    begin = next((at for at, line in enumerate(lines) if line.startswith("vragen:")), len(lines))
    return [at for at in range(begin, len(lines)) if lines[at].startswith("  - ")]


def add_explanation(folder: Path, number: int) -> None:
    """Changes an answer."""
    path = folder / "uitleg" / "herstel.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}# {number}\n", encoding="utf-8")


def add_example(folder: Path, number: int) -> None:
    """Adds a way to ask."""
    path = folder / "onderwerpen" / "kosten.yaml"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n  - moet ik {number} euro contributie betalen\n", encoding="utf-8")


def add_mistake(folder: Path, _: int) -> None:
    """Makes a mistake."""
    path = folder / "uitleg" / "herstel.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}onzin: ja\n", encoding="utf-8")


class _Told(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.bell = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if "reloaded" in record.getMessage() or "last good one stays" in record.getMessage():
            self.bell.set()


async def measured(opened: Opened, folder: Path, data: Path, rounds: int) -> None:
    """Prints one row for each sort of change."""
    gc.freeze()
    told = _Told()
    logger = logging.getLogger("bot.reloading.vigil")
    logger.addHandler(told)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    async with Sqlite(data / FILE) as database:
        await migrate(database, utc_now())
        post = Post(
            folder=folder,
            keeping=Keeping(folder=data),
            clock=Clock(local=local_now, instant=utc_now),
            database=database,
        )
        vigil = asyncio.create_task(Vigil(post, opened.assistant, opened.loaded).run())
        for name, change in (
            ("nothing", None),
            ("the first answer changed", add_explanation),
            ("an answer changed", add_explanation),
            ("an example added", add_example),
            ("a mistake made", add_mistake),
        ):
            for number in range(rounds if change else 1):
                await one(name, opened.assistant, told, _bound(change, folder, number))
        vigil.cancel()


def _bound(
    change: Callable[[Path, int], None] | None, folder: Path, number: int
) -> Callable[[], None] | None:
    return (lambda: change(folder, number)) if change else None


def _elsewhere() -> float:
    """The processor seconds of the processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def one(
    name: str, assistant: Assistant, told: _Told, change: Callable[[], None] | None
) -> None:
    """Measures one change."""
    waits: list[Wait] = []
    done = asyncio.Event()
    told.bell.clear()
    task = asyncio.create_task(asking(assistant, waits, done))
    begun, spent = time.perf_counter(), _elsewhere()
    if change is None:
        await asyncio.sleep(5)
    else:
        change()
        await told.bell.wait()
    live = time.perf_counter() - begun
    await asyncio.sleep(1.5)
    done.set()
    await task
    worked = _elsewhere() - spent
    clock = sorted(wait.clock for wait in waits)
    others = sorted(wait.others for wait in waits)
    at = int(len(waits) * 0.99)
    figures = (
        *(live if change else 0.0, worked),
        *(clock[len(clock) // 2], clock[at], clock[-1], others[at], others[-1]),
    )
    told = " | ".join(f"{figure:.1f}" for figure in figures)
    print(f"| {name} | {len(waits)} | {told} |", flush=True)


def as_the_program() -> None:
    """Lets the other process begin as that of the program does, without what a bench imports."""
    sys.modules["__main__"].__spec__ = find_spec("bot.__main__")


def main() -> None:
    """Prints the figures as a table for the documentation."""
    as_the_program()
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", type=int, default=2500)
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder, data = Path(scratch) / "kennis", Path(scratch) / "data"
        (data / "weights").mkdir(parents=True)
        compiled(Path(scratch) / "pyc")
        filled(folder)
        left = trimmed(folder, arguments.examples)
        while gone := mended(folder, data / "weights"):
            left -= gone
        files = len(list(folder.rglob("*.yaml")))
        print(f"{files} files, {left} examples, {ROOT.name}; waits in ms, others = other threads")
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        print(
            "| change | answers | live after s | CPU s of it elsewhere"
            " | median | 99% | most | others 99% | most |"
        )
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |", flush=True)
        opened = open_assistant(
            {"HANDWIJZER_KNOWLEDGE": str(folder)},
            House(),
            cache=data / "weights",
            keeping=Keeping(folder=data),
        )
        uvloop.run(measured(opened, folder, data, arguments.rounds))


if __name__ == "__main__":
    main()
