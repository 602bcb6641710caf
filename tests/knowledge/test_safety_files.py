"""The safety files: they are read whole, and what is wrong in them is said."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from bot.core.safety.builtin import built_in_rules
from bot.core.safety.help_lines import stale_lines
from bot.core.safety.net import LABELS
from bot.core.safety.rules import Proof
from bot.core.safety.screen import CRISIS, SafetyRules, screen
from bot.core.safety.sight import look
from bot.knowledge.drawer import Drawer
from bot.knowledge.problems import Report
from bot.knowledge.safety import read_proved, read_rules, read_safety
from bot.knowledge.safety_proofs import (
    ask_proofs,
    key_of_asking,
    key_of_safety,
    overruled_proofs,
    proof_problems,
)
from bot.knowledge.safety_training import key_of, read_safety_examples
from bot.knowledge.shelf import Shelf
from bot.knowledge.shipped_net import ShippedNet

FOLDER = Path(__file__).parents[2] / "knowledge" / "veiligheid"


@pytest.fixture(scope="module")
def rules() -> SafetyRules:
    report = Report()
    found = read_safety(FOLDER, report)
    assert report.found == []
    assert found is not None
    return found


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "veiligheid"
    folder.mkdir(parents=True)
    for path in FOLDER.glob("*.yaml"):
        write(folder, path.name, path.read_text(encoding="utf-8"))
    return folder


def test_every_proof_of_every_rule_holds(rules: SafetyRules) -> None:
    assert proof_problems(rules, ask_proofs(rules, Drawer(), "")) == ()


def test_the_net_overrules_no_proof_of_danger(rules: SafetyRules) -> None:
    crisis = [rule for rule in rules.rules if rule.level in CRISIS]
    proofs = [proof.text for rule in crisis for proof in rule.proofs]
    assert [text for text in proofs if not screen(text, rules).crisis] == []


def test_every_rule_has_a_proof(rules: SafetyRules) -> None:
    assert [rule.id for rule in rules.rules if not rule.proofs] == []


def test_a_failing_proof_is_a_problem_with_its_place(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    text = (folder / "wanhoop.yaml").read_text(encoding="utf-8")
    write(folder, "wanhoop.yaml", text.replace("    wel:\n", "    wel:\n      - mooi weer\n", 1))
    report = Report()
    read_safety(folder, report)
    assert [problem.rule for problem in report.found] == ["bewijs"]
    assert "mooi weer" in report.found[0].message


def test_a_pattern_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    write(
        folder, "extra.yaml", "niveau: wanhoop\nsoorten:\n  x:\n    patronen:\n      - ONBEKEND\n"
    )
    report = Report()
    read_rules(folder, report)
    assert [(p.spot.path, p.spot.line) for p in report.found] == [("veiligheid/extra.yaml", 5)]
    assert "ONBEKEND" in report.found[0].message


def test_an_unknown_level_and_an_unknown_guard_are_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    write(
        folder,
        "extra.yaml",
        "niveau: gevaren\nsoorten:\n  x:\n    tenzij: [vroegr]\n    patronen: [dood]\n",
    )
    report = Report()
    read_rules(folder, report)
    assert [problem.rule for problem in report.found] == ["onbekende-waarde"]


def test_a_missing_file_leaves_no_rules_and_the_built_in_ones_remain(tmp_path: Path) -> None:
    report = Report()
    assert read_safety(tmp_path / "veiligheid", report) is None
    assert not report.sound
    assert built_in_rules().lines.keys() >= {"112", "113"}


def test_built_in_numbers_are_those_of_the_registry(rules: SafetyRules) -> None:
    for name, line in built_in_rules().lines.items():
        assert line.numbers == rules.lines[name].numbers


def test_every_line_of_the_policy_is_in_the_registry(rules: SafetyRules) -> None:
    assert set(rules.lines) == {
        *("112", "113", "huisarts", "veilig_thuis", "csg", "luisterlijn", "kindertelefoon"),
        *(
            "injebol",
            "mind",
            "drugs_infolijn",
            "ypsilon",
            "zorgwekkend",
            "aa",
            "na",
            "alcoholinfo",
        ),
    }


def test_every_line_says_when_it_was_read_and_that_nobody_called_it(rules: SafetyRules) -> None:
    numbered = [line for line in rules.lines.values() if line.numbers]
    assert {line.read for line in numbered} == {date(2026, 11, 22)}
    assert {line.called for line in numbered} == {"nee"}


def test_a_shown_number_is_one_of_the_line_itself(rules: SafetyRules) -> None:
    for line in rules.lines.values():
        for shown in line.shown.values():
            assert not line.numbers or any(number in shown for number in line.numbers)


def test_links_only_where_sources_disagree_on_numbers(rules: SafetyRules) -> None:
    assert [name for name, line in rules.lines.items() if line.link_only] == [
        *("aa", "na", "alcoholinfo")
    ]
    assert all(not rules.lines[name].numbers for name in ("aa", "na", "alcoholinfo"))


def test_old_numbers_do_not_appear_anywhere() -> None:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml")]
    assert [text for text in texts if "0900-0767" in text or "0900 0767" in text] == []


def test_a_line_checked_over_ninety_days_ago_is_stale(rules: SafetyRules) -> None:
    assert stale_lines(rules.lines, date(2027, 2, 20)) == ()
    assert len(stale_lines(rules.lines, date(2027, 2, 21))) == len(rules.lines)


def test_the_shipped_net_was_fitted_to_the_shipped_examples(rules: SafetyRules) -> None:
    report = Report()
    shipped = ShippedNet()
    assert shipped.fits(key_of(rules, read_safety_examples(FOLDER, report)))
    assert report.found == []
    assert shipped.net is not None
    assert shipped.net.labels[: len(LABELS)] == LABELS


def key_with(tmp_path: Path, name: str, line: str) -> str:
    folder, report = copied(tmp_path), Report()
    write(folder, name, (folder / name).read_text(encoding="utf-8") + line)
    rules = read_rules(folder, report)
    assert report.sound and rules is not None
    return key_of(rules, ())


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("woordsoorten.yaml", "PROEFWOORD:\n  - zandkasteel*\n"),
        ("tenzij.yaml", "proef:\n  geldt: zin\n  patronen:\n    - zandkasteel\n"),
        ("wanhoop.yaml", "  proef:\n    patronen:\n      - zandkasteel gebouwd\n"),
    ],
)
def test_another_word_guard_or_pattern_asks_for_another_net(
    tmp_path: Path, name: str, line: str
) -> None:
    assert key_with(tmp_path / "een", name, line) != key_with(tmp_path / "twee", name, "")


def test_a_remark_among_the_patterns_asks_for_no_other_net(tmp_path: Path) -> None:
    rules = read_rules(FOLDER, Report())
    assert rules is not None
    assert key_with(tmp_path, "wanhoop.yaml", "# een opmerking\n") == key_of(rules, ())


def test_what_was_shipped_as_sound_is_known_until_any_of_its_files_changes(tmp_path: Path) -> None:
    folder = tmp_path / "veiligheid"
    shutil.copytree(FOLDER, folder)
    assert key_of_safety(folder) == key_of_safety(FOLDER)
    some = next(folder.glob("voorbeelden/*.yaml"))
    some.write_text(f"niveau: gevaren\n{some.read_text(encoding='utf-8')}", encoding="utf-8")
    assert key_of_safety(folder) != key_of_safety(FOLDER)


def test_a_slip_in_an_example_of_a_shipped_folder_is_found(tmp_path: Path) -> None:
    folder, report = tmp_path / "veiligheid", Report()
    shutil.copytree(FOLDER, folder)
    write(folder / "voorbeelden", "nieuw.yaml", "niveau: gevaren\n")
    read_safety(folder, report)
    assert ("veiligheid/voorbeelden/nieuw.yaml", "onbekende-waarde") in [
        (one.spot.path, one.rule) for one in report.found
    ]


def test_no_development_message_is_an_example() -> None:
    examples = {one.text.casefold() for one in read_safety_examples(FOLDER, Report())}
    development = Path(__file__).parents[2] / "eval" / "safety-dev.jsonl"
    lines = development.read_text(encoding="utf-8").splitlines()
    messages = {str(json.loads(line)["text"]).casefold() for line in lines}
    assert messages & examples == set()


def test_a_net_less_screen_still_sees_the_patterns(rules: SafetyRules) -> None:
    assert look("ik wil dood", rules).hits


def test_a_net_that_sees_no_danger_in_anything_is_found_by_the_proofs() -> None:
    rules = read_safety(FOLDER, Report())
    assert rules is not None and rules.net is not None
    blind = replace(rules.net, weights=np.zeros_like(rules.net.weights), bias=rules.net.bias - 20)
    unseen = replace(rules, net=blind)
    assert overruled_proofs(rules, ask_proofs(rules, Drawer(), "")) == ()
    assert overruled_proofs(unseen, ask_proofs(unseen, Drawer(), "")) != ()


def test_only_a_new_proof_is_asked_where_the_patterns_stayed(rules: SafetyRules) -> None:
    first, more = Drawer(), Proof(text="zandkastelen", path="a.yaml", line=1)
    ask_proofs(rules, first, "een")
    second = Drawer(first.new())
    rule = replace(rules.rules[0], counter_proofs=(more,))
    ask_proofs(replace(rules, rules=(rule, *rules.rules[1:])), second, "een")
    assert [kept.rules for kept, _ in second.new().values()] == [()]


def test_a_proof_that_held_is_asked_again_once_a_pattern_changed(tmp_path: Path) -> None:
    folder, shelf, shipped = copied(tmp_path), Shelf(tmp_path / "delen"), ShippedNet()
    read_proved(folder, Report(), shipped, shelf)
    text = (folder / "wanhoop.yaml").read_text(encoding="utf-8")
    write(folder, "wanhoop.yaml", text.replace("(te veel|teveel|zinloos|", "(zinloos|"))
    kept, fresh = Report(), Report()
    read_proved(folder, kept, shipped, shelf)
    read_proved(folder, fresh, shipped)
    assert "bewijs" in {one.rule for one in kept.found}
    assert kept.found == fresh.found


@pytest.mark.parametrize(
    ("name", "line", "same"),
    [
        ("wanhoop.yaml", "# een opmerking\n", True),
        ("wanhoop.yaml", "  proef:\n    patronen:\n      - zandkasteel gebouwd\n", False),
        ("gewone-woorden.yaml", "  - zandkasteel\n", False),
    ],
)
def test_proofs_are_known_to_hold_until_what_decides_them_changes(
    tmp_path: Path, name: str, line: str, same: bool
) -> None:
    folder, before = copied(tmp_path), read_rules(FOLDER, Report())
    write(folder, name, (folder / name).read_text(encoding="utf-8") + line)
    after = read_rules(folder, Report())
    assert before is not None and after is not None
    keys = [key_of_asking(one, key_of(one, ()), "net") for one in (before, after)]
    assert (keys[0] == keys[1]) is same
