"""Finds the words of a list that one wrong letter may have made of another."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

_Hashes = NDArray[np.uint64]

_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no letter is lost in the multiplying


class NearSpellings:
    """A list of words, found by what is left of them when one letter goes.

    What is left is kept as sorted hashes: a dictionary of it took ten times the room. Two with one
    hash do no harm, for each word found is compared with the one asked for.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Takes the words, each of them once."""
        self.words = tuple(words)
        by_length: dict[int, list[int]] = {}
        for number, word in enumerate(self.words):
            by_length.setdefault(len(word), []).append(number)
        hashes, owners = [np.empty(0, np.uint64)], [np.empty(0, np.int32)]
        for length, numbers in by_length.items():
            hashes.append(_left_of([self.words[number] for number in numbers]).ravel())
            owners.append(np.array(numbers, dtype=np.int32).repeat(length + 1))
        joined = np.concatenate(hashes)
        order = joined.argsort(kind="stable")
        self._hashes, self._owners = joined[order], np.concatenate(owners)[order]

    def __reduce__(self) -> tuple[type["NearSpellings"], tuple[tuple[str, ...]]]:
        """Sends the words alone, from which the rest is made in some milliseconds."""
        return NearSpellings, (self.words,)

    def near(self, word: str) -> Iterator[str]:
        """The words that differ from this one by a letter more, less, other or changed about."""
        asked = _left_of([word])[0]
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


def _left_of(words: Sequence[str]) -> _Hashes:
    """For words of one length a row each: the hash of the word, and of it without each letter.

    A hash is the sum of the letters, each times a power of the factor by its place, so that what
    stands behind a letter that is left out counts at one place less.
    """
    length = len(words[0])
    raw = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32)
    letters = raw.reshape(-1, length).astype(np.uint64)
    powers = _powers(length)
    here, earlier = letters * powers, letters[:, 1:] * powers[:-1]
    left = np.zeros((len(words), length + 1), dtype=np.uint64)
    left[:, 0] = here.sum(1)
    left[:, 2:] = here[:, :-1].cumsum(1)
    left[:, 1:-1] += earlier[:, ::-1].cumsum(1)[:, ::-1]
    return left


@lru_cache(maxsize=40)
def _powers(length: int) -> _Hashes:
    """The factor to the power of each place of a word."""
    powers: _Hashes = _FACTOR ** np.arange(1, length + 1, dtype=np.uint64)
    return powers
