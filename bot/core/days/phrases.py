"""Joins pieces of a date that stand together: "volgende week" + "dinsdag" + "'s avonds"."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from bot.core.days.marks import DayToken
from bot.core.days.pieces import Piece
from bot.core.days.reckoning import DAY, WEEK, Span, beside, next_weekday

# What may stand between two pieces that belong together, in marks.
_BESIDE = re.compile(r"[,av@r]{0,2}")
_PART_THEN_DAY = re.compile(r",?[av]?r?")
_UNTIL = re.compile(r",?t,?[ar]*")
_OR = re.compile(r",?t?(?:[f&]u?|,[f&]?)[ari]*")
_FAR = 5 * WEEK  # from here on two days are no stretch that can be looked through
_LIST_GOES_ON = frozenset(("", *",&f.?"))
_TO = {"naar": frozenset("MyYF"), "to": frozenset("MyYFWITNO")}  # "van 8 mei naar 15 mei"
_BETWEEN = frozenset(("tussen", "between"))


def join_pieces(pieces: Iterable[Piece], tokens: tuple[DayToken, ...]) -> list[Piece]:
    """The pieces, neighbours that say one thing together made into one."""
    marks = _marks(tokens)
    return _joined(_joined(_reckoned(pieces), marks, _as_one), marks, _as_choice)


def _marks(tokens: tuple[DayToken, ...]) -> str:
    """The marks of a message; the "en" of "tussen maandag en donderdag" says until."""
    marks, between = "", False
    for token in tokens:
        if token.word in _TO and marks[-1:] in _TO[token.word]:
            marks += "t"
            continue
        between = token.word in _BETWEEN or (between and token.mark not in ".?")
        until = between and token.mark == "&"
        marks += "t" if until else token.mark
        between = between and not until
    return marks


def _reckoned(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, "de vrijdag erna" and "de avond ervoor" reckoned from the day told before."""
    pieces = list(pieces)
    told = next((one for one in pieces if one.start and not one.beside), None)
    for each in pieces:
        piece = each
        if each.beside and told and told.start and told.end:
            start, end = beside((told.start, told.end), each.beside, each.weekday)
            piece = each._replace(
                start=start, end=end, weekday=None, beside="", held=True, past=told.past
            )
        elif each.beside and each.weekday is None:
            continue
        told = piece if piece.start else told
        yield piece


def _joined(
    pieces: Iterable[Piece], marks: str, join: Callable[[Piece, Piece, str], Piece | None]
) -> list[Piece]:
    joined: list[Piece] = []
    for each in pieces:
        piece = each
        while joined:
            between = marks[joined[-1].last : piece.first]
            if between == "," and marks[piece.last : piece.last + 1] not in _LIST_GOES_ON:
                between = ", "  # "ik kan op vrijdag, zaterdag werk ik"
            both = join(joined[-1], piece, between)
            if both is None:
                break
            piece = both._replace(first=joined.pop().first, last=piece.last)
        joined.append(piece)
    return joined


def _as_one(left: Piece, right: Piece, between: str) -> Piece | None:
    """A day with its part, its clock time, its date or its week."""
    if left.wish or right.wish:
        return None
    if left.clock or right.clock:
        return _with_clock(left, right, between)
    glued = between == "x" and left.weekday is not None and right.loose
    return _beside(left, right, between) if glued or _BESIDE.fullmatch(between) else None


def _as_choice(left: Piece, right: Piece, between: str) -> Piece | None:
    """Two days or parts with "of", "en" or "tot" between them, or two weekdays in a list."""
    if left.wish or right.wish or left.clock or right.clock:
        return None
    if left.start and right.start and _UNTIL.fullmatch(between):
        return _until(left, right)
    if between.startswith("t") and left.part is None:
        left = left._replace(part=right.part)  # dinsdag- en donderdagavond
    listed = between in ("", ",") and left.weekday is not None and right.weekday is not None
    return _either(left, right) if listed or _OR.fullmatch(between) else None


def _with_clock(left: Piece, right: Piece, between: str) -> Piece | None:
    if not re.fullmatch(r"[,@vartA]{0,2}|[t&,]", between):
        return None
    if left.clock and right.clock:
        return left
    other = right if left.clock else left
    return other


