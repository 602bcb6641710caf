"""Tells the days that a message asks about from those that only come up in its story."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.days.clauses import Clause, clauses_in, words_of
from bot.core.days.marks import DayToken
from bot.core.days.phrases import narrowed
from bot.core.days.pieces import Piece
from bot.core.model import Part

_WEEK = timedelta(weeks=1)
_LONG_AHEAD = timedelta(days=200)

_GONE_BY = words_of(
    """
    was waren had hadden werd werden ging gingen kwam kwamen kon konden moest moesten stond
    stonden zat zaten zag zagen zei zeiden dronk deed hing kreeg vroeg liep las bleek wist dacht
    hoorde belde gebeld reed toen overleden begonnen vertrokken verhuisd ontslagen gestorven
    verloren wer were went came moved relapsed drank died started stopped called said told used
    fietste woonde werkte begon stopte waas
    """
)
_PERFECT = re.compile(
    r"(?:af|op|in|uit|aan|mee|door|over|voor|toe|na|terug|weg)?ge\w{3,}(?:d|t|en)"
)
_NO_PERFECT = words_of(
    """
    geven gezond gebied geluid gedicht gezicht gesprekken gevoelens gebruiken gebeurt gesloten
    geopend gepland gecanceld geannuleerd gehouden gegeven georganiseerd gehoord gelezen
    voorgenomen opgegeven uitgenodigd ingeschreven aangemeld afgesproken gevraagd
    """
)
_SUBJECTS = words_of("ik k wij we hij ie zij ze die je men er daar")
_HAVE = words_of("heb ben hebben heeft hebt is zijn have bin")
_HABIT = words_of(
    """
    vroeger altijd meestal elke elk iedere vaak soms always usually dacht zou
    """
)
_AT_THE_DOOR = words_of(
    """
    deur dicht gesloten niemand jullie afgelast duer closed locked nobody verhuurd kapot lijst
    leeg
    """
)
_PLACED = words_of("plek plekje afspraak intakegesprek uitnodiging")
_USING = words_of(
    """
    drinken drink zuipen zuip zuipt blow blowen blowt snuif snuiven gok gokken inzetten gebruik
    gebruiken coke wiet bier biertje wijn eetbui eetbuien
    """
)
_HARMLESS = words_of("koffie thee bakkie coffee tea")
_PAYING = words_of("rekening uitkering salaris loon toeslag zakgeld huur vakantiegeld")
_ALWAYS = words_of("altijd elke iedere steeds meestal normaal normaalgesproken gewoonlijk always")
_OFFERED = words_of(
    """
    is zijn zit bestaat hebben heb hebt heeft zoek zoeken willen wil wilt graag there
    """
)
_NOBODY = words_of("niemand dicht gesloten afgelast closed locked nobody")
_OTHERS = words_of("hij ie zij ze hie he she they")
_MY = words_of("mijn mn m'n me onze my our")
_GROUP = words_of("wij we wie")
_COULD = words_of(
    """
    kan kunnen ken wil willen zoekt mag mogen zou can could wants moet komt gaat kom ga
    """
)
_NOT = words_of("niet nie neit nooit geen nich nit not can't cant")
_EXCEPT = _NOT | words_of("behalve uitgezonderd behalven except ausser muv")
_ABLE = words_of("kan kunnen lukt ken past kin kun can cannot")
_BUSY = words_of(
    """
    werk werkt werken work works working ziekenhuis dialyse fysio tandarts stage tentamen examen
    oppassen hospital dentist zuukenhuus sikehus ziekenhoes
    """
)
_FREE = words_of("alleen vrij geen only free off")
_ONLY = words_of("alleen enkel slechts only nur")
_AGEING = words_of("word wordt turn turning turns werd werde")
_TURNING = words_of("klaar word wordt jarig loopt verloopt afloopt vieren vier viert")
_NAMING = words_of("die de een the aa")
_BACK = words_of("dan dann then")
_BEFORE_LOOSE = words_of("liefst graag voorkeur alleen of en ook iets")
_SUITS = words_of("kan kunnen lukt past")
_WANTED = words_of("zoek zoeken willen wil wilt graag")
_FEW = 5  # words of keywords
_GLUED_BEFORE = words_of(
    """
    zo'n zon hele die dat per welke welk aa na thema koffie film spel spelletjes ouder dames
    vrouwen mannen info kook eet quiz bingo muziek creatieve gezellige nieuwe vrije
    """
)


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
    asks = any((clause.asks or clause.wants) for clause in clauses) and not any(
        clause.asks and not _BACK.isdisjoint(clause.words) for clause in clauses
    )
    firsts = [clause.first for clause in clauses]
    told: list[tuple[int, Piece]] = []
    for piece in pieces:
        clause = clauses[bisect_right(firsts, piece.first) - 1]
        if kept := _asked(piece, clause, tokens, today, asks):
            told.append((_rank(kept, clause), kept))
    days = _best([(rank, piece) for rank, piece in told if piece.start], clauses)
    days = _on_usual_day(days, pieces, clauses, firsts)
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
    piece: Piece, clause: Clause, tokens: tuple[DayToken, ...], today: date, asks: bool
) -> Piece | None:
    """The piece as it is meant where it stands, or None where it is no answer to when."""
    if piece.wish or piece.clock:
        return None
    if piece.loose:
        wanted = _stands_alone(piece, clause, tokens) or _is_offered(piece, clause, tokens)
        return piece if not piece.habit and wanted else None
    if _ruled_out(piece, tokens) or (piece.now and not clause.asks and not clause.wants):
        return None
    if piece.past:
        return piece if _about_then(piece, clause) else None
    if (piece.month and piece.start and piece.start - today > _LONG_AHEAD) and (
        not clause.asks or _gone_by(clause, False, _own_words(piece, tokens))
    ):
        return None  # "in september" in autumn is a month gone by
    if piece.weekday is None and piece.start and not _PAYING.isdisjoint(clause.words):
        return None  # "aan het eind van de maand nog een rekening"
    if piece.start != piece.end and not _TURNING.isdisjoint(clause.words):
        return None  # "ik word 18 in maart", "wij vieren thuis kerst"
    free = _free_only(piece, clause, tokens)
    if _is_birthday(piece, clause, tokens):
        return None
    if not clause.asks and _denied(clause) and not free:
        return None
    if not clause.asks and _gone_by(clause, piece.start == today, _own_words(piece, tokens)):
        return _as_past(piece, clause, today)
    told = asks and not clause.asks and not clause.wants and not free
    month = piece.month and _WANTED.isdisjoint(clause.sentence_words)
    return None if told and (month or _of_others(piece, clause)) else piece


def _ruled_out(piece: Piece, tokens: tuple[DayToken, ...]) -> bool:
    """Whether it says since, until, after or not on that day."""
    at = piece.first - 1
    while at >= 0 and tokens[at].mark in "ra@v":
        at -= 1
    if at > 0 and tokens[at].word == "na" and tokens[at - 1].word in _NAMING:
        return False  # "die NA vanavond"
    return at >= 0 and (tokens[at].mark in "LtA" or tokens[at].word in _EXCEPT)


def _about_then(piece: Piece, clause: Clause) -> bool:
    """Whether a day gone by is the one it is about: the door was shut then."""
    if piece.start != piece.end:
        return clause.asks and not _GONE_BY.isdisjoint(clause.words)
    shut = not _AT_THE_DOOR.isdisjoint(clause.sentence_words)
    return (
        shut
        or not _NOBODY.isdisjoint(clause.following_words)
        or (clause.asks and not _GONE_BY.isdisjoint(clause.words) and "ik" not in clause.words)
    )


def _own_words(piece: Piece, tokens: tuple[DayToken, ...]) -> frozenset[str]:
    """The words that say the day itself: "zat avond" has no verb in it."""
    if piece.first and tokens[piece.first - 1].word in _SUBJECTS:
        return frozenset()  # "ik zat avond na avond"
    return frozenset(token.word for token in tokens[piece.first : piece.last])


def _gone_by(clause: Clause, today: bool, own: frozenset[str]) -> bool:
    """Whether a statement tells what happened; of today also "vanmorgen gevallen"."""
    if not _GONE_BY.isdisjoint(clause.words - own):
        return True
    if not today and clause.words.isdisjoint(_HAVE):
        return False
    return any(_PERFECT.fullmatch(word) and word not in _NO_PERFECT for word in clause.words)


def _as_past(piece: Piece, clause: Clause, today: date) -> Piece | None:
    """A weekday in what happened is the last one; other days belong to the story."""
    planned = piece.weekday is not None and "zou" in clause.words
    if not planned and not _HABIT.isdisjoint(clause.words):
        return None if piece.month else piece
    if piece.start and piece.weekday is not None:
        last = piece.start - _WEEK
        told = piece._replace(start=last, end=last, past=True)
        return told if planned or _about_then(told, clause) else None
    if piece.start == today:
        return piece if not _AT_THE_DOOR.isdisjoint(clause.sentence_words) else None
    return piece if piece.start and not piece.month and piece.start - today < _LONG_AHEAD else None


def _denied(clause: Clause) -> bool:
    """Whether it says when someone cannot come, or has to work."""
    words = clause.words
    if words.isdisjoint(_NOT) or words.isdisjoint(_ABLE):
        return not words.isdisjoint(_BUSY) and words.isdisjoint(_FREE) and not clause.wants
    return True


def _is_birthday(piece: Piece, clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether someone turns an age then: "ik word over 2 weken 18"."""
    if clause.words.isdisjoint(_AGEING) or clause.last <= piece.last:
        return False
    after = tokens[piece.last : clause.last]
    age = after[0].mark == "N" and not (len(after) > 1 and after[1].mark in "My")
    return age and 4 <= (after[0].number or 0) <= 99


