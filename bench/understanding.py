"""Handwijzer beside what a team might pick instead: same examples, same messages, one table.

    python -m bench.understanding [FILE …] [--only NAME …] [--tune] [--own]

Each peer is installed in an environment of its own under build/peers and runs in a process of its
own on one thread. One that cannot be installed is left out, aloud. `--own` measures only our own
speed; `--tune` tries a peer's settings on examples that it was not fitted to.
"""

import argparse
import json
import os
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import speed
from bot.core.understanding.guess import ELSEWHERE
from bot.knowledge.loader import find_folder, read_examples_of
from bot.knowledge.problems import Report

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENTS = ROOT / "build" / "peers"
_FOLD, _TRIED = 5, 3  # of every fifth example, kept out while tuning, every third is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """What is tried: a module of bench.peers, what it needs, and its settings."""

    name: str
    module: str
    needs: tuple[str, ...] = ()  # none: it runs in our own environment
    settings: Mapping[str, Any] = field(default_factory=dict)
    others: tuple[Mapping[str, Any], ...] = ()  # settings that were tried beside these


_ANEW = {"fit": True}  # our own weights are otherwise those that are shipped
_SKLEARN = ("scikit-learn==1.9.1", "numpy==2.4.6", "scipy==1.17.1")
_RAPIDFUZZ = ("rapidfuzz==3.14.6",)
_NEBULENTO = ("nebulento==0.1.0", "rapidfuzz==3.14.6", "quebra-frases==0.3.7")
_KEYWORDS = tuple(
    {"fewest": fewest, "share": share} for fewest in (2, 3) for share in (0.15, 0.3, 0.5, 0.7)
)
_FASTTEXT = {"lr": 0.5, "dim": 50, "bucket": 200_000, "minn": 3, "maxn": 5}

