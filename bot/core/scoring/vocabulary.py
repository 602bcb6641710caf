"""The names of features and their rows, held in a tenth of the room that a dictionary takes."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]
Groups = Callable[[str], Collection[str]]  # the features that the letters of a word give

_WORDS = 4_000  # whose letters are remembered
_BLOCK = (
    65_536  # bytes of names that are taken apart at a time: whole lists of them stay in memory
)
_APART = np.int64(2**46 - 1)  # what is taken of the hash of a name that is not held


class Vocabulary:
    """Names numbered from 0 in their order, found by hash and kept as one stretch of bytes.

    Two names with one 64-bit hash would be taken for each other; among 200,000 names the chance
    of that is 1 in 1,000,000,000. Letter groups are most of what is looked up, and words come
    back: the numbers of their groups are remembered by word.
    """

    def __init__(self, names: bytes, groups: Groups) -> None:
        """Takes the names in UTF-8, one a line, and what cuts a word into groups of letters."""
        self.names = names
        self._groups = groups
        self._letters: dict[str, array[int]] = {}
        hashes = np.fromiter(map(hash, self), dtype=np.int64)
        # One beyond the last, so that a search always ends at something.
        self._order = np.full(len(hashes) + 1, -1, dtype=np.int32)
        self._order[:-1] = np.argsort(hashes, kind="stable")
        self._hashes = np.full(len(hashes) + 1, np.iinfo(np.int64).max)
        hashes.take(self._order[:-1], out=self._hashes[:-1], mode="clip")

    def __reduce__(self) -> tuple[type["Vocabulary"], tuple[bytes, Groups]]:
        """Sends the names alone: in another process the same name has another hash."""
        return Vocabulary, (self.names, self._groups)

    def __iter__(self) -> Iterator[str]:
        """The names in their order."""
        return chain.from_iterable(self._blocks())

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._order) - 1

    def _blocks(self) -> Iterator[list[str]]:
        begin = 0
        while begin < len(self.names):
            end = self.names.find(b"\n", begin + _BLOCK)
            end = len(self.names) if end < 0 else end
            yield self.names[begin:end].decode().split("\n")
            begin = end + 1

    def rows(self, names: Collection[str]) -> Rows:
        """The number of each name; one that is not held has a negative number of its own."""
        asked, rows, held = self._find(names)
        return np.where(held, rows, ~(asked & _APART))

    def found(self, names: Collection[str]) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """The number of each name, and whether it is held; else the number is any."""
        _, rows, held = self._find(names)
        return rows, held

    def _find(self, names: Collection[str]) -> tuple[Rows, NDArray[np.int32], NDArray[np.bool_]]:
        asked = np.fromiter(map(hash, names), dtype=np.int64, count=len(names))
        at = self._hashes.searchsorted(asked)
        return asked, self._order.take(at), self._hashes.take(at) == asked

    def rows_of(self, names: Iterable[str]) -> dict[str, int]:
        """The number of each different name; a message asks for most of its names again."""
        different = dict.fromkeys(names)
        return dict(zip(different, self.rows(different).tolist(), strict=True))

    def letters(self, word: str) -> "array[int]":
        """The numbers of the letter groups of a word, one that occurs twice twice."""
        found = self._letters.get(word)
        if found is None:
            if len(self._letters) >= _WORDS:
                self._letters.clear()
            found = self._letters[word] = array("q", self.rows(self._groups(word)).tobytes())
        return found

    def forget(self) -> None:
        """Forgets which words were taken apart."""
        self._letters.clear()
