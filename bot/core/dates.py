"""Finds the days and the part of the day that a resident asks about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType

from bot.core.day_grammar import Piece, SchoolHolidays, find_pieces
from bot.core.day_marks import DayToken, read_marks
from bot.core.day_phrases import join_pieces
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
    pieces = [piece for piece in pieces if not piece.wish and not piece.clock]
    dated = [piece for piece in pieces if piece.start]
    parts = [piece for piece in pieces if not piece.start and not piece.loose]
    chosen = dated[0] if dated else parts[0] if parts else None
    if chosen is None:
        return None
    spans = [(tokens[chosen.first].start, tokens[chosen.last - 1].end)]
    part = chosen.part
    if part is None and parts:
        part = parts[0].part
        spans.append((tokens[parts[0].first].start, tokens[parts[0].last - 1].end))
    return WhenMention(
        when=When(start=chosen.start, end=chosen.end, part=part), spans=tuple(sorted(spans))
    )
