"""Finds the days and the part of the day that a resident asks about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from bot.core.day_grammar import Piece, SchoolHolidays, find_pieces
from bot.core.day_marks import DayToken, read_marks
from bot.core.day_phrases import join_pieces
from bot.core.day_stories import asked_pieces
from bot.core.message import When

NO_SCHOOL_HOLIDAYS: Mapping[str, tuple[tuple[date, date], ...]] = MappingProxyType({})


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
    tokens = read_marks(text)
    pieces = join_pieces(find_pieces(tokens, now, school), tokens)
    if not pieces:
        return None
    dated, part = asked_pieces(pieces, tokens, now.date())
    used = [piece for piece in (dated, None if dated and dated.part else part) if piece]
    if not used:
        return None
    return WhenMention(when=_when(used), spans=_spans(used, tokens))


def _when(pieces: list[Piece]) -> When:
    first = pieces[0]
    part = next((piece.part for piece in pieces if piece.part), None)
    return When(start=first.start, end=first.end, part=part)


def _spans(pieces: list[Piece], tokens: tuple[DayToken, ...]) -> tuple[tuple[int, int], ...]:
    """The offsets of the words of date; another word between them is left out."""
    spans: list[tuple[int, int]] = []
    for piece in sorted(pieces, key=lambda one: one.first):
        gap = True
        for token in tokens[piece.first : piece.last]:
            if token.mark == "x":
                gap = True
            elif gap:
                spans.append((token.start, token.end))
                gap = False
            else:
                spans[-1] = (spans[-1][0], token.end)
    return tuple(spans)
