"""`handwijzer check`: every problem in the knowledge, all at once, with its place and remedy."""

import argparse
import json
import os
import sys
from pathlib import Path

from bot.knowledge.checks import check_folder
from bot.knowledge.loader import find_folder
from bot.knowledge.problems import Problem, Severity

_NAMES = {Severity.ERROR: "fout", Severity.WARNING: "let op"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("path", nargs="?", type=Path, metavar="MAP", help="de kennismap")
    parser.add_argument("--json", action="store_true", help="één JSON-object per probleem")


def run(arguments: argparse.Namespace) -> int:
    """Prints the problems; 1 where something must be mended."""
    folder = arguments.path or find_folder(os.environ)
    if not folder.is_dir():
        print(f"Er is geen map {folder}.", file=sys.stderr)
        return 1
    problems = check_folder(folder).in_order()
    for problem in problems:
        print(json.dumps(_as_json(problem), ensure_ascii=False) if arguments.json
              else show_problem(problem))  # fmt: skip
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if not arguments.json:
        print(_summary(errors, len(problems) - errors))
    return 1 if errors else 0


def show_problem(problem: Problem) -> str:
    """A problem as people read it: place, what, and what to do."""
    spot = problem.spot
    told = f"{spot.path}:{spot.line}:{spot.column} {_NAMES[problem.severity]}: {problem.message}"
    return f"{told}\n    {problem.hint}" if problem.hint else told


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
