"""Why a day in a message is no wish: someone is busy then, has a birthday, or others do it."""

from bot.core.days.asked.clauses import NOT, Clause, words_of
from bot.core.days.asked.held import is_activity
from bot.core.days.marks import DayToken
from bot.core.days.pieces import Piece
from bot.core.model import Part

_PLACED = words_of("plek plekje afspraak intakegesprek uitnodiging")
_USING = words_of(
    """
    drinken drink zuipen zuip zuipt blow blowen blowt snuif snuiven gok gokken inzetten gebruik
    gebruiken coke wiet bier biertje wijn eetbui eetbuien
    """
)
_HARMLESS = words_of("koffie thee bakkie coffee tea")
_OTHERS = words_of("hij ie zij ze hie he she they")
_MY = words_of("mijn mn m'n me onze my our")
_GROUP = words_of("wij we wie")
_COULD = words_of(
    """
    kan kunnen ken wil willen zoekt mag mogen zou can could wants moet komt gaat kom ga
    """
)
_EXCEPT = NOT | words_of("behalve uitgezonderd behalven except ausser muv")
_ABLE = words_of("kan kunnen lukt ken past kin kun can cannot red rij rijd rijden")
_FREE = words_of("alleen vrij geen only free off")
_ONLY = words_of("alleen enkel slechts only nur")
_AGEING = words_of("word wordt turn turning turns werd werde")
_NAMING = words_of("die de een the aa")
_OTHER = words_of("ander andere anders")
_ERRANDS = words_of("bel mail app schrijf meld geef stuur")


def is_ruled_out(piece: Piece, tokens: tuple[DayToken, ...]) -> bool:
    """Whether it says since, until, after or not on that day."""
    at = piece.first - 1
    while at >= 0 and tokens[at].mark in "ra@vg":
        if tokens[at].word == "per" and piece.weekday is not None:
            return True  # "twee keer per zondag"
        at -= 1
    if at > 0 and tokens[at].word == "na" and tokens[at - 1].word in _NAMING:
        return False  # "die NA vanavond"
    if at > 1 and tokens[at].word == "dan" and tokens[at - 2].word in _OTHER:
        return True  # "een andere dag dan dinsdag"
    if at > 0 and tokens[at].word == "-" and tokens[at - 1].mark == "x":
        return False  # "koffie-ochtend op vrijdag"
    return at >= 0 and (tokens[at].mark in "LtA" or tokens[at].word in _EXCEPT)


def is_denied(clause: Clause) -> bool:
    """Whether it says when someone cannot come, or has to work; not "dinsdag werk ik niet"."""
    words = clause.words
    if words.isdisjoint(NOT) or words.isdisjoint(_ABLE):
        return clause.busy and words.isdisjoint(_FREE | NOT) and not clause.wants
    return True


def is_errand(clause: Clause) -> bool:
    """Whether it says when someone will write or call: "ik schrijf me vandaag nog in"."""
    return "ik" in clause.words and not clause.words.isdisjoint(_ERRANDS)


def is_birthday(piece: Piece, clause: Clause, tokens: tuple[DayToken, ...]) -> bool:
    """Whether someone turns an age then: "ik word over 2 weken 18"."""
    if clause.words.isdisjoint(_AGEING) or clause.last <= piece.last:
        return False
    after = tokens[piece.last : clause.last]
    age = after[0].mark == "N" and not (len(after) > 1 and after[1].mark in "My")
    return age and 4 <= (after[0].number or 0) <= 99


def is_free_only(piece: Piece, clause: Clause) -> bool:
    """Whether it says when someone can, before when not: "alleen in mei en niet op vrijdag"."""
    only, able, denied = (_first_of(clause, words) for words in (_ONLY, _ABLE, NOT))
    return max(only, able) < piece.first <= denied


def _first_of(clause: Clause, words: frozenset[str]) -> int:
    """Where the first of some words stands in a clause; behind it where none does."""
    return min((clause.earliest[word] for word in clause.words & words), default=clause.last)


def is_of_others(piece: Piece, clause: Clause) -> bool:
    """Whether it is a habit, not a wish: "hij drinkt in het weekend", "elke zaterdag gokken"."""
    if piece.part is Part.NIGHT and not piece.start:
        return True  # a night is slept badly; groups are not held at night
    if not clause.words.isdisjoint(_COULD | _PLACED):
        return False
    using = not clause.sentence_words.isdisjoint(_USING)
    if using and clause.sentence_words.isdisjoint(_HARMLESS | NOT):
        return True
    others = bool(clause.words & _OTHERS - clause.hosts) or clause.opening in _MY
    mine = "ik" in clause.words and clause.words.isdisjoint(_FREE | NOT)
    own = mine and not any(map(is_activity, clause.words))  # "elke zondag huil ik"
    return others or (piece.habit and (own or not clause.words.isdisjoint(_GROUP)))
