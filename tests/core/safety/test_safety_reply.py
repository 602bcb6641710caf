"""What every reply to danger and to treatment questions holds, and never holds."""

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from bot.core.reply import Bubble
from bot.core.safety.reply import help_lines_bubble, safety_bubbles
from bot.core.safety.screen import CRISIS, PRECEDENCE, Level, Screening
from bot.knowledge.problems import Report
from bot.knowledge.safety import read_safety

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
RULES = read_safety(KNOWLEDGE / "veiligheid", Report())
assert RULES is not None
LANGUAGES = ("nl", "en", "de", "pl", "tr", "ar", "uk", "fr")
FULL = ("nl", "en")
LINES = {
    Level.DANGER: ("112",),
    Level.SUICIDE: ("113", "112"),
    Level.HARM: ("112", "huisarts"),
    Level.UNSAFE: ("veilig_thuis", "112"),
    Level.CONFUSION: ("huisarts", "112"),
    Level.TREATMENT: ("huisarts",),
    Level.CONCERN: ("113", "luisterlijn"),
}
BEGINS = {
    "112": r"112\b",
    "113": r"113\b",
    "veilig_thuis": r"0800-2000",
    "csg": r"0800-0188",
    "huisarts": r"[^.]*huisarts",
}
FORBIDDEN = re.compile(
    r"komt (?:het )?(?:wel |weer )?goed|it will be (?:ok|fine)|ze komen eraan|zelfmoord plegen|"
    r"commit suicide|geslaagd|mislukt|failed|denk aan je (?:kinderen|ouders)|think of your|"
    r"risico|risk level|score|diagnose|jouw schuld|your fault|rustig ademen|breathe|"
    r"hoe ernstig|how serious|heb je een plan|do you have a plan|waar ben je|what is your name|"
    r"hoe heet je|adres|address|depressi|verslav|probeer eens|\bmg\b|dosis|dose|pil(?:len)?\b|"
    r"\btouw|\btrein\b|\bmes\b|knife|rope|volledig anoniem|beoordeel|rate us",
    re.IGNORECASE,
)
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
NUMBER = re.compile(r"\+?\d[\d -]{1,}\d")
NOT_NUMBERS = {"18", "8 ", "11", "21", "14", "22", "16", "27", "9 ", "17", "24", "10"}


def screening(level: Level, **more: object) -> Screening:
    return replace(Screening(levels=(level,), lines=LINES[level]), **more)  # type: ignore[arg-type]


def crisis_replies() -> list[tuple[str, tuple[Bubble, ...]]]:
    found = []
    kinds = product(sorted(CRISIS), LANGUAGES, (0, 1, 5), (True, False))
    for level, language, before, other in kinds:
        shown = safety_bubbles(
            screening(level, about_other=other, minor=other),
            RULES,
            times_before=before,
            language=language,
        )
        found.append((f"{level} {language} {before} {other}", shown))
    return found


REPLIES = crisis_replies()
every_reply = pytest.mark.parametrize(("name", "shown"), REPLIES, ids=[n for n, _ in REPLIES])


@every_reply
def test_a_crisis_reply_always_holds_112(name: str, shown: tuple[Bubble, ...]) -> None:
    assert re.search(r"(?m)^112\b", shown[0].text)


@every_reply
def test_the_right_line_stands_first_and_alone(name: str, shown: tuple[Bubble, ...]) -> None:
    wanted = LINES[Level(name.split(maxsplit=1)[0])][0]
    lines = [
        line
        for line in shown[0].text.splitlines()
        if any(re.match(pattern, line) for pattern in BEGINS.values()) and ":" in line
    ]
    assert re.match(BEGINS[wanted], lines[0])


@every_reply
def test_a_reply_never_holds_what_is_forbidden(name: str, shown: tuple[Bubble, ...]) -> None:
    text = "\n".join(bubble.text for bubble in shown)
    assert FORBIDDEN.findall(text) == []
    assert EMOJI.findall(text) == []


@every_reply
def test_a_reply_needs_no_button_and_asks_nothing(name: str, shown: tuple[Bubble, ...]) -> None:
    assert [(bubble.buttons, bubble.asks_location) for bubble in shown] == [((), False)] * len(
        shown
    )


@every_reply
def test_no_number_that_is_not_in_the_registry(name: str, shown: tuple[Bubble, ...]) -> None:
    assert unregistered(shown) == set()


@every_reply
def test_no_paid_line_is_the_only_one(name: str, shown: tuple[Bubble, ...]) -> None:
    assert "0900" not in shown[0].text


@pytest.mark.parametrize("level", sorted(CRISIS))
@pytest.mark.parametrize("other", [True, False])
def test_the_first_bubble_is_short(level: Level, other: bool) -> None:
    for language in FULL:
        shown = safety_bubbles(
            screening(level, about_other=other), RULES, times_before=0, language=language
        )
        words = [word for line in prose(shown[0]) for word in line.split()]
        assert len(words) <= 60


