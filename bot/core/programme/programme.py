"""An immutable snapshot of everything one can attend, ready to be searched."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bot.core.knowledge import Knowledge
from bot.core.model import Activity, Format, Location, Occurrence, Organisation, Source, Status
from bot.core.programme.changed import day_of
from bot.core.programme.changed_dates import change_occurrences, stretched
from bot.core.programme.changes import Change, changes_by_activity
from bot.core.programme.columns import Columns, Span, any_day, lay_out, span_of
from bot.core.programme.flat import Flat
from bot.core.programme.freshness import Freshness, freshness_of, stale_from
from bot.core.programme.names import Called, called
from bot.core.schedules.occurrences import has_school_breaks, occurrences, unsure_weeks
from bot.core.schedules.recurrence import Between
from bot.core.schedules.schedule import Schedule, Unreadable, read_schedule
from bot.core.schedules.school_holidays import SchoolHoliday

Phrase = tuple[str, date]  # the words of a schedule, and the day they are read from
_NO_DATE = date(2026, 1, 1)  # what a schedule is read from where nobody says when it was written


@dataclass(frozen=True, slots=True)
class Programme:
    """All activities with where they lie; searched as arrays, answered as records.

    Activities stand in the order of their ids; an activity's place in it is its index.
    """

    organisations: Mapping[str, Organisation]
    locations: Mapping[str, Location]
    activities: tuple[Activity, ...]
    columns: Columns
    numbers: Mapping[str, int]  # the index of each activity by its id
    holders: Mapping[str, int]  # the number of each organisation by its id
    called: Called  # a name as in `Slots` → the ids of who is meant
    changes: Mapping[str, tuple[Change, ...]]  # by the id of the activity
    point_of: NDArray[np.int32]  # the activity that each point belongs to, in order
    first_point: NDArray[np.int32]  # where the points of each activity begin, and the last ends
    lat: NDArray[np.float64]  # degrees, of each point
    lon: NDArray[np.float64]
    flat: Flat  # the same, for a quick look
    placed: NDArray[np.bool_]  # for each activity, whether it has a point
    remote: NDArray[np.int32]  # indexes of what is online or by telephone
    by_area: Mapping[str, NDArray[np.int32]]  # what has no point, by province or Nederland
    school: tuple[SchoolHoliday, ...] = ()  # as far as anybody official has told

    def location(self, activity: Activity) -> Location | None:
        """Where an activity is held, if that is known."""
        return self.locations.get(activity.location) if activity.location else None

    def organisation(self, activity: Activity) -> Organisation:
        """Who holds an activity."""
        return self.organisations[activity.organisation]

    def named(self, name: str | None) -> tuple[Organisation, ...]:
        """Who is meant by an id or a name as in `Slots`; who has a file of their own first."""
        ids = self.called.get(name or "") or ((name,) if name in self.organisations else ())
        return tuple(self.organisations[one] for one in ids if one)

    def activity(self, identity: str) -> Activity | None:
        """The activity with this id."""
        number = self.numbers.get(identity)
        return None if number is None else self.activities[number]

    def status(self, activity: Activity) -> Status:
        """How sure the source is; the organisation's word counts where it is worse."""
        own, theirs = activity.status, self.organisation(activity).status
        return own if own is not Status.ACTIVE else theirs

    def source(self, activity: Activity) -> Source:
        """Where what is known of an activity comes from."""
        return activity.source or self.organisation(activity).source

    def is_stale(self, activity: Activity, today: date) -> bool:
        """Whether what is known of an activity is too old to tell when it is."""
        return bool(self.columns.stale_from[self.numbers[activity.id]] <= today.toordinal())

    def freshness(self, activity: Activity, today: date) -> Freshness:
        """How much what is known of an activity can be relied on."""
        return freshness_of(self.source(activity), self.status(activity), today)

    def dates(
        self, activity: Activity, first: date, days: int, today: date
    ) -> tuple[Occurrence, ...] | None:
        """The dates of an activity from a day on, with the changes known today.

        None where neither its words nor a change fixes any. What may fall in a school holiday
        of which nobody told the dates is no date; see `unsure_weeks`.
        """
        phrase = phrase_of(activity)
        changes = self.changes.get(activity.id)
        if not changes:
            return self._regular(phrase, first, days) if phrase else None
        last = first + timedelta(days=days)
        begin, end = stretched(changes, first, last)
        regular = self._regular(phrase, begin, (end - begin).days) if phrase else None
        found = change_occurrences(regular, changes, begin, end, today)
        if found is None or all(one.day is None for one in changes):
            return found
        return tuple(one for one in found if first <= day_of(one) <= last)

    def unsure_weeks(self, activity: Activity, first: date, last: date) -> tuple[Between, ...]:
        """The stretches that touch a period in which it may be shut for a school holiday."""
        schedule = schedule_of(activity)
        if schedule is None or schedule.missing:
            return ()
        return unsure_weeks(schedule, first, last, self.school)

    def _regular(self, phrase: Phrase, first: date, days: int) -> tuple[Occurrence, ...] | None:
        schedule = _read(*phrase)
        school = self.school if schedule and has_school_breaks(schedule) else ()
        return _regular(*phrase, first, days, school)


