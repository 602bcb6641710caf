"""Finds the dates that people hide in names and notes: lists, stretches and open ends."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.core.calendar.dutch_calendar import MONTHS, WEEKDAYS, fold, month

_ENGLISH_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = "jan|feb|febr|mrt|apr|jun|jul|aug|sept?|okt|oct|nov|dec"
_MONTH = f"(?:{'|'.join((*MONTHS, *_ENGLISH_MONTHS))}|(?:{_SHORT})\\b\\.?)"
_YEAR = r"(?:\s*'?\s*(?P<year>20\d\d|2\d(?![\d:.,]|\s*uur)))?"
_DAY = r"(?P<day>[0-3]?\d)"
_NAMED = re.compile(
    rf"(?<![\d/.:])(?:de\s+)?{_DAY}(?:e|de|ste|th|st|nd|rd)?\s*(?P<month>{_MONTH}){_YEAR}"
)
_TURNED = re.compile(
    rf"\b(?P<month>{'|'.join(_ENGLISH_MONTHS)}|(?:{_SHORT})\b\.?)\s+(?P<day>[0-3]?\d)(?:th|st|nd|rd)?\b(?!\s*[/:])"
    r"(?:,?\s+(?P<year>20\d\d))?"
)
_FIGURES = re.compile(
    r"(?<![\d/.:])(?P<day>[0-3]?\d)(?P<mark>[/-])(?P<month>[01]?\d)(?:[/-](?P<year>20\d\d|2\d))?(?!\d|/|:\d|\s*(?:minuten|min\b|€))"
)
_BARE = re.compile(r"(?<![\d/.:-])(?P<day>[0-3]?\d)(?=\s*(?:,|en\b|&|and\b|t/m|tot en met|-|–))")
_WEEKDAY = rf"(?:(?:{'|'.join((*WEEKDAYS, *_ENGLISH_DAYS))})(?:en)?\s+)?"
_STRETCH = re.compile(rf"\s*(?:t/?m|tot en met|tot|-|until|till|through)\s*{_WEEKDAY}(?:de\s+)?\Z")
_LIST = re.compile(rf"\s*(?:,\s*en|,|en|&|and|/)\s*{_WEEKDAY}(?:op\s+)?(?:de\s+)?\Z")
_OPENS = re.compile(
    rf"\b(?:vanaf|per|m\.?i\.?v\.?|met ingang van|from|starting|as of)\s+{_WEEKDAY}\Z"
)
_CLOSES = re.compile(rf"(?:\bt/m|\btot en met|\btot|\buntil)\s+{_WEEKDAY}\Z")
_SINCE = re.compile(rf"\b(?:sinds|since)\s+{_WEEKDAY}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Separate days, or the days from a first to a last, as far as the words say."""

    start: int  # where it stands in the text
    end: int
    days: tuple[date, ...] = ()
    first: date | None = None
    last: date | None = None
    certain: bool = True  # False: figures such as 7/8, which may be something else

    @property
    def over(self) -> date | None:
        """The last day it speaks of; None where it goes on, or has begun for good."""
        return max(self.days) if self.days else self.last


@dataclass(frozen=True, slots=True)
class _Atom:
    day: int
    month: int  # 0: the month of the next one
    year: int  # 0: not said
    start: int
    end: int
    certain: bool


def find_stretches(text: str, anchor: date, weekdays: Iterable[int] = ()) -> tuple[Stretch, ...]:
    """The dates in a text; a year that is not said is the one that fits the weekdays best.

    A date without a year is the nearest one to the anchor that falls on one of the weekdays, or
    the nearest of all where none does.
    """
    folded = fold(text)
    atoms = _atoms(folded)
    groups: list[list[_Atom]] = []
    kinds: list[str] = []
    for atom in atoms:
        gap = folded[groups[-1][-1].end : atom.start] if groups else "."
        ranged, listed = bool(_STRETCH.match(gap)), bool(_LIST.match(gap))
        joins = groups and (
            (ranged and kinds[-1] == "one") or (listed and kinds[-1] in ("one", "list"))
        )
        if joins:
            groups[-1].append(atom)
            kinds[-1] = "stretch" if ranged else "list"
        else:
            groups.append([atom])
            kinds.append("one")
    wanted = frozenset(weekdays)
    found = (
        _stretch(group, kind, folded, anchor, wanted)
        for group, kind in zip(groups, kinds, strict=True)
    )
    return tuple(one for one in found if one is not None)


