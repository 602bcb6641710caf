"""Texts with a label each."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.lexicon.labelled_texts import LabelledTexts

PAIRS = st.lists(st.tuples(st.sampled_from(("thema", "vorm", "soort")), st.text()), max_size=30)


@given(PAIRS)
def test_the_pairs_come_back_as_they_were_given(pairs):
    held = LabelledTexts(pairs)
    assert (list(held), [held[at] for at in range(len(held))]) == (pairs, pairs)
    assert list(pickle.loads(pickle.dumps(held))) == pairs  # noqa: S301 - our own


def test_there_is_no_pair_beyond_the_last():
    with pytest.raises(IndexError):
        LabelledTexts([("thema", "drank")])[1]
