"""Decides what has to be asked back before a change may be told to anyone.

Each rule looks for one thing that is missing, that conflicts, or that may mean two things; the
first that finds it asks.
"""

import re
from collections.abc import Callable

from bot.core.changes import questions as ask
from bot.core.changes.account import find_left_over
from bot.core.changes.asides import NO_THING, OTHER_FOOD, REPLACED, is_negative
from bot.core.changes.clauses import has_several
from bot.core.changes.cues import Cue, day_signs, first_of, has, hour_signs
from bot.core.changes.house import ask_broken_or_moved, ask_whole_house
from bot.core.changes.phrases import phrase
from bot.core.changes.places import is_plainly_there
from bot.core.changes.questions import Asked, Doubt
from bot.core.changes.reading import Reading
from bot.core.changes.shift_cues import DAY_SHIFTS
from bot.core.changes.signs import Row
from bot.core.changes.what import names_what_is_off
from bot.core.changes.words import ACTIVITY
from bot.core.programme.changes import What

_SHUT_AFTERWARDS = phrase(r"(?:daarna|vervolgens)~2 (?:dicht|gesloten|geen|niet meer)")
_PARTLY_SHUT = phrase(
    r"(?:van |tussen )?T~2 (?:dicht|gesloten|niet open)|(?:dicht|gesloten)~3 T|(?:tot|voor|na) T"
)
_NEW_ACTIVITY = phrase(rf"(?:een|er|de) nieuwe {ACTIVITY.pattern}")
_EVERY = re.compile(r"(?:elke|iedere|elk|ieder)(?: [^ ]+)? *(?:\S+)?$| (?:elke|iedere) ")
_NTH = re.compile(r"eerste|tweede|derde|vierde|laatste|\b[1-5]e\b")
_INSTEAD_OF = re.compile(
    r" (?:geen|niet) (?:[^ .,?()]+ ){0,6}(?:, )?(?:maar|wel|maar wel) (?:een |de |het )?"
    r"(?!(?:D|T|P|om|in|op|bij|naar|via|weer|open|gewoon|extra|online|later|eerder) )[^ ]"
)
_NEW_START = re.compile(
    r" (?:nieuwe (?:start|datum|poging|ronde|reeks|groep)|vervolg|volgende (?:start|ronde|poging)"
    r"|opnieuw|starten|beginnen)(?: (?:is|start|starten|we|wij|in|op|vanaf|pas|weer|dan|volgt))* $"
)
_FOR_A_WHILE = re.compile(
    r" (?:tijdelijk|voorlopig) | (?:tot|tm)(?: en met| eind| half)? D(?= [.,]| $)"
)
_NEW_RHYTHM = phrase(
    r"(?:om de week|tweewekelijks|wekelijks|maandelijks|(?:elke|iedere|per) (?:week|maand))~2 ipv"
)


def find_doubt(reading: Reading) -> Asked | None:
    """What is left open that matters most, and the question that asks it."""
    return next((asked for rule in _RULES if (asked := rule(reading))), None)


def _several(reading: Reading) -> Asked | None:
    if reading.day_shift is None and has_several(reading.row):
        return Doubt.SEVERAL, ask.ONE_BY_ONE
    if reading.day_shift and _has_days_left(reading):
        return Doubt.SEVERAL, ask.ONE_BY_ONE
    return None


def _has_days_left(reading: Reading) -> bool:
    """Whether a day is named that is neither the old nor the new one of what is moved."""
    shift = reading.day_shift
    left = [
        sign.days
        for at, sign in day_signs(reading.row)
        if sign.days and not sign.whole and not (shift and at in shift.taken)
    ]
    exact = [days for days in left if not days.frame and not days.habit and days.single]
    period = reading.period
    if first_of(reading.row, DAY_SHIFTS) is None or period.is_open or not period.start:
        return False
    return any(days.first != reading.period.start for days in exact if not days.is_bare)


def _is_a_question(reading: Reading) -> Asked | None:
    return (Doubt.SURE, ask.IS_IT_A_QUESTION) if has(reading.row, Cue.ASKED) else None


def _wrong_weekday(reading: Reading) -> Asked | None:
    for _, sign in day_signs(reading.row):
        days = sign.days
        if days and days.wrong_weekday is not None:
            weekday = days.wrong_weekday % 7
            return Doubt.DAY, ask.ask_weekday(weekday, days.first, reading.today)
    return None


