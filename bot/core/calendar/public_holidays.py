"""The days of the year that the Dutch call by a name, and when they fall.

    find_feast(folded, at)       the named day that begins at an offset of folded text -> FeastWord
    days_of(feast, year)         the dates a name covers: Kerst is two days, Hemelvaart one
    free_days(year)              the public holidays on which "niet op feestdagen" means closed

Good Friday and Liberation Day are not free days here: most doors are open then, so they count only
when they are named.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from dateutil.easter import easter


class Feast(StrEnum):
    """A day or a pair of days with a name, by the name it has in Dutch."""

    NEW_YEAR = "Nieuwjaarsdag"
    EPIPHANY = "Driekoningen"
    CARNIVAL = "carnaval"
    GOOD_FRIDAY = "Goede Vrijdag"
    EASTER = "Pasen"
    EASTER_SUNDAY = "eerste paasdag"
    EASTER_MONDAY = "tweede paasdag"
    KINGS_DAY = "Koningsdag"
    REMEMBRANCE = "Dodenherdenking"
    LIBERATION = "Bevrijdingsdag"
    ASCENSION = "Hemelvaartsdag"
    WHITSUN = "Pinksteren"
    WHIT_SUNDAY = "eerste pinksterdag"
    WHIT_MONDAY = "tweede pinksterdag"
    SAINT_MARTIN = "Sint-Maarten"
    SAINT_NICHOLAS = "Sinterklaas"
    CHRISTMAS_EVE = "kerstavond"
    CHRISTMAS = "Kerst"
    CHRISTMAS_DAY = "eerste kerstdag"
    BOXING_DAY = "tweede kerstdag"
    NEW_YEARS_EVE = "oudejaarsdag"
    OLD_AND_NEW = "oud en nieuw"


_FREE = (
    Feast.NEW_YEAR,
    Feast.EASTER,
    Feast.KINGS_DAY,
    Feast.ASCENSION,
    Feast.WHITSUN,
    Feast.CHRISTMAS,
)


def _on(month: int, *days: int) -> Callable[[int], tuple[date, ...]]:
    return lambda year: tuple(date(year, month, day) for day in days)


def _from_easter(*offsets: int) -> Callable[[int], tuple[date, ...]]:
    return lambda year: tuple(easter(year) + timedelta(days=offset) for offset in offsets)


def _kings_day(year: int) -> tuple[date, ...]:
    day = date(year, 4, 27)
    return (day - timedelta(days=1) if day.isoweekday() == 7 else day,)


_DAYS: dict[Feast, Callable[[int], tuple[date, ...]]] = {
    Feast.NEW_YEAR: _on(1, 1),
    Feast.EPIPHANY: _on(1, 6),
    Feast.CARNIVAL: _from_easter(-49, -48, -47),
    Feast.GOOD_FRIDAY: _from_easter(-2),
    Feast.EASTER: _from_easter(0, 1),
    Feast.EASTER_SUNDAY: _from_easter(0),
    Feast.EASTER_MONDAY: _from_easter(1),
    Feast.KINGS_DAY: _kings_day,
    Feast.REMEMBRANCE: _on(5, 4),
    Feast.LIBERATION: _on(5, 5),
    Feast.ASCENSION: _from_easter(39),
    Feast.WHITSUN: _from_easter(49, 50),
    Feast.WHIT_SUNDAY: _from_easter(49),
    Feast.WHIT_MONDAY: _from_easter(50),
    Feast.SAINT_MARTIN: _on(11, 11),
    Feast.SAINT_NICHOLAS: _on(12, 5),
    Feast.CHRISTMAS_EVE: _on(12, 24),
    Feast.CHRISTMAS: _on(12, 25, 26),
    Feast.CHRISTMAS_DAY: _on(12, 25),
    Feast.BOXING_DAY: _on(12, 26),
    Feast.NEW_YEARS_EVE: _on(12, 31),
    Feast.OLD_AND_NEW: lambda year: (date(year, 1, 1), date(year, 12, 31)),
}

_FIRST, _SECOND = r"(?:1e|1ste|eerste) ", r"(?:2e|2de|tweede) "
_BOTH = r"(?:1e|1ste|eerste)(?: en | & | ?/ ?)(?:2e|2de|tweede) "
_NAMES: tuple[tuple[str, Feast], ...] = (
    (_BOTH + "kerstdag", Feast.CHRISTMAS),
    (_BOTH + "paasdag", Feast.EASTER),
    (_BOTH + "pinksterdag", Feast.WHITSUN),
    (r"oud(?:jaar)? (?:en|&|op|\+) nieuw(?:jaar)?", Feast.OLD_AND_NEW),
    (r"nieuwjaar(?:sdag)?", Feast.NEW_YEAR),
    (r"drie ?koningen", Feast.EPIPHANY),
    (r"carnaval|vastenavond", Feast.CARNIVAL),
    (r"goede vrijdag", Feast.GOOD_FRIDAY),
    (_FIRST + "paasdag|paaszondag", Feast.EASTER_SUNDAY),
    (_SECOND + "paasdag|paasmaandag", Feast.EASTER_MONDAY),
    (r"pasen|paasdagen|paasweekend|paasdag", Feast.EASTER),
    (r"konings?dag|koninginnedag", Feast.KINGS_DAY),
    (r"(?:nationale )?dodenherdenking", Feast.REMEMBRANCE),
    (r"bevrijdingsdag", Feast.LIBERATION),
    (r"hemelvaarts?(?:dag)?", Feast.ASCENSION),
    (_FIRST + "pinksterdag|pinksterzondag", Feast.WHIT_SUNDAY),
    (_SECOND + "pinksterdag|pinkstermaandag", Feast.WHIT_MONDAY),
    (r"pinksteren|pinksterdagen|pinksterweekend|pinksterdag", Feast.WHITSUN),
    (r"sint[ -]?maarten", Feast.SAINT_MARTIN),
    (r"sinterklaas(?:avond|dag)?|pakjesavond|sint[ -]?nicolaas", Feast.SAINT_NICHOLAS),
    (r"kerstavond", Feast.CHRISTMAS_EVE),
    (_FIRST + "kerstdag", Feast.CHRISTMAS_DAY),
    (_SECOND + "kerstdag", Feast.BOXING_DAY),
    (r"(?:de )?(?:beide )?kerst(?:mis|dagen|dag)?", Feast.CHRISTMAS),
    (r"oude?jaars?(?:dag|avond)?|oudjaar", Feast.NEW_YEARS_EVE),
)
_FEASTS = re.compile("|".join(rf"(?P<f{i}>{name})" for i, (name, _) in enumerate(_NAMES)))
_FEAST_ENDS = re.compile(r"(?!\w)(?!-(?:en|vakantie))")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeastWord:
    """A named day and where its name stands in the text."""

    feast: Feast
    start: int
    end: int


def find_feast(text: str, at: int = 0) -> FeastWord | None:
    """The named day that begins exactly at an offset of folded text, or None."""
    match = _FEASTS.match(text, at)
    if match is None or match.lastgroup is None or not _FEAST_ENDS.match(text, match.end()):
        return None
    feast = _NAMES[int(match.lastgroup[1:])][1]
    return FeastWord(feast=feast, start=match.start(), end=match.end())


@lru_cache(maxsize=2048)
def days_of(feast: Feast, year: int) -> tuple[date, ...]:
    """The dates in a year that a name covers, in order."""
    return _DAYS[feast](year)


@lru_cache(maxsize=256)
def free_days(year: int) -> frozenset[date]:
    """The public holidays of a year on which "niet op feestdagen" means closed."""
    return frozenset(day for feast in _FREE for day in days_of(feast, year))
