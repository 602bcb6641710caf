"""The clock times in an announcement, and what hour of the day they mean."""

import re
from dataclasses import dataclass

from bot.core.calendar.dutch_clock import (
    MIDNIGHT,
    NOON,
    Clock,
    bare_hour,
    closing_minute,
    minute_of_day,
    opening_and_closing,
    read_clock,
)
from bot.core.days.marks import DayToken
from bot.core.model import Part

_HOURLY = frozenset(
    "om rond tegen omstreeks pas uur tijd tijden blijft open ipv wordt vanaf va tot al".split()
)
_NOT_HOURLY = frozenset(
    """
    man mensen personen plekken plek plaatsen deelnemers weken week wk wkn dagen dag maanden maand
    keer x euro eur jaar jr km stoelen e min minuten kilometer stappen p pers vrijwilligers dec jan
    feb mrt apr mei jun jul aug sep okt nov
    """.split()
)
_ROOMS = frozenset("kamer zaal zaaltje lokaal ruimte nummer nr huisnummer etage".split())
_CLOCK_CHANGE = re.compile(r"\bklok(?:ken)?(?: [^ .,]+){0,3} $")
_UNIT = r"(?:minuten|minuutjes?|minuut|min|uurtjes?|uren|uur|kwartiertje|kwartier)"
_DURATION = re.compile(
    rf"(?<![\w.:,])(?:(?:een|1|n|'n) )?(?:half ?(?:uur(?:tje)?)|anderhalf uur|(?:\d{{1,2}}|een"
    rf"|twee|drie"
    rf"|vijf|tien|kwart|n)? ?{_UNIT}|uurtje|kwartier(?:tje)?)"
    r"(?= (?:later|eerder|vroeger|langer|korter|verlaat|verlating|vertraging|op\b|naar (?:voren"
    r"|achteren)|opgeschoven|opschuiven|te laat)\b)"
    r"|(?<![\w.:,])(?:een|1|n|'n|half|anderhalf|kwart) ?(?:half )?(?:uur|uurtje|kwartier)"
    r"(?= extra\b(?! (?:inloop|groep|reis)))"
)
_COUNTS = {"een": 1, "twee": 2, "drie": 3, "vijf": 5, "tien": 10}
# Days and things with "avond" in their name, which say nothing of the hour.
_NAMED_EVENING = re.compile(
    r"(?:pakjes|sinterklaas|kerst|oud(?:e)?jaars|heerlijk )avond\w*|avond(?:je|klok|vierdaagse)"
)
_EVENING = re.compile(r"avond|savonds|'s avonds|avnd")
_MORNING = re.compile(r"ochtend|'s morgens|smorgens|ontbijt")
_AFTERNOON = re.compile(r"middag|lunch")
_DAYBREAK = 6 * 60
_UNSURE = range(8 * 60, 9 * 60)  # "om acht uur", "half negen": in the morning or the evening


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A clock time, or the stretch from one to another."""

    opens: Clock
    closes: Clock | None = None


def find_lengths(plain: str) -> list[tuple[int, int, int]]:
    """Stretches of time by which something is moved: start, end and minutes."""
    return [
        (m.start(), m.end(), _minutes(m[0]))
        for m in _DURATION.finditer(plain)
        if not _CLOCK_CHANGE.search(plain[: m.start()])
    ]


def _minutes(words: str) -> int:
    if "anderhalf" in words:
        return 90
    if "half" in words:
        return 30
    if "kwart" in words:
        return 15
    digits = re.search(r"\d+", words)
    head = words.split(maxsplit=1)[0]
    count = int(digits[0]) if digits else _COUNTS.get(head, 1)
    return count if "min" in words else count * 60


def clock_at(
    tokens: list[DayToken], at: int, plain: str, *, dated: frozenset[int]
) -> Clock | None:
    """The clock time that a token says: with a mark of its own, or where an hour is expected."""
    token = tokens[at]
    if at and tokens[at - 1].word in _ROOMS:
        return None
    if any(one.word in ("klok", "klokken") for one in tokens[max(at - 5, 0) : at]):
        return None  # "de klok gaat een uur vooruit"
    if token.mark == "C":
        return read_clock(plain, token.start) or bare_hour(token.word, token.start)
    if token.mark not in "Ng" or token.word in ("een", "n", "a", "an"):
        return None
    hour = bare_hour(token.word, token.start) if token.number is not None else None
    if hour is None or at in dated:
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after and after.word in _NOT_HOURLY:
        return None
    before = tokens[at - 1] if at else None
    if after and after.mark == "t" and _is_hour(tokens, at + 2):
        return hour
    if before and before.mark == "t" and _is_hour(tokens, at - 2):
        return hour
    if _is_between(tokens, at, dated):
        return hour
    if before and before.word == "ipv" and not _beside_an_hour(tokens, at):
        return None
    if before and (before.word in _HOURLY or before.mark == "@"):
        return hour
    two_before = tokens[at - 2] if at > 1 else None
    moved = before is not None and before.word == "naar" and two_before is not None
    if moved and two_before and two_before.mark in "CN":
        return hour
    follows = after is not None and after.word in ("naar", "ipv", "wordt", "tot")
    return hour if follows and _is_hour(tokens, at + 2) else None


def _is_between(tokens: list[DayToken], at: int, dated: frozenset[int]) -> bool:
    """Whether it is one of the hours in "tussen 12 en 1"."""
    for first in (at, at - 2):
        if first < 1 or first + 2 >= len(tokens) or {first, first + 2} & dated:
            continue
        framed = tokens[first - 1].word == "tussen" and tokens[first + 1].word == "en"
        if framed and _is_hour(tokens, first) and _is_hour(tokens, first + 2):
            return True
    return False


def _beside_an_hour(tokens: list[DayToken], at: int) -> bool:
    """Whether "ipv 10" stands beside an hour, rather than "8 km ipv 5"."""
    return any(token.mark in "C@" for token in tokens[max(at - 5, 0) : at + 5])


def _is_hour(tokens: list[DayToken], at: int) -> bool:
    if not 0 <= at < len(tokens):
        return False
    token = tokens[at]
    unit = at + 1 < len(tokens) and tokens[at + 1].word in _NOT_HOURLY
    return token.mark == "C" or (token.mark == "N" and (token.number or 99) <= 24 and not unit)


def part_in(words: str) -> Part | None:
    """The part of the day that the words of a message name, if it is one only."""
    words = _NAMED_EVENING.sub(" ", words)
    found = [
        part
        for part, form in (
            (Part.EVENING, _EVENING),
            (Part.MORNING, _MORNING),
            (Part.AFTERNOON, _AFTERNOON),
        )
        if form.search(words)
    ]
    return found[0] if len(found) == 1 else None


def text_of(hours: Hours, part: Part | None, beside: Clock | None = None) -> tuple[str, bool]:
    """The hours as "19:30" or "14:00-16:00", and whether another half of the day may be meant.

    `beside` is the hour that it was; the new one is taken near to it.
    """
    if hours.closes is not None:
        start, end = opening_and_closing(hours.opens, hours.closes, part)
        if start < _DAYBREAK and hours.opens.either:  # the morning is that of something else
            start, end = opening_and_closing(hours.opens, hours.closes, None)
        return f"{_clock_text(start)}-{_clock_text(end)}", False
    minutes = minute_of_day(hours.opens, part)
    if minutes < _DAYBREAK and hours.opens.either:
        part, minutes = None, minute_of_day(hours.opens, None)
    if beside is not None and part is None and hours.opens.either:
        old = minute_of_day(beside, part)
        if not beside.either or old != beside.minutes:
            readings = (hours.opens.minutes % NOON, hours.opens.minutes % NOON + NOON)
            return _clock_text(min(readings, key=lambda one: abs(one - old))), False
    if beside is not None and part is None and not hours.opens.either:
        return _clock_text(minutes), False
    unsure = part is None and hours.opens.either and hours.opens.minutes in _UNSURE
    return _clock_text(minutes + NOON if unsure else minutes), unsure


def end_text_of(clock: Clock, part: Part | None) -> str:
    """The hour at which something ends, as "-13:00"; until one o'clock is after noon."""
    minutes = minute_of_day(clock, part)
    if clock.either and (part is None or minutes < _DAYBREAK):
        minutes = closing_minute(9 * 60, clock)
    return "-" + _clock_text(minutes)


def shifted_text(clock: Clock, by: int, part: Part | None) -> tuple[str, bool]:
    """The hour so many minutes after another one."""
    told, unsure = text_of(Hours(opens=clock), part)
    hour, minute = (int(number) for number in told.split(":"))
    return _clock_text((hour * 60 + minute + by) % MIDNIGHT), unsure


def _clock_text(minutes: int) -> str:
    return "24:00" if minutes == MIDNIGHT else f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