def _free_only(piece: Piece, clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether it says when someone can, before when not: "alleen in mei en niet op vrijdag"."""
    before = {token.word for token in tokens[clause.first : piece.first]}
    return bool(before & _ONLY and before & _ABLE) and before.isdisjoint(_NOT)


def _of_others(piece: Piece, clause: Clause) -> bool:
    """Whether it is a habit, not a wish: "hij drinkt in het weekend", "elke zaterdag gokken"."""
    if piece.part is Part.NIGHT and not piece.start:
        return True  # a night is slept badly; groups are not held at night
    if not clause.words.isdisjoint(_COULD | _PLACED):
        return False
    using = not clause.sentence_words.isdisjoint(_USING)
    if using and clause.sentence_words.isdisjoint(_HARMLESS):
        return True
    others = bool(clause.words & _OTHERS - clause.hosts) or clause.opening in _MY
    return others or (piece.habit and not clause.words.isdisjoint(_GROUP))


def _stands_alone(piece: Piece, clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether a bare "avond" says when: "liefst avond", "inloop assen avond?"."""
    following = tokens[piece.last] if piece.last < len(tokens) else None
    after = following.mark if following else "."
    closes = after in ".?" or (following is not None and following.word in _BEFORE_LOOSE)
    if following and following.word in _SUITS and _NOT.isdisjoint(clause.words):
        return piece.first == clause.first  # "avonden kan wel"
    if after not in ".?p&f" and not closes:
        return False
    if piece.first == 0:
        return True
    before = tokens[piece.first - 1]
    if before.mark in ".?,":
        return closes
    if before.word in _BEFORE_LOOSE:
        return True
    words = tokens[clause.first : clause.last]
    short = sum(token.mark not in ".?," for token in words) <= _FEW
    return short and before.mark == "x" and before.word not in _GLUED_BEFORE


def _is_offered(piece: Piece, clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether it is looked for: "is er een avond voor ouders", not "de hele avond"."""
    if piece.first == 0 or tokens[piece.first - 1].mark != "g":
        return False
    after = tokens[piece.last : piece.last + 3]
    if "".join(token.mark for token in after) == "irK" or (
        after and after[0].word.startswith("per")
    ):
        return False  # "een ochtend in de week", which one is open
    asked = clause.asks or not _WANTED.isdisjoint(clause.sentence_words)
    return asked and not _OFFERED.isdisjoint(clause.sentence_words)


def _rank(piece: Piece, clause: Clause) -> int:
    """How likely a piece is to be what is asked: first in questions, then in wishes."""
    return 2 * (2 if clause.asks else 1 if clause.wants else 0) - (
        piece.habit or (piece.past and clause.asks)
    )


def _two_errands(dated: list[tuple[int, Piece]], clauses: list[Clause]) -> bool:
    """Two days for two things in one statement, and a question about both: no one day."""
    asking = [clause for clause in clauses if clause.asks]
    if len(dated) < 2 or not asking or any(rank >= 3 for rank, _ in dated):
        return False
    if any(not _BACK.isdisjoint(clause.words) for clause in asking):
        return False
    first, second = dated[0][1], dated[1][1]
    places = {c.sentence for c in clauses for p in (first, second) if c.first <= p.first < c.last}
    return len(places) == 1 and first.start != second.start
