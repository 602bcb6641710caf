"""Reads what a coordinator types about a change: what, which activity, where, when, and why.

    read_change("inloop Emmen dinsdag gaat niet door, ziekte", now, lexicon, gazetteer)

Where the words leave something open the answer holds a question, with what is understood so far.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core import change_questions as ask
from bot.core.change_cues import (
    BY_MINUTES,
    DAY_SHIFTS,
    EARLIER,
    ENDS,
    FROM_DAY,
    INSTEAD,
    NOT_HELD,
    LATER,
    PARTLY_SHUT,
    SHUT_UNTIL,
    STARTS,
    TIME_SHIFTS,
    Cue,
    day_signs,
    first_of,
    has,
    has_several,
    hour_signs,
    is_negative,
    sign_at,
)
from bot.core.change_days import near
from bot.core.change_hours import Hours, end_text_of, part_in, shifted_text, text_of
from bot.core.change_names import (
    find_activity,
    find_new_place,
    find_organisation,
    find_place,
    find_reason,
    find_spot,
    is_plainly_there,
)
from bot.core.change_period import Period, find_period
from bot.core.change_questions import Doubt
from bot.core.change_signs import Row, read_row
from bot.core.changes import What
from bot.core.dates import NO_SCHOOL_HOLIDAYS
from bot.core.day_reckoning import DAY, SchoolHolidays, next_weekday
from bot.core.model import Part
from bot.core.places import Gazetteer
from bot.core.text import LENGTH_LIMIT
from bot.core.words import Lexicon

_AGAIN = re.compile(r" (?:weer|hervat\S*|herstart\S*|heropen\S*|opnieuw|terug) ")
_LONGEST_CANCELLED = 7  # days; what is off for longer is a closed period


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

    @property
    def is_sure(self) -> bool:
        """Whether nothing is left open."""
        return self.question is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shift:
    """A new day or a new time, and the signs of days that say it."""

    new_time: str | None = None
    taken: frozenset[int] = frozenset()
    old: date | None = None
    question: str | None = None
    only_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What the words name besides days and hours."""

    activity: str | None
    is_known: bool  # to be an activity
    place: str | None
    organisation: str | None
    new_place: str | None
    spot: str | None
    reason: str | None


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
    names = _names(row, text, lexicon)
    day_shift = _shifted_day(row, part, today)
    time_shift = _shifted_time(row, part)
    what = _what(row, names, day_shift, time_shift)
    if what is None:
        return _unknown(row, names, today)
    taken = _taken(row, day_shift)
    off = what in (What.CANCELLED, What.CLOSED_PERIOD)
    news = what is What.NOTE and not has(row, Cue.ONLY)
    period = find_period(row, taken, today, off=off, news=news)
    if day_shift and what is What.OTHER_TIME:
        period, day_shift = _as_planned(row, period, day_shift, taken)
    what, period = _settled(what, period, names, row, today)
    new_time, question = _new_time(row, what, part, day_shift, time_shift)
    change = ReadChange(
        what=what,
        activity=names.activity,
        place=names.place,
        organisation=names.organisation,
        start=period.start,
        end=period.end,
        days=period.days,
        new_time=new_time,
        new_place=_new_place(row, what, names),
        reason=names.reason,
    )
    return _asked(change, row, period, names, question, today)


def _taken(row: Row, shift: _Shift | None) -> frozenset[int]:
    """The signs of days that tell of a shift; the old weekday too where a stretch is named."""
    if shift is None:
        return frozenset()
    others = [(at, sign.days) for at, sign in day_signs(row) if at not in shift.taken]
    stretch = [at for at, days in others if days and not days.single and not days.is_bare]
    bare = [at for at, days in others if days and days.is_bare]
    week = [days for _, days in others if days and days.frame == "week"]
    return shift.taken | frozenset(bare) if stretch and bare and not week else shift.taken


def _names(row: Row, text: str, lexicon: Lexicon) -> _Names:
    reason, why = find_reason(row)
    new_place, where = find_new_place(row)
    spot, there = (None, range(0)) if new_place else find_spot(row)
    activity, is_known = find_activity(row, lexicon, why, where, there)
    place = find_place(row, why, where or there)
    named = place.place or next(iter(place.namesakes), None) if place else None
    return _Names(
        activity=activity,
        is_known=is_known,
        place=named.name if named else None,
        organisation=find_organisation(text, lexicon),
        new_place=new_place,
        spot=spot,
        reason=reason,
    )


# What happens


