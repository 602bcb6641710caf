"""A linear scorer: every feature has points for every label, so that it can say why."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.core.understanding.features import AGAIN, Features
from bot.core.understanding.neighbours import Neighbours
from bot.core.understanding.vocabulary import Rows, Vocabulary

Array = NDArray[np.float32]
_TEXT = 48  # bits of a number that stand for a feature; those above it for the text


_MOST_TEXTS = 64  # weighed together
_ALL = np.arange(_MOST_TEXTS, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The features of some texts, of all of them together, as a scorer knows them.

    A feature that the scorer does not know has a negative row. `amounts` are scaled to length 1
    a text, and so is `weighed`, by rarity.
    """

    rows: Rows
    text: Rows  # the text that has the feature
    amounts: Array
    weighed: Array
    count: int  # of texts
    coverage: float  # the share of the words and meanings of the first text that are known

    @property
    def whole(self) -> tuple[Rows, Array, Array]:
        """The known features of the first text: their rows, amounts and weights."""
        held = (self.rows >= 0) & (self.text == 0)
        return self.rows[held], self.amounts[held], self.weighed[held]


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What the nearest examples add to the points of each label, and which is the nearest."""

    votes: Array
    nearest: int | None  # the number of the example
    likeness: float  # of the nearest, from 0 to 1


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weighs features; fitted elsewhere, only looked up here.

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

    def known(self, texts: Sequence[Features[Rows]]) -> Known:
        """The features of some texts as rows; looked up once for all that is asked of them.

        All texts go through each step together: a step costs a microsecond or two whatever it
        is given, and a message has three or four clauses.
        """
        names = [*chain.from_iterable(text.named for text in texts)]
        rows = [*map(self.index.rows_of(names).__getitem__, names)]
        said = np.fromiter(
            chain.from_iterable(text.named.values() for text in texts), np.float64, len(rows)
        )
        letters, spelt_in, loud = _letters(texts)
        each = np.concatenate((rows, letters))
        text = np.concatenate(
            (np.repeat(_ALL[: len(texts)], [len(t.named) for t in texts]), spelt_in)
        )
        amounts = _scaled(np.concatenate((said, loud)), text)
        rarity = np.where(each >= 0, self.rarity.take(np.maximum(each, 0)), self.unknown)
        telling = rows[: texts[0].telling]
        return Known(
            rows=each,
            text=text,
            amounts=amounts.astype(np.float32),
            weighed=_scaled(amounts * rarity, text).astype(np.float32),
            count=len(texts),
            coverage=sum(row >= 0 for row in telling) / len(telling) if telling else 0.0,
        )

    def points(self, known: Known) -> Array:
        """The points of every label, a row for each text."""
        held = known.rows >= 0
        spread = (known.text[held] == _ALL[: known.count, np.newaxis]) * known.weighed[held]
        picked = self.weights.take(known.rows[held], 0).astype(np.float32)
        total: Array = (spread @ picked) * self.scale + self.bias
        return total

    def support(self, known: Known) -> Support:
        """What the examples nearest to the first text say; nothing where none are kept."""
        rows, amounts, _ = known.whole
        if self.neighbours is None or not len(rows):
            return Support(votes=np.zeros_like(self.bias), nearest=None, likeness=0.0)
        nearest = self.neighbours.nearest(rows, amounts)
        return Support(
            votes=self.say * self.neighbours.votes(nearest, len(self.labels)),
            nearest=int(nearest.examples[0]),
            likeness=float(nearest.likeness[0]),
        )

    def reasons(
        self, known: Known, label: str, rival: str | None = None, most: int | None = None
    ) -> tuple[tuple[str, float], ...]:
        """The features of the first text that speak most for a label (rather than its rival)."""
        rows, _, weighed = known.whole
        column = self.labels.index(label)
        points = self.weights[rows, column] * self.scale[column]
        if rival is not None:
            other = self.labels.index(rival)
            points = points - self.weights[rows, other] * self.scale[other]
        points = points * weighed
        order = np.argsort(-points, kind="stable")[:most]
        names = tuple(self.index)
        return tuple((names[rows[at]], float(points[at])) for at in order)


def _letters(texts: Sequence[Features[Rows]]) -> tuple[Rows, Rows, NDArray[np.float64]]:
    """The different letter groups of each text, the text that has them, and how loud they are."""
    words = [word for text in texts for word in text.letters]
    if not words:
        return np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0)
    sizes = [sum(map(len, text.letters)) for text in texts]
    marked = np.concatenate(words) + np.repeat(_ALL[: len(texts)] << _TEXT, sizes)
    different, times = np.unique(marked, return_counts=True)
    text = (different + (1 << (_TEXT - 1))) >> _TEXT  # a strange feature has a negative number
    loud = np.array([one.loudness for one in texts])[text] * np.where(times > 1, AGAIN, 1)
    return different - (text << _TEXT), text, loud


def _scaled(amounts: NDArray[np.float64], text: Rows) -> NDArray[np.float64]:
    """The amounts, those of each text together of length 1."""
    lengths = np.sqrt(np.bincount(text, weights=amounts * amounts))
    return amounts / lengths[text]


def softmax(points: Array) -> Array:
    """Points as chances, a row for each text."""
    raised = np.exp(points - points.max(-1, keepdims=True))
    chances: Array = raised / raised.sum(-1, keepdims=True)
    return chances
