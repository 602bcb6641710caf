"""Reads to which day or hour something is moved, and which day it was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.core.changes import questions as ask
from bot.core.changes.cues import Cue, day_signs, first_of, has, hour_signs, sign_at
from bot.core.changes.days import Days, near
from bot.core.changes.hours import Hours, end_text_of, shifted_text, text_of
from bot.core.changes.period import Period
from bot.core.changes.shift_cues import (
    BY_MINUTES,
    CHANGED_HOUR,
    CLOSES,
    DAY_SHIFTS,
    EARLIER,
    ENDS,
    FROM_DAY,
    FROM_TO,
    LATER,
    NOT_THAT_PART,
    SHUT_UNTIL,
    STARTS,
    TIME_SHIFTS,
    TOLD_BESIDE,
    UNTIL_HOUR,
)
from bot.core.changes.signs import Row, Sign
from bot.core.days.reckoning import DAY, next_weekday
from bot.core.model import Part
from bot.core.programme.changes import What

_FAR = 90 * DAY
_DONE_AFTER = re.compile(r"^ (?:al |ook |dan )?(?:klaar|dicht|gesloten|afgelopen|uit) ")
_THAN = re.compile(r"^ [^ ]+ dan(?: (?!dus |wordt |namelijk )[^ .,]+){0,3} $")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A new day or a new time, and the signs of days that say it."""

    new_time: str | None = None
    taken: frozenset[int] = frozenset()
    old: date | None = None
    question: str | None = None
    only_end: bool = False


def find_day_shift(row: Row, part: Part | None, today: date) -> Shift | None:
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
    if old is not None and old.frame == "week" and old_at is not None and not named:
        old = None
    if old is not None and new.is_bare:
        new = near(new, old.first, today)
    elif old is not None and old.is_bare and _begins_then(row, at):
        old = near(old, new.first, today)  # "per 12 januari op dinsdag ipv woensdag"
    hours = list(_hours_once(row))
    told, question = new.first.isoformat(), None
    if len(hours) == 1:
        said, unsure = text_of(hours[0], part)
        told += f"T{said}"
        question = ask.ask_half_of_day(said) if unsure else None
    return Shift(
        new_time=told,
        taken=frozenset([at]),
        old=old.first if old else None,
        question=question,
    )


def _is_dated(sign: Sign) -> bool:
    return sign.days is not None and not sign.days.is_bare


def _begins_then(row: Row, at: int) -> bool:
    """Whether a new day is that from which it holds."""
    return any(match.end() == row.ends[at] for match in FROM_DAY.finditer(row.line))


def _same(one: Days | None, other: Days) -> bool:
    return one is not None and one.spans == other.spans


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


def find_time_shift(row: Row, part: Part | None) -> Shift | None:
    """A new time with the old one beside it, a new start, a new end, or a shift by minutes."""
    if match := first_of(row, TIME_SHIFTS):
        old = row.signs[sign_at(row, match, "old")].hours
        new = row.signs[sign_at(row, match, "new")].hours
        ends = UNTIL_HOUR.search(row.line[: match.start("new")])
        ends = ends or _DONE_AFTER.match(row.line[match.end("new") :])
        ends = ends or _DONE_AFTER.match(row.line[match.end() :])  # "om 16 ipv 17 uur dicht"
        if new and not new.closes and ends and first_of(row, SHUT_UNTIL) is None:
            return Shift(new_time=end_text_of(new.opens, part), only_end=True)
        return _told(new, part, old) if new else None
    if match := FROM_TO.search(row.line):
        start, end = (row.signs[sign_at(row, match, name)].hours for name in ("new", "end"))
        if start and end and not start.closes and not end.closes:
            _, unsure = text_of(start, part)
            told, _ = text_of(Hours(opens=start.opens, closes=end.opens), part)
            return Shift(new_time=told, question=ask.ask_half_of_day(told) if unsure else None)
    if match := first_of(row, (NOT_THAT_PART, TOLD_BESIDE, *SHUT_UNTIL)):
        return _told(row.signs[sign_at(row, match, "new")].hours, part)
    if match := first_of(row, ENDS):
        group = "end" if match.groupdict().get("end") else "end2"
        hours = row.signs[sign_at(row, match, group)].hours
        if hours and not hours.closes:
            return Shift(new_time=end_text_of(hours.opens, part), only_end=True)
    if shift := _by_minutes(row, part):
        return shift
    if has(row, Cue.OFF) or has(row, Cue.CLOSED):
        return None
    if match := first_of(row, STARTS):
        if (
            " gewoon " in match[0]
            or has(row, Cue.AGAIN)
            or (match[0].startswith("vanaf") and has(row, Cue.NEWS))
        ):
            return None
        shift = _told(row.signs[sign_at(row, match, "new")].hours, part)
        if shift and shift.new_time and _may_be_news(row):
            return replace(shift, question=shift.question or ask.ask_new_time(shift.new_time))
        return shift
    return None


