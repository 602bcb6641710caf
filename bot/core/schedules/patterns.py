"""Find the pattern of days that a draft means, or what its words leave open."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from bot.core.model import Part
from bot.core.schedules.draft import Draft
from bot.core.schedules.items import Days, Feasts, From, PublicHolidays, Stretch
from bot.core.schedules.recurrence import (
    ALL_WEEK,
    EveryDays,
    FeastDays,
    FreeDays,
    Listed,
    MonthDays,
    Pattern,
    Ranked,
    Shifted,
    Weekly,
    Yearly,
)
from bot.core.schedules.resolve import checked, resolve, resolve_stretch

_DAY = timedelta(days=1)
_WEEK = 7  # days


class Missing(StrEnum):
    """What the words of a schedule leave open, as residents may read it."""

    WEEKDAY = "op welke dag van de week het is"
    ANCHOR = "in welke weken het is"
    WHICH = "de hoeveelste van de maand het is"
    START = "op welke datum het begint"
    END = "op welke datum het eindigt"
    DATES = "op welke data het is"
    RHYTHM = "hoe vaak het is"
    CHOICE = "welke van de genoemde dagen het is"
    DECISION = "wanneer het precies is"
    SCHOOL = "wanneer de schoolvakanties zijn"
    APPOINTMENT = "de tijd: die spreek je samen af"

    @property
    def advice(self) -> str:
        """What an editor can add to the phrase, or nothing where it says all there is."""
        return _ADVICE.get(self, "")


_ADVICE = {
    Missing.WEEKDAY: "Noem de dag, bijvoorbeeld: elke dinsdag.",
    Missing.ANCHOR: "Zet erbij vanaf welke datum je telt: om de week vanaf 3 december.",
    Missing.WHICH: "Schrijf bijvoorbeeld: elke eerste vrijdag van de maand.",
    Missing.START: "Zet de begindatum erbij: vanaf 7 januari.",
    Missing.END: "Zet de laatste datum erbij: tot en met 26 juni.",
    Missing.DATES: "Noem de data, bijvoorbeeld: 9 januari en 10 april.",
    Missing.RHYTHM: "Zet erbij hoe vaak: elke week, of om de week.",
    Missing.CHOICE: "Is het op beide dagen, schrijf dan ‘en’.",
    Missing.DECISION: "Zet de dag en de tijd erbij zodra je ze weet.",
    Missing.SCHOOL: (
        "Zet de regio erbij: schoolvakanties regio noord. "
        "Of de data: kerstvakantie (19 december t/m 3 januari)."
    ),
}


Parted = tuple[Pattern, Part | None]


def patterns_of(
    draft: Draft, anchor: date, first: date | None, missing: list[Missing]
) -> list[Parted]:
    singles = [stretch for stretch in draft.stretches if stretch.last is None]
    if singles and not _is_anchor(draft, singles):
        return _listed(draft, anchor)
    if singles:
        draft.start = From(day=singles[0].first, first_time=True)
        draft.stretches = ()
        first = resolve(singles[0].first, anchor)
    if draft.feasts:
        return [(pattern, None) for feast in draft.feasts for pattern in _feast_patterns(feast)]
    if draft.days:
        first = first or _first_of_run(draft, anchor)
        return [
            parted for days in draft.days for parted in day_patterns(days, draft, first, missing)
        ]
    if draft.stretches:
        stretched = _in_stretch(draft, anchor, missing)
        return [(stretched, draft.stretches[0].first.part)] if stretched else []
    return _dayless(draft, first, missing)


def _first_of_run(draft: Draft, anchor: date) -> date | None:
    """Where "om de week op woensdag, van 2 december t/m 10 februari" begins: if on a Wednesday."""
    rhythm, named = draft.rhythm, {day for days in draft.days for day in days.weekdays}
    if len(draft.stretches) != 1 or rhythm is None or rhythm.unit != "week":
        return None
    first, _ = resolve_stretch(draft.stretches[0], anchor)
    return first if first.weekday() in named else None


def _is_anchor(draft: Draft, singles: list[Stretch]) -> bool:
    """One date beside "om de week", or beside "8 bijeenkomsten", is where the counting begins."""
    rhythm, count = draft.rhythm, draft.count
    weekly = rhythm is not None and rhythm.unit == "week"
    counted = rhythm is None and count is not None and not count.weeks and count.number > 1
    return (
        len(singles) == 1
        and len(draft.stretches) == 1
        and (weekly or counted)
        and draft.parity is None
        and draft.start is None
    )


def _in_stretch(draft: Draft, anchor: date, missing: list[Missing]) -> Weekly | None:
    """What happens from one date to another: every day, or once a week where the words say so.

    "Maandag 11 januari t/m maandag 1 maart" is on Mondays; so is "wekelijks van 11 januari t/m
    1 maart" where both are Mondays.
    """
    stretch, rhythm = draft.stretches[0], draft.rhythm
    first, last = resolve_stretch(stretch, anchor)
    alike = first.weekday() == last.weekday() and (last - first).days >= _WEEK
    named = stretch.first.weekday is not None
    twice = named and stretch.last is not None and stretch.last.weekday is not None
    counted = draft.count is not None and not draft.count.weeks
    if rhythm is not None and rhythm.unit != "week":
        missing.append(Missing.WHICH if rhythm.unit != "day" else Missing.RHYTHM)
        return None
    if rhythm is None and not counted and not (twice and alike):
        return Weekly(weekdays=ALL_WEEK)
    if rhythm is None and not counted and (last - first).days == _WEEK:
        missing.append(Missing.RHYTHM)  # the two Mondays, or all days between them
        return None
    if not (named or alike):
        missing.append(Missing.WEEKDAY)
        return None
    every = rhythm.every if rhythm else 1
    since = first if every > 1 else None
    return Weekly(weekdays=(first.weekday(),), every=every, since=since)


def _listed(draft: Draft, anchor: date) -> list[Parted]:
    if draft.rhythm is not None and draft.rhythm.unit == "year" and not draft.days:
        return [
            (Yearly(month=stretch.first.month, day=stretch.first.day), stretch.first.part)
            for stretch in draft.stretches
        ]
    by_part: dict[Part | None, list[date]] = {}
    said = {weekday for days in draft.days for weekday in days.weekdays}
    for stretch in draft.stretches:
        first, last = resolve_stretch(stretch, anchor)
        if said and first.weekday() not in said and stretch.last is None:
            weekday = min(said)
            checked(replace(stretch.first, weekday=weekday), first)
        days = by_part.setdefault(stretch.first.part or _only_part(draft), [])
        days += (first + _DAY * step for step in range((last - first).days + 1))
    return [(Listed(days=tuple(sorted(set(days)))), part) for part, days in by_part.items()]


def _only_part(draft: Draft) -> Part | None:
    parts = {days.part for days in draft.days}
    return parts.pop() if len(parts) == 1 else None


def _feast_patterns(feast: Feasts | PublicHolidays) -> list[Pattern]:
    if isinstance(feast, PublicHolidays):
        return [FreeDays()]
    return [FeastDays(feast=one) for one in feast.feasts]


def day_patterns(
    days: Days, draft: Draft, first: date | None, missing: list[Missing]
) -> list[Parted]:
    if days.numbers:
        return [(MonthDays(days=days.numbers), days.part)]
    if days.ranks:
        ranked = Ranked(ranks=days.ranks, weekdays=days.weekdays, pooled=days.pooled)
        if draft.parity is not None:
            missing.append(Missing.DECISION)
        shifted = Shifted(base=ranked, days=days.shift) if days.shift else ranked
        return [(shifted, days.part)]
    problem = _rankless_problem(days, draft)
    if problem:
        missing.append(problem)
        return []
    weekly = _weekly(days, draft, first)
    if weekly is None:
        missing.append(Missing.ANCHOR)
        return []
    return [(weekly, days.part)]


def _rankless_problem(days: Days, draft: Draft) -> Missing | None:
    """Why weekdays without a rank do not say which days: "eens in de maand op vrijdag"."""
    rhythm, often = draft.rhythm, draft.often
    if rhythm is not None and rhythm.unit in ("month", "quarter", "year"):
        return Missing.WHICH
    if often is None:
        return None
    if often.unit == "week":
        named = sum(len(one.weekdays) for one in draft.days)
        return None if named == often.times else Missing.WEEKDAY
    return Missing.WHICH if often.unit in ("month", "quarter") else Missing.DATES


def _weekly(days: Days, draft: Draft, first: date | None) -> Weekly | EveryDays | None:
    rhythm = draft.rhythm
    if rhythm is not None and rhythm.unit == "day" and rhythm.every > 1:
        return EveryDays(every=rhythm.every, since=first) if first else None
    if draft.parity is not None:
        return Weekly(weekdays=days.weekdays, parity=draft.parity)
    every = rhythm.every if rhythm is not None and rhythm.unit == "week" else 1
    if every == 1:
        return Weekly(weekdays=days.weekdays)
    if first is None or (draft.start is not None and draft.start.since):
        return None
    all_days = {weekday for one in draft.days for weekday in one.weekdays}
    since = next(day for day in (first + _DAY * n for n in range(7)) if day.weekday() in all_days)
    return Weekly(weekdays=days.weekdays, every=every, since=since)


def _dayless(draft: Draft, first: date | None, missing: list[Missing]) -> list[Parted]:
    """Patterns without a weekday: days of the month, or a rhythm from a first meeting."""
    rhythm = draft.rhythm
    if draft.all_hours and rhythm is None:
        return [(Weekly(weekdays=ALL_WEEK), None)]
    if draft.ranks and not draft.rank_weeks:
        if len(draft.ranks) == 1 or max(draft.ranks) > 5:
            return [(MonthDays(days=draft.ranks), None)]
        missing.append(Missing.WHICH)
        return []
    if rhythm is None and draft.count is not None and first is not None and _says_weekday(draft):
        return [(Weekly(weekdays=(first.weekday(),), since=first), None)]
    if rhythm is None:
        missing.append(_why_dayless(draft))
        return []
    if rhythm.unit == "day" and first is not None:
        return [(EveryDays(every=rhythm.every, since=first), None)]
    start = draft.start
    meets_then = start is not None and (
        start.first_time or (start.day is not None and start.day.weekday is not None)
    )
    if rhythm.unit == "week" and first is not None and meets_then and not runs_already(start):
        return [(Weekly(weekdays=(first.weekday(),), every=rhythm.every, since=first), None)]
    missing.append(Missing.WEEKDAY if rhythm.unit in ("week", "day") else Missing.WHICH)
    return []


def _says_weekday(draft: Draft) -> bool:
    """Whether it is from a weekday on: "7 lessen vanaf donderdag", not "start donderdag"."""
    start = draft.start
    if start is None or start.first_time or start.day is None:
        return False
    return start.day.weekday is not None


def runs_already(start: From | None) -> bool:
    return start is not None and start.since


def _why_dayless(draft: Draft) -> Missing:
    if draft.count is not None and draft.start is not None:
        return Missing.RHYTHM
    if draft.often is not None and draft.often.unit == "year":
        return Missing.DATES
    if draft.often is not None and draft.often.unit == "month":
        return Missing.WHICH
    if draft.count is not None:
        return Missing.START
    return Missing.WEEKDAY


def months_of(draft: Draft, first: date | None) -> tuple[int, ...]:
    months = set(draft.months.months) if draft.months and not draft.months.year else set()
    if draft.month_parity is not None:
        months = {month for month in range(1, 13) if month % 2 == draft.month_parity}
    rhythm = draft.rhythm
    if rhythm is not None and rhythm.unit == "quarter":
        last = all(rank < 0 for days in draft.days for rank in days.ranks or (1,))
        months = {3, 6, 9, 12} if last else {1, 4, 7, 10}
    elif rhythm is not None and rhythm.unit == "month" and rhythm.every > 1 and first:
        months = {(first.month - 1 + step) % 12 + 1 for step in range(0, 12, rhythm.every)}
    return tuple(sorted(months))