@pytest.mark.parametrize("level", sorted(CRISIS))
def test_a_first_reply_says_what_the_bot_is_and_can_not_do(level: Level) -> None:
    text = safety_bubbles(screening(level), RULES, times_before=0, language="nl")[0].text
    assert "Ik ben een computer. Er leest niemand mee. Ik kan geen hulp sturen." in text
    assert "blijven vragen" in text


@pytest.mark.parametrize("level", sorted(CRISIS))
def test_a_first_reply_names_a_way_without_speaking(level: Level) -> None:
    text = safety_bubbles(screening(level), RULES, times_before=0, language="nl")[0].text
    assert re.search("112NL|113.nl|veiligthuis.nl", text)


@pytest.mark.parametrize("level", sorted(CRISIS))
def test_someone_else_is_spoken_of_differently(level: Level) -> None:
    own, other = (
        safety_bubbles(screening(level, about_other=about), RULES, times_before=0, language="nl")
        for about in (False, True)
    )
    assert "Probeer iemand bij je te laten komen" in own[0].text
    assert "Blijf in de buurt als dat veilig is" in other[0].text


@pytest.mark.parametrize("level", sorted(CRISIS))
def test_the_second_time_is_shorter_with_another_door(level: Level) -> None:
    first, second = (
        safety_bubbles(screening(level), RULES, times_before=before, language="nl")[0]
        for before in (0, 1)
    )
    assert sum(map(len, prose(second))) < sum(map(len, prose(first)))
    assert set(second.text.splitlines()) - set(first.text.splitlines())


def test_a_child_is_given_the_line_for_children() -> None:
    shown = safety_bubbles(
        screening(Level.SUICIDE, minor=True), RULES, times_before=0, language="nl"
    )
    assert "0800-0432" in shown[1].text


def test_a_young_adult_is_given_a_line_for_that_age() -> None:
    shown = safety_bubbles(
        screening(Level.SUICIDE, young=True), RULES, times_before=0, language="en"
    )
    assert "0800-0450" in shown[1].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_treatment_reply_points_to_those_who_may_say(language: str) -> None:
    text = safety_bubbles(screening(Level.TREATMENT), RULES, times_before=0, language=language)[
        0
    ].text
    assert "huisarts" in text or "GP" in text
    assert FORBIDDEN.findall(text) == []


def test_the_treatment_reply_is_the_fixed_one() -> None:
    text = safety_bubbles(screening(Level.TREATMENT), RULES, times_before=0, language="nl")[0].text
    assert text.startswith("Daar kan ik niets over zeggen, ik ben geen dokter.")
    assert "Verander of stop niet" not in text


def test_a_question_about_stopping_adds_the_neutral_line() -> None:
    text = safety_bubbles(
        screening(Level.TREATMENT, stopping=True), RULES, times_before=0, language="nl"
    )[0].text
    assert "Verander of stop niet zonder overleg met je arts of apotheek" in text
    assert "112" in text


def test_danger_and_treatment_together_get_both_replies() -> None:
    both = Screening(levels=(Level.SUICIDE, Level.TREATMENT), lines=("113", "112"))
    shown = safety_bubbles(both, RULES, times_before=0, language="nl")
    assert ["112" in shown[0].text, "geen dokter" in shown[-1].text] == [True, True]


def test_concern_gets_a_line_and_no_alarm() -> None:
    shown = safety_bubbles(screening(Level.CONCERN), RULES, times_before=0, language="nl")
    assert "113" in shown[0].text
    assert "Luisterlijn" in shown[0].text


def test_nothing_found_says_nothing() -> None:
    assert safety_bubbles(Screening(), RULES, times_before=0, language="nl") == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("short", [True, False])
def test_the_doors_always_hold_112_and_113(language: str, short: bool) -> None:
    shown = help_lines_bubble(RULES, language=language, short=short)
    assert ("112" in shown.text, "113" in shown.text) == (True, True)
    assert unregistered((shown,)) == set()


def test_every_language_of_a_reply_holds_the_lines() -> None:
    whole = [name for name in RULES.replies if name.split()[0] in ("zelfdoding", "gevaar", "kort")]
    texts = [text for name in whole for text in RULES.replies[name].values()]
    assert all("{lijnen}" in text for text in texts)


def test_every_level_has_lines_and_replies() -> None:
    assert set(RULES.level_lines) == set(PRECEDENCE)


def prose(bubble: Bubble) -> list[str]:
    """The lines of a bubble that are not help lines."""
    shown = {line.show(code) for line in RULES.lines.values() for code in LANGUAGES}
    return [line for line in bubble.text.splitlines() if line not in shown]


def unregistered(shown: tuple[Bubble, ...]) -> set[str]:
    """The numbers in a reply that the registry does not hold."""
    known = {number for line in RULES.lines.values() for number in line.numbers}
    known |= {
        hour for line in RULES.lines.values() for hour in re.findall(r"\d+:\d+", str(line.shown))
    }
    text = "\n".join(bubble.text for bubble in shown)
    for number in sorted(known, key=len, reverse=True):
        text = text.replace(number, "")
    return {found for found in re.findall(r"\d{3,}", text) if found not in ("112", "113")}
