"""Texts with a label each, kept in a quarter of the room that a pair for each takes."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import numpy as np

from bot.core.lexicon.texts import Texts

L = TypeVar("L")


class LabelledTexts(Generic[L]):
    """Pairs of a label and a text in their order."""

    def __init__(self, pairs: Iterable[tuple[L, str]] = ()) -> None:
        """Takes the pairs, of at most 65,536 different labels."""
        every = tuple(pairs)
        numbers: dict[L, int] = {}
        held = [numbers.setdefault(label, len(numbers)) for label, _ in every]
        self._labels, self._held = tuple(numbers), np.array(held, dtype=np.uint16)
        self._texts = Texts(text for _, text in every)

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self._held)

    def __iter__(self) -> Iterator[tuple[L, str]]:
        """The pairs in their order."""
        return zip(map(self._labels.__getitem__, self._held.tolist()), self._texts, strict=True)

    def __getitem__(self, at: int) -> tuple[L, str]:
        """The pair with this number; raises IndexError where there is none."""
        return self._labels[self._held[at]], self._texts[at]
