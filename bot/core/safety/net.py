"""The fitted net: a linear model with columns for danger, treatment and each level."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.core.safety.features import Features, letter_groups
from bot.core.scoring.vocabulary import Vocabulary

# The first columns; those of the levels follow.
LABELS = ("crisis", "crisis in a sentence", "treatment")
IN_MESSAGE, IN_SENTENCE, TREATMENT, LEVELS = range(4)
_WORDS = 4_000  # whose letters are remembered


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
    met: dict[str, bytes] = field(default_factory=dict, compare=False)  # see _letters

    def chances(self, texts: Features) -> list[list[float]]:
        """For each piece the chance of every label by itself; they need not add up to one."""
        rows, held = self.index.found(texts.names)
        picked = self.weights.take(rows, 0, mode="clip").astype(np.float32)
        points = (texts.amounts * held) @ picked + texts.loudness @ self._letters(texts)
        chances: list[list[float]] = (
            0.5 + 0.5 * np.tanh(0.5 * (points * self.scale + self.bias))
        ).tolist()
        return chances

    def knows(self, texts: Features) -> bool:
        """Whether any word of a text has letters that weigh something."""
        return bool(self._letters(texts).any())

    def forget(self) -> None:
        """Forgets which words were looked at."""
        self.met.clear()

    def _letters(self, texts: Features) -> NDArray[np.float32]:
        """What the letter groups of each word weigh together, a row for each word."""
        sums = b"".join([self.met.get(word) or self._sum(word) for word in texts.words])
        return np.frombuffer(sums, dtype=np.float32).reshape(-1, len(self.labels))

    def _sum(self, word: str) -> bytes:
        rows = self.index.rows(letter_groups(word))
        found: bytes = self.weights.take(rows[rows >= 0], 0).sum(0, dtype=np.float32).tobytes()
        if len(self.met) >= _WORDS:
            self.met.clear()
        self.met[word] = found
        return found
