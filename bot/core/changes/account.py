"""Accounts for all that an announcement names: what no part of the change explains is left over.

Each day, hour, length and place has to be the planned one, the new one, an exception said as such,
a part of the reason, or in a stretch that is known to be harmless. Only where nothing is left may
a change be told without asking.
"""

import re
from collections.abc import Iterator
from datetime import date

from bot.core.changes import questions as ask
from bot.core.changes.asides import NO_THING, OTHER_DOOR, OTHER_FOOD, ROOM_SHUT
from bot.core.changes.clauses import NOT_HELD
from bot.core.changes.cues import CUES, INSTEAD, Cue, day_signs, first_of, has, hour_signs
from bot.core.changes.days import Days
from bot.core.changes.harmless import harmless_signs
from bot.core.changes.hours import Hours
from bot.core.changes.period import Period
from bot.core.changes.reading import Reading
from bot.core.changes.roles import AFTER
from bot.core.changes.shift_cues import BY_MINUTES, LATER, TIME_SHIFTS
from bot.core.changes.signs import Row
from bot.core.changes.what import BEGINS_AGAIN
from bot.core.changes.words import ACTIVITY
from bot.core.days.reckoning import DAY, WEEK
from bot.core.programme.changes import What

_HALF_DAY = 12 * 60
_CLOCK = re.compile(r"(\d\d):(\d\d)")
_OLD_HOUR = re.compile(
    r" (?:ipv|was|waren|normaal|gewoonlijk|eigenlijk|altijd|eerst|gepland|oorspronkelijk|stond"
    r"|niet(?: meer)?|anders)(?: (?:om|van|vanaf|tot|op|pas|de|gepland|was))* $"
)
_OLD_HOUR_AFTER = re.compile(
    rf"^ {ACTIVITY.pattern} |^ (?:was|niet(?! ?voor)|(?:die|dat) \S+ (?:was|stond)) "
)
# An hour that only says which of the groups: "de groep van 19.30 vervalt".
_NAMES_IT = re.compile(rf" (?:D(?: ,)?|{ACTIVITY.pattern})(?: P| in P| [(])*(?: van| om)? $")
_PROGRAMME = re.compile(r"(?<= [:,.;] )[0-3]?\d (?=[a-z]{3})")
# Somebody who comes by, so that it may not be the activity that is moved.
_VISIT = re.compile(r" (?:komt|komen)(?: [^ .]+){1,8} langs ")
# "do 10-12" may be a Thursday from ten to twelve, or the tenth of December.
_DATE_OR_HOURS = re.compile(r"[a-z] (?:[6-9]|1\d|2[0-3])-(?:[89]|1[0-2])$", re.IGNORECASE)
_STAYS = re.compile(r"^ (?:blijft|blijven)(?! (?:dicht|gesloten|weg)) ")
_LATER_OPEN = re.compile(r" (?:later open|open later|later (?:beginnen|starten)|start later) ")
_AGO = re.compile(r"^ (?:geleden|terug|oud|van tevoren|vooraf|later|eerder|lang|achter|na) ")
_SINCE = re.compile(
    r" (?:na|al|over|sinds|elke|iedere|om de|binnen|bijna|ruim|bestaan|bestaat|duurt|cursus van"
    r"|tijdens|laatste|afgelopen)(?: \S+)? $"
)
_BEHIND_ACTIVITY = re.compile(rf" {ACTIVITY.pattern}(?: (?:op|van|de|in P|P))* $")
_STILL_ON = re.compile(
    r" (?:wel|gewoon|muv|alleen|niet op)(?: (?:op|de|open|weer|door|inloop|groep|van))* $"
)
_STILL_AFTER = re.compile(r"^ (?:[^ .,]+ ){0,3}(?:wel|gewoon|normaal|weer|ook)(?! niet)(?: |$)")


# What words say that another change happens than the one that is read.
_OTHERWISE: dict[What, tuple[Cue, ...]] = {
    What.CANCELLED: (Cue.EXTRA,),
    What.CLOSED_PERIOD: (Cue.EXTRA,),
    What.MOVED: (Cue.OFF, Cue.EXTRA, Cue.ENDED),
    What.OTHER_TIME: (Cue.OFF, Cue.EXTRA, Cue.MOVING),
    What.EXTRA: (Cue.OFF, Cue.MOVING, Cue.ENDED),
    What.RESUMED: (Cue.EXTRA, Cue.MOVING, Cue.ENDED),
    What.NOTE: (Cue.OFF, Cue.CLOSED, Cue.MOVING, Cue.ENDED, Cue.EXTRA, Cue.POSTPONED),
}


def find_left_over(reading: Reading) -> str | None:
    """What is named and not explained, as a question about it; None where all is explained."""
    harmless = harmless_signs(reading.row)
    rules = (_hours_left, _days_left, _lengths_left, _places_left, _cues_left)
    return next((asked for rule in rules for asked in rule(reading, harmless)), None)


# Hours


