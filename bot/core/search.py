"""Finds what fits a request: nearest first, honest about what it leaves open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import numpy as np

from bot.core.distance import kilometres
from bot.core.message import Place, Slots, When
from bot.core.model import Activity, Format, Kind, Occurrence, Part, Theme
from bot.core.programme import Programme, schedule_of
from bot.core.schedule import occurrences

NEARBY = 25.0  # km; further away is said plainly
_LOOK_AHEAD = 28  # days in which a next date is looked for
_POOL = 60  # nearest activities that are looked at closely

_PARTS = {
    Part.MORNING: (5, 12),
    Part.AFTERNOON: (12, 18),
    Part.EVENING: (17, 24),
    Part.NIGHT: (22, 30),
}
_ADDICTIONS = {Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING}
# Kinds that people use for one another: who asks for a group is helped by the neighbouring kind.
_KIN = {
    Kind.RECOVERY_GROUP: {Kind.PEER_GROUP},
    Kind.PEER_GROUP: {Kind.RECOVERY_GROUP},
    Kind.COURSE: {Kind.WORKSHOP},
    Kind.WORKSHOP: {Kind.COURSE},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One activity that fits, how far it is, when it is next, and how well it fits."""

    activity: Activity
    kilometres: float | None
    next: Occurrence | None  # the first that is not over; None where the words don't fix it
    fits: bool  # False: something for everybody, or the neighbouring kind
    on_time: bool  # the next date lies within the days that were asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What fits around a place, and what can be done from home or all over the country."""

    near: tuple[Match, ...] = ()
    anywhere: tuple[Match, ...] = ()
    on_time: bool = True  # False: nothing on the days asked for, other days are shown
    exact: bool = True  # False: nothing of the kind or theme asked for is near

    @property
    def nearest_kilometres(self) -> float | None:
        """How far the nearest is."""
        return min((m.kilometres for m in self.near if m.kilometres is not None), default=None)

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.near or self.anywhere)


def search(programme: Programme, slots: Slots, now: datetime, limit: int = 5) -> Matches:
    """The best matches for a request: at most `limit` near ones, and three from anywhere.

    Where nothing of the kind asked for is near, other kinds are shown and `exact` is False. `now` is
    local time in Europe/Amsterdam. Unless days were asked for, the nearest today, the nearest this
    week and the nearest of all are always among them.
    """
    found = _search(programme, slots, now, limit)
    if slots.kind is None or _is_near(found):
        return found
    wider = _search(programme, replace(slots, kind=None), now, limit)
    if not wider:
        return found
    return replace(wider, anywhere=found.anywhere or wider.anywhere, exact=False)


def _is_near(found: Matches) -> bool:
    nearest = found.nearest_kilometres
    return bool(found.near) and (nearest is None or nearest <= NEARBY)


def _search(programme: Programme, slots: Slots, now: datetime, limit: int) -> Matches:
    pool = _pool(programme, slots)
    matches = [_match(programme, slots, now, index, km) for index, km in pool]
    fitting = [match for match in matches if match is not None]
    placeless = slots.place is None
    near = [m for m in fitting if _is_on_site(m) and (placeless or m.kilometres is not None)]
    anywhere = [m for m in fitting if m not in near and m.fits]
    chosen, on_time = _choose(near, slots, now, limit)
    return Matches(
        near=tuple(chosen),
        anywhere=tuple(sorted(anywhere, key=_rank)[:3]),
        on_time=on_time,
        exact=not near or any(match.fits for match in chosen),
    )


def _is_on_site(match: Match) -> bool:
    return match.activity.format is Format.IN_PERSON


def _pool(programme: Programme, slots: Slots) -> list[tuple[int, float | None]]:
    """The indexes of the activities worth a closer look, with their distance in kilometres."""
    wanted = [index for index, one in enumerate(programme.activities) if _may_fit(one, slots)]
    online = {i for i in wanted if programme.activities[i].format is not Format.IN_PERSON}
    afar: list[tuple[int, float | None]] = [(index, None) for index in sorted(online)]
    if slots.format in (Format.ONLINE, Format.PHONE):
        return afar
    on_site = [index for index in wanted if index not in online]
    if slots.place is None:
        return [*((index, None) for index in on_site[: _POOL * 4]), *afar]
    around = {slots.place.province, "Nederland"}
    afar += [(index, None) for index in on_site if around & programme.areas.get(index, set())]
    return [*_nearest(programme, on_site, slots.place), *afar]


def _nearest(
    programme: Programme, indexes: Sequence[int], place: Place
) -> list[tuple[int, float | None]]:
    wanted = np.zeros(len(programme.activities), dtype=np.bool_)
    wanted[list(indexes)] = True
    picked = np.flatnonzero(wanted[programme.point_of]) if len(programme.point_of) else []
    if not len(picked):
        return []
    squared = (programme.lat[picked] - place.lat) ** 2 + (
        (programme.lon[picked] - place.lon) * np.cos(np.radians(place.lat))
    ) ** 2
    found: dict[int, float] = {}
    for at in np.argsort(squared, kind="stable")[: _POOL * 2]:
        point = int(picked[at])
        index = int(programme.point_of[point])
        lat, lon = float(programme.lat[point]), float(programme.lon[point])
        km = kilometres(place.lat, place.lon, lat, lon)
        found[index] = min(km, found.get(index, km))
    return sorted(found.items(), key=lambda pair: pair[1] or 0.0)[:_POOL]


