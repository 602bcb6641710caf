"""`handwijzer change`: what a coordinator's message changes, as text or as JSON lines."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TextIO

from bot.app.clocks import local_now
from bot.commands.check import show_problem
from bot.core.calendar.day_text import day_text
from bot.core.changes.text import ReadChange, read_change
from bot.core.programme.changes import What
from bot.core.schedules.school_holidays import spans_by_name
from bot.knowledge.loader import find_folder, read_examples_of
from bot.knowledge.problems import Report
from bot.knowledge.school import read_school

FINE, MEND = 0, 1
_WHAT = {
    What.CANCELLED: "gaat niet door",
    What.CLOSED_PERIOD: "dicht",
    What.MOVED: "andere plek",
    What.OTHER_TIME: "andere dag of tijd",
    What.EXTRA: "extra",
    What.RESUMED: "gaat weer door",
    What.NOTE: "bericht",
}
Read = Callable[[str, datetime], ReadChange]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("sentence", nargs="*", metavar="ZIN")
    parser.add_argument(
        "--json",
        action="store_true",
        help='lees regels {"text", "now"} en geef één JSON-object per regel',
    )
    parser.add_argument(
        "--now", type=_moment, metavar="2026-11-25T14:00", help="doe of het dan is"
    )


def run(
    arguments: argparse.Namespace,
    *,
    lines: Iterable[str] | None = None,
    out: TextIO | None = None,
) -> int:
    """Shows what each sentence changes; 1 where one of them raises a question."""
    report = Report()
    folder = find_folder(os.environ)
    _, lexicon, gazetteer = read_examples_of(folder, report)
    school = spans_by_name(read_school(folder, report), everywhere=True)
    if not report.sound:
        for problem in report.in_order():
            print(show_problem(problem), file=sys.stderr)

    def read(text: str, now: datetime) -> ReadChange:
        return read_change(text, now, lexicon, gazetteer, school)

    target = out or sys.stdout
    given = sys.stdin if lines is None else lines
    sentences = arguments.sentence or (line.strip() for line in given if line.strip())
    if arguments.json:
        for sentence in sentences:
            print(_json_line(sentence, arguments.now, read), file=target, flush=True)
        return FINE
    asked = False
    for sentence in sentences:
        change = read(sentence, arguments.now or local_now())
        asked = asked or change.question is not None
        print("\n".join(_shown(sentence, change)), file=target)
    return MEND if asked else FINE


def _moment(words: str) -> datetime:
    try:
        return datetime.fromisoformat(words).replace(tzinfo=None)
    except ValueError as error:
        raise argparse.ArgumentTypeError("schrijf een tijdstip als 2026-11-25T14:00") from error


# As JSON lines


def _json_line(line: str, now: datetime | None, read: Read) -> str:
    try:
        text, moment = _request(line, now)
    except (ValueError, argparse.ArgumentTypeError) as error:
        answer: dict[str, Any] = {
            "change": None,
            "question": f"Deze regel is niet te lezen: {_reason(error)}",
        }
    else:
        answer = as_json(read(text, moment))
    return json.dumps(answer, ensure_ascii=False)


def _reason(error: Exception) -> str:
    return "dit is geen geldige JSON." if isinstance(error, json.JSONDecodeError) else str(error)


def _request(line: str, now: datetime | None) -> tuple[str, datetime]:
    if not line.startswith("{"):
        return line, now or local_now()
    given = json.loads(line)
    if not isinstance(given.get("text"), str):
        raise ValueError("“text” hoort een zin te zijn")
    moment = _moment(str(given["now"])) if given.get("now") else now
    return given["text"], moment or local_now()


def as_json(change: ReadChange) -> dict[str, Any]:
    """A change in a form that stays as it is; None where nothing is understood."""
    told: dict[str, Any] | None = None
    if change.what or change.activity or change.place or change.start:
        told = {
            "what": str(change.what) if change.what else None,
            "activity": change.activity,
            "place": change.place,
            "start": change.start.isoformat() if change.start else None,
            "end": change.end.isoformat() if change.end else None,
            "new_time": change.new_time,
            "new_place": change.new_place,
            "reason": change.reason,
        }
        if change.days:
            told["days"] = [day.isoformat() for day in change.days]
    return {"change": told, "question": change.question}


# As text


def _shown(sentence: str, change: ReadChange) -> list[str]:
    rows = (
        ("wat", _WHAT[change.what] if change.what else None),
        ("activiteit", change.activity),
        ("plaats", change.place),
        ("wanneer", _when(change)),
        ("nieuwe tijd", change.new_time),
        ("nieuwe plek", change.new_place),
        ("reden", change.reason),
        ("vraag", change.question),
    )
    return [sentence, *(f"  {name}: {words}" for name, words in rows if words)]


def _when(change: ReadChange) -> str | None:
    if change.days:
        return ", ".join(day_text(day, "nl") for day in change.days)
    if change.start is None:
        return None
    first = day_text(change.start, "nl")
    if change.end is None:
        return f"vanaf {first}"
    return first if change.end == change.start else f"{first} t/m {day_text(change.end, 'nl')}"
