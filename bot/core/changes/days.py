"""The days that an announcement names: single ones, lists, and stretches.

It reads with the grammar of dates of residents' questions and differs from it in two ways: a list
of days stays a list, and a short weekday ("do") always is one.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.core.days.grammar import find_pieces
from bot.core.days.marks import DayToken
from bot.core.days.phrases import narrowed
from bot.core.days.pieces import Piece
from bot.core.days.reckoning import (
    DAY,
    WEEK,
    SchoolHolidays,
    Span,
    feast_span,
    monday_of,
    next_weekday,
)

_LENGTH = re.compile(r"[Ng][DKB]")
_COMING = re.compile(r"[cn][Ng][DKB]")
_HALF_MONTH = re.compile(r"hv?r?[My]")
_WEEK_BESIDE_FEAST = re.compile(r"K[x^A]r?O?H")
_LATE_IN_WEEK = 2  # Wednesday: what ends before it may leave its own week to be meant
_MIDDLE = 15  # the day of a month
_LEADING = "vair"
_FRAMES = {"K": "week", "k": "week", "E": "week", "H": "feast"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days said together: stretches in order, a single day as a stretch of one."""

    spans: tuple[Span, ...]
    weekdays: tuple[int | None, ...] = (
        None,
    )  # for each stretch the weekday, if only that was said
    frame: str = ""  # "week", "month" or "feast" where a whole one was named
    vague: bool = False  # "eind januari"
    middle: date | None = None  # of "half januari": the day that "tot half januari" ends on
    habit: bool = False  # "elke dinsdag"
    plural: bool = False  # "de maandagen"
    past: bool = False
    exclusive: bool = False  # "tot 4 januari": the last day may be the first one again
    wrong_weekday: int | None = None  # said beside a date that is another weekday
    rival: date | None = None  # another day that may be meant
    piece: Piece | None = None

    @property
    def first(self) -> date:
        """The first day."""
        return min(span[0] for span in self.spans)

    @property
    def last(self) -> date:
        """The last day."""
        return max(span[1] for span in self.spans)

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def is_bare(self) -> bool:
        """Whether only weekdays were said."""
        return all(weekday is not None for weekday in self.weekdays)

    @property
    def apart(self) -> tuple[date, ...]:
        """The days one by one where they are not one stretch, else nothing."""
        if len(self.spans) < 2:
            return ()
        days = sorted({s + n * DAY for s, e in self.spans for n in range((e - s).days + 1)})
        return () if (days[-1] - days[0]).days + 1 == len(days) else tuple(days)


# Pieces


def find_days(
    tokens: list[DayToken], today: date, school: SchoolHolidays
) -> list[tuple[int, int, Days]]:
    """The days named, each with its first token and the one after its last."""
    found: list[tuple[int, int, Days]] = []
    for piece in find_pieces(tuple(tokens), today, school):
        if piece.start is None or piece.end is None or piece.wish or piece.now:
            continue
        first = piece.first
        while first < piece.last - 1 and tokens[first].mark in _LEADING:
            first += 1
        said = tokens[first : piece.last]
        days = _days(piece, said, today)
        if days.frame == "month" and first and tokens[first - 1].mark in "NO":
            days = replace(days, vague=True)  # "31 november"
        found.append((first, piece.last, days))
    return found


def _days(piece: Piece, said: list[DayToken], today: date) -> Days:
    assert piece.start is not None and piece.end is not None  # noqa: S101 - sifted by find_days
    marks = "".join(token.mark for token in said)
    start, end = piece.start, piece.end
    if _COMING.fullmatch(marks) and "B" not in marks:
        end -= DAY  # the coming two weeks are fourteen days, today included
    frame = "month" if piece.month or marks.endswith("B") else ""
    frame = next((name for mark, name in _FRAMES.items() if mark in marks), frame)
    if marks == "E" or (marks.endswith("E") and not frame):
        frame = "week"
    if frame in ("month", "feast") and start < today <= end:
        start = today
    part_of_it = any(mark in marks for mark in "bhz") and any(mark in marks for mark in "MBK")
    weekday = piece.weekday if not any(mark in marks for mark in "n<l") else None
    return Days(
        spans=((start, end),),
        weekdays=(weekday,),
        frame=frame if start != end or frame == "feast" else "",
        vague=part_of_it or _is_either_week(said, marks, today),
        middle=start.replace(day=_MIDDLE) if _HALF_MONTH.search(marks) else None,
        habit=piece.habit,
        plural=any(token.mark == "W" and token.word.endswith("dagen") for token in said),
        past=end < today,
        piece=piece,
    )