def _may_fit(activity: Activity, slots: Slots) -> bool:
    """Whether it is worth showing at all: the right theme or for everybody, the right audience."""
    if slots.organisation and activity.organisation != slots.organisation:
        return False
    if activity.audiences and not slots.organisation:
        return bool(set(slots.audiences) & set(activity.audiences))
    return not activity.themes or _themes_fit(slots.themes, activity.themes)


def _themes_fit(asked: tuple[Theme, ...], offered: tuple[Theme, ...]) -> bool:
    """Whether one is about the other; addiction stands for each of its kinds, and back."""
    wanted = set(asked)
    if wanted & _ADDICTIONS:
        wanted.add(Theme.ADDICTION)
    if Theme.ADDICTION in asked:
        wanted |= _ADDICTIONS
    return not asked or bool(wanted & set(offered))


def _match(
    programme: Programme, slots: Slots, now: datetime, index: int, km: float | None
) -> Match | None:
    activity = programme.activities[index]
    kind_fits = slots.kind is None or activity.kind is slots.kind
    if not kind_fits and (slots.kind is None or activity.kind not in _KIN.get(slots.kind, ())):
        return None
    audience_fits = not slots.audiences or bool(set(slots.audiences) & set(activity.audiences))
    upcoming = _upcoming(activity, now, slots.when)
    return Match(
        activity=activity,
        kilometres=km,
        next=upcoming,
        fits=kind_fits and _themes_fit(slots.themes, activity.themes) and audience_fits,
        on_time=_within(upcoming, slots.when),
    )


def match_of(activity: Activity, now: datetime) -> Match:
    """One activity as a match, where it is known which one is meant."""
    upcoming = _upcoming(activity, now, None)
    return Match(activity=activity, kilometres=None, next=upcoming, fits=True, on_time=True)


def _upcoming(activity: Activity, now: datetime, when: When | None) -> Occurrence | None:
    """The first date that is not over and, where days were asked for, the first within them."""
    schedule = schedule_of(activity)
    if schedule is None:
        return None
    last = now.date() + timedelta(days=_LOOK_AHEAD)
    if when and when.end and when.end > last:
        last = when.end
    dates = occurrences(schedule, now.date() - timedelta(days=1), last) or ()
    going = [one for one in dates if not is_over(one, now)]
    asked = [one for one in going if _within(one, when)]
    return next(iter(asked or going), None)


def is_over(occurrence: Occurrence, now: datetime) -> bool:
    """Whether it has ended; where no end is known, two hours after the start."""
    if not isinstance(occurrence.start, datetime):
        return occurrence.start < now.date()
    end = occurrence.end or occurrence.start + timedelta(hours=2)
    return end <= now


def _within(occurrence: Occurrence | None, when: When | None) -> bool:
    if when is None or (when.start is None and when.part is None):
        return True
    if occurrence is None:
        return False
    day = _day(occurrence)
    if when.start and not when.start <= day <= (when.end or when.start):
        return False
    return when.part is None or _in_part(occurrence, when.part)


def _in_part(occurrence: Occurrence, part: Part) -> bool:
    if not isinstance(occurrence.start, datetime):
        return occurrence.part in (part, None)
    first, last = _PARTS[part]
    start = occurrence.start.hour
    end = occurrence.end or occurrence.start + timedelta(hours=1)
    hours = (end - occurrence.start).total_seconds() / 3600
    return start < last and start + hours > first


def _day(occurrence: Occurrence) -> date:
    start = occurrence.start
    return start.date() if isinstance(start, datetime) else start


def _choose(
    near: list[Match], slots: Slots, now: datetime, limit: int
) -> tuple[list[Match], bool]:
    """The nearest that fit, never without the nearest today, this week and of all."""
    asked_days = slots.when is not None and slots.when.start is not None
    timely = [match for match in near if match.on_time]
    on_time = bool(timely) or not asked_days
    ranked = sorted(timely if asked_days and timely else near, key=_rank)
    ahead = [match for match in ranked if (match.kilometres or 0.0) <= NEARBY]
    chosen = (ahead or ranked[:3])[:limit]
    if not asked_days:
        for must in _musts(near, now):
            if must not in chosen:
                chosen = [*chosen[: limit - 1], must]
    return sorted(chosen, key=_rank), on_time


def _musts(near: list[Match], now: datetime) -> list[Match]:
    fitting = [match for match in near if match.fits] or near
    week = now.date() + timedelta(days=6)
    by_distance = sorted(fitting, key=lambda match: match.kilometres or 0.0)
    dated = [match for match in by_distance if match.next is not None]
    this_week = [match for match in dated if match.next and _day(match.next) <= week]
    today = [match for match in this_week if match.next and _day(match.next) == now.date()]
    return [group[0] for group in (today, this_week, by_distance) if group]


def _rank(match: Match) -> tuple[int, float, str]:
    return (0 if match.fits else 1, match.kilometres or 0.0, match.activity.id)
