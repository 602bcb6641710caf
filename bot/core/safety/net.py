"""The fitted net: a linear model with columns for danger, treatment and each level."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.core.safety.features import Features, letter_groups
from bot.core.scoring.vocabulary import Vocabulary

# The first columns; those of the levels follow.
LABELS = ("crisis", "treatment")
DANGER, TREATMENT, LEVELS = range(3)
_WORDS = 4_000  # whose letters are remembered


@dataclass(frozen=True, slots=True)
class SafetyNet:
    """Weighs the features of texts; fitted elsewhere, only looked up here.

    `weights` has a row for each feature of `index`, in 1/`scale`, and one column for each label:
    danger, treatment, then the levels.
    """

    labels: tuple[str, ...]
    index: Vocabulary
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]
    met: dict[str, bytes] = field(default_factory=dict, init=False, compare=False)  # see _letters

    def chances(self, texts: Features) -> list[list[float]]:
        """For each piece the chance of every label by itself; they need not add up to one."""
        rows, held = self.index.found(texts.names)
        picked = self.weights.take(rows, 0, mode="clip").astype(np.float32)
        letters = self._letters(texts.words)[:, :-1]
        points = (texts.amounts * held) @ picked + texts.loudness @ letters
        chances: list[list[float]] = (
            0.5 + 0.5 * np.tanh(0.5 * (points * self.scale + self.bias))
        ).tolist()
        return chances

    def knows(self, texts: Features) -> bool:
        """Whether a text holds any group of letters that the net was fitted to."""
        return bool(self._letters(texts.words)[:, -1].any())

    def forget(self) -> None:
        """Forgets which words were looked at."""
        self.met.clear()

    def _letters(self, words: Sequence[str]) -> NDArray[np.float32]:
        """What the letter groups of each word weigh together, and last how many are known."""
        sums = b"".join([self.met.get(word) or self._summed(word) for word in words])
        return np.frombuffer(sums, dtype=np.float32).reshape(-1, len(self.labels) + 1)

    def _summed(self, word: str) -> bytes:
        rows, held = self.index.found(letter_groups(word))
        sums = self.weights.take(rows[held], 0).sum(0, dtype=np.float32)
        if len(self.met) >= _WORDS:
            self.met.clear()
        self.met[word] = found = np.append(sums, np.float32(held.sum())).tobytes()
        return found
