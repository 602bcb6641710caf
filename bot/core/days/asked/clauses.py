"""Cuts a message into clauses, and tells which ask and which say what someone looks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

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
_WANTING = words_of(
    """
    zoek zoeken wil wilt wilde wou graag liefst voorkeur looking search want like prefer szukam
    busco ariyorum suche cherche шукаю ابحث need nodig hoop ff effe even vraag
    """
)
_BREAKS = words_of("maar want dus terwijl omdat but because zodat mar")
_VERBS = words_of("ben bin heb is was had zijn ga kom moet zou wil kan werk woon zit sta")
_MANY = words_of("ze zij")
_LEAD_INS = words_of("maar want dus but so hoi hallo hey hi ja nou eh ehm ok oke trouwens")


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


def _cut(
    tokens: tuple[DayToken, ...], ends: Callable[[DayToken, str], bool]
) -> Iterator[tuple[int, int]]:
    first = 0
    for index, token in enumerate(tokens):
        if ends(token, tokens[index - 1].word if index else ""):
            if index > first:
                yield first, index + 1
            first = index + 1 if token.mark in ".?," else index
    if first < len(tokens):
        yield first, len(tokens)


def clauses_in(tokens: tuple[DayToken, ...]) -> Iterator[Clause]:
    """The clauses of a message; a question begins at its first clause that opens like one."""
    sentences = list(_cut(tokens, lambda token, _: token.mark in ".?"))
    said = [frozenset(token.word for token in tokens[start:end]) for start, end in sentences]
    nothing: frozenset[str] = frozenset()
    for number, (start, end) in enumerate(sentences):
        row = tokens[start:end]
        cuts = list(_cut(row, _breaks))
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
                sentence_words=said[number],
                following_words=(*said, nothing)[number + 1],
                hosts=_hosts(row[first:last]),
                asks=begun,
                wants=not _WANTING.isdisjoint(here),
            )


def _breaks(token: DayToken, before: str) -> bool:
    """Whether a clause ends before a token: at "dus", but not at that of "ik ben dus maandag"."""
    return token.mark == "," or (token.word in _BREAKS and before not in _VERBS)


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
