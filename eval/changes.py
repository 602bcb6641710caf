"""How well coordinators' messages are read, on `changes-dev.jsonl`.

python -m eval.changes [FILE …] [--misses N]
"""

import os
import unicodedata
from datetime import datetime
from typing import Any

from bot.commands.change import as_json
from bot.core.changes.text import ReadChange, read_change
from bot.knowledge.loader import find_folder, read_examples_of
from bot.knowledge.problems import Report
from eval.labelled import labelled
from eval.tally import Tally

_FIELDS = ("what", "start", "end", "place", "new_time")


def main() -> None:
    """Scores the files and prints the table."""
    asked = labelled(__doc__, "changes-dev.jsonl")
    _, lexicon, gazetteer = read_examples_of(find_folder(os.environ), Report())
    tally = Tally()
    for _, row in asked.rows():
        now = datetime.fromisoformat(row["now"])
        _score(row, read_change(row["text"], now, lexicon, gazetteer), tally)
    tally.show(asked.misses)


def _score(row: dict[str, Any], change: ReadChange, tally: Tally) -> None:
    wanted, got = row["expect"], as_json(change)["change"] or {}
    brief = f"{row.get('id', '')} {row['text']!r}"
    right = {field: got.get(field) == wanted.get(field) for field in _FIELDS}
    right["what"] = got.get("what") in {wanted["what"], *row.get("also", ())}
    for field, hit in right.items():
        tally.add(field, hit, f"{brief} wanted {wanted.get(field)} got {got.get(field)}")
    whole = all(right.values())
    tally.add("wholly right", whole)
    asked = change.question is not None
    tally.add("right, or asked back", whole or asked, f"{brief} got {got}")
    tally.add("not asked back", not asked, f"{brief} asked {change.question}")
    for field in ("activity", "new_place", "reason"):
        alike = _alike(wanted.get(field), got.get(field))
        tally.add(field, alike, f"{brief} wanted {wanted.get(field)} got {got.get(field)}")


def _alike(wanted: str | None, got: str | None) -> bool:
    """Whether two wordings are loosely the same: one holds all the words of the other."""
    if not wanted or not got:
        return not wanted and not got
    first, second = _words(wanted), _words(got)
    return first <= second or second <= first


def _words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return set(plain.replace("-", " ").split())


if __name__ == "__main__":
    main()
