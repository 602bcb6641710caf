"""Words that only look like one of ours, and values that stand beside each other."""

from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import tokens_of

LEXICON = Lexicon(
    [
        (("thema", "alcohol"), "drinken"),
        (("thema", "geen"), "koffie drinken"),
        (("thema", "psychosis"), "psychotische"),
        (("soort", "meal"), "kookavond"),
        (("doelgroep", "young"), "jonge vrouwen"),
        (("doelgroep", "women"), "vrouwen"),
        (("thema", "drugs"), "wietje"),
        (("wie:ik", "ik"), "wijtje"),
        (("thema", "anxiety"), "angst"),
    ],
    ordinary=["psychische"],
    together=["doelgroep"],
)


def _found(text: str, lexicon: Lexicon = LEXICON) -> list[str]:
    return [hit.value for hit in lexicon.find(tokens_of(text))]


def test_a_look_alike_hides_what_lies_within_it() -> None:
    assert _found("koffie drinken") == ["geen"]
    assert _found("te veel drinken") == ["alcohol"]


def test_an_ordinary_word_stands_only_for_itself() -> None:
    assert _found("psychische klachten") == []
    assert _found("psichotische klachten") == ["psychosis"]


def test_a_compound_is_found_with_its_halves_apart() -> None:
    assert _found("kook avond") == ["meal"]


def test_two_audiences_in_one_phrase_both_count() -> None:
    assert set(_found("jonge vrouwen")) == {"young", "women"}


def test_no_slip_is_read_into_a_word_for_a_person() -> None:
    assert _found("wijtja") == []


def test_two_letters_that_changed_places_are_put_back_in_a_short_word() -> None:
    assert _found("angts") == ["anxiety"]
    assert _found("angel") == []


def test_a_lexicon_with_more_phrases_keeps_what_is_ordinary_and_what_goes_together() -> None:
    more = LEXICON.with_more([(("organisatie", "buurthuis"), "buurthuis")])
    assert set(_found("jonge vrouwen in het buurthuis", more)) == {"young", "women", "buurthuis"}
    assert _found("psychische klachten", more) == []
