"""What is understood word for word."""

import pickle
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from bot.core.understanding.exact import Exact

SAID = st.dictionaries(st.text(), st.sampled_from(("cost", "anonymous", "elsewhere")), max_size=30)


@given(SAID, st.lists(st.text(), max_size=10))
def test_each_message_has_its_topic_and_others_have_none(said, others):
    exact = Exact(said)
    assert {one: exact.get(one) for one in (*said, *others)} == {
        one: said.get(one) for one in (*said, *others)
    }
    assert (len(exact), "hoeveel kost het" in exact) == (len(said), "hoeveel kost het" in said)


def test_another_process_knows_the_same_messages():
    sent = pickle.dumps(Exact({"wat kost het": "cost", "hoi": "greeting"}))
    asking = "import pickle, sys; print(pickle.load(sys.stdin.buffer).get('wat kost het'))"
    done = subprocess.run(
        [sys.executable, "-c", asking], input=sent, capture_output=True, check=True
    )
    assert done.stdout == b"cost\n"
