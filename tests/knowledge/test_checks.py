"""Mistakes in a copy of the knowledge: each is found at its line, with its rule and a remedy."""

import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.knowledge.checks import check_folder
from bot.knowledge.entry import Words
from bot.knowledge.overmatch import Stray, note_strays
from bot.knowledge.problems import Problem, Report, Severity, Spot, marked
from bot.knowledge.topics import Example
from tests.knowledge.seeded_mistakes import MARK, MISTAKES, Mistake
from tests.knowledge.small_knowledge import SHIPPED, put, small_copy, write

TODAY = date(2026, 11, 22)


class Checked(NamedTuple):
    """What a check found in a copy, and the file and line of each mistake in it."""

    problems: list[Problem]
    places: dict[int, tuple[str, int]]


def seeded(folder: Path) -> dict[int, tuple[str, int]]:
    """Sows all mistakes in a small copy and tells where each stands."""
    places = {}
    for number, one in enumerate(MISTAKES):
        path = one.path or f"organisaties/zaad-{number}.yaml"
        target = put(small_copy(folder) if number == 0 else folder, path, one.lines)
        lines = target.read_text(encoding="utf-8").split("\n")
        at = next(row for row, line in enumerate(lines) if line.endswith(MARK))
        lines[at] = lines[at].removesuffix(MARK)
        write(target, "\n".join(lines))
        places[number] = (path, at + 1)
    return places


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    folder = tmp_path_factory.mktemp("zaad")
    places = seeded(folder)
    return Checked(check_folder(folder, today=TODAY).found, places)


@pytest.mark.parametrize(
    ("number", "one"),
    list(enumerate(MISTAKES)),
    ids=[f"{n}-{m.rule}" for n, m in enumerate(MISTAKES)],
)
def test_a_mistake_is_found_at_its_line_with_its_remedy(
    number: int, one: Mistake, checked: Checked
) -> None:
    path, line = checked.places[number]
    here = [p for p in checked.problems if p.spot.path == path and p.rule == one.rule]
    at_line = [p for p in here if p.spot.line == line]
    # What is missing, or a whole file, has no line of its own.
    found = at_line or (here if one.rule in ("bestandsnaam", "onbereikbaar") else [])
    assert found, [(p.spot.path, p.spot.line, p.rule) for p in checked.problems
                   if p.spot.path == path]  # fmt: skip
    assert any(one.hint in problem.hint for problem in found), [p.hint for p in found]


def test_sixty_mistakes_and_more_are_sown() -> None:
    assert len(MISTAKES) >= 60


def test_a_sound_small_copy_has_no_problem_but_its_missing_examples(tmp_path: Path) -> None:
    found = check_folder(small_copy(tmp_path), today=TODAY).found
    assert {p.rule for p in found} <= {"proef", "overlap"}


def test_the_shipped_knowledge_has_no_errors() -> None:
    found = check_folder(SHIPPED, today=TODAY).in_order()
    assert [p for p in found if p.severity is Severity.ERROR] == []
    assert {p.rule for p in found} <= {"overlap", "voorbeeld-dubbel"}


def test_a_verdict_is_remembered_and_the_same_the_second_time(tmp_path: Path) -> None:
    folder, cache = small_copy(tmp_path / "kennis"), tmp_path / "oordelen"
    put(folder, "organisaties/een.yaml", "kort: Bel 0591 123 456.\n")
    first = check_folder(folder, cache, TODAY).in_order()
    assert (cache / "oordelen.json").is_file()
    assert check_folder(folder, cache, TODAY).in_order() == first
    put(folder, "organisaties/een.yaml", "kort: Bel eerst.\n")
    again = check_folder(folder, cache, TODAY).in_order()
    assert {p.rule for p in first} - {p.rule for p in again} == {"telefoonnummer"}


def test_a_broken_memory_is_no_problem(tmp_path: Path) -> None:
    write(tmp_path / "oordelen.json", '{"program": 3')
    folder = tmp_path / "kennis"
    for name in ("organisaties", "plaatsen"):
        shutil.copytree(SHIPPED / name, folder / name)
    assert {p.rule for p in check_folder(folder, tmp_path, TODAY).found} >= {"bestand"}


def test_only_an_example_that_the_bot_would_answer_wrongly_is_an_error() -> None:
    words = Words(text="en wat kost het", spot=Spot(path="onderwerpen/geloof.yaml", line=9))
    examples = [Example(topic="faith", words=words), Example(topic="null", words=words)]
    strays = [
        Stray(example=0, reached="cost", words=("kost",), sure=True),
        Stray(example=0, reached="cost", words=("kost",), sure=False),
        Stray(example=1, reached="cost", words=("kost",), sure=True),
    ]
    report = Report()
    note_strays(examples, strays, {"cost": "Wat kost het?"}, report)
    assert [p.severity for p in report.found] == ["error", "warning", "warning"]
    assert report.found[0].message == (
        "Wie iets vraagt als ‘en wat kost het’, komt uit bij ‘Wat kost het?’. "
        "Dat komt vooral door ‘kost’."
    )


def test_the_mark_stands_under_the_spot() -> None:
    spot = Spot(path="x.yaml", line=1, column=7, width=3)
    assert marked("kort: abc def", spot) == ("kort: abc def", "      ^^^")


def test_a_tab_is_shown_and_a_long_line_is_cut_around_its_spot() -> None:
    assert marked("\tnaam: x", Spot(path="x", column=1)) == ("→naam: x", "^")
    line, mark = marked("a" * 200 + "fout" + "b" * 200, Spot(path="x", column=201, width=4))
    assert line[mark.index("^") : mark.index("^") + 4] == "fout"
    assert line.startswith("…")
    assert len(line) < 100
