"""Tells the days that a message asks about from those that only come up in its story."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core.day_grammar import Piece
from bot.core.day_marks import DayToken
from bot.core.day_phrases import narrowed
from bot.core.model import Part

_WEEK = timedelta(weeks=1)
_LONG_AHEAD = timedelta(days=200)

_ASKING = frozenset(
    "is zijn zien bin kan kun kunt kunnen ken mag mogen heeft hebben hebt wanneer waar woar wat wa wie welke "
    "welk hoe hoelaat gaat gaan geet moet mot begint komt weet zou wil can could is are do does what when "
    "where which who how any will would may gibt wo wann ist kann czy gdzie kiedy var est quand hay puedo "
    "donde cuando чи де коли هل متى اين".split()
)
_WANTING = frozenset(
    "zoek zoeken wil wilt wilde wou graag liefst voorkeur looking search want like prefer szukam busco "
    "ariyorum suche cherche шукаю ابحث need nodig hoop ff effe even vraag".split()
)
_GONE_BY = frozenset(
    "was waren had hadden werd werden ging gingen kwam kwamen kon konden moest moesten stond stonden zat zaten "
    "zag zagen zei zeiden dronk deed hing kreeg vroeg liep las bleek wist dacht hoorde belde gebeld reed "
    "toen overleden begonnen vertrokken verhuisd ontslagen gestorven verloren wer were went came moved "
    "relapsed drank died started stopped called said told used fietste woonde werkte begon stopte waas".split()
)
_PERFECT = re.compile(
    r"(?:af|op|in|uit|aan|mee|door|over|voor|toe|na|terug|weg)?ge\w{3,}(?:d|t|en)"
)
_NO_PERFECT = frozenset(
    "geven gezond gebied geluid gedicht gezicht gesprekken gevoelens gebruiken gebeurt gesloten "
    "geopend gepland gecanceld geannuleerd gehouden gegeven georganiseerd".split()
)
_HAVE = frozenset("heb ben hebben heeft hebt is zijn have bin".split())
_HABIT = frozenset(
    "vroeger altijd meestal elke elk iedere vaak soms always usually dacht zou".split()
)
_AT_THE_DOOR = frozenset(
    "deur dicht gesloten niemand jullie afgelast duer voor_niks closed locked nobody".split()
)
_OTHERS = frozenset("hij ie zij ze hie he she they".split())
_MY = frozenset("mijn mn m'n me onze my our".split())
_GROUP = frozenset("wij we wie".split())
_COULD = frozenset(
    "kan kunnen ken wil willen zoekt mag mogen zou can could wants moet komt gaat kom ga".split()
)
_NOT = frozenset("niet nie neit nooit geen nich nit not can't cant".split())
_ABLE = frozenset("kan kunnen lukt ken past kin kun can cannot".split())
_AT_WORK = frozenset("werk werkt werken work works working".split())
_BREAKS = frozenset("maar want dus terwijl omdat but because zodat mar".split())
_LEAD_INS = frozenset(
    "maar want dus but so hoi hallo hey hi ja nou eh ehm ok oke trouwens".split()
)
_BACK = frozenset("dan die dann then".split())
_BEFORE_LOOSE = frozenset("liefst graag voorkeur alleen of en ook iets".split())
_GLUED_BEFORE = frozenset(
    "zo'n zon hele die dat per welke welk aa na thema koffie film spel spelletjes ouder dames vrouwen mannen "
    "info kook eet quiz bingo muziek creatieve gezellige nieuwe vrije".split()
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of tokens between stops and joining words, and what its sentence is."""

    first: int
    last: int  # exclusive
    words: frozenset[str]
    opening: str  # its first word that says something
    sentence: int
    sentence_words: frozenset[str]
    asks: bool  # it is, or belongs to, a question
    wants: bool  # it says what someone looks for


@dataclass(frozen=True, slots=True)
class Asked:
    """The days and the part of the day that a message asks about, and the pieces that say so."""

    start: date | None
    end: date | None
    part: Part | None
    pieces: tuple[Piece, ...]


def find_asked(pieces: list[Piece], tokens: tuple[DayToken, ...], today: date) -> Asked | None:
    """What the message asks about; its story is left out."""
    clauses = list(_clauses(tokens))
    asks = any(clause.asks or clause.wants for clause in clauses)
    told: list[tuple[int, Piece]] = []
    for piece in pieces:
        clause = next(c for c in clauses if c.first <= piece.first < c.last)
        if kept := _asked(piece, clause, tokens, today, asks):
            told.append((_rank(kept, clause), kept))
    days = _best([(rank, piece) for rank, piece in told if piece.start], clauses)
    if not any(piece.part for piece in days):
        days += [piece for _, piece in told if not piece.start][:1]
    return _said(days) if days else None


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


def _said(pieces: list[Piece]) -> Asked:
    part = next((piece.part for piece in pieces if piece.part), None)
    return Asked(pieces[0].start, pieces[0].end, part, tuple(pieces))


def _cut(
    tokens: tuple[DayToken, ...], ends: Callable[[DayToken], bool]
) -> Iterator[tuple[int, int]]:
    first = 0
    for index, token in enumerate(tokens):
        if ends(token):
            if index > first:
                yield first, index + 1
            first = index + 1 if token.mark in ".?," else index
    if first < len(tokens):
        yield first, len(tokens)


