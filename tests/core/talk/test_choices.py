"""The payloads behind buttons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.reply import CHOICE_LIMIT
from bot.core.talk.choices import Choice, Verb, named, payload, read_payload, short


@given(st.sampled_from(Verb), st.text(max_size=40))
def test_a_payload_is_read_back_as_it_was_written(verb: Verb, value: str) -> None:
    assert read_payload(payload(verb, value)) == Choice(verb=verb, value=value)


@given(st.text(max_size=200))
def test_the_id_of_any_record_fits_in_a_payload(identity: str) -> None:
    assert len(payload(Verb.ACTIVITY, short(identity)).encode()) <= CHOICE_LIMIT


@pytest.mark.parametrize("words", ["", "1", "2:t:cost", "1:?:x", "nonsense", "1::"])
def test_a_payload_of_another_release_is_not_guessed_at(words: str) -> None:
    assert read_payload(words) is None


def test_a_shortened_id_stands_for_one_record() -> None:
    identities = [f"organisation-{number}/activity" for number in range(5000)]
    assert named(short(identities[77]), identities) == identities[77]
    assert len({short(identity) for identity in identities}) == len(identities)
