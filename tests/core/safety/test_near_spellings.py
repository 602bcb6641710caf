import pickle

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.core.safety.near_spellings import NearSpellings

_NEAR = NearSpellings(["zelfmoord", "overdosis", "doodgaan", "doodgaat"])


def test_a_letter_more_less_other_or_changed_about_is_found() -> None:
    for typed in ("zelfmord", "zelfmoordt", "zelfnoord", "zelfmorod", "zelfmoord"):
        assert list(_NEAR.near(typed)) == ["zelfmoord"]


def test_two_wrong_letters_are_not_found() -> None:
    assert list(_NEAR.near("zelmord")) == []


def test_all_words_that_are_near_come_in_the_order_of_the_list() -> None:
    assert list(_NEAR.near("doodgaa")) == ["doodgaan", "doodgaat"]


def test_an_empty_list_has_no_near_word() -> None:
    assert list(NearSpellings([]).near("zelfmoord")) == []


def test_it_finds_the_same_after_a_journey_to_another_process() -> None:
    brought = pickle.loads(pickle.dumps(_NEAR))  # noqa: S301 - our own bytes
    assert list(brought.near("overdosiss")) == ["overdosis"]


@given(st.lists(st.text("abé", min_size=1, max_size=7), unique=True), st.text("abé", min_size=1))
def test_all_words_one_slip_away_are_found_and_no_others(words: list[str], typed: str) -> None:
    near = [word for word in words if OSA.distance(word, typed) <= 1]
    assert list(NearSpellings(words).near(typed)) == near
