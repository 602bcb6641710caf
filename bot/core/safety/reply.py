"""The reviewed replies to danger and to treatment questions, filled with lines of the registry."""

from bot.core.reply import Bubble
from bot.core.safety.screen import CRISIS, Level, SafetyRules, Screening

LINES_SHOWN = 3  # in one reply; more than three doors is no door
SPOKEN = ("nl", "en")  # languages with a full set of replies; others have one short text
NUMBERS = ("112", "113", "huisarts", "luisterlijn", "veilig_thuis", "csg", "kindertelefoon")
_REPLIES = {
    Level.DANGER: "gevaar",
    Level.SUICIDE: "zelfdoding",
    Level.HARM: "geweld",
    Level.UNSAFE: "onveilig",
    Level.CONFUSION: "verwarring",
}
_OTHER_DOORS = {  # the lines of a second reply: other people who are there now
    Level.DANGER: ("112", "huisarts"),
    Level.SUICIDE: ("113", "luisterlijn", "huisarts", "112"),
    Level.HARM: ("112", "huisarts", "luisterlijn"),
    Level.UNSAFE: ("luisterlijn", "huisarts", "112"),
    Level.CONFUSION: ("huisarts", "luisterlijn", "112"),
}


def safety_bubbles(
    screening: Screening, rules: SafetyRules, *, times_before: int, language: str
) -> tuple[Bubble, ...]:
    """What is said first, before the answer: nothing where nothing was found."""
    if screening.crisis:
        return _crisis_bubbles(screening, rules, times_before > 0, language)
    if screening.treatment:
        return (_bubble(_treatment_text(screening, rules, times_before > 0, language)),)
    if Level.CONCERN in screening.levels:
        lines = rules.level_lines.get(Level.CONCERN, ("113",))
        return (_bubble(_fill("wanhoop", rules, lines, language)),)
    return ()


def help_lines_bubble(rules: SafetyRules, *, language: str, short: bool = False) -> Bubble:
    """All doors that are open now, for /nood, "Nu hulp" and the mode that gives numbers only.

    `short` is the two-number line that goes with a reply to a message that was not understood.
    """
    if short:
        return _bubble(_text("nummers kort", rules, language))
    known = (rules.lines[name] for name in NUMBERS if name in rules.lines)
    shown = "\n".join(line.explain(language) for line in known)
    return _bubble(_put_in("nummers", rules, shown, language))


def _crisis_bubbles(
    screening: Screening, rules: SafetyRules, again: bool, language: str
) -> tuple[Bubble, ...]:
    level = next(level for level in screening.levels if level in CRISIS)
    bubbles = [_bubble(_crisis_text(level, screening, rules, again, language))]
    if not again and (screening.minor or screening.young):
        name, line = (
            ("jonger dan 18", "kindertelefoon") if screening.minor else ("jong", "injebol")
        )
        if language in rules.replies.get(name, {}):
            bubbles.append(_bubble(_fill(name, rules, (line,), language)))
    if screening.treatment:
        bubbles.append(_bubble(_treatment_text(screening, rules, again, language)))
    return tuple(bubbles)


def _crisis_text(
    level: Level, screening: Screening, rules: SafetyRules, again: bool, language: str
) -> str:
    if language not in SPOKEN and language in rules.replies["kort"]:
        lines = tuple(dict.fromkeys((*screening.lines[:LINES_SHOWN], "113", "112")))
        return _fill("kort", rules, lines, language)
    if again:
        lines = tuple(dict.fromkeys((screening.lines[0], *_OTHER_DOORS[level])))
        return _fill(f"{_REPLIES[level]} opnieuw", rules, lines, language)
    kind = f"{_REPLIES[level]} ander" if screening.about_other else _REPLIES[level]
    lines = screening.lines[:LINES_SHOWN]
    if "112" not in lines:
        lines = (*lines[: LINES_SHOWN - 1], "112")
    return _fill(kind, rules, lines, language)


def _treatment_text(screening: Screening, rules: SafetyRules, again: bool, language: str) -> str:
    if again:
        text = _text("behandeling opnieuw", rules, language)
    else:
        text = _text("behandeling", rules, language)
    if screening.stopping:
        text += "\n\n" + _text("behandeling stoppen", rules, language)
    return text


def _fill(name: str, rules: SafetyRules, lines: tuple[str, ...], language: str) -> str:
    shown = "\n".join(rules.lines[line].show(language) for line in lines if line in rules.lines)
    return _put_in(name, rules, shown, language)


def _put_in(name: str, rules: SafetyRules, shown: str, language: str) -> str:
    text = _text(name, rules, language)
    return text.replace("{lijnen}", shown).replace(
        "{computer}", _text("computer", rules, language)
    )


def _text(name: str, rules: SafetyRules, language: str) -> str:
    texts = rules.replies[name]
    return texts.get(language) or texts["en" if language != "nl" and "en" in texts else "nl"]


def _bubble(text: str) -> Bubble:
    return Bubble(pieces=(text,))
