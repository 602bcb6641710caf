"""Handwijzer against the floor: a plain echo bot and a quick one, same server, same load, in turn.

    python -m bench.load [--runs 3] [--way polling|webhook]

Each bot runs in a process of its own against the loopback server of `load_server`. A run of one
bot is: a warm-up, one resident who asks and waits, a pile of messages at once, and a thousand
residents at once. Handwijzer answers the questions of the development set, whole; the echo bots
say them back. The machine may be shared, so the bots take turns and only ratios are held against
limits; the time that the processor spent stands beside the clock.
"""

import argparse
import asyncio
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass

from bench.asked import questions
from bench.load_server import TOKEN, LoadServer, Wait
from bench.processes import free_port, memory, processor
from bench.speed import ROOT, share

BOTS = ("echo", "echo-aiohttp", "handwijzer")
_ALONE, _PILE, _CROWD, _WARM = 300, 2_000, 1_000, 200
_PATIENCE = 120.0  # seconds for a whole pile


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The figures of one run of one bot; seconds, megabytes and messages a second."""

    median: float
    late: float  # the 99th percentile of one resident's wait
    whole: float  # the median until the last bubble
    rate: float
    processor: float  # seconds of the processor for one message of the pile
    longest: float  # wait in the crowd
    unanswered: int
    memory: float


def main() -> int:
    """Lets the bots take turns and prints a table; 1 where a limit is not met."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--way", choices=("polling", "webhook"), default=None)
    parser.add_argument("--pile", type=int, default=_PILE, help="messages at once")
    asked = parser.parse_args()
    missed = 0
    for way in (asked.way,) if asked.way else ("polling", "webhook"):
        runs: dict[str, list[Run]] = {bot: [] for bot in BOTS}
        for _ in range(asked.runs):
            for bot in BOTS:
                runs[bot].append(asyncio.run(_run(bot, way == "webhook", asked.pile)))
                print(f"{way} {bot}: {runs[bot][-1]}", file=sys.stderr)
        missed += _tell(way, runs)
    return int(missed > 0)


def _tell(way: str, runs: dict[str, list[Run]]) -> int:
    """Prints the medians of the runs, and the ratios run by run against what is allowed."""
    print(f"\n{way}, medians of {len(runs['echo'])} runs; load {os.getloadavg()[0]:.1f}\n")
    print("| | messages/s | CPU ms each | wait ms: median | 99% | last bubble | memory MB |"
          " longest wait of 1,000 s | unanswered |")  # fmt: skip
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for bot, found in runs.items():
        mid = {name: statistics.median(getattr(one, name) for one in found)
               for name in Run.__dataclass_fields__}  # fmt: skip
        print(
            f"| {bot} | {mid['rate']:.0f} | {mid['processor'] * 1e3:.2f} |"
            f" {mid['median'] * 1e3:.1f} | {mid['late'] * 1e3:.1f} | {mid['whole'] * 1e3:.1f} |"
            f" {mid['memory']:.0f} | {mid['longest']:.2f} | {max(r.unanswered for r in found)} |"
        )
    plain, quick, ours = (runs[bot] for bot in BOTS)
    rows = (
        ("throughput, × plain echo", _ratio(ours, plain, "rate"), 2.0, False),
        ("throughput, × aiohttp echo", _ratio(ours, quick, "rate"), 0.35, False),
        ("median wait, × plain echo", _ratio(ours, plain, "median"), 1.0, True),
        ("99th percentile, × plain echo", _ratio(ours, plain, "late"), 1.5, True),
        ("memory, × plain echo", _ratio(ours, plain, "memory"), 2.5, True),
        (
            "longest wait of 1,000 at once, s",
            statistics.median(r.longest for r in ours),
            2.0,
            True,
        ),
        ("unanswered", float(max(r.unanswered for r in ours)), 0.0, True),
    )
    print("\n| | measured | limit | |\n| --- | --- | --- | --- |")
    missed = 0
    for name, value, limit, at_most in rows:
        well = value <= limit if at_most else value >= limit
        missed += not well
        sign = "≤" if at_most else "≥"
        print(f"| {name} | {value:.2f} | {sign} {limit:g} | {'met' if well else 'MISSED'} |")
    return missed


def _ratio(ours: Sequence[Run], floor: Sequence[Run], name: str) -> float:
    return statistics.median(
        getattr(one, name) / getattr(other, name) for one, other in zip(ours, floor, strict=True)
    )


async def _run(bot: str, hook: bool, pile: int) -> Run:
    texts = itertools.cycle(questions())

    def take(count: int) -> list[str]:
        return list(itertools.islice(texts, count))

    with tempfile.TemporaryDirectory() as data:
        async with LoadServer(hook) as server:
            process = _start(bot, server.address, free_port() if hook else 0, data)
            try:
                async with asyncio.timeout(60):
                    await server.listening()
                await server.ask(take(_WARM), _PATIENCE)
                await server.quiet(0.5)
                alone = [await _one(server, text) for text in take(_ALONE)]
                spent, begun = processor(process.pid), time.perf_counter()
                waits = await server.ask(take(pile), _PATIENCE)
                seconds = time.perf_counter() - begun
                await server.quiet(0.3)
                spent = processor(process.pid) - spent
                crowd = await server.ask(take(_CROWD), 30.0)
                await server.quiet(0.3)
                return _figures(alone, waits, crowd, (seconds, spent, memory(process.pid)))
            finally:
                process.kill()
                process.wait()


async def _one(server: LoadServer, text: str) -> Wait:
    """One resident asks, reads the whole answer, and thinks for a moment."""
    wait = (await server.ask([text], 10.0))[0]
    await asyncio.sleep(0.02)
    return wait


def _figures(
    alone: Sequence[Wait],
    pile: Sequence[Wait],
    crowd: Sequence[Wait],
    spent: tuple[float, float, float],
) -> Run:
    answered = [one.first - one.asked for one in alone if one.first]
    seconds, processor, memory = spent
    return Run(
        median=share(answered, 0.5),
        late=share(answered, 0.99),
        whole=share([one.last - one.asked for one in alone if one.first], 0.5),
        rate=sum(bool(one.first) for one in pile) / seconds,
        processor=processor / len(pile),
        longest=max(one.first - one.asked for one in crowd),
        unanswered=sum(not one.first for one in (*alone, *pile, *crowd)),
        memory=memory,
    )


def _start(bot: str, address: str, port: int, data: str) -> subprocess.Popen[bytes]:
    if bot == "handwijzer":
        command = [sys.executable, "-m", "bot", "run"]
    else:
        command = [sys.executable, "-m", "bench.load_bots", bot, address, str(port)]
    environment = {**os.environ, "HANDWIJZER_DATA": data, "TELEGRAM_BOT_TOKEN": TOKEN}
    environment |= {"TELEGRAM_API_BASE_URL": address, "PTB_TIMEDELTA": "1"}
    environment |= {"HANDWIJZER_OPERATOR": "Proef", "HANDWIJZER_CONTACT": "proef@example.org"}
    if port:
        environment |= {
            "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "TELEGRAM_WEBHOOK_PORT": str(port),
            "TELEGRAM_WEBHOOK_SECRET": "bench",
        }
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
