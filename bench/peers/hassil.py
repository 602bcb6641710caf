"""hassil: every example as a sentence, every telling phrase as a template with room around."""

from bench.peers.phrases import telling_phrases, words_of
from bench.peers.trial import Examples, Rank, Ranking, best_of_each, try_out


def train(examples: Examples, fewest: int = 3, share: float = 0.6) -> Rank:
    """Compiles the templates; what stands around a phrase is caught by wildcards."""
    from hassil import Intents, recognize_all  # noqa: PLC0415

    sentences: dict[str, list[str]] = {}
    for topic, text in examples:
        sentences.setdefault(topic, []).append(" ".join(words_of(text)))
    for phrase, topic in telling_phrases(examples, fewest, share).items():
        sentences[topic] += [f"[{{before}} ]{phrase}[ {{after}}]"]
    intents = Intents.from_dict(
        {
            "language": "nl",
            "intents": {
                topic: {"data": [{"sentences": sorted(set(filter(None, held)))}]}
                for topic, held in sentences.items()
            },
            "lists": {"before": {"wildcard": True}, "after": {"wildcard": True}},
        }
    )

    def rank(text: str) -> Ranking:
        asked = " ".join(words_of(text))
        found = [] if not asked else recognize_all(asked, intents)
        return best_of_each((one.intent.name, _literal(one, asked)) for one in found)

    return rank


def _literal(result: object, asked: str) -> float:
    """The share of the message that the template says word for word, as hassil itself prefers."""
    caught = sum(len(e.text or "") for e in result.entities_list if e.is_wildcard)  # type: ignore[attr-defined]
    return 1 - caught / len(asked)


if __name__ == "__main__":
    try_out(train)
