"""Which day gone by a message is about: a shut door then, a call in vain, how it went."""

from bot.core.days.asked.clauses import NOT, Clause, words_of
from bot.core.days.pieces import Piece

_AT_THE_DOOR = words_of(
    """
    deur dicht gesloten niemand bordje uitgevallen uitviel opdagen opdaagde jullie afgelast duer
    closed locked nobody verhuurd kapot lijst leeg klacht klagen complain complaint
    """
)
_IN_VAIN = (words_of("voor niks"), words_of("voor niets"), words_of("in vain"))
_STOOD = words_of("stond stonden stonne gestaan")
_OUTSIDE = words_of("kou regen stoep buiten donker")
_NOTHING, _THERE = words_of("niks niets"), words_of("er d'r dr der")  # "was d'r niks"
_NOBODY = words_of(
    "niemand dicht dichte gesloten afgelast donker blijkt bleek closed locked nobody"
)

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
    gehoor opgenomen opnam nam neemt klopt klopte antwoord reactie bestaat werkt werkte doet deed
    gehoord teruggebeld answer answered works worked
    """
)
_UNHEARD = words_of("voicemail antwoordapparaat")
_ELSEWHERE = words_of(
    """
    huisarts dokter psycholoog psychiater therapeut gemeente wijkteam uwv ggz ex moeder vader
    zus broer man vrouw dochter zoon
    """
)
_SOURCE = words_of("app site website bot agenda rooster programma")
_SAID_THERE = words_of("stond stonden klopte")
_WENT = words_of("was waren waas geweest begon ging stond zat duurde viel liep")
_BEEN = words_of("was waren waas geweest")
_IN_A_STATE = words_of("toe klaar beu zat van over ziek slecht helemaal zo niet kapot")
_HEARD = words_of("hoorde zag las vertelde zei tipte kreeg wees")
_HELD_BY_US = (
    *("groep", "inloop", "cursus", "bijeenkomst", "wandeling", "workshop", "meeting", "training"),
    *("huiskamer", "inloophuis", "buurthuis", "lezing", "eetcafe", "herstelcafe"),
)


def is_shut(piece: Piece, clause: Clause) -> bool:
    """Whether a day or a stretch gone by is that of a shut door, a call in vain or wrong hours."""
    if piece.start != piece.end:
        return not _SHUT.isdisjoint(clause.sentence_words) or came_in_vain(clause)
    return found_shut(clause) or _is_complaint(clause)


def came_in_vain(clause: Clause) -> bool:
    """Whether somebody came for nothing, or stood in the cold."""
    said = clause.sentence_words
    waited = not (said.isdisjoint(_STOOD) or said.isdisjoint(_OUTSIDE))
    return waited or any(said >= pair for pair in _IN_VAIN)


def found_shut(clause: Clause) -> bool:
    """Whether it tells of a shut door, or what comes after it does."""
    nothing = not (_NOTHING.isdisjoint(clause.words) or _THERE.isdisjoint(clause.words))
    shut = nothing or not _AT_THE_DOOR.isdisjoint(clause.sentence_words)
    return shut or not _NOBODY.isdisjoint(clause.following_words)


def _is_complaint(clause: Clause) -> bool:
    said = clause.sentence_words | clause.following_words
    if not said.isdisjoint(_SOURCE) and not said.isdisjoint(_SAID_THERE):
        return True
    failed = not said.isdisjoint(_FAILED) and not said.isdisjoint(NOT | _NOTHING | _NOBODY)
    unheard = failed or not said.isdisjoint(_UNHEARD)
    called = not clause.sentence_words.isdisjoint(_CALLED)
    return (called and unheard and said.isdisjoint(_ELSEWHERE)) or came_in_vain(clause)


def is_of_activity(piece: Piece, clause: Clause, silent: bool) -> bool:
    """Whether it tells how a group went where nothing is asked: "het was te vol bij de inloop".

    Or that somebody has been there: "ik was er dinsdag".
    """
    words = clause.words
    if piece.start != piece.end or words.isdisjoint(_WENT) or not words.isdisjoint(_HEARD):
        return False
    there = not words.isdisjoint(_THERE) or "eerst" in words
    if there and not words.isdisjoint(_BEEN) and words.isdisjoint(_IN_A_STATE):
        return True
    return silent and any(word.endswith(_HELD_BY_US) for word in words)