def _hours_left(reading: Reading, harmless: frozenset[int]) -> Iterator[str]:
    told = {
        (int(hour) * 60 + int(minute)) % _HALF_DAY
        for hour, minute in _CLOCK.findall(reading.new_time or "")
    }
    row, named = reading.row, False
    old = _old_hours(row)
    signs = hour_signs(row)
    explained = [at for at, sign in signs if sign.hours and _is_told(sign.hours, told)]
    for at, sign in signs:
        if at in explained or at in harmless or at in old or sign.hours is None:
            continue
        if at in reading.names.why and (explained or not told):
            continue
        if _is_base(reading, at):
            continue
        if not named and _names_the_activity(reading, at):
            named = True
            continue
        yield ask.ask_left_hour(row.text[sign.start : sign.end])
    only_end = (reading.new_time or "").startswith("-")
    if only_end and _LATER_OPEN.search(row.line):
        yield ask.NEW_TIME  # "later open, tot 13u is de brandweer bezig"
    if told and explained and all(at in reading.names.why for at in explained):
        yield ask.ask_new_time(
            (reading.new_time or "").partition("T")[2] or reading.new_time or ""
        )


def _is_told(hours: Hours, told: set[int]) -> bool:
    clocks = [one for one in (hours.opens, hours.closes) if one is not None]
    return all(one.minutes % _HALF_DAY in told for one in clocks)


def _old_hours(row: Row) -> frozenset[int]:
    """The signs of hours that are said to be the old ones."""
    found = {
        row.starts.index(match.start("old"))
        for form in TIME_SHIFTS
        for match in form.finditer(row.line)
    }
    for at, _ in hour_signs(row):
        before, after = row.before(at), row.after(at)
        if _OLD_HOUR.search(before) or _OLD_HOUR_AFTER.match(after):
            found.add(at)
    return frozenset(found)


def _is_base(reading: Reading, at: int) -> bool:
    """Whether a new hour was reckoned from this one: "van 10 uur een half uur later"."""
    signs = hour_signs(reading.row)
    moved = BY_MINUTES.search(reading.row.line) is not None
    than = re.search(r" dan(?: [^ .,]+){0,3} $", reading.row.before(at))
    first = at == signs[0][0] or than is not None
    return moved and reading.what is What.OTHER_TIME and first


def _names_the_activity(reading: Reading, at: int) -> bool:
    """Whether an hour only says which time of an activity is off, or is on after all."""
    after_all = reading.what is What.RESUMED and reading.new_time is None
    if not (reading.is_off or after_all):
        return False
    return _NAMES_IT.search(reading.row.before(at)) is not None


# Days


def _days_left(reading: Reading, harmless: frozenset[int]) -> Iterator[str]:
    row = reading.row
    if reading.period.start is None:
        return
    for at, sign in day_signs(row):
        days = sign.days
        if days is None or sign.whole or at in harmless or at in reading.names.why:
            continue
        if days.past and (reading.period.end is None or reading.period.end >= reading.today):
            continue
        if len(day_signs(row)) > 1 and _DATE_OR_HOURS.search(row.text[sign.start : sign.end]):
            yield ask.ask_date_or_hours(row.text[sign.start : sign.end])
        stays = reading.is_off and _STAYS.match(row.after(at))
        if stays or not (_is_explained(reading, at, days) or _is_still_on(reading, at, days)):
            yield ask.ask_left_day(row.text[sign.start : sign.end])


def _is_explained(reading: Reading, at: int, days: Days) -> bool:
    """Whether days are those of the change, the new one, or on which it is on again."""
    period, shift = reading.period, reading.day_shift
    known = {period.start, period.end, period.opens, period.stops, period.exclusive}
    known |= {reading.new_day, shift.old if shift else None, *period.rivals, *period.days}
    before = reading.row.before(at)
    if days.frame == "feast" and AFTER.search(before):
        return True
    known.add(period.end + DAY if period.end else None)
    if has(reading.row, Cue.ENDED) or AFTER.search(before):
        known.add(period.start - DAY if period.start else None)
    if shift and at in shift.taken:
        return len(days.spans) == 1  # "verzet naar 3 en 10 december" is more than one new day
    if reading.what is What.NOTE and has(reading.row, Cue.ONLY):
        return True  # the note is shown in the words it was typed in
    if days.habit or days.is_bare:
        weekdays = {day.weekday() for day in known if day}
        if {one for one in days.weekdays if one is not None} <= weekdays:
            return True
        if _is_long(period) and _BEHIND_ACTIVITY.search(before):
            return True  # "de inloop op zaterdag stopt per 1 april": the day names the group
    return all(_spans_told(reading, span, known, days) for span in days.spans)


def _is_long(period: Period) -> bool:
    """Whether each weekday is in a period."""
    return period.start is not None and (
        period.end is None or (period.end - period.start).days >= WEEK.days - 1
    )


