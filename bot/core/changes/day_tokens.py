"""Prepares the tokens of an announcement for the grammar of dates.

Short weekdays are made full, each number gets its month, and hours that look like a date are kept
as hours.
"""

import re
from datetime import date

from bot.core.days.marks import DayToken
from bot.core.days.reckoning import DAY, coming_day_number

_STRONG_SHORT = frozenset("din dins woe woen dond vri".split())
_SOON = 45  # days within which "do 3" is found
_CLOCK_WORDS = frozenset(
    "tijd tijden blijft blijven open van tussen uur om is nu weer wordt".split()
)
_WAS = frozenset(["naar", "ipv", "wordt", "was", "eerst", "normaal"])  # before the other hours
_MOVED = frozenset(["naar", "ipv", "wordt"])  # "van 20 naar 27 oktober"
# What a number behind a weekday counts: "donderdag 3 verdiepingen hoger" is not the third.
_COUNTED = frozenset(
    """
    uur u : verdieping verdiepingen etage etages trappen mensen man personen plekken plaatsen keer
    euro x minuten kilometer km groepen deelnemers vrijwilligers
    """.split()
)
_DENIED = frozenset(["niet", "nie", "geen"])
_NEARBY = 15  # days: "van 22 naar 21 december" stays in the month
_DISTRIBUTED = re.compile(r"(?:r?W?r?[NO])(?:(?:,?&|,|f|t|=)[ra]*W?[ra]*[NO])+v?r?[My]")


def mark_days(tokens: tuple[DayToken, ...], today: date, plain: str) -> list[DayToken]:
    """The tokens with short weekdays made full, months given to each number, and hours kept."""
    marked = [_promoted(tokens, at) for at in range(len(tokens))]
    marked = _with_ranked_weekdays(marked)
    timed = _with_weeks(_with_months(_with_hours(marked, today, plain)))
    return _with_numbered_weekdays(timed, today)


def _promoted(tokens: tuple[DayToken, ...], at: int) -> DayToken:
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    marks = "".join(one.mark for one in tokens[at : at + 3])
    if before and before.mark not in "WwKMyNO&,tf" and re.fullmatch(r"Nv[WwZ]", marks):
        return token._replace(mark="x")  # "sessie 4 van woensdag 9 december"
    match token.mark:
        case "w":
            return token._replace(mark="W")
        case "Z" if token.word == "ma" or _is_sunday(tokens, at):
            return token._replace(mark="W")
        case "q" if token.word in _STRONG_SHORT or (after and after.mark in "NOFC~h"):
            return token._replace(mark="W")
        case "y" if before and before.mark in "NOtvinczbhdA":
            return token._replace(mark="M")
        case "y" if _is_beside_a_month(tokens, at):
            return token._replace(mark="M")
        case "x" if token.word in ("as", "aanst", "aanst.") and after and after.mark in "WwZI":
            return token._replace(mark="c")
    return token


def _is_beside_a_month(tokens: tuple[DayToken, ...], at: int) -> bool:
    """Whether a month that may be a name is said with another one: "dec en jan"."""
    marks = "".join(token.mark for token in tokens)
    before, after = marks[max(at - 2, 0) : at], marks[at + 1 : at + 3]
    return (
        re.fullmatch(r"M[&t,]", before) is not None or re.fullmatch(r"[&t,]M", after) is not None
    )


def _is_sunday(tokens: tuple[DayToken, ...], at: int) -> bool:
    """Whether "zo" is a day here and not "so"."""
    before = tokens[at - 1].mark if at else "."
    after = tokens[at + 1].mark if at + 1 < len(tokens) else "."
    if after in "NOFCPS":
        return True
    joined = before in "&t,f" and at > 1 and tokens[at - 2].mark in "WwZ"
    return joined or (before in "cnde") or (after in "&t" and before in ".,vacnde")


def _with_hours(tokens: list[DayToken], today: date, plain: str) -> list[DayToken]:
    """The tokens, what looks like a date but says hours taken apart: "za 10-12"."""
    kept: list[DayToken] = []
    for token in tokens:
        slashed = "/" in plain[token.start : token.end]
        if token.mark == "F" and token.figures and not slashed and _says_hours(token, kept, today):
            first, last, _ = token.figures
            middle = token.start + len(str(first))
            end = token.end - len(str(last))
            kept.append(DayToken("C", str(first), token.start, middle, first * 60))
            kept.append(DayToken("t", "-", middle, end))
            kept.append(DayToken("C", str(last), end, token.end, last * 60))
        else:
            kept.append(token)
    return kept


