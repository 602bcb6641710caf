"""Tells the days that a message asks about from those that only come up in its story."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from operator import itemgetter

from bot.core.days.asked.circumstances import (
    is_birthday,
    is_denied,
    is_errand,
    is_free_only,
    is_of_others,
    is_ruled_out,
)
from bot.core.days.asked.clauses import WANTED, Clause, clauses_in, words_of
from bot.core.days.asked.complaints import found_shut
from bot.core.days.asked.gone_by import (
    LONG_AHEAD,
    as_past,
    came_about,
    is_about_then,
    is_gone_by,
)
from bot.core.days.asked.held import is_dated, is_held_then
from bot.core.days.asked.loose_parts import is_offered, stands_alone
from bot.core.days.asked.sides import IT
from bot.core.days.marks import DayToken
from bot.core.days.phrases import narrowed
from bot.core.days.pieces import Piece
from bot.core.days.words.listed import SOON
from bot.core.model import Part

_SUBJECTS = words_of("ik k wij we hij ie zij ze die je men er daar")
_WONDERING = WANTED | words_of("liefst vraag vragen benieuwd afvragen")
_PAYING = words_of("rekening uitkering salaris loon toeslag zakgeld huur vakantiegeld")
_ALWAYS = words_of("altijd elke iedere steeds meestal normaal normaalgesproken gewoonlijk always")
_TURNING = words_of("klaar word wordt jarig loopt verloopt afloopt vieren vier viert")
_PARTY = words_of("jarig vieren vier viert")  # "volgende week ben ik jarig, is er dan iets"
_BACK = frozenset(("dan", "dan wel", "dann", "then"))
_ASKED, _WANTED, _HELD = 8, 4, 3  # ranks of a day in a question, in a wish, of an activity
_HABITUAL = 2  # what a habit takes from these

_first = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Asked:
    """The days and the part of the day that a message asks about, and the pieces that say so."""

    start: date | None
    end: date | None
    part: Part | None
    pieces: tuple[Piece, ...]


def find_asked(pieces: list[Piece], tokens: tuple[DayToken, ...], today: date) -> Asked | None:
    """What the message asks about; its story is left out."""
    clauses = list(clauses_in(tokens))
    back = next((c for c in clauses if c.asks and _points_back(c, tokens)), None)
    asks = back is None and any((clause.asks or clause.wants) for clause in clauses)
    firsts = [clause.first for clause in clauses]
    told: list[tuple[int, Piece]] = []
    for piece in pieces:
        clause = clauses[bisect_right(firsts, piece.first) - 1]
        if kept := _asked(piece, clause, tokens, today, asks, back):
            told.append((_rank(kept, clause), kept))
    dated = [(rank, piece) for rank, piece in told if piece.start]
    days = _best(_pointed_at(dated, back) or dated, clauses)
    days = _on_that_day(days, pieces, tokens)
    days = _on_usual_day(days, pieces, clauses, firsts)
    if not any(piece.part for piece in days):
        parts = [(rank, piece) for rank, piece in told if not piece.start]
        days += [piece for _, piece in sorted(parts, key=_first, reverse=True)[:1]]
    return _said(days) if days else None


def _points_back(clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether it asks of "dan", "die dag", "dat weekend"."""
    return not _BACK.isdisjoint(clause.words) or _names_it(clause, tokens)


