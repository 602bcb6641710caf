"""The fitted net: a linear model with columns for danger, treatment and each level."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import exp

import numpy as np
from numpy.typing import NDArray

from bot.core.safety.features import Features
from bot.core.scoring.vocabulary import Vocabulary

# The first columns; those of the levels follow.
LABELS = ("crisis", "crisis in a sentence", "treatment")
IN_MESSAGE, IN_SENTENCE, TREATMENT, LEVELS = range(4)


@dataclass(frozen=True, slots=True)
class SafetyNet:
    """Weighs the features of texts; fitted elsewhere, only looked up here.

    `weights` has a row for each feature of `index`, in 1/`scale`, and one column for each label:
    danger in a message, danger in one sentence of it, treatment, then the levels.
    """

    labels: tuple[str, ...]
    index: Vocabulary
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]

    def chances(self, texts: Sequence[Features[int]]) -> list[list[float]]:
        """For each text the chance of every label by itself; they need not add up to one."""
        rows = self.index.rows_of(chain.from_iterable(text.named for text in texts))
        return [
            [1.0 / (1.0 + exp(-point)) for point in self._points(text, rows)] for text in texts
        ]

    def knows(self, text: Features[int]) -> bool:
        """Whether a text holds any group of letters that the net was fitted to."""
        return any(row >= 0 for row in text.letters)

    def letters(self, word: str) -> "array[int]":
        """The numbers of the letter groups of a word."""
        return self.index.letters(word)

    def forget(self) -> None:
        """Forgets which words were looked at."""
        self.index.forget()

    def _points(self, text: Features[int], row_of: Mapping[str, int]) -> list[float]:
        rows = [row for row in text.letters if row >= 0]
        amounts = [text.loudness] * len(rows)
        for name, amount in text.named.items():
            row = row_of[name]
            if row >= 0:
                rows.append(row)
                amounts.append(amount)
        picked = self.weights.take(np.array(rows, dtype=np.int64), 0).astype(np.float32)
        sums = np.array(amounts, dtype=np.float32) @ picked
        points: list[float] = (sums * self.scale + self.bias).tolist()
        return points
