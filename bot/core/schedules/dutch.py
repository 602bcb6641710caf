"""Say a schedule in plain Dutch, in words that `read_schedule` reads back the same way."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.core.calendar.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.model import Part
from bot.core.schedules.patterns import Missing
from bot.core.schedules.recurrence import (
    ALL_WEEK,
    WORKDAYS,
    Between,
    EveryDays,
    FeastDays,
    FreeDays,
    InMonths,
    IsoWeeks,
    Listed,
    MonthDays,
    Pattern,
    Ranked,
    Rule,
    Shifted,
    Weekly,
    Window,
    Yearly,
)
from bot.core.schedules.schedule import Schedule
from bot.core.schedules.school_holidays import Break, SchoolBreaks

_RANKS = {
    1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", 5: "vijfde", -1: "laatste",
    -2: "voorlaatste",
}  # fmt: skip
_NUMBERS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_PARTS = {
    Part.MORNING: "ochtend",
    Part.AFTERNOON: "middag",
    Part.EVENING: "avond",
    Part.NIGHT: "nacht",
}


def describe(schedule: Schedule) -> str:
    """The schedule as residents should read it, with what is not known said as such."""
    if schedule.missing or not schedule.rules:
        return f"{schedule.text.strip()} (nog niet bekend: {_and(schedule.missing)})"
    said = "; ".join(_rule(rule, patterns) for rule, patterns in _alike(schedule.rules))
    for closing in _closings(schedule.closed):
        said += f", {closing}"
    for remark in schedule.remarks:
        ranks = _and(_RANKS.get(rank, f"{rank}e") for rank in remark.ranks)
        said += f" ({ranks} week van de maand: {remark.text})"
    return said + (", of op afspraak" if schedule.by_appointment else "")


def _and(words: Iterable[str]) -> str:
    *before, last = list(words) or [""]
    return f"{', '.join(before)} en {last}" if before else last


Named = tuple[Pattern, Part | None]


def _alike(rules: Sequence[Rule]) -> list[tuple[Rule, list[Named]]]:
    """Rules that differ in their days only, taken together."""
    groups: list[tuple[Rule, list[Named]]] = []
    for rule in rules:
        last = groups[-1] if groups else None
        same = last and replace(rule, pattern=last[0].pattern, part=last[0].part) == last[0]
        both = {type(rule.pattern), type(last[0].pattern) if last else None}
        if last and same and both <= {Ranked, Weekly, MonthDays}:
            last[1].append((rule.pattern, rule.part))
        else:
            groups.append((rule, [(rule.pattern, rule.part)]))
    return groups


def _rule(rule: Rule, patterns: list[Named]) -> str:
    said = _and(days_in_words(pattern, part) for pattern, part in patterns)
    if rule.months:
        said += f" {_months(rule.months)}"
    if rule.weeks:
        said += f" in week {_and(map(str, rule.weeks))}"
    for month, days in rule.moved:
        said += f", in {MONTHS[month - 1]} {_shift(days)}"
    lead = "extra " if rule.extra else "ook " if rule.added else ""
    hours = _hours(rule.windows, rule.pattern)
    bounded = rule.first and rule.last
    if rule.instead and not bounded and isinstance(rule.pattern, (Weekly, Ranked, MonthDays)):
        lead, hours = "behalve ", f"dan {hours}"  # "elke vrijdag 14-16, behalve de laatste: 19-21"
    return ", ".join(part for part in (lead + said, _limits(rule), hours) if part)


def _shift(days: int) -> str:
    way = "eerder" if days < 0 else "later"
    number = abs(days)
    if number % 7 == 0:
        return f"{_NUMBERS[min(number // 7, 10)]} {'week' if number == 7 else 'weken'} {way}"
    return f"{_NUMBERS[min(number, 10)]} {'dag' if number == 1 else 'dagen'} {way}"


def _limits(rule: Rule) -> str:
    counting = isinstance(rule.pattern, Weekly) and rule.pattern.every > 1
    said = []
    if rule.count is not None:
        said.append(f"{rule.count} keer")
    if rule.first and not counting and not isinstance(rule.pattern, EveryDays):
        said.append(f"vanaf {day_in_words(rule.first)}")
    if rule.last:
        said.append(f"t/m {day_in_words(rule.last)}")
    return " ".join(said) if rule.count is None else ", ".join(said)


# Days


def day_in_words(day: date) -> str:
    """A date with its year: 4 januari 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def days_in_words(pattern: Pattern, part: Part | None = None) -> str:
    """The days of a pattern in plain Dutch."""
    match pattern:
        case Weekly():
            return _weekly(pattern, part)
        case Ranked(ranks=ranks, weekdays=weekdays, pooled=pooled):
            names = "werkdag" if pooled else _weekdays(weekdays, part, single=True)
            ordered = _and(_RANKS.get(rank, f"{rank}e") for rank in ranks)
            return f"elke {ordered} {names} van de maand"
        case Shifted(base=base, days=days):
            target = WEEKDAYS[(base.weekdays[0] + days) % 7] + (_PARTS[part] if part else "")
            side = "na" if days > 0 else "voor"
            return f"de {target} {side} de {days_in_words(base).removeprefix('elke ')}"
        case MonthDays(days=numbers):
            named = _and("laatste dag" if number < 0 else f"{number}e" for number in numbers)
            return f"de {named} van elke maand"
        case EveryDays(every=every, since=since):
            number = _NUMBERS[every] if every <= 10 else every
            return f"elke {number} dagen vanaf {day_in_words(since)}"
        case _:
            return _dated(pattern, part)


