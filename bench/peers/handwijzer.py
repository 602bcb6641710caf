"""Handwijzer itself: understanding as it is served, without what a chat remembers.

With `{"fit": true}` it works its weights out from the given examples, as the peers have to; the
trust in a guess, which is fitted apart, then gives way to the plain chances.
"""

import os
from datetime import datetime

from bench.peers.trial import Examples, Rank, Ranking, try_out

NOW = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time


def train(examples: Examples, fit: bool = False) -> Rank:
    """Loads the knowledge with its shipped weights, or fits them."""
    return _fitted(examples) if fit else _served()


def _served() -> Rank:
    # Imported here, so that it counts as memory.
    from bot.core.understanding.guess import ELSEWHERE  # noqa: PLC0415
    from bot.core.understanding.understand import understand  # noqa: PLC0415
    from bot.knowledge.loader import find_folder, load  # noqa: PLC0415

    knowledge = load(find_folder(os.environ)).knowledge
    if knowledge is None:
        raise SystemExit("the knowledge is not sound: see `make check`")
    brain = knowledge.brain

    def rank(text: str) -> Ranking:
        understood = understand(text, NOW, brain)
        if not understood.rivals:
            return []
        # The first may be the topic of a bare place or of a second question: its trust is `score`.
        first = understood.topic or understood.rivals[0][0]
        others = [pair for pair in understood.rivals if pair[0] != first]
        return [(first, understood.score), *others, (ELSEWHERE, understood.elsewhere)]

    return rank


def _fitted(given: Examples) -> Rank:
    from bot.core.understanding.brain import Brain  # noqa: PLC0415
    from bot.core.understanding.exact import Exact  # noqa: PLC0415
    from bot.core.understanding.guess import ELSEWHERE, guess_of  # noqa: PLC0415
    from bot.core.understanding.reading import read  # noqa: PLC0415
    from bot.core.understanding.speller import Speller  # noqa: PLC0415
    from bot.knowledge.entry import Words  # noqa: PLC0415
    from bot.knowledge.loader import find_folder, read_examples_of  # noqa: PLC0415
    from bot.knowledge.problems import Report, Spot  # noqa: PLC0415
    from bot.knowledge.topics import Example  # noqa: PLC0415
    from bot.knowledge.training import fit_readings, readings_of  # noqa: PLC0415
    from bot.knowledge.trust import UNTRIED  # noqa: PLC0415

    _, lexicon, gazetteer = read_examples_of(find_folder(os.environ), Report())
    nowhere = Spot(path="")
    examples = [Example(topic=one, words=Words(text=text, spot=nowhere)) for one, text in given]
    scorer = fit_readings(readings_of(examples, lexicon, gazetteer), examples)
    brain = Brain(
        lexicon=lexicon,
        gazetteer=gazetteer,
        scorer=scorer,
        speller=Speller(scorer),
        trust=UNTRIED,
        exact=Exact({}),
    )

    def rank(text: str) -> Ranking:
        guess, _ = guess_of(read(text, NOW, lexicon, gazetteer), brain)
        return [*guess.topics, (ELSEWHERE, guess.elsewhere)]

    return rank


if __name__ == "__main__":
    try_out(train)
