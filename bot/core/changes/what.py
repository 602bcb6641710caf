"""Decides what an announcement says happens: cancelled, closed, moved, another time, or else."""

import re
from dataclasses import replace
from datetime import date

from bot.core.changes.asides import (
    NO_THING,
    OTHER_DOOR,
    OTHER_FOOD,
    OTHER_PRICE,
    REPLACED,
    ROOM_SHUT,
    USUALLY_OFF,
)
from bot.core.changes.clauses import NOT_HELD
from bot.core.changes.cues import CUES, INSTEAD, Cue, day_signs, first_of, has, hour_signs
from bot.core.changes.names import Names
from bot.core.changes.period import Period
from bot.core.changes.places import NEXT_DOOR, is_plainly_there
from bot.core.changes.shift_cues import FROM_DAY, SHUT_EARLIER
from bot.core.changes.shifts import Shift
from bot.core.changes.signs import Row
from bot.core.programme.changes import What

_AGAIN = re.compile(r" (?:weer|hervat\S*|herstart\S*|heropen\S*|opnieuw|terug) ")
_BREAK_OVER = re.compile(
    r" [^ ]*(?:stop|reces|pauze|vakantie|sluiting) (?:is|zit) (?:er )?(?:weer )?"
    r"(?:voorbij|erop|op|over|afgelopen|gedaan) "
)
# "Het eetproject begint weer, ma 7 december": what begins is what is told of, and goes on.
BEGINS_AGAIN = re.compile(
    r" (?:begint|beginnen|start|starten|draait|draaien|gaat|gaan)(?: [^ .,]+){0,3}?"
    r" (?:weer|opnieuw)(?: van start| open| los| beginnen| verder| draaien)? [.,:] "
    r"| (?:hervat\S*|herstart\S*) [.,:] "
)
_STARTS_AGAIN = re.compile(
    r" (?:we|wij) (?:starten|beginnen|gaan)(?: [^ .,]+)? (?:weer|opnieuw) (?:met|van start) "
)
_IS_CHANGED = re.compile(r" (?:wijziging|gewijzigd|verandering|aangepast) ")
_LATER_OR_EARLIER = re.compile(r" (?:later|eerder|vroeger) ")
_NAMED = re.compile(r" \S*(?:groep|inloop|cafe|club|koor|atelier|cursus|training|yoga|huiskamer) ")
_THERE_AND_BACK = 2  # days
_LONGEST_CANCELLED = 7  # days; what is off for longer is a closed period


def find_what(
    row: Row, names: Names, day_shift: Shift | None, time_shift: Shift | None
) -> What | None:
    """What the cues say, the surest first."""
    if day_shift and not has(row, Cue.ONLY):
        return What.OTHER_TIME
    if _is_on_for_once(row):
        return What.EXTRA
    if has(row, Cue.AFTER_ALL):
        return What.RESUMED
    if _goes_on_otherwise(row, names):
        return What.NOTE
    if time_shift:
        return What.EXTRA if has(row, Cue.EXTRA) and not time_shift.only_end else What.OTHER_TIME
    if SHUT_EARLIER.search(row.line) and not has(row, Cue.OFF):
        return What.OTHER_TIME
    if _is_elsewhere_instead(row, names):
        return What.MOVED
    if has(row, Cue.ONLY) and not has(row, Cue.OFF):
        return What.NOTE
    if _is_off(row, names):
        closed = has(row, Cue.CLOSED) or has(row, Cue.ENDED)
        return What.CLOSED_PERIOD if closed and not names.activity else What.CANCELLED
    return _what_goes_on(row, names)


def _is_on_for_once(row: Row) -> bool:
    """Whether it is on where as a rule it is not: "1 mei wel inloop, anders zijn we dicht"."""
    rest = USUALLY_OFF.sub("", row.line)
    if rest == row.line or not day_signs(row):
        return False
    off = CUES[Cue.OFF].search(rest) or CUES[Cue.CLOSED].search(rest) or NOT_HELD.search(rest)
    return off is None and re.search(r" (?:wel|open|extra|speciaal|toch) ", rest) is not None


def is_there_and_back(row: Row, names: Names) -> bool:
    """Whether it is elsewhere first, and in a later clause back again."""
    if not names.where or not _is_dated_there(row, names):
        return False
    behind = row.line[row.ends[names.where[-1]] :]
    return re.search(r" [.,](?: [^ .,]+)*? (?:weer|terug) ", behind) is not None


def _is_dated_there(row: Row, names: Names) -> bool:
    """Whether a day stands in the clause of the place, or a verb says that it is held there."""
    if is_plainly_there(row) and len(day_signs(row)) >= _THERE_AND_BACK:
        return True
    at = names.where[0]
    return any(
        not any(sign.kind == "." for sign in row.signs[min(day, at) : max(day, at)])
        for day, _ in day_signs(row)
    )


