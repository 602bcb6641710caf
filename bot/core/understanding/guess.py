"""Weighs a message and ranks the topics: the guess, and the marks that tell how good it is."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log

import numpy as np

from bot.core.lexicon.text import Clause
from bot.core.scoring.features import Features, gather_features
from bot.core.scoring.scorer import Array, Known, Scorer, Support, softmax
from bot.core.understanding.brain import Brain
from bot.core.understanding.reading import Reading

ELSEWHERE = "null"  # the label of what is not ours
_RANKED = 6  # topics


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The topics by chance, and the chance that the message is about something else."""

    topics: tuple[tuple[str, float], ...]  # the likeliest, best first
    elsewhere: float

    @property
    def topic(self) -> str:
        """The likeliest topic."""
        return self.topics[0][0]

    def led_by(self, topic: str) -> "Guess":
        """The guess with this topic in front, at the chance of the one that was."""
        first, chance = self.topics[0]
        if first == topic:
            return self
        behind = (pair for pair in self.topics if pair[0] != topic)
        return replace(self, topics=((topic, chance), *behind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A message weighed: by the classifiers alone, and with the nearest examples beside them."""

    known: Known
    points: Array
    chances: Array
    support: Support
    clauses: Array  # the chances of each label in each clause that was weighed with it


def weigh(reading: Reading, brain: Brain, clauses: Iterable[Clause] = ()) -> Weighed:
    """Weighs the whole message, and each of these clauses by itself."""
    texts = [numbered(reading, brain, clause) for clause in (None, *clauses)]
    known = brain.scorer.known(texts)
    points, support = brain.scorer.points(known), brain.scorer.support(known)
    return Weighed(
        known=known,
        points=points[0],
        chances=softmax(points[0] + support.votes),
        support=support,
        clauses=softmax(points[1:]),
    )


def weigh_clauses(reading: Reading, brain: Brain, clauses: Iterable[Clause]) -> Array:
    """The chances of each label in each clause by itself."""
    known = brain.scorer.known([numbered(reading, brain, clause) for clause in clauses])
    return softmax(brain.scorer.points(known))


def rank(chances: Array, scorer: Scorer) -> Guess:
    """The likeliest topics, best first, and the chance of elsewhere."""
    order, each = np.argsort(-chances)[: _RANKED + 1].tolist(), chances.tolist()
    named = [(scorer.labels[at], each[at]) for at in order]
    elsewhere = each[scorer.labels.index(ELSEWHERE)]
    topics = [(label, round(chance, 3)) for label, chance in named if label != ELSEWHERE]
    return Guess(topics=tuple(topics[:_RANKED]), elsewhere=elsewhere)


def marks_of(guess: Guess, weighed: Weighed, scorer: Scorer, length: int) -> tuple[float, ...]:
    """What tells a right guess from a wrong one, and ours from what is not."""
    best, next_best = guess.topics[0][1], guess.topics[1][1]
    column, null = scorer.labels.index(guess.topic), scorer.labels.index(ELSEWHERE)
    points, votes = weighed.points, weighed.support.votes
    cast = float(votes.sum()) or 1.0
    return (
        best,
        _log_ratio(best, next_best),
        _log_ratio(best, guess.elsewhere),
        float(points[column]),
        float(points[null]),
        float(softmax(points)[column]),
        weighed.support.likeness,
        float(votes[column]) / cast,
        float(votes[null]) / cast,
        weighed.known.coverage,
        log(1 + length),
    )


def _log_ratio(one: float, other: float) -> float:
    """How much likelier one is, between -6 and 6."""
    return max(-6.0, min(6.0, log(max(one, 1e-6) / max(other, 1e-6))))


def numbered(
    reading: Reading, brain: Brain, clause: Clause | None = None
) -> "Features[array[int]]":
    """The features of a whole message, or of one clause of it, with its spelling mended."""
    first, last = reading.span(clause)
    stems = reading.stems[first:last]
    return gather_features(
        reading.words[first:last],
        stems,
        [concept for concept, position in reading.concepts if first <= position < last],
        brain.speller.repairs(stems),
        brain.scorer.index.letters,
    )


def guess_of(reading: Reading, brain: Brain) -> tuple[Guess, tuple[float, ...]]:
    """The guess about a message and its marks, from which the trust in it is worked out."""
    weighed = weigh(reading, brain)
    guess = rank(weighed.chances, brain.scorer)
    return guess, marks_of(guess, weighed, brain.scorer, len(reading.tokens))
