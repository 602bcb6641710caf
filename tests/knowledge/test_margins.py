"""All examples weighed at once come out as each does by itself."""

import pytest

from bot.core.lexicon.text import tokens_of
from bot.core.understanding.guess import weigh
from bot.knowledge.entry import Words
from bot.knowledge.loader import Loaded
from bot.knowledge.margins import margins_of
from bot.knowledge.problems import Spot
from bot.knowledge.topics import Example
from bot.knowledge.training import readings_of


def test_each_example_is_as_far_before_the_next_topic_as_by_itself(shipped: Loaded) -> None:
    assert shipped.knowledge is not None
    brain = shipped.knowledge.brain
    asked = [pair for pair in list(brain.examples)[::25] if tokens_of(pair[1])]
    examples = [Example(topic=topic, words=_words(text)) for topic, text in asked]
    readings = readings_of(examples, brain.lexicon, brain.gazetteer)
    alone = []
    for one, reading in zip(examples, readings, strict=True):
        weighed, column = weigh(reading, brain), brain.scorer.labels.index(one.topic)
        points = (weighed.points + weighed.support.votes).tolist()
        alone.append(points.pop(column) - max(points))
    assert margins_of(examples, readings, brain).tolist() == pytest.approx(alone, abs=2.0)


def test_an_example_without_a_word_is_before_nothing(shipped: Loaded) -> None:
    assert shipped.knowledge is not None
    brain = shipped.knowledge.brain
    examples = [Example(topic="cost", words=_words("…"))]
    readings = readings_of(examples, brain.lexicon, brain.gazetteer)
    assert margins_of(examples, readings, brain).tolist() == [float("-inf")]


def _words(text: str) -> Words:
    return Words(text=text, spot=Spot(path="onderwerpen/proef.yaml"))
