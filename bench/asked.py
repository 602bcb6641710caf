"""Messages with the topics that are right for them, and how well a guess does on them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.speed import ROOT
from bot.core.understanding.guess import ELSEWHERE

QUESTIONS = ROOT / "eval" / "questions-dev.jsonl"
_LEAST = 1e-9  # what a score counts for at least where one is divided by another


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A message and the topics that are right for it; none where it is not ours."""

    text: str
    right: frozenset[str]


def read_messages(file: Path) -> list[Asked]:
    """The labelled messages of a file; which fields it has is told in eval/README.md."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        Asked(
            text=row["text"],
            right=frozenset(filter(None, (row["topic"], *row.get("also", ()))))
            if row["topic"]
            else frozenset(),
        )
        for row in rows
    ]


def questions() -> list[str]:
    """The texts of the development set."""
    return [one.text for one in read_messages(QUESTIONS)]


def shares_right(rankings: Sequence[Any], asked: Sequence[Asked]) -> tuple[float, float]:
    """Of the messages that are ours: right first, and right among three."""
    ours = [
        ([topic for topic, _ in ranking if topic != ELSEWHERE], one.right)
        for ranking, one in zip(rankings, asked, strict=True)
        if one.right
    ]
    first = sum(bool(right.intersection(topics[:1])) for topics, right in ours)
    three = sum(bool(right.intersection(topics[:3])) for topics, right in ours)
    return first / max(1, len(ours)), three / max(1, len(ours))


def auroc(rankings: Sequence[Any], asked: Sequence[Asked]) -> float:
    """The best of three ways to tell what is ours by the scores.

    The best score of a topic, how far it is above the score of what is not ours, and, as of
    chances, how many times that.
    """
    plain, above, times = [], [], []
    for ranking in rankings:
        best = next((score for topic, score in ranking if topic != ELSEWHERE), 0.0)
        elsewhere = dict(ranking).get(ELSEWHERE, 0.0)
        plain.append(best)
        above.append(best - elsewhere)
        times.append(max(best, _LEAST) / max(elsewhere, _LEAST))
    return max(area(one, asked) for one in (plain, above, times))


def area(scores: Sequence[float], asked: Sequence[Asked]) -> float:
    """How often a message that is ours scores above one that is not; a tie counts half."""
    ours = [score for score, one in zip(scores, asked, strict=True) if one.right]
    others = [score for score, one in zip(scores, asked, strict=True) if not one.right]
    if not ours or not others:
        return float("nan")
    won = sum((a > b) + 0.5 * (a == b) for a in ours for b in others)
    return won / (len(ours) * len(others))
