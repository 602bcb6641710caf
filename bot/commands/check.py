"""`handwijzer check`: every problem in the knowledge, all at once, with its place and remedy."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.core.calendar.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.model import Activity, Occurrence
from bot.core.programme.programme import phrase_of
from bot.core.schedules.dutch import describe, school_doubt
from bot.core.schedules.occurrences import occurrences, unsure_weeks
from bot.core.schedules.schedule import Unreadable, read_schedule
from bot.core.schedules.school_holidays import SchoolHoliday
from bot.knowledge.checks import check_folder
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.loader import find_folder
from bot.knowledge.organisations import read_organisations
from bot.knowledge.problems import Problem, Report, Severity, marked
from bot.knowledge.school import read_school

FINE, MEND, WRONG_ARGUMENTS = 0, 1, 2
CACHE_VARIABLE = "HANDWIJZER_CHECK_CACHE"
_WORKSPACE = (
    "GITHUB_WORKSPACE"  # the checkout that paths are shown from, whatever folder runs this
)
_ZONE = ZoneInfo("Europe/Amsterdam")
_NAMES = {Severity.ERROR: "fout", Severity.WARNING: "let op"}
_ECHOED, _AHEAD = 4, timedelta(days=92)

Shown = Callable[[Problem], str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("path", nargs="?", type=Path, metavar="MAP", help="de kennismap")
    parser.add_argument(
        "--format",
        choices=("tekst", "github", "json"),
        default="tekst",
        help="hoe de problemen getoond worden; github zet ze bij de regels van een wijziging",
    )
    parser.add_argument("--json", action="store_true", help="één JSON-object per probleem")
    parser.add_argument(
        "--verbose", action="store_true", help="laat ook zien welke datums er gelezen zijn"
    )
    parser.add_argument(
        "--cache",
        type=Path,
        metavar="MAP",
        help=f"onthoud oordelen in deze map, dan gaat het sneller (of zet {CACHE_VARIABLE})",
    )
    parser.add_argument("--today", type=_day, metavar="2026-11-25", help="doe of het dan is")


def run(arguments: argparse.Namespace) -> int:
    """Prints the problems; 1 where something must be mended, 2 where there is no such folder."""
    folder = arguments.path or find_folder(os.environ)
    if not folder.is_dir():
        print(f"Er is geen map {folder}.", file=sys.stderr)
        return WRONG_ARGUMENTS
    kept = arguments.cache or os.environ.get(CACHE_VARIABLE)
    today = arguments.today or datetime.now(_ZONE).date()
    problems = check_folder(folder, Path(kept) if kept else None, today).in_order()
    style = "json" if arguments.json else arguments.format
    if style == "tekst":  # what has to be mended stands last, where a screen ends
        problems = tuple(sorted(problems, key=lambda one: one.severity is Severity.ERROR))
    show = _showing(style, folder)
    for problem in problems:
        print(show(problem))
    if arguments.verbose and style == "tekst":
        print("\n".join(_echoes(folder, today)))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if style == "tekst" and problems:
        print("De naam tussen [ ] is de regel; zoek hem op in docs/redactie/regels.md.")
    if style != "json":
        print(_summary(errors, len(problems) - errors))
    return MEND if errors else FINE


def show_problem(problem: Problem) -> str:
    """A problem as people read it: place, what, and what to do."""
    spot = problem.spot
    told = f"{spot.path}:{spot.line}:{spot.column} {_NAMES[problem.severity]}: {problem.message}"
    return f"{told}\n    {problem.hint}" if problem.hint else told


def _showing(style: str, folder: Path) -> Shown:
    if style == "json":
        return lambda problem: json.dumps(_as_json(problem), ensure_ascii=False)
    return partial(_as_github if style == "github" else _as_text, folder)


def _as_text(folder: Path, problem: Problem) -> str:
    """A problem with the line of the file itself and a mark under the spot."""
    told, _, hint = show_problem(problem).partition("\n")
    parts = [f"{told} [{problem.rule}]"]
    if line := _line(folder, problem):
        shown, mark = marked(line, problem.spot)
        parts += [f"    | {shown}", f"    | {mark}"]
    return "\n".join((*parts, hint) if hint else parts) + "\n"


def _line(folder: Path, problem: Problem) -> str:
    try:
        text = (folder / problem.spot.path).read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""
    lines = text.splitlines()
    return lines[problem.spot.line - 1] if 0 < problem.spot.line <= len(lines) else ""


def _as_github(folder: Path, problem: Problem) -> str:
    """A problem as a workflow command, which GitHub shows beside the changed line."""
    spot = problem.spot
    level = "error" if problem.severity is Severity.ERROR else "warning"
    root = os.environ.get(_WORKSPACE) or os.curdir
    path = Path(os.path.relpath(folder / spot.path, root)).as_posix()
    told = f"{problem.message} {problem.hint}".strip()
    fields = (
        f"file={_escaped(path)},line={spot.line},endLine={spot.line},"
        f"col={spot.column},endColumn={spot.column + spot.width},title={_escaped(problem.rule)}"
    )
    return f"::{level} {fields}::{_escaped(told, properties=False)}"


def _escaped(text: str, *, properties: bool = True) -> str:
    for sign, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(sign, code)
    return text.replace(":", "%3A").replace(",", "%2C") if properties else text


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "path": problem.spot.path,
        "line": problem.spot.line,
        "column": problem.spot.column,
        "severity": str(problem.severity),
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }


def _summary(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "Alles klopt."
    words = [f"{errors} fout" + ("en" if errors != 1 else "")] if errors else []
    words += [f"{warnings} keer ‘let op’"] if warnings else []
    end = "Zolang er fouten zijn, gaat dit niet live." if errors else "Dit kan live."
    return f"{' en '.join(words)}. {end}"


# What the schedules mean


def _echoes(folder: Path, today: date) -> Iterator[str]:
    gazetteer = read_gazetteer(folder / "plaatsen", Report())
    directory = read_organisations(folder / "organisaties", Report(), gazetteer)
    school = read_school(folder, Report())
    for activity in directory.activities.values():
        phrase = phrase_of(activity)
        if phrase is not None:
            origin = activity.origin
            place = f"{origin.path}:{origin.line}" if origin else activity.organisation
            yield f"{place} {activity.name}: {phrase[0]}"
            yield f"    {_meaning(activity, today, school)}"


def _meaning(activity: Activity, today: date, school: tuple[SchoolHoliday, ...]) -> str:
    phrase = phrase_of(activity)
    if phrase is None:
        return ""
    schedule = read_schedule(phrase[0], anchor=phrase[1])
    if isinstance(schedule, Unreadable):
        return schedule.advice
    found = occurrences(schedule, today, today + _AHEAD, school=school, only_sure=True)
    if found is None:
        return f"{describe(schedule)}."
    days = "; ".join(_spoken(one) for one in found[:_ECHOED])
    told = f"{describe(schedule)}. Eerst op: {days or 'geen dag in de komende drie maanden'}."
    doubt = school_doubt(schedule, unsure_weeks(schedule, today, today + _AHEAD, school))
    return f"{told} {doubt}".rstrip()


def _spoken(one: Occurrence) -> str:
    start = one.start
    said = f"{WEEKDAYS[start.weekday()]} {start.day} {MONTHS[start.month - 1]}"
    return f"{said} {start:%H.%M}" if isinstance(start, datetime) else said


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("schrijf een datum als 2026-12-01") from None
