"""Cuts a message into clauses, and tells which ask and which say what someone looks for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.core.days.asked.busy import is_busy
from bot.core.days.asked.sides import Sides, sides_of
from bot.core.days.marks import DayToken


def words_of(text: str) -> frozenset[str]:
    """The words of a text as a set to look up in."""
    return frozenset(text.split())


NOT = words_of("niet nie neit nooit geen nich nit not can't cant")
WANTED = words_of("zoek zoeken willen wil wilt graag")
_ASKING = words_of(
    """
    is zijn zien bin kan kun kunt kunnen ken mag mogen heeft hebben hebt wanneer waar woar wat wa
    wie welke welk hoe hoelaat gaat gaan geet moet mot begint komt weet zou wil can could are do
    does what when where which who how any will would may gibt wo wann ist kann czy gdzie kiedy
    var est quand hay puedo donde cuando чи де коли هل متى اين
    """
)
# What opens a question only where a question mark closes it: "klopt dat?", "krijg ik bericht?".
_ASKING_WITH_A_MARK = words_of(
    """
    klopt kloppen weten geldt gelden hoort krijg krijgen krijgt blijft blijven duurt wordt worden
    moeten zit zitten zat staat staan loopt lopen bestaat bestaan start starten hoef hoeft hoeven
    kennen beginnen kost kosten draait draaien vervalt telt kom komen val valt heb was waren zou
    """
)
# What begins a question in a row of words without stops: "… en dan zit ik alleen is er iets in".
_IS_THERE = words_of("is zijn heb hebben hebt weet weten bestaat")
_THERE = words_of("er dr d'r je jij jullie u")
_MAY = words_of("mag kan kun ken moet moe")
_VERB_BEFORE = words_of("heb hebt heeft ben bin is was zijn kan wil moet mag word wordt ga gaat")
_FRONTED = words_of(
    """
    dan daar nu toen daarna hier wat waar hoe wie welke wanneer dat die als of omdat zo dus daarom
    ook er het maar en soms altijd volgens zoals hoeveel waarom hoezo nou
    """
)
_WANTING = words_of(
    """
    zoek zoeken wil wilt wilde wou graag liefst voorkeur looking search want like prefer szukam
    busco ariyorum suche cherche шукаю ابحث need nodig hoop ff effe even vraag
    """
)
_BREAKS = words_of("maar want dus terwijl omdat but because zodat mar")
_VERBS = words_of("ben bin heb is was had zijn ga kom moet zou wil kan werk woon zit sta")
_WHO_WANTS = words_of("i we they you just really to don't who")
_OF_ME, _ME = (["wat"], ["waar"], ["hoe"]), (["ik"], ["k"], ["we"], ["wij"])
_MANY = words_of("ze zij")
# "Ging de wandeling zondag door", without a question mark as well.
_WAS = words_of(
    "ging gingen was waren werd werden stond stonden zat zaten kwam kwamen viel bleef begon hadden"
)
_SUBJECT = words_of(
    "de het 't t die dat er d'r dr jullie ze u je jij iemand niemand deze dit wij we hun"
)
_ABLE_ALONE = words_of("kan ken kun kin mag wil moet")  # "kan morgen niet"
_DAYS = frozenset("WITmwZqEH")
_LEAD_INS = words_of(
    """
    maar want dus but so hoi hallo hey hi ja nou eh ehm ok oke trouwens hé he hee hoihoi yo bro
    moi mojn hoj heuj gast gozer kerel joh jo man pff tja o oh ah ach sorry vraagje even ff beste
    goedemorgen goedemiddag goedenavond goeiemorgen goeiemiddag goeienavond hello morning
    """
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
    following_words: frozenset[str]  # of the next sentence
    hosts: frozenset[str]  # "ze" in "dan koken ze": who runs it
    asks: bool  # it is, or belongs to, a question
    wants: bool  # it says what someone looks for
    busy: bool  # it tells of work or of an appointment
    earliest: Mapping[str, int]  # its words, and where each stands first
    sides: Sides


def _cut(
    tokens: tuple[DayToken, ...], ends: Callable[[tuple[DayToken, ...], int], bool]
) -> Iterator[tuple[int, int]]:
    first = 0
    for index, token in enumerate(tokens):
        if ends(tokens, index):
            after = index + (token.mark in ".?,")
            if index > first:
                yield first, after
            first = after
    if first < len(tokens):
        yield first, len(tokens)


def clauses_in(tokens: tuple[DayToken, ...]) -> Iterator[Clause]:
    """The clauses of a message; a question begins at its first clause that opens like one."""
    sentences = list(_cut(tokens, lambda row, at: row[at].mark in ".?"))
    said = [frozenset(token.word for token in tokens[start:end]) for start, end in sentences]
    following: list[frozenset[str]] = [*said[1:], frozenset()]
    for number, (start, end) in enumerate(sentences):
        row = tokens[start:end]
        cuts = list(_cut(row, _breaks))
        marked = row[-1].mark == "?"
        openers = _ASKING | _ASKING_WITH_A_MARK if marked else _ASKING
        opens = [
            _asks(row[first:last], openers, marked, marked and last == len(row))
            for first, last in cuts
        ]
        begun = marked and not any(opens)
        for (first, last), opening in zip(cuts, opens, strict=True):
            begun = begun or opening
            earliest = {row[at].word: start + at for at in range(last - 1, first - 1, -1)}
            here = frozenset(earliest)
            yield Clause(
                first=start + first,
                last=start + last,
                words=here,
                opening=_opening(row[first:last]),
                sentence=number,
                sentence_words=said[number],
                following_words=following[number],
                hosts=_hosts(row[first:last]),
                asks=begun,
                wants=not _WANTING.isdisjoint(here - _because(row[first])),
                busy=is_busy(tokens, start + first, start + last),
                earliest=earliest,
                sides=sides_of(tokens, start + first, start + last),
            )


def _because(first: DayToken) -> frozenset[str]:
    """The "want" that opens a Dutch clause, and wants nothing."""
    return frozenset(("want",)) if first.word == "want" else frozenset()


def _breaks(row: tuple[DayToken, ...], at: int) -> bool:
    """Whether a clause ends before a token: at "dus", but not at that of "ik ben dus maandag"."""
    before = row[at - 1].word if at else ""
    if row[at].mark == ",":
        return True
    if row[at].word == "want" and before in _WHO_WANTS:
        return False  # English
    return (row[at].word in _BREAKS and before not in _VERBS) or _runs_on(row, at)


def _runs_on(row: tuple[DayToken, ...], at: int) -> bool:
    """Whether a question begins within words without stops: "… gedronken heb mag ik dan komen"."""
    if not 0 < at < len(row) - 1:
        return False
    before, word, after = row[at - 1], row[at].word, row[at + 1].word
    if word in _MAY and after == "ik":
        return before.word in _VERB_BEFORE
    fronted = before.word in _FRONTED or before.mark not in "xu?,."
    return word in _IS_THERE and after in _THERE and not fronted


def _asks(row: tuple[DayToken, ...], openers: frozenset[str], marked: bool, ends: bool) -> bool:
    """Whether a clause opens like a question: in a sentence with a mark, or the one before it."""
    words = [token for token in row if token.mark not in ".?,&" and token.word not in _LEAD_INS]
    if len(words) > 1 and words[0].word in _WAS and words[1].word in _SUBJECT:
        return True
    if [token.word for token in words[:2]] == ["ben", "ik"]:
        return True
    if not words or words[0].word not in openers or (not marked and _is_told(row)):
        return False
    elided = words[0].word in _ABLE_ALONE and words[1:] and words[1].mark in _DAYS
    return ends or not (elided and words[-1].word in NOT)


def _is_told(row: tuple[DayToken, ...]) -> bool:
    """Whether it only opens like a question: "Wat ik nog mis is een groep."."""
    words = [token.word for token in row if token.mark not in ".?,&"]
    return words[:1] in _OF_ME and words[1:2] in _ME


def _hosts(row: tuple[DayToken, ...]) -> frozenset[str]:
    """The "ze" that stands after a verb of many, as in "donderdag bakken ze taart"."""
    return frozenset(
        token.word
        for before, token in pairwise(row)
        if token.word in _MANY and before.word.endswith("en") and before.mark == "x"
    )


def _opening(row: tuple[DayToken, ...]) -> str:
    """The first word that says something: not "en", "maar" or "hoi"."""
    return next((t.word for t in row if t.mark not in ".?,&" and t.word not in _LEAD_INS), "")
