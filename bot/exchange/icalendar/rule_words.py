"""Rules of RFC 5545 as schedule phrases, proved by reading the phrase back."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.core.calendar.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.schedules.occurrences import occurrences
from bot.core.schedules.rrule import BYDAY
from bot.core.schedules.schedule import LONGEST, Unreadable, read_schedule
from bot.exchange.weekly import clock, days_named, listed

_RANKS = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste"}
_PROVEN = timedelta(days=740)  # how far a phrase is compared with its rule
_MOST = 40  # dates listed one by one
Starts = Sequence[datetime | date]


def day_text(day: date) -> str:
    """A date as an editor writes it: 3 december 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def hours_text(start: datetime | date, end: datetime | None) -> str:
    """The hours as an editor writes them: 19.30-21.00; nothing where there are none."""
    if not isinstance(start, datetime):
        return ""
    closing = f"-{_clock(end)}" if end and end != start else ""
    return _clock(start) + closing


def _clock(moment: datetime) -> str:
    return clock(moment.hour * 60 + moment.minute)


def phrase_of_rule(
    rule: Mapping[str, Sequence[str]], hours: str, dates: tuple[Starts, Starts], read: date
) -> tuple[str, str] | None:
    """The phrase and its exceptions for a rule whose dates are `starts`; None where none fits.

    `dates` are the starts that the rule gives, exceptions included, and the exceptions alone. From
    the day it was read the phrase gives the same dates: not one before the series begins.
    """
    starts, left_out = dates
    first = _day(starts[0])
    wanted = {_day(start) for start in starts} - {_day(start) for start in left_out}
    except_ = listed([day_text(_day(day)) for day in sorted(left_out)]) if left_out else ""
    limits = _until(rule, starts)
    for make in (_weekly, _by_week_number, _monthly):
        rhythm = make(rule, first)
        rhythm += _months(rule) if rhythm else ""
        for beginning in ("", f" vanaf {day_text(first)}"):
            phrase = f"{rhythm} {hours}{beginning}{limits}".replace("  ", " ").strip()
            if rhythm and _says(phrase, except_, read, wanted):
                return phrase, except_
    return None


def listing_phrase(starts: Starts, hours: str, read: date) -> str | None:
    """The dates themselves as a phrase; None where there are too many."""
    days = sorted({_day(start) for start in starts if _day(start) >= read})
    if not days:
        return None
    phrase = f"{listed([day_text(day) for day in days])} {hours}".strip()
    fits = len(days) <= _MOST and len(phrase) <= LONGEST
    return phrase if fits and _says(phrase, "", read, set(days)) else None


def _day(start: datetime | date) -> date:
    return start.date() if isinstance(start, datetime) else start


def _says(phrase: str, except_: str, read: date, wanted: set[date]) -> bool:
    """Whether a phrase that is read on a day gives the wanted dates from that day on."""
    words = phrase + (f", behalve {except_}" if except_ else "")
    schedule = read_schedule(words, anchor=read)
    if isinstance(schedule, Unreadable):
        return False
    last = min(max(wanted, default=read), read + _PROVEN)
    found = occurrences(schedule, read, last)
    return found is not None and {_day(one.start) for one in found} == {
        day for day in wanted if read <= day <= last
    }


def _until(rule: Mapping[str, Sequence[str]], starts: Starts) -> str:
    ends = "UNTIL" in rule or "COUNT" in rule
    return f", tot en met {day_text(_day(starts[-1]))}" if ends else ""


def _interval(rule: Mapping[str, Sequence[str]]) -> int:
    return int(str((rule.get("INTERVAL") or ["1"])[0]))


def _weekly(rule: Mapping[str, Sequence[str]], first: date) -> str:
    if rule["FREQ"][0] == "DAILY":
        days: tuple[int, ...] = tuple(range(7)) if _interval(rule) == 1 else ()
    elif rule["FREQ"][0] == "WEEKLY":
        days = tuple(BYDAY.index(str(day)) for day in rule.get("BYDAY", ()) if str(day) in BYDAY)
        days = days or (first.weekday(),)
    else:
        return ""
    if not days:
        return ""
    every = _interval(rule)
    rhythm = {1: "elke", 2: "om de week op"}.get(every, f"om de {every} weken op")
    return f"{rhythm} {listed(days_named(days))}"


def _by_week_number(rule: Mapping[str, Sequence[str]], first: date) -> str:
    """The even or the odd weeks of the calendar, each by its number."""
    weeks = {int(str(week)) for week in rule.get("BYWEEKNO", ())}
    days = [BYDAY.index(str(day)) for day in rule.get("BYDAY", ()) if str(day) in BYDAY]
    if rule["FREQ"][0] != "YEARLY" or not weeks:
        return ""
    kind = {0: "even", 1: "oneven"}[min(weeks) % 2]
    if not weeks.issuperset(range(min(weeks), 53, 2)) or len({week % 2 for week in weeks}) > 1:
        return ""
    return f"elke {listed(days_named(days or [first.weekday()]))} in de {kind} weken"


def _months(rule: Mapping[str, Sequence[str]]) -> str:
    told = [str(month) for month in rule.get("BYMONTH", ())]
    months = [int(month) for month in told if month.isdecimal() and 1 <= int(month) <= 12]
    return f" in {listed([MONTHS[month - 1] for month in months])}" if months else ""


def _monthly(rule: Mapping[str, Sequence[str]], first: date) -> str:
    if rule["FREQ"][0] != "MONTHLY" or _interval(rule) != 1:
        return ""
    if numbers := rule.get("BYMONTHDAY"):
        return f"elke {listed([f'{number}e' for number in numbers])} van de maand"
    places = [int(str(place)) for place in rule.get("BYSETPOS", ())]
    said = [_ranked(str(day), places) for day in rule.get("BYDAY", ())]
    if not said:
        return f"elke {first.day}e van de maand"
    return f"elke {listed([word for word in said if word])} van de maand" if all(said) else ""


def _ranked(day: str, places: Sequence[int]) -> str:
    """The words for 2TH, or for TH beside BYSETPOS=2."""
    number, name = day[:-2], day[-2:]
    ranks = [int(number)] if number else list(places)
    if name not in BYDAY or not ranks or any(rank not in _RANKS for rank in ranks):
        return ""
    return listed([f"{_RANKS[rank]}" for rank in ranks]) + f" {WEEKDAYS[BYDAY.index(name)]}"
