"""Joins pieces of a date that stand together: "volgende week" + "dinsdag" + "'s avonds"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.core.day_grammar import Piece
from bot.core.day_marks import DayToken

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)

# What may stand between two pieces that belong together, in marks.
_BESIDE = re.compile(r"[,av@r]{0,2}")
_PART_THEN_DAY = re.compile(r",?[av]?r?")
_UNTIL = re.compile(r",?t,?[ar]*")
_OR = re.compile(r",?(?:[f&]|,[f&]?)[ar]*")


def join_pieces(pieces: Iterable[Piece], tokens: tuple[DayToken, ...]) -> list[Piece]:
    """The pieces, neighbours that say one thing together made into one."""
    marks = "".join(token.mark for token in tokens)
    joined: list[Piece] = []
    for piece in pieces:
        while joined:
            both = _join(joined[-1], piece, marks[joined[-1].last : piece.first])
            if both is None:
                break
            joined.pop()
            piece = replace(both, last=piece.last)
        joined.append(piece)
    return joined


def _join(left: Piece, right: Piece, between: str) -> Piece | None:
    """Two pieces as one, or None where they say different things."""
    if left.wish or right.wish or len(between) > 5:
        return None
    if left.clock or right.clock:
        return _with_clock(left, right, between)
    if _BESIDE.fullmatch(between) or (between == "x" and left.weekday is not None and right.loose):
        return _beside(left, right, between)
    if left.start and right.start and _UNTIL.fullmatch(between):
        return _until(left, right)
    if _OR.fullmatch(between):
        return _either(left, right)
    return None


def _with_clock(left: Piece, right: Piece, between: str) -> Piece | None:
    if not re.fullmatch(r"[,@vartA]{0,2}|[t&,]", between):
        return None
    if left.clock and right.clock:
        return left
    other = right if left.clock else left
    return replace(other, first=left.first, loose=False)


def _beside(left: Piece, right: Piece, between: str) -> Piece | None:
    if left.start and right.start:
        return _narrowed(left, right)
    if left.start and right.part and not left.part:
        return replace(left, part=right.part)
    if left.part and right.start and not right.part and _PART_THEN_DAY.fullmatch(between):
        return replace(right, part=left.part, first=left.first)
    if left.part and left.part == right.part:
        return replace(left, loose=left.loose and right.loose)
    return None


def _narrowed(left: Piece, right: Piece) -> Piece | None:
    """A weekday with a date, or with the week it lies in; or a stretch with a day in it."""
    part = left.part or right.part
    for day, other in ((left, right), (right, left)):
        if day.weekday is None or not day.start or not other.start or not other.end:
            continue
        if other.week is not None:
            found = other.week + day.weekday * _DAY
            return replace(
                left, start=found, end=found, part=part, past=other.past, week=None, weekday=None
            )
        if other.weekday is None and other.start == other.end:
            start = _in_so_many_weeks(day.start, other) or other.start
            return replace(other, start=start, end=start, part=part, first=left.first, ahead=None)
    return None


def _in_so_many_weeks(day: date, other: Piece) -> date | None:
    """Dinsdag over een week: the coming Tuesday and a week."""
    return day + other.ahead * _WEEK if other.ahead else None


def _until(left: Piece, right: Piece) -> Piece | None:
    end = right.end
    assert left.start and right.start and end
    if end < left.start and right.weekday is not None:
        end += _WEEK
    if end < left.start:
        return None
    return replace(
        left, end=end, part=left.part if left.part == right.part else None, weekday=None
    )


def _either(left: Piece, right: Piece) -> Piece | None:
    """Two days in a row are a stretch; of others the first is taken."""
    if not left.start or not left.end or not right.start or not right.end:
        if left.start is None and right.start is None and not left.loose and not right.loose:
            return replace(left, part=left.part if left.part == right.part else None)
        return None
    part = left.part if left.part == right.part else None
    if left.past != right.past:
        return None
    if left.start <= right.start <= left.end + _DAY:
        return replace(left, end=max(left.end, right.end), part=part)
    if right.end + _DAY == left.start and right.weekday is None:
        return replace(left, start=right.start, part=part)
    return left
