"""Tells a day on which an activity is held from one of somebody's own: "de groep van maandag"."""

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.days.asked.clauses import Clause, words_of
from bot.core.days.marks import DayToken
from bot.core.days.pieces import Piece

# Of a compound the end says what it is: praatgroep, eetclub, herstelcafé.
_ENDINGS = (
    *("groep", "groepen", "groepje", "club", "clubje", "inloop", "cursus", "cursussen", "cafe"),
    *("bijeenkomst", "bijeenkomsten", "wandeling", "workshop", "meeting", "meetings", "atelier"),
    *("training", "lezing", "tafel", "kring", "soos", "kamer", "academie", "group", "class"),
)
_ACTIVITIES = words_of(
    """
    aa yoga koor koffie lunch eten etentje koken wandelen schilderen tekenen boetseren zingen
    sporten boksen creatief stappen activiteit activiteiten walk drop-in dropin course workshops
    sessie sessies ontbijt brunch borrel film bingo spelletjes tuinieren muziek maaltijd inloophuis
    themaavond avond middag ochtend avonden middagen ochtenden
    grope gorep groeop
    """
)
# What tells of it: "de poster voor vrijdag"; "de folder van 12 november" is as old as that.
_NOTICES = words_of("poster folder flyer briefje uitnodiging programma agenda")
_LETTERS = words_of("brief mail mailtje krant artikel bericht advertentie")
_LEADING = words_of("op van voor vd on of for at om veur vur vaan")
_WHERE = words_of("in te bij hier daar naast near")
_OWN = words_of("mijn mn m'n me zijn z'n haar d'r hun onze ons je jouw my our his her their")
_FOR = words_of("voor veur vur for")
_THAT_ONE, _OF = words_of("die dat degene"), words_of("van vd")
_SHIFTED = words_of("verplaatst verzet verschoven opgeschoven verschuift moved verhuisd")
_SHORTEST = 5  # letters of a word with a slip
_FARTHEST = 3  # words of a place between the activity and its day


def is_held_then(piece: Piece, clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether a day is said of an activity: of a group, a walk, or the poster that tells of it.

    "De groep van maandag", "die 12 stappen op maandagavond", "een herstelgroep in Borne op
    donderdag", "de dinsdaggroep", "de vrijdagavond meeting"; not "mijn cursus op dinsdag".
    """
    if any(is_activity(token.word) for token in tokens[piece.first : piece.last]):
        return True  # "de dinsdaggroep"
    at = piece.first
    named = at > clause.first and tokens[at - 1].mark in "rd" and piece.last < clause.last
    if named and is_activity(tokens[piece.last].word):
        return True  # "de vrijdagavond meeting"
    led = tokens[at].word in _LEADING
    while at > clause.first and (tokens[at - 1].word in _LEADING or tokens[at - 1].mark in "re"):
        at -= 1
        led = led or tokens[at].word in _LEADING
    if at > clause.first and tokens[at - 1].word == "naar":
        return not clause.words.isdisjoint(_SHIFTED)  # "verplaatst naar donderdag"
    if not led:
        return False
    if at > clause.first and tokens[at - 1].word in _THAT_ONE and tokens[at].word in _OF:
        return True  # "die van maandag"
    if at > clause.first and tokens[at - 1].word in _NOTICES:
        return tokens[at].word in _FOR
    return any(
        is_activity(tokens[noun].word) and tokens[noun - 1].word not in _OWN
        for noun in _before(clause.first, at, tokens)
    )


def is_dated(piece: Piece, clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether it only says of when a letter or a poster is: "de brief van 12 november"."""
    at = piece.first
    if at - 1 <= clause.first or tokens[at - 1].word not in _OF:
        return False
    named = tokens[at - 2].word
    return named in _LETTERS or (named in _NOTICES and piece.weekday is None)


def _before(first: int, at: int, tokens: tuple[DayToken, ...]) -> list[int]:
    """Where the word may stand that a day is said of: just before, or with a place between."""
    found = [at - 1] if at > first else []
    for where in range(max(first + 1, at - _FARTHEST), at):
        if tokens[where].word in _WHERE:
            found.append(where - 1)
    return found


def is_activity(word: str) -> bool:
    """Whether a word names something that is held: a group, a walk, a lunch."""
    return (
        word in _ACTIVITIES
        or word.endswith(_ENDINGS)
        or (len(word) >= _SHORTEST and _is_nearly(word))
    )


@lru_cache(maxsize=1024)
def _is_nearly(word: str) -> bool:
    """Whether a word is that of an activity but for one slip: "grope", "wandelgorep"."""
    return bool(process.extractOne(word, _NAMES, scorer=OSA.distance, score_cutoff=1))


def forget_activity_words() -> None:
    """Forgets which words were looked at; they are of residents."""
    _is_nearly.cache_clear()


_NAMES = tuple(word for word in (*_ENDINGS, *_ACTIVITIES) if len(word) > _SHORTEST)