def _says_hours(token: DayToken, before: list[DayToken], today: date) -> bool:
    day, month, year = token.figures or (0, 0, None)
    if year is not None or not day < month <= 24 or token.end - token.start > 5:
        return False
    if not before:
        return False
    last = before[-1]
    recent = "".join(token.mark for token in before[-6:])
    if last.word in _WAS and re.search(r"C|NtN", recent):
        return True
    if last.mark == "W":
        return _dated(today, day, month, last.number) is None
    if last.mark in "MFYmT":
        return True
    return last.word in _CLOCK_WORDS


def _dated(today: date, day: int, month: int, weekday: int | None) -> date | None:
    """The coming date with this day and month, if it is that weekday."""
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found if found.weekday() == weekday else None
    return None


def _with_months(tokens: list[DayToken]) -> list[DayToken]:
    """The tokens, in "3 en 10 december" the month after each number."""
    marks = "".join("=" if _moves(tokens, at) else tokens[at].mark for at in range(len(tokens)))
    added: dict[int, DayToken] = {}
    for match in _DISTRIBUTED.finditer(marks):
        month = tokens[match.end() - 1]
        numbers = [n for n in range(match.start(), match.end()) if tokens[n].mark in "NO"]
        if match.start() and marks[match.start() - 1] == "@":
            continue
        following = tokens[numbers[-1]].number or 0
        value = month.number or 1
        for at in reversed(numbers[:-1]):
            number = tokens[at].number or 0
            moved = "=" in marks[at : numbers[-1]]
            if number > following + (_NEARBY if moved else 0):
                value = (value - 2) % 12 + 1
            following = number
            end = tokens[at].end
            added[at] = DayToken("M", "", end, end, value)
    return _with_added(tokens, added)


def _moves(tokens: list[DayToken], at: int) -> bool:
    """Whether a word parts the day that was from the day that is: "niet 22 maar 21 december"."""
    if tokens[at].word in _MOVED:
        return True
    denied = any(token.word in _DENIED for token in tokens[max(at - 4, 0) : at])
    return tokens[at].word == "maar" and denied and tokens[at - 1].mark in "NO"


def _with_weeks(tokens: list[DayToken]) -> list[DayToken]:
    """The tokens, in "week 52 en 53" the word before each number."""
    marks = "".join(token.mark for token in tokens)
    added: dict[int, DayToken] = {}
    for match in re.finditer(r"KN[&t,f]N(?![MyKDB])", marks):
        at = match.end() - 2
        end = tokens[at].end
        added[at] = tokens[match.start()]._replace(start=end, end=end, word="")
    return _with_added(tokens, added)


def _with_ranked_weekdays(tokens: list[DayToken]) -> list[DayToken]:
    """The tokens, in "eerste en derde dinsdag van december" the day and month after each rank."""
    marks = "".join(token.mark for token in tokens)
    kept: list[DayToken] = []
    at = 0
    for match in re.finditer(r"(O[&,])+O(Wv?r?[My]?)", marks):
        said = [token for token in tokens[match.start(2) : match.end(2)] if token.mark in "WMy"]
        for position in range(at, match.end()):
            token = tokens[position]
            kept.append(token)
            if token.mark == "O" and match.start() <= position < match.start(2) - 1:
                end = token.end
                kept += [one._replace(start=end, end=end, word="") for one in said]
        at = match.end()
    return kept + tokens[at:]


def _with_numbered_weekdays(tokens: list[DayToken], today: date) -> list[DayToken]:
    """The tokens, in "do 3" and "do de 3e" the month that makes it a Thursday soon."""
    added: dict[int, DayToken] = {}
    for at in range(1, len(tokens)):
        token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
        weekday = _weekday_before(tokens, at)
        if token.mark not in "NO" or weekday is None or not token.number:
            continue
        if after and (after.mark in "MyCNtf" or after.word in _COUNTED):
            continue
        ahead = (today + n * DAY for n in range(_SOON))
        wanted = (token.number, weekday)
        day = next((one for one in ahead if (one.day, one.weekday()) == wanted), None)
        if day is None and token.mark == "O":
            day = coming_day_number(today, token.number)  # on another weekday: that is asked
        if day:
            added[at] = DayToken("M", "", token.end, token.end, day.month)
    return _with_added(tokens, added)


def _weekday_before(tokens: list[DayToken], at: int) -> int | None:
    before = tokens[at - 1]
    if before.mark == "r" and at > 1 and tokens[at].mark == "O":
        before = tokens[at - 2]
    return before.number if before.mark == "W" else None


def _with_added(tokens: list[DayToken], added: dict[int, DayToken]) -> list[DayToken]:
    kept: list[DayToken] = []
    for at, token in enumerate(tokens):
        kept.append(token)
        if at in added:
            kept.append(added[at])
    return kept


# Pieces