def _dated(pattern: Pattern, part: Part | None) -> str:
    match pattern:
        case Listed(days=days):
            return _dates(days, part)
        case Yearly(month=month, day=day):
            return f"elk jaar op {day} {MONTHS[month - 1]}"
        case FeastDays(feast=feast):
            return f"op {feast.value}"
        case FreeDays():
            return "op feestdagen"
        case Between(first=first, last=last) if first == last:
            return f"op {day_in_words(first)}"
        case Between(first=first, last=last):
            return f"van {day_in_words(first)} t/m {day_in_words(last)}"
        case InMonths(months=months):
            return _months(months)
        case IsoWeeks(weeks=weeks):
            return f"in week {_and(map(str, weeks))}"
        case _:
            return ""


def _weekly(pattern: Weekly, part: Part | None) -> str:
    days = pattern.weekdays
    if pattern.every > 1 and pattern.since is not None:
        number = _NUMBERS[pattern.every] if pattern.every <= 10 else str(pattern.every)
        rhythm = "om de week" if pattern.every == 2 else f"elke {number} weken"
        since = day_in_words(pattern.since)
        return f"{rhythm} op {_weekdays(days, part, single=False)}, geteld vanaf {since}"
    weeks = "" if pattern.parity is None else ("oneven" if pattern.parity else "even")
    said = f"elke {_weekdays(days, part, single=False)}"
    if days == ALL_WEEK:
        said = f"elke {_PARTS[part]}" if part else "elke dag"
    return f"{said} in de {weeks} weken" if weeks else said


def _weekdays(days: tuple[int, ...], part: Part | None, *, single: bool) -> str:
    ordered = sorted(days)
    ending = _PARTS[part] if part else ""
    run = ordered[-1] - ordered[0] + 1 == len(ordered) > 2
    if days == WORKDAYS and not ending and not single:
        return "werkdag"
    if run and not single:
        return f"{WEEKDAYS[ordered[0]]}{ending} t/m {WEEKDAYS[ordered[-1]]}{ending}"
    return _and(WEEKDAYS[day] + ending for day in ordered)