def _goes_on_otherwise(row: Row, names: Names) -> bool:
    """Whether it is held by someone else, with something else to eat, or by another door."""
    if OTHER_DOOR.search(row.line) and not names.new_place:
        return not has(row, Cue.OFF) and not NOT_HELD.search(row.line)
    if ROOM_SHUT.search(row.line):
        rest = ROOM_SHUT.sub("", row.line)
        shut = CUES[Cue.OFF].search(rest) or CUES[Cue.CLOSED].search(rest)
        return shut is None and not NOT_HELD.search(rest) and not names.new_place
    if _is_only_price(row):
        return True
    if OTHER_FOOD.search(row.line):
        return not has(row, Cue.OFF) and not has(row, Cue.CLOSED)
    off = has(row, Cue.OFF) or has(row, Cue.CLOSED)
    if NO_THING.search(row.line) and _NAMED.search(NO_THING.sub("", row.line)):
        return not off  # "inloop: geen koffie, machine kapot"
    off = off or NOT_HELD.search(row.line) is not None
    return REPLACED.search(row.line) is not None and not off


def _is_only_price(row: Row) -> bool:
    """Whether what it costs is all that changes: "kost vanaf 1 mei 5 euro ipv 4,50"."""
    rest = OTHER_PRICE.sub("", row.line)
    if rest == row.line or hour_signs(row) or " ipv " in rest:
        return False
    other = (Cue.OFF, Cue.CLOSED, Cue.ENDED, Cue.MOVING, Cue.EXTRA, Cue.AGAIN, Cue.ONLINE)
    return not any(has(row, cue) for cue in other) and NOT_HELD.search(rest) is None


def _what_goes_on(row: Row, names: Names) -> What | None:
    """What changes in something that is held."""
    moved = names.new_place or has(row, Cue.MOVING) or (names.spot and not hour_signs(row))
    if has(row, Cue.ONCE) and not moved:
        return What.EXTRA
    if has(row, Cue.POSTPONED) and not names.new_place:
        return What.OTHER_TIME
    if has(row, Cue.EXTRA):
        return What.EXTRA
    if names.new_place or has(row, Cue.ONLINE):
        return What.MOVED
    if is_there_and_back(row, names):
        return What.MOVED
    if has(row, Cue.AGAIN) or has(row, Cue.STILL_ON):
        return What.RESUMED
    if has(row, Cue.MOVING) or (names.spot and _is_held_there(row)):
        return What.MOVED
    if _new_regular_time(row):
        return What.OTHER_TIME
    if has(row, Cue.AS_USUAL) or has(row, Cue.NEWS):
        return What.NOTE
    if (hour_signs(row) and day_signs(row)) or _LATER_OR_EARLIER.search(row.line):
        return What.OTHER_TIME
    return What.NOTE if names.is_more_said else None


def _is_elsewhere_instead(row: Row, names: Names) -> bool:
    if (names.new_place or has(row, Cue.ONLINE)) and first_of(row, INSTEAD):
        return True
    return names.new_place is not None and " ipv " in row.line and not _is_off(row, names)


def _is_held_there(row: Row) -> bool:
    next_door = NEXT_DOOR.search(row.line) is not None
    said = is_plainly_there(row) or _IS_CHANGED.search(row.line) is not None
    return said or next_door or not has(row, Cue.NEWS)


def _new_regular_time(row: Row) -> bool:
    """Whether it names a day from which on an hour or a weekday holds: "voortaan om 10 uur"."""
    from_on = has(row, Cue.FROM_NOW) or FROM_DAY.search(row.line) is not None
    bare = any(sign.days and sign.days.is_bare for _, sign in day_signs(row)[1:])
    return from_on and (bool(hour_signs(row)) or bare)


def _is_off(row: Row, names: Names) -> bool:
    goes_on = has(row, Cue.AS_USUAL) or has(row, Cue.STILL_ON)
    if names.is_known and has(row, Cue.OFF_PERHAPS) and not goes_on:
        return True
    if any(has(row, cue) for cue in (Cue.OFF, Cue.CLOSED, Cue.ENDED)):
        return True
    return names_what_is_off(row, names)


def names_what_is_off(row: Row, names: Names) -> bool:
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


def settle(what: What, period: Period, row: Row, today: date) -> tuple[What, Period]:
    """Cancelled or closed by how long it takes; started again from a day on."""
    if what is What.CANCELLED:
        closed = has(row, Cue.CLOSED) or has(row, Cue.ENDED)
        long = period.start is not None and (
            period.end is None or (period.end - period.start).days >= _LONGEST_CANCELLED
        )
        stretched = period.is_stretch or long  # "juli en augustus" too
        if stretched and (closed or long or period.is_open) and not period.days:
            return What.CLOSED_PERIOD, period
    if what is What.RESUMED:
        start = period.start or today
        apart = _is_apart(row) and not _BREAK_OVER.search(row.line)
        after_all = has(row, Cue.AFTER_ALL) or has(row, Cue.STILL_ON) or apart
        habit = any(sign.days and sign.days.habit for _, sign in day_signs(row))
        if habit and has(row, Cue.AGAIN):  # "weer begonnen, elke maandag"
            return what, replace(
                period, start=start, end=None, days=(), today_said_as_weekday=False
            )
        if not after_all:
            return what, replace(period, start=start, end=None, days=())
        if period.start is None and not period.is_open:
            return what, period
    return what, period


def _is_apart(row: Row) -> bool:
    """Whether "weer" is said of something else than the day: "stroom is er weer! morgen open"."""
    if BEGINS_AGAIN.search(row.line) or _STARTS_AGAIN.search(row.line):
        return False
    clauses = [clause for clause in re.split(r"[.,]", row.line) if " D " in f"{clause} "]
    return bool(clauses) and not any(_AGAIN.search(f"{clause} ") for clause in clauses)
