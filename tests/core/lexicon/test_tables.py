"""The phrases of a lexicon by the word that each is looked up by."""

import pytest

from bot.core.lexicon.tables import tables_of

DRINK, FORM = ("thema", "alcohol"), ("vorm", "wandelen")


@pytest.mark.parametrize(
    "text",
    ["drank", "te veel drinken", "hoe … kost", "AA", "wandel*", "*groep", "Bij Café Zon", "één"],
)
def test_a_phrase_keeps_its_text_whether_or_not_it_is_written_otherwise(text):
    tables = tables_of([(DRINK, text)], (), ())
    assert {one.text for table in tables for found in table.values() for one in found} == {text}


def test_what_is_equal_is_kept_once():
    by_word, by_stem, _, _ = tables_of([(DRINK, "drinken"), (FORM, "samen drinken")], (), ())
    one, other = by_word["drinken"]
    assert one.words[0] is other.words[1]
    assert by_stem[one.stems[0]] is by_word["drinken"]


def test_an_everyday_word_in_capitals_counts_in_capitals_only():
    pairs = [(DRINK, "NA"), (FORM, "AA"), (("uitleg", "ma"), "MA")]
    tables = tables_of(pairs, {"na", "ma"}, {"uitleg"})
    capitals = {word: found[0].capitals for word, found in tables.by_word.items()}
    assert capitals == {"na": True, "aa": False, "ma": False}
