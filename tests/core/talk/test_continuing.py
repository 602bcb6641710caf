"""What a message asks after another question, by weights; and without any."""

from dataclasses import replace
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.message import Place, Query, Session, Slots
from bot.core.talk.continuing import Leaning
from bot.core.talk.followup import merged
from bot.core.understanding.understand import Decision, Understanding

TOPICS = ("cost", "find_activity", "thanks", "null")
EMMEN = Place(name="Emmen", lat=52.8, lon=6.9)
ASSEN = Place(name="Assen", lat=53.0, lon=6.6)
UNASKED = {"faith": 9.0}  # of a folder in which nobody asks for it
SAID = {"woord ‘proost’": {"thanks": 6.0} | UNASKED, "woord ‘regen’": {"null": 6.0}}
AFTER_COST = Session(query=Query(topic="cost", slots=Slots(place=ASSEN)))


def said(*words: str, chances: tuple[float, ...], slots: Slots = Slots()) -> Understanding:  # noqa: B008
    pairs = tuple(zip(TOPICS, chances, strict=True))
    return Understanding(
        decision=Decision.ASK,
        topic="find_activity",
        score=0.5,
        rivals=tuple(sorted(pairs, key=lambda pair: -pair[1])),
        slots=slots,
        language="nl",
        words=words,
        chances=pairs,
    )


def leaning(**same: float) -> Leaning:
    marks = {f"woord ‘{word}’": points for word, points in same.items()}
    return Leaning(alone=1.0, topics={}, after={}, same=marks, said=SAID, sure=0.8)


ALSO_EMMEN = said("ook", "‹plaats›", chances=(0.1, 0.8, 0.05, 0.05), slots=Slots(place=EMMEN))


def test_a_word_that_speaks_for_the_topic_before_wins_it() -> None:
    understood, query = merged(ALSO_EMMEN, AFTER_COST, leaning(ook=6.0), "ook Emmen")
    assert (understood.decision, query) == (
        Decision.ANSWER,
        Query(topic="cost", slots=Slots(place=EMMEN)),
    )


def test_what_is_close_is_asked_with_both_topics_among_the_buttons() -> None:
    understood, _ = merged(ALSO_EMMEN, AFTER_COST, leaning(ook=2.0), "ook Emmen")
    first_two = {topic for topic, _ in understood.rivals[:2]}
    assert (understood.decision, first_two) == (Decision.ASK, {"cost", "find_activity"})


def test_what_is_far_likelier_not_ours_is_not_asked_about() -> None:
    tram = said("rijdt", "tram", chances=(0.02, 0.08, 0.0, 0.9))
    understood, query = merged(tram, AFTER_COST, leaning(), "rijdt tram 11")
    assert (understood.decision, query.topic) == (Decision.ABSTAIN, None)


@pytest.mark.parametrize(
    ("word", "decision", "topic"),
    [("proost", Decision.ANSWER, "thanks"), ("regen", Decision.ABSTAIN, None)],
)
def test_a_word_may_speak_for_any_topic_or_for_none_of_ours(
    word: str, decision: Decision, topic: str | None
) -> None:
    message = said(word, chances=(0.3, 0.3, 0.2, 0.2))
    understood, query = merged(message, AFTER_COST, leaning(), word)
    assert (understood.decision, query.topic) == (decision, topic)


def test_a_whole_question_keeps_its_topic_whatever_the_words_say() -> None:
    whole = replace(ALSO_EMMEN, decision=Decision.ANSWER)
    assert merged(whole, AFTER_COST, leaning(ook=9.0), "ook Emmen")[1].topic == "find_activity"


def test_the_reasons_name_the_words_and_their_points() -> None:
    understood, _ = merged(ALSO_EMMEN, AFTER_COST, leaning(ook=6.0), "ook Emmen")
    assert understood.because[-1] == "voor cost: woord ‘ook’ +6.00"


@pytest.mark.parametrize(("names_only", "topic"), [(True, "cost"), (False, "find_activity")])
def test_without_weights_only_a_bare_place_goes_on(names_only: bool, topic: str) -> None:
    alone = replace(ALSO_EMMEN, continues=names_only)
    assert merged(alone, AFTER_COST, None, "ook Emmen")[1].topic == topic


@given(
    st.lists(st.text(min_size=1, max_size=8), max_size=20),
    st.lists(st.floats(0, 1), min_size=4, max_size=4),
    st.sampled_from([*TOPICS, "eigen-onderwerp"]),
)
def test_the_chances_are_of_every_topic_once_and_add_up_to_one(
    words: list[str], chances: list[float], before: str
) -> None:
    message = said(*words, chances=tuple(chances))
    found = leaning(ook=3.0).chances(message, before)
    assert sorted(topic for topic, _ in found) == sorted(TOPICS)
    assert isclose(sum(chance for _, chance in found), 1.0)
