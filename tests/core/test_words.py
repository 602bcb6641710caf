"""Finding the lexicon's phrases."""

import pytest

from bot.core.text import tokens_of
from bot.core.words import Lexicon

LEXICON = Lexicon(
    [
        (("soort", "walk"), "wandel*"),
        (("soort", "recovery_group"), "herstelgroep*"),
        (("soort", "peer_group"), "*praatgroep"),
        (("thema", "grief"), "rouw*"),
        (("begrip", "eerste-keer"), "eerste keer"),
        (("begrip", "keer"), "keer"),
        (("soort", "course"), "cursussen"),
        (("soort", "meeting"), "themabijeenkomst"),
    ]
)


def _found(text: str) -> list[str]:
    return [hit.value for hit in LEXICON.find(tokens_of(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("een wandelclubje", "walk"),
        ("de mannenpraatgroep", "peer_group"),
        ("herstelgroepen", "recovery_group"),
        ("welke cursussen", "course"),
        ("een themabijeenkomts", "meeting"),
        ("thmabijeenkomst morgen", "meeting"),
    ],
)
def test_a_word_is_found_by_ending_stem_or_near_spelling(text: str, value: str) -> None:
    assert _found(text) == [value]


def test_a_longer_phrase_hides_the_shorter_one_within_it() -> None:
    assert _found("de eerste keer") == ["eerste-keer"]


def test_a_phrase_needs_its_words_side_by_side() -> None:
    assert _found("eerste wat ik zag was een keer") == ["keer"]


def test_short_words_are_not_repaired() -> None:
    assert _found("kees") == []


def test_known_words_are_not_taken_for_a_misspelling() -> None:
    tokens = tokens_of("cursusses")
    assert LEXICON.find(tokens, frozenset(["cursusses"])) == ()