def _beside(left: Piece, right: Piece, between: str) -> Piece | None:
    if left.start and right.ahead and left.weekday is None and left.start == left.end:
        day = left.start + right.ahead * WEEK  # "vandaag over een week"
        return left._replace(start=day, end=day)
    if left.start and right.start:
        return narrowed(left, right)
    if left.start and right.part and not left.part:
        return left._replace(part=right.part)
    if left.part and right.start and not right.part and _PART_THEN_DAY.fullmatch(between):
        return right._replace(part=left.part)
    if left.part and left.part == right.part:
        return left._replace(loose=left.loose and right.loose)
    return None


def narrowed(left: Piece, right: Piece) -> Piece | None:
    """What two pieces say together where one makes the other more precise, or None.

    A weekday in a week, a weekday with its date, a feast in a month.
    """
    return _weekday_in(left, right) or _weekday_in(right, left) or _within(left, right)


def _weekday_in(day: Piece, other: Piece) -> Piece | None:
    if day.weekday is None or not day.start or not other.start or other.weekday is not None:
        return None
    if other.week is not None and day.end != day.start and day.end:
        ends = sorted(other.week + one.weekday() * DAY for one in (day.start, day.end))
        return other._replace(start=ends[0], end=ends[1], part=day.part or other.part, week=None)
    if other.week is not None:
        found = other.week + day.weekday * DAY
    elif other.start == other.end:
        found = _in_so_many_weeks(day.start, other) or other.start
    else:
        return None
    return other._replace(
        start=found, end=found, part=day.part or other.part, week=None, ahead=None
    )


def _within(left: Piece, right: Piece) -> Piece | None:
    """The shorter of two stretches where it lies inside the longer one."""
    if not (left.start and left.end and right.start and right.end):
        return None
    if left.start <= right.start and right.end <= left.end:
        short = right
    elif right.start <= left.start and left.end <= right.end:
        short = left
    else:
        return None
    return short._replace(part=left.part or right.part)


def _in_so_many_weeks(day: date, other: Piece) -> date | None:
    """Dinsdag over een week: the coming Tuesday and a week."""
    return day + other.ahead * WEEK if other.ahead else None


def _until(left: Piece, right: Piece) -> Piece | None:
    if not (left.start and right.end):
        return None
    end = right.end
    if end < left.start and right.weekday is not None:
        end += WEEK
    part = left.part if left.part == right.part else None
    return left._replace(end=end, part=part, weekday=None) if end >= left.start else None


def _either(left: Piece, right: Piece) -> Piece | None:
    """Two days, as the first and the last of them."""
    if not left.start or not left.end or not right.start or not right.end:
        if left.start is None and right.start is None and not left.loose and not right.loose:
            return left._replace(part=left.part if left.part == right.part else None)
        return None
    part = left.part if left.part == right.part else None
    start, end = _in_one_week(left, right), _in_one_week(right, left)
    if not start or not end or left.past != right.past:
        return None
    if right.month and (shorter := _within(left, right)):
        return shorter._replace(part=part)  # "the 4th of December"
    days = (*start, *end)
    apart = max(days) - min(days)
    if left.start == left.end and apart > (_FAR if start <= end else WEEK):
        return left  # "tweede kerstdag of de 27e", "1 december of 1 maart"
    weekday = left.weekday if right.weekday is not None else None
    return left._replace(start=min(days), end=max(days), part=part, weekday=weekday)


def _in_one_week(piece: Piece, other: Piece) -> Span | None:
    """The days of a piece, those of a bare weekday in the week of the other.

    "Volgende week dinsdag of donderdag"; "dinsdag of woensdag", said on a Wednesday, is next week.
    """
    if not (piece.start and piece.end and other.start and other.end):
        return None
    if piece.weekday is None or piece.start != piece.end or other.start != other.end:
        return piece.start, piece.end
    day = piece.start
    if other.weekday is None:
        after = piece.first > other.first
        day = next_weekday(other.start if after else other.start - WEEK, piece.weekday)
    elif piece.first > other.first and day + 6 * DAY == other.start:
        day += WEEK
    return day, day
