"""Handwijzer itself: understanding as it is served, without what a chat remembers.

With `{"fit": true}` it works its weights out anew, as the peers have to.
"""

import os
from datetime import datetime
from typing import Any

from bench.peers.trial import Examples, Rank, Ranking, try_out

NOW = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time


def train(_: Examples, fit: bool = False) -> Rank:
    """Loads the knowledge with its shipped weights, or fits them."""
    # Imported here, so that it counts as memory.
    from bot.core.understand import understand  # noqa: PLC0415
    from bot.knowledge.loader import find_folder, load  # noqa: PLC0415

    if fit:
        return _fitted()
    knowledge = load(find_folder(os.environ)).knowledge
    if knowledge is None:
        raise SystemExit("the knowledge is not sound: see `make check`")
    brain: Any = knowledge.brain

    def rank(text: str) -> Ranking:
        understood = understand(text, NOW, brain)
        if not understood.rivals:
            return []
        # The first may be the topic of a bare place or of a second question: its trust is `score`.
        first = understood.topic or understood.rivals[0][0]
        others = [pair for pair in understood.rivals if pair[0] != first]
        return [(first, understood.score), *others]

    return rank


def _fitted() -> Rank:
    from bot.knowledge.loader import find_folder, read_examples_of  # noqa: PLC0415
    from bot.knowledge.problems import Report  # noqa: PLC0415
    from bot.knowledge.training import fit_readings, readings_of  # noqa: PLC0415

    examples, lexicon, gazetteer = read_examples_of(find_folder(os.environ), Report())
    fit_readings(readings_of(examples, lexicon, gazetteer), examples)
    return lambda text: []


if __name__ == "__main__":
    try_out(train)