def build_programme(
    organisations: Mapping[str, Organisation],
    locations: Mapping[str, Location],
    activities: Iterable[Activity],
    changes: Iterable[Change] = (),
    called: Called | None = None,
    school: tuple[SchoolHoliday, ...] = (),
) -> Programme:
    """Lays out the activities one can still go to; what has stopped is left out.

    `called` says who is meant by a name; without it an organisation goes by its id alone.
    """
    going = _going(activities, organisations)
    holders = {identity: number for number, identity in enumerate(organisations)}
    told = changes_by_activity(going, changes)
    points = [_points(one, organisations[one.organisation], locations) for one in going]
    lat = np.array([lat for one in points for lat, _ in one], dtype=np.float64)
    lon = np.array([lon for one in points for _, lon in one], dtype=np.float64)
    return Programme(
        organisations=organisations,
        locations=locations,
        activities=going,
        columns=_columns(going, organisations, holders, told),
        numbers={one.id: number for number, one in enumerate(going)},
        holders=holders,
        called=called or {},
        changes=told,
        point_of=np.repeat(np.arange(len(going), dtype=np.int32), [len(one) for one in points]),
        first_point=np.cumsum([0, *(len(one) for one in points)], dtype=np.int32),
        lat=lat,
        lon=lon,
        flat=Flat.of(lat, lon),
        placed=np.array([bool(one) for one in points], dtype=np.bool_),
        remote=_remote(going),
        by_area=_by_area(going, points, organisations),
        school=school,
    )


def programme_of_files(knowledge: Knowledge) -> Programme:
    """The programme of the files alone, without changes and without what was imported."""
    return build_programme(
        knowledge.organisations,
        knowledge.locations,
        knowledge.activities.values(),
        called=called(knowledge.organisations.values(), knowledge.lexicon),
        school=knowledge.school,
    )


def _columns(
    going: tuple[Activity, ...],
    organisations: Mapping[str, Organisation],
    holders: Mapping[str, int],
    told: Mapping[str, tuple[Change, ...]],
) -> Columns:
    """What is searched of each activity, as arrays."""
    spans = _spans(going)
    sources = (one.source or organisations[one.organisation].source for one in going)
    return lay_out(
        going,
        holders,
        [spans[phrase_of(one)] for one in going],
        [stale_from(source) for source in sources],
        told,
    )


def _remote(going: tuple[Activity, ...]) -> NDArray[np.int32]:
    """The indexes of what is online or by telephone, also where one can come as well."""
    numbers = (at for at, one in enumerate(going) if one.format is not Format.IN_PERSON)
    return np.fromiter(numbers, dtype=np.int32)


def _going(
    activities: Iterable[Activity], organisations: Mapping[str, Organisation]
) -> tuple[Activity, ...]:
    """What one can still go to, in the order of the ids."""
    stopped = Status.STOPPED
    going = (
        one
        for one in activities
        if stopped not in (one.status, organisations[one.organisation].status)
    )
    return tuple(sorted(going, key=lambda one: one.id))


def _spans(activities: Iterable[Activity]) -> dict[Phrase | None, Span]:
    """On which days each phrase may fall; most activities share theirs with others."""
    spans: dict[Phrase | None, Span] = {None: Span(0)}
    for phrase in map(phrase_of, activities):
        if phrase and phrase not in spans:
            spans[phrase] = span_of(_read(*phrase))
    return spans


def rechanged(programme: Programme, changes: Iterable[Change]) -> Programme:
    """The same programme with these changes instead; much quicker than building it anew."""
    told = changes_by_activity(programme.activities, changes)
    numbers = [programme.numbers[identity] for identity in told]
    return replace(programme, columns=any_day(programme.columns, numbers), changes=told)


def changes_to(programme: Programme) -> tuple[Change, ...]:
    """All changes that a programme is told with, each once."""
    return tuple({one.id: one for held in programme.changes.values() for one in held}.values())


def _by_area(
    activities: tuple[Activity, ...],
    points: list[tuple[tuple[float, float], ...]],
    organisations: Mapping[str, Organisation],
) -> Mapping[str, NDArray[np.int32]]:
    found: dict[str, list[int]] = {}
    for number, one in enumerate(activities):
        if one.format is Format.IN_PERSON and not points[number]:
            for area in organisations[one.organisation].areas:
                found.setdefault(area, []).append(number)
    return {area: np.array(indexes, dtype=np.int32) for area, indexes in found.items()}


def _points(
    activity: Activity, organisation: Organisation, locations: Mapping[str, Location]
) -> tuple[tuple[float, float], ...]:
    """Where an activity is, or the towns its organisation serves where that is not known."""
    if activity.format is not Format.IN_PERSON:
        return ()
    location = locations.get(activity.location) if activity.location else None
    if location is not None and location.lat is not None and location.lon is not None:
        return ((location.lat, location.lon),)
    return organisation.served


def phrase_of(activity: Activity) -> Phrase | None:
    """An activity's words about when, with the day they are read from; nothing without words."""
    if not activity.when:
        return None
    anchor = activity.source.read if activity.source and activity.source.read else _NO_DATE
    words = f"{activity.when}, behalve {activity.except_}" if activity.except_ else activity.when
    return words, anchor


def schedule_of(activity: Activity) -> Schedule | None:
    """The rule behind an activity's words about when; nothing where there are none."""
    phrase = phrase_of(activity)
    return _read(*phrase) if phrase else None


@lru_cache(maxsize=50_000)
def _read(words: str, anchor: date) -> Schedule | None:
    schedule = read_schedule(words, anchor=anchor)
    return None if isinstance(schedule, Unreadable) else schedule


@lru_cache(maxsize=20_000)
def _regular(
    words: str, anchor: date, first: date, days: int, school: tuple[SchoolHoliday, ...]
) -> tuple[Occurrence, ...] | None:
    schedule = _read(words, anchor)
    if schedule is None:
        return None
    last = first + timedelta(days=days)
    return occurrences(schedule, first, last, school=school, only_sure=True)
