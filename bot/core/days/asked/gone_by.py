"""What a clause tells as gone by, and which day in it is asked about all the same."""

import re
from datetime import date, timedelta

from bot.core.days.asked.clauses import NOT, Clause, words_of
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
    deur dicht gesloten niemand bordje uitgevallen uitviel opdagen opdaagde jullie afgelast duer
    closed locked nobody verhuurd kapot lijst leeg klacht klagen complain complaint
    """
)
_IN_VAIN = words_of("voor niks")
_NOTHING, _THERE = words_of("niks niets"), words_of("er d'r dr der")  # "was d'r niks"
_LONG_AGO = words_of("vorig verleden geleden")
_YEARS = words_of("jaar jaren jaor joar")
_NOBODY = words_of(
    "niemand dicht dichte gesloten afgelast donker blijkt bleek closed locked nobody"
)


# In a question these tell of what was, and no "hoe laat was dat ook alweer".
_CAME_ABOUT = words_of(
    """
    ging gingen doorging uitviel stond stonden zat zaten kwam kwamen viel bleef begon
    doorgegaan deurgegaon uitgevallen geweest gewest gekomen opgedaagd langsgekomen gebeurd gewacht
    gestaan gezeten teruggebeld gebeld gemist opgenomen happened went came
    """
)
_WAS = words_of("was waren waas")
_HOW_IT_WAS = words_of("open dicht niemand iemand gesloten druk vol leeg afgelast slot")
_AGAIN = words_of("alweer weer nou nu toch eigenlijk")
_MIGHT = words_of("zou zouden wil wilde wou kon mag moet wordt worden als gaat")
_SHUT = words_of(
    """
    dicht dichte gesloten slot niemand bordje uitgevallen uitviel afgelast druk klacht kapot
    doorgegaan closed locked nobody
    """
)
_CALLED = words_of(
    """
    gebeld belde gemaild mailde geappt appte geprobeerd probeerde nummer telefoonnummer
    telefoonnr telnr mail mailtje called emailed tried number
    """
)
_FAILED = words_of(
    """
    gehoor voicemail opgenomen opnam nam neemt antwoord reactie bestaat werkt werkte doet deed
    gehoord teruggebeld answer answered works worked
    """
)
_ELSEWHERE = words_of(
    """
    huisarts dokter psycholoog psychiater therapeut gemeente wijkteam uwv ggz ex moeder vader
    zus broer man vrouw dochter zoon
    """
)
_SOURCE = words_of("app site website bot agenda rooster programma")
_SAID_THERE = words_of("stond stonden klopte")
_WENT = words_of("was waren waas begon ging stond zat duurde viel liep")
_HEARD = words_of("hoorde zag las vertelde zei tipte kreeg wees")
_HELD_BY_US = (
    *("groep", "inloop", "cursus", "bijeenkomst", "wandeling", "workshop", "meeting", "training"),
    *("huiskamer", "inloophuis", "buurthuis", "lezing", "eetcafe", "herstelcafe"),
)


def came_about(piece: Piece, words: frozenset[str], today: date) -> Piece | None:
    """The day gone by that a question of these words is about: "ging de groep zondag door?"."""
    if not words.isdisjoint(_MIGHT):
        return None
    was = not (words.isdisjoint(_WAS) or words.isdisjoint(_HOW_IT_WAS)) and words.isdisjoint(
        _AGAIN
    )
    if not was and words.isdisjoint(_CAME_ABOUT):
        return None
    return _gone(piece, today)


def _gone(piece: Piece, today: date) -> Piece | None:
    """A bare weekday as the last one, this week as what has been of it."""
    if piece.weekday is not None and piece.start and piece.end:
        start, end = piece.start - _WEEK, piece.end - _WEEK
        return piece._replace(start=start, end=end, past=True)
    if piece.week and piece.start == today:
        return piece._replace(start=piece.week, end=today, past=True)
    return None


def _is_complaint(clause: Clause) -> bool:
    """Whether it tells of a call in vain, or of hours that were wrong."""
    said = clause.sentence_words | clause.following_words
    if not said.isdisjoint(_SOURCE) and not said.isdisjoint(_SAID_THERE):
        return True
    failed = not said.isdisjoint(_FAILED) and not said.isdisjoint(NOT | _NOTHING | _NOBODY)
    called = not clause.sentence_words.isdisjoint(_CALLED)
    return (called and failed and said.isdisjoint(_ELSEWHERE)) or said >= _IN_VAIN


def is_of_activity(piece: Piece, clause: Clause) -> bool:
    """Whether it tells how a group went: "gisteren was het te vol bij de inloop"."""
    words = clause.words
    if piece.start != piece.end or words.isdisjoint(_WENT) or not words.isdisjoint(_HEARD):
        return False
    return any(word.endswith(_HELD_BY_US) for word in words)


def is_gone_by(clause: Clause, today: bool, own: frozenset[str]) -> bool:
    """Whether a statement tells what happened; of today also "vanmorgen gevallen"."""
    if not _GONE_BY.isdisjoint(clause.words - own):
        return True
    if not today and clause.words.isdisjoint(_HAVE):
        return False
    return any(_PERFECT.fullmatch(word) and word not in _NO_PERFECT for word in clause.words)


def is_about_then(piece: Piece, clause: Clause) -> bool:
    """Whether a day gone by is the one it is about: the door was shut then."""
    asked = clause.asks and not (_GONE_BY | _CAME_ABOUT).isdisjoint(clause.words)
    if piece.start != piece.end:
        return asked or not _SHUT.isdisjoint(clause.sentence_words)
    return found_shut(clause) or _is_complaint(clause) or (asked and "ik" not in clause.words)


def found_shut(clause: Clause) -> bool:
    """Whether it tells of a shut door, or what comes after it does."""
    nothing = not (_NOTHING.isdisjoint(clause.words) or _THERE.isdisjoint(clause.words))
    shut = nothing or not _AT_THE_DOOR.isdisjoint(clause.sentence_words)
    return shut or not _NOBODY.isdisjoint(clause.following_words)


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
    if told := _gone(piece, today):
        about = is_about_then(told, clause) or (silent and is_of_activity(told, clause))
        return told if planned or about else None
    if piece.start == today:
        return piece if found_shut(clause) else None
    if not (_LONG_AGO.isdisjoint(clause.words) or _YEARS.isdisjoint(clause.words)):
        return None  # "vorig jaar met kerst"
    if piece.start and piece.end and piece.end - piece.start > _LONG:
        return None  # "van nieuwjaar tot pasen dronk hij niet"
    return piece if piece.start and not piece.month and piece.start - today < LONG_AHEAD else None