def _what(
    row: Row, names: _Names, day_shift: _Shift | None, time_shift: _Shift | None
) -> What | None:
    """What the cues say, the surest first."""
    if day_shift and not has(row, Cue.ONLY):
        return What.OTHER_TIME
    if has(row, Cue.AFTER_ALL):
        return What.RESUMED
    if time_shift:
        return What.EXTRA if has(row, Cue.EXTRA) and not time_shift.only_end else What.OTHER_TIME
    if (names.new_place or has(row, Cue.ONLINE)) and first_of(row, INSTEAD):
        return What.MOVED
    if names.new_place and " ipv " in row.line and not _is_off(row, names):
        return What.MOVED
    if has(row, Cue.ONLY) and not has(row, Cue.OFF):
        return What.NOTE
    if _is_off(row, names):
        closed = has(row, Cue.CLOSED) or has(row, Cue.ENDED)
        return What.CLOSED_PERIOD if closed and not names.activity else What.CANCELLED
    if has(row, Cue.POSTPONED) and not names.new_place:
        return What.OTHER_TIME
    if has(row, Cue.EXTRA):
        return What.EXTRA
    if names.new_place or has(row, Cue.ONLINE):
        return What.MOVED
    if has(row, Cue.AGAIN) or has(row, Cue.STILL_ON):
        return What.RESUMED
    if has(row, Cue.MOVING) or (names.spot and _is_held_there(row)):
        return What.MOVED
    if _new_regular_time(row):
        return What.OTHER_TIME
    if has(row, Cue.AS_USUAL) or has(row, Cue.NEWS):
        return What.NOTE
    return What.OTHER_TIME if hour_signs(row) and day_signs(row) else None


def _is_held_there(row: Row) -> bool:
    return is_plainly_there(row) or not has(row, Cue.NEWS)


def _new_regular_time(row: Row) -> bool:
    """Whether it names a day from which on an hour or a weekday holds: "voortaan om 10 uur"."""
    from_on = has(row, Cue.FROM_NOW) or FROM_DAY.search(row.line) is not None
    bare = any(sign.days and sign.days.is_bare for _, sign in day_signs(row)[1:])
    return from_on and (bool(hour_signs(row)) or bare)


def _is_off(row: Row, names: _Names) -> bool:
    if any(has(row, cue) for cue in (Cue.OFF, Cue.CLOSED, Cue.ENDED)):
        return True
    return _without(row, names)


def _without(row: Row, names: _Names) -> bool:
    """Whether it says "geen" with the activity right behind it."""
    if names.activity is None:
        return False
    if NOT_HELD.search(row.line):
        return True
    for at, sign in enumerate(row.signs[:-1]):
        if sign.word != "geen":
            continue
        begins = row.text.find(names.activity)
        behind = row.signs[at + 1 : at + 3]
        if any(begins <= one.start < begins + len(names.activity) for one in behind):
            return True
    return False


def _settled(
    what: What, period: Period, names: _Names, row: Row, today: date
) -> tuple[What, Period]:
    """Cancelled or closed by how long it takes; started again from a day on."""
    if what is What.CANCELLED:
        closed = has(row, Cue.CLOSED) or has(row, Cue.ENDED)
        long = period.start is not None and (
            period.end is None or (period.end - period.start).days >= _LONGEST_CANCELLED
        )
        if period.is_stretch and (closed or long or period.is_open) and not period.days:
            return What.CLOSED_PERIOD, period
    if what is What.RESUMED:
        start = period.start or today
        after_all = has(row, Cue.AFTER_ALL) or has(row, Cue.STILL_ON) or _is_apart(row)
        if not after_all:
            return what, replace(period, start=start, end=None, days=())
        if period.start is None and not period.is_open:
            return what, period
    return what, period


def _is_apart(row: Row) -> bool:
    """Whether "weer" is said of something else than the day: "stroom is er weer! morgen open"."""
    clauses = [clause for clause in re.split(r"[.,]", row.line) if " D " in f"{clause} "]
    return bool(clauses) and not any(_AGAIN.search(f"{clause} ") for clause in clauses)


# When


def _shifted_day(row: Row, part: Part | None, today: date) -> _Shift | None:
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
    if old is not None and old.frame == "week" and old_at is not None and not named:
        old = None
    if old is not None and new.is_bare:
        new = near(new, old.first, today)
    hours = [sign.hours for _, sign in hour_signs(row) if sign.hours]
    told, question = new.first.isoformat(), None
    if len(hours) == 1:
        said, unsure = text_of(hours[0], part)
        told += f"T{said}"
        question = ask.ask_half_of_day(said) if unsure else None
    return _Shift(
        new_time=told,
        taken=frozenset([at]),
        old=old.first if old else None,
        question=question,
    )


