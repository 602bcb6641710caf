"""What a clause tells as gone by, and which day in it is asked about all the same."""

import re
from datetime import date, timedelta

from bot.core.days.asked.clauses import Clause, words_of
from bot.core.days.asked.complaints import came_in_vain, is_of_activity, is_shut
from bot.core.days.pieces import Piece
from bot.core.days.reckoning import DAY

_WEEK, _SATURDAY = timedelta(weeks=1), 5
_LONG = timedelta(days=45)  # of a stretch that somebody makes plans for
LONG_AHEAD = timedelta(days=200)  # a month so far off is more likely the one gone by
_GONE_BY = words_of(
    """
    was waren had hadden werd werden ging gingen kwam kwamen kon konden moest moesten stond
    stonden zat zaten zag zagen zei zeiden dronk deed hing kreeg vroeg liep las bleek wist dacht
    hoorde belde gebeld reed toen overleden begonnen vertrokken verhuisd ontslagen gestorven
    verloren wer were went came moved relapsed drank died started stopped called said told used
    fietste woonde werkte begon stopte waas vond vonden gaf gaven sliep huilde gebruikte viel
    vielen bleef bleven sprak schreef voelde kregen bracht
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
_LONG_AGO = words_of("vorig verleden geleden")
_YEARS = words_of("jaar jaren jaor joar")


# In a question these tell of what was, and no "hoe laat was dat ook alweer".
_CAME_ABOUT = words_of(
    """
    ging gingen doorging uitviel stond stonden zat zaten kwam kwamen viel bleef begon
    doorgegaan deurgegaon uitgevallen geweest gewest gekomen opgedaagd langsgekomen gebeurd gewacht
    gestaan gezeten teruggebeld gebeld gemist opgenomen gedaan besproken happened went came did
    """
)
_MISSED = words_of("gemist")  # "heb ik gisteren iets gemist"
_WAS = words_of("was waren waas war")
_HOW_IT_WAS = words_of(
    "open dicht niemand iemand gesloten druk vol leeg afgelast slot hoeveel wie waarom"
)
_AGAIN = words_of("alweer weer nou nu toch eigenlijk")
_MIGHT = words_of("zou zouden wil wilde wou kon mag moet wordt worden als gaat")


def came_about(piece: Piece, words: frozenset[str], today: date) -> Piece | None:
    """The day gone by that a question of these words is about: "ging de groep zondag door?"."""
    if not words.isdisjoint(_MIGHT):
        return None
    was = not (words.isdisjoint(_WAS) or words.isdisjoint(_HOW_IT_WAS)) and words.isdisjoint(
        _AGAIN
    )
    return _gone(piece, today) if was or not words.isdisjoint(_CAME_ABOUT) else None


def _gone(piece: Piece, today: date) -> Piece | None:
    """A bare weekday, a weekend, a date or a feast as the last one; of a week what has been."""
    if piece.gone:
        return piece._replace(start=piece.gone[0], end=piece.gone[1], past=True)
    if piece.weekday is not None and piece.start and piece.end:
        start, end = piece.start - _WEEK, piece.end - _WEEK
        return piece._replace(start=start, end=end, past=True)
    if piece.week and piece.start == today:
        return piece._replace(start=piece.week, end=today, past=True)
    if piece.start and piece.end and piece.start > today and piece.end - piece.start == DAY:
        weekend = piece.start.weekday() == _SATURDAY and piece.start - today < _WEEK
        start, end = piece.start - _WEEK, piece.end - _WEEK
        return piece._replace(start=start, end=end, past=True) if weekend else None
    return None


def is_about_then(piece: Piece, clause: Clause, silent: bool) -> bool:
    """Whether a day gone by is the one it is about: what was is asked, or the door was shut."""
    if is_shut(piece, clause) or is_of_activity(piece, clause, silent):
        return True
    asked = clause.asks and not (_GONE_BY | _CAME_ABOUT | _WAS).isdisjoint(clause.words)
    mine = "ik" in clause.words and clause.words.isdisjoint(_MISSED)
    return asked and not (mine and piece.start == piece.end)


def is_gone_by(clause: Clause, today: bool, own: frozenset[str]) -> bool:
    """Whether a statement tells what happened; of today also "vanmorgen gevallen"."""
    if not _GONE_BY.isdisjoint(clause.words - own):
        return True
    if not today and clause.words.isdisjoint(_HAVE) and not came_in_vain(clause):
        return False
    return any(_PERFECT.fullmatch(word) and word not in _NO_PERFECT for word in clause.words)


def as_past(piece: Piece, clause: Clause, today: date, silent: bool) -> Piece | None:
    """A weekday in what happened is the last one; other days belong to the story."""
    planned = piece.weekday is not None and "zou" in clause.words
    told_of = piece.weekday is None and piece.start == today  # "vannacht zat ik over vroeger te"
    if not planned and not told_of and not _HABIT.isdisjoint(clause.words):
        if "ik" in clause.words and "vroeger" in clause.words:
            return None  # "vroeger ging ik elke zondag naar de kerk"
        return None if piece.month or "toen" in clause.words else piece
    if {"is", "het", "geleden"} <= clause.words:
        return piece  # "3 januari is het een jaar geleden dat hij overleed"
    told = _gone(piece, today)
    if told and (planned or is_about_then(told, clause, silent)):
        return told
    if piece.weekday is not None:
        return None
    if piece.start == today:
        return piece if is_shut(piece, clause) else None
    if not (_LONG_AGO.isdisjoint(clause.words) or _YEARS.isdisjoint(clause.words)):
        return None  # "vorig jaar met kerst"
    if piece.start and piece.end and piece.end - piece.start > _LONG:
        return None  # "van nieuwjaar tot pasen dronk hij niet"
    return piece if piece.start and not piece.month and piece.start - today < LONG_AHEAD else None
