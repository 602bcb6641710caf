"""Accounts for all that an announcement names: what no part of the change explains is left over.

Each day, hour, length and place has to be the planned one, the new one, an exception said as such,
a part of the reason, or in a stretch that is known to be harmless. Only where nothing is left may
a change be told without asking.
"""

import re
from collections.abc import Iterator

from bot.core.changes import questions as ask
from bot.core.changes.account_days import days_left, lengths_left
from bot.core.changes.asides import NO_THING, OTHER_DOOR, OTHER_FOOD, ROOM_SHUT
from bot.core.changes.clauses import NOT_HELD
from bot.core.changes.cues import CUES, INSTEAD, Cue, day_signs, first_of, hour_signs
from bot.core.changes.harmless import harmless_signs
from bot.core.changes.hours import Hours
from bot.core.changes.names import GENERIC
from bot.core.changes.reading import Reading
from bot.core.changes.shift_cues import BY_MINUTES, TIME_SHIFTS
from bot.core.changes.signs import Row
from bot.core.changes.what import BEGINS_AGAIN
from bot.core.changes.words import ACTIVITY
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
# Somebody who comes by, so that it may not be the activity that is moved.
_VISIT = re.compile(r" (?:komt|komen)(?: [^ .]+){1,8} langs ")
_IN_A_BUILDING = re.compile(r" (?:in|bij)(?: de| het| 't)? (?P<name>[a-z][^ .,?()]{2,})(?= )")
_LATER_OPEN = re.compile(r" (?:later open|open later|later (?:beginnen|starten)|start later) ")


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
    rules = (_hours_left, days_left, lengths_left, _places_left, _cues_left)
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
    than = re.search(r" dan(?: (?!dus )[^ .,]+){0,3} $", reading.row.before(at))
    first = at == signs[0][0] or than is not None
    return moved and reading.what is What.OTHER_TIME and first


def _names_the_activity(reading: Reading, at: int) -> bool:
    """Whether an hour only says which time of an activity is off, or is on after all."""
    after_all = reading.what is What.RESUMED and reading.new_time is None
    if not (reading.is_off or after_all):
        return False
    return _NAMES_IT.search(reading.row.before(at)) is not None


# Places


def _places_left(reading: Reading, harmless: frozenset[int]) -> Iterator[str]:
    row, names = reading.row, reading.names
    for at in names.where if reading.what is What.EXTRA and names.places else ():
        mention = row.signs[at].mention
        known = {one.name for one in (mention.place, *mention.namesakes) if one} if mention else ()
        if mention and names.places[0] not in known:
            yield ask.ask_which_place(names.places[0], row.text[mention.start : mention.end])
    for at in names.rivals:
        if at not in harmless and names.places:
            sign = row.signs[at]
            yield ask.ask_which_place(names.places[0], row.text[sign.start : sign.end])


# Words of change


def _buildings_left(reading: Reading) -> Iterator[str]:
    """A building by its name, where something else changes: "om 17.00 uur, in de Kandelaar"."""
    row, names = reading.row, reading.names
    if reading.what not in (What.OTHER_TIME, What.EXTRA) or reading.new_place:
        return
    for match in _IN_A_BUILDING.finditer(row.line):
        (at,) = row.within(match.start("name"), match.end("name"))
        said = row.text[row.signs[at].start : row.signs[at].end]
        if at in names.why or said in (names.activity or "") or row.text.isupper():
            continue
        if said[0].isupper() and not ACTIVITY.fullmatch(match["name"]):
            yield ask.ask_other_place(said)


def _others_off(reading: Reading) -> Iterator[str]:
    """What is said not to be held beside the activity: "repaircafe, dus geen inloop"."""
    row, activity = reading.row, reading.names.activity or ""
    begins = row.text.find(activity)
    for match in NOT_HELD.finditer(row.line) if reading.is_off else ():
        sign = row.signs[row.within(match.start(), match.end())[-1]]
        known = begins <= sign.start < begins + len(activity) or sign.word in GENERIC
        if not known:
            yield ask.ask_left_words(match[0].strip())


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
    yield from _buildings_left(reading)
    yield from _others_off(reading)
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