def _clauses(tokens: tuple[DayToken, ...]) -> Iterator[Clause]:
    """The clauses of a message; a question begins at its first clause that opens like one."""
    for number, (start, end) in enumerate(_cut(tokens, lambda token: token.mark in ".?")):
        row = tokens[start:end]
        words = frozenset(token.word for token in row)
        cuts = list(_cut(row, lambda token: token.mark == "," or token.word in _BREAKS))
        opens = [_opening(row[first:last]) in _ASKING for first, last in cuts]
        begun = row[-1].mark == "?" and not any(opens)
        for (first, last), opening in zip(cuts, opens, strict=True):
            begun = begun or opening
            here = frozenset(token.word for token in row[first:last])
            yield Clause(
                first=start + first,
                last=start + last,
                words=here,
                opening=_opening(row[first:last]),
                sentence=number,
                sentence_words=words,
                asks=begun,
                wants=not _WANTING.isdisjoint(here),
            )


def _opening(row: tuple[DayToken, ...]) -> str:
    """The first word that says something: not "en", "maar" or "hoi"."""
    return next((t.word for t in row if t.mark not in ".?,&" and t.word not in _LEAD_INS), "")


def _asked(
    piece: Piece, clause: Clause, tokens: tuple[DayToken, ...], today: date, asks: bool
) -> Piece | None:
    """The piece as it is meant where it stands, or None where it is no answer to when."""
    if piece.wish or piece.clock:
        return None
    if piece.loose:
        return piece if _stands_alone(piece, tokens) else None
    if _ruled_out(piece, tokens) or (piece.now and not clause.asks and not clause.wants):
        return None
    if piece.past:
        return piece if _about_then(piece, clause) else None
    if piece.month and not clause.asks and piece.start and piece.start - today > _LONG_AHEAD:
        return None  # "in september" in autumn is a month gone by
    if not clause.asks and _denied(clause):
        return None
    if not clause.asks and _gone_by(clause, piece.start == today):
        return _as_past(piece, clause, today)
    told = not clause.asks and not clause.wants
    return None if told and asks and _of_others(piece, clause) else piece


def _ruled_out(piece: Piece, tokens: tuple[DayToken, ...]) -> bool:
    """Since, until, after or not on the day said."""
    before = [token for token in tokens[max(0, piece.first - 3) : piece.first]]
    while before and before[-1].mark in "ra@vA" and before[-1].mark != "A":
        before.pop()
    if not before:
        return False
    return before[-1].mark in "LtA" or before[-1].word in _NOT


def _about_then(piece: Piece, clause: Clause) -> bool:
    """Whether a day gone by is the one it is about: the door was shut then."""
    if piece.start != piece.end:
        return clause.asks and not _GONE_BY.isdisjoint(clause.words)
    return not _AT_THE_DOOR.isdisjoint(clause.sentence_words) or (
        clause.asks and not _GONE_BY.isdisjoint(clause.words) and "ik" not in clause.words
    )


def _gone_by(clause: Clause, today: bool) -> bool:
    """Whether a statement tells what happened; of today also without "heb": "vanmorgen gevallen"."""
    if not _GONE_BY.isdisjoint(clause.words):
        return True
    if not today and clause.words.isdisjoint(_HAVE):
        return False
    return any(_PERFECT.fullmatch(word) and word not in _NO_PERFECT for word in clause.words)


def _as_past(piece: Piece, clause: Clause, today: date) -> Piece | None:
    """A weekday in a sentence about what was is the last one; other days there belong to the story."""
    if piece.start is None or not _HABIT.isdisjoint(clause.words):
        return piece if not _HABIT.isdisjoint(clause.words) and not piece.month else None
    if piece.weekday is not None:
        last = piece.start - _WEEK
        told = replace(piece, start=last, end=last, past=True)
        return told if _about_then(told, clause) else None
    if piece.start == today:
        return piece if not _AT_THE_DOOR.isdisjoint(clause.sentence_words) else None
    return None if piece.month else piece


def _denied(clause: Clause) -> bool:
    words = clause.words
    if words.isdisjoint(_NOT) or words.isdisjoint(_ABLE):
        return not words.isdisjoint(_AT_WORK) and words.isdisjoint(_WANTING)
    return True


def _of_others(piece: Piece, clause: Clause) -> bool:
    """Whether it is somebody else's habit: "hij drinkt in het weekend"."""
    if piece.part is Part.NIGHT and not piece.start:
        return True  # a night is slept badly; groups are not held at night
    if not clause.words.isdisjoint(_COULD):
        return False
    others = not clause.words.isdisjoint(_OTHERS) or clause.opening in _MY
    return others or (piece.habit and not clause.words.isdisjoint(_GROUP))


def _stands_alone(piece: Piece, tokens: tuple[DayToken, ...]) -> bool:
    """Whether a bare "avond" says when: "liefst avond", "inloop assen avond?"."""
    after = tokens[piece.last].mark if piece.last < len(tokens) else "."
    if after not in ".?p&f":
        return False
    if piece.first == 0:
        return True
    before = tokens[piece.first - 1]
    if before.word in _BEFORE_LOOSE:
        return True
    short = sum(token.mark not in ".?," for token in tokens) <= 5
    return short and before.mark == "x" and before.word not in _GLUED_BEFORE


def _rank(piece: Piece, clause: Clause) -> int:
    return 2 * (2 if clause.asks else 1 if clause.wants else 0) - (piece.past or piece.habit)


def _two_errands(dated: list[tuple[int, Piece]], clauses: list[Clause]) -> bool:
    """Two days for two things in one statement, and a question about both: no single day is meant."""
    asking = [clause for clause in clauses if clause.asks]
    if len(dated) < 2 or not asking or any(rank >= 3 for rank, _ in dated):
        return False
    if any(not _BACK.isdisjoint(clause.words) for clause in asking):
        return False
    first, second = dated[0][1], dated[1][1]
    places = {c.sentence for c in clauses for p in (first, second) if c.first <= p.first < c.last}
    return len(places) == 1 and first.start != second.start
