"""Reads to which hour something is moved: a new start, a new end, or so many minutes."""

import re
from dataclasses import replace

from bot.core.changes import questions as ask
from bot.core.changes.cues import Cue, first_of, has, hour_signs, sign_at
from bot.core.changes.hours import Hours, end_text_of, shifted_text, text_of
from bot.core.changes.shift_cues import (
    BY_MINUTES,
    CHANGED_HOUR,
    CLOSES,
    EARLIER,
    ENDS,
    FROM_TO,
    NOT_THAT_PART,
    SHUT_UNTIL,
    STARTS,
    TIME_SHIFTS,
    TOLD_BESIDE,
    UNTIL_HOUR,
)
from bot.core.changes.shifts import Shift
from bot.core.changes.signs import Row
from bot.core.model import Part

_DONE_AFTER = re.compile(r"^ (?:al |ook |dan )?(?:klaar|dicht|gesloten|afgelopen|uit) ")
_THAN = re.compile(r"^ [^ ]+ dan(?: (?!dus |wordt |namelijk )[^ .,]+){0,3} $")


def find_time_shift(row: Row, part: Part | None) -> Shift | None:
    """A new time with the old one beside it, a new start, a new end, or a shift by minutes."""
    if match := first_of(row, TIME_SHIFTS):
        return _beside_the_old(row, match, part)
    if shift := _from_to(row, part):
        return shift
    if match := first_of(row, (NOT_THAT_PART, TOLD_BESIDE, *SHUT_UNTIL)):
        return _told(_hours_at(row, match, "new"), part)
    if shift := _new_end(row, part) or _by_minutes(row, part):
        return shift
    if has(row, Cue.OFF) or has(row, Cue.CLOSED):
        return None
    return _new_start(row, part)


def _hours_at(row: Row, match: re.Match[str], name: str) -> Hours | None:
    return row.signs[sign_at(row, match, name)].hours


def _told(new: Hours | None, part: Part | None, old: Hours | None = None) -> Shift | None:
    if new is None:
        return None
    said, unsure = text_of(new, part, old.opens if old else None)
    return Shift(new_time=said, question=ask.ask_half_of_day(said) if unsure else None)


def _only_end(new: Hours, part: Part | None) -> Shift:
    return Shift(new_time=end_text_of(new.opens, part), only_end=True)


def _beside_the_old(row: Row, match: re.Match[str], part: Part | None) -> Shift | None:
    """A new hour with the old one beside it: "om 16 ipv 17 uur dicht" is one of the end."""
    old, new = _hours_at(row, match, "old"), _hours_at(row, match, "new")
    ends = UNTIL_HOUR.search(row.line[: match.start("new")])
    ends = ends or _DONE_AFTER.match(row.line[match.end("new") :])
    ends = ends or _DONE_AFTER.match(row.line[match.end() :])
    if new and not new.closes and ends and first_of(row, SHUT_UNTIL) is None:
        return _only_end(new, part)
    return _told(new, part, old)


def _from_to(row: Row, part: Part | None) -> Shift | None:
    """A new start and a new end, each named by itself."""
    match = FROM_TO.search(row.line)
    if match is None:
        return None
    start, end = _hours_at(row, match, "new"), _hours_at(row, match, "end")
    if not start or not end or start.closes or end.closes:
        return None
    _, unsure = text_of(start, part)
    told, _ = text_of(Hours(opens=start.opens, closes=end.opens), part)
    return Shift(new_time=told, question=ask.ask_half_of_day(told) if unsure else None)


def _new_end(row: Row, part: Part | None) -> Shift | None:
    match = first_of(row, ENDS)
    if match is None:
        return None
    hours = _hours_at(row, match, "end" if match.groupdict().get("end") else "end2")
    return _only_end(hours, part) if hours and not hours.closes else None


def _new_start(row: Row, part: Part | None) -> Shift | None:
    match = first_of(row, STARTS)
    if match is None or " gewoon " in match[0] or has(row, Cue.AGAIN):
        return None
    if match[0].startswith("vanaf") and has(row, Cue.NEWS):
        return None
    shift = _told(_hours_at(row, match, "new"), part)
    if shift and shift.new_time and _may_be_news(row):
        return replace(shift, question=shift.question or ask.ask_new_time(shift.new_time))
    return shift


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
            return _only_end(hours[0], part)
        if CLOSES.search(row.line[: match.start()]) and not hours[0].closes:
            return _only_end(hours[0], part)
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
