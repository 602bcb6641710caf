"""The days that are told from those of the message before: "een week later", "de dag ervoor"."""

import itertools
from collections.abc import Sequence
from datetime import date, timedelta

from bot.core.message import When

_LATER = frozenset("later erna daarna daarop erop ernao dernao after verder".split())
_EARLIER = frozenset("eerder ervoor daarvoor ervuur vroeger before earlier".split())
_PAIRS = {("er", "na"), ("er", "noa"), ("dr", "na"), ("dr", "noa"), ("da", "noa"), ("er", "nao")}
_PAIRS_BACK = {("er", "voor"), ("er", "veur"), ("dr", "voor"), ("dr", "veur")}
_DAY_WORDS = frozenset("dag dagen dagje day days".split())
_WEEK_WORDS = frozenset("week weken weke weekje wk wkn weeks".split())
_NUMBERS = {
    **dict.fromkeys(("een", "n", "a", "one", "1"), 1),
    **dict.fromkeys(("twee", "two", "2"), 2),
    **dict.fromkeys(("drie", "three", "3"), 3),
    **dict.fromkeys(("vier", "four", "4"), 4),
}
_THAT_DAY = (("op", "de", "dag"), ("in", "the", "day"))  # "later op de dag" is the same day
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def relative_days(
    words: Sequence[str], said: When | None, before: When | None, today: date
) -> When | None:
    """The days meant, counted from those of `before` (from today where it has none), or None.

    `said` is what the message itself names: a weekday, in "de zaterdag erna".
    """
    way = _way(words)
    if not way:
        return None
    first = before.start if before and before.start else today
    last = before.end if before and before.end else first
    if tuple(words[-3:]) in _THAT_DAY:
        return When(start=first, end=last)
    if said and said.start and said.start == said.end:
        day = _weekday_beside(said.start.weekday(), first if way < 0 else last, way)
        return When(start=day, end=day, part=said.part)
    for at, word in enumerate(words):
        number = _NUMBERS.get(words[at - 1]) if at else None
        if word in _DAY_WORDS:
            shift = way * (number or 1) * _DAY
            return When(start=first + shift, end=first + shift)
        if word in _WEEK_WORDS and number:
            return When(start=first + way * number * _WEEK, end=last + way * number * _WEEK)
        if word in _WEEK_WORDS:
            monday = first - timedelta(days=first.weekday()) + way * _WEEK
            return When(start=monday, end=monday + 6 * _DAY)
    return None


def _way(words: Sequence[str]) -> int:
    """1 for later, -1 for earlier, 0 where neither is said."""
    pairs = set(itertools.pairwise(words))
    if not _LATER.isdisjoint(words) or pairs & _PAIRS:
        return 1
    return -1 if not _EARLIER.isdisjoint(words) or pairs & _PAIRS_BACK else 0


def _weekday_beside(weekday: int, day: date, way: int) -> date:
    """The first such weekday after a day, or the last one before it."""
    ahead = (weekday - day.weekday()) * way % 7 or 7
    return day + way * ahead * _DAY
