"""What is counted of answers, and how the counts are told: never of whom, and from ten up.

Topics, places and whether we understood are counted by week, levels of safety by day.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LEAST = 10  # below this a number is neither shown nor written down
_MOST = 15  # lines of a list
_DECISIONS = {"answer": "beantwoord", "ask": "nagevraagd", "abstain": "niet begrepen"}


class Sort(StrEnum):
    """What a count is of."""

    TOPIC = "topic"
    PLACE = "place"
    DECISION = "decision"
    LEVEL = "level"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What is counted: topic X in week 2026-W48, or level Y on 2026-11-22."""

    period: str
    sort: Sort
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How often."""

    count: Count
    number: int


def week_of(day: date) -> str:
    """The ISO week of a day: 2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def periods_of(day: date) -> tuple[str, ...]:
    """The week of a day, and its days so far."""
    monday = day - timedelta(days=day.weekday())
    days = ((monday + timedelta(days=number)).isoformat() for number in range(day.weekday() + 1))
    return (week_of(day), *days)


def show_figures(figures: Iterable[Figure], titles: Mapping[str, str], day: date) -> str:
    """This week's counts as a text in Dutch; `titles` has the Dutch title of each topic."""
    lists: dict[Sort, dict[str, int]] = defaultdict(dict)
    for one in figures:
        if one.number >= LEAST and one.count.sort is not Sort.LEVEL:
            lists[one.count.sort][one.count.name] = one.number
    week = day.isocalendar().week
    parts = [f"Cijfers van week {week}, vanaf {LEAST}. Wat minder vaak voorkwam, tel ik niet."]
    understood = lists[Sort.DECISION]
    if understood:
        parts.append(_list("Vragen", {_DECISIONS.get(k, k): n for k, n in understood.items()}))
    if lists[Sort.TOPIC]:
        named = {titles.get(name, name): number for name, number in lists[Sort.TOPIC].items()}
        parts.append(_list("Waarover", named))
    if lists[Sort.PLACE]:
        parts.append(_list("In welke plaats", lists[Sort.PLACE]))
    if len(parts) == 1:
        parts.append(f"Nog niets kwam deze week {LEAST} keer of vaker voor.")
    return "\n\n".join(parts)


def _list(head: str, numbers: Mapping[str, int]) -> str:
    ranked = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    rest = len(ranked) - _MOST
    lines = [f"{name}: {number}" for name, number in ranked[:_MOST]]
    return "\n".join((f"{head}:", *lines, *((f"en nog {rest}",) if rest > 0 else ())))
