"""What is said about one set of days, while a schedule phrase is still being read."""

from dataclasses import dataclass, field

from bot.core.model import Part
from bot.core.schedules.items import (
    Also,
    Count,
    Days,
    Feasts,
    From,
    Hours,
    Item,
    Months,
    Moved,
    Often,
    PublicHolidays,
    Remark,
    Rhythm,
    Stretch,
    Target,
    Unclear,
    Until,
)


@dataclass(slots=True)
class Draft:
    """All that is said about one set of days, while it is still being collected."""

    days: tuple[Days, ...] = ()
    named: bool = False  # the days are in the name of the group
    stretches: tuple[Stretch, ...] = ()
    feasts: tuple[Feasts | PublicHolidays, ...] = ()
    hours: list[Hours] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    ranks: tuple[int, ...] = ()  # said without a day
    rank_weeks: bool = False
    all_hours: bool = False
    length: int | None = None
    rhythm: Rhythm | None = None
    often: Often | None = None
    parity: int | None = None
    months: Months | None = None
    month_parity: int | None = None
    weeks: tuple[int, ...] = ()
    start: From | None = None
    until: Until | None = None
    count: Count | None = None
    moved: list[Moved] = field(default_factory=list)
    either: bool = False
    undecided: bool = False
    once: bool = False  # its day is one day that only its date would tell
    season: bool = False
    unclear: Unclear | None = None
    added: bool = False  # "ook", "extra": comes on top of what was said before
    extra: bool = False
    trailing: frozenset[str] = frozenset()  # limits said after its days and hours
    opened_by: Item | None = None  # the limit that set this draft apart from the one before

    @property
    def has_days(self) -> bool:
        """Whether it names any days."""
        return bool(self.days or self.stretches or self.feasts)

    @property
    def is_complete(self) -> bool:
        """Whether it names days and when on those days."""
        parts = self.parts or any(days.part for days in self.days)
        parts = parts or any(stretch.first.part for stretch in self.stretches)
        return self.has_days and bool(self.hours or parts or self.all_hours)


@dataclass(slots=True)
class Grouping:
    """The drafts of a phrase and what holds for all of them."""

    drafts: list[Draft] = field(default_factory=lambda: [Draft()])
    excepted: list[tuple[Target, Draft]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    by_appointment: bool = False
    also: Also | None = None
    once: bool = False  # the days that follow are one day, seen from the day of writing

    @property
    def current(self) -> Draft:
        """The draft that is being collected."""
        return self.drafts[-1]

    def begin(self, opened_by: Item | None = None) -> Draft:
        """Start a new draft."""
        if self.also is not None and self.also.instead:
            opened_by = opened_by or self.also
        draft = Draft(opened_by=opened_by, added=self.also is not None)
        draft.extra = self.also is not None and self.also.extra
        self.also = None
        self.drafts.append(draft)
        return draft
