"""Asks the proof questions: each must reach its topic, each counter-proof must not."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from bot.core.knowledge import Topic
from bot.core.understanding.brain import Brain
from bot.core.understanding.understand import Understanding, understand
from bot.knowledge.problems import Report, Spot
from bot.knowledge.verdicts import digest_of, digest_of_code

_ROOMS = tuple(  # what an answer to a proof depends on
    f"bot.core.{room}"
    for room in (
        *("understanding", "slots", "scoring", "lexicon", "places", "calendar"),
        *("days", "days.asked", "days.rules", "days.words"),
    )
)

# Proofs are asked on a Wednesday afternoon; no topic depends on the day.
_MOMENT = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time


def key_of_proofs(topics: Mapping[str, Topic], brain: Brain) -> str:
    """A key of all that decides how a proof is answered."""
    scorer, lexicon = brain.scorer, brain.lexicon
    return digest_of(
        *_asked(topics),
        "\n".join(f"{topic}\t{text}" for topic, text in brain.examples),
        "\n".join(f"{category}\t{value}\t{text}" for (category, value), text in lexicon.phrases),
        repr(sorted(lexicon.abbreviations.items())),
        repr(brain.trust),
        scorer.weights.tobytes(),
        scorer.bias.tobytes(),
        "\n".join(brain.gazetteer.rows.values()),
        digest_of_code(*_ROOMS),
    )


def _asked(topics: Mapping[str, Topic]) -> Iterator[str]:
    for topic in topics.values():
        yield from (topic.id, *topic.proofs, "", *topic.counter_proofs, "")


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
