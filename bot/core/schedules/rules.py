"""Turn the drafts of a schedule phrase into rules, and say what the words leave open."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.core.calendar.dutch_calendar import MONTHS
from bot.core.model import Part
from bot.core.schedules.closings import closing_of
from bot.core.schedules.draft import Draft, Grouping
from bot.core.schedules.items import Also, Dates, Except, From, Months, Target
from bot.core.schedules.patterns import Missing, Parted, months_of, patterns_of, runs_already
from bot.core.schedules.recurrence import (
    ALL_WEEK,
    Between,
    FeastDays,
    FreeDays,
    Listed,
    Pattern,
    Ranked,
    Rule,
    Weekly,
    Yearly,
    days_of_rule,
)
from bot.core.schedules.resolve import DateError, first_of, last_of, resolve_stretch
from bot.core.schedules.school_holidays import SchoolBreaks
from bot.core.schedules.windows import windows_of

_DAY = timedelta(days=1)


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
    out.rules = [rule for rule in out.rules if not _is_told_later(rule, out.rules)]
    for target, draft in grouping.excepted:
        shut = closing_of(target, draft, anchor, out.missing)
        _doubt_idle(target, draft, shut, out.rules)
        out.closed += shut
    if any(_is_never(rule, out.closed) for rule in out.rules):
        out.missing.append(Missing.DECISION)  # "dinsdag 10-12, komende dinsdag geen inloop"
    if not drafts and not grouping.by_appointment:
        out.missing.append(Missing.DATES)
    if grouping.by_appointment and not out.rules:
        out.missing.append(Missing.APPOINTMENT)
    out.missing = list(dict.fromkeys(out.missing))
    return out


def _doubt_idle(
    target: Target, draft: Draft, shut: list[Pattern | SchoolBreaks], rules: list[Rule]
) -> None:
    """Asks about a single date on which it would not be anyway, of what is once a month.

    In "elke laatste woensdag, met uitzondering van december (16 december)" it is when it is on.
    """
    if not isinstance(target, Dates) or len(shut) != 1 or not isinstance(shut[0], Between):
        return
    day, monthly = shut[0].first, bool(draft.days) and all(one.ranks for one in draft.days)
    if not monthly or not rules or day != shut[0].last:
        return
    if any(_holds_on(rule, day) for rule in rules):
        return
    said = target.stretches[0].first
    month = MONTHS[day.month - 1]
    advice = (
        f"Op {day.day} {month} {day.year} is het volgens deze regel al niet. Is het dan juist "
        f"wel, schrijf dan: in {month} op {day.day} {month}."
    )
    raise DateError(start=said.start, end=said.end, advice=advice)


def _is_told_later(rule: Rule, rules: list[Rule]) -> bool:
    """Whether all its days get hours behind it: "elke di en vr: di 10-12, vr 14-16"."""
    if rule != Rule(pattern=rule.pattern) or not isinstance(rule.pattern, Weekly):
        return False
    told = [
        one
        for one in rules
        if one.windows and one == Rule(pattern=one.pattern, windows=one.windows)
    ]
    named = {
        day for one in told if isinstance(one.pattern, Weekly) for day in one.pattern.weekdays
    }
    return rule.pattern == Weekly(weekdays=rule.pattern.weekdays) and named.issuperset(
        rule.pattern.weekdays
    )


def _is_never(rule: Rule, closed: list[Pattern | SchoolBreaks]) -> bool:
    """Whether all its weekdays are left out, so that the words cannot mean what they say."""
    shut = {
        day
        for one in closed
        if isinstance(one, Weekly) and one.parity is None and one.every == 1
        for day in one.weekdays
    }
    return isinstance(rule.pattern, (Weekly, Ranked)) and shut.issuperset(rule.pattern.weekdays)


def _holds_on(rule: Rule, day: date) -> bool:
    return any(days_of_rule(rule, day, day))


def _says_anything(draft: Draft) -> bool:
    return draft != Draft(added=draft.added, extra=draft.extra, opened_by=draft.opened_by)


def _inherit(draft: Draft, previous: Draft) -> None:
    """A group without days or hours of its own has those of the group before it."""
    if not draft.has_days and not draft.ranks and not draft.often and not draft.count:
        draft.days = previous.days
        if draft.rhythm is None and draft.parity is None:
            draft.rhythm, draft.parity = previous.rhythm, previous.parity
            draft.start = draft.start or previous.start
    takes_hours = isinstance(draft.opened_by, (Months, From, Also)) and not draft.hours
    if takes_hours and not any(days.part for days in draft.days):
        draft.hours = list(previous.hours)
    for place, hours in enumerate(draft.hours):
        if hours.opens is None and previous.hours and not place:
            draft.hours[0] = replace(hours, opens=previous.hours[0].opens)
        elif hours.onwards and hours.closes is None and _is_part_of(draft, previous):
            draft.hours[place] = replace(hours, closes=previous.hours[0].closes)


def _is_part_of(draft: Draft, previous: Draft) -> bool:
    if len(previous.hours) != 1 or len(draft.hours) != 1:
        return False
    mine = {day for days in draft.days for day in days.weekdays}
    return bool(mine) and mine < {day for days in previous.days for day in days.weekdays}


def _override(draft: Draft, made: list[Rule], earlier: list[Rule]) -> None:
    """ "In december op de 17e" and "vanaf 1 februari 13-15" take the place of what was said."""
    if draft.added or not made:
        return
    if isinstance(draft.opened_by, Months) and draft.months and draft.months.year is None:
        taken = draft.months.months
        left = [
            (rule, tuple(month for month in rule.months or range(1, 13) if month not in taken))
            for rule in earlier
        ]
        earlier[:] = [replace(rule, months=months) for rule, months in left if months]
    if isinstance(draft.opened_by, From) and made[0].first:
        end = made[0].first - _DAY
        for place, rule in enumerate(earlier):
            if not isinstance(rule.pattern, Listed):
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


def _rules_of_draft(draft: Draft, anchor: date, missing: list[Missing]) -> list[Rule]:
    found = len(missing)
    if draft.unclear is not None:
        unclear = draft.unclear
        raise DateError(start=unclear.start, end=unclear.end, advice=unclear.advice)
    first = first_of(draft, anchor)
    last = last_of(draft, anchor, first)
    missing += _left_open(draft, first)
    patterns = patterns_of(draft, anchor, first, missing)
    missing += _open_end(draft)
    if len(missing) > found:
        return []
    base = Rule(
        pattern=Listed(days=()),
        months=months_of(draft, first),
        weeks=draft.weeks,
        first=first,
        last=last,
        moved=tuple((month, moved.days) for moved in draft.moved for month in moved.months),
        extra=draft.extra,
        added=draft.added,
        instead=_takes_place(draft),
    )
    base = _bounded(base, draft, anchor)
    base = _counted(base, draft, patterns, missing)
    if len(missing) > found:
        return []
    return [rule for pattern, part in patterns for rule in _timed(base, pattern, part, draft)]


def _left_open(draft: Draft, first: date | None) -> Iterator[Missing]:
    """What the words leave open of the days and of the start."""
    if draft.undecided or (draft.season and not draft.months and not draft.stretches):
        yield Missing.DECISION
    if draft.once and not draft.stretches:
        yield Missing.DATES
    if draft.either:
        yield Missing.CHOICE
    if draft.start is not None and first is None and not draft.start.since:
        yield Missing.START


def _open_end(draft: Draft) -> Iterator[Missing]:
    """What the words leave open of the end."""
    if draft.until is not None and draft.until.breaks is not None:
        yield Missing.SCHOOL
    if draft.until is not None and draft.until.vague:
        yield Missing.END


def _takes_place(draft: Draft) -> bool:
    """Whether its days have no other hours: a date, a feast, "behalve vrijdag, dan 19-21"."""
    if isinstance(draft.opened_by, Except):
        return bool(draft.hours)
    return bool(draft.stretches or draft.feasts) and not draft.added


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
    if rule.first is None or runs_already(draft.start):
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
