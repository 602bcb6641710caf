"""The tokens of a schedule phrase that count: dates, clock times, lengths, numbers and rhythms.

Each looks at one offset of folded text.
"""

import re

from bot.core.calendar.dutch_calendar import cardinal
from bot.core.calendar.dutch_clock import Clock, read_clock
from bot.core.schedules.token import T, Token

_FULL_DATE = re.compile(
    r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)|(\d{4})-(\d{2})-(\d{2})(?!\d)"
)
_ALL_HOURS = re.compile(r"24 ?/ ?7(?!\d)|24 uur per dag|24 uur(?= per)")
_SHORT_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_LENGTH = re.compile(
    r"(?:(?P<odd>anderhal(?:f|ve)|een half|half|(?P<n>\w+) en een half|(?P<half>\d+)(?:[.,]5| ?½))"
    r"|(?P<whole>\d+|[a-z]+)) (?P<unit>uur(?:tje)?|uren|minuten|min|kwartier(?:en)?)(?!\w)"
)
_LIKE_A_TIME = re.compile(r"\d{1,2}[.:]\d{2}(?![\d.:])")
_MIDNIGHT = re.compile(r"middernacht(?!\w)")
_MILITARY = re.compile(
    r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5][05])"
    r"(?: ?uur\b| ?u\b|(?= ?- ?[012]\d[0-5][05](?!\d))|(?:(?<=- \d{4})|(?<=-\d{4}))(?!\d))"
)
_MILITARY_BEFORE = re.compile(r"(?:[01]\d|2[0-3])[0-5][05] ?-$")
_NUMBER = re.compile(r"(\d{1,4})(?:(?:e|de|ste)(?!\w)|(?=x(?!\w))|(?!\w))")
_RHYTHM = re.compile(
    r"(?:(\d+|[a-z]+?)-?)??(week|wekelijk|maandelijk|jaarlijk|daag)se?(?!\w)"
    # "4 wekelijkse avonden" are four, and "10-12 wekelijks" are hours.
    r"|(?<![-/])(?<!- )(?<!tot )(?<!t/m )(?<!tm )([2346]|twee|drie|vier|zes) "
    r"(wekelijk|maandelijk)s(?!\w)"
)


def date_at(text: str, at: int) -> Token | None:
    """A date in figures, or day and night: "24/12", "2026-12-24", "24/7"."""
    if match := _ALL_HOURS.match(text, at):
        return Token(T.ALL_HOURS, None, at, match.end())
    if match := _FULL_DATE.match(text, at):
        if match[5]:
            value = (int(match[7]), int(match[6]), int(match[5]))
        else:
            year = int(match[4])
            value = (int(match[1]), int(match[3]), year + 2000 if year < 100 else year)
        return Token(T.DATE, value, at, match.end())
    match = _SHORT_DATE.match(text, at)
    if match and 1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12:
        return Token(T.DATE, (int(match[1]), int(match[2]), None), at, match.end())
    return None


def clock_at(text: str, at: int) -> Token | None:
    """A clock time, or one that there is not, such as 25.00."""
    if clock := read_clock(text, at) or _military(text, at):
        return Token(T.CLOCK, clock, at, clock.end)
    match = _LIKE_A_TIME.match(text, at)
    return Token(T.BAD_TIME, None, at, match.end()) if match else None


def _military(text: str, at: int) -> Clock | None:
    """Midnight, and times without a mark: 1930-2130, 1900 uur."""
    if match := _MIDNIGHT.match(text, at):
        return Clock(minutes=24 * 60, either=False, start=at, end=match.end())
    match = _MILITARY.match(text, at)
    if match is None or (at and text[at - 1] == "-" and not _MILITARY_BEFORE.search(text, 0, at)):
        return None
    minutes = int(match["hour"]) * 60 + int(match["minute"])
    return Clock(minutes=minutes, either=False, start=at, end=match.end())


def length_at(text: str, at: int) -> Token | None:
    """How long something takes, in minutes."""
    match = _LENGTH.match(text, at)
    if match is None:
        return None
    minutes = {"u": 60, "m": 1, "k": 15}[match["unit"][0]]
    if odd := match["odd"]:
        halves = 3 if odd.startswith("ander") else 1
        if match["n"] or match["half"]:
            number = cardinal(match["n"] or match["half"])
            if number is None:
                return None
            halves = 2 * number + 1
        return Token(T.LENGTH, minutes * halves // 2, at, match.end())
    number = cardinal(match["whole"])
    return Token(T.LENGTH, minutes * number, at, match.end()) if number else None


def number_at(text: str, at: int) -> Token | None:
    """A number, a rank, or a year."""
    match = _NUMBER.match(text, at)
    if match is None:
        return None
    number, end = int(match[1]), match.end()
    if end > match.end(1):
        return Token(T.ORD, number, at, end)
    if len(match[1]) == 4:
        return Token(T.YEAR if 1990 <= number < 2100 else T.WORD, number, at, end)
    return Token(T.NUM if len(match[1]) < 3 else T.WORD, number, at, end)


def rhythm_at(text: str, at: int) -> Token | None:
    """Once every so many weeks, months or years, in one word."""
    match = _RHYTHM.match(text, at)
    if match is None or match[2] == "week":
        return None
    said, unit = match[1] or match[3], match[2] or match[4]
    number = 1 if said is None else cardinal(said)
    if said == "half" and unit == "jaarlijk":
        return Token(T.RHYTHM, (6, "month"), at, match.end())
    if not number or (unit == "daag" and number % 7):
        return None
    rhythm = {"wekelijk": (number, "week"), "maandelijk": (number, "month")}
    value = rhythm.get(unit, (number // 7, "week") if unit == "daag" else (number, "year"))
    return Token(T.RHYTHM, value, at, match.end())
