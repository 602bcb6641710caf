"""Puts back the spaces that were left out: "inloopinemmen" is "inloop in emmen"."""

import re
from collections.abc import Callable

_LONG = re.compile(r"[^\W\d_]{8,60}")
_LONGEST_PIECE = 18
_SMALL = frozenset(
    "ik je we is er en of de het een in op om te bij van voor met naar uit aan dat die wat wie "
    "waar hoe kan mag wil moet ben heb nog iets niet ook dan nu mijn mn me".split()
)

_OPENING = frozenset("ik is wat waar hoe kan mag wil moet heb wie".split())
_OPENINGS = tuple(_OPENING)
_SHORTEST_KNOWN = 4  # letters of a known word that may be a piece
_SENTENCE = 12  # letters of a piece of a sentence; a shorter word may well be a word

Known = Callable[[str], bool]


def spaced(text: str, is_word: Known, is_town: Known) -> str:
    """The text with its words apart where a long word is nothing but known words stuck together.

    `is_word` tells whether a word is known, `is_town` whether it names a town. Dutch makes words
    of words: one is only parted where it ends in a town, or where it is a piece of a sentence.
    """

    def part(match: re.Match[str]) -> str:
        word = match[0]
        small = word.lower()
        if is_word(small) or is_town(small) or not _may_be_said(small, is_town):
            return word
        pieces = _pieces(small, is_word, is_town)
        return " ".join(_as_typed(word, pieces)) if _is_said(pieces, is_town) else word

    return _LONG.sub(part, text)


def _may_be_said(word: str, is_town: Known) -> bool:
    """Whether it begins as a piece of a sentence or ends in a town; few compounds do either."""
    return word.startswith(_OPENINGS) or any(
        is_town(word[at:]) for at in range(1, len(word) - _SHORTEST_KNOWN + 1)
    )


def _is_said(pieces: list[str], is_town: Known) -> bool:
    """Whether pieces are words that were said one after another, and no compound."""
    if len(pieces) > 1 and is_town(pieces[-1]):
        return True
    return len(pieces) >= 3 and pieces[0] in _OPENING and sum(map(len, pieces)) >= _SENTENCE


def _as_typed(word: str, pieces: list[str]) -> list[str]:
    found, at = [], 0
    for piece in pieces:
        found.append(word[at : at + len(piece)])
        at += len(piece)
    return found


def _pieces(word: str, is_word: Known, is_town: Known) -> list[str]:
    """The fewest known words that make up a word; none where something is left over."""
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST_PIECE), end):
            before = best[start]
            if before is None or (
                best[end] is not None and len(best[end] or ()) <= len(before) + 1
            ):
                continue
            piece = word[start:end]
            if piece in _SMALL or (
                len(piece) >= _SHORTEST_KNOWN and (is_word(piece) or is_town(piece))
            ):
                best[end] = [*before, piece]
    return best[-1] or []
