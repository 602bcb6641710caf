"""When a bare part of the day says when: "liefst avond", not "de hele avond"."""

from bot.core.days.asked.clauses import NOT, WANTED, Clause, words_of
from bot.core.days.marks import DayToken
from bot.core.days.pieces import Piece

_OFFERED = words_of(
    """
    is zijn was waren zit bestaat hebben heb hebt heeft zoek zoeken willen wil wilt graag there
    """
)
_BEFORE_LOOSE = words_of("liefst graag voorkeur alleen of en ook iets")
_BEFORE_SEVERAL = words_of("er d'r ook jullie nog wel geen")
_SUITS = words_of("kan kunnen lukt past")
_FEW = 5  # words of keywords
_GLUED_BEFORE = words_of(
    """
    zo'n zon hele die dat per welke welk aa na thema koffie film spel spelletjes ouder dames
    vrouwen mannen info kook eet quiz bingo muziek creatieve gezellige nieuwe vrije
    """
)


def stands_alone(piece: Piece, clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether a bare "avond" says when: "liefst avond", "inloop assen avond?"."""
    following = tokens[piece.last] if piece.last < len(tokens) else None
    after = following.mark if following else "."
    closes = after in ".?" or (following is not None and following.word in _BEFORE_LOOSE)
    if following and following.word in _SUITS and NOT.isdisjoint(clause.words):
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


def is_offered(piece: Piece, clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether it is looked for: "is er een avond voor ouders", not "de hele avond"."""
    if piece.first == 0:
        return False
    before = tokens[piece.first - 1]
    several = tokens[piece.first].word.endswith("en") and before.word in _BEFORE_SEVERAL
    if before.mark != "g" and not several:
        return False
    after = tokens[piece.last : piece.last + 3]
    if "".join(token.mark for token in after) == "irK" or (
        after and after[0].word.startswith("per")
    ):
        return False  # "een ochtend in de week", which one is open
    asked = clause.asks or not WANTED.isdisjoint(clause.sentence_words)
    return asked and not _OFFERED.isdisjoint(clause.sentence_words)
