"""The fitted net: a linear model with a column for danger, for treatment and for each level."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

CRISIS_COLUMN, TREATMENT_COLUMN = 0, 1  # the columns of the levels follow


@dataclass(frozen=True, slots=True)
class SafetyNet:
    """Weighs named features; fitted elsewhere, only looked up here.

    `weights` has one row for each feature of `index` and one column for each label.
    """

    labels: tuple[str, ...]
    index: Mapping[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def chances(self, features: Mapping[str, float]) -> list[float]:
        """The chance of every label by itself; they need not add up to one."""
        row_of = self.index.get
        known = [
            (row, amount) for name, amount in features.items() if (row := row_of(name)) is not None
        ]
        points = self.bias
        if known:
            rows, amounts = zip(*known, strict=True)
            picked = self.weights.take(rows, 0)
            points = np.array(amounts, dtype=np.float32) @ picked + self.bias
        return [1.0 / (1.0 + exp(-point)) for point in points.tolist()]
