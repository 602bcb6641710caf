"""Which days a change is about: where they begin and end, as they were planned."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.core.changes.cues import Cue, day_signs, has
from bot.core.changes.days import Days
from bot.core.changes.roles import AFTER, Roles, chosen, find_roles
from bot.core.changes.shift_cues import LATER
from bot.core.changes.signs import Row
from bot.core.days.reckoning import DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The first and last day; no last day is open. `rivals` are days that may be meant instead."""

    start: date | None = None
    end: date | None = None
    days: tuple[date, ...] = ()  # one by one, where they are not one stretch
    opens: date | None = None  # the first day after it
    is_stretch: bool = False  # said as a stretch, not as one or more days
    is_open: bool = False
    vague: bool = False
    exclusive: date | None = None  # "tot 4 januari": this day may be in or out
    past: bool = False
    implied: bool = False  # the end follows from "dit jaar"
    stops: date | None = None  # "stopt 1 januari": the last day, or the first without
    last_time: bool = False  # "dinsdag is de laatste keer"
    rivals: tuple[date, ...] = ()
    today_said_as_weekday: bool = False


_A_WEEK = 7
_OPEN = re.compile(
    r" (?:onbepaald|voorlopig|zolang|voorgoed|definitief|permanent|voortaan|nuaf) "
    r"| (?:tot|totdat) (?!D |T |L |tm |aan )(?:(?!D |T )[^ .,?]+ ){1,8}?"
    r"(?:is|zijn|klaar|hebben|heeft"
    r"|komt|komen|wordt|werkt|werken|doet|gemaakt|verholpen|opgelost|gevonden|weg|kan|kunnen) "
)
_THIS_YEAR = re.compile(
    r" (?:(?:dit|hele|van het|rest van het|van dit) jaar(?! weer)|tot het nieuwe jaar) "
)
_NO_MORE = re.compile(r" (?:geen|niet)(?: [^ .,]+){0,4} meer ")
_STOPS = re.compile(r" (?:stopt|stoppen|stopgezet|opgeheven|ermee) ")
_NOW = re.compile(
    r" (?:nu|nuaf|momenteel|meteen|inmiddels|sinds kort|net) "
    # Somebody who is on the way can only mean today.
    r"| (?:trein|bus|tram|metro|auto|verkeer|alles) staat(?: [^ .,]+)? (?:stil|vast) "
    r"| (?:sta|staan|zit|zitten) (?:ik |we |wij |nog |hier )*(?:in de file|vast) "
    r"| (?:ik|we|wij) (?:ben|zijn) (?:er )?(?:pas|onderweg) | onderweg "
)
_LAST_TIME = re.compile(r" (?:aller)?laatste (?:[^ .,]+ )?|^ (?:aller)?laatste | voor het laatst ")


def find_period(
    row: Row, taken: frozenset[int], today: date, *, off: bool, news: bool = False
) -> Period:
    """The days that a change is about.

    `taken` are signs of days that say something else, as the new day. `off` is whether something
    does not go on, so that another day may be the one on which it does. In `news` "tot maandag" is
    for signing up where another day is named.
    """
    roles = find_roles(row, taken, today, off=off, news=news)
    roles.plain = _without_weekday_of_name(roles.plain, row)
    if news and roles.plain and roles.until_word == "tot":
        roles.until = None
    days, rivals = chosen(roles, keep_frame=has(row, Cue.ONLY), off=off)
    if days is not None and days.past and off and _OPEN.search(row.line):
        days, rivals = None, ()  # "gisteren brand geweest, voorlopig dicht"
    period = _period(row, roles, days, today, off=off)
    if roles.back and off:
        period = _until_back(period, roles.back, row)
    bare = days is not None and days.is_bare and days.first == today and len(days.spans) == 1
    said = [one for one in (days, roles.begins, roles.until) if one]
    if period.days and days is not None and days.is_bare:
        rivals, bare = (), False
    found = rivals or tuple(one.rival for one in said if one.rival)
    return replace(
        period,
        rivals=found,
        today_said_as_weekday=bare and not roles.begins,
    )


