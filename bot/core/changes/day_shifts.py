"""Reads to which day something is moved, and which day it was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.core.changes import questions as ask
from bot.core.changes.cues import day_signs, first_of, hour_signs, sign_at
from bot.core.changes.days import Days, near
from bot.core.changes.hours import Hours, text_of
from bot.core.changes.period import Period
from bot.core.changes.shift_cues import DAY_SHIFTS, EARLIER, FROM_DAY, LATER
from bot.core.changes.shifts import Shift
from bot.core.changes.signs import Row, Sign
from bot.core.days.reckoning import DAY, next_weekday
from bot.core.model import Part

_FAR = 90 * DAY


def find_day_shift(row: Row, part: Part | None, today: date) -> Shift | None:
    """A new day with the old one where it is told, or a shift by a number of days."""
    match = first_of(row, DAY_SHIFTS)
    if match is None:
        return _shifted_by_length(row)
    at = sign_at(row, match, "new")
    new = row.signs[at].days
    if new is None:
        return None
    named = match.groupdict().get("old")
    old_at = sign_at(row, match, "old") if named else _other_day(row, at)
    old = row.signs[old_at].days if old_at is not None else None
    if old_at is not None and row.signs[at].whole and row.signs[old_at].whole and _same(old, new):
        return None  # "dinsdagochtendgroep wordt dinsdagmiddaggroep": the day stays
    if old is not None and old.frame == "week" and not named:
        old = None
    if old is not None and new.is_bare:
        new = near(new, old.first, today)
    elif old is not None and old.is_bare and _begins_then(row, at):
        old = near(old, new.first, today)  # "per 12 januari op dinsdag ipv woensdag"
    new_time, question = _with_hour(row, new.first, part)
    return Shift(
        new_time=new_time,
        taken=frozenset([at]),
        old=old.first if old else None,
        question=question,
    )


def _with_hour(row: Row, day: date, part: Part | None) -> tuple[str, str | None]:
    """A new day with the one hour that is named, and what that leaves open."""
    hours = list(_hours_once(row))
    if len(hours) != 1:
        return day.isoformat(), None
    said, unsure = text_of(hours[0], part)
    return f"{day.isoformat()}T{said}", ask.ask_half_of_day(said) if unsure else None


def _hours_once(row: Row) -> Iterator[Hours]:
    """The hours that are named, once each: "half acht blijft half acht"."""
    seen: set[tuple[int, int | None]] = set()
    for _, sign in hour_signs(row):
        if sign.hours is None:
            continue
        closes = sign.hours.closes.minutes if sign.hours.closes else None
        if (sign.hours.opens.minutes, closes) not in seen:
            seen.add((sign.hours.opens.minutes, closes))
            yield sign.hours


def _same(one: Days | None, other: Days) -> bool:
    return one is not None and one.spans == other.spans


def _begins_then(row: Row, at: int) -> bool:
    """Whether a new day is that from which it holds."""
    return any(match.end() == row.ends[at] for match in FROM_DAY.finditer(row.line))


def _other_day(row: Row, new: int) -> int | None:
    others = [at for at, sign in day_signs(row) if at != new]
    before = [at for at in others if at < new]
    return next(iter(before[-1:] or others[-1:]), None)


def _shifted_by_length(row: Row) -> Shift | None:
    match = LATER.search(row.line)
    days = [sign.days for _, sign in day_signs(row) if sign.days]
    if match is None or len(days) != 1 or not days[0].single:
        return None
    length = row.signs[row.starts.index(match.start())].length
    sign = -1 if match["way"] in EARLIER else 1
    new = days[0].first + sign * length * DAY
    return Shift(new_time=new.isoformat(), old=days[0].first)


def signs_of_shift(row: Row, shift: Shift | None) -> frozenset[int]:
    """The signs of days that tell of a shift; the old weekday too where a stretch is named."""
    if shift is None:
        return frozenset()
    others = [(at, sign.days) for at, sign in day_signs(row) if at not in shift.taken]
    stretch = [at for at, days in others if days and not days.single and not days.is_bare]
    stretch = [at for at in stretch if not any(row.parts(at, new) for new in shift.taken)]
    bare = [at for at, days in others if days and days.is_bare]
    week = [days for _, days in others if days and days.frame == "week"]
    return shift.taken | frozenset(bare) if stretch and bare and not week else shift.taken


def as_planned(
    row: Row, period: Period, shift: Shift, taken: frozenset[int]
) -> tuple[Period, Shift]:
    """The days as they were: the old day, or a stretch of them with the first new day in it."""
    if period.start and (period.is_open or len(taken) > len(shift.taken)):
        new = row.signs[next(iter(shift.taken))].days if shift.taken else None
        if new and new.weekdays[0] is not None and shift.new_time:
            day = next_weekday(period.start, new.weekdays[0])
            shift = replace(shift, new_time=day.isoformat() + shift.new_time[10:])
        return replace(period, rivals=()), shift
    if shift.old is None:
        return replace(period, start=None, end=None, rivals=()), shift
    since = _holds_from(row, shift)
    if since is not None and shift.new_time:
        day = next_weekday(since, date.fromisoformat(shift.new_time[:10]).weekday())
        shift = replace(shift, new_time=day.isoformat() + shift.new_time[10:])
        return Period(start=since, end=None), shift
    if shift.new_time and shift.old and shift.old - date.fromisoformat(shift.new_time[:10]) > _FAR:
        return replace(period, start=None, end=None, rivals=()), shift  # the old day is past
    framed = any(sign.days and sign.days.frame == "week" for _, sign in day_signs(row))
    today = period.today_said_as_weekday and period.start == shift.old and not framed
    return Period(start=shift.old, end=shift.old, today_said_as_weekday=today), shift


def _holds_from(row: Row, shift: Shift) -> date | None:
    """From which day a new weekday holds: "vanaf volgende week op dinsdag ipv maandag"."""
    match = FROM_DAY.search(row.line)
    if match is None:
        return None
    for at, sign in day_signs(row):
        if not match.start() <= row.starts[at] < match.end() or sign.days is None:
            continue
        if at in shift.taken:
            # "vanaf dinsdag 1 december ipv maandag": that Monday is the first
            return min(shift.old, sign.days.first) if shift.old and _is_dated(sign) else shift.old
        return None if sign.days.is_bare else sign.days.first
    return None


def _is_dated(sign: Sign) -> bool:
    return sign.days is not None and not sign.days.is_bare
