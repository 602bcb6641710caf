"""A shift to another day or another hour, and the new time that is told of it."""

from dataclasses import dataclass
from datetime import date

from bot.core.changes import questions as ask
from bot.core.changes.cues import Cue, day_signs, has, hour_signs
from bot.core.changes.hours import end_text_of, text_of
from bot.core.changes.shift_cues import FROM_DAY
from bot.core.changes.signs import Row
from bot.core.days.reckoning import next_weekday
from bot.core.model import Part
from bot.core.programme.changes import What


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A new day or a new time, and the signs of days that say it."""

    new_time: str | None = None
    taken: frozenset[int] = frozenset()
    old: date | None = None
    question: str | None = None
    only_end: bool = False


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