def _is_either_week(said: list[DayToken], marks: str, today: date) -> bool:
    """Whether "de week na pinksteren" may be the rest of that week, or the whole next one."""
    if not _WEEK_BESIDE_FEAST.fullmatch(marks):
        return False
    feast = feast_span(said[-1].name, 0, today, None)
    return "A" not in marks or (feast is not None and feast[1].weekday() < _LATE_IN_WEEK)


def length_in_days(first: DayToken, unit: DayToken) -> int:
    """The days in "twee weken", or 0 where it says none."""
    if not _LENGTH.fullmatch(first.mark + unit.mark):
        return 0
    return (first.number or 1) * {"D": 1, "K": 7, "B": 30}[unit.mark]


# Days joined


def narrow(left: Days, right: Days) -> Days | None:
    """Two that make one another more precise: a weekday with its date, a week with its day."""
    if left.piece is None or right.piece is None or left.habit or right.habit:
        return None
    if left.plural and right.frame == "month":
        return None
    piece = narrowed(left.piece, right.piece)
    if piece is None or piece.start is None or piece.end is None:
        return None
    return Days(
        spans=((piece.start, piece.end),),
        wrong_weekday=_wrong_weekday(left, right) or _wrong_weekday(right, left),
        past=left.past and right.past,
        piece=piece,
    )


def _wrong_weekday(day: Days, other: Days) -> int | None:
    said, dated = day.piece, other.piece
    if said is None or dated is None or said.weekday is None or dated.weekday is not None:
        return None
    if dated.week or dated.ahead or dated.start != dated.end or dated.start is None:
        return None
    # 7 for Monday, so that it is not taken for nothing.
    return None if dated.start.weekday() == said.weekday else said.weekday or 7


def until(left: Days, right: Days, *, exclusive: bool) -> Days | None:
    """The stretch from the one to the other."""
    end = right.middle or right.last
    if right.is_bare and right.weekdays[-1] is not None:
        end = next_weekday(left.first, right.weekdays[-1])
    elif end < left.first:
        return None
    bare = left.is_bare and right.is_bare
    return Days(
        spans=((left.first, end),),
        weekdays=(left.weekdays[0] if bare else None,),
        exclusive=exclusive and not right.is_bare and right.single,
        wrong_weekday=left.wrong_weekday or right.wrong_weekday,
        rival=left.rival or right.rival,
    )


def both(left: Days, right: Days) -> Days:
    """A list of the two; a bare weekday is the first one after the day before it."""
    spans, rival = right.spans, left.rival or right.rival
    weekday = right.weekdays[0]
    week = right.frame == "week" and (right.last - right.first).days < WEEK.days
    if week and left.is_bare and len(left.spans) == 1 and left.single:
        spans = in_week(left, right).spans  # "donderdag niet, en volgende week ook niet"
    elif len(spans) == 1 and weekday is not None and right.single:
        day = next_weekday(left.last + DAY, weekday)
        if day != right.first and left.is_bare:
            rival = right.first
        spans = ((day, day),)
    return Days(
        spans=left.spans + spans,
        weekdays=left.weekdays + right.weekdays,
        wrong_weekday=left.wrong_weekday or right.wrong_weekday,
        rival=rival,
    )


def counted(days: Days, number: int, first: date) -> Days:
    """A bare weekday so many weeks in a row."""
    spans = tuple((first + n * WEEK, first + n * WEEK) for n in range(number))
    return replace(days, spans=spans, weekdays=(None,) * number)


def in_week(days: Days, week: Days) -> Days:
    """Bare weekdays in the week that was named."""
    monday = monday_of(week.first)
    moved = []
    for start, end in days.spans:
        day = monday + start.weekday() * DAY
        moved.append((day, day + (end - start)))
    return replace(days, spans=tuple(moved), weekdays=(None,) * len(moved), rival=None)


def near(days: Days, old: date, today: date) -> Days:
    """A bare weekday as the new day of something planned: in the same week, or the next one."""
    weekday = days.weekdays[0]
    if weekday is None or not days.single:
        return days
    day = monday_of(old) + weekday * DAY
    if day < today or (day == old):
        day += WEEK
    return replace(days, spans=((day, day),))
