"""The slots of `slots-dev.jsonl`: what is found, and what is made up.

    python -m eval.slots [FILE …] [--misses N]

A line has `text` and `slots` as in /eval/README.md. Kind, theme and audience that are not there
should not be found either; place, when, form and organisation are asked from `_FULL` on, where
they are written down.
"""

import argparse
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.core.message import Slots
from bot.core.understanding.reading import read
from bot.knowledge.loader import find_folder, read_examples_of
from bot.knowledge.problems import Report
from eval.tally import Tally

_NOW = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time
_HERE = Path(__file__).parent
_FULL = "s0192"  # from this line on all slots are labelled


def main() -> None:
    """Scores the files and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[_HERE / "slots-dev.jsonl"])
    parser.add_argument("--misses", type=int, default=0)
    arguments = parser.parse_args()
    _, lexicon, gazetteer = read_examples_of(find_folder(os.environ), Report())
    tally = Tally()
    for path in arguments.files:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found = read(row["text"], _NOW, lexicon, gazetteer).found.slots
            _score(row, found, tally)
    tally.show(arguments.misses)


def _score(row: dict[str, Any], found: Slots, tally: Tally) -> None:
    wanted = row.get("slots") or {}
    got = {
        "kind": {str(found.kind)} if found.kind else set(),
        "theme": set(map(str, found.themes)),
        "audience": set(map(str, found.audiences)),
    }
    if row["id"] >= _FULL:
        when = found.when
        got["place"] = {found.place.name} if found.place else set()
        got["when"] = {f"{when.start} {when.end}"} if when and when.start else set()
        got["format"] = {str(found.format)} if found.format else set()
        got["organisation"] = {_name(found.organisation)} if found.organisation else set()
        day = wanted.get("when")
        wanted = {**wanted, "when": f"{day['start']} {day['end']}" if day else []}
    for name, values in got.items():
        said = wanted.get(name) or []
        right = {said} if isinstance(said, str) else set(said)
        brief = f"{row['id']} {row['text'][:90]!r} {name} {sorted(right)} got {sorted(values)}"
        tally.add(name if right else f"no {name} made up", right == values, brief)


def _name(organisation: str) -> str:
    """An organisation as the file writes it: its id without dashes, or the first of its words."""
    return organisation.replace("-", " ").split(" (")[0]


if __name__ == "__main__":
    main()
