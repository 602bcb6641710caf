"""`handwijzer dates`: what a schedule phrase means, as text or as JSON lines."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from bot.core.calendar.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.model import Occurrence, Part
from bot.core.schedules.dutch import describe, school_doubt
from bot.core.schedules.occurrences import occurrences, remarks_on, unsure_weeks
from bot.core.schedules.patterns import Missing
from bot.core.schedules.schedule import Schedule, Unreadable, read_schedule
from bot.core.schedules.school_holidays import SchoolHoliday
from bot.knowledge.loader import find_folder
from bot.knowledge.problems import Report
from bot.knowledge.school import read_school

FINE, MEND = 0, 1
_STRETCH = timedelta(days=91)
_SHOWN = 8
_PARTS = {
    Part.MORNING: "ochtend",
    Part.AFTERNOON: "middag",
    Part.EVENING: "avond",
    Part.NIGHT: "nacht",
}

Period = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A phrase, the period to show, and periods that are left out."""

    text: str
    first: date
    last: date
    closed: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a phrase: its dates, its rule in Dutch, or what is wrong with it."""

    occurrences: tuple[Occurrence, ...] | None = None
    rule: str | None = None
    problem: str | None = None
    schedule: Schedule | None = None
    sure: tuple[Occurrence, ...] = ()  # where only school holidays are open: what is certain


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("phrase", nargs="*", metavar="ZIN")
    parser.add_argument(
        "--json",
        action="store_true",
        help='lees regels {"text", "from", "until", "except"} en geef één JSON-object per regel',
    )
    parser.add_argument("--from", dest="first", type=_day, metavar="DATUM", help="eerste dag")
    parser.add_argument("--until", dest="last", type=_day, metavar="DATUM", help="laatste dag")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf een datum als 2026-12-01") from None


def run(
    arguments: argparse.Namespace,
    *,
    school: Iterable[SchoolHoliday] | None = None,
    lines: Iterable[str] | None = None,
    out: TextIO | None = None,
) -> int:
    """Shows what the phrases, or the lines of standard input, mean; 1 if one is not read."""
    known = known_holidays() if school is None else tuple(school)
    target = out or sys.stdout
    first = arguments.first or datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    last = arguments.last or first + _STRETCH
    given = arguments.phrase or _phrases(sys.stdin if lines is None else lines)
    if arguments.json:
        for phrase in given:
            print(_json_line(phrase, first, last, known), file=target, flush=True)
        return FINE
    readings = []
    for phrase in given:
        readings.append(read(Request(text=phrase, first=first, last=last), known))
        print("\n".join(_shown(phrase, readings[-1])), file=target)
    return MEND if any(reading.problem for reading in readings) else FINE


def known_holidays() -> tuple[SchoolHoliday, ...]:
    """The school holidays that the knowledge folder tells; none where it has a mistake."""
    report = Report()
    found = read_school(find_folder(os.environ), report)
    return found if report.sound else ()


def _phrases(lines: Iterable[str]) -> Iterator[str]:
    return (line.strip() for line in lines if line.strip())


def read(request: Request, school: Iterable[SchoolHoliday] = ()) -> Reading:
    """What a phrase means in the period that was asked for."""
    schedule = read_schedule(request.text, anchor=request.first)
    if isinstance(schedule, Unreadable):
        return Reading(problem=_unreadable(schedule))
    dates = occurrences(
        schedule, request.first, request.last, closed=request.closed, school=school
    )
    problem = None
    if dates is None:
        unsure = unsure_weeks(schedule, request.first, request.last, school)
        problem = _left_open(schedule.missing) or school_doubt(schedule, unsure)
    sure = dates or occurrences(
        schedule, request.first, request.last, school=school, only_sure=True
    )
    return Reading(
        occurrences=dates,
        rule=describe(schedule),
        problem=problem,
        schedule=schedule,
        sure=sure or (),
    )


def _left_open(missing: tuple[Missing, ...]) -> str:
    said = [f"Er staat niet bij {'; '.join(missing)}."] if missing else []
    return " ".join(filter(None, [*said, *(one.advice for one in missing)]))


def _unreadable(found: Unreadable) -> str:
    if not found.word:
        return found.advice
    return f"‘{found.word}’ (teken {found.offset + 1}): {found.advice}"


# As JSON lines


def _json_line(line: str, first: date, last: date, school: tuple[SchoolHoliday, ...]) -> str:
    try:
        reading = read(_request(line, first, last), school)
    except json.JSONDecodeError:
        reading = Reading(problem="Deze regel is niet te lezen: dit is geen geldige JSON.")
    except ValueError as error:
        reading = Reading(problem=f"Deze regel is niet te lezen: {error}")
    found = reading.occurrences
    answer = {
        "occurrences": None if found is None else [_as_json(one) for one in found],
        "rule": reading.rule,
        "problem": reading.problem,
    }
    return json.dumps(answer, ensure_ascii=False)


def _request(line: str, first: date, last: date) -> Request:
    if not line.startswith("{"):
        return Request(text=line, first=first, last=last)
    given: dict[str, Any] = json.loads(line)
    if not isinstance(given.get("text"), str):
        raise ValueError("“text” hoort een zin te zijn")
    begin = _date_of(str(given.get("from") or first))
    end = _date_of(str(given.get("until") or begin + _STRETCH))
    return Request(text=given["text"], first=begin, last=end, closed=_periods(given.get("except")))


def _periods(written: object) -> tuple[Period, ...]:
    """Periods like 2026-12-19..2027-01-03, one day or several by commas, or a list of them."""
    if not written:
        return ()
    parts = written if isinstance(written, list) else str(written).split(",")
    return tuple(_period(str(part).strip()) for part in parts if str(part).strip())


def _period(text: str) -> Period:
    begin, _, end = text.partition("..")
    return _date_of(begin.strip()), _date_of((end or begin).strip())


def _date_of(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ValueError(f"“{words}” hoort een datum te zijn als 2026-12-01") from None


def _as_json(one: Occurrence) -> dict[str, str | None]:
    start = _moment(one.start)
    answer: dict[str, str | None] = {"start": start, "end": _moment(one.end) if one.end else None}
    if one.part is not None:
        answer["part"] = one.part.value
    return answer


def _moment(moment: datetime | date) -> str:
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%dT%H:%M")
    return moment.isoformat()


# As text


def _shown(phrase: str, reading: Reading) -> list[str]:
    lines = [phrase]
    if reading.rule:
        lines.append(f"  betekent: {reading.rule}")
    if reading.problem:
        lines.append(f"  let op: {reading.problem}")
    if reading.problem and reading.sure:
        lines.append("  zeker, buiten de weken waarin zo’n vakantie kan vallen:")
    for one in reading.sure[:_SHOWN]:
        lines.append(f"  {_spoken(one)}{_special(reading.schedule, one)}")
    if reading.occurrences == ():
        lines.append("  in deze periode is het niet")
    return lines


def _spoken(one: Occurrence) -> str:
    start = one.start
    said = f"{WEEKDAYS[start.weekday()]} {start.day} {MONTHS[start.month - 1]} {start.year}"
    if isinstance(start, datetime):
        said += f" {start:%H.%M}"
        said += f"–{one.end:%H.%M}" if one.end else ""
    elif one.part:
        said += f" ({_PARTS[one.part]})"
    return said


def _special(schedule: Schedule | None, one: Occurrence) -> str:
    day = one.start.date() if isinstance(one.start, datetime) else one.start
    remarks = remarks_on(schedule, day) if schedule else ()
    return f" – {', '.join(remarks)}" if remarks else ""