def _other_day(row: Row, new: int) -> int | None:
    others = [at for at, sign in day_signs(row) if at != new]
    before = [at for at in others if at < new]
    return (before or others or [None])[-1]


def _shifted_by_length(row: Row) -> _Shift | None:
    match = LATER.search(row.line)
    days = [sign.days for _, sign in day_signs(row) if sign.days]
    if match is None or len(days) != 1 or not days[0].single:
        return None
    length = row.signs[row.starts.index(match.start())].length
    sign = -1 if match["way"] in EARLIER else 1
    new = days[0].first + sign * length * DAY
    return _Shift(new_time=new.isoformat(), old=days[0].first)


def _as_planned(
    row: Row, period: Period, shift: _Shift, taken: frozenset[int]
) -> tuple[Period, _Shift]:
    """The days as they were: the old day, or a stretch of them with the first new day in it."""
    if period.start and (period.is_open or len(taken) > len(shift.taken)):
        new = row.signs[next(iter(shift.taken))].days if shift.taken else None
        if new and new.weekdays[0] is not None and shift.new_time:
            day = next_weekday(period.start, new.weekdays[0])
            shift = replace(shift, new_time=day.isoformat() + shift.new_time[10:])
        return replace(period, rivals=()), shift
    if shift.old is None:
        return replace(period, start=None, end=None, rivals=()), shift
    told = Period(start=shift.old, end=shift.old, wrong_weekday=period.wrong_weekday)
    return told, shift


def _shifted_time(row: Row, part: Part | None) -> _Shift | None:
    """A new time with the old one beside it, a new start, a new end, or a shift by minutes."""
    if match := first_of(row, TIME_SHIFTS):
        old = row.signs[sign_at(row, match, "old")].hours
        new = row.signs[sign_at(row, match, "new")].hours
        return _told(new, part, old) if new else None
    if match := first_of(row, SHUT_UNTIL):
        return _told(row.signs[sign_at(row, match, "new")].hours, part)
    if match := first_of(row, ENDS):
        group = "end" if match.groupdict().get("end") else "end2"
        hours = row.signs[sign_at(row, match, group)].hours
        if hours and not hours.closes:
            return _Shift(new_time=end_text_of(hours.opens, part), only_end=True)
    if shift := _by_minutes(row, part):
        return shift
    if has(row, Cue.OFF) or has(row, Cue.CLOSED):
        return None
    if match := first_of(row, STARTS):
        if has(row, Cue.AGAIN) or (match[0].startswith("vanaf") and has(row, Cue.NEWS)):
            return None
        return _told(row.signs[sign_at(row, match, "new")].hours, part)
    return None


def _by_minutes(row: Row, part: Part | None) -> _Shift | None:
    match = BY_MINUTES.search(row.line)
    if match is None:
        return None
    hours = [sign.hours for _, sign in hour_signs(row) if sign.hours]
    if not hours:
        return _Shift(question=ask.NEW_TIME)
    at = next(at for at, _ in hour_signs(row))
    if row.starts[at] > match.start():
        return _told(hours[0], part)
    by = row.signs[row.starts.index(match.start())].length
    said, unsure = shifted_text(hours[0].opens, -by if match["way"] in EARLIER else by, part)
    return _Shift(new_time=said, question=ask.ask_half_of_day(said) if unsure else None)


def _told(new: Hours | None, part: Part | None, old: Hours | None = None) -> _Shift | None:
    if new is None:
        return None
    said, unsure = text_of(new, part, old.opens if old else None)
    return _Shift(new_time=said, question=ask.ask_half_of_day(said) if unsure else None)


