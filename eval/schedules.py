"""How well phrases of posters are read, on `schedules-dev.jsonl`.

python -m eval.schedules [FILE …] [--misses N]
"""

import json
from argparse import Namespace
from io import StringIO
from typing import Any

from bot.commands.dates import known_holidays, run
from bot.core.schedules.school_holidays import SchoolHoliday
from eval.labelled import labelled
from eval.tally import Tally

_EXCEPT = "except:"  # in a note: days that the command is told to leave out


def main() -> None:
    """Scores the files and prints the table."""
    asked, school, tally = labelled(__doc__, "schedules-dev.jsonl"), known_holidays(), Tally()
    for _, row in asked.rows():
        told = _told(row, school)
        wanted, got = _times(row["expect"]), _times(told["occurrences"])
        brief = f"{row['id']} {row['text']!r} wanted {wanted} got {got} {told['problem']}"
        if wanted is None:
            tally.add("undecidable left open", not got, brief)
        else:
            tally.add("occurrences exact", got == wanted, brief)
    tally.show(asked.misses)


def _told(row: dict[str, Any], school: tuple[SchoolHoliday, ...]) -> dict[str, Any]:
    """What `handwijzer dates --json` answers."""
    note, out = row.get("note", ""), StringIO()
    left_out = note.removeprefix(_EXCEPT).strip() if note.startswith(_EXCEPT) else ""
    line = {"text": row["text"], "from": row["from"], "until": row["until"], "except": left_out}
    arguments = Namespace(phrase=[], json=True, first=None, last=None)
    run(arguments, school=school, lines=[json.dumps(line)], out=out)
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


def _times(found: list[dict[str, Any]] | None) -> list[tuple[Any, ...]] | None:
    """The start, end and part of the day of each occurrence; None where they are left open."""
    if found is None:
        return None
    return [(one["start"], one.get("end"), one.get("part")) for one in found]


if __name__ == "__main__":
    main()
