"""Cutting a message into words."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.core.lexicon.text import clauses_of, plain, tokens_of, words_of


def test_a_word_loses_its_capitals_accents_and_apostrophes() -> None:
    assert [plain(word) for word in ("Café", "m'n", "ZATERDAG’s")] == ["cafe", "mn", "zaterdags"]


def test_stretched_letters_become_two() -> None:
    assert plain("graaaaag") == "graag"


def test_a_question_mark_is_a_token_of_its_own() -> None:
    assert [token.word for token in tokens_of("wat kost het?")] == ["wat", "kost", "het", "?"]


def test_a_token_knows_where_it_stood() -> None:
    text = "Hoi, is ’t gratis?"
    token = tokens_of(text)[3]
    assert text[token.start : token.end] == "gratis"


def test_commas_and_joining_words_part_the_clauses() -> None:
    text = "ik woon in Emmen, maar ik zoek iets online"
    assert [text[c.start : c.end].strip(" ,") for c in clauses_of(text)] == [
        "ik woon in Emmen",
        "maar ik zoek iets online",
    ]


@given(st.text(max_size=300))
def test_every_offset_lies_within_the_text(text: str) -> None:
    for token in tokens_of(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.word


@given(st.text(max_size=300))
def test_clauses_follow_one_another(text: str) -> None:
    clauses = clauses_of(text)
    assert all(a.end <= b.start for a, b in pairwise(clauses))


def test_a_mark_that_stands_alone_is_a_word_and_not_nothing() -> None:
    assert [token.word for token in tokens_of("ﾞ hoi")] == ["ﾞ", "hoi"]


def test_the_words_of_a_text_are_those_of_its_tokens() -> None:
    text = "Héél graag!! Is het zo'n 's avonds-groep??"
    assert words_of(text) == tuple(token.word for token in tokens_of(text))
