"""Accounts for the days, the numbers of days and the lengths that an announcement names."""

import re
from collections.abc import Iterator
from datetime import date

from bot.core.changes import questions as ask
from bot.core.changes.cues import Cue, day_signs, has
from bot.core.changes.days import Days
from bot.core.changes.period import Period
from bot.core.changes.reading import Reading
from bot.core.changes.roles import AFTER
from bot.core.changes.shift_cues import LATER
from bot.core.changes.words import ACTIVITY
from bot.core.days.reckoning import DAY, WEEK
from bot.core.programme.changes import What

_PROGRAMME = re.compile(r"(?<= [:,.;] )[0-3]?\d (?=[a-z]{3})")
# "do 10-12" may be a Thursday from ten to twelve, or the tenth of December.
_DATE_OR_HOURS = re.compile(r"[a-z] (?:[6-9]|1\d|2[0-3])-(?:[89]|1[0-2])$", re.IGNORECASE)
_STAYS = re.compile(r"^ (?:blijft|blijven)(?! (?:dicht|gesloten|weg)) ")
_AGO = re.compile(r"^ (?:geleden|terug|oud|van tevoren|vooraf|later|eerder|lang|achter|na) ")
_SINCE = re.compile(
    r" (?:na|al|over|sinds|elke|iedere|om de|binnen|bijna|ruim|bestaan|bestaat|duurt|cursus van"
    r"|tijdens|laatste|afgelopen)(?: \S+)? $"
)
_BEHIND_ACTIVITY = re.compile(rf" {ACTIVITY.pattern}(?: (?:op|van|de|in P|P))* $")
_STILL_ON = re.compile(
    r" (?:wel|gewoon|muv|alleen|niet op)(?: (?:op|de|open|weer|door|inloop|groep|van))* $"
)
# Wider than what `roles` takes a day out by: there "weer" begins something again.
_STILL_AFTER = re.compile(r"^ (?:[^ .,]+ ){0,3}(?:wel|gewoon|normaal|weer|ook)(?! niet)(?: |$)")
_UNIT = (
    r"(?:uur|u|jaar|jarig\S*|mensen|personen|man|euro|keer|x|km|kilometer|minuten|min|plekken"
    r"|plaatsen|plek|stuks|weken|dagen|maanden|deelnemers|verdieping|etage|hoog|kinderen|kaartjes"
    r"|stoelen|nieuwe|soorten|van|vrijwilligers)"
)
_NTH = r"(?P<left>(?:[1-9]|[12]\d|3[01])(?:e|de|ste)?)"
_JOINED = r"(?: (?:,|en|&|[+]|of|ook|de|op|niet|dus))+"
# A number beside a day that may be a day too: "op de 21e en 28e", "op 3, 10 en de 17e".
_LISTED_NUMBER = re.compile(rf" D{_JOINED} {_NTH}(?! {_UNIT} )(?= )")
_NUMBER_LISTED = re.compile(rf"(?<= ){_NTH}{_JOINED} D ")
_NUMBER_OFF = re.compile(rf"(?<= ){_NTH} (?:ook |dus )?(?:niet|geen|dicht|gesloten|vervalt) ")
_NUMBERED = re.compile(
    r" (?:zaal|kamer|lokaal|groep|nr|nummer|ruimte|niveau|deel|les|module|max) $"
)
_COUNTS = {
    word: number
    for number, word in enumerate("twee drie vier vijf zes zeven acht negen tien".split(), 2)
}
_SO_MANY = re.compile(
    rf" (?:komende|volgende|eerste|eerstvolgende|laatste|deze) (?:\d+|{'|'.join(_COUNTS)})"
    r" (?:keer|keren|maal|x|D|bijeenkomsten|lessen|groepen|avonden|middagen|ochtenden) "
)


def days_left(reading: Reading, harmless: frozenset[int]) -> Iterator[str]:
    """Asks about each day, and each number of a day, that the change does not explain."""
    row = reading.row
    yield from _numbers_left(reading)
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
    if (days.first, days.last) == (period.start, period.end) and not period.days:
        return True  # "29, 30 en 31 december"
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


def lengths_left(reading: Reading, harmless: frozenset[int]) -> Iterator[str]:
    """Asks about each length in days that the change does not explain."""
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


def _numbers_left(reading: Reading) -> Iterator[str]:
    """Days of a programme in bare numbers: "december: 1 schilderen, 8 bingo"."""
    months = [
        sign for _, sign in day_signs(reading.row) if sign.days and sign.days.frame == "month"
    ]
    numbers = _PROGRAMME.findall(reading.row.line)
    if months and len(numbers) > 1:
        yield ask.ONE_BY_ONE
    line = reading.row.line
    if reading.what is What.NOTE:
        return
    for form in (_LISTED_NUMBER, _NUMBER_LISTED, _NUMBER_OFF):
        for match in form.finditer(line):
            if not _NUMBERED.search(line[: match.start("left")]):
                yield ask.ask_left_words(match["left"])
    many = _SO_MANY.search(line)
    if many and (len(reading.period.days) or 1) != _count_in(many[0]):
        yield ask.ask_left_words(many[0].strip().replace(" D", "").strip())


def _count_in(words: str) -> int:
    """The number in words such as "komende 4 dinsdagen"."""
    said = words.split()[1]
    return int(said) if said.isdecimal() else _COUNTS[said]
