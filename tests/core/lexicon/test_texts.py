"""Texts kept as one stretch of bytes."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.lexicon.texts import Texts


@given(st.lists(st.text(), max_size=30))
def test_the_texts_come_back_as_they_were_given(texts):
    held = Texts(texts)
    assert list(held) == [held[at] for at in range(len(held))] == texts
