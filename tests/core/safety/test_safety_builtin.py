"""The screen with no file at all."""

import pytest

from bot.core.safety.builtin import built_in_rules
from bot.core.safety.reply import help_lines_bubble, safety_bubbles
from bot.core.safety.screen import Level, screen

RULES = built_in_rules()


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("ik wil dood", Level.SUICIDE),
        ("ik wil niet meer leven", Level.SUICIDE),
        ("i want to end my life", Level.SUICIDE),
        ("hij ademt niet", Level.DANGER),
        ("ik ga hem vermoorden", Level.HARM),
        ("mijn man slaat mij", Level.UNSAFE),
        ("ik hoor stemmen", Level.CONFUSION),
        ("hoeveel pillen mag ik", Level.TREATMENT),
        ("ik kan niet meer", Level.CONCERN),
    ],
)
def test_the_plainest_words_are_known_without_any_file(text: str, level: Level) -> None:
    assert screen(text, RULES).levels[0] is level


@pytest.mark.parametrize(
    "text", ["is er een inloop in Emmen", "vroeger wilde ik dood", "rouwgroep zelfmoord"]
)
def test_other_words_raise_no_alarm(text: str) -> None:
    assert screen(text, RULES).levels == ()


@pytest.mark.parametrize("language", ["nl", "en", "pl"])
def test_every_built_in_reply_to_danger_holds_112_and_the_right_line_first(language: str) -> None:
    shown = safety_bubbles(screen("ik wil dood", RULES), RULES, times_before=0, language=language)
    lines = [line for line in shown[0].text.splitlines() if line[:3] in ("113", "112")]
    assert [line[:3] for line in lines] == ["113", "112"]


def test_the_built_in_doors_hold_112_and_113() -> None:
    text = help_lines_bubble(RULES, language="nl").text
    assert ("112" in text, "113" in text) == (True, True)
