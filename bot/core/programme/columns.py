"""What activities are searched by, as one number for each activity in a row of arrays."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bot.core.model import Activity, Audience, Format, Kind, Theme
from bot.core.schedules.occurrences import end_of
from bot.core.schedules.recurrence import Listed, Pattern, Ranked, Rule, Shifted, Weekly
from bot.core.schedules.schedule import Schedule

ALL_DAYS = 0b111_1111
EARLIEST, LATEST = date.min.toordinal(), date.max.toordinal()
_KINDS = {kind: number for number, kind in enumerate(Kind, start=1)}  # 0: no kind
_THEMES = {theme: 1 << number for number, theme in enumerate(Theme)}
_AUDIENCES = {audience: 1 << number for number, audience in enumerate(Audience)}
_FORMATS = {form: number for number, form in enumerate(Format)}


@dataclass(frozen=True, slots=True)
class Columns:
    """A number for each activity; days are ordinals, bits of weekdays begin at Monday."""

    kind: NDArray[np.uint8]
    themes: NDArray[np.uint32]
    audiences: NDArray[np.uint16]
    format: NDArray[np.uint8]
    organisation: NDArray[np.int32]
    weekdays: NDArray[np.uint8]  # on which it may fall; 0 where the words don't fix any date
    first: NDArray[np.int32]  # the first and last day on which it may fall
    last: NDArray[np.int32]
    stale_from: NDArray[np.int32]
    changed: NDArray[np.bool_]  # there are changes to it, so it may fall on any day


@dataclass(frozen=True, slots=True)
class Span:
    """On which weekdays, and between which days, a schedule may fall."""

    weekdays: int
    first: int = EARLIEST
    last: int = LATEST


def lay_out(
    activities: Sequence[Activity],
    holders: Mapping[str, int],
    spans: Sequence[Span],
    stale_from: Sequence[date],
    changed: Collection[str],
) -> Columns:
    """The columns of activities, given when each may fall and from when each is stale."""
    anyhow = [one.id in changed for one in activities]
    falls = [
        Span(ALL_DAYS) if is_changed else span
        for is_changed, span in zip(anyhow, spans, strict=True)
    ]
    return Columns(
        kind=np.array([kind_number(one.kind) for one in activities], dtype=np.uint8),
        themes=np.array([theme_bits(one.themes) for one in activities], dtype=np.uint32),
        audiences=np.array([audience_bits(one.audiences) for one in activities], dtype=np.uint16),
        format=np.array([_FORMATS[one.format] for one in activities], dtype=np.uint8),
        organisation=np.array([holders[one.organisation] for one in activities], dtype=np.int32),
        weekdays=np.array([span.weekdays for span in falls], dtype=np.uint8),
        first=np.array([span.first for span in falls], dtype=np.int32),
        last=np.array([span.last for span in falls], dtype=np.int32),
        stale_from=np.array([day.toordinal() for day in stale_from], dtype=np.int32),
        changed=np.array(anyhow, dtype=np.bool_),
    )


def any_day(columns: Columns, numbers: Sequence[int]) -> Columns:
    """The same columns, where these activities too may fall on any day, since they are changed."""
    weekdays, first, last = columns.weekdays.copy(), columns.first.copy(), columns.last.copy()
    changed = columns.changed.copy()
    weekdays[numbers], first[numbers], last[numbers] = ALL_DAYS, EARLIEST, LATEST
    changed[numbers] = True
    return replace(columns, weekdays=weekdays, first=first, last=last, changed=changed)


def kind_number(kind: Kind | None) -> int:
    """The number of a kind; 0 for none."""
    return _KINDS[kind] if kind else 0


def kind_table(kinds: Collection[Kind]) -> NDArray[np.bool_]:
    """For each number of a kind, whether it is one of these."""
    table = np.zeros(len(_KINDS) + 1, dtype=np.bool_)
    table[[_KINDS[kind] for kind in kinds]] = True
    return table


def format_number(form: Format) -> int:
    """The number of a format."""
    return _FORMATS[form]


def theme_bits(themes: Collection[Theme]) -> int:
    """A bit for each theme."""
    return sum(_THEMES[theme] for theme in set(themes))


def audience_bits(audiences: Collection[Audience]) -> int:
    """A bit for each audience."""
    return sum(_AUDIENCES[audience] for audience in set(audiences))


def span_of(schedule: Schedule | None) -> Span:
    """On which days a schedule may fall; more than it does, never fewer."""
    if schedule is None or schedule.missing or not schedule.rules:
        return Span(0)
    spans = [_span_of_rule(rule) for rule in schedule.rules]
    bits = 0
    for span in spans:
        bits |= span.weekdays
    end = end_of(schedule)
    last = end.toordinal() if end else LATEST
    return Span(bits, min(span.first for span in spans), last)


def _span_of_rule(rule: Rule) -> Span:
    bits = ALL_DAYS if rule.moved else _weekdays(rule.pattern)
    first = rule.first.toordinal() if rule.first else EARLIEST
    if isinstance(rule.pattern, Listed) and rule.pattern.days:
        first = max(first, min(rule.pattern.days).toordinal())
    return Span(bits, first)


def _weekdays(pattern: Pattern) -> int:
    match pattern:
        case Weekly(weekdays=weekdays) | Ranked(weekdays=weekdays):
            return _bits(weekdays)
        case Shifted(base=base, days=days):
            return _bits((weekday + days) % 7 for weekday in base.weekdays)
        case Listed(days=listed):
            return _bits(day.weekday() for day in listed)
        case _:
            return ALL_DAYS


def _bits(weekdays: Iterable[int]) -> int:
    bits = 0
    for weekday in weekdays:
        bits |= 1 << weekday
    return bits
