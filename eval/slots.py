"""The slots of `slots-dev.jsonl`: what is found, and what is made up.

    python -m eval.slots [FILE …] [--misses N]

A line has `text` and `slots` as in /eval/README.md. Kind, theme and audience that are not there
should not be found either; place, when, form and organisation are asked from `_FULL` on, where
they are written down.
"""

import os
from datetime import datetime
from typing import Any

from bot.core.message import Slots
from bot.core.understanding.reading import read
from bot.knowledge.loader import find_folder, read_examples_of
from bot.knowledge.problems import Report
from eval.labelled import labelled
from eval.tally import Tally

_NOW = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time
_FULL = "s0192"  # from this line on all slots are labelled


def main() -> None:
    """Scores the files and prints the table."""
    asked = labelled(__doc__, "slots-dev.jsonl")
    _, lexicon, gazetteer = read_examples_of(find_folder(os.environ), Report())
    tally = Tally()
    for _, row in asked.rows():
        _score(row, read(row["text"], _NOW, lexicon, gazetteer).found.slots, tally)
    tally.show(asked.misses)


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
