"""Finds the words of a list that one wrong letter may have made of another."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import repeat

import numpy as np
from rapidfuzz.distance import OSA


class NearSpellings:
    """A list of words, found by what is left of them when one letter goes.

    What is left is kept as sorted hashes: a dictionary of it took ten times the room. Two with one
    hash do no harm, for each word found is compared with the one asked for.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Takes the words, each of them once."""
        self.words = tuple(words)
        hashes, owners = array("q"), array("i")
        for number, word in enumerate(self.words):
            left = _left_of(word)
            hashes.extend(map(hash, left))
            owners.extend(repeat(number, len(left)))
        order = np.argsort(hashes, kind="stable")
        self._hashes = np.array(hashes, dtype=np.int64)[order]
        self._owners = np.array(owners, dtype=np.int32)[order]

    def __reduce__(self) -> tuple[type["NearSpellings"], tuple[tuple[str, ...]]]:
        """Sends the words alone: in another process the same letters have another hash."""
        return NearSpellings, (self.words,)

    def near(self, word: str) -> Iterator[str]:
        """The words that differ from this one by a letter more, less, other or changed about."""
        asked = np.fromiter(map(hash, _left_of(word)), dtype=np.int64)
        begins = self._hashes.searchsorted(asked, "left").tolist()
        ends = self._hashes.searchsorted(asked, "right").tolist()
        found = {
            owner
            for begin, end in zip(begins, ends, strict=True)
            for owner in self._owners[begin:end].tolist()
        }
        for owner in sorted(found):
            if OSA.distance(self.words[owner], word, score_cutoff=1) <= 1:
                yield self.words[owner]


def _left_of(word: str) -> dict[str, None]:
    """A word, and what is left of it without each of its letters."""
    return dict.fromkeys((word, *(word[:at] + word[at + 1 :] for at in range(len(word)))))
