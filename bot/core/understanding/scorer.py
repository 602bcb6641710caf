"""A linear scorer: every feature has points for every label, so that it can say why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from bot.core.understanding.neighbours import Neighbours
from bot.core.understanding.vocabulary import Rows, Vocabulary

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The features of a message that a scorer knows: their names, rows and amounts.

    `weighed` are the amounts by rarity, scaled so that all features together have length 1.
    """

    names: tuple[str, ...]
    rows: Rows
    amounts: Array
    weighed: Array


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
    `rarity` is what a feature says by how few examples have it, and `unknown` what one says that
    no example has: it makes the others say less.
    """

    labels: tuple[str, ...]
    index: Vocabulary
    weights: NDArray[np.int8]
    scale: Array  # per label
    bias: Array  # per label
    rarity: Array  # per feature
    unknown: float
    neighbours: Neighbours | None = None
    say: float = 0.0  # of the neighbours, in points for an example that is quite the same

    def known(self, features: Mapping[str, float]) -> Known:
        """The features that have weights; looked up once for all that is asked of them."""
        rows = self.index.rows(features)
        held = rows >= 0
        amounts = np.fromiter(features.values(), dtype=np.float32, count=len(rows))
        known = amounts[held]
        weighed = known * self.rarity[rows[held]]
        strange = self.unknown * amounts[~held]
        length = float(np.sqrt((weighed**2).sum() + (strange**2).sum())) or 1.0
        return Known(
            names=tuple(compress(features, held.tolist())),
            rows=rows[held],
            amounts=known,
            weighed=weighed / length,
        )

    def points(self, known: Known) -> Array:
        """The points of every label."""
        if not known.names:
            return self.bias.copy()
        picked = self.weights[known.rows].astype(np.float32)
        total: Array = (known.weighed @ picked) * self.scale + self.bias
        return total

    def support(self, known: Known) -> Support:
        """What the examples nearest to a message say; nothing where none are kept."""
        if self.neighbours is None or not known.names:
            return Support(votes=np.zeros_like(self.bias), nearest=None, likeness=0.0)
        likeness = self.neighbours.likeness(known.rows, known.amounts)
        best = int(likeness.argmax())
        return Support(
            votes=self.say * self.neighbours.votes(likeness, len(self.labels)),
            nearest=best,
            likeness=float(likeness[best]),
        )

    def chances(self, known: Known) -> Array:
        """The chance of every label; they add up to one."""
        return softmax(self.points(known))

    def reasons(
        self, known: Known, label: str, rival: str | None = None, most: int | None = None
    ) -> tuple[tuple[str, float], ...]:
        """The features that speak most for a label (rather than its rival), with their points."""
        column = self.labels.index(label)
        points = self.weights[known.rows, column] * self.scale[column]
        if rival is not None:
            other = self.labels.index(rival)
            points = points - self.weights[known.rows, other] * self.scale[other]
        points = points * known.weighed
        order = np.argsort(-points, kind="stable")[:most]
        return tuple((known.names[at], float(points[at])) for at in order)


def coverage(features: Iterable[str], known: Known) -> float:
    """The share of a message's words and concepts that the scorer knows, from 0 to 1."""
    asked = _telling(features)
    return _telling(known.names) / asked if asked else 0.0


def _telling(names: Iterable[str]) -> int:
    return sum(name[:2] in ("w:", "c:") for name in names)


def softmax(points: Array) -> Array:
    """Points as chances."""
    raised = np.exp(points - points.max())
    chances: Array = raised / raised.sum()
    return chances
