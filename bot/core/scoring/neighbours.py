"""The examples nearest to a message: they speak for their topics, and can be shown as a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

NEAREST = 12  # examples that have a say
_SORTED = 1_000  # values that are quickly sorted
_COMMON = 0.06  # share of the examples from which a feature says too little to be looked up
# What a feature must weigh in an example to be kept, in 1/255. Long examples have hundreds that
# weigh next to nothing: without them three in five need not be gone through, and of 1,396
# messages one guess changes.
_LEAST = 13
_BYTE = np.uint32(8)  # bits


@dataclass(frozen=True, slots=True)
class Nearest:
    """Examples by number, the likest first, and how like they are, from 0 to 1."""

    examples: NDArray[np.int64]
    likeness: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """All examples as rarity-weighted features, kept by feature.

    The examples that hold feature *f* are `rows[starts[f]:starts[f + 1]]`, with how much it weighs
    in each (a byte, in 1/255). `rarity` is the weight of each feature in a message; common
    features weigh nothing. Both stand in one array, `held`, the row above the lowest byte: it is
    gone through for each message, and to pick out of one takes a quarter less than out of two.
    """

    starts: NDArray[np.int32]
    held: NDArray[np.uint32]
    rarity: NDArray[np.float32]
    labels: NDArray[np.uint8]  # of each example, a column of the scorer

    @property
    def rows(self) -> NDArray[np.uint16]:
        """The number of an example for each feature that it holds."""
        return (self.held >> _BYTE).astype(np.uint16)

    @property
    def amounts(self) -> NDArray[np.uint8]:
        """How much each feature weighs in each example that holds it."""
        return self.held.astype(np.uint8)

    def nearest(self, asked: NDArray[np.int64], amounts: NDArray[np.float32]) -> Nearest:
        """The examples most like a message given by its known features, the likest first."""
        weights = amounts * self.rarity.take(asked)
        weights /= float(np.sqrt(weights @ weights)) or 1.0
        begins = self.starts.take(asked).astype(np.int64)
        lengths = self.starts.take(asked + 1) - begins
        at = (begins - lengths.cumsum() + lengths).repeat(lengths)
        at += np.arange(len(at))
        held = self.held.take(at, mode="clip")
        said = held.astype(np.uint8) * weights.repeat(lengths)
        found = np.bincount(held >> _BYTE, weights=said, minlength=len(self.labels))
        chosen = _highest(found, NEAREST)
        return Nearest(chosen, (found[chosen] / 255).astype(np.float32))

    def votes(self, nearest: Nearest, labels: int) -> NDArray[np.float32]:
        """What the nearest examples say for each label: the square of how like they are."""
        said = nearest.likeness**2
        votes = np.bincount(self.labels[nearest.examples], weights=said, minlength=labels)
        return votes.astype(np.float32)


def held_by(examples: NDArray[np.uint16], amounts: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """The examples that hold a feature and how much it weighs in them, in one array."""
    return examples.astype(np.uint32) << _BYTE | amounts


def _highest(found: NDArray[Any], most: int) -> NDArray[np.int64]:
    """Where the highest values stand, the highest first, equal ones in their order.

    Only what comes within half of the highest is sorted, where that is enough: of thousands of
    values a few dozen.
    """
    highest = found.max()
    for share in (0.5, 0.25):
        (near,) = (found >= highest * share).nonzero()
        if most <= len(near) <= _SORTED:
            break
    else:
        near = np.arange(len(found))
    chosen: NDArray[np.int64] = near[(-found[near]).argsort(kind="stable")[:most]]
    return chosen


def gather_neighbours(
    features: list[Mapping[str, float]], columns: list[int], index: Mapping[str, int]
) -> Neighbours:
    """Lays out the features of all examples by feature."""
    examples = np.repeat(np.arange(len(features)), [len(one) for one in features])
    asked = np.array([index.get(name, -1) for one in features for name in one], dtype=np.int64)
    amounts = np.array([amount for one in features for amount in one.values()], dtype=np.float64)
    counts = np.bincount(asked[asked >= 0], minlength=len(index))
    counts[counts > max(8.0, _COMMON * len(features))] = 0
    held = np.flatnonzero((asked >= 0) & (counts[asked] > 0))
    held = held[np.argsort(asked[held], kind="stable")]
    rarity = np.where(counts > 0, np.log(len(features) / (1 + counts)), 0.0)
    examples, weighed = examples[held], amounts[held] * rarity[asked[held]]
    norms = np.bincount(examples, weights=weighed**2, minlength=len(features))
    norms = np.sqrt(np.maximum(norms, 1e-9))
    said = np.round(weighed / norms[examples] * 255).astype(np.uint8)
    telling = said >= _LEAST
    counts = np.bincount(asked[held[telling]], minlength=len(index))
    return Neighbours(
        starts=np.concatenate(([0], np.cumsum(counts))).astype(np.int32),
        held=held_by(examples[telling].astype(np.uint16), said[telling]),
        rarity=rarity.astype(np.float32),
        labels=np.array(columns, dtype=np.uint8),
    )
