"""Finds what fits a request: nearest first, honest about what it leaves open."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.core.around import Accept, Around, Mask
from bot.core.changes import Changed, day_of
from bot.core.columns import (
    ALL_DAYS,
    audience_bits,
    format_number,
    kind_number,
    kind_table,
    theme_bits,
)
from bot.core.message import Place, Slots
from bot.core.model import Activity, Format, Kind, Occurrence, Theme
from bot.core.programme import Programme
from bot.core.upcoming import WEEK, Upcoming, is_asked, is_over, upcoming

NEARBY = 25.0  # km; further away is said plainly
MUCH_NEARER = 10.0  # km; what is so much nearer is shown, even on another day
_FAR = 3  # how many are shown where nothing is nearby
_ANYWHERE = 3

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
    kilometres: float | None  # around the water
    next: Occurrence | None  # the first that is not over; None where the words don't fix it
    fits: bool  # False: something for everybody, or the neighbouring kind
    on_time: bool  # the next date lies within the days that were asked for
    straight: float | None = None  # kilometres as the crow flies
    cancelled: tuple[Changed, ...] = ()  # dates before the next one that are off
    stale: bool = False  # its source is too old to tell when it is


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

    @property
    def nearest_on_time(self) -> float | None:
        """How far the nearest is that lies within the days asked for."""
        timely = [m.kilometres for m in self.near if m.on_time and m.kilometres is not None]
        return min(timely, default=None)

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.near or self.anywhere)


def search(programme: Programme, slots: Slots, now: datetime, limit: int = 5) -> Matches:
    """The best matches for a request: at most `limit` near ones, and three from anywhere.

    Where nothing of the kind asked for is near, other kinds are shown and `exact` is False. Unless
    days were asked for, the nearest today, the nearest this week and the nearest of all are always
    among them; and nothing on this week is 10 km or more nearer than all that is shown. `now` is
    local time in Europe/Amsterdam.
    """
    found = _Search(programme, slots, now).matches(limit)
    if slots.kind is None or _is_near(found):
        return found
    wider = _Search(programme, replace(slots, kind=None), now).matches(limit)
    if not wider or (found.near and not _is_near(wider)):
        return found
    kept = wider.near
    own = [match for match in found.near if match.activity not in [m.activity for m in kept]]
    if own and limit > 1:
        kept = (*kept[: limit - 1], own[0])
    return replace(wider, near=kept, anywhere=found.anywhere or wider.anywhere, exact=False)


def match_of(
    programme: Programme, activity: Activity, now: datetime, place: Place | None = None
) -> Match:
    """One activity as a match, where it is known which one is meant."""
    index = programme.numbers[activity.id]
    first, last = programme.first_point[index : index + 2].tolist()
    wanted = np.zeros(len(programme.activities), dtype=np.bool_)
    wanted[index] = True
    around = Around(programme, place if last > first else None, wanted)
    coming = upcoming(programme, activity, now)
    stale = bool(programme.columns.stale_from[index] <= now.toordinal())
    return _match(around, index, activity, coming, fits=True, stale=stale)


def _match(
    around: Around, index: int, activity: Activity, coming: Upcoming, *, fits: bool, stale: bool
) -> Match:
    placed = around.place is not None
    return Match(
        activity=activity,
        kilometres=around.way(index) if placed else None,
        straight=around.straight(index) if placed else None,
        next=coming.next,
        fits=fits,
        on_time=coming.on_time,
        cancelled=coming.cancelled,
        stale=stale,
    )


def _is_near(found: Matches) -> bool:
    nearest = found.nearest_kilometres
    return bool(found.near) and (nearest is None or nearest <= NEARBY)


def _themes(asked: tuple[Theme, ...]) -> int:
    """The themes that count for those asked for; addiction stands for each kind, and back."""
    wanted = set(asked)
    if wanted & _ADDICTIONS:
        wanted.add(Theme.ADDICTION)
    if Theme.ADDICTION in asked:
        wanted |= _ADDICTIONS
    return theme_bits(wanted)


class _Search:
    """One request, with all that was looked up for it so far."""

    def __init__(self, programme: Programme, slots: Slots, now: datetime) -> None:
        self._programme = programme
        self._slots = slots
        self._now = now
        self._today = now.date()
        self._when = slots.when if slots.when and is_asked(slots.when) else None
        self._coming: dict[int, Upcoming] = {}
        self._stale: Mask = programme.columns.stale_from <= self._today.toordinal()
        self._wanted, self._fits = self._masks()
        self._on_site = self._wanted & (
            programme.columns.format == format_number(Format.IN_PERSON)
            if slots.place is None
            else programme.placed
        )
        self._around = Around(programme, slots.place, self._on_site)
        self._nearby = NEARBY if slots.place else np.inf

    def matches(self, limit: int) -> Matches:
        """The matches of this request."""
        chosen, on_time = self._choose(limit)
        near = sorted((self._as_match(index) for index in chosen), key=self._rank)
        return Matches(
            near=tuple(near),
            anywhere=tuple(self._from_afar(index) for index in self._anywhere()),
            on_time=on_time,
            exact=not near or any(match.fits for match in near),
        )

    # What is wanted

    def _masks(self) -> tuple[Mask, Mask]:
        """What is worth showing at all, and what of that is just what was asked for."""
        columns, slots = self._programme.columns, self._slots
        wanted = np.ones(len(self._programme.activities), dtype=np.bool_)
        fits = wanted.copy()
        if slots.organisation:
            wanted &= columns.organisation == self._programme.holders.get(slots.organisation, -1)
        asked = audience_bits(slots.audiences)
        if asked or not slots.organisation:
            meant = (columns.audiences & np.uint16(asked)) != 0
            fits &= meant if asked else True
            wanted &= True if slots.organisation else meant | (columns.audiences == 0)
        if slots.themes:
            about = (columns.themes & np.uint32(_themes(slots.themes))) != 0
            fits &= about
            wanted &= about | (columns.themes == 0)
        if slots.kind:
            fits &= columns.kind == kind_number(slots.kind)
            wanted &= kind_table({slots.kind} | _KIN.get(slots.kind, set()))[columns.kind]
        if slots.format:
            on_site = columns.format == format_number(Format.IN_PERSON)
            wanted &= on_site if slots.format is Format.IN_PERSON else ~on_site
        return wanted, fits

    def _may_fall(self, first: date, last: date) -> Mask:
        """What may have a date in a stretch of days, going by its weekdays and limits only."""
        columns = self._programme.columns
        falls: Mask = (columns.weekdays & np.uint8(_weekday_bits(first, last))) != 0
        falls &= columns.first <= last.toordinal()
        falls &= columns.last >= first.toordinal()
        return falls

    # Near by

    def _choose(self, limit: int) -> tuple[list[int], bool]:
        """The indexes of what is shown near by, and whether that is on the days asked for."""
        if self._when is None:
            chosen = self._whenever(limit)
            musts = [*self._nearest_whenever(), *self._much_nearer(chosen)]
            return _merged(musts, chosen, limit), True
        timely = self._close(limit, self._asked_days, self._is_timely)
        others: list[int] = []
        if not timely:
            others = self._close(limit, self._all, None)
            timely = self._far(1 if others else _FAR, self._asked_days, self._is_timely)
        if not timely:
            others = others or self._far(_FAR, self._all, None)
            musts = [*self._called_off(), *self._nearest_whenever(), *self._much_nearer(others)]
            return _merged(musts, others, limit), False
        chosen = list(dict.fromkeys([*timely, *others]))[:limit]
        musts = [*timely[:1], *self._much_nearer(chosen), *self._called_off()]
        return _merged(musts, chosen, limit), True

    def _whenever(self, limit: int) -> list[int]:
        return self._close(limit, self._all, None) or self._far(min(limit, _FAR), self._all, None)

    def _close(self, limit: int, keep: Mask, accept: Accept | None) -> list[int]:
        """The best within reach: first what fits, then the rest; of each what is stale last."""
        chosen: list[int] = []
        for group in self._groups:
            if len(chosen) < limit:
                chosen += self._around.nearest(
                    keep & group, limit - len(chosen), bound=self._nearby, accept=accept
                )
        return chosen

    def _far(self, limit: int, keep: Mask, accept: Accept | None) -> list[int]:
        """The nearest at any distance: first what fits, then the rest."""
        chosen = self._around.nearest(keep & self._fits, limit, accept=accept)
        return chosen + self._around.nearest(
            keep & ~self._fits, limit - len(chosen), accept=accept
        )

    def _nearest_whenever(self) -> list[int]:
        """The nearest of all, the nearest this week and, unless days were asked for, today."""
        base = max(self._today, self._when.start) if self._when and self._when.start else None
        week = (base or self._today) + timedelta(days=WEEK)
        keep = self._meant
        found = self._around.nearest(keep, 1)
        found += self._around.nearest(
            keep & self._may_fall(self._yesterday, week), 1, accept=lambda i: self._day(i) <= week
        )
        if self._when is None:
            found += self._around.nearest(
                keep & self._may_fall(self._yesterday, self._today),
                1,
                accept=lambda i: self._day(i) <= self._today,
            )
        return list(dict.fromkeys(found))

    def _much_nearer(self, chosen: list[int]) -> list[int]:
        """What is on this week and much nearer than all that is shown, both ways of measuring."""
        if self._around.place is None or not chosen:
            return []
        last = self._today + timedelta(days=WEEK)
        if self._when and self._when.start:
            last = max(last, self._when.end or self._when.start)
        keep = self._meant & self._may_fall(self._yesterday, last)
        found = []
        for straight in (False, True):
            measure = self._around.straight if straight else self._around.way
            unlike = not any(self._fits[index] and self._meant[index] for index in chosen)
            reach = np.inf if unlike else min(map(measure, chosen)) - MUCH_NEARER
            if reach < 0:
                continue
            found += self._around.nearest(
                keep, 1, bound=reach, accept=lambda i: self._look(i).soon, straight=straight
            )
        return list(dict.fromkeys(found))

    def _called_off(self) -> list[int]:
        """The nearest that would have been on the days asked for, but is cancelled."""
        columns = self._programme.columns
        if not columns.changed.any():
            return []
        return self._around.nearest(
            columns.changed & self._meant,
            1,
            bound=self._nearby,
            accept=lambda i: bool(self._look(i).cancelled) and not self._look(i).on_time,
        )

    # From anywhere

    def _anywhere(self) -> list[int]:
        """The best of what needs no place: the form asked for first, then the soonest."""
        reach = self._meant_of(self._programme.remote)
        if self._slots.place is not None:
            areas = [self._programme.by_area.get(area) for area in self._areas]
            held = [self._meant_of(area) for area in areas if area is not None]
            reach = np.unique(np.concatenate([reach, *held])) if held else reach
        chosen: list[int] = []
        for group in self._by_form(reach):
            fresh = group[~self._stale[group]]
            if self._when is not None:
                chosen += self._soonest(fresh, _ANYWHERE - len(chosen), on_time=True)
            chosen += self._soonest(fresh, _ANYWHERE - len(chosen), on_time=self._when is None)
            chosen += group[self._stale[group]].tolist()[: _ANYWHERE - len(chosen)]
        return chosen

    def _meant_of(self, indexes: NDArray[np.int32]) -> NDArray[np.int32]:
        return indexes[self._wanted[indexes] & self._fits[indexes]]

    def _by_form(self, reach: NDArray[np.int32]) -> list[NDArray[np.int32]]:
        asked = self._slots.format
        if asked is None or asked is Format.IN_PERSON:
            return [reach]
        like = self._programme.columns.format[reach] == format_number(asked)
        return [reach[like], reach[~like]]

    def _soonest(self, reach: NDArray[np.int32], count: int, *, on_time: bool) -> list[int]:
        """Those with a date on the first days, a day at a time, and then the rest by their ids."""
        chosen: list[int] = []
        if not len(reach) or count <= 0:
            return chosen
        weekdays = self._programme.columns.weekdays[reach]
        for slot in range(WEEK + 2):
            day = self._base + timedelta(days=slot)
            bits = _weekday_bits(self._yesterday if slot == 0 else day, day)
            may = (weekdays & np.uint8(bits)) != 0 if slot <= WEEK else slice(None)
            for index in reach[may].tolist():
                if len(chosen) >= count:
                    return chosen
                if self._slot(index) == slot and self._look(index).on_time == on_time:
                    chosen.append(index)
        return chosen

    def _slot(self, index: int) -> int:
        """How many days it is until the next date, at most a week."""
        following = self._look(index).next
        if following is None:
            return WEEK + 1
        return min(max((day_of(following) - self._base).days, 0), WEEK + 1)

    # Looked up once

    @property
    def _areas(self) -> set[str]:
        """The areas that a place lies in."""
        return {self._slots.place.province, "Nederland"} if self._slots.place else set()

    @cached_property
    def _base(self) -> date:
        """The first of the days that count."""
        asked = self._when.start if self._when else None
        return max(asked, self._today) if asked else self._today

    @cached_property
    def _yesterday(self) -> date:
        """From where on a date may still be going on: what began last night is over by noon."""
        return self._today - timedelta(days=1) if self._now.hour < 12 else self._today

    @cached_property
    def _all(self) -> Mask:
        return np.ones_like(self._wanted)

    @cached_property
    def _groups(self) -> list[Mask]:
        """What is on site by how well it fits and how old its source is, without empty groups."""
        groups = []
        for fits in (self._on_site & self._fits, self._on_site & ~self._fits):
            if fits.any():
                old = fits & self._stale
                groups += [fits & ~self._stale, old] if old.any() else [fits]
        return groups

    @cached_property
    def _meant(self) -> Mask:
        """What fits, or everything that is wanted where nothing near does."""
        meant: Mask = self._fits & self._on_site
        return meant if meant.any() else self._on_site

    @cached_property
    def _asked_days(self) -> Mask:
        """What may fall on the days asked for."""
        if self._when is None or self._when.start is None:
            known: Mask = self._programme.columns.weekdays != 0
            return known
        begin = self._when.start
        end = self._when.end or begin
        return self._may_fall(self._yesterday if begin == self._today else begin, end)

    def _look(self, index: int) -> Upcoming:
        known = self._coming.get(index)
        if known is None:
            activity = self._programme.activities[index]
            known = upcoming(self._programme, activity, self._now, self._when)
            self._coming[index] = known
        return known

    def _day(self, index: int) -> date:
        following = self._look(index).next
        return day_of(following) if following else date.max

    def _is_timely(self, index: int) -> bool:
        return self._look(index).on_time

    def _as_match(self, index: int) -> Match:
        return _match(
            self._around,
            index,
            self._programme.activities[index],
            self._look(index),
            fits=bool(self._fits[index]),
            stale=bool(self._stale[index]),
        )

    def _from_afar(self, index: int) -> Match:
        coming = self._look(index)
        return Match(
            activity=self._programme.activities[index],
            kilometres=None,
            next=coming.next,
            fits=bool(self._fits[index]),
            on_time=coming.on_time,
            cancelled=coming.cancelled,
            stale=bool(self._stale[index]),
        )

    def _rank(self, match: Match) -> tuple[bool, bool, bool, bool, float, str]:
        """What is within reach comes first; then what is on time, fits, and can be relied on."""
        far = match.kilometres or 0.0
        late, identity = not match.on_time, match.activity.id
        return far > NEARBY, late, not match.fits, match.stale, far, identity


def _weekday_bits(first: date, last: date) -> int:
    """The weekdays in a stretch of days."""
    days = (last - first).days + 1
    if days >= 7:
        return ALL_DAYS
    return sum(1 << (first.weekday() + day) % 7 for day in range(days))


def _merged(musts: list[int], chosen: list[int], limit: int) -> list[int]:
    """What must be shown and, as far as there is room, what was chosen, the best first."""
    musts = list(dict.fromkeys(musts))[:limit]
    others = [index for index in chosen if index not in musts]
    return musts + others[: limit - len(musts)]


__all__ = ["MUCH_NEARER", "NEARBY", "Match", "Matches", "is_over", "match_of", "search"]