def _is_still_on(reading: Reading, at: int, days: Days) -> bool:
    """Whether it is said to go on as ever on a day that the change leaves out."""
    row, period = reading.row, reading.period
    before, after = row.before(at), row.after(at)
    if not reading.is_off or not (_STILL_ON.search(before) or _STILL_AFTER.match(after)):
        return False
    if period.days:
        return not any(s <= day <= e for s, e in days.spans for day in period.days)
    return bool(period.start and period.end) and all(
        e < period.start or s > period.end for s, e in days.spans if period.start and period.end
    )


def _spans_told(
    reading: Reading, span: tuple[date, date], known: set[date | None], days: Days
) -> bool:
    first, last = span
    if any(first <= day <= last for day in known if day):
        return True
    period = reading.period
    if period.opens and first > period.opens:
        return False
    inside = period.start is not None and period.start <= first
    inside = inside and period.end is not None and last <= period.end
    return inside and first != last and not period.days


# Lengths


def _lengths_left(reading: Reading, harmless: frozenset[int]) -> Iterator[str]:
    row, period = reading.row, reading.period
    shifted = LATER.search(row.line)
    for at, sign in enumerate(row.signs):
        if sign.kind != "L" or at in harmless or at in reading.names.why:
            continue
        before, after = row.before(at), row.after(at)
        if _SINCE.search(before) or _AGO.match(after) or (shifted and reading.day_shift):
            continue
        if _moved_by(reading) == sign.length:
            continue
        if period.start and period.end and (period.end - period.start).days + 1 == sign.length:
            continue
        yield ask.ask_left_words(row.text[sign.start : sign.end])


def _moved_by(reading: Reading) -> int:
    """The days between the day as planned and the new one."""
    old = reading.period.start
    return abs((reading.new_day - old).days) if old and reading.new_day else 0


# Places


def _places_left(reading: Reading, harmless: frozenset[int]) -> Iterator[str]:
    row, names = reading.row, reading.names
    for at in names.rivals:
        if at not in harmless and names.places:
            sign = row.signs[at]
            yield ask.ask_which_place(names.places[0], row.text[sign.start : sign.end])


# Words of change


def _numbers_left(reading: Reading) -> Iterator[str]:
    """Days of a programme in bare numbers: "december: 1 schilderen, 8 bingo"."""
    months = [
        sign for _, sign in day_signs(reading.row) if sign.days and sign.days.frame == "month"
    ]
    numbers = _PROGRAMME.findall(reading.row.line)
    if months and len(numbers) > 1:
        yield ask.ONE_BY_ONE


def _is_told_off(reading: Reading) -> bool:
    """Whether the change explains that an activity is said not to be held."""
    row = reading.row
    if reading.is_off or reading.day_shift is not None or reading.what is What.RESUMED:
        return True
    moved = first_of(row, TIME_SHIFTS)
    if moved and " geen " in moved[0]:
        return True  # "om 14.00 uur geen inloop maar om 16.00 uur"
    return first_of(row, INSTEAD) is not None or OTHER_FOOD.search(row.line) is not None


def _groups_left(reading: Reading) -> Iterator[str]:
    """A second group that is named by its weekday: "de vrijdaggroep, de donderdaggroep"."""
    row, period, shift = reading.row, reading.period, reading.day_shift
    groups = [(at, sign) for at, sign in day_signs(row) if sign.whole and sign.days]
    known = (period.start, reading.new_day, shift.old if shift else None, *period.days)
    weekdays = {day.weekday() for day in known if day}
    for _, sign in groups if len(groups) > 1 else ():
        if sign.days and sign.days.first.weekday() not in weekdays:
            yield ask.ask_left_words(row.text[sign.start : sign.end])


def _cues_left(reading: Reading, harmless: frozenset[int]) -> Iterator[str]:
    row = reading.row
    yield from _groups_left(reading)
    yield from _numbers_left(reading)
    held = NOT_HELD.search(row.line)
    if held and not (_is_told_off(reading) or NO_THING.search(row.line)):
        yield ask.ask_left_words(held[0].strip())
    begins = BEGINS_AGAIN.search(row.line) if reading.is_off else None
    if begins:
        yield ask.ask_left_words(begins[0].strip(" .,:"))
    if reading.what is What.OTHER_TIME and (visit := _VISIT.search(row.line)):
        yield ask.ask_left_words(visit[0].strip())
    for cue in _OTHERWISE[reading.what]:
        for match in CUES[cue].finditer(row.line):
            inside = row.within(match.start(), match.end())
            if not inside or inside[0] in reading.names.why or inside[0] in harmless:
                continue
            moves_day = reading.day_shift is not None and match[0].startswith("verhui")
            if cue is Cue.MOVING and (reading.new_place or moves_day):
                continue
            if cue is Cue.OFF and reading.day_shift:
                continue
            if cue is Cue.CLOSED and (OTHER_DOOR.search(row.line) or ROOM_SHUT.search(row.line)):
                continue
            yield ask.ask_left_words(row.words(inside))
