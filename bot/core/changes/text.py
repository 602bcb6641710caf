"""Reads what a coordinator types about a change: what, which activity, where, when, and why.

    read_change("inloop Emmen dinsdag gaat niet door, ziekte", now, lexicon, gazetteer)

Where the words leave something open the answer holds a question, with what is understood so far.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bot.core.changes import questions as ask
from bot.core.changes.cues import INSTEAD, Cue, first_of, has
from bot.core.changes.day_shifts import as_planned, find_day_shift, signs_of_shift
from bot.core.changes.doubts import find_doubt
from bot.core.changes.hours import part_in
from bot.core.changes.names import Names, find_names
from bot.core.changes.period import Period, find_period
from bot.core.changes.questions import Doubt
from bot.core.changes.reading import Reading
from bot.core.changes.row import read_row
from bot.core.changes.shifts import Shift, find_new_time
from bot.core.changes.signs import Row
from bot.core.changes.time_shifts import find_time_shift
from bot.core.changes.what import find_what, is_there_and_back, settle
from bot.core.days.dates import NO_SCHOOL_HOLIDAYS
from bot.core.days.reckoning import SchoolHolidays
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import LENGTH_LIMIT
from bot.core.places.gazetteer import Gazetteer
from bot.core.programme.changes import What


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadChange:
    """What is understood of an announcement; `question` asks for what is still open.

    `start` and `end` are as it was planned, `end` None is open. `days` holds the days one by one
    where they are not one stretch. `new_time` is "HH:MM", "HH:MM-HH:MM", "-HH:MM" where only the
    end changes, or a date, with or without "T" and the time. `activity`, `new_place` and `reason`
    are words of the message; `organisation` is an id or a name of the lexicon.
    """

    what: What | None = None
    activity: str | None = None
    place: str | None = None
    organisation: str | None = None
    start: date | None = None
    end: date | None = None
    days: tuple[date, ...] = ()
    new_time: str | None = None
    new_place: str | None = None
    reason: str | None = None
    question: str | None = None
    doubt: Doubt | None = None


def read_change(
    text: str,
    now: datetime,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    school: SchoolHolidays = NO_SCHOOL_HOLIDAYS,
) -> ReadChange:
    """What a coordinator's message changes; `now` is local time in Europe/Amsterdam."""
    row = read_row(text[:LENGTH_LIMIT], now, lexicon, gazetteer, school)
    today = now.date()
    part = part_in(text.casefold())
    names = find_names(row, lexicon)
    day_shift = find_day_shift(row, part, today)
    time_shift = find_time_shift(row, part)
    what = find_what(row, names, day_shift, time_shift)
    if what is None:
        period = find_period(row, frozenset(), today, off=False)
        return _told(None, names, period, (Doubt.WHAT, ask.WHAT_CHANGES))
    period, day_shift = _days(row, names, what, day_shift, today)
    what, period = settle(what, period, row, today)
    new_time, time_question = find_new_time(row, what, part, day_shift, time_shift)
    reading = Reading(
        row=row,
        names=names,
        what=what,
        period=period,
        day_shift=day_shift,
        new_time=new_time,
        time_question=time_question,
        new_place=_new_place(row, what, names),
        today=today,
    )
    return _told(reading, names, period, find_doubt(reading))


def _days(
    row: Row, names: Names, what: What, day_shift: Shift | None, today: date
) -> tuple[Period, Shift | None]:
    """The days a change is about, and the new day where there is one."""
    taken = signs_of_shift(row, day_shift)
    off = what in (What.CANCELLED, What.CLOSED_PERIOD)
    news = what is What.NOTE and not has(row, Cue.ONLY)
    apart = off or (what is What.MOVED and is_there_and_back(row, names))
    period = find_period(row, taken, today, off=apart, news=news)
    if day_shift and what is What.OTHER_TIME:
        return as_planned(row, period, day_shift, taken)
    return period, None


def _new_place(row: Row, what: What, names: Names) -> str | None:
    if what in (What.CANCELLED, What.CLOSED_PERIOD, What.NOTE):
        return None
    if names.new_place and what is not What.RESUMED:
        return names.new_place
    if what in (What.MOVED, What.EXTRA, What.OTHER_TIME):
        online = has(row, Cue.ONLINE) and (not names.spot or first_of(row, INSTEAD))
        return "online" if online else names.spot
    return None


def _told(
    reading: Reading | None, names: Names, period: Period, asked: tuple[Doubt, str] | None
) -> ReadChange:
    return ReadChange(
        what=reading.what if reading else None,
        activity=names.activity,
        place=names.places[0] if names.places else None,
        organisation=names.organisation,
        start=period.start,
        end=period.end,
        days=period.days,
        new_time=reading.new_time if reading else None,
        new_place=reading.new_place if reading else None,
        reason=names.reason,
        question=asked[1] if asked else None,
        doubt=asked[0] if asked else None,
    )
