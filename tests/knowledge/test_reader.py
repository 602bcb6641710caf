"""Reading YAML as nodes: places, classic slips, and what must not reach the parser."""

import pytest

from bot.knowledge.entry import Entry
from bot.knowledge.problems import Report
from bot.knowledge.reader import read_text


def _read(text: str) -> tuple[Entry | None, list[tuple[int, str]]]:
    report = Report()
    entry = read_text(text.encode(), "proef.yaml", report)
    return entry, [(problem.spot.line, problem.rule) for problem in report.found]


def test_values_stay_as_they_were_written() -> None:
    entry, _ = _read("tijd: 19:30\nantwoord: nee\ntelefoon: 0612345\n")
    assert entry is not None
    assert [entry.text(key) for key in ("tijd", "antwoord", "telefoon")] == [
        "19:30",
        "nee",
        "0612345",
    ]


@pytest.mark.parametrize(
    ("text", "line", "rule"),
    [
        ("naam: x\nplek:\n\tid: y\n", 3, "tab"),
        ("kort: let op: vol\n", 1, "dubbele-punt"),
        ("naam: x\nkort: 'open\nsoort: y\n", 2, "aanhalingsteken"),
        ("naam: x\nsoort y\nkort: z\n", 2, "dubbele-punt-ontbreekt"),
        ("naam: x\nnaam: y\n", 2, "dubbele-sleutel"),
        ("namen: [a, b\nsoort: c\n", 1, "haakje"),
        ("naam: %x\n", 1, "teken"),
        ("naam: &x y\n", 1, "anker"),
        ("- naam: x\n", 1, "blok"),
        ("", 1, "leeg"),
        ("[" * 60_000, 1, "te-diep"),
        ("a: " + "{a: " * 50_000, 1, "te-diep"),
        ("- " * 50_000, 1, "te-diep"),
        ("? " * 50_000, 1, "te-diep"),
        ("- ? " * 50_000, 1, "te-diep"),
        (": " * 50_000, 1, "te-diep"),
        ("a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n", 1, "anker"),
        ("x: y\n" * 200_000, 1, "te-groot"),
        ("namen: ja\n  - Zaad\nsoort: y\n", 1, "blok"),
        ("regio: [Emmen]\n  telefoon: 0591 1\n  mail: a@b.nl\n", 2, "ontbreekt"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_a_slip_is_explained_at_its_line(text: str, line: int, rule: str) -> None:
    _, found = _read(text)
    assert (line, rule) in found


_FILE = """naam: x
plekken:
  - id: zaal
    naam: y
    plaats: Emmen
activiteiten:
  - id: inloop
    naam: z
    plek: zaal
    kort: w
"""


@pytest.mark.parametrize(
    ("line", "typed", "rule"),
    [
        (8, "\tnaam: z", "tab"),
        (8, "\t\tnaam: z", "tab"),
        (6, "\tactiviteiten:", "tab"),
        (6, "  activiteiten:", "inspringen"),
        (6, "activiteiten", "dubbele-punt-ontbreekt"),
        (6, "activiteiten: ja", "blok"),
        (7, "- id: inloop", "inspringen"),
        (7, "   - id: inloop", "inspringen"),
        (7, "  -id: inloop", "streepje"),
        (9, "    - plek: zaal", "streepje"),
        (9, "  plek: zaal", "inspringen"),
        (9, "      plek: zaal", "inspringen"),
    ],
)
def test_one_slip_is_told_once_where_it_was_made(line: int, typed: str, rule: str) -> None:
    lines = _FILE.splitlines()
    lines[line - 1] = typed
    entry, found = _read("\n".join(lines) + "\n")
    assert found == [(line, rule)]
    assert entry is not None
    assert [one.text("naam") for one in entry.entries("activiteiten")] == ["z"]


def test_lines_that_were_moved_together_are_told_once() -> None:
    moved = _FILE.replace(
        "    naam: z\n    plek: zaal\n    kort: w",
        "      naam: z\n      plek: zaal\n      kort: w",
    )
    _, found = _read(moved)
    assert found == [(8, "inspringen")]


def test_a_file_with_a_slip_is_read_on_so_that_the_rest_is_seen_too() -> None:
    entry, found = _read("kort: let op: vol\nplek:\n\tid: y\nnaam: 'open\n")
    assert found == [(3, "tab"), (1, "dubbele-punt"), (4, "aanhalingsteken")]
    assert entry is not None
    assert entry.text("kort") == "let op: vol"


def test_bytes_that_are_not_utf8_are_pointed_at() -> None:
    report = Report()
    assert read_text("naam: x\nkort: caf\xe9\n".encode("latin-1"), "p.yaml", report) is None
    assert [(p.spot.line, p.rule) for p in report.found] == [(2, "codering")]


def test_an_unknown_key_is_met_with_the_nearest_known_one() -> None:
    entry, _ = _read("naam: x\nwaneer: y\n")
    assert entry is not None
    entry.text("naam")
    entry.text("wanneer")
    entry.done()
    problem = entry.report.found[0]
    assert (problem.spot.line, problem.spot.column) == (2, 1)
    assert problem.hint == "Bedoelde je ‘wanneer’?"


def test_an_unknown_value_is_met_with_the_nearest_known_one() -> None:
    entry, _ = _read("soort: inlop\n")
    assert entry is not None
    assert entry.choice("soort", {"inloop": 1, "cursus": 2}) is None
    assert entry.report.found[0].hint == "Bedoelde je ‘inloop’?"


def test_a_list_where_a_text_belongs_is_a_problem() -> None:
    entry, _ = _read("naam: [a, b]\n")
    assert entry is not None
    assert entry.needed("naam") == ""
    assert [problem.rule for problem in entry.report.found] == ["tekst"]


def test_one_text_counts_as_a_list_of_one() -> None:
    entry, _ = _read("namen: alleen ik\n")
    assert entry is not None
    assert entry.texts("namen") == ("alleen ik",)


def test_a_word_with_nothing_beside_it_is_not_called_absent() -> None:
    report = Report()
    entry = read_text(b"naam:\n", "proef.yaml", report)
    assert entry is not None
    assert [entry.needed("naam"), entry.needed("soort")] == ["", ""]
    assert [(one.message, one.hint) for one in report.found] == [
        ("Bij ‘naam’ staat nog niets.", "Vul het in: naam: …"),
        ("Hier ontbreekt ‘soort’.", "Zet er een regel bij: soort: …"),
    ]
