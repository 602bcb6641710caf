"""Fits what a message means after another to the follow-ups that editors wrote."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from bot.core.talk.continuing import SEARCH, Leaning
from bot.core.talk.leaning import LEAST, asks_whole, marks_of
from bot.core.understanding.guess import ELSEWHERE
from bot.core.understanding.understand import Understanding

_FEWEST = 4  # follow-ups a mark must occur in to be kept
_LOOSE = 0.05  # how hard a weight is held back: what many follow-ups tell,
_USUAL = 0.5
_WORD = 1.0  # a word that few of them hold,
_PAIR = 1.5  # a topic after a topic,
_OTHER = 4.0  # and what a mark says for any topic but a search and what is not ours
_LOOSE_MARKS = frozenset(("altijd", "lengte", "hoe ver van het eerste"))
_WORD_MARKS = ("woord", "begint", "eindigt")
_LEAST_WEIGHT = 0.05  # points; less moves nothing
_ROUNDS = 200
_FOLDS = 5
_STRETCH = 10  # follow-ups that stand together are mostly of one hand, and are kept out together
_RIGHT = 0.93  # the share of those answered that has to be right; who labels them errs too
_NEVER = 2.0  # a chance that nothing reaches


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A message as read alone, the topic of the question before it, and what it may ask."""

    understood: Understanding
    before: str
    topics: frozenset[str]


def fit_leaning(lessons: Sequence[Lesson]) -> Leaning:
    """The weights by which the lessons are likeliest, of which small ones are held back.

    What leans on the question before is answered from the least chance at which, of those that
    were kept out of the weights, 93 of 100 were right. Takes some seconds for 2,000 lessons.
    """
    return replace(_weights(lessons), sure=_sure(lessons))


def _weights(lessons: Sequence[Lesson]) -> Leaning:
    from scipy.optimize import minimize  # noqa: PLC0415 - serving never needs it

    plan = _Plan(lessons)
    found = minimize(
        plan.loss, plan.start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS}
    )
    return plan.leaning(found.x)


def _sure(lessons: Sequence[Lesson]) -> float:
    """The least chance from which guesses about lessons kept out are right often enough."""
    folds = [at // _STRETCH % _FOLDS for at in range(len(lessons))]
    tried: list[tuple[float, bool]] = []
    for fold in set(folds):
        kept = [one for one, its in zip(lessons, folds, strict=True) if its != fold]
        out = [one for one, its in zip(lessons, folds, strict=True) if its == fold]
        if not kept:
            return _NEVER
        leaning = _weights(kept)
        for one in (each for each in out if not asks_whole(each.understood)):
            topic, chance = leaning.chances(one.understood, one.before)[0]
            tried.append((chance, topic in one.topics))
    for sure in np.arange(0.4, 0.99, 0.01):
        answered = [right for chance, right in tried if chance >= sure]
        if answered and sum(answered) >= _RIGHT * len(answered):
            return round(float(sure), 2)
    return _NEVER


class _Plan:
    """The lessons as matrices, and where in one row of numbers each weight stands."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        from scipy.sparse import csr_matrix  # noqa: PLC0415 - see fit_leaning

        self.labels = tuple(topic for topic, _ in lessons[0].understood.chances)
        self.column = {topic: at for at, topic in enumerate(self.labels)}
        kept = [one for one in lessons if one.before in self.column]
        every = [marks_of(one.understood, one.before) for one in kept]
        counts = Counter(name for marks in every for name in marks)
        self.marks = sorted(name for name, times in counts.items() if times >= _FEWEST)
        self.rows = np.arange(len(kept))
        self.before = np.array([self.column[one.before] for one in kept])
        self.alone = np.log(
            np.maximum([[chance for _, chance in one.understood.chances] for one in kept], LEAST)
        )
        self.wanted = np.array([[topic in one.topics for topic in self.labels] for one in kept])
        self.said = _matrix(every, self.marks)
        ones = np.ones(len(kept))
        self.of_before = csr_matrix(
            (ones, (self.before, self.rows)), shape=(len(self.labels), len(kept))
        )
        labels, marks = len(self.labels), len(self.marks)
        self.ends = np.cumsum([1, labels, labels * labels, marks])
        held = np.array([_held_back(name) for name in self.marks])
        said = np.full((marks, labels), _OTHER)
        said[:, [self.column[SEARCH], self.column[ELSEWHERE]]] = held[:, np.newaxis]
        self.held = np.concatenate(
            [
                [_LOOSE],
                np.full(labels, _USUAL),
                np.full(labels * labels, _PAIR),
                held,
                said.ravel(),
            ]
        )
        self.start = np.zeros(len(self.held))
        self.start[0] = 1.0  # by the message alone

    def points(self, row: np.ndarray) -> np.ndarray:
        """The points of each topic for each lesson."""
        alone, topics, after, same, said = np.split(row, self.ends)
        points: np.ndarray = alone[0] * self.alone + topics
        points += after.reshape(len(self.labels), -1)[self.before]
        points += self.said @ said.reshape(len(self.marks), -1)
        points[self.rows, self.before] += self.said @ same
        return points

    def loss(self, row: np.ndarray) -> tuple[float, np.ndarray]:
        """How unlikely the lessons are by these weights, and which way that grows."""
        points = self.points(row)
        raised = np.exp(points - points.max(1, keepdims=True))
        chances = raised / raised.sum(1, keepdims=True)
        right = np.maximum((chances * self.wanted).sum(1, keepdims=True), 1e-9)
        slope = chances - chances * self.wanted / right
        away = row - self.start
        found = np.concatenate(
            [
                [(slope * self.alone).sum()],
                slope.sum(0),
                (self.of_before @ slope).ravel(),
                self.said.T @ slope[self.rows, self.before],
                (self.said.T @ slope).ravel(),
            ]
        )
        loss = -np.log(right).sum() + (self.held * away * away).sum()
        return float(loss), found + 2 * self.held * away

    def leaning(self, row: np.ndarray) -> Leaning:
        """The weights by name, without those that move nothing."""
        alone, topics, after, same, said = np.split(row, self.ends)
        return Leaning(
            alone=round(float(alone[0]), 3),
            topics=_named(self.labels, topics),
            after=self._each(self.labels, after),
            same=_named(self.marks, same),
            said=self._each(self.marks, said),
            sure=_NEVER,
        )

    def _each(self, names: Sequence[str], points: np.ndarray) -> dict[str, dict[str, float]]:
        """What each of these says for each topic, without what says nothing."""
        table = points.reshape(len(names), -1)
        told = zip(names, (_named(self.labels, row) for row in table), strict=True)
        return {name: weights for name, weights in told if weights}


def _matrix(every: Sequence[Mapping[str, float]], names: Sequence[str]) -> Any:
    """A row for each lesson, a column for each mark."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - see fit_leaning

    column = {name: at for at, name in enumerate(names)}
    found = [
        (amount, row, column[name])
        for row, marks in enumerate(every)
        for name, amount in marks.items()
        if name in column
    ]
    amounts, rows, columns = zip(*found, strict=True)
    return csr_matrix((amounts, (rows, columns)), shape=(len(every), len(names)))


def _held_back(name: str) -> float:
    if name in _LOOSE_MARKS:
        return _LOOSE
    return _WORD if name.startswith(_WORD_MARKS) else _USUAL


def _named(names: Sequence[str], points: np.ndarray) -> dict[str, float]:
    """The weights that move anything, rounded."""
    return {
        name: round(float(value), 3)
        for name, value in zip(names, points, strict=True)
        if abs(value) >= _LEAST_WEIGHT
    }