PEERS = (
    Peer(name="Handwijzer", module="handwijzer"),
    Peer(
        name="TF-IDF + logistic regression",
        module="linear",
        needs=_SKLEARN,
        settings={"model": "logistic", "strength": 100.0},
        others=tuple({"model": "logistic", "strength": c} for c in (1.0, 10.0, 1000.0)),
    ),
    Peer(
        name="TF-IDF + linear SVC",
        module="linear",
        needs=_SKLEARN,
        settings={"model": "svc", "strength": 1.0},
        others=tuple({"model": "svc", "strength": c} for c in (0.1, 0.3, 3.0)),
    ),
    Peer(name="rapidfuzz WRatio", module="rapid", needs=_RAPIDFUZZ, settings={"scorer": "WRatio"}),
    Peer(
        name="rapidfuzz token_set",
        module="rapid",
        needs=_RAPIDFUZZ,
        settings={"scorer": "token_set_ratio"},
    ),
    Peer(
        name="Nebulento",
        module="nebulento",
        needs=_NEBULENTO,
        settings={"strategy": "RATIO"},
        others=tuple(
            {"strategy": strategy}
            for strategy in (
                "DAMERAU_LEVENSHTEIN_SIMILARITY",
                "TOKEN_SORT_RATIO",
                "TOKEN_SET_RATIO",
            )
        ),
    ),
    Peer(
        name="Adapt",
        module="adapt",
        needs=("adapt-parser==1.0.0", "six==1.17.0"),
        settings={"fewest": 2, "share": 0.5},
        others=_KEYWORDS,
    ),
    Peer(
        name="hassil",
        module="hassil",
        needs=("hassil==3.12.1",),
        settings={"fewest": 2, "share": 0.3},
        others=_KEYWORDS,
    ),
    Peer(
        name="fastText",
        module="fasttext",
        needs=("fasttext==0.9.3", "numpy==1.26.4"),
        settings=_FASTTEXT | {"epoch": 50, "wordNgrams": 2},
        others=tuple(
            _FASTTEXT | {"epoch": epoch, "wordNgrams": words, "minn": least}
            for epoch in (25, 50, 100)
            for words in (1, 2)
            for least in (2, 3)
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A message and the topics that are right for it; none where it is not ours."""

    text: str
    right: frozenset[str]


def main() -> int:
    """Runs what is asked for and prints it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--only", nargs="*", default=[], help="names of peers, or their beginning")
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--own", action="store_true")
    arguments = parser.parse_args()
    files = arguments.files or [ROOT / "eval" / "questions-dev.jsonl"]
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


def read_messages(file: Path) -> list[Asked]:
    """The labelled messages of a file; which fields it has is told in eval/README.md."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        Asked(
            text=row["text"],
            right=frozenset(filter(None, (row["topic"], *row.get("also", ()))))
            if row["topic"]
            else frozenset(),
        )
        for row in rows
    ]


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
        told = _run(peer, examples, [one.text for one in asked], peer.settings)
        if told is None:
            continue
        if peer.module == "handwijzer":
            fitted = _run(peer, examples, [], _ANEW) or told
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
            told = _run(peer, kept, [one.text for one in asked], settings)
            if told:
                first, three = _shares(told["rankings"], asked)
                print(f"{peer.name} {dict(settings)}: {first:.1%}, among three {three:.1%}")


def _run(
    peer: Peer,
    examples: Sequence[tuple[str, str]],
    messages: Sequence[str],
    settings: Mapping[str, Any],
) -> dict[str, Any] | None:
    python = _prepared(peer)
    if python is None:
        return None
    lines = [json.dumps({"topic": topic, "text": text}) for topic, text in examples]
    lines += [json.dumps({"message": text}) for text in messages]
    done = subprocess.run(
        [python, "-m", f"bench.peers.{peer.module}", json.dumps(dict(settings))],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
        check=False,
    )
    if done.returncode:
        print(f"{peer.name} stopped and is left out: {_last_line(done.stderr)}", flush=True)
        return None
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _prepared(peer: Peer) -> str | None:
    """The Python that has what a peer needs; nothing where that cannot be installed."""
    if not peer.needs:
        return sys.executable
    folder = ENVIRONMENTS / peer.module
    python, ready = folder / "bin" / "python", folder / "ready"
    wanted = "\n".join(peer.needs)
    if ready.is_file() and ready.read_text(encoding="utf-8") == wanted:
        return str(python)
    venv.create(folder, with_pip=True, clear=True)
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.needs],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        print(f"{peer.name} cannot be installed and is left out: {_last_line(done.stderr)}")
        return None
    ready.write_text(wanted, encoding="utf-8")
    return str(python)


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1]


_HEADING = (
    "| | right first | right among three | AUROC | p50 / p99 CPU | p50 / p99 wall "
    "| resident | peak | training CPU |\n|" + " --- |" * 9
)
_LEGEND = """
Right first, among three: in-scope messages, nothing rejected. AUROC: in scope against out of
scope, by the peer's own best score or by how far that is above its score for what is not ours,
whichever is better for the peer; Handwijzer's is its chance of being right. Milliseconds a
message, the quickest of three times, after 100 examples to warm up. Megabytes over an empty
interpreter: resident when all has been asked; peak with training. Handwijzer is served with
weights fitted before: its peak and training are those of fitting, measured in another process.
"""


def _row(name: str, told: Mapping[str, Any], asked: Sequence[Asked]) -> str:
    first, three = _shares(told["rankings"], asked)
    times = {
        clock: [1e3 * speed.share(told[clock], part) for part in (0.5, 0.99)]
        for clock in ("cpu", "wall")
    }
    cpu, wall = (f"{middle:.2f} / {slow:.2f} ms" for middle, slow in times.values())
    cells = (
        name,
        f"{first:.1%}",
        f"{three:.1%}",
        f"{_auroc(told['rankings'], asked):.3f}",
        cpu,
        wall,
        f"{told['resident']:.0f} MB",
        f"{max(told['peak'], told['training_peak']):.0f} MB",
        f"{told['trained'][1]:.1f} s",
    )
    return "| " + " | ".join(cells) + " |"


def _shares(rankings: Sequence[Any], asked: Sequence[Asked]) -> tuple[float, float]:
    """Of the messages that are ours: right first, and right among three."""
    ours = [
        ([topic for topic, _ in ranking if topic != ELSEWHERE], one.right)
        for ranking, one in zip(rankings, asked, strict=True)
        if one.right
    ]
    first = sum(bool(right.intersection(topics[:1])) for topics, right in ours)
    three = sum(bool(right.intersection(topics[:3])) for topics, right in ours)
    return first / max(1, len(ours)), three / max(1, len(ours))


def _auroc(rankings: Sequence[Any], asked: Sequence[Asked]) -> float:
    """The better of two ways to tell what is ours by the scores."""
    plain, above = [], []
    for ranking in rankings:
        best = next((score for topic, score in ranking if topic != ELSEWHERE), 0.0)
        elsewhere = next((score for topic, score in ranking if topic == ELSEWHERE), 0.0)
        plain.append(best)
        above.append(best - elsewhere)
    return max(area(plain, asked), area(above, asked))


def area(scores: Sequence[float], asked: Sequence[Asked]) -> float:
    """How often a message that is ours scores above one that is not; a tie counts half."""
    ours = [score for score, one in zip(scores, asked, strict=True) if one.right]
    others = [score for score, one in zip(scores, asked, strict=True) if not one.right]
    if not ours or not others:
        return float("nan")
    won = sum((a > b) + 0.5 * (a == b) for a in ours for b in others)
    return won / (len(ours) * len(others))


if __name__ == "__main__":
    sys.exit(main())