def _period(row: Row, roles: Roles, days: Days | None, today: date, *, off: bool) -> Period:
    is_open = _OPEN.search(row.line) is not None or has(row, Cue.FROM_NOW)
    length = 0 if LATER.search(row.line) else _length(row, days)
    if roles.begins or roles.until:
        return _from_until(roles, days, today, length, row)
    if days is None:
        return _without_days(row, today, length, is_open=is_open)
    if off and _last_time(row, days):
        return _after_the_last(row, days)
    if weekdays := _weekdays_within(roles, row):
        return weekdays
    if length and days.single:
        return Period(start=days.first, end=days.first + (length - 1) * DAY, is_stretch=True)
    if off and days.single and (stopped := _stopped(row, days, is_open=is_open)):
        return stopped
    return _as_named(days, open_end=is_open and days.single)


def _without_days(row: Row, today: date, length: int, *, is_open: bool) -> Period:
    """The days of a change that names none: from now on, this year, so many days from today."""
    if _THIS_YEAR.search(row.line):
        return Period(start=today, end=date(today.year, 12, 31), is_stretch=True, implied=True)
    now = _NOW.search(row.line) is not None
    if now and not is_open and not length:
        return Period(start=today, end=today)
    if now and length:
        return Period(start=today, end=today + (length - 1) * DAY, is_stretch=True)
    return Period(start=today if is_open else None, is_open=is_open, is_stretch=is_open)


def _after_the_last(row: Row, days: Days) -> Period:
    """What is off from the day after the last time on."""
    end = date(days.last.year, 12, 31) if _THIS_YEAR.search(row.line) else None
    return Period(
        start=days.last + DAY,
        end=end,
        is_open=end is None,
        is_stretch=True,
        implied=True,
        last_time=_STOPS.search(row.line) is None,
    )


def _stopped(row: Row, days: Days, *, is_open: bool) -> Period | None:
    """What stops on a day, or after it, and does not come back."""
    after = _is_after(row, days)
    stops = _STOPS.search(row.line) or (after and _NO_MORE.search(row.line))
    if not stops or (is_open and not after):
        return None
    begin = days.first + DAY if after else days.first
    last = None if after else days.first
    return Period(start=begin, is_open=True, is_stretch=True, stops=last)


def _as_named(days: Days, *, open_end: bool) -> Period:
    """The days that are named, as a stretch or one by one."""
    stretch = not days.single and len(days.spans) == 1 and not _in_a_row(days)
    return Period(
        start=days.first,
        end=None if open_end else days.last,
        days=days.apart,
        is_stretch=open_end or stretch,
        is_open=open_end,
        vague=days.vague and not days.single,
        exclusive=days.last if days.exclusive else None,
        past=days.past,
    )


def _without_weekday_of_name(plain: list[Days], row: Row) -> list[Days]:
    """The days but a weekday that only names a group: "biljarten op woensdag begint 13 jan"."""
    places = {id(sign.days): at for at, sign in day_signs(row)}
    dated = [one for one in plain if one.single and not one.is_bare]

    def names_it(bare: Days) -> bool:
        here = places.get(id(bare))
        return here is not None and any(
            (there := places.get(id(one))) is not None
            and here < there
            and not row.parts(here, there)
            and {one.first.weekday()} == set(bare.weekdays)
            for one in dated
        )

    return [one for one in plain if not (one.is_bare and names_it(one))]


def _is_after(row: Row, days: Days) -> bool:
    """Whether it is from the day after: "na vrijdag"."""
    at = next((at for at, sign in day_signs(row) if sign.days is days), None)
    return at is not None and AFTER.search(row.before(at)) is not None


