"""What a message asks after another question, by weights that were fitted to examples of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

from bot.core.talk.leaning import LEAST, marks_of
from bot.core.understanding.understand import Understanding

SEARCH = "find_activity"
_TOLD = 4  # marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """Weights, in points: what a message asks is the topic of which they add up highest.

    Fitted to `knowledge/vervolgvragen`. Each topic starts from its chance by the message alone;
    the marks of the message speak for the topic before (`same`) and for each topic (`said`).
    """

    alone: float  # of the logarithm of a chance
    topics: Mapping[str, float]
    after: Mapping[str, Mapping[str, float]]  # topic before → topic → points
    same: Mapping[str, float]  # mark → points
    said: Mapping[str, Mapping[str, float]]  # mark → topic → points
    sure: float  # the chance from which what it goes on with is answered without asking

    def chances(self, understood: Understanding, before: str) -> tuple[tuple[str, float], ...]:
        """Every topic, and what is not ours, with its chance; the likeliest first."""
        points = self._points(understood, before, marks_of(understood, before))
        most = max(points.values())
        raised = {topic: exp(value - most) for topic, value in points.items()}
        total = sum(raised.values())
        return tuple(
            sorted(((topic, value / total) for topic, value in raised.items()), key=_chance)
        )

    def reasons(
        self, understood: Understanding, before: str, topic: str
    ) -> tuple[tuple[str, float], ...]:
        """The marks that say most for a topic or against it, with their points."""
        told = [
            (name, points)
            for name, amount in marks_of(understood, before).items()
            if (points := amount * self._said(name, before, topic))
        ]
        return tuple(sorted(told, key=lambda pair: -abs(pair[1]))[:_TOLD])

    def _said(self, mark: str, before: str, topic: str) -> float:
        """What a mark says for a topic."""
        points = self.said.get(mark, {}).get(topic, 0.0)
        return points + self.same.get(mark, 0.0) if topic == before else points

    def _points(
        self, understood: Understanding, before: str, marks: Mapping[str, float]
    ) -> dict[str, float]:
        after = self.after.get(before, {})
        points = {
            topic: self.alone * log(max(chance, LEAST))
            + self.topics.get(topic, 0.0)
            + after.get(topic, 0.0)
            for topic, chance in understood.chances
        }
        for name, amount in marks.items():
            for topic, said in self.said.get(name, {}).items():
                if topic in points:  # a folder may have a topic that nobody asks for
                    points[topic] += said * amount
            if before in points:
                points[before] += self.same.get(name, 0.0) * amount
        return points


def _chance(pair: tuple[str, float]) -> float:
    return -pair[1]
