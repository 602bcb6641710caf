"""Puts questions that were not understood together by likeness, with the nearest topic of each.

What the bot has learnt since is told apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz, process

from bot.core.understanding.brain import Brain
from bot.core.understanding.guess import ELSEWHERE, guess_of
from bot.core.understanding.reading import read
from bot.core.understanding.understand import Decision, understand

_ALIKE = 72.0  # of 100, from which two questions are about the same
# No topic depends on the day; a Wednesday afternoon, as for the examples.
_MOMENT = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Questions that are alike, by their number; the first stands for all."""

    words: str
    members: tuple[int, ...]
    topic: str  # the nearest, or what is not ours
    answered: str = ""  # the topic that all of them would be answered by now, if there is one


def clusters_of(questions: Sequence[str], brain: Brain) -> tuple[Cluster, ...]:
    """The questions in groups: first those that are not understood yet, the largest first."""
    groups: list[list[int]] = []
    heads: list[str] = []  # the first of each group, with its words in order
    for number, one in enumerate(questions):
        words = " ".join(sorted(one.split()))
        best = process.extractOne(words, heads, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if best is None:
            groups.append([number])
            heads.append(words)
        else:
            groups[best[2]].append(number)
    found = [
        Cluster(
            words=questions[group[0]],
            members=tuple(group),
            topic=nearest_topic(questions[group[0]], brain),
            answered=_answered([questions[number] for number in group], brain),
        )
        for group in groups
    ]
    order = lambda one: (bool(one.answered), -len(one.members), one.words)  # noqa: E731
    return tuple(sorted(found, key=order))


def _answered(questions: Sequence[str], brain: Brain) -> str:
    """The topic that the first is answered by, where all of them are answered."""
    topics = [_topic_now(one, brain) for one in dict.fromkeys(questions)]
    return topics[0] if all(topics) else ""


def _topic_now(question: str, brain: Brain) -> str:
    """The topic that a question is answered by without asking back; "" where there is none."""
    understood = understand(question, _MOMENT, brain)
    if understood.decision is Decision.ANSWER:
        return understood.topic or ""
    # Only what was learnt word for word is certainly not ours.
    return ELSEWHERE if understood.elsewhere >= 1.0 else ""


def nearest_topic(question: str, brain: Brain) -> str:
    """The topic that a question is most like, or what is not ours."""
    guess, _ = guess_of(read(question, _MOMENT, brain.lexicon, brain.gazetteer), brain)
    best, chance = guess.topics[0]
    return best if chance > guess.elsewhere else ELSEWHERE