def _shut_afterwards(reading: Reading) -> Asked | None:
    """ "Ma 21 t/m wo 23 december open en daarna dicht" names the days on which it is open."""
    row = reading.row
    if not reading.is_off or has(row, Cue.ENDED) or not _SHUT_AFTERWARDS.search(row.line):
        return None
    return Doubt.DAY, ask.ask_day(reading.what)


def _new_activity(reading: Reading) -> Asked | None:
    if reading.what is not What.OTHER_TIME or not _NEW_ACTIVITY.search(reading.row.line):
        return None
    return Doubt.TIME, ask.INSTEAD_OR_EXTRA


def _on_a_feast(reading: Reading) -> Asked | None:
    """ "Op eerste kerstdag open van 11 tot 15" may be the usual day at other hours, or extra."""
    if reading.what is not What.OTHER_TIME or (reading.new_time or "-")[0] == "-":
        return None
    feast = any(sign.days and sign.days.frame == "feast" for _, sign in day_signs(reading.row))
    told = re.search(r" (?:ipv|pas|later|eerder|niet|anders|normaal) ", reading.row.line)
    return (Doubt.TIME, ask.INSTEAD_OR_EXTRA) if feast and told is None else None


def _days(reading: Reading) -> Asked | None:
    told = ask.doubt_about(reading.period, reading.what, reading.today)
    return (Doubt.DAY, told) if told else None


def _places(reading: Reading) -> Asked | None:
    places = reading.names.places
    return (Doubt.PLACE, ask.ask_one_place(places)) if len(places) > 1 else None


def _is_unsure(reading: Reading) -> Asked | None:
    if reading.what is What.NOTE or not has(reading.row, Cue.DOUBTFUL):
        return None
    return Doubt.SURE, ask.IS_IT_SURE


def _every_nth(reading: Reading) -> Asked | None:
    """ "Elke eerste dinsdag" as a new day is a new programme, which one date does not say."""
    if reading.day_shift is None:
        return None
    row = reading.row
    for at, sign in day_signs(row):
        said = row.text[sign.start : sign.end].casefold()
        if _EVERY.search(row.before(at) + said) and _NTH.search(said):
            return Doubt.DAY, ask.EVERY_NTH
    return None


def _every_off(reading: Reading) -> Asked | None:
    """ "Elke laatste vrijdag geen inloop meer" is about more than the next of them."""
    period, row = reading.period, reading.row
    if not reading.is_off or period.end is None or period.end != period.start:
        return None
    for at, sign in day_signs(row):
        said = row.text[sign.start : sign.end].casefold()
        if _EVERY.search(row.before(at) + said):
            return Doubt.DAY, ask.EVERY_OFF
    return None


def _every(reading: Reading) -> Asked | None:
    """ "Elke eerste maandag pas om 13.00" is about more than the next of them."""
    period, row = reading.period, reading.row
    if reading.is_off or reading.what in (What.NOTE, What.RESUMED):
        return None
    once = period.end is not None and period.end == period.start
    if reading.day_shift:
        told = once and _FOR_A_WHILE.search(row.line)
        return (Doubt.DAY, ask.ONCE_OR_EVERY) if told else None
    for at, sign in day_signs(row) if once else ():
        said = row.text[sign.start : sign.end].casefold()
        if _EVERY.search(row.before(at) + said):
            return Doubt.DAY, ask.ONCE_OR_EVERY
    bare = [sign.days for _, sign in day_signs(row) if sign.days and sign.days.is_bare]
    if period.end is None and sum(len(days.spans) for days in bare) > 1:
        return Doubt.DAY, ask.HOW_OFTEN  # "vanaf 1 januari ma wo vr 10-13"
    return None


def _begins_elsewhere(reading: Reading) -> Asked | None:
    """ "Gaat niet door. Nieuwe start in maart" tells when it begins again."""
    for at, sign in day_signs(reading.row) if reading.is_off else ():
        told = sign.days and reading.period.start in [first for first, _ in sign.days.spans]
        if told and _NEW_START.search(reading.row.before(at)):
            return Doubt.DAY, ask.ask_day(reading.what)
    return None


def _something_else(reading: Reading) -> Asked | None:
    """ "Geen koffie maar een wandeling": what comes in its place is not told by a change."""
    if reading.what is What.CANCELLED and _INSTEAD_OF.search(reading.row.line):
        return Doubt.SURE, ask.ask_something_else(reading.names.activity)
    return None


