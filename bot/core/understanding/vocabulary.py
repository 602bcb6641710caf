"""The names of features and their rows, held in a tenth of the room that a dictionary takes."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int32]


class Vocabulary:
    """Names numbered from 0 in their order, found by hash and kept as one stretch of bytes.

    Two names with one 64-bit hash would be taken for each other; among 50,000 names the chance of
    that is 1 in 10,000,000,000.
    """

    def __init__(self, names: bytes) -> None:
        """Takes the names in UTF-8, one a line."""
        self.names = names
        hashes = np.array([hash(name) for name in self], dtype=np.int64)
        order = np.argsort(hashes, kind="stable")
        self._hashes = hashes[order]
        self._order = order.astype(np.int32)

    def __iter__(self) -> Iterator[str]:
        """The names in their order."""
        return iter(self.names.decode().split("\n") if self.names else ())

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._order)

    def rows(self, names: Iterable[str]) -> Rows:
        """The number of each name, -1 for one that is not held."""
        asked = np.fromiter(map(hash, names), dtype=np.int64)
        if not len(self):
            return np.full(len(asked), -1, dtype=np.int32)
        at = np.minimum(self._hashes.searchsorted(asked), len(self) - 1)
        return np.where(self._hashes[at] == asked, self._order[at], np.int32(-1))
