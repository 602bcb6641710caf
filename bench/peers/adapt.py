"""Adapt: an intent for each topic, which needs one of its telling phrases and takes more."""

from bench.peers.phrases import telling_phrases, words_of
from bench.peers.trial import Examples, Rank, Ranking, best_of_each, try_out

_MORE = 4  # further phrases of the same topic that raise its confidence
_RESULTS = 12  # parses looked at, for a second and third topic


def train(examples: Examples, fewest: int = 3, share: float = 0.6) -> Rank:
    """Registers the phrases as keywords and the topics as intents."""
    from adapt.engine import IntentDeterminationEngine  # noqa: PLC0415
    from adapt.intent import IntentBuilder  # noqa: PLC0415

    engine = IntentDeterminationEngine()
    for phrase, topic in telling_phrases(examples, fewest, share).items():
        engine.register_entity(phrase, f"kind_{topic}")
    for topic in sorted({topic for topic, _ in examples}):
        intent = IntentBuilder(topic).require(f"kind_{topic}", "first")
        for number in range(_MORE):
            intent.optionally(f"kind_{topic}", f"more_{number}")
        engine.register_intent_parser(intent.build())

    def rank(text: str) -> Ranking:
        asked = " ".join(words_of(text))
        if not asked:
            return []
        found = engine.determine_intent(asked, num_results=_RESULTS)
        return best_of_each((one["intent_type"], float(one["confidence"])) for one in found)

    return rank


if __name__ == "__main__":
    try_out(train)
