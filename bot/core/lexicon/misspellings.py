"""Which words of the lexicon a misspelt one comes nearest to."""

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.core.lexicon.phrases import ENDING

SHORTEST_SWAP = 5  # letters; two of them may have changed places
SHORTEST_JOINED = 9  # letters of a compound of which a part may be misspelt
_SHORTEST_REPLACED = 6  # letters of which one may be another: "kosst" is no "kotst"
_SHORTEST_PIECE = 7  # letters of the part of a compound that may be misspelt
_NEAREST = 4  # words that one may be a misspelling of


class Misspellings:
    """Finds what a misspelt word may stand for: a word, or a compound by how it begins or ends."""

    def __init__(
        self, words: Iterable[str], beginnings: Iterable[str], endings: Iterable[str]
    ) -> None:
        """Takes the words and the parts of compounds that may be misspelt."""
        self._words: dict[tuple[str, int], list[str]] = {}  # by first letter and length
        for word in words:
            if len(word) >= SHORTEST_SWAP:
                self._words.setdefault((word[0], len(word)), []).append(word)
        self._beginnings = _by_letter(beginnings, 0)
        self._endings = _by_letter(endings, -1)

    def nearest(self, word: str) -> tuple[str, ...]:
        """The other words that a misspelt one comes nearest to; parts with their mark."""
        allowed = 1 if len(word) < 9 else 2
        close = [
            (name, slips)
            for length in range(len(word) - allowed, len(word) + allowed + 1)
            for name, slips in self._of_length(word, length, allowed)
        ]
        if not close and len(word) >= SHORTEST_JOINED:
            return tuple(dict.fromkeys(self._nearest_parts(word)))
        fewest = min((slips for _, slips in close), default=0)
        return tuple(name for name, slips in close if slips == fewest)[:_NEAREST]

    def _of_length(self, word: str, length: int, allowed: int) -> list[tuple[str, int]]:
        """The other words of a length with so many slips at most, and how many."""
        near = self._words.get((word[0], length), ())
        if length == len(word) < _SHORTEST_REPLACED:
            letters = sorted(word)
            near = [one for one in near if sorted(one) == letters]
        close = extract(word, near, scorer=OSA.distance, score_cutoff=allowed, limit=_NEAREST + 1)
        return [(name, slips) for name, slips, _ in close if slips]

    def _nearest_parts(self, word: str) -> Iterator[str]:
        """What a compound begins or ends with but for one slip: "mantezlorg*", "*wandelign"."""
        for length, bares in self._beginnings.get(word[0], {}).items():
            for head in (word[:length], word[: length + 1], word[: length - 1]):
                yield from (bare + ENDING for bare in _one_slip_off(head, bares))
        for length, bares in self._endings.get(word[-1], {}).items():
            for tail in (word[-length:], word[-length - 1 :], word[-length + 1 :]):
                yield from (ENDING + bare for bare in _one_slip_off(tail, bares))


def _one_slip_off(part: str, bares: list[str]) -> list[str]:
    close = extract(part, bares, scorer=OSA.distance, score_cutoff=1, limit=None)
    return [bare for bare, slips, _ in close if slips]


def _by_letter(parts: Iterable[str], at: int) -> dict[str, dict[int, list[str]]]:
    """The beginnings or endings that may be misspelt, by their outer letter and their length."""
    found: dict[str, dict[int, list[str]]] = {}
    for bare in parts:
        if len(bare) >= _SHORTEST_PIECE:
            found.setdefault(bare[at], {}).setdefault(len(bare), []).append(bare)
    return found