def _may_be_news(row: Row) -> bool:
    """Whether an hour may be told only because of something else that is told."""
    told = has(row, Cue.EXTRA) or CHANGED_HOUR.search(row.line) is not None
    return has(row, Cue.NEWS) and not told


def _by_minutes(row: Row, part: Part | None) -> Shift | None:
    match = BY_MINUTES.search(row.line)
    if match is None:
        return None
    hours = [sign.hours for _, sign in hour_signs(row) if sign.hours]
    if not hours:
        return Shift(question=ask.NEW_TIME)
    if match["way"] in ("langer", "korter", "extra") and len(hours) == 1 and not _says_end(row):
        return Shift(question=ask.NEW_TIME)  # the hour may be that of its start
    at = next(at for at, _ in hour_signs(row))
    if row.starts[at] > match.start() and not _compared(row, match):
        if row.before(at).endswith(" tot ") and not hours[0].closes:
            return Shift(new_time=end_text_of(hours[0].opens, part), only_end=True)
        if CLOSES.search(row.line[: match.start()]) and not hours[0].closes:
            return Shift(new_time=end_text_of(hours[0].opens, part), only_end=True)
        return _told(hours[0], part)
    by = row.signs[row.starts.index(match.start())].length
    base = _compared(row, match) or hours[0]
    said, unsure = shifted_text(base.opens, -by if match["way"] in EARLIER else by, part)
    return Shift(new_time=said, question=ask.ask_half_of_day(said) if unsure else None)


def _compared(row: Row, match: re.Match[str]) -> Hours | None:
    """The old hour that stands behind it: "een kwartier later dan de gebruikelijke 10.30"."""
    for at, sign in hour_signs(row):
        if _THAN.match(row.line[row.ends[row.starts.index(match.start())] : row.starts[at]]):
            return sign.hours
    return None


def _says_end(row: Row) -> bool:
    """Whether the one hour that is named is that of the end."""
    return " tot T " in row.line or CLOSES.search(row.line) is not None


def _told(new: Hours | None, part: Part | None, old: Hours | None = None) -> Shift | None:
    if new is None:
        return None
    said, unsure = text_of(new, part, old.opens if old else None)
    return Shift(new_time=said, question=ask.ask_half_of_day(said) if unsure else None)


def find_new_time(
    row: Row,
    what: What,
    part: Part | None,
    day_shift: Shift | None,
    time_shift: Shift | None,
) -> tuple[str | None, str | None]:
    """The new time and what it leaves open."""
    if what is What.OTHER_TIME:
        shift = day_shift or time_shift
        return (shift.new_time, shift.question) if shift else _plain_time(row, part)
    if what in (What.EXTRA, What.RESUMED, What.MOVED):
        if time_shift and time_shift.new_time:
            return time_shift.new_time, time_shift.question
        hours = [sign.hours for _, sign in hour_signs(row) if sign.hours]
        if hours and what is not What.MOVED and not has(row, Cue.AFTER_ALL):
            said, unsure = text_of(hours[0], part)
            return said, ask.ask_half_of_day(said) if unsure else None
    return None, None


def _plain_time(row: Row, part: Part | None) -> tuple[str | None, str | None]:
    """An hour without a word of change beside it: sure only where it holds from then on."""
    hours = [sign.hours for _, sign in hour_signs(row) if sign.hours]
    from_on = has(row, Cue.FROM_NOW) or FROM_DAY.search(row.line)
    weekday = _new_weekday(row) if from_on else None
    if not hours:
        if weekday:
            return weekday.isoformat(), ask.ask_new_time(weekday.isoformat())
        return None, ask.NEW_TIME_OR_DAY
    if " tot T " in row.line and not hours[0].closes and not has(row, Cue.NEWS):
        return end_text_of(hours[0].opens, part), None
    said, unsure = text_of(hours[0], part)
    if unsure:
        return said, ask.ask_half_of_day(said)
    if weekday:
        told = f"{weekday.isoformat()}T{said}"
        return told, ask.ask_new_time(told)
    return said, None if from_on else ask.ask_new_time(said)


def _new_weekday(row: Row) -> date | None:
    """The first day on a weekday that is named beside the day from which it holds."""
    days = [sign.days for _, sign in day_signs(row) if sign.days and not sign.whole]
    bare = [one for one in days[1:] if one.weekdays[0] is not None]
    if not bare or bare[0].weekdays[0] is None:
        return None
    return next_weekday(days[0].first, bare[0].weekdays[0])
