"""Weighs all examples at once: by how many points each reaches its own topic before another."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.core.scoring.neighbours import NEAREST, Neighbours
from bot.core.scoring.scorer import Array, Known
from bot.core.understanding.brain import Brain
from bot.core.understanding.guess import numbered
from bot.core.understanding.reading import Reading
from bot.knowledge.topics import Example

_AT_A_TIME = 500  # examples; some megabytes for each step
_LEAST = 0.25  # likeness below which an example is left out: twelve of them say a point together


def margins_of(examples: Sequence[Example], readings: Sequence[Reading], brain: Brain) -> Array:
    """The points of each example's own topic less those of the next, as `weigh` would give them.

    Examples that are hardly like it are left out, so it is right to within two points.
    An example without a word, or of a topic that the weights do not know, gets minus infinity.
    """
    margins = np.full(len(examples), -np.inf, dtype=np.float32)
    columns = {label: at for at, label in enumerate(brain.scorer.labels)}
    held = [
        at
        for at, (one, reading) in enumerate(zip(examples, readings, strict=True))
        if reading.tokens and one.topic in columns
    ]
    near = _laid_by_feature(brain.scorer.neighbours)
    for begin in range(0, len(held), _AT_A_TIME):
        some = held[begin : begin + _AT_A_TIME]
        points = _points([readings[at] for at in some], brain, near)
        own = (np.arange(len(some)), [columns[examples[at].topic] for at in some])
        mine = points[own]
        points[own] = -np.inf
        margins[some] = mine - points.max(-1)
    return margins


def _points(readings: Sequence[Reading], brain: Brain, near: Any) -> Array:
    """The points of every label for each of these, the votes of the nearest examples included."""
    known = brain.scorer.known([numbered(reading, brain) for reading in readings])
    points = brain.scorer.points(known)
    if brain.scorer.neighbours is not None:
        points += brain.scorer.say * _votes(known, brain.scorer.neighbours, near, points.shape[1])
    return points


def _laid_by_feature(neighbours: Neighbours | None) -> Any:
    """What the features weigh in the examples, a row for each feature."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - a fifth of a second serving never needs

    if neighbours is None:
        return None
    parts = (neighbours.amounts.astype(np.float32), neighbours.rows, neighbours.starts)
    return csr_matrix(parts, shape=(len(neighbours.rarity), len(neighbours.labels)))


def _votes(known: Known, neighbours: Neighbours, near: Any, labels: int) -> Array:
    """What the nearest examples say for every label, a row for each text."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - see above

    starts = np.append(known.begins, len(known.rows))
    rarity = neighbours.rarity.take(known.rows, mode="clip") * (known.rows >= 0)
    weights = known.amounts * rarity
    lengths = np.sqrt(np.add.reduceat(weights * weights, known.begins))
    weights /= np.repeat(np.where(lengths > 0, lengths, 1.0), np.diff(starts))
    asked = csr_matrix((weights, known.rows.clip(0), starts), shape=(len(lengths), near.shape[0]))
    texts, examples, like = _alike((asked @ near).tocoo())
    votes = np.zeros((len(lengths), labels), dtype=np.float32)
    np.add.at(votes, (texts, neighbours.labels[examples]), like**2)
    return votes


def _alike(found: Any) -> tuple[NDArray[Any], NDArray[Any], Array]:
    """The text, example and likeness of each pair in which the example has a say."""
    like = found.data / 255
    telling = np.flatnonzero(like >= _LEAST)
    order = telling[np.lexsort((-like[telling], found.row[telling]))]
    texts = found.row[order]
    rank = np.arange(len(texts)) - np.searchsorted(texts, texts)
    order = order[rank < NEAREST]
    return found.row[order], found.col[order], like[order]