def _time(reading: Reading) -> Asked | None:
    if reading.time_question:
        return Doubt.TIME, reading.time_question
    missing = reading.what is What.OTHER_TIME and reading.new_time is None
    return (Doubt.TIME, ask.NEW_TIME) if missing else None


def _where_to(reading: Reading) -> Asked | None:
    if reading.what is not What.MOVED:
        return None
    if reading.new_place is None:
        return Doubt.PLACE, ask.WHERE_TO
    said = is_plainly_there(reading.row) or has(reading.row, Cue.MOVING)
    if reading.new_place == reading.names.spot and not said:
        return Doubt.PLACE, ask.ask_other_place(reading.new_place)
    return None


def _unknown_activity(reading: Reading) -> Asked | None:
    names, row = reading.names, reading.row
    if reading.what is not What.CANCELLED or names.activity is None or names.is_known:
        return None
    if has(row, Cue.OFF) or has(row, Cue.CLOSED) or not names_what_is_off(row, names):
        return None
    return Doubt.ACTIVITY, ask.ask_about(names.activity)


def _is_only_news(reading: Reading) -> Asked | None:
    """What seems only news may be a change in words that are not known."""
    row = reading.row
    if reading.what is not What.NOTE or has(row, Cue.ONLY) or has(row, Cue.AS_USUAL):
        return None
    told = has(row, Cue.NEWS) or REPLACED.search(row.line) or OTHER_FOOD.search(row.line)
    known = told and not is_negative(row) and not hour_signs(row) and not _is_off_on_days(row)
    return None if known else (Doubt.WHAT, ask.IS_IT_NEWS)


def _is_off_on_days(row: Row) -> bool:
    """Whether something is not there on one day and is on another: "D geen eten, D wel"."""
    spans = [span for _, sign in day_signs(row) if sign.days for span in sign.days.spans]
    return len(spans) > 1 and NO_THING.search(row.line) is not None


def _off_or_moved(reading: Reading) -> Asked | None:
    names = reading.names
    elsewhere = names.new_place or (names.spot if has(reading.row, Cue.CLOSED) else None)
    if reading.is_off and elsewhere:
        return Doubt.WHAT, ask.ask_off_or_moved(elsewhere)
    return None


def _partly(reading: Reading) -> Asked | None:
    """Something may be shut for some hours of the day only."""
    if reading.is_off and " open van T " in reading.row.line:
        return Doubt.TIME, ask.ask_partly(reading.names.activity)
    if not reading.is_off or not has(reading.row, Cue.CLOSED):
        return None
    said = [sign.days.piece for _, sign in day_signs(reading.row) if sign.days]
    parts = {(piece.start, piece.part) for piece in said if piece and piece.part}
    if len(parts) > len({start for start, _ in parts}):  # "vanochtend niemand, kom vanmiddag"
        return Doubt.TIME, ask.ask_partly(reading.names.activity)
    still = has(reading.row, Cue.STILL_ON)  # "morgenmiddag dicht, avondgroep gaat wel door"
    part = (still or reading.names.activity is None) and any(
        piece and piece.part for piece in said
    )
    if part or _PARTLY_SHUT.search(reading.row.line):
        return Doubt.TIME, ask.ask_partly(reading.names.activity)
    return None


def _other_rhythm(reading: Reading) -> Asked | None:
    """ "Vanaf 14 januari om de week ipv elke week" is a new programme, not news."""
    told = reading.what is What.NOTE and _NEW_RHYTHM.search(reading.row.line)
    return (Doubt.DAY, ask.HOW_OFTEN) if told else None


def _left_over(reading: Reading) -> Asked | None:
    """Something is named that no part of the change explains."""
    told = find_left_over(reading)
    return (Doubt.LEFT_OVER, told) if told else None


_RULES: tuple[Callable[[Reading], Asked | None], ...] = (
    _several,
    _is_a_question,
    _wrong_weekday,
    _shut_afterwards,
    _days,
    _places,
    _is_unsure,
    _every_nth,
    _new_activity,
    _on_a_feast,
    _every_off,
    _every,
    _time,
    ask_whole_house,
    _where_to,
    _unknown_activity,
    _is_only_news,
    _off_or_moved,
    _partly,
    _something_else,
    _begins_elsewhere,
    ask_broken_or_moved,
    _other_rhythm,
    _left_over,
)
