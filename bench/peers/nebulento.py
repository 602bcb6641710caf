"""Nebulento: an intent parser that compares a message with every example by rapidfuzz."""

import re

from bench.peers.trial import Examples, Rank, Ranking, try_out


def train(examples: Examples, strategy: str = "TOKEN_SET_RATIO") -> Rank:
    """Adds an intent for each topic; brackets in an example would mean alternatives to it."""
    from nebulento import IntentContainer  # noqa: PLC0415
    from nebulento.fuzz import MatchStrategy  # noqa: PLC0415

    container = IntentContainer(fuzzy_strategy=MatchStrategy[strategy])
    lines: dict[str, list[str]] = {}
    for topic, text in examples:
        lines.setdefault(topic, []).append(re.sub(r"[()\[\]{}|]", " ", text))
    for topic, held in lines.items():
        container.add_intent(topic, held)

    def rank(text: str) -> Ranking:
        found = [(one["name"], float(one["conf"])) for one in container.calc_intents(text)]
        return sorted(found, key=lambda pair: -pair[1])

    return rank


if __name__ == "__main__":
    try_out(train)
