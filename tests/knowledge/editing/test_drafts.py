"""A draft is looked at as `check` would, in a moment, and served only where it is sound."""

from datetime import date
from pathlib import Path

import pytest

from bot.knowledge.checks import check_folder
from bot.knowledge.editing.drafted import with_draft
from bot.knowledge.editing.drafts import look_at
from bot.knowledge.editing.held import hold
from bot.knowledge.editing.kinds import kind_of
from tests.knowledge.seeded_mistakes import MARK, MISTAKES
from tests.knowledge.small_knowledge import SHIPPED, put, small_copy, write

TODAY = date(2026, 11, 22)
# What only a check of everything can tell, and what two files are to blame for at once.
WHOLE = {"proef", "overlap", "onbereikbaar", "bestandsnaam", "net"}
SHARED = {"dubbele-naam", "voorbeeld-dubbel", "voorbeeld-twee-onderwerpen"}


@pytest.fixture(scope="module")
def sown(tmp_path_factory) -> Path:
    folder = small_copy(tmp_path_factory.mktemp("zaad"))
    for number, one in enumerate(MISTAKES):
        target = put(folder, one.path or f"organisaties/zaad-{number}.yaml", one.lines)
        write(target, target.read_text(encoding="utf-8").replace(MARK, ""))
    return folder


def test_a_look_at_a_draft_finds_what_a_check_finds_in_its_file(sown):
    checked, held = check_folder(sown, today=TODAY).found, hold(sown, None)
    shown = {path: path.relative_to(sown).as_posix() for path in sown.rglob("*.yaml")}
    for path, name in shown.items():
        if kind_of(name) is None:
            continue
        looked = set(look_at(held, name, path.read_bytes(), TODAY).problems)
        whole = {p for p in checked if p.spot.path == name and p.rule not in WHOLE}
        assert {p for p in whole - looked if p.rule not in SHARED} == set()
        assert {p for p in looked - whole if p.rule not in SHARED} == set()


@pytest.fixture(scope="module")
def held():
    return hold(SHIPPED, None)


def look(held, path, change):
    text = (held.folder / path).read_text(encoding="utf-8")
    return look_at(held, path, change(text).encode(), TODAY)


def test_a_draft_of_an_organisation_is_served_with_its_new_name(held):
    path = "organisaties/aa-emmen.yaml"
    draft = look(held, path, lambda text: text.replace("naam: AA Emmen", "naam: Zeegroep", 1))
    served = with_draft(held, draft, None).knowledge
    assert served.organisations["aa-emmen"].name == "Zeegroep"
    assert len(served.activities) == len(held.knowledge.activities)
    assert [value for (_, value), words in served.lexicon.phrases if words == "Zeegroep"] == [
        "aa-emmen"
    ]


def test_a_new_example_counts_word_for_word_before_anything_is_learnt(held):
    path = "onderwerpen/kosten.yaml"
    drafted = with_draft(held, look(held, path, lambda text: text + "  - hoeveel piek\n"), None)
    assert drafted.knowledge.brain.exact.get("hoeveel piek") == "cost"
    assert drafted.learnt is False


def test_other_words_in_an_answer_need_no_learning(held):
    path = "onderwerpen/kosten.yaml"
    drafted = with_draft(
        held, look(held, path, lambda text: text.replace("gratis", "vrij", 1)), None
    )
    assert "vrij" in drafted.knowledge.topics["cost"].answer["nl"]
    assert (drafted.learnt, drafted.knowledge.brain is held.knowledge.brain) == (True, True)


@pytest.mark.parametrize("wrong", ["naam: [open\n", "nam: x\n", ""])
def test_a_draft_with_an_error_is_not_served(held, wrong):
    draft = look(held, "organisaties/aa-emmen.yaml", lambda text: wrong)
    assert (draft.sound, with_draft(held, draft, None)) == (False, None)


def test_a_name_that_another_file_has_is_told_at_its_line(held):
    path = "uitleg/proefwoord.yaml"
    text = "namen: [proefwoord, inloop]\nuitleg:\n  nl: Een woord.\n  en: A word.\n"
    found = look_at(held, path, text.encode(), TODAY).problems
    assert [(one.rule, one.spot.line, one.spot.column) for one in found] == [
        ("dubbele-naam", 1, 21)
    ]