def _new_time(
    row: Row,
    what: What,
    part: Part | None,
    day_shift: _Shift | None,
    time_shift: _Shift | None,
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
    """An hour that stands there without a word of change: sure only where it holds from then on."""
    hours = [sign.hours for _, sign in hour_signs(row) if sign.hours]
    from_on = has(row, Cue.FROM_NOW) or FROM_DAY.search(row.line)
    if not hours:
        bare = [s.days for _, s in day_signs(row)[1:] if s.days and s.days.is_bare]
        if from_on and bare and bare[0].weekdays[0] is not None:
            start = day_signs(row)[0][1].days
            day = next_weekday(start.first, bare[0].weekdays[0]) if start else bare[0].first
            return day.isoformat(), ask.ask_new_time(day.isoformat())
        return None, ask.NEW_TIME_OR_DAY
    if " tot T " in row.line and not hours[0].closes and not has(row, Cue.NEWS):
        return end_text_of(hours[0].opens, part), None
    said, unsure = text_of(hours[0], part)
    if unsure:
        return said, ask.ask_half_of_day(said)
    return said, None if from_on else ask.ask_new_time(said)


# Where


def _new_place(row: Row, what: What, names: _Names) -> str | None:
    if what in (What.CANCELLED, What.CLOSED_PERIOD, What.NOTE):
        return None
    if names.new_place and what is not What.RESUMED:
        return names.new_place
    if what in (What.MOVED, What.EXTRA, What.OTHER_TIME):
        return "online" if has(row, Cue.ONLINE) and not names.spot else names.spot
    return None


# What is left open


def _unknown(row: Row, names: _Names, today: date) -> ReadChange:
    """Nothing says what happens: what is named, and the question what changes."""
    period = find_period(row, frozenset(), today, off=False)
    return ReadChange(
        activity=names.activity,
        place=names.place,
        organisation=names.organisation,
        start=period.start,
        end=period.end,
        days=period.days,
        reason=names.reason,
        question=ask.WHAT_CHANGES,
        doubt=Doubt.WHAT,
    )


def _asked(
    change: ReadChange,
    row: Row,
    period: Period,
    names: _Names,
    question: str | None,
    today: date,
) -> ReadChange:
    """The change with the question that matters most, or with none."""
    what = change.what or What.NOTE
    if has_several(row) and first_of(row, DAY_SHIFTS) is None:
        return replace(change, question=ask.ONE_BY_ONE, doubt=Doubt.SEVERAL)
    if has(row, Cue.ASKED):
        return replace(change, question=ask.IS_IT_A_QUESTION, doubt=Doubt.SURE)
    if told := ask.doubt_about(period, what, today):
        return replace(change, question=told, doubt=Doubt.DAY)
    if has(row, Cue.DOUBTFUL):
        return replace(change, question=ask.IS_IT_SURE, doubt=Doubt.SURE)
    if question or (what is What.OTHER_TIME and change.new_time is None):
        return replace(change, question=question or ask.NEW_TIME, doubt=Doubt.TIME)
    if what is What.MOVED and change.new_place is None:
        return replace(change, question=ask.WHERE_TO, doubt=Doubt.PLACE)
    if what is What.MOVED and change.new_place == names.spot and not _is_elsewhere(row):
        told = ask.ask_other_place(change.new_place or "")
        return replace(change, question=told, doubt=Doubt.PLACE)
    if what is What.CANCELLED and names.activity and not names.is_known and _without(row, names):
        if not has(row, Cue.OFF) and not has(row, Cue.CLOSED):
            told = ask.ask_about(names.activity)
            return replace(change, question=told, doubt=Doubt.ACTIVITY)
    if what is What.NOTE and not has(row, Cue.ONLY) and _is_doubtful_news(row):
        return replace(change, question=ask.IS_IT_NEWS, doubt=Doubt.WHAT)
    off = what in (What.CANCELLED, What.CLOSED_PERIOD)
    elsewhere = names.new_place or (names.spot if has(row, Cue.CLOSED) else None)
    if off and elsewhere:
        told = ask.ask_off_or_moved(elsewhere)
        return replace(change, question=told, doubt=Doubt.WHAT)
    if off and has(row, Cue.CLOSED) and _is_partly(row, names):
        told = ask.ask_partly(names.activity)
        return replace(change, question=told, doubt=Doubt.TIME)
    return change


def _is_doubtful_news(row: Row) -> bool:
    """Whether what seems only news may be a change in words that are not known."""
    usual = has(row, Cue.AS_USUAL)
    return not usual and (not has(row, Cue.NEWS) or is_negative(row))


def _is_partly(row: Row, names: _Names) -> bool:
    """Whether something may be shut for some hours only."""
    if PARTLY_SHUT.search(row.line):
        return True
    parts = [sign.days.piece for _, sign in day_signs(row) if sign.days and sign.days.piece]
    return names.activity is None and any(piece.part for piece in parts)


def _is_elsewhere(row: Row) -> bool:
    """Whether words besides the place say that it is another one."""
    return is_plainly_there(row) or has(row, Cue.MOVING)
