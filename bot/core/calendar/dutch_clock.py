"""Clock times as the Dutch say and write them: 19.30, 19u30, 7 uur, half acht, kwart over twee.

    read_clock(text, at)             the clock time that begins at an offset, or None -> Clock
    find_clocks(text)                every clock time with a mark of its own, from left to right
    bare_hour("7", at)               the hour of a number alone, where other words ask for one
    minute_of_day(clock, part)       minutes since midnight, by the part of the day
    opening_and_closing(a, b, part)  both minutes of "van a tot b"; over 1440 is the next day

Text must be folded (`dutch_calendar.fold`). `Clock.either` is True where twelve hours later may be
meant too ("half acht", "7 uur", "2.30"). Without a part of the day 8 to 12 o'clock stay as they
are and hours before eight are after noon; 24.00 is 1440.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.calendar.dutch_calendar import cardinal
from bot.core.model import Part

NOON, MIDNIGHT = 12 * 60, 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A clock time as said and where it stands in the text."""

    minutes: int  # since midnight; 1440 is 24.00; "half een" is 30
    either: bool  # twelve hours later may be meant too
    start: int
    end: int
    spelled: bool = False  # said in words rather than in digits


_SPELLED_HOUR = "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
_FACE = rf"(?P<hour>{_SPELLED_HOUR}|1[0-2]|0?[1-9])(?: ?uur)?(?!\w)(?!:\d)"
_STEP = r"(?:(?P<step>vijf|tien|twintig|20|10|5)(?: minuten| min)?|(?:een )?(?:kwartier|kwart))"
_PAST = re.compile(rf"{_STEP} (?P<way>over|voor|na) (?P<half>half )?{_FACE}")
_HALF = re.compile(rf"(?P<half>half)[ -]?{_FACE}")
_DIGITS = re.compile(
    r"(?P<hour>2[0-4]|[01]?\d)(?:[.:uh]|,(?=\d\d ?uu?r?\b))(?P<minute>[0-5]\d)"
    r"(?: ?(?:uur|u|h)\b\.?)?(?!\w|[.:]\d| ?(?:euro|eur|€))"
)
_WHOLE = re.compile(
    rf"(?P<hour>2[0-4]|[01]?\d|{_SPELLED_HOUR})(?: ?uur| ?[uh]\b\.?)(?!\w)"
    r"(?: (?P<minute>[0-5]\d)(?![\w.:,-]))?"
)
_CLOCK_BEGINS = re.compile(rf"(?<![\w.:,€])(?<!€ )(?=\d|half|kwart|{_SPELLED_HOUR}|twintig)")
_STEPS = {"vijf": 5, "5": 5, "tien": 10, "10": 10, "twintig": 20, "20": 20, None: 15}


def read_clock(text: str, at: int = 0) -> Clock | None:
    """The clock time that begins at an offset of folded text, or None; a number alone is none."""
    if match := _PAST.match(text, at) or _HALF.match(text, at):
        return _face_time(match)
    if match := _DIGITS.match(text, at) or _WHOLE.match(text, at):
        return _plain_time(match)
    return None


def bare_hour(word: str, start: int) -> Clock | None:
    """The hour that a number alone says, where the words around it ask for a time."""
    hour = cardinal(word)
    if hour is None or not 0 <= hour <= 24:
        return None
    either = 1 <= hour <= 12 and not word.startswith("0")
    end = start + len(word)
    return Clock(minutes=hour * 60, either=either, start=start, end=end, spelled=word.isalpha())


def _face_time(match: re.Match[str]) -> Clock:
    groups = match.groupdict()
    minutes = (cardinal(groups["hour"]) or 0) % 12 * 60 - (30 if groups["half"] else 0)
    if way := groups.get("way"):
        step = _STEPS[groups["step"]]
        minutes += -step if way == "voor" else step
    start, end = match.span()
    return Clock(minutes=minutes % NOON, either=True, start=start, end=end, spelled=True)


def _plain_time(match: re.Match[str]) -> Clock | None:
    said, minute = match["hour"], int(match["minute"] or 0)
    hour = cardinal(said) or 0
    if hour == 24 and minute:
        return None
    whole = match["minute"] is None
    either = not said.startswith("0") and 1 <= hour <= (12 if whole else 6)
    start, end = match.span()
    return Clock(
        minutes=hour * 60 + minute, either=either, start=start, end=end, spelled=said.isalpha()
    )


def find_clocks(text: str) -> Iterator[Clock]:
    """The clock times in folded text that carry a mark of their own, from left to right."""
    at = 0
    while match := _CLOCK_BEGINS.search(text, at):
        clock = read_clock(text, match.start())
        if clock:
            yield clock
        at = clock.end if clock else match.start() + 1


def minute_of_day(clock: Clock, part: Part | None = None) -> int:
    """The minutes since midnight that a clock time means, given the part of the day."""
    minutes = clock.minutes
    if part is Part.EVENING:
        return minutes + NOON if 4 * 60 <= minutes <= NOON else minutes
    if part is Part.NIGHT:
        return minutes + NOON if 8 * 60 <= minutes <= NOON else minutes
    if part is Part.MORNING:
        return minutes
    # An opening hour is in the daytime: from eight until just before eight at night.
    return minutes + NOON if clock.either and minutes < 8 * 60 else minutes


def closing_minute(start: int, clock: Clock, part: Part | None = None) -> int:
    """The first minute after `start` that a closing time can mean; over 1440 is the next day."""
    shifts = [0, MIDNIGHT]
    if clock.either or (part in (Part.EVENING, Part.AFTERNOON) and clock.minutes < NOON <= start):
        shifts += [NOON, NOON + MIDNIGHT]
    readings = (clock.minutes + shift for shift in shifts)
    return min(reading for reading in readings if reading > start)


def opening_and_closing(
    opening: Clock, closing: Clock, part: Part | None = None
) -> tuple[int, int]:
    """The minutes since midnight at which something opens and closes, read together."""
    start = minute_of_day(opening, part)
    ends_in_24_hours = not closing.either and closing.minutes > NOON
    in_digits = not opening.spelled and opening.minutes >= 6 * 60
    if part is None and ends_in_24_hours and (in_digits or closing.minutes <= start):
        start = min(start, opening.minutes)  # 7-15 uur opens in the morning
    return start, closing_minute(start, closing, part)
