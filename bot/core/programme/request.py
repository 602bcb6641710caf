"""One request to the programme: what is wanted, what fits it, and what was looked up so far."""

from datetime import date, datetime, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.core.message import Slots
from bot.core.model import Format, Kind, Theme
from bot.core.programme.around import Around, Mask
from bot.core.programme.changed import day_of
from bot.core.programme.columns import (
    ALL_DAYS,
    audience_bits,
    format_number,
    kind_number,
    kind_table,
    theme_bits,
)
from bot.core.programme.matches import NEARBY, Match
from bot.core.programme.programme import Programme
from bot.core.programme.upcoming import Upcoming, is_asked, upcoming

_ADDICTIONS = {Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING}
# Kinds that people use for one another: who asks for a group is helped by the neighbouring kind.
_KIN = {
    Kind.RECOVERY_GROUP: {Kind.PEER_GROUP},
    Kind.PEER_GROUP: {Kind.RECOVERY_GROUP},
    Kind.COURSE: {Kind.WORKSHOP},
    Kind.WORKSHOP: {Kind.COURSE},
}


class Request:
    """A request with its arrays of what is wanted; activities go by their index."""

    def __init__(self, programme: Programme, slots: Slots, now: datetime) -> None:
        """Works out what is wanted; `now` is local time in Europe/Amsterdam."""
        self.programme = programme
        self.slots = slots
        self.now = now
        self.today = now.date()
        self.when = slots.when if slots.when and is_asked(slots.when) else None
        self._coming: dict[int, Upcoming] = {}
        self.stale: Mask = programme.columns.stale_from <= self.today.toordinal()
        self.wanted, self.fits = self._masks()
        self.on_site = self.wanted & (
            programme.columns.format == format_number(Format.IN_PERSON)
            if slots.place is None
            else programme.placed
        )
        self.around = Around(programme, slots.place, self.on_site)
        self.reach = NEARBY if slots.place else np.inf

    def _masks(self) -> tuple[Mask, Mask]:
        """What is worth showing at all, and what of that is just what was asked for."""
        columns, slots = self.programme.columns, self.slots
        wanted: Mask = np.ones(len(self.programme.activities), dtype=np.bool_)
        fits = wanted.copy()
        if not slots.organisation:
            wanted &= columns.last >= self.yesterday.toordinal()  # the rest has ended
        else:
            wanted &= self._held_by(slots.organisation)
        asked = audience_bits(slots.audiences)
        if asked or not slots.organisation:
            meant = (columns.audiences & np.uint16(asked)) != 0
            fits &= meant if asked else True
            wanted &= True if slots.organisation else meant | (columns.audiences == 0)
        if slots.themes:
            about = (columns.themes & np.uint32(meant_themes(slots.themes))) != 0
            fits &= about
            wanted &= about | (columns.themes == 0)
        if slots.kind:
            fits &= columns.kind == kind_number(slots.kind)
            wanted &= kind_table({slots.kind} | _KIN.get(slots.kind, set()))[columns.kind]
        if slots.format:
            on_site = columns.format == format_number(Format.IN_PERSON)
            wanted &= on_site if slots.format is Format.IN_PERSON else ~on_site
        return wanted, fits

    def _held_by(self, name: str) -> Mask:
        """What is held by whoever goes by a name."""
        holders, column = self.programme.holders, self.programme.columns.organisation
        numbers = [holders[one.id] for one in self.programme.named(name)]
        held: Mask = column == numbers[0] if len(numbers) == 1 else np.isin(column, numbers)
        return held

    def may_fall(self, first: date, last: date) -> Mask:
        """What may have a date in a stretch of days, going by its weekdays and limits only."""
        columns = self.programme.columns
        falls: Mask = (columns.weekdays & np.uint8(weekday_bits(first, last))) != 0
        falls &= columns.first <= last.toordinal()
        falls &= columns.last >= first.toordinal()
        return falls

    def meant_of(self, indexes: NDArray[np.int32]) -> NDArray[np.int32]:
        return indexes[self.wanted[indexes] & self.fits[indexes]]

    @property
    def areas(self) -> set[str]:
        """The areas that a place lies in."""
        return {self.slots.place.province, "Nederland"} if self.slots.place else set()

    @cached_property
    def base(self) -> date:
        """The first of the days that count."""
        asked = self.when.start if self.when else None
        return max(asked, self.today) if asked else self.today

    @cached_property
    def yesterday(self) -> date:
        """From where on a date may still be going on: what began last night is over by noon."""
        return self.today - timedelta(days=1) if self.now.hour < 12 else self.today

    @cached_property
    def all(self) -> Mask:
        return np.ones_like(self.wanted)

    @cached_property
    def groups(self) -> list[Mask]:
        """What is on site by how well it fits and how old its source is, without empty groups."""
        groups = []
        for fits in (self.on_site & self.fits, self.on_site & ~self.fits):
            if fits.any():
                old = fits & self.stale
                groups += [fits & ~self.stale, old] if old.any() else [fits]
        return groups

    @cached_property
    def meant(self) -> Mask:
        """What fits, or everything that is wanted where nothing near does."""
        meant: Mask = self.fits & self.on_site
        return meant if meant.any() else self.on_site

    @cached_property
    def asked_days(self) -> Mask:
        """What may fall on the days asked for."""
        if self.when is None or self.when.start is None:
            known: Mask = self.programme.columns.weekdays != 0
            return known
        begin = self.when.start
        end = self.when.end or begin
        return self.may_fall(self.yesterday if begin == self.today else begin, end)

    def look(self, index: int) -> Upcoming:
        known = self._coming.get(index)
        if known is None:
            activity = self.programme.activities[index]
            known = upcoming(self.programme, activity, self.now, self.when)
            self._coming[index] = known
        return known

    def day(self, index: int) -> date:
        following = self.look(index).next
        return day_of(following) if following else date.max

    def is_timely(self, index: int) -> bool:
        return self.look(index).on_time

    def match(self, index: int) -> Match:
        """An activity as a match of this request."""
        coming, placed = self.look(index), self.slots.place is not None and self.on_site[index]
        return Match(
            activity=self.programme.activities[index],
            kilometres=self.around.way(index) if placed else None,
            straight=self.around.straight(index) if placed else None,
            next=coming.next,
            fits=bool(self.fits[index]),
            on_time=coming.on_time,
            cancelled=coming.cancelled,
            stale=bool(self.stale[index]),
        )


def meant_themes(asked: tuple[Theme, ...]) -> int:
    """The themes that count for those asked for; addiction stands for each kind, and back."""
    wanted = set(asked)
    if wanted & _ADDICTIONS:
        wanted.add(Theme.ADDICTION)
    if Theme.ADDICTION in asked:
        wanted |= _ADDICTIONS
    return theme_bits(wanted)


def weekday_bits(first: date, last: date) -> int:
    """The weekdays in a stretch of days."""
    days = (last - first).days + 1
    if days >= 7:
        return ALL_DAYS
    return sum(1 << (first.weekday() + day) % 7 for day in range(days))