def _atoms(folded: str) -> list[_Atom]:
    found: dict[int, _Atom] = {}
    taken: list[tuple[int, int]] = []
    for pattern in (_NAMED, _TURNED, _FIGURES, _BARE):
        for match in pattern.finditer(folded):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            atom = _atom(match, pattern)
            if atom is not None:
                found[match.start()] = atom
                taken.append(match.span())
    ordered = [found[start] for start in sorted(found)]
    return _with_months(ordered, folded)


def _atom(match: re.Match[str], pattern: re.Pattern[str]) -> _Atom | None:
    groups = match.groupdict()
    day, year = int(groups["day"]), int(groups.get("year") or 0)
    if pattern is _FIGURES:
        number = int(groups["month"])
        if groups["mark"] == "-" and not year:
            return None
    else:
        number = _month_number(groups.get("month") or "")
    year += 2000 if 0 < year < 100 else 0
    if not 1 <= day <= 31 or number > 12 or (pattern is not _BARE and not number):
        return None
    certain = pattern is not _FIGURES or bool(year)
    return _Atom(day, number, year, match.start(), match.end(), certain)


def _month_number(word: str) -> int:
    plain = word.rstrip(".")
    if plain in _ENGLISH_MONTHS:
        return _ENGLISH_MONTHS.index(plain) + 1
    return month(plain) or 0


def _with_months(atoms: list[_Atom], folded: str) -> list[_Atom]:
    """Days that borrow month and year from the next one: 7, 14 en 21 juli."""
    found: list[_Atom] = []
    for at, atom in reversed(list(enumerate(atoms))):
        following = found[0] if found and at + 1 < len(atoms) else None
        joined = following is not None and _joins(folded[atom.end : following.start])
        if atom.month and (atom.year or not joined):
            found.insert(0, atom)
        elif following is not None and joined:
            same = atom.month or following.month
            year = following.year if same <= following.month else 0
            found.insert(0, _Atom(atom.day, same, year, atom.start, atom.end, following.certain))
        elif atom.month:
            found.insert(0, atom)
    return found


def _joins(gap: str) -> bool:
    return bool(_STRETCH.match(gap) or _LIST.match(gap))


def _stretch(
    group: list[_Atom], kind: str, folded: str, anchor: date, weekdays: frozenset[int]
) -> Stretch | None:
    before = folded[: group[0].start]
    if _SINCE.search(before):
        return None
    start, end = group[0].start, group[-1].end
    certain = all(atom.certain for atom in group)
    if kind == "stretch" and len(group) == 2:
        last = _dated(group[1], anchor, weekdays)
        first = _dated_before(group[0], last) if last else None
        if first is None or last is None:
            return None
        return Stretch(start=start, end=end, first=first, last=last, certain=certain)
    if opening := _OPENS.search(before) or _CLOSES.search(before):
        day = _dated(group[0], anchor, weekdays)
        if day is None:
            return None
        opens = opening.re is _OPENS
        return Stretch(
            start=opening.start(),
            end=end,
            first=day if opens else None,
            last=None if opens else day,
            certain=certain,
        )
    days = [_dated(atom, anchor, weekdays, back=4) for atom in group]
    known = tuple(sorted({day for day in days if day is not None}))
    return Stretch(start=start, end=end, days=known, certain=certain) if known else None


def _dated(atom: _Atom, anchor: date, weekdays: frozenset[int], back: int = 2) -> date | None:
    """The day meant; one that must fall on a weekday may be longer ago."""
    years = [atom.year] if atom.year else range(anchor.year - back, anchor.year + 2)
    found = [day for year in years if (day := _valid(year, atom))]
    fitting = [day for day in found if day.weekday() in weekdays]
    return min(fitting or found, key=lambda day: abs((day - anchor).days), default=None)


def _dated_before(atom: _Atom, last: date) -> date | None:
    """The first day of a stretch: the latest such date up to its last day."""
    years = [atom.year] if atom.year else [last.year, last.year - 1]
    found = (_valid(year, atom) for year in years)
    return next((day for day in found if day and day <= last), None)


def _valid(year: int, atom: _Atom) -> date | None:
    try:
        return date(year, atom.month, atom.day)
    except ValueError:
        return None
