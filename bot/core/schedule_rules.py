"""Turn the drafts of a schedule phrase into rules, and say what the words leave open."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.core.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.dutch_clock import MIDNIGHT, minute_of_day, opening_and_closing
from bot.core.model import Part
from bot.core.public_holidays import days_of
from bot.core.recurrence import (
    ALL_WEEK,
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
    falls_on,
)
from bot.core.schedule_drafts import Draft, Grouping
from bot.core.schedule_items import (
    BetweenFeasts,
    Breaks,
    Dates,
    Day,
    DayPhrase,
    Days,
    Feasts,
    From,
    Hours,
    Months,
    Parity,
    PublicHolidays,
    RankOnly,
    Stretch,
    Target,
    WeekNumbers,
)
from bot.core.school_holidays import SchoolBreaks

_DAY = timedelta(days=1)
_RECENT = timedelta(days=92)


class Missing(StrEnum):
    """What the words of a schedule leave open, as an editor should read it."""

    WEEKDAY = "op welke dag van de week het is"
    ANCHOR = "vanaf welke datum je telt (zet erbij: vanaf 3 december)"
    WHICH = "de hoeveelste van de maand het is (schrijf bijvoorbeeld: elke eerste vrijdag)"
    START = "op welke datum het begint"
    DATES = "op welke data het is"
    RHYTHM = "hoe vaak het is (elke week, om de week, …)"
    CHOICE = "welke van de genoemde dagen het is"
    DECISION = "wanneer het precies is"
    SCHOOL = "wanneer de schoolvakanties zijn"
    APPOINTMENT = "de tijd: die spreek je samen af"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateError(Exception):
    """A date that cannot be right, with its place; caught where the phrase is read."""

    start: int
    end: int
    advice: str


@dataclass(slots=True)
class Rules:
    """What came out of the drafts."""

    rules: list[Rule] = field(default_factory=list)
    closed: list[Pattern | SchoolBreaks] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)


def rules_of(grouping: Grouping, anchor: date) -> Rules:
    """The rules that the drafts of a phrase make, seen from the anchor date."""
    out = Rules()
    drafts = [draft for draft in grouping.drafts if _says_anything(draft)]
    previous: Draft | None = None
    for draft in drafts:
        if previous is not None:
            _inherit(draft, previous)
        made = _rules_of_draft(draft, anchor, out.missing)
        _override(draft, made, out.rules)
        out.rules += _not_only_mentioned(made, draft, out.rules)
        if draft.has_days:
            previous = draft
    for target, draft in grouping.excepted:
        out.closed += _closing(target, draft, anchor, out.missing)
    if not drafts and not grouping.by_appointment:
        out.missing.append(Missing.DATES)
    if grouping.by_appointment and not out.rules:
        out.missing.append(Missing.APPOINTMENT)
    out.missing = list(dict.fromkeys(out.missing))
    return out


def _says_anything(draft: Draft) -> bool:
    return draft != Draft(added=draft.added, extra=draft.extra, opened_by=draft.opened_by)


def _inherit(draft: Draft, previous: Draft) -> None:
    """A group without days or hours of its own has those of the group before it."""
    if not draft.has_days and not draft.ranks and not draft.often and not draft.count:
        draft.days = previous.days
        if draft.rhythm is None and draft.parity is None:
            draft.rhythm, draft.parity = previous.rhythm, previous.parity
            draft.start = draft.start or previous.start
    takes_hours = isinstance(draft.opened_by, (Months, From)) and not draft.hours
    if takes_hours and not any(days.part for days in draft.days):
        draft.hours = list(previous.hours)
    for place, hours in enumerate(draft.hours):
        if hours.opens is None and previous.hours and not place:
            draft.hours[0] = replace(hours, opens=previous.hours[0].opens)


def _override(draft: Draft, made: list[Rule], earlier: list[Rule]) -> None:
    """ "In december op de 17e" and "vanaf 1 februari 13-15" take the place of what was said."""
    if draft.added or not made:
        return
    if isinstance(draft.opened_by, Months) and draft.months and draft.months.year is None:
        for place, rule in enumerate(earlier):
            left = tuple(
                month for month in rule.months or range(1, 13) if month not in draft.months.months
            )
            earlier[place] = replace(rule, months=left)
    if isinstance(draft.opened_by, From) and made[0].first:
        end = made[0].first - _DAY
        for place, rule in enumerate(earlier):
            earlier[place] = replace(rule, last=min(rule.last or end, end))


def _not_only_mentioned(made: list[Rule], draft: Draft, earlier: list[Rule]) -> list[Rule]:
    """Days named again without hours add nothing: "dagelijks 10-12, ook op zondag"."""
    kept = []
    for rule in made:
        hourless = not rule.windows and rule.part is None
        mentioned = hourless and isinstance(rule.pattern, (Weekly, FreeDays, FeastDays))
        if mentioned and any(_covers(other, rule) for other in earlier):
            continue
        kept.append(rule)
    return kept


def _covers(other: Rule, rule: Rule) -> bool:
    if not isinstance(other.pattern, Weekly) or other.pattern.every > 1:
        return False
    if not isinstance(rule.pattern, Weekly):
        return other.pattern.weekdays == ALL_WEEK
    return set(rule.pattern.weekdays) <= set(other.pattern.weekdays)


# Dates


def resolve(day: Day, anchor: date, *, recent: bool = False) -> date:
    """The date that was written; without a year the first one on or after the anchor.

    With recent, one of the last three months before the anchor counts too: what began then runs.
    """
    if not 1 <= day.month <= 12:
        raise DateError(start=day.start, end=day.end, advice="Deze maand bestaat niet.")
    years = range(anchor.year - 1, anchor.year + 9) if day.year is None else (day.year,)
    floor = anchor - _RECENT if recent else anchor
    for year in years:
        found = _date_or_none(year, day.month, day.day)
        if found is not None and (day.year is not None or found >= floor):
            return _checked(day, found)
    raise DateError(start=day.start, end=day.end, advice="Deze datum bestaat niet.")


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _checked(day: Day, found: date) -> date:
    if day.weekday is None or day.weekday == found.weekday():
        return found
    advice = (
        f"{found.day} {MONTHS[found.month - 1]} {found.year} is een {WEEKDAYS[found.weekday()]}, "
        f"geen {WEEKDAYS[day.weekday]}. Verbeter de dag of de datum, of zet het jaar erbij."
    )
    raise DateError(start=day.start, end=day.end, advice=advice)


def resolve_stretch(stretch: Stretch, anchor: date) -> tuple[date, date]:
    """The first and last day of a stretch; without years the one that is on or comes next."""
    if stretch.last is None:
        only = resolve(stretch.first, anchor)
        return only, only
    last_day = stretch.last
    if last_day.year is None and stretch.first.year is not None:
        first = resolve(stretch.first, anchor)
        last = resolve(last_day, first)
    else:
        last = resolve(last_day, anchor)
        first = _latest_before(stretch.first, last)
    if last < first:
        raise DateError(
            start=last_day.start, end=last_day.end, advice="Deze periode eindigt voor ze begint."
        )
    return first, last - _DAY if stretch.exclusive and last > first else last


def _latest_before(day: Day, last: date) -> date:
    if day.year is not None:
        return resolve(day, last)
    for year in range(last.year, last.year - 9, -1):
        found = _date_or_none(year, day.month, day.day)
        if found is not None and found <= last:
            return _checked(day, found)
    raise DateError(start=day.start, end=day.end, advice="Deze datum bestaat niet.")


# Limits


def _first_of(draft: Draft, anchor: date) -> date | None:
    start = draft.start
    if start is None:
        return None
    if start.day is not None:
        if start.since and start.day.year is None:
            return _latest_before(start.day, anchor)
        return resolve(start.day, anchor, recent=True)
    if start.month is not None:
        month = start.month.months[0]
        first = Day(
            day=1, month=month, year=start.month.year, weekday=None, part=None, start=0, end=0
        )
        return (
            _latest_before(first, anchor) if start.since else resolve(first, anchor, recent=True)
        )
    return None


def _last_of(draft: Draft, anchor: date, first: date | None) -> date | None:
    until = draft.until
    if until is None:
        return None
    begin = max(anchor, first) if first else anchor
    if until.day is not None:
        last = resolve(until.day, begin)
        return last if until.inclusive else last - _DAY
    if until.month is not None:
        month = until.month.months[0] % 12 + 1 if until.inclusive else until.month.months[0]
        year = until.month.year
        if year is not None and until.inclusive and month == 1:
            year += 1
        following = Day(day=1, month=month, year=year, weekday=None, part=None, start=0, end=0)
        return resolve(following, begin + _DAY) - _DAY
    return None


# Patterns


def _rules_of_draft(draft: Draft, anchor: date, missing: list[Missing]) -> list[Rule]:
    found = len(missing)
    if draft.unclear is not None:
        advice = "Wat hier na ‘behalve’ staat, zegt niet welke dagen. Noem de data of de maanden."
        raise DateError(start=draft.unclear[0], end=draft.unclear[1], advice=advice)
    if draft.undecided:
        missing.append(Missing.DECISION)
    if draft.either:
        missing.append(Missing.CHOICE)
    first = _first_of(draft, anchor)
    last = _last_of(draft, anchor, first)
    if draft.start is not None and first is None and not draft.start.since:
        missing.append(Missing.START)
    patterns = _patterns(draft, anchor, first, missing)
    if draft.until is not None and draft.until.breaks is not None:
        missing.append(Missing.SCHOOL)
    if len(missing) > found:
        return []
    base = Rule(
        pattern=Listed(days=()),
        months=_months(draft, first),
        first=first,
        last=last,
        moved=tuple((month, moved.days) for moved in draft.moved for month in moved.months),
        extra=draft.extra,
        instead=bool(draft.stretches or draft.feasts) and not draft.added,
    )
    base = _bounded(base, draft, anchor)
    base = _counted(base, draft, patterns, missing)
    if len(missing) > found:
        return []
    return [rule for pattern, part in patterns for rule in _timed(base, pattern, part, draft)]


Parted = tuple[Pattern, Part | None]


def _patterns(
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
        return [
            parted for days in draft.days for parted in _day_patterns(days, draft, first, missing)
        ]
    if draft.stretches:
        every_day: Parted = (Weekly(weekdays=ALL_WEEK), draft.stretches[0].first.part)
        return [every_day]
    return _dayless(draft, first, missing)


def _is_anchor(draft: Draft, singles: list[Stretch]) -> bool:
    """One date beside "om de week" is where the counting begins."""
    rhythm = draft.rhythm
    return (
        len(singles) == 1
        and len(draft.stretches) == 1
        and rhythm is not None
        and rhythm.unit == "week"
        and draft.parity is None
        and draft.start is None
    )


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
            _checked(replace(stretch.first, weekday=weekday), first)
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


def _day_patterns(
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
    if rhythm is None:
        missing.append(_why_dayless(draft))
        return []
    if rhythm.unit == "day" and first is not None:
        return [(EveryDays(every=rhythm.every, since=first), None)]
    start = draft.start
    meets_then = start is not None and (
        start.first_time or (start.day is not None and start.day.weekday is not None)
    )
    if rhythm.unit == "week" and first is not None and meets_then and not _since(start):
        return [(Weekly(weekdays=(first.weekday(),), every=rhythm.every, since=first), None)]
    missing.append(Missing.WEEKDAY if rhythm.unit in ("week", "day") else Missing.WHICH)
    return []


def _since(start: From | None) -> bool:
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


def _months(draft: Draft, first: date | None) -> tuple[int, ...]:
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


def _bounded(rule: Rule, draft: Draft, anchor: date) -> Rule:
    """The rule within the stretch or the months of one year that the words name."""
    if draft.months is not None and draft.months.year is not None:
        year, months = draft.months.year, draft.months.months
        begin = date(year, months[0], 1)
        wraps = months[-1] < months[0]
        end = date(year + wraps + months[-1] // 12, months[-1] % 12 + 1, 1) - _DAY
        return replace(rule, first=begin, last=end)
    ranges = [stretch for stretch in draft.stretches if stretch.last is not None]
    if ranges and len(ranges) == len(draft.stretches):
        begin, end = resolve_stretch(ranges[0], anchor)
        return replace(rule, first=begin, last=end)
    return rule


def _counted(rule: Rule, draft: Draft, patterns: list[Parted], missing: list[Missing]) -> Rule:
    rhythm, count = draft.rhythm, draft.count
    monthly = rhythm is not None and rhythm.unit == "month" and rhythm.every > 1
    if monthly and not rule.first and draft.month_parity is None:
        missing.append(Missing.ANCHOR)
    if rhythm is not None and monthly and 12 % rhythm.every:
        missing.append(Missing.DATES)
    if count is None or all(isinstance(pattern, Listed) for pattern, _ in patterns):
        return rule
    if rule.first is None or _since(draft.start):
        missing.append(Missing.START)
        return rule
    if count.weeks:
        return replace(rule, last=rule.first + _DAY * (7 * count.number - 1))
    if rule.last is not None and draft.stretches:
        return rule  # the period and the number say the same
    if len(patterns) > 1:
        missing.append(Missing.DATES)
    return replace(rule, count=count.number)


# Hours


def _timed(base: Rule, pattern: Pattern, part: Part | None, draft: Draft) -> list[Rule]:
    if isinstance(pattern, (Yearly, Listed)):
        base = replace(base, months=(), first=None, last=None)
    windows = windows_of(draft, part or (draft.parts[0] if len(draft.parts) == 1 else None))
    if windows:
        return [replace(base, pattern=pattern, windows=windows)]
    parts: list[Part | None] = [part] if part else [*draft.parts] or [None]
    return [replace(base, pattern=pattern, part=one) for one in dict.fromkeys(parts)]


def windows_of(draft: Draft, part: Part | None) -> tuple[Window, ...]:
    """The hours of a draft on one of its days, doors and length worked in."""
    if draft.all_hours and not draft.hours:
        return (Window(opens=0, closes=MIDNIGHT),)
    read = [(_window(hours, hours.part or part), hours) for hours in draft.hours]
    doors = [place for place in range(len(read)) if _is_doors(place, read)]
    windows: list[Window] = []
    for place, (window, _) in enumerate(read):
        if place in doors:
            continue
        if window.opens is None and windows and windows[-1].closes is None:
            windows[-1] = _closed(windows[-1], window.closes)
        else:
            windows.append(window)
    opened = [_with_doors(window, [read[door][0] for door in doors]) for window in windows]
    return tuple(dict.fromkeys(_with_length(window, draft.length) for window in opened))


def _with_length(window: Window, length: int | None) -> Window:
    if length is None or window.opens is None or window.closes is not None:
        return window
    return replace(window, closes=window.opens + length)


def _closed(window: Window, closes: int | None) -> Window:
    if window.opens is None or closes is None:
        return window
    while closes <= window.opens:
        closes += MIDNIGHT // 2
    return replace(window, closes=closes)


def _window(hours: Hours, part: Part | None) -> Window:
    if hours.opens is None:
        closes = minute_of_day(hours.closes, part) if hours.closes else None
        return Window(opens=None, closes=closes)
    if hours.closes is None:
        return Window(opens=minute_of_day(hours.opens, part))
    opens, closes = opening_and_closing(hours.opens, hours.closes, part)
    return Window(opens=opens, closes=closes)


def _with_doors(window: Window, doors: list[Window]) -> Window:
    near = [
        door.opens
        for door in doors
        if door.opens is not None
        and window.opens is not None
        and _is_soon(door.opens, window.opens)
    ]
    return replace(window, doors=max(near)) if near else window


def _is_soon(doors: int, start: int) -> bool:
    return 0 < start - doors <= 90


def _is_doors(place: int, windows: list[tuple[Window, Hours]]) -> bool:
    """Whether a time says when one can come in, and another one when it begins."""
    window, hours = windows[place]
    if window.opens is None or hours.begins:
        return False
    for other, said in windows:
        if other.opens is None or not _is_soon(window.opens, other.opens):
            continue
        fits = window.closes is None or window.closes <= other.opens
        if fits and (hours.doors or said.begins):
            return True
    return False


# What is left out


def _closing(
    target: Target, draft: Draft, anchor: date, missing: list[Missing]
) -> list[Pattern | SchoolBreaks]:
    match target:
        case Dates(stretches=stretches):
            return [_between(stretch, anchor) for stretch in stretches]
        case Feasts(feasts=feasts):
            return [FeastDays(feast=feast) for feast in feasts]
        case BetweenFeasts():
            return [_between_feasts(target, anchor)]
        case PublicHolidays():
            return [FreeDays()]
        case Breaks(names=names, region=region):
            return [SchoolBreaks(names=names, region=region)]
        case Months(months=months, year=None):
            return [InMonths(months=months)]
        case WeekNumbers(weeks=weeks):
            return [IsoWeeks(weeks=weeks)]
        case _:
            return _closing_days(target, draft, missing)


def _closing_days(
    target: DayPhrase | RankOnly | Months | Parity, draft: Draft, missing: list[Missing]
) -> list[Pattern | SchoolBreaks]:
    match target:
        case DayPhrase(days=days):
            ignored: list[Missing] = []
            return [
                pattern
                for one in days
                for pattern, _ in _day_patterns(one, Draft(days=days), None, ignored)
            ]
        case Months(months=months, year=int(year)):
            return [
                Between(first=date(year, month, 1), last=_month_end(year, month))
                for month in months
            ]
        case Parity(parity=parity, months=False):
            return [Weekly(weekdays=ALL_WEEK, parity=parity)]
        case Parity(parity=parity):
            return [InMonths(months=tuple(m for m in range(1, 13) if m % 2 == parity))]
        case RankOnly(ranks=ranks, weeks=False) if draft.days:
            weekdays = tuple(day for days in draft.days for day in days.weekdays)
            return [Ranked(ranks=ranks, weekdays=weekdays)]
        case _:
            missing.append(Missing.DECISION)
            return []


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - _DAY


def _between(stretch: Stretch, anchor: date) -> Between:
    first, last = resolve_stretch(stretch, anchor)
    return Between(first=first, last=last)


def _between_feasts(target: BetweenFeasts, anchor: date) -> Between:
    years = (anchor.year, anchor.year + 1, anchor.year + 2)
    lasts = [day for year in years for day in days_of(target.last, year)]
    firsts = [day for year in years for day in days_of(target.first, year)]
    first = next(day for day in firsts if day >= anchor)
    last = next(day for day in lasts if day > first)
    return Between(first=first, last=last)


def is_closed(day: date, closed: tuple[Pattern, ...]) -> bool:
    """Whether one of the closing patterns holds for a day."""
    return any(falls_on(pattern, day) for pattern in closed)
