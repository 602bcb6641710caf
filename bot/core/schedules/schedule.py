"""Schedules as people write them on posters: read a phrase, and say on which days it falls.

    read_schedule("elke 2e donderdag van de maand 19.30-21.30", anchor=today)
    occurrences(schedule, first, last)      None where the words do not fix the dates

A date without a year is the first one on or after the anchor: the day the phrase was written or
last checked. Times are wall-clock times in Europe/Amsterdam without a zone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from rapidfuzz.distance import OSA

from bot.core.calendar.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.model import Occurrence
from bot.core.schedules.clauses import clauses_of
from bot.core.schedules.dates import Tokens
from bot.core.schedules.drafts import group
from bot.core.schedules.items import Remark
from bot.core.schedules.lines import fold_lines
from bot.core.schedules.patterns import Missing
from bot.core.schedules.recurrence import (
    Between,
    FeastDays,
    Listed,
    Pattern,
    Rule,
    Window,
    days_of_rule,
    rrule_of,
)
from bot.core.schedules.resolve import DateError
from bot.core.schedules.rules import rules_of
from bot.core.schedules.school_holidays import Found, SchoolBreaks, SchoolHoliday, breaks_in
from bot.core.schedules.tokens import tokens_of
from bot.core.schedules.words import T

LONGEST = 1000  # characters; the longest programme on a poster has some four hundred
_DAY = timedelta(days=1)
_KNOWN_DAYS = (date(1900, 1, 1), date(3000, 12, 31))
_LONGEST_SERIES = timedelta(days=5 * 365)
_FURTHEST_MOVE = timedelta(days=31)  # "in december een week later"


class Precision(StrEnum):
    """How much of the time of an activity is known."""

    CLOCK = "clock"  # day and clock time
    DAY = "day"  # days, no clock time
    RHYTHM = "rhythm"  # something of the rhythm or the hours, no days
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """What a schedule phrase says, and what it leaves open."""

    text: str
    rules: tuple[Rule, ...]
    closed: tuple[Pattern | SchoolBreaks, ...] = ()
    remarks: tuple[Remark, ...] = ()  # "3e week open voor naasten"
    missing: tuple[Missing, ...] = ()  # not empty: the dates are not fixed
    by_appointment: bool = False

    @property
    def precision(self) -> Precision:
        """How much of the time is known."""
        if self.missing or not self.rules:
            nothing = not self.rules and self.missing == (Missing.APPOINTMENT,)
            return Precision.NOTHING if nothing else Precision.RHYTHM
        timed = all(rule.windows and rule.windows[0].opens is not None for rule in self.rules)
        return Precision.CLOCK if timed else Precision.DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """The word at which reading a schedule phrase failed, and what would work."""

    word: str
    offset: int
    advice: str  # plain Dutch


def read_schedule(text: str, *, anchor: date) -> Schedule | Unreadable:
    """What a schedule phrase means, seen from the anchor date."""
    if len(text) > LONGEST:
        return Unreadable(
            word=text[:20],
            offset=0,
            advice=f"Dit is langer dan {LONGEST} tekens. Zet hier alleen de dagen en tijden.",
        )
    folded = fold_lines(text)
    tokens = tokens_of(folded)
    slip = _slip(folded, tokens)
    if slip is not None:
        return Unreadable(word=text[slip[0] : slip[1]], offset=slip[0], advice=slip[2])
    clauses = clauses_of(tokens)
    if not clauses:
        return _nothing_read(text, tokens)
    try:
        grouping = group(clauses, tokens, text)
        out = rules_of(grouping, min(max(anchor, _KNOWN_DAYS[0]), _KNOWN_DAYS[1]))
    except DateError as doubt:
        word = text[doubt.start : doubt.end]
        return Unreadable(word=word, offset=doubt.start, advice=doubt.advice)
    return Schedule(
        text=text,
        rules=tuple(out.rules),
        closed=tuple(out.closed),
        remarks=tuple(grouping.remarks),
        missing=tuple(out.missing),
        by_appointment=grouping.by_appointment,
    )


_EXAMPLE = "Schrijf bijvoorbeeld: elke dinsdag 10.00-12.00 uur."


def _nothing_read(text: str, tokens: Tokens) -> Unreadable:
    words = [token for token in tokens if token.kind is T.WORD] or list(tokens)
    if not words:
        return Unreadable(word="", offset=0, advice=f"Er staat nog geen tijd. {_EXAMPLE}")
    first = words[0]
    return Unreadable(
        word=text[first.start : first.end],
        offset=first.start,
        advice=f"Hier staat geen dag of tijd in. {_EXAMPLE}",
    )


# Slips of the pen

_EXPECTED = (
    *WEEKDAYS,
    *(f"{day}{part}" for day in WEEKDAYS for part in ("ochtend", "middag", "avond")),
    *(month for month in MONTHS if len(month) > 6),
    "behalve",
    "feestdagen",
)
_LETTERS = re.compile(r"[a-z]{6,}")


def _slip(folded: str, tokens: Tokens) -> tuple[int, int, str] | None:
    for token in tokens:
        if token.kind is T.BAD_TIME:
            return token.start, token.end, "Een tijd loopt van 0.00 tot 24.00 uur."
        word = folded[token.start : token.end]
        if token.kind is not T.WORD or not _LETTERS.fullmatch(word):
            continue
        meant = _meant(word)
        if meant:
            return token.start, token.end, f"Bedoel je ‘{meant}’?"
    return None


def _meant(word: str) -> str | None:
    """The one word of the calendar that a misspelt word is a single slip away from."""
    near = {known for known in _EXPECTED if OSA.distance(word, known, score_cutoff=1) <= 1}
    return near.pop() if len(near) == 1 else None


# Occurrences


def occurrences(
    schedule: Schedule,
    first: date,
    last: date,
    *,
    closed: tuple[tuple[date, date], ...] = (),
    school: Iterable[SchoolHoliday] = (),
    only_sure: bool = False,
) -> tuple[Occurrence, ...] | None:
    """The occurrences that start in a period, in order; None where the words do not fix them.

    Closed periods are left out; they also tell which school holidays a phrase means. With
    `only_sure` what may fall in a school holiday of which nobody knows the dates is left out too.
    """
    if schedule.missing or not schedule.rules:
        return None
    first, last = max(first, _KNOWN_DAYS[0]), min(last, _KNOWN_DAYS[1])
    shut = [Between(first=begin, last=end) for begin, end in closed]
    breaks = () if closed else _breaks(schedule, first, last, tuple(school))
    unsure = [stretch for one in breaks for stretch in one.unsure]
    if unsure and not only_sure:
        return None
    regular = [one for one in schedule.closed if not isinstance(one, SchoolBreaks)]
    known = (stretch for one in breaks for stretch in one.known)
    left_out = (*shut, *regular, *known, *unsure)
    plans: dict[date, list[Rule]] = {}
    for place, rule in enumerate(schedule.rules):
        # What opens at 24.00 starts on the day after its own.
        for day in days_of_rule(rule, first - _DAY, last, _shut_for(place, schedule, left_out)):
            plans.setdefault(day, []).append(rule)
    found = [one for day in sorted(plans) for one in _on_day(day, plans[day])]
    return tuple(one for one in found if first <= _day_of(one) <= last)


def _day_of(one: Occurrence) -> date:
    return one.start.date() if isinstance(one.start, datetime) else one.start


def unsure_weeks(
    schedule: Schedule, first: date, last: date, school: Iterable[SchoolHoliday] = ()
) -> tuple[Between, ...]:
    """The stretches that touch a period in which nobody knows whether it goes on."""
    found = _breaks(schedule, first, last, tuple(school))
    return tuple(stretch for one in found for stretch in one.unsure)


def has_school_breaks(schedule: Schedule) -> bool:
    """Whether school holidays matter for its dates."""
    return any(isinstance(one, SchoolBreaks) for one in schedule.closed)


def _breaks(
    schedule: Schedule, first: date, last: date, school: tuple[SchoolHoliday, ...]
) -> tuple[Found, ...]:
    return tuple(
        breaks_in(one, first, last, school)
        for one in schedule.closed
        if isinstance(one, SchoolBreaks)
    )


def _shut_for(place: int, schedule: Schedule, shut: tuple[Pattern, ...]) -> tuple[Pattern, ...]:
    """A day that is named beside a regular rule is open, whatever else is closed."""
    rule = schedule.rules[place]
    named = isinstance(rule.pattern, (Listed, FeastDays)) and len(schedule.rules) > 1
    regular = any(not isinstance(other.pattern, (Listed, FeastDays)) for other in schedule.rules)
    return () if rule.extra or (named and regular) else shut


def _on_day(day: date, rules: list[Rule]) -> list[Occurrence]:
    hours: list[Window] = []
    for rule in rules:
        # What is said later, or of fewer days, takes the place of hours that it overlaps.
        replaced = rule.instead and rule.windows
        kept = [
            window
            for window in hours
            if rule.added
            or (not replaced and not any(_overlap(window, new) for new in rule.windows))
        ]
        hours = kept + list(rule.windows)
    found = [_occurrence(day, window) for window in dict.fromkeys(hours)]
    if not found:
        parts = dict.fromkeys(rule.part for rule in rules)
        found = [Occurrence(start=day, part=part) for part in parts if part or len(parts) == 1]
    return sorted(found, key=_order)


def _overlap(window: Window, new: Window) -> bool:
    if window.opens is None or new.opens is None or window.closes is new.closes is None:
        return True
    ends = (window.closes or window.opens + 60, new.closes or new.opens + 60)
    return window.opens < ends[1] and new.opens < ends[0]


def _occurrence(day: date, window: Window) -> Occurrence:
    if window.opens is None:
        return Occurrence(start=day)
    midnight = datetime.combine(day, time())
    start = midnight + timedelta(minutes=window.opens)
    end = None if window.closes is None else midnight + timedelta(minutes=window.closes)
    return Occurrence(start=start, end=end)


_PART_ORDER = {"morning": 6, "afternoon": 12, "evening": 18, "night": 23}


def _order(one: Occurrence) -> datetime:
    if isinstance(one.start, datetime):
        return one.start
    hour = _PART_ORDER.get(one.part or "", 0)
    return datetime.combine(one.start, time(hour))


def end_of(schedule: Schedule) -> date | None:
    """The day after which it is never on again; None where it has no end that the words fix."""
    if schedule.missing or not schedule.rules:
        return None
    ends = [_end_of_rule(rule, schedule) for rule in schedule.rules]
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _end_of_rule(rule: Rule, schedule: Schedule) -> date | None:
    end = rule.last
    if isinstance(rule.pattern, Listed) and rule.pattern.days:
        end = max(rule.pattern.days)
    elif rule.count is not None and rule.first is not None:
        end = _end_of_series(rule, rule.count, rule.first, schedule)
    return end + _FURTHEST_MOVE if end and rule.moved else end


def _end_of_series(rule: Rule, count: int, first: date, schedule: Schedule) -> date | None:
    """The day of its last meeting; None where school holidays leave that open."""
    shut = tuple(one for one in schedule.closed if not isinstance(one, SchoolBreaks))
    if len(shut) < len(schedule.closed):
        return None
    horizon = min(first, _KNOWN_DAYS[1] - _LONGEST_SERIES) + _LONGEST_SERIES
    days = tuple(days_of_rule(rule, first, horizon, shut))
    return days[-1] if len(days) == count else None


def remarks_on(schedule: Schedule, day: date) -> tuple[str, ...]:
    """What the phrase says is special about the meeting on a day."""
    found = []
    for remark in schedule.remarks:
        rank = (day.day - 1) // 7 + 1
        is_last = (day + timedelta(days=7)).month != day.month
        if rank in remark.ranks or (is_last and -1 in remark.ranks):
            found.append(remark.text)
    return tuple(found)


def rrules(schedule: Schedule) -> tuple[str | None, ...]:
    """The RRULE of RFC 5545 of each rule; None where its dates must be listed instead."""
    return tuple(rrule_of(rule) for rule in schedule.rules)


__all__ = [
    "Missing",
    "Precision",
    "Schedule",
    "Unreadable",
    "occurrences",
    "read_schedule",
    "remarks_on",
    "rrules",
]
