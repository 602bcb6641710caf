"""Finds the days and the part of the day that a resident asks about."""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from bot.core.days.asked.stories import find_asked
from bot.core.days.grammar import find_pieces
from bot.core.days.marks import DayToken, may_tell_when, read_marks
from bot.core.days.phrases import join_pieces
from bot.core.days.pieces import Piece
from bot.core.days.reckoning import SchoolHolidays
from bot.core.message import When

NO_SCHOOL_HOLIDAYS: SchoolHolidays = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenMention:
    """What a message says of when, and the offsets of the words that say it."""

    when: When
    spans: tuple[tuple[int, int], ...]


def find_when(
    text: str, now: datetime, school: SchoolHolidays = NO_SCHOOL_HOLIDAYS
) -> WhenMention | None:
    """The days and the part of the day that a message asks about, or None.

    `now` is local wall-clock time in Europe/Amsterdam. `school` holds first and last days by the
    name of the holiday ("meivakantie"); the Christmas holiday is known without it.
    """
    if not may_tell_when(text):
        return None
    tokens = read_marks(text)
    pieces = join_pieces(find_pieces(tokens, now.date(), school), tokens)
    if not pieces:
        return None
    asked = find_asked(pieces, tokens, now.date())
    if asked is None:
        return None
    when = When(start=asked.start, end=asked.end, part=asked.part)
    return WhenMention(when=when, spans=_spans(asked.pieces, tokens))


def _spans(pieces: tuple[Piece, ...], tokens: tuple[DayToken, ...]) -> tuple[tuple[int, int], ...]:
    """The offsets of the words of date; another word between them is left out."""
    inside = sorted({index for piece in pieces for index in range(piece.first, piece.last)})
    spans: list[tuple[int, int]] = []
    before = -2
    for index in inside:
        token = tokens[index]
        if token.mark == "x":
            continue
        if index == before + 1:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
        before = index
    return tuple(spans)
