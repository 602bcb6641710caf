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


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The stretches that a schedule leaves out, and those in which it may, for all we know."""

    known: tuple[Between, ...]
    unsure: tuple[Between, ...]


def breaks_in(
    breaks: SchoolBreaks, first: date, last: date, holidays: Iterable[SchoolHoliday]
) -> Found:
    """The left-out stretches that touch a period.

    Where nobody says when a holiday is, or it differs by region and none is named, it is unsure.
    """
    known: list[Between] = []
    unsure: list[Between] = []
    told = tuple(holidays)
    for name in breaks.names:
        for year in range(first.year - 1, last.year + 1):
            within = _range_of(name, year)
            if within[1] < first or within[0] > last:
                continue
            dates = _dates_of(name, breaks.region, within, told)
            told_for_all = breaks.region or None in dates or set(Region) <= dates.keys()
            if told_for_all and len(set(dates.values())) == 1:
                known += dates.values()
            else:
                unsure.append(_around(dates, within))
    return Found(known=tuple(dict.fromkeys(known)), unsure=tuple(unsure))


def spans_by_name(
    holidays: Iterable[SchoolHoliday], *, everywhere: bool = False
) -> dict[str, tuple[tuple[date, date], ...]]:
    """First and last days by the name of a holiday, as `find_when` and `read_change` want them.

    Where regions differ the whole stretch counts, or with `everywhere` none at all.
    """
    by_year: dict[tuple[str, int], list[SchoolHoliday]] = {}
    for one in holidays:
        by_year.setdefault((one.name.value, one.first.year), []).append(one)
    found: dict[str, list[tuple[date, date]]] = {}
    for (name, _), same in sorted(by_year.items()):
        if everywhere and len({(one.first, one.last) for one in same}) > 1:
            continue
        span = min(one.first for one in same), max(one.last for one in same)
        found.setdefault(name, []).append(span)
    return {name: tuple(spans) for name, spans in found.items()}


def _range_of(name: Break, year: int) -> tuple[date, date]:
    opening, closing = _RANGES[name]
    wraps = closing < opening
    return date(year, *opening), date(year + wraps, *closing)


def _dates_of(
    name: Break,
    region: Region | None,
    within: tuple[date, date],
    holidays: tuple[SchoolHoliday, ...],
) -> dict[Region | None, Between]:
    return {
        holiday.region: Between(first=holiday.first, last=holiday.last)
        for holiday in holidays
        if holiday.name is name
        and (region is None or holiday.region in (None, region))
        and within[0] <= holiday.first <= within[1]
    }


def _around(dates: dict[Region | None, Between], within: tuple[date, date]) -> Between:
    """From the first to the last of all regions where each is known, else where it can fall."""
    if set(Region) <= dates.keys():
        return Between(
            first=min(one.first for one in dates.values()),
            last=max(one.last for one in dates.values()),
        )
    return Between(first=within[0], last=within[1])
