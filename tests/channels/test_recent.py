"""A memory of chats and updates that does not grow."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.recent import Recent

STEPS = st.lists(st.tuples(st.sampled_from(("put", "drop")), st.integers(0, 9)), max_size=60)


@given(STEPS, st.integers(1, 5))
def test_the_latest_are_remembered_and_no_more(steps, limit):
    recent, known = Recent(limit=limit), []
    for step, key in steps:
        known = [one for one in known if one != key]
        if step == "put":
            recent.put(key, float(key))
            known = [*known, key][-limit:]
        else:
            recent.drop(key)
    assert [key for key in range(10) if key in recent] == sorted(known)
    assert [recent.get(key, -1.0) for key in known] == [float(key) for key in known]
    assert len(recent) == len(known)
