"""Finds dates in figures: 3-12, 3/12/2026, "op 3.12"; not 24/7, 10-12 uur or 8-12 jaar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.calendar.dutch_calendar import MONTHS


@dataclass(frozen=True, slots=True)
class FigureDate:
    """A date in figures as written, and where it stands."""

    day: int
    month: int
    year: int | None
    start: int
    end: int


_FIGURES = re.compile(
    r"(?<![\w.,:/+-])(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\w/%-])(?![.:,]\d)"
)
_SAYINGS = ("24/7", "50/50")
_COUNTED = re.compile(
    r"\s*-?\s?(?:uur|u|h|hours|jaar|jr|jarigen?|years?|maanden|weken|wkn|dagen|min|minuten|keer|x|times"
    r"|personen|mensen|man|people|kinderen|deelnemers|euro|km|stuks|graden|punten|procent)\b"
)
_MONTH_AFTER = re.compile(rf"\s*(?:{'|'.join(name[:3] for name in MONTHS)}|mrt)")
_DATE_AFTER = re.compile(r"\s*(?:t/?m|tot(?: en met)?|-)\s*\d{1,2}[-/]\d{1,2}\b")
_DATE_BEFORE = re.compile(r"(?:\bop|\bon|\bam|\bdd|\bdatum|dag|\b(?:ma|di|wo|do|vr|za|zo))[\s,]*$")
_TO_THE_MINUTE = re.compile(r"0[1-46-9]|1[12]")  # "18.12" is no hour, "18.10" may be
_OPENS = re.compile(r"(?:^|[.,!?;(\n])\s*$")
_HOUR_AFTER = re.compile(r"\s*(?:of|tot|-|en|/)\s*\d")
_SPAN_BEFORE = re.compile(r"(?:van|tussen|leeftijd|from|between|open|groep|nr|nummer)\s*$")
_CONTEXT = 16  # characters looked at on either side


def find_figure_dates(text: str) -> Iterator[FigureDate]:
    """The dates in figures of folded text, from left to right."""
    for match in _FIGURES.finditer(text):
        day, month, year = int(match[1]), int(match[3]), match[4]
        if not (1 <= day <= 31 and 1 <= month <= 12) or match.group() in _SAYINGS:
            continue
        if year is None and not _said_as_date(text, match):
            continue
        full = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
        if full != 0:
            yield FigureDate(day, month, full, *match.span())


def _said_as_date(text: str, match: re.Match[str]) -> bool:
    """Whether the words beside a day and month without a year leave them a date."""
    before = text[max(0, match.start() - _CONTEXT) : match.start()]
    after = text[match.end() : match.end() + _CONTEXT]
    if _COUNTED.match(after) or _MONTH_AFTER.match(after):
        return False
    if _DATE_BEFORE.search(before) or _DATE_AFTER.match(after):
        return True
    if match[2] == "." and _TO_THE_MINUTE.fullmatch(match[3]):
        return bool(_OPENS.search(text[: match.start()])) and not _HOUR_AFTER.match(after)
    return match[2] == "/" or (match[2] == "-" and not _SPAN_BEFORE.search(before))
