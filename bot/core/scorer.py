"""A linear scorer: every feature has points for every label, so that it can say why."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.neighbours import Neighbours

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What the nearest examples add to the points of each label, and which is the nearest."""

    votes: Array
    nearest: int | None  # the number of the example
    likeness: float  # of the nearest, from 0 to 1


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weighs named features; fitted elsewhere, only looked up here.

    `weights` has one row for each feature of `index` and one column for each label, in 1/`scale`.
    """

    labels: tuple[str, ...]
    index: Mapping[str, int]
    weights: NDArray[np.int8]
    scale: Array  # per label
    bias: Array  # per label
    neighbours: Neighbours | None = None
    say: float = 0.0  # of the neighbours, in points for an example that is quite the same

    def points(self, features: Mapping[str, float]) -> Array:
        """The points of every label."""
        rows, amounts = self._known(features)
        if not rows:
            return self.bias.copy()
        picked = self.weights[rows].astype(np.float32)
        total: Array = (np.asarray(amounts, dtype=np.float32) @ picked) * self.scale + self.bias
        return total

    def support(self, features: Mapping[str, float]) -> Support:
        """What the examples nearest to a message say; nothing where none are kept."""
        rows, amounts = self._known(features)
        if self.neighbours is None or not rows:
            return Support(votes=np.zeros_like(self.bias), nearest=None, likeness=0.0)
        likeness = self.neighbours.likeness(rows, amounts)
        best = int(likeness.argmax())
        return Support(
            votes=self.say * self.neighbours.votes(likeness, len(self.labels)),
            nearest=best,
            likeness=float(likeness[best]),
        )

    def chances(self, features: Mapping[str, float]) -> Array:
        """The chance of every label; they add up to one."""
        return softmax(self.points(features))

    def coverage(self, features: Mapping[str, float]) -> float:
        """The share of the message's words and concepts that the scorer knows, from 0 to 1."""
        asked = [name for name in features if name[:2] in ("w:", "c:")]
        return sum(name in self.index for name in asked) / len(asked) if asked else 0.0

    def reasons(
        self, features: Mapping[str, float], label: str, rival: str | None = None
    ) -> tuple[tuple[str, float], ...]:
        """The features that speak most for a label (rather than its rival), with their points."""
        column = self.labels.index(label)
        rows, amounts = self._known(features)
        points = self.weights[rows, column].astype(np.float32) * self.scale[column]
        if rival is not None:
            other = self.labels.index(rival)
            points = points - self.weights[rows, other].astype(np.float32) * self.scale[other]
        names = [name for name in features if name in self.index]
        weighed = [(name, float(points[at] * amounts[at])) for at, name in enumerate(names)]
        return tuple(sorted(weighed, key=lambda pair: -pair[1]))

    def _known(self, features: Mapping[str, float]) -> tuple[list[int], list[float]]:
        rows, amounts = [], []
        for name, amount in features.items():
            row = self.index.get(name)
            if row is not None:
                rows.append(row)
                amounts.append(amount)
        return rows, amounts


def softmax(points: Array) -> Array:
    """Points as chances."""
    raised = np.exp(points - points.max())
    chances: Array = raised / raised.sum()
    return chances
