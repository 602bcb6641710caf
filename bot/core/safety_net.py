"""The fitted net: a linear model with a column for danger, for treatment and for each level."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CRISIS_COLUMN, TREATMENT_COLUMN = 0, 1  # the columns of the levels follow


@dataclass(frozen=True, slots=True)
class SafetyNet:
    """Weighs named features; fitted elsewhere, only looked up here.

    `weights` has one row for each feature of `index` and one column for each label, in 1/`scale`.
    """

    labels: tuple[str, ...]
    index: Mapping[str, int]
    weights: NDArray[np.int8]
    scale: NDArray[np.float32]
    bias: NDArray[np.float32]

    def chances(self, features: Mapping[str, float]) -> list[float]:
        """The chance of every label by itself; they need not add up to one."""
        rows, amounts = [], []
        index = self.index
        for name, amount in features.items():
            row = index.get(name)
            if row is not None:
                rows.append(row)
                amounts.append(amount)
        if not rows:
            points = self.bias
        else:
            picked = self.weights[rows].astype(np.float32)
            points = (np.asarray(amounts, dtype=np.float32) @ picked) * self.scale + self.bias
        chances: list[float] = (1.0 / (1.0 + np.exp(-points))).tolist()
        return chances
