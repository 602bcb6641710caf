"""Every rule has a name, a section for editors, and examples that do what the section says."""

import ast
import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.knowledge import rules
from bot.knowledge.checks import check_folder
from bot.knowledge.problems import Problem
from bot.knowledge.rules import RULES
from tests.knowledge.small_knowledge import SHIPPED, put, rules_in, small_copy

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "redactie" / "regels.md").read_text(encoding="utf-8")
TODAY = date(2026, 11, 22)
_SECTION = re.compile(r"^### `([\w-]+)`\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"(?:Bestand: `([^`]+)`\n\n)?(Fout|Goed):\n\n```yaml\n(.*?)```", re.DOTALL)


class Example(NamedTuple):
    """A snippet of the page, the file it stands in, and the rule it breaks or keeps."""

    rule: str
    path: str
    text: str


def examples(kind: str) -> list[Example]:
    """The examples of one kind, in the order of the page."""
    found = []
    for rule, section in _SECTION.findall(PAGE):
        path = f"organisaties/regel-{rule}.yaml"
        for named, what, text in _EXAMPLE.findall(section):
            path = named or path
            if what == kind:
                found.append(Example(rule, path, text))
    return found


WRONG, RIGHT = examples("Fout"), examples("Goed")


@cache
def checked(folder: Path, kind: str) -> list[Problem]:
    """All problems of a small copy that holds every example of one kind."""
    small_copy(folder / "klein")
    shutil.copytree(SHIPPED, folder / "heel")
    for one in WRONG if kind == "Fout" else RIGHT:
        # Conversations are held only where nothing else is wrong.
        put(folder / ("heel" if one.rule == "gesprek" else "klein"), one.path, one.text)
    found = (check_folder(folder / name, today=TODAY).found for name in ("klein", "heel"))
    return [problem for problems in found for problem in problems]


@pytest.fixture(scope="session")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    return checked(tmp_path_factory.mktemp("fout"), "Fout")


@pytest.fixture(scope="session")
def right(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    return checked(tmp_path_factory.mktemp("goed"), "Goed")


@pytest.mark.parametrize("one", WRONG, ids=lambda one: one.rule)
def test_a_wrong_example_breaks_its_rule_and_gets_a_remedy(
    one: Example, wrong: list[Problem]
) -> None:
    found = [p for p in wrong if p.spot.path == one.path and p.rule == one.rule]
    assert found
    assert all(problem.hint for problem in found)


@pytest.mark.parametrize("one", RIGHT, ids=lambda one: one.rule)
def test_a_right_example_keeps_its_rule(one: Example, right: list[Problem]) -> None:
    assert one.rule not in rules_in(right, one.path)


def test_every_rule_has_a_section_and_every_section_a_rule() -> None:
    told = {rule for rule, _ in _SECTION.findall(PAGE)}
    without = set(re.findall(r"^- `([\w-]+)`:", PAGE, re.MULTILINE))
    assert told | without == RULES.keys()
    assert len(without) <= 5


def test_every_section_has_a_wrong_and_a_right_example() -> None:
    told = [rule for rule, _ in _SECTION.findall(PAGE)]
    assert [one.rule for one in WRONG] == told
    assert [one.rule for one in RIGHT] == told


def test_every_rule_that_the_code_names_is_in_the_table() -> None:
    folder = Path(str(rules.__file__)).parent
    named = {rule for path in folder.glob("*.py") for rule in rules_named_in(path)}
    assert named == RULES.keys()


def rules_named_in(path: Path) -> set[str]:
    """The rules that a module notes problems under."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in ("error", "warning", "note") and len(node.args) >= 3:
                found |= texts_in(node.args[1])
            for keyword in node.keywords:
                if keyword.arg == "rule":
                    found |= texts_in(keyword.value)
    return {text for text in found if len(text) > 2 and text != "rule"}


def texts_in(node: ast.AST) -> set[str]:
    """The texts that an expression may come to."""
    constants = (one for one in ast.walk(node) if isinstance(one, ast.Constant))
    return {one.value for one in constants if isinstance(one.value, str)}
