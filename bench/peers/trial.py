"""Tries one peer in this process: trains it, asks it everything, and tells what that took.

Examples and messages come in as JSON lines; one JSON object goes out. The peer's own libraries are
imported while it trains, so that they count as its memory.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

Examples = list[tuple[str, str]]  # topic and text
Ranking = list[tuple[str, float]]  # topics with the peer's own score, best first
Rank = Callable[[str], Ranking]

_WARM_UP = 100  # examples asked before the clock runs
_KEPT = 6  # of a ranking


def try_out(train: Callable[..., Rank]) -> None:
    """Trains on the examples of the standard input, ranks its messages, writes what came of it.

    The settings of the peer are the JSON object that is the first argument.
    """
    empty = _memory("VmRSS")
    out = _own_output()
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    rows = [json.loads(line) for line in sys.stdin]
    examples = [(row["topic"], row["text"]) for row in rows if "topic" in row]
    messages = [row["message"] for row in rows if "message" in row]
    wall, cpu = time.perf_counter(), time.process_time()
    rank = train(examples, **settings)
    told: dict[str, Any] = {
        "trained": (time.perf_counter() - wall, time.process_time() - cpu),
        "training_peak": _memory("VmHWM") - empty,
    }
    for _, text in examples[:: max(1, len(examples) // _WARM_UP)]:
        rank(text)
    told |= _asked(rank, messages)
    told |= {"resident": _memory("VmRSS") - empty, "peak": _memory("VmHWM") - empty}
    json.dump(told, out)
    out.close()


def _asked(rank: Rank, messages: Iterable[str]) -> dict[str, Any]:
    """The ranking of every message, and the seconds each took."""
    rankings, walls, cpus = [], [], []
    for text in messages:
        ranking, wall, cpu = timed(partial(rank, text))
        walls.append(wall)
        cpus.append(cpu)
        best = [pair for pair in ranking if pair[0] != "null"][:_KEPT]
        rankings.append(best + [pair for pair in ranking if pair[0] == "null"][:1])
    return {"rankings": rankings, "wall": walls, "cpu": cpus}


def timed(act: Callable[[], Any], times: int = 3) -> tuple[Any, float, float]:
    """What comes of an act, and the seconds of the quickest time by the wall clock and the CPU.

    Other work on the machine makes every figure worse and none better.
    """
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        done = act()
        cpus.append(time.process_time() - cpu)
        walls.append(time.perf_counter() - wall)
    return done, min(walls), min(cpus)


def best_of_each(pairs: Iterable[tuple[str, float]]) -> Ranking:
    """The topics by their best score."""
    best: dict[str, float] = {}
    for topic, score in pairs:
        best[topic] = max(score, best.get(topic, score))
    return sorted(best.items(), key=lambda pair: -pair[1])


def _memory(field: str) -> float:
    """Megabytes of this process: `VmRSS` now, `VmHWM` at most so far."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    return 0.0


def _own_output() -> Any:
    """The standard output for us alone; what a library prints goes to the errors."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return out
