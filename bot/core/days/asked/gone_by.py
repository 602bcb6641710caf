"""What a clause tells as gone by, and which day in it is asked about all the same."""

import re
from datetime import date, timedelta

from bot.core.days.asked.clauses import Clause, words_of
from bot.core.days.pieces import Piece

_WEEK = timedelta(weeks=1)
_LONG = timedelta(days=45)  # of a stretch that somebody makes plans for
LONG_AHEAD = timedelta(days=200)  # a month so far off is more likely the one gone by
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
    r"(?:af|op|in|uit|aan|mee|door|over|voor|toe|na|terug|weg)?ge(?:\w{3,}(?:d|t|en)|\w{1,3}(?:aan|ien))"
)
_NO_PERFECT = words_of(
    """
    geven gezond gebied geluid gedicht gezicht gesprekken gevoelens gebruiken gebeurt gesloten
    geopend gepland gecanceld geannuleerd gehouden gegeven georganiseerd gehoord gelezen
    genomen ingepland geregeld geboekt gereserveerd beloofd toegezegd
    geleden voorgenomen opgegeven uitgenodigd ingeschreven aangemeld afgesproken gevraagd
    """
)
_HAVE = words_of("heb ben hebben heeft hebt is zijn have bin")
_HABIT = words_of(
    """
    vroeger altijd meestal elke elk iedere vaak soms always usually dacht zou
    """
)
_AT_THE_DOOR = words_of(
    """
    deur dicht gesloten niemand opdagen opdaagde jullie afgelast duer
    closed locked nobody verhuurd kapot lijst leeg klacht klagen complain complaint
    """
)
_NOTHING, _THERE = words_of("niks niets"), words_of("er d'r dr der")  # "was d'r niks"
_LONG_AGO = words_of("vorig verleden geleden")
_YEARS = words_of("jaar jaren jaor joar")
_NOBODY = words_of(
    "niemand dicht dichte gesloten afgelast donker blijkt bleek closed locked nobody"
)


def is_gone_by(clause: Clause, today: bool, own: frozenset[str]) -> bool:
    """Whether a statement tells what happened; of today also "vanmorgen gevallen"."""
    if not _GONE_BY.isdisjoint(clause.words - own):
        return True
    if not today and clause.words.isdisjoint(_HAVE):
        return False
    return any(_PERFECT.fullmatch(word) and word not in _NO_PERFECT for word in clause.words)


def is_about_then(piece: Piece, clause: Clause) -> bool:
    """Whether a day gone by is the one it is about: the door was shut then."""
    if piece.start != piece.end:
        return clause.asks and not _GONE_BY.isdisjoint(clause.words)
    return found_shut(clause) or (
        clause.asks and not _GONE_BY.isdisjoint(clause.words) and "ik" not in clause.words
    )


def found_shut(clause: Clause) -> bool:
    """Whether it tells of a shut door, or what comes after it does."""
    nothing = not (_NOTHING.isdisjoint(clause.words) or _THERE.isdisjoint(clause.words))
    shut = nothing or not _AT_THE_DOOR.isdisjoint(clause.sentence_words)
    return shut or not _NOBODY.isdisjoint(clause.following_words)


def as_past(piece: Piece, clause: Clause, today: date) -> Piece | None:
    """A weekday in what happened is the last one; other days belong to the story."""
    planned = piece.weekday is not None and "zou" in clause.words
    told_of = piece.weekday is None and piece.start == today  # "vannacht zat ik over vroeger te"
    if not planned and not told_of and not _HABIT.isdisjoint(clause.words):
        return None if piece.month or "toen" in clause.words else piece
    if {"is", "het", "geleden"} <= clause.words:
        return piece  # "3 januari is het een jaar geleden dat hij overleed"
    if piece.start and piece.weekday is not None:
        last = piece.start - _WEEK
        told = piece._replace(start=last, end=last, past=True)
        return told if planned or is_about_then(told, clause) else None
    if piece.start == today:
        return piece if found_shut(clause) else None
    if not (_LONG_AGO.isdisjoint(clause.words) or _YEARS.isdisjoint(clause.words)):
        return None  # "vorig jaar met kerst"
    if piece.start and piece.end and piece.end - piece.start > _LONG:
        return None  # "van nieuwjaar tot pasen dronk hij niet"
    return piece if piece.start and not piece.month and piece.start - today < LONG_AHEAD else None