def _names_it(clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    row = tokens[clause.first : clause.last]
    return any(one.word in IT and two.mark in "DKEB" for one, two in pairwise(row))


def _best(dated: list[tuple[int, Piece]], clauses: list[Clause]) -> list[Piece]:
    """The first piece in the likeliest place, with those that make it more precise."""
    if not dated or _two_errands(dated, clauses):
        return []
    highest = max(rank for rank, _ in dated)
    chosen, *others = [piece for rank, piece in dated if rank == highest]
    used = [chosen]
    for other in others:
        if closer := narrowed(chosen, other):
            chosen = closer
            used.append(other)
    return [chosen, *used] if len(used) > 1 else used


def _pointed_at(dated: list[tuple[int, Piece]], back: Clause | None) -> list[tuple[int, Piece]]:
    """The day that "dan" in a question points back at: the last one told before it."""
    if back is None or any(rank >= _ASKED - _HABITUAL for rank, _ in dated):
        return []
    return [(rank, piece) for rank, piece in dated if piece.last <= back.first][-1:]


def _on_that_day(
    days: list[Piece], pieces: list[Piece], tokens: tuple[DayToken, ...]
) -> list[Piece]:
    """ "Die zaterdag", as the date that was told before it where that is a Saturday."""
    if len(days) != 1 or days[0].weekday is None or not days[0].first:
        return days
    if tokens[days[0].first - 1].word not in IT:
        return days
    for piece in pieces:
        one = piece.start if piece.start == piece.end and piece.last <= days[0].first else None
        if one and piece.weekday is None and one.weekday() == days[0].weekday:
            return [days[0]._replace(start=one, end=one), days[0], piece]
    return days


def _on_usual_day(
    days: list[Piece], pieces: list[Piece], clauses: list[Clause], firsts: list[int]
) -> list[Piece]:
    """A week that is asked about, as its day where the story tells that it is always that one."""
    if len(days) != 1 or days[0].week is None or days[0].start == days[0].end:
        return days
    for piece in pieces:
        clause = clauses[bisect_right(firsts, piece.first) - 1]
        usual = piece.weekday is not None and not piece.past
        if usual and not _ALWAYS.isdisjoint(clause.words):
            closer = narrowed(days[0], piece)
            return [closer, days[0], piece] if closer else days
    return days


def _said(pieces: list[Piece]) -> Asked:
    part = next((piece.part for piece in pieces if piece.part), None)
    return Asked(pieces[0].start, pieces[0].end, part, tuple(pieces))


def _asked(
    piece: Piece,
    clause: Clause,
    tokens: tuple[DayToken, ...],
    today: date,
    asks: bool,
    back: Clause | None,
) -> Piece | None:
    """The piece as it is meant where it stands, or None where it is no answer to when."""
    if piece.wish or piece.clock:
        return None
    if piece.loose:
        wanted = stands_alone(piece, clause, tokens) or is_offered(piece, clause, tokens)
        return piece if not piece.habit and wanted else None
    silent = not asks and back is None
    wanted = clause.wants and tokens[piece.first].word not in SOON
    if is_ruled_out(piece, tokens) or (piece.now and not clause.asks and not wanted):
        return None
    if piece.past:
        return piece if is_about_then(piece, clause, silent) else None
    own = _own_words(piece, tokens)
    about = replace(clause, words=clause.sides.words_about(piece, tokens))
    if clause.asks and (gone := came_about(piece, clause.words - own, today)):
        return gone
    if _is_beside_it(piece, clause, about, tokens, today) or is_birthday(piece, clause, tokens):
        return None
    shut = not clause.asks and found_shut(clause) and is_gone_by(clause, False, own)
    if not shut and is_held_then(piece, clause, tokens):
        return piece._replace(held=True)
    feast = back is not None and not _PARTY.isdisjoint(clause.words)
    if piece.start != piece.end and not feast and not _TURNING.isdisjoint(clause.words):
        return None  # "ik word 18 in maart", "wij vieren thuis kerst"
    free = is_free_only(piece, clause)
    pointed = back is not None and back.sentence == clause.sentence
    if not (clause.asks or free or pointed) and is_denied(clause):
        return None
    if not clause.asks and is_gone_by(about, piece.start == today, own):
        return as_past(piece, clause, today, silent)
    told = asks and not clause.asks and not clause.wants and not free
    month = piece.month and _WONDERING.isdisjoint(clause.sentence_words)
    return None if told and (month or is_of_others(piece, clause)) else piece


def _is_beside_it(
    piece: Piece, clause: Clause, about: Clause, tokens: tuple[DayToken, ...], today: date
) -> bool:
    """Whether it is of something else: a month gone by, a bill, some day or other, an errand."""
    if (piece.month and piece.start and piece.start - today > LONG_AHEAD) and (
        not clause.asks or is_gone_by(clause, False, _own_words(piece, tokens))
    ):
        return True  # "in september" in autumn is a month gone by
    if piece.weekday is None and piece.start and not _PAYING.isdisjoint(clause.words):
        return True  # "aan het eind van de maand nog een rekening"
    if is_dated(piece, clause, tokens):
        return True  # "de brief van 12 november"
    if clause.asks:
        return False
    some = _is_indefinite(piece, tokens) and WANTED.isdisjoint(clause.sentence_words)
    return some or (is_errand(about) and not is_held_then(piece, clause, tokens))


def _is_indefinite(piece: Piece, tokens: tuple[DayToken, ...]) -> bool:
    """Whether it is some day or other: "hij overleed op een dinsdag"."""
    return piece.weekday is not None and piece.first > 0 and tokens[piece.first - 1].mark == "g"


def _own_words(piece: Piece, tokens: tuple[DayToken, ...]) -> frozenset[str]:
    """The words that say the day itself: "zat avond" has no verb in it."""
    if piece.first and tokens[piece.first - 1].word in _SUBJECTS:
        return frozenset()  # "ik zat avond na avond"
    return frozenset(token.word for token in tokens[piece.first : piece.last])


def _rank(piece: Piece, clause: Clause) -> int:
    """How likely a piece is to be what is asked: first in questions, then in wishes.

    Among those the day of an activity: "kan ik vrijdag bellen over de groep van maandag".
    """
    rank = _ASKED if clause.asks else _WANTED if clause.wants else 0
    if piece.habit or (piece.past and clause.asks):
        rank -= _HABITUAL
    return rank + (_HELD if piece.held else 0)


def _two_errands(dated: list[tuple[int, Piece]], clauses: list[Clause]) -> bool:
    """Two days for two things in one statement, and a question about both: no one day."""
    asking = [clause for clause in clauses if clause.asks]
    if len(dated) < 2 or not asking or any(piece.held for _, piece in dated):
        return False
    if any(rank >= _ASKED - _HABITUAL for rank, _ in dated):
        return False
    if any(not _BACK.isdisjoint(clause.words) for clause in asking):
        return False
    first, second = dated[0][1], dated[1][1]
    places = {c.sentence for c in clauses for p in (first, second) if c.first <= p.first < c.last}
    if first.start and second.end and second.start and first.end:
        within = first.start <= second.end and second.start <= first.end
        return len(places) == 1 and not within
    return False
