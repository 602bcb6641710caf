"""rapidfuzz alone: the topic of the example that is most like the message."""

from bench.peers.trial import Examples, Rank, Ranking, best_of_each, try_out


def train(examples: Examples, scorer: str = "WRatio") -> Rank:
    """Keeps the examples, prepared once by rapidfuzz's own `default_process`."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415

    texts = [utils.default_process(text) for _, text in examples]
    like = getattr(fuzz, scorer)

    def rank(text: str) -> Ranking:
        asked = utils.default_process(text)
        found = process.extract(asked, texts, scorer=like, limit=200)
        return best_of_each((examples[at][0], score / 100) for _, score, at in found)

    return rank


if __name__ == "__main__":
    try_out(train)
