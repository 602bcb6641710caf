"""The fitted net: a linear model with a column for danger, for treatment and for each level."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

import numpy as np
from numpy.typing import NDArray

from bot.core.safety.features import Family


@dataclass(frozen=True, slots=True)
class SafetyNet:
    """Weighs the families of features; fitted elsewhere, only looked up here.

    `index` gives for each family the row of each feature in `weights`, which has one column for
    each label: danger, treatment, then the levels.
    """

    labels: tuple[str, ...]
    index: Mapping[str, Mapping[str, int]]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def chances(self, families: tuple[Family, ...]) -> list[float]:
        """The chance of every label by itself; they need not add up to one."""
        rows: list[int] = []
        begins, scales = [], []
        for family in families:
            row_of = self.index.get(family.name, {})
            found = map(row_of.get, family.features)
            known = [row for row in found if row is not None]
            if known:
                begins.append(len(rows))
                scales.append(family.weight)
                rows += known
        points = self.bias
        if rows:
            sums = np.add.reduceat(self.weights.take(rows, 0), begins, 0)
            points = np.array(scales, dtype=np.float32) @ sums + self.bias
        return [1.0 / (1.0 + exp(-point)) for point in points.tolist()]
