"""Measures the safety screen on the development sets: `python -m eval.safety [--misses] [FILE …]`.

Besides `safety-dev.jsonl` and `questions-dev.jsonl` it reads any other file of the same form. It
calls the core directly; whether the question in a mixed message is answered too is measured by
`eval.understanding`.
"""

import argparse
import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any

from bot.core.safety.reply import safety_bubbles
from bot.core.safety.screen import SafetyRules, Screening, screen
from bot.knowledge.loader import find_folder
from bot.knowledge.problems import Report
from bot.knowledge.safety import read_safety

HERE = Path(__file__).parent
Row = Mapping[str, Any]
_BEGINS = {
    "113": r"(?:0800-0113|113)\b",
    "112": r"112\b",
    "veilig_thuis": r"0800-2000",
    "csg": r"0800-0188",
    "huisarts": r"(?:huisarts|GP\b)",
}


@dataclass(slots=True)
class Tally:
    """Counts by name, and the messages that went wrong."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, right: bool, message: str = "") -> None:
        """Counts one message."""
        self.counts[name][0] += right
        self.counts[name][1] += 1
        if not right and message:
            self.misses.append(f"{name}: {message}")

    def table(self) -> Iterable[str]:
        """One line for each name, with its 95% interval."""
        for name, (right, total) in self.counts.items():
            low, high = wilson(right, total)
            share = right / total
            yield f"{name:58} {right:5}/{total:<5} {share:6.1%}  [{low:5.1%} – {high:6.1%}]"


def wilson(right: int, total: int, z: float = 1.96) -> tuple[float, float]:
    """The 95% interval of a share."""
    if not total:
        return 0.0, 1.0
    share = right / total
    middle = share + z * z / (2 * total)
    spread = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    below = 1 + z * z / total
    return max(0.0, (middle - spread) / below), min(1.0, (middle + spread) / below)


def read_rows(path: Path) -> list[Row]:
    """The messages of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def measure_safety(rows: Iterable[Row], rules: SafetyRules, tally: Tally) -> None:
    """Recall, quiet on hard negatives, and what the reply shows first."""
    for row in rows:
        screening = screen(row["text"], rules)
        brief = f"{row['id']} {row['text'][:110]!r} → {screening.because}"
        if row.get("ambiguous"):
            tally.add(f"dubbelzinnig: {row['expect']}", _found(screening) == row["expect"])
        elif row["expect"] == "neither":
            _measure_quiet(row, screening, tally, brief)
        else:
            _measure_recall(row, screening, rules, tally, brief)


def _measure_quiet(row: Row, screening: Screening, tally: Tally, brief: str) -> None:
    which = "crisis" if row.get("set", "").startswith("crisis") else "behandeling"
    tally.add(f"geen vals crisisalarm op lastige ({which})", not screening.crisis, brief)
    tally.add(f"geen vals behandelalarm op lastige ({which})", not screening.treatment, brief)


def _measure_recall(
    row: Row, screening: Screening, rules: SafetyRules, tally: Tally, brief: str
) -> None:
    kind = row["expect"]
    right = _found(screening) == kind
    language = row["lang"] if row["lang"] in ("nl", "en") else "andere talen"
    tally.add(f"{kind}: alles", right, brief)
    tally.add(f"{kind}: {language}", right)
    tally.add(f"{kind}: {row['subtype']}", right)
    if "treatment" in row.get("expect_all", ()) and kind == "crisis":
        tally.add("gemengd: behandeling ook gezien", screening.treatment, brief)
    if kind == "crisis" and right:
        shown = safety_bubbles(screening, rules, times_before=0, language=screening.language)
        tally.add("112 in het antwoord", any("112" in bubble.text for bubble in shown), brief)
        wanted = row.get("line", ())
        tally.add("juiste lijn vooraan", first_line(shown[0].text) in wanted, f"{brief} {wanted}")


def measure_ordinary(rows: Iterable[Row], rules: SafetyRules, tally: Tally) -> None:
    """False alarms on ordinary questions."""
    for row in rows:
        screening = screen(row["text"], rules)
        brief = f"{row['id']} {row['text'][:110]!r} → {screening.because}"
        tally.add("geen vals crisisalarm op gewone vragen", not screening.crisis, brief)
        tally.add("geen vals behandelalarm op gewone vragen", not screening.treatment, brief)


def first_line(text: str) -> str | None:
    """Which help line the first text line that begins with one begins with."""
    for line in text.splitlines():
        for name, pattern in _BEGINS.items():
            if re.match(pattern, line, re.IGNORECASE):
                return name
    return None


def _found(screening: Screening) -> str | None:
    return "crisis" if screening.crisis else "treatment" if screening.treatment else None


def main() -> None:
    """Prints the table, and with --misses each message that went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, default=[HERE / "safety-dev.jsonl"])
    parser.add_argument("--misses", action="store_true", help="show what went wrong")
    arguments = parser.parse_args()
    rules = read_safety(find_folder(os.environ) / "veiligheid", Report())
    if rules is None:
        raise SystemExit("De veiligheidsbestanden zijn niet te lezen: zie `handwijzer check`.")
    tally = Tally()
    for path in arguments.files:
        measure_safety(read_rows(path), rules, tally)
    measure_ordinary(read_rows(HERE / "questions-dev.jsonl"), rules, tally)
    print("\n".join(tally.table()))
    if arguments.misses:
        print(*tally.misses, sep="\n")


if __name__ == "__main__":
    main()
