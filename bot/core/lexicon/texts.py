"""Texts kept as one stretch of bytes, in a third of the room that a value for each takes."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np


class Texts:
    """Texts in their order."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Takes the texts."""
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        self._held = b"".join(encoded)
        self._ends = np.cumsum([0, *map(len, encoded)], dtype=np.uint32)

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[str]:
        """The texts in their order."""
        for begin, end in pairwise(self._ends.tolist()):
            yield self._held[begin:end].decode("utf-8", "surrogatepass")

    def __getitem__(self, at: int) -> str:
        """The text with this number; raises IndexError where there is none."""
        begin, end = self._ends[:-1][at], self._ends[1:][at]
        return self._held[begin:end].decode("utf-8", "surrogatepass")
