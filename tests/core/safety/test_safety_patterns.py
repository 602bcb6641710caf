"""Patterns over words: gaps, groups, order, sentences and mistakes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.safety.grammar import PatternError, Vocabulary, read_pattern
from bot.core.safety.patterns import Tokens
from bot.core.safety.rules import SafetyRules
from bot.core.safety.sight import look
from bot.core.safety.words import plain, read_tokens, split
from bot.knowledge.problems import Report
from bot.knowledge.safety import read_rules

CLASSES = {
    "VUL": ("echt", "gewoon"),
    "IK": ("ik", "k"),
    "WIL": ("wil", "zou willen"),
    "ZELFMOORD": ("zelfmoord*",),
    "EX": ("ex", "ex-man"),
    "PIL": ("*pillen", "medicijn"),
}


def holds(pattern: str, text: str, everyday: tuple[str, ...] = ()) -> bool:
    vocabulary = Vocabulary(classes=CLASSES)
    read = read_pattern(pattern, vocabulary)
    index = vocabulary.index(everyday)
    return bool(read.clauses(read_tokens(split(text), index)))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("IK WIL dood", "ik wil dood"),
        ("IK WIL dood", "Ik wil echt gewoon DOOD!"),
        ("IK .. WIL", "ik heel misschien wil"),
        ("IK ... WIL", "ik, en dat meen ik, wil"),
        ("WIL dood", "k zou willen dood"),
        ("dood & ZELFMOORD", "zelfmoordgedachten, dood"),
        ("slaappillen", "slaappillen"),
        ("PIL", "slaappillen"),
        ("(er een eind aan|eruit) maken", "ik ga er een eind aan maken"),
        ("dood zijn? $", "ik wil dood"),
        ("^ dood", "Ik ben hier. Dood wil ik"),
        ("hier // dood", "Ik ben hier. Morgen dood"),
        ("EX slaat", "mijn ex-man slaat"),
        ("een (burn-out|dip)", "een burn-out"),
        ("een (burn-out|dip)", "een burn out"),
    ],
)
def test_a_pattern_holds(pattern: str, text: str) -> None:
    assert holds(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("IK WIL dood", "ik wil niet dood"),
        ("IK .. WIL", "ik een twee drie wil"),
        ("IK .. WIL", "ik, wil"),
        ("IK ... WIL", "ik ben hier. wil"),
        ("dood & ZELFMOORD", "zelfmoord. dood"),
        ("dood & !haha", "dood haha"),
        ("dood $", "dood van de honger"),
        ("^ dood", "ik wil dood"),
    ],
)
def test_a_pattern_does_not_hold(pattern: str, text: str) -> None:
    assert not holds(pattern, text)


def test_one_wrong_letter_in_a_long_word_is_read_as_that_word() -> None:
    assert holds("sterven", "stervem")
    assert holds("sterven", "srterven")
    assert not holds("dood", "dooi")


def test_an_everyday_word_is_not_read_as_a_mistake() -> None:
    assert not holds("sterven", "sterren", everyday=("sterren",))


def test_stretched_and_numbered_letters_are_read_as_the_word() -> None:
    assert holds("dood", "doooood")
    assert holds("dood", "d00d")


def test_words_are_compared_without_accents_and_apostrophes() -> None:
    assert [plain(word) for word in ("Één", "m'n", "ŻYĆ", "أريد")] == ["een", "mn", "zyc", "اريد"]


def test_a_k_written_against_its_verb_is_read_as_i() -> None:
    assert split("Kwil naar de kwis, kben er") == [
        "ik",
        "wil",
        "naar",
        "de",
        "kwis",
        ",",
        *("ik ben er".split()),
    ]


def test_a_word_goes_by_the_name_of_its_class() -> None:
    vocabulary = Vocabulary(classes=CLASSES)
    read_pattern("IK ZELFMOORD", vocabulary)
    index = vocabulary.index(())
    assert [index.label_of(word) for word in ("ik", "zelfmoordplan", "koor")] == [
        *("IK", "ZELFMOORD", "koor"),
    ]


def test_what_is_forgotten_holds_no_label_either() -> None:
    index = Vocabulary(classes=CLASSES).index(())
    index.label_of("koor")
    index.forget()
    assert (index.met, index.labelled) == ({}, {})


def test_a_question_after_a_comma_is_another_matter() -> None:
    assert split("ik wil dood, is er een inloop") == [
        *("ik", "wil", "dood", ".", "is", "er", "een", "inloop")
    ]


@pytest.mark.parametrize(
    "pattern", ["", "IK &", "& dood", "(dood", "dood)", "ONBEKEND", "..", "!dood", "|dood"]
)
def test_a_pattern_that_cannot_be_read_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        read_pattern(pattern, Vocabulary(classes=CLASSES))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    vocabulary = Vocabulary(classes=CLASSES)
    read = read_pattern("IK ... WIL .. dood & !haha // ZELFMOORD", vocabulary)
    tokens = read_tokens(split(text), vocabulary.index(()))
    assert read.clauses(tokens) >> tokens.length == 0


@pytest.fixture(scope="module")
def shipped() -> SafetyRules:
    rules = read_rules(Path(__file__).parents[3] / "knowledge" / "veiligheid", Report())
    assert rules is not None
    return rules


def held_rules(tokens: Tokens, rules: SafetyRules) -> set[str]:
    """Every rule with a pattern that holds, found by trying all of them."""
    return {r.id for r in rules.rules for p in r.patterns if p.clauses(tokens)}


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_quick_look_leaves_out_no_pattern_that_holds(
    shipped: SafetyRules, data: st.DataObject
) -> None:
    proofs = [proof.text for rule in shipped.rules for proof in rule.proofs]
    text = " ".join(data.draw(st.lists(st.sampled_from(proofs), max_size=2)))
    words = data.draw(st.permutations(split(text)))
    held = held_rules(read_tokens(split(" ".join(words)), shipped.index), shipped)
    assert held <= {name for name, _ in look(" ".join(words), shipped).seen}