def _weekdays_within(roles: Roles, row: Row) -> Period | None:
    """Certain weekdays in a month or a holiday: "in december op dinsdag"."""
    frames = [one for one in roles.plain if one.frame in ("month", "feast") and _is_long(one)]
    bare = [one for one in roles.plain if one.is_bare]
    if len(frames) != 1 or not bare or len(frames) + len(bare) != len(roles.plain):
        return None
    frame = frames[0]
    places = {id(sign.days): at for at, sign in day_signs(row)}
    if any(row.parts(places.get(id(frame), 0), places.get(id(one), 0)) for one in bare):
        return None  # "geen koor dinsdag, in juli is er een feest"
    wanted = {start.weekday() for one in bare for start, _ in one.spans}
    every = (frame.first + n * DAY for n in range((frame.last - frame.first).days + 1))
    days = tuple(day for day in every if day.weekday() in wanted)
    return Period(start=frame.first, end=frame.last, days=days) if days else None


def _is_long(days: Days) -> bool:
    return (days.last - days.first).days > _A_WEEK


def _in_a_row(days: Days) -> bool:
    return (days.last - days.first).days == 1 and not days.frame


def _from_until(roles: Roles, days: Days | None, today: date, length: int, row: Row) -> Period:
    begins = roles.begins.first if roles.begins else None
    if begins is None:
        begins = days.first if days and roles.until and days.first <= roles.until.last else today
    if roles.until is None:
        end = begins + (length - 1) * DAY if length else None
        if end is None and _THIS_YEAR.search(row.line) and roles.begins:
            end = date(begins.year, 12, 31)
        vague = roles.begins.vague if roles.begins else False
        return Period(start=begins, end=end, is_open=end is None, is_stretch=True, vague=vague)
    until, exclusive = roles.until, None
    end = until.middle or until.last
    if roles.until_word == "tot" and not until.middle:
        if until.frame:
            end = until.first - DAY
        else:
            end, exclusive = until.first - DAY, until.first
    return Period(
        start=begins,
        end=end,
        is_stretch=True,
        exclusive=exclusive,
        vague=until.vague and exclusive is not None,
        past=end < today,
    )


def _length(row: Row, days: Days | None) -> int:
    """The length of a closure, as in "drie weken dicht"; not one in another clause."""
    clause, found, named = 0, 0, 0
    for at, sign in enumerate(row.signs):
        parted = sign.kind == "." and sign.word in (".", ",")
        behind = [one.word for one in row.signs[at + 1 : at + 4]]
        clause += parted and "dan" not in behind  # "D begint de bouw, dan zijn we L dicht"
        if sign.kind == "L" and not found:
            found, length_clause = sign.length, clause
        if sign.days is days and days is not None:
            named = clause
    return found if days is None or (found and length_clause == named) else 0


def _last_time(row: Row, days: Days) -> bool:
    return days.single and has(row, Cue.ENDED) and _LAST_TIME.search(row.line) is not None


def _until_back(period: Period, back: Days, row: Row) -> Period:
    """The period, ended by the day on which it is on again."""
    if period.start is None:
        return replace(period, opens=back.first)
    if back.first <= period.start:
        return replace(period, opens=back.first, rivals=(back.first,))
    last = back.first - DAY
    soon = (back.first - period.start).days <= _A_WEEK
    alone = (
        period.end == period.start
        and soon
        and not has(row, Cue.CLOSED)
        and not has(row, Cue.ENDED)
    )
    if alone or (
        period.end is not None and period.is_stretch and not (period.exclusive or period.implied)
    ):
        if period.end is not None and period.end >= back.first:
            return replace(period, opens=back.first, rivals=(back.first,))
        return replace(period, opens=back.first)
    if period.days:
        return replace(period, opens=back.first)
    return replace(
        period,
        end=last,
        opens=back.first,
        is_open=False,
        is_stretch=True,
        exclusive=None,
        vague=period.vague or back.frame == "month",  # "in maart starten we weer": on which day
    )
