"""The next dates that a draft's words about when come down to."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.calendar.day_text import occurrence_text
from bot.core.model import Activity
from bot.core.programme.programme import phrase_of, schedule_of
from bot.core.schedules.dutch import describe, school_doubt
from bot.core.schedules.occurrences import occurrences, unsure_weeks
from bot.core.schedules.school_holidays import SchoolHoliday

SHOWN = 8
_AHEAD = timedelta(days=800)
_DOUBT_AHEAD = timedelta(days=366)
_NOTHING = "Er staat nog niet wanneer het is. De bot zegt dan eerlijk dat hij het niet weet."
_PAST = "Er komt geen dag meer na vandaag."


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """How the words are read, the next eight dates, and what is still missing."""

    rule: str = ""
    dates: tuple[str, ...] = ()
    note: str = ""


def coming_of(activity: Activity, today: date, school: tuple[SchoolHoliday, ...] = ()) -> Coming:
    """What the words of an activity come down to from today on."""
    if phrase_of(activity) is None:
        return Coming(note=_NOTHING)
    schedule = schedule_of(activity)
    if schedule is None:
        return Coming()  # words that cannot be read have a problem of their own
    rule = describe(schedule)
    found = occurrences(schedule, today, today + _AHEAD, school=school, only_sure=True)
    if found is None:
        missing = "; ".join(schedule.missing)
        advice = " ".join(filter(None, (one.advice for one in schedule.missing)))
        return Coming(rule=rule, note=f"Nog niet bekend: {missing}. {advice}".strip())
    shown = tuple(occurrence_text(one, "nl") for one in found[:SHOWN])
    doubt = school_doubt(schedule, unsure_weeks(schedule, today, today + _DOUBT_AHEAD, school))
    return Coming(rule=rule, dates=shown, note=doubt or ("" if shown else _PAST))
