"""Changes to what is regular.

A change is about one activity, or about all that is held at a location or by an organisation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.core.model import Activity
from bot.core.schedules.schedule import Unreadable, read_schedule

_LONGEST = 366  # days; a change that is open-ended or longer is a new regular programme


class What(StrEnum):
    """What is different from the regular programme."""

    CANCELLED = "cancelled"
    MOVED = "moved"  # to another place
    OTHER_TIME = "other_time"
    EXTRA = "extra"
    CLOSED_PERIOD = "closed_period"
    NOTE = "note"  # it goes on as it was; there is something to know
    RESUMED = "resumed"  # goes on after all, or is back to its regular place and time


class Scope(StrEnum):
    """What a change is about."""

    ACTIVITY = "activity"
    LOCATION = "location"
    ORGANISATION = "organisation"


class Author(StrEnum):
    """In which role a change was entered; never who."""

    COORDINATOR = "coordinator"
    FEED = "feed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference from what is regular, on the days from `first` to `last`, both included.

    `entered` is an instant in UTC without its zone. The change counts from the day `effective`;
    before that nobody is told.
    """

    id: str
    what: What
    scope: Scope
    subject: str  # the id of the activity, location or organisation
    first: date
    last: date | None  # None: until further notice
    entered: datetime
    effective: date
    author: Author
    at: time | None = None  # which of several on one day; None: all of them
    days: tuple[date, ...] = ()  # the days one by one, where they are no single stretch
    day: date | None = None  # the new day of what was on `first`
    opens: time | None = None  # the new or extra time; None: it begins as it did
    closes: time | None = None  # None: nobody said until when, unless it begins as it did
    when: str = ""  # a new regular time in words, from `first` on
    place: str = ""  # the new place in words
    reason: str = ""
    note: str = ""

    def covers(self, day: date) -> bool:
        """Whether a day is one of those the change is about."""
        if self.days:
            return day in self.days
        return self.first <= day and (self.last is None or day <= self.last)


def problem_with(change: Change) -> str:
    """What is wrong with a change, in plain Dutch; empty where nothing is."""
    if change.last is not None and change.last < change.first:
        return "De laatste dag ligt vóór de eerste dag."
    if change.what is What.EXTRA:
        if change.scope is not Scope.ACTIVITY:
            return "Zeg bij iets extra’s welke activiteit het is."
        if change.last is None or (change.last - change.first).days >= _LONGEST:
            return "Zeg bij iets extra’s op welke dag of dagen het is."
    if change.what is What.MOVED and not change.place:
        return "Zeg naar welke plek het verhuist."
    if change.what is What.OTHER_TIME and not (
        change.opens or change.closes or change.when or change.day
    ):
        return "Zeg wat de nieuwe tijd is."
    if change.day and (change.what is not What.OTHER_TIME or change.first != change.last):
        return "Alleen wat op één dag is, kan naar één andere dag."
    if change.days and (change.first, change.last) != (min(change.days), max(change.days)):
        return "De losse dagen passen niet bij de eerste en de laatste dag."
    if change.what is What.NOTE and not (change.note or change.reason):
        return "Zeg wat mensen moeten weten."
    if change.when:
        schedule = read_schedule(change.when, anchor=change.first)
        if isinstance(schedule, Unreadable):
            return f"‘{schedule.word}’ begrijp ik niet. {schedule.advice}".strip()
    return ""


def changes_by_activity(
    activities: Iterable[Activity], changes: Iterable[Change]
) -> Mapping[str, tuple[Change, ...]]:
    """The changes that each activity has to do with, in the order in which they were entered."""
    told: dict[tuple[Scope, str], list[Change]] = {}
    for change in sorted(changes, key=lambda one: (one.entered, one.id)):
        told.setdefault((change.scope, change.subject), []).append(change)
    if not told:
        return {}
    found: dict[str, tuple[Change, ...]] = {}
    for one in activities:
        keys = (
            (Scope.ACTIVITY, one.id),
            (Scope.LOCATION, one.location or ""),
            (Scope.ORGANISATION, one.organisation),
        )
        mine = [change for key in keys for change in told.get(key, ())]
        if mine:
            found[one.id] = tuple(sorted(mine, key=lambda change: (change.entered, change.id)))
    return found
