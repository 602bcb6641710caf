"""How people ask what a word means is understood without weighing, unless a topic claims it."""

from bot.core.knowledge import Explanation, Topic
from bot.core.lexicon.lexicon import Lexicon
from bot.core.slots.slots import EXPLAINED, KIND
from bot.knowledge.word_for_word import exact_of


def topic(identity: str, title: str, *proofs: str) -> Topic:
    return Topic(id=identity, title={"nl": title}, answer={"nl": "Ja."}, proofs=proofs)


def word(identity: str, *names: str) -> Explanation:
    return Explanation(id=identity, names=names, text={"nl": "Dit is het."})


TOPICS = {
    one.id: one
    for one in (
        topic("what_is", "Wat voor plekken zijn dit?"),
        topic("peer_worker", "Ervaringsdeskundigen", "Wat is een ervaringsdeskundige?"),
    )
}
WORDS = {
    one.id: one
    for one in (
        word("wrap", "WRAP"),
        word("inloop", "inloop"),
        word("ervaren", "ervaringsdeskundige"),
    )
}
LEXICON = Lexicon(
    [
        ((EXPLAINED, "wrap"), "WRAP"),
        ((EXPLAINED, "inloop"), "inloop"),
        ((KIND, "drop_in"), "inloop"),
    ],
    everyday=["wrap"],
    any_case=[EXPLAINED],
)


def understood(said: str, *examples: tuple[str, str]) -> str | None:
    return exact_of(TOPICS, WORDS, LEXICON, examples).get(said)


def test_what_a_word_means_is_asked_in_a_few_ways() -> None:
    asked = ("wat is een inloop", "wat betekent inloop", "what is wrap", "leg wrap uit")
    assert [understood(one) for one in asked] == ["what_is"] * 4


def test_a_word_alone_is_explained_where_it_says_nothing_else() -> None:
    assert (understood("wrap"), understood("inloop")) == ("what_is", None)


def test_a_word_that_another_topic_claims_by_a_proof_is_left_to_it() -> None:
    assert understood("wat betekent ervaringsdeskundige") is None


def test_an_example_counts_before_the_name_of_a_word() -> None:
    assert understood("wat is wrap", ("wat is wrap", "cost")) == "cost"
