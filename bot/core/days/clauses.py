"""Cuts a message into clauses, and tells which ask and which say what someone looks for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.core.days.marks import DayToken


def words_of(text: str) -> frozenset[str]:
    """The words of a text as a set to look up in."""
    return frozenset(text.split())


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
    asks: bool  # it is, or belongs to, a question
    wants: bool  # it says what someone looks for


def _cut(
    tokens: tuple[DayToken, ...], ends: Callable[[DayToken], bool]
) -> Iterator[tuple[int, int]]:
    first = 0
    for index, token in enumerate(tokens):
        if ends(token):
            if index > first:
                yield first, index + 1
            first = index + 1 if token.mark in ".?," else index
    if first < len(tokens):
        yield first, len(tokens)


def clauses_in(tokens: tuple[DayToken, ...]) -> Iterator[Clause]:
    """The clauses of a message; a question begins at its first clause that opens like one."""
    for number, (start, end) in enumerate(_cut(tokens, lambda token: token.mark in ".?")):
        row = tokens[start:end]
        words = frozenset(token.word for token in row)
        cuts = list(_cut(row, lambda token: token.mark == "," or token.word in _BREAKS))
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
                sentence_words=words,
                asks=begun,
                wants=not _WANTING.isdisjoint(here),
            )


def _opening(row: tuple[DayToken, ...]) -> str:
    """The first word that says something: not "en", "maar" or "hoi"."""
    return next((t.word for t in row if t.mark not in ".?,&" and t.word not in _LEAD_INS), "")
