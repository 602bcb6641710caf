"""The regular dates of an activity with what changes make of them, for any export."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bot.core.model import Occurrence
from bot.core.programme.changed import Changed
from bot.core.programme.changed_dates import change_occurrences
from bot.core.programme.changes import Change
from bot.core.schedules.school_holidays import SchoolHoliday
from bot.exchange.listing import Listing
from bot.exchange.series import Series, series_of

Changes = Mapping[str, Sequence[Change]]  # by the id of the activity
Key = tuple[datetime | date, datetime | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """When a file is made, and the period whose dates, exceptions and changes it holds."""

    now: datetime  # wall-clock time in Amsterdam
    first: date
    last: date
    school: tuple[SchoolHoliday, ...] = ()


def horizon_from(now: datetime, days: int = 366, school: Iterable[SchoolHoliday] = ()) -> Horizon:
    """The period from today on."""
    today = now.date()
    last = today + timedelta(days=days)
    return Horizon(now=now, first=today, last=last, school=tuple(school))


@dataclass(slots=True)
class Plan:
    """What becomes of the regular dates of one activity; keys are a regular start and end."""

    series: tuple[Series, ...]
    changed: dict[Key, Changed] = field(default_factory=dict)
    gone: set[Key] = field(default_factory=set)
    extra: list[Changed] = field(default_factory=list)
    bounded: bool = False  # what happens after the horizon is not the regular rule


def plan_of(listing: Listing, changes: Sequence[Change], horizon: Horizon) -> Plan | None:
    """The regular series and what changes make of their dates; None where nothing is fixed."""
    found = series_of(listing.activity, horizon.first, horizon.last, horizon.school)
    regular = None
    if found is not None:
        regular = tuple(sorted((one for s in found for one in s.covered), key=_order))
    told = change_occurrences(regular, changes, horizon.first, horizon.last, horizon.now.date())
    if told is None:
        return None
    plan = Plan(found or ())
    kept = set()
    for one in told:
        if not isinstance(one, Changed):
            kept.add(key_of(one))
        elif one.was is None:
            plan.extra.append(one)
        else:
            kept.add(key_of(one.was))
            plan.changed[key_of(one.was)] = one
    plan.gone = {key_of(one) for one in regular or ()} - kept
    plan.bounded = any(change.last is None for change in changes)
    return plan


def key_of(one: Occurrence) -> Key:
    """What a regular date is known by."""
    return one.start, one.end


def _order(one: Occurrence) -> datetime:
    if isinstance(one.start, datetime):
        return one.start
    return datetime.combine(one.start, time())
