"""Changing one value in a file leaves every other line as it was, and says what was meant."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge.editing.edits import edited
from bot.knowledge.editing.tree import EditError, told

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
FILES = sorted(KNOWLEDGE.rglob("*.yaml"))
TEXTS = {path: path.read_bytes().decode("utf-8") for path in FILES}

FILE = """\
# Bovenaan
naam: De Proef   # zo heet het
namen: [een, twee]  # kort
kort: "Let op: vol."
contact:
  mail: info@deproef.example
activiteiten:
  # de eerste
  - id: inloop
    naam: Inloop
    wanneer: onbekend
  - id: cursus
    naam: Cursus

vragen:
  - kan ik komen?
  - is het vol?
"""


@pytest.mark.parametrize(
    ("at", "value", "line"),
    [
        (("naam",), "De Brug", "naam: De Brug   # zo heet het"),
        (("naam",), "Let op: dicht", 'naam: "Let op: dicht"   # zo heet het'),
        (("naam",), "nee", "naam: nee   # zo heet het"),
        (("naam",), "null", 'naam: "null"   # zo heet het'),
        (("naam",), 'zeg "hoi": ja', "naam: 'zeg \"hoi\": ja'   # zo heet het"),
        (("naam",), "@thuis", 'naam: "@thuis"   # zo heet het'),
        (("kort",), "Kom binnen.", 'kort: "Kom binnen."'),
        (("namen",), ["een", "drie, vier", "twee"], 'namen: [een, "drie, vier", twee]  # kort'),
        (("namen",), ["twee"], "namen: [twee]  # kort"),
        (("activiteiten", 0, "wanneer"), "elke dinsdag 10-12", "    wanneer: elke dinsdag 10-12"),
        (("vragen",), ["kan ik komen?", "hoi"], "  - hoi"),
    ],
)
def test_only_the_line_of_a_value_changes(at, value, line):
    before, after = FILE.split("\n"), edited(FILE, at, value).split("\n")
    assert [one for one in after if one not in before] == [line]
    assert [one for one in after if one != line] == [one for one in before if one in after]


ORDER = ("naam", "namen", "soort", "kort", "regio", "contact", "bron", "activiteiten")


@pytest.mark.parametrize(
    ("at", "value", "order", "after", "lines"),
    [
        (("soort",), "inloop", ORDER, "namen: [een, twee]  # kort", ["soort: inloop"]),
        (("bron", "adres"), "x", ORDER, "  mail: info@deproef.example", ["bron:", "  adres: x"]),
        (("contact", "web"), "x", ("mail", "web"), "  mail: info@deproef.example", ["  web: x"]),
        (("contact", "telefoon"), "1", ("telefoon", "mail"), "contact:", ["  telefoon: 1"]),
        (
            ("activiteiten", 0, "toegang", "kosten"), "nee", ("wanneer", "toegang"),
            "    wanneer: onbekend", ["    toegang:", "      kosten: nee"],
        ),
        (
            ("activiteiten", 2), {"id": "eten", "naam": "Samen eten"}, (),
            "    naam: Cursus", ["  - id: eten", "    naam: Samen eten"],
        ),
        (("vragen",), ["kan ik komen?", "mag dat?", "is het vol?"], (), "  - kan ik komen?",
         ["  - mag dat?"]),
        (("regio",), ["Emmen", "Assen"], ORDER, 'kort: "Let op: vol."', ["regio: [Emmen, Assen]"]),
    ],
)  # fmt: skip
def test_what_is_new_comes_in_lines_of_its_own_at_its_place(at, value, order, after, lines):
    before, found = FILE.split("\n"), edited(FILE, at, value, lambda _: order).split("\n")
    place = found.index(after) + 1
    assert found[place : place + len(lines)] == lines
    assert found[:place] + found[place + len(lines) :] == before


@pytest.mark.parametrize(
    ("at", "gone"),
    [
        (("kort",), ['kort: "Let op: vol."']),
        (("contact", "mail"), ["contact:", "  mail: info@deproef.example"]),
        (("activiteiten", 1), ["  - id: cursus", "    naam: Cursus"]),
        (("activiteiten", 0, "wanneer"), ["    wanneer: onbekend"]),
        (("vragen", 1), ["  - is het vol?"]),
        (("vragen",), ["vragen:", "  - kan ik komen?", "  - is het vol?"]),
    ],
)
def test_what_is_emptied_goes_with_its_lines(at, gone):
    left = [line for line in FILE.split("\n") if line not in gone]
    assert edited(FILE, at, "").split("\n") == left


def test_a_text_of_several_lines_stands_below_its_key():
    after = edited("nl: kort\nen: short\n", ("nl",), "Een.\n\nTwee: drie.")
    assert after == "nl: |-\n  Een.\n\n  Twee: drie.\nen: short\n"
    assert edited(after, ("nl",), "Een.\n\nVier.") == "nl: |-\n  Een.\n\n  Vier.\nen: short\n"


def test_lines_that_end_as_on_windows_stay_so():
    after = edited(
        "naam: De Proef\r\nkort: x\r\n", ("soort",), "inloop", lambda _: ("naam", "soort")
    )
    assert after == "naam: De Proef\r\nsoort: inloop\r\nkort: x\r\n"


def test_what_cannot_be_done_is_refused():
    for at, value in ((("contact",), "tekst"), (("activiteiten", 7, "naam"), "x")):
        with pytest.raises(EditError):
            edited(FILE, at, value)
    with pytest.raises(EditError):
        edited("naam: [open\n", ("naam",), "x")


def places(value, at=()):
    """The place of each text in a tree."""
    if isinstance(value, str):
        return [at] if value else []
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [place for step, inner in pairs for place in places(inner, (*at, step))]


def at_place(value, at):
    for step in at:
        value = value[step]
    return value


ODD = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=40
).map(str.strip)
SLIPS = st.sampled_from(
    ["a: b", "- x", "#x", "x #y", "nee", "[x", "{x}", "x,y", "'", '"', "'\"\\", "@a", "&a", "*",
     "|", ">", "%", "`", "!x", "? x", "x:", "~", "null", "2026", "een\n\ntwee",
     "x\ty", "é 😀 …", "---"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), value=(ODD | SLIPS).filter(bool))
def test_any_text_in_any_shipped_file_is_read_back_with_all_else_untouched(data, value):
    text = TEXTS[data.draw(st.sampled_from(FILES))]
    at = random.Random(data.draw(st.integers(0, 10**6))).choice(places(told(text)))
    after = edited(text, at, value)
    assert at_place(told(after), at) == value.strip()
    assert untouched(text, after, at)


def untouched(before, after, at):
    """Whether all lines are the same but those that the value at a place stands on."""
    node = yaml.compose(before)
    for step in at:
        pairs = enumerate(node.value) if isinstance(step, int) else node.value
        node = next(v for k, v in pairs if (k if isinstance(step, int) else k.value) == step)
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    front, back = node.start_mark.line, len(old) - node.end_mark.line - 1
    return (old[:front], old[len(old) - back :]) == (new[:front], new[len(new) - back :])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_change_and_the_way_back_give_the_same_bytes(path):
    text = TEXTS[path]
    chosen = random.Random(path.stem).sample(places(told(text)), k=min(6, len(places(told(text)))))
    for at in chosen:
        was = at_place(told(text), at)
        if "\n" in was:
            continue
        assert edited(edited(text, at, "iets heel anders"), at, was) == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), items=st.lists((ODD | SLIPS).filter(bool), min_size=1, max_size=6))
def test_any_list_is_changed_item_by_item(data, items):
    start = data.draw(st.lists((ODD | SLIPS).filter(bool), min_size=1, max_size=6))
    for key in ("vragen", "namen"):
        order = ("kort", key)
        text = edited("kort: x\n# noot\nlaatste: y\n", (key,), start, lambda _, o=order: o)
        after = edited(text, (key,), items)
        held = told(after)[key]
        assert (held if isinstance(held, list) else [held]) == [one.strip() for one in items]
        assert ("# noot\n" in after, after.startswith("kort: x\n")) == (True, True)
