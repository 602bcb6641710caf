"""Ranking topics where some cannot be meant."""

from bot.core.understanding.guess import Guess

GUESS = Guess(topics=(("greeting", 0.5), ("find_activity", 0.3), ("cost", 0.1)), elsewhere=0.1)


def test_a_topic_that_cannot_be_meant_leaves_its_chance_to_the_others() -> None:
    assert GUESS.without(["greeting"]) == Guess(
        topics=(("find_activity", 0.6), ("cost", 0.2)), elsewhere=0.2
    )


def test_a_guess_without_that_topic_stays_as_it_is() -> None:
    assert GUESS.without(["thanks"]) is GUESS


def test_the_only_topic_stays() -> None:
    only = Guess(topics=(("greeting", 1.0),), elsewhere=0.0)
    assert only.without(["greeting"]) is only