def _dates(days: tuple[date, ...], part: Part | None) -> str:
    months: dict[tuple[int, int], list[date]] = {}
    for day in days:
        months.setdefault((day.year, day.month), []).append(day)
    first = days[0] if days else None
    lead = f"{WEEKDAYS[first.weekday()]}{_PARTS[part] if part else ''} " if first else ""
    if len(days) > 1 and not part:
        lead = ""
    named = [
        f"{_and(str(day.day) for day in listed)} {MONTHS[month - 1]} {year}"
        for (year, month), listed in months.items()
    ]
    return lead + _and(named)


def _months(months: tuple[int, ...]) -> str:
    if len(months) > 2:
        missing = [month for month in range(1, 13) if month not in months]
        run = missing and missing[-1] - missing[0] + 1 == len(missing)
        if run or (missing and months == tuple(range(months[0], months[-1] + 1))):
            first = missing[-1] % 12 + 1 if run else months[0]
            last = (missing[0] - 2) % 12 + 1 if run else months[-1]
            return f"van {MONTHS[first - 1]} t/m {MONTHS[last - 1]}"
    return f"in {_and(MONTHS[month - 1] for month in months)}"


# Hours


def _clock(minutes: int) -> str:
    rest = minutes - 1440 if minutes > 1440 else minutes
    hour = rest // 60
    # Before seven the nought says that it is night: "om 2.00 uur" would be read as the afternoon.
    return f"{hour:02d}.{rest % 60:02d}" if hour < 7 else f"{hour}.{rest % 60:02d}"


def _hours(windows: tuple[Window, ...], pattern: Pattern) -> str:
    said = _and(_window(window, pattern) for window in windows)
    if not said:
        return ""
    doors = [window.doors for window in windows if window.doors is not None]
    entry = f" (inloop vanaf {_clock(doors[0])} uur)" if doors else ""
    return f"{said} uur{entry}"


def _window(window: Window, pattern: Pattern) -> str:
    if window.opens is None:
        return f"tot {_clock(window.closes or 0)}"
    if window.closes is None:
        return f"om {_clock(window.opens)}"
    later, closes = divmod(window.closes, 1440)
    if window.closes > 2880 and isinstance(pattern, Weekly):
        weekday = WEEKDAYS[(pattern.weekdays[0] + later) % 7]
        return f"{_clock(window.opens)} tot {weekday} {_clock(closes)}"
    return f"{_clock(window.opens)}–{_clock(window.closes)}"


# What is left out


def _closings(closed: tuple[Pattern | SchoolBreaks, ...]) -> list[str]:
    said = []
    for pattern in closed:
        if isinstance(pattern, SchoolBreaks):
            said.append(f"niet in {_breaks(pattern)}")
            continue
        words = days_in_words(pattern)
        named = isinstance(pattern, (Weekly, Ranked, Shifted, MonthDays))
        days = words.removeprefix("elke ").removeprefix("de ")
        said.append(
            f"niet op {'de ' if not isinstance(pattern, Weekly) else ''}{days}"
            if named
            else f"niet {words}"
        )
    return said


def _breaks(breaks: SchoolBreaks) -> str:
    where = f" regio {breaks.region.value}" if breaks.region else ""
    if not breaks.names:
        return "de eigen vakantie"
    if breaks.names == tuple(Break):
        return f"de schoolvakanties{where}"
    return f"de {_and(name.value for name in breaks.names)}{where}"


def school_doubt(schedule: Schedule, unsure: Sequence[Between]) -> str:
    """In which stretches nobody knows whether it goes on, and what an editor can do about it."""
    if not unsure:
        return ""
    spans = _and(
        f"van {day_in_words(one.first)} t/m {day_in_words(one.last)}"
        for one in sorted(unsure, key=lambda one: one.first)
    )
    said = f"Schoolvakantie kan zijn {spans}: dan staat het niet vast."
    if all(one.region for one in _school(schedule)):
        return said
    return f"{said} {Missing.SCHOOL.advice}"


def _school(schedule: Schedule) -> list[SchoolBreaks]:
    return [one for one in schedule.closed if isinstance(one, SchoolBreaks)]
