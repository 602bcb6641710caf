"""What is understood word for word, whatever the weights say of it."""

from collections.abc import Iterable, Iterator, Mapping

from bot.core.knowledge import Explanation, Topic
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import tokens_of, words_of
from bot.core.slots.slots import EXPLAINED
from bot.core.understanding.brain import compared
from bot.core.understanding.exact import Exact

_EXPLAINS = "what_is"  # the topic that says what a word means
_WORD = "…"
_ASKING = (
    *("wat is …", "wat is een …", "wat is de …", "wat is het …", "wat zijn …"),
    *("wat betekent …", "wat bedoel je met …", "wat bedoelen jullie met …", "uitleg …"),
    *("leg … uit", "what is …", "what is a …", "what does … mean"),
)


def exact_of(
    topics: Mapping[str, Topic],
    explanations: Mapping[str, Explanation],
    lexicon: Lexicon,
    examples: Iterable[tuple[str, str]],
) -> Exact:
    """The topic of each message that needs no weighing, by its words as they are compared.

    `examples` gives the words of each, as compared, with its topic; an example counts before the
    name of an explained word, and that before nothing.
    """
    others = (topic.proofs for topic in topics.values() if topic.id != _EXPLAINS)
    claimed = frozenset(compared(words_of(proof)) for proofs in others for proof in proofs)
    asked = _words_asked(explanations.values(), lexicon, claimed) if _EXPLAINS in topics else ()
    return Exact({**dict.fromkeys(asked, _EXPLAINS), **_titles_of(topics), **dict(examples)})


def _titles_of(topics: Mapping[str, Topic]) -> dict[str, str]:
    """The words on the buttons: who types them instead of pressing means the same."""
    return {
        compared(words_of(title)): topic.id
        for topic in topics.values()
        for title in topic.title.values()
    }


def _words_asked(
    explanations: Iterable[Explanation], lexicon: Lexicon, claimed: frozenset[str]
) -> Iterator[str]:
    """How people ask what a word means; the word alone only where it says nothing else.

    A word that another topic claims by a proof, such as an expert by experience, is left to that.
    """
    for name in (name for one in explanations for name in one.names):
        said = compared(words_of(name))
        asked = [asking.replace(_WORD, said) for asking in _ASKING]
        if claimed.isdisjoint(asked):
            yield from asked
            if {hit.category for hit in lexicon.find(tokens_of(name))} == {EXPLAINED}:
                yield said
