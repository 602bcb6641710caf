"""Handwijzer beside what a team might pick instead: same examples, same messages, one table.

    python -m bench.understanding [FILE …] [--only NAME …] [--tune] [--own]

Each peer is installed in an environment of its own under build/peers and runs in a process of its
own on one thread. One that cannot be installed is left out, aloud. `--own` measures only our own
speed; `--tune` tries a peer's settings on examples that it was not fitted to.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import speed
from bench.asked import QUESTIONS, Asked, auroc, read_messages, shares_right
from bench.contestants import PEERS, Peer
from bench.environments import run_peer
from bot.core.understanding.guess import ELSEWHERE
from bot.knowledge.loader import find_folder, read_examples_of
from bot.knowledge.problems import Report

_FOLD, _TRIED = 5, 3  # of every fifth example, kept out while tuning, every third is asked
_ANEW = {"fit": True}  # our own weights are otherwise those that are shipped


def main() -> int:
    """Runs what is asked for and prints it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--only", nargs="*", default=[], help="names of peers, or their beginning")
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--own", action="store_true")
    arguments = parser.parse_args()
    files = arguments.files or [QUESTIONS]
    asked = [one for file in files for one in read_messages(file)]
    chosen = [
        peer
        for peer in PEERS
        if not arguments.only
        or peer.name.lower().startswith(tuple(map(str.lower, arguments.only)))
    ]
    if arguments.tune:
        _tune(chosen)
        return 0
    if not arguments.own:
        _side_by_side(chosen, asked)
    return speed.main([one.text for one in asked])


def read_examples() -> list[tuple[str, str]]:
    """Every example of the knowledge folder with its topic, as the bot itself reads them."""
    report = Report()
    examples, _, _ = read_examples_of(find_folder(os.environ), report)
    if not report.sound:
        raise SystemExit("the knowledge is not sound: see `make check`")
    return [(one.topic, one.text) for one in examples]


def _side_by_side(peers: Sequence[Peer], asked: Sequence[Asked]) -> None:
    examples = read_examples()
    ours = sum(bool(one.right) for one in asked)
    print(
        f"{len(examples)} examples of {len({topic for topic, _ in examples})} topics; "
        f"{len(asked)} messages, {ours} of them in scope\n"
    )
    print(_HEADING)
    for peer in peers:
        told = run_peer(peer, examples, [one.text for one in asked], peer.settings)
        if told is None:
            continue
        if peer.module == "handwijzer":
            fitted = run_peer(peer, examples, [], _ANEW) or told
            told |= {name: fitted[name] for name in ("trained", "training_peak")}
        print(_row(peer.name, told, asked), flush=True)
    print(_LEGEND)


def _tune(peers: Sequence[Peer]) -> None:
    """How well each setting does on examples it was not fitted to; the messages stay out of it."""
    examples = read_examples()
    kept = [pair for at, pair in enumerate(examples) if at % _FOLD]
    asked = [
        Asked(text=text, right=frozenset((topic,)))
        for at, (topic, text) in enumerate(examples)
        if at % _FOLD == 0 and topic != ELSEWHERE
    ][::_TRIED]
    for peer in peers:
        chosen = peer.settings if peer.needs else _ANEW
        for settings in (chosen, *peer.others):
            told = run_peer(peer, kept, [one.text for one in asked], settings)
            if told:
                first, three = shares_right(told["rankings"], asked)
                print(f"{peer.name} {dict(settings)}: {first:.1%}, among three {three:.1%}")


_HEADING = (
    "| | right first | right among three | AUROC | p50 / p99 CPU | p50 / p99 wall "
    "| resident | peak | training CPU |\n|" + " --- |" * 9
)
_LEGEND = """
Right first, among three: in-scope messages, nothing rejected. AUROC: in scope against out of
scope, by the best score of a topic, by how far that is above the score of what is not ours, or by
how many times that it is, whichever is best for the peer. Milliseconds a message, the quickest of
three times, after 100 examples to warm up. Megabytes over an empty interpreter: resident when all
has been asked; peak with training. Handwijzer is served with weights fitted before: its peak and
training are those of fitting, measured in another process.
"""


def _row(name: str, told: Mapping[str, Any], asked: Sequence[Asked]) -> str:
    first, three = shares_right(told["rankings"], asked)
    times = {
        clock: [1e3 * speed.share(told[clock], part) for part in (0.5, 0.99)]
        for clock in ("cpu", "wall")
    }
    cpu, wall = (f"{middle:.2f} / {slow:.2f} ms" for middle, slow in times.values())
    cells = (
        name,
        f"{first:.1%}",
        f"{three:.1%}",
        f"{auroc(told['rankings'], asked):.3f}",
        cpu,
        wall,
        f"{told['resident']:.0f} MB",
        f"{max(told['peak'], told['training_peak']):.0f} MB",
        f"{told['trained'][1]:.1f} s",
    )
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
