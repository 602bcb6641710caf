"""Texts with a label each, kept in a quarter of the room that a pair for each takes."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Generic, TypeVar

import numpy as np

L = TypeVar("L")


class LabelledTexts(Generic[L]):
    """Pairs of a label and a text in their order; the texts are one stretch of bytes."""

    def __init__(self, pairs: Iterable[tuple[L, str]] = ()) -> None:
        """Takes the pairs, of at most 65,536 different labels."""
        numbers: dict[L, int] = {}
        held, texts = [], []
        for label, text in pairs:
            held.append(numbers.setdefault(label, len(numbers)))
            texts.append(text.encode("utf-8", "surrogatepass"))
        self._labels, self._held = tuple(numbers), np.array(held, dtype=np.uint16)
        self._texts = b"".join(texts)
        self._ends = np.cumsum([0, *map(len, texts)], dtype=np.uint32)

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self._held)

    def __iter__(self) -> Iterator[tuple[L, str]]:
        """The pairs in their order."""
        for number, (begin, end) in zip(
            self._held.tolist(), pairwise(self._ends.tolist()), strict=True
        ):
            yield self._labels[number], self._text(begin, end)

    def __getitem__(self, at: int) -> tuple[L, str]:
        """The pair with this number; raises IndexError where there is none."""
        label = self._labels[self._held[at]]
        begin, end = self._ends[:-1][at], self._ends[1:][at]
        return label, self._text(begin, end)

    def _text(self, begin: int, end: int) -> str:
        return self._texts[begin:end].decode("utf-8", "surrogatepass")
