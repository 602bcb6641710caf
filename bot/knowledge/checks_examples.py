"""Checks the examples against each other: none stands twice, and none for two topics."""

from collections.abc import Iterable, Mapping

from bot.core.knowledge import Topic
from bot.knowledge.problems import Report
from bot.knowledge.topics import Example


def check_doubles(
    examples: Iterable[tuple[str, Example]], topics: Mapping[str, Topic], report: Report
) -> None:
    """Reports the examples that stand under two topics, and those that stand twice under one.

    Each comes with how it is compared.
    """
    first: dict[str, Example] = {}
    for key, one in examples:
        earlier = first.setdefault(key, one) if key else one
        if earlier is one:
            continue
        spot = earlier.words.spot
        place = f"{spot.path}, regel {spot.line}"
        if earlier.topic == one.topic:
            report.warning(
                one.words.spot,
                "voorbeeld-dubbel",
                f"‘{one.text}’ staat er al: {place}.",
                "Haal deze regel weg.",
            )
        else:
            report.error(
                one.words.spot,
                "voorbeeld-twee-onderwerpen",
                f"‘{one.text}’ staat ook bij {_title(earlier.topic, topics)}: {place}.",
                "Laat hem staan bij het onderwerp dat het antwoord geeft, en haal de andere weg.",
            )


def _title(topic: str, topics: Mapping[str, Topic]) -> str:
    return f"‘{topics[topic].title['nl']}’" if topic in topics else "wat niet van ons is"
