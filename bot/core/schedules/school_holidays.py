"""School holidays: named stretches that differ by region and are knowledge, not a rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.schedules.recurrence import Between


class Break(StrEnum):
    """A school holiday by its Dutch name."""

    AUTUMN = "herfstvakantie"
    CHRISTMAS = "kerstvakantie"
    SPRING = "voorjaarsvakantie"
    MAY = "meivakantie"
    SUMMER = "zomervakantie"


class Region(StrEnum):
    """One of the three regions between which school holidays are spread."""

    NORTH = "noord"
    MIDDLE = "midden"
    SOUTH = "zuid"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolHoliday:
    """One school holiday of one year in one region, or in the whole country."""

    name: Break
    first: date
    last: date
    region: Region | None = None  # None: the whole country


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolBreaks:
    """The school holidays that a schedule leaves out."""

    names: tuple[Break, ...]
    region: Region | None = None


# The stretch in which each holiday can fall at all, in any region or year: (month, day) twice.
_RANGES = {
    Break.AUTUMN: ((10, 8), (11, 6)),
    Break.CHRISTMAS: ((12, 18), (1, 10)),
    Break.SPRING: ((2, 6), (3, 15)),
    Break.MAY: ((4, 17), (5, 12)),
    Break.SUMMER: ((7, 1), (9, 8)),
}


def known_breaks(
    breaks: SchoolBreaks, first: date, last: date, known: Iterable[SchoolHoliday]
) -> tuple[Between, ...] | None:
    """The left-out stretches that touch a period, or None where one of them is not known."""
    found: list[Between] = []
    holidays = tuple(known)
    for name in breaks.names:
        for year in range(first.year - 1, last.year + 1):
            earliest, latest = _range_of(name, year)
            if latest < first or earliest > last:
                continue
            dates = _dates_of(name, breaks.region, (earliest, latest), holidays)
            if len(dates) != 1:
                return None
            found += dates
    return tuple(found)


def _range_of(name: Break, year: int) -> tuple[date, date]:
    opening, closing = _RANGES[name]
    wraps = closing < opening
    return date(year, *opening), date(year + wraps, *closing)


def _dates_of(
    name: Break,
    region: Region | None,
    within: tuple[date, date],
    holidays: tuple[SchoolHoliday, ...],
) -> set[Between]:
    return {
        Between(first=holiday.first, last=holiday.last)
        for holiday in holidays
        if holiday.name is name
        and (region is None or holiday.region in (None, region))
        and within[0] <= holiday.first <= within[1]
    }
