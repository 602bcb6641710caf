"""The examples of a topic, built whenever they are gone through."""

from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.entry import Words
from bot.knowledge.problems import Spot
from bot.knowledge.topics import Example, Examples

PLACE = st.integers(min_value=1, max_value=100_000)


@given(st.lists(st.tuples(st.text(), PLACE, PLACE, PLACE), max_size=20))
def test_the_examples_come_back_with_their_places(found):
    examples = [
        Example("cost", Words(text, Spot("onderwerpen/kosten.yaml", *place)))
        for text, *place in found
    ]
    held = Examples(examples)
    assert list(held) == list(held) == examples
    assert list(held.pairs()) == [(one.topic, one.text) for one in examples]
