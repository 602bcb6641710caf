"""A linear scorer: every feature has points for every label, so that it can say why."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from bot.core.scoring.features import AGAIN, Features
from bot.core.scoring.neighbours import Neighbours
from bot.core.scoring.vocabulary import Rows, Vocabulary

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The features of some texts, one text after the other, as a scorer knows them.

    A feature that the scorer does not know has a negative row and weighs nothing. `amounts` are
    scaled to length 1 a text, and so is `weighed`, by rarity.
    """

    rows: Rows
    begins: list[int]  # where each text begins
    amounts: Array
    weighed: Array
    coverage: float  # the share of the words and meanings of the first text that are known

    @property
    def whole(self) -> tuple[Rows, Array, Array]:
        """The known features of the first text: their rows, amounts and weights."""
        end = self.begins[1] if len(self.begins) > 1 else None
        rows = self.rows[:end]
        held = rows >= 0
        return rows[held], self.amounts[:end][held], self.weighed[:end][held]


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

    def known(self, texts: Sequence["Features[array[int]]"]) -> Known:
        """The features of some texts as rows; looked up once for all that is asked of them.

        All texts go through each step together: a step costs some microseconds whatever it is
        given, and a message has three or four clauses.
        """
        numbers = self.index.rows_of(chain.from_iterable(text.named for text in texts))
        rows: list[int] = []
        said: list[float] = []
        begins = []
        for text in texts:
            begins.append(len(rows))
            times = Counter(chain.from_iterable(text.letters))
            once, again = text.loudness, text.loudness * AGAIN
            rows += [*map(numbers.__getitem__, text.named), *times]
            said += text.named.values()
            said += [once if count == 1 else again for count in times.values()]
        each = np.fromiter(rows, dtype=np.int64, count=len(rows))
        sizes = [end - begin for begin, end in pairwise((*begins, len(rows)))]
        amounts = _scaled(np.fromiter(said, np.float32, len(said)), begins, sizes)
        held = each >= 0
        rarity = np.where(held, self.rarity.take(each, mode="clip"), np.float32(self.unknown))
        telling = rows[: texts[0].telling]
        return Known(
            rows=each,
            begins=begins,
            amounts=amounts,
            weighed=_scaled(amounts * rarity, begins, sizes) * held,
            coverage=sum(row >= 0 for row in telling) / len(telling) if telling else 0.0,
        )

    def points(self, known: Known) -> Array:
        """The points of every label, a row for each text."""
        picked = self.weights.take(known.rows, 0, mode="clip") * known.weighed[:, np.newaxis]
        total: Array = np.add.reduceat(picked, known.begins, 0) * self.scale + self.bias
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


def _scaled(amounts: Array, begins: Sequence[int], sizes: Sequence[int]) -> Array:
    """The amounts, those of each text together of length 1; each text has some."""
    lengths = np.sqrt(np.add.reduceat(amounts * amounts, begins))
    return (amounts / lengths.repeat(sizes)).astype(np.float32, copy=False)


def softmax(points: Array) -> Array:
    """Points as chances, a row for each text."""
    raised = np.exp(points - points.max(-1, keepdims=True))
    chances: Array = raised / raised.sum(-1, keepdims=True)
    return chances
