"""Finding the lexicon's phrases."""

import pytest

from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import tokens_of

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
        (("soort", "drop_in"), "inloop"),
        (("doelgroep", "loved_ones"), "mantelzorg*"),
        (("soort", "meeting"), "*avondcafe"),
        (("doelgroep", "geen"), "jongen"),
        (("doelgroep", "young"), "jongeren"),
        (("thema", "anxiety"), "durf … de deur niet … uit"),
        (("thema", "voices"), "praten … in mijn hoofd"),
    ],
    abbreviations={"wnr": "wanneer", "kheb": "ik heb"},
    everyday=["cursusses"],
)


def test_common_words_with_two_letters_swapped_are_put_right() -> None:
    said = LEXICON.spelt_out(tokens_of("zodner iemnad die neit komt"))
    assert [token.word for token in said] == ["zonder", "iemand", "die", "niet", "komt"]
    assert [token.start for token in said] == [0, 7, 14, 18, 23]


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
        ("inoop", "drop_in"),
        ("mantezlorgdingetje", "loved_ones"),
        ("gezelligavndcafe", "meeting"),
        ("jongren", "young"),
    ],
)
def test_a_word_is_found_by_ending_stem_or_near_spelling(text: str, value: str) -> None:
    assert _found(text) == [value]


def test_a_longer_phrase_hides_the_shorter_one_within_it() -> None:
    assert _found("de eerste keer") == ["eerste-keer"]


def test_a_phrase_needs_its_words_side_by_side() -> None:
    assert _found("eerste wat ik zag was een keer") == ["keer"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ik durf al weken de deur niet meer uit", ["anxiety"]),
        ("ik durf de deur niet uit", ["anxiety"]),
        ("er praten mensen in mijn hoofd", ["voices"]),
        ("wij praten. In mijn hoofd klopt het", []),
        ("praten ze daar over alles wat er in mijn hoofd zit", []),
        ("mijn hoofd in praten", []),
    ],
)
def test_a_gap_holds_a_few_words_of_the_same_clause(text: str, values: list[str]) -> None:
    assert _found(text) == values


def test_a_phrase_with_a_gap_hides_nothing_that_stands_in_it() -> None:
    assert _found("durf als jongeren de deur niet uit") == ["anxiety", "young"]


def test_short_words_are_not_repaired() -> None:
    assert _found("kees") == []


def test_everyday_words_are_not_taken_for_a_misspelling() -> None:
    assert _found("cursusses") == []
    assert _found("cursussem") == ["course"]


def test_chat_spelling_is_read_in_full_where_it_stood() -> None:
    tokens = LEXICON.spelt_out(tokens_of("Wnr kheb"))
    assert [(token.word, token.start, token.end) for token in tokens] == [
        ("wanneer", 0, 3),
        ("kheb", 4, 8),
    ]


def test_a_word_of_five_letters_has_no_other_letter_for_one() -> None:
    assert _found("inlaop") == ["drop_in"]
    assert _found("inlop") == ["drop_in"]
    assert _found("ankop") == []


def test_a_slip_beside_a_second_word_that_is_right_is_mended_though_it_means_something() -> None:
    lexicon = Lexicon(
        [(("begrip", "anoniem"), "anonim"), (("thema", "gokken"), "anonieme gokkers")]
    )
    hits = lexicon.find(tokens_of("de anonime gokkers"))
    assert [hit.value for hit in hits] == ["anoniem", "gokken"]


def test_a_name_with_a_plus_in_it_is_a_name() -> None:
    lexicon = Lexicon([(("organisatie", "wonen"), "Wonen + Welzijn Oost")])
    assert [hit.value for hit in lexicon.find(tokens_of("bij Wonen + Welzijn Oost"))] == ["wonen"]
