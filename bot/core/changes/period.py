"""Which days a change is about: where they begin and end, as they were planned."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.core.changes.cues import CUES, LATER, Cue, day_signs, has
from bot.core.changes.days import Days
from bot.core.changes.signs import Row
from bot.core.days.reckoning import DAY, monday_of


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
_FROM = re.compile(r" (?:vanaf|per|sinds|ingang van|ingang)(?: de)? $")
_FROM_DAY = re.compile(r" (?:vanaf|per|dicht|gesloten)(?: de)? D ")
_UNTIL = re.compile(r" (?:tm|tot|tot aan|t|tot en)(?: de)? $")
_TO = re.compile(r" tot(?: aan)?(?: de)? $")
_TO_AFTER = re.compile(r" (?:tot|tm) na(?: de)? $")
_AFTER = re.compile(r" (?:na|sinds)(?: de)? $")
_BUT = re.compile(r" (?:muv|(?<! er )(?<! ook )(?<! en )(?<! gaat )(?<! door )niet op)(?: de)? $")
# "Tot volgende week!" ends a message, not what it tells of.
_GOODBYE = re.compile(
    r"(?:^ |[.] (?:dus |hopelijk |graag |dan |en )?| (?:en|hopelijk|graag) )tot $"
)
_SELF_BACK = re.compile(r"^ (?:ben|is) [^ .,]+ er (?:zelf )?weer ")
_BECAUSE = re.compile(r" (?:ivm|want|vieren|viering|thema)(?: [^ .,]+){0,2} $")
_BACK_BEFORE = re.compile(
    r" (?:weer|daarna|terug|hervat\S*|heropen\S*|volgende (?:keer|inloop|groep|bijeenkomst)"
    r"|eerstvolgende \S+|dan)(?: [^ .,]+){0,3} $"
)
_BACK_AFTER = re.compile(r"^ (?:(?!D )[^ .,]+ ){0,6}(?:weer|hervat\S*|terug|heropen\S*|opnieuw) ")
_STILL_AFTER = re.compile(r"^ (?:[^ .,]+ ){0,3}(?:wel|gewoon|normaal)(?: |$)")
_STILL_BEFORE = re.compile(r" (?:wel|gewoon)(?: [^ .,]+){0,2} $")
_OPEN = re.compile(r" (?:onbepaald|voorlopig|zolang|voorgoed|definitief|permanent|voortaan|nuaf) ")
_THIS_YEAR = re.compile(
    r" (?:(?:dit|hele|van het|rest van het|van dit) jaar(?! weer)|tot het nieuwe jaar) "
)
_SIGN_UP = re.compile(
    r" (?:opgeven|aanmelden|aanmelding|afmelden|inschrijven|reserveren|appen|mailen|doorgeven"
    r"|weten)"
    r"(?: [^ .]+){0,4} (?:voor|tot|uiterlijk|op|vanaf|tm)(?: de| uiterlijk)? $"
)
_NO_MORE = re.compile(r" (?:geen|niet)(?: [^ .,]+){0,4} meer ")
_WEEK_OF = re.compile(r" week van(?: de)? $")
_SIGN_UP_BEHIND = re.compile(
    r"^ (?:graag )?(?:opgeven|aanmelden|inschrijven|reserveren|afmelden) "
)
_STOPS = re.compile(r" (?:stopt|stoppen|stopgezet|opgeheven|ermee) ")
_NOW = re.compile(r" (?:nu|nuaf|momenteel|meteen|inmiddels|sinds kort|net) ")
_LAST_TIME = re.compile(r" laatste (?:[^ .,]+ )?|^ laatste | voor het laatst ")


@dataclass(slots=True)
class _Roles:
    """The days of a row by what the words around them make of them."""

    plain: list[Days]
    begins: Days | None = None
    until: Days | None = None
    until_word: str = ""
    back: Days | None = None


def find_period(
    row: Row, taken: frozenset[int], today: date, *, off: bool, news: bool = False
) -> Period:
    """The days that a change is about.

    `taken` are signs of days that say something else, as the new day. `off` is whether something
    does not go on, so that another day may be the one on which it does. In `news` "tot maandag" is
    for signing up where another day is named.
    """
    roles = _roles(row, taken, today, off=off, news=news)
    if news and roles.plain and roles.until_word == "tot":
        roles.until = None
    days, rivals = _chosen(roles, keep_frame=has(row, Cue.ONLY), off=off)
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


def _is_goodbye(row: Row, at: int) -> bool:
    """Whether a day is only in a greeting: "Tot maandag!"."""
    before, after = row.line[: row.starts[at]], row.line[row.ends[at] :]
    if not re.match(r" (?:[.,)]|weer |allemaal |hoor |P |$)|$", after) or _FROM_DAY.search(before):
        return False
    cheerful = row.text[row.signs[at].end :].lstrip().startswith("!")
    return _GOODBYE.search(before) is not None or (
        cheerful and before.endswith((" , tot ", " . tot "))
    )


def _whole_week(days: Days, before: str, today: date) -> Days:
    """The week of a day, or two weeks: "de week van 14 december", "deze en volgende week"."""
    if days.frame == "week" and before.endswith(" deze en "):
        return replace(days, spans=((today, days.last),))
    if not (days.single and _WEEK_OF.search(before)):
        return days
    monday = monday_of(days.first)
    return replace(days, spans=((monday, monday + 6 * DAY),), weekdays=(None,), frame="week")


def _roles(row: Row, taken: frozenset[int], today: date, *, off: bool, news: bool) -> _Roles:
    roles = _Roles(plain=[])
    signs = day_signs(row)
    named = any(not sign.whole and at not in taken for at, sign in signs)
    for at, sign in signs:
        days = sign.days
        if at in taken or days is None or (sign.whole and named):
            continue
        before, after = row.line[: row.starts[at]], row.line[row.ends[at] :]
        aside = _BUT.search(before) or (days.frame == "feast" and _BECAUSE.search(before))
        if len(signs) > 1:
            aside = aside or _SIGN_UP.search(before) or (news and _SELF_BACK.match(after))
            aside = aside or (before.endswith(" voor ") and _SIGN_UP_BEHIND.match(after))
        if aside or _is_goodbye(row, at):
            continue
        days = _whole_week(days, before, today)
        if off and (_BACK_BEFORE.search(before) or _BACK_AFTER.match(after)):
            if _goes_off(row, at):
                roles.plain.append(days)
            else:
                roles.back = roles.back or days
        elif off and (_STILL_AFTER.match(after) or _STILL_BEFORE.search(before)):
            continue
        elif _FROM.search(before) and (days.single or days.frame):
            roles.begins = roles.begins or days
        elif _TO_AFTER.search(before):
            roles.until, roles.until_word = roles.until or days, "na"
        elif match := _UNTIL.search(before):
            roles.until, roles.until_word = roles.until or days, match[0].split()[0]
        elif not (_AFTER.search(before) and (days.frame or not off)):
            roles.plain.append(days)
    return roles


def _goes_off(row: Row, at: int) -> bool:
    """Whether the word of being off stands nearer to a day than that of being on again."""
    after = row.line[row.ends[at] :]
    off = min(
        (m.start() for c in (Cue.OFF, Cue.CLOSED) if (m := CUES[c].search(after))), default=99
    )
    on = re.search(r" (?:weer|terug|daarna) ", after)
    before = row.line[: row.starts[at]]
    return off < (on.start() if on else 98) and not _BACK_BEFORE.search(before)


def _chosen(roles: _Roles, *, keep_frame: bool, off: bool) -> tuple[Days | None, tuple[date, ...]]:
    """The days meant among those named, and the others that may be meant."""
    plain = [one for one in roles.plain if not one.habit] or roles.plain
    plain = [one for one in plain if not one.past] or plain
    if (roles.begins or roles.until) and all(one.habit or one.is_bare for one in plain):
        return None, ()
    frames = [one for one in plain if one.frame]
    exact = [one for one in plain if not one.frame]
    stretches = frames + [one for one in exact if not one.single and not one.is_bare]
    if keep_frame and stretches:
        return stretches[0], ()
    if keep_frame and roles.until:
        return None, ()
    if roles.begins or roles.until:
        exact = [one for one in exact if not _inside(one, roles)]
        frames = [] if not exact else frames
    if exact:
        first, last = exact[0].first, exact[0].last
        others = [one for one in exact if (one.first, one.last) != (first, last)]
        others += [one for one in frames if off and (one.last < first or last < one.first)]
        return exact[0], tuple(one.first for one in others)
    if not frames:
        return None, ()
    others = [
        one for one in frames[1:] if one.first > frames[0].last or one.last < frames[0].first
    ]
    return frames[0], tuple(one.first for one in others)


def _inside(days: Days, roles: _Roles) -> bool:
    begins = roles.begins.first if roles.begins else date.min
    until = roles.until.last if roles.until else date.max
    return begins <= days.first and days.last <= until


def _period(row: Row, roles: _Roles, days: Days | None, today: date, *, off: bool) -> Period:
    is_open = _OPEN.search(row.line) is not None or has(row, Cue.FROM_NOW)
    length = 0 if LATER.search(row.line) else _length(row)
    if roles.begins or roles.until:
        return _from_until(roles, days, today, length, row)
    if days is None:
        if _THIS_YEAR.search(row.line):
            return Period(start=today, end=date(today.year, 12, 31), is_stretch=True, implied=True)
        if _NOW.search(row.line) and not is_open and not length:
            return Period(start=today, end=today)
        if _NOW.search(row.line) and length:
            return Period(start=today, end=today + (length - 1) * DAY, is_stretch=True)
        return Period(start=today if is_open else None, is_open=is_open, is_stretch=is_open)
    if _last_time(row, days):
        end = date(days.last.year, 12, 31) if _THIS_YEAR.search(row.line) else None
        return Period(
            start=days.last + DAY,
            end=end,
            is_open=end is None,
            is_stretch=True,
            implied=True,
            last_time=_STOPS.search(row.line) is None,
        )
    if weekdays := _weekdays_within(roles):
        return weekdays
    start, end = days.first, days.last
    if length and days.single:
        return Period(start=start, end=start + (length - 1) * DAY, is_stretch=True)
    after = _is_after(row, days)
    stops = _STOPS.search(row.line) or (after and _NO_MORE.search(row.line))
    if off and days.single and stops and (after or not is_open):
        begin = start + DAY if after else start
        last = None if after else start
        return Period(start=begin, is_open=True, is_stretch=True, stops=last)
    open_end = is_open and days.single
    return Period(
        start=start,
        end=None if open_end else end,
        days=days.apart,
        is_stretch=open_end or (not days.single and len(days.spans) == 1 and not _in_a_row(days)),
        is_open=open_end,
        vague=days.vague and not days.single,
        exclusive=end if days.exclusive else None,
        past=days.past,
    )


def _is_after(row: Row, days: Days) -> bool:
    """Whether it is from the day after: "na vrijdag"."""
    at = next((at for at, sign in day_signs(row) if sign.days is days), None)
    return at is not None and _AFTER.search(row.line[: row.starts[at]]) is not None


def _weekdays_within(roles: _Roles) -> Period | None:
    """Certain weekdays in a month or a holiday: "in december op dinsdag"."""
    frames = [one for one in roles.plain if one.frame in ("month", "feast") and _is_long(one)]
    bare = [one for one in roles.plain if one.is_bare]
    if len(frames) != 1 or not bare or len(frames) + len(bare) != len(roles.plain):
        return None
    frame = frames[0]
    wanted = {start.weekday() for one in bare for start, _ in one.spans}
    every = (frame.first + n * DAY for n in range((frame.last - frame.first).days + 1))
    days = tuple(day for day in every if day.weekday() in wanted)
    return Period(start=frame.first, end=frame.last, days=days) if days else None


def _is_long(days: Days) -> bool:
    return (days.last - days.first).days > _A_WEEK


def _in_a_row(days: Days) -> bool:
    return (days.last - days.first).days == 1 and not days.frame


def _from_until(roles: _Roles, days: Days | None, today: date, length: int, row: Row) -> Period:
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


def _length(row: Row) -> int:
    """The length of a closure, as in "drie weken dicht"; not that of something else."""
    return next((sign.length for sign in row.signs if sign.kind == "L"), 0)


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
        period, end=last, opens=back.first, is_open=False, is_stretch=True, exclusive=None
    )
