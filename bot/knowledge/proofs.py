"""Asks the proof questions: each must reach its topic, each counter-proof must not."""

from collections.abc import Mapping
from datetime import datetime

from bot.core.knowledge import Topic
from bot.core.understanding.understand import Brain, Understanding, understand
from bot.knowledge.problems import Report, Spot

# Proofs are asked on a Wednesday afternoon; no topic depends on the day.
_MOMENT = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time


def prove(topics: Mapping[str, Topic], brain: Brain, report: Report) -> None:
    """Reports every proof that fails, with what it reached instead."""
    for topic in topics.values():
        spot = _spot(topic)
        for question in topic.proofs:
            reached = _reached(understand(question, _MOMENT, brain))
            if reached != topic.id:
                report.error(
                    spot,
                    "proef",
                    f"De proefvraag ‘{question}’ komt niet hier uit, maar bij "
                    f"‘{_title(topics, reached)}’.",
                    "Zet een vraag die erop lijkt bij de voorbeelden, of haal de proef weg.",
                )
        for question in topic.counter_proofs:
            if _reached(understand(question, _MOMENT, brain)) == topic.id:
                report.error(
                    spot,
                    "proef",
                    f"De vraag ‘{question}’ hoort hier niet uit te komen, maar doet dat wel.",
                    "Zet een vraag die erop lijkt bij de voorbeelden van het goede onderwerp.",
                )


def _reached(understood: Understanding) -> str | None:
    return understood.topic


def _title(topics: Mapping[str, Topic], identity: str | None) -> str:
    return topics[identity].title["nl"] if identity in topics and identity else "niet begrepen"


def _spot(topic: Topic) -> Spot:
    origin = topic.origin
    return Spot(path=origin.path, line=origin.line) if origin else Spot(path="onderwerpen")
