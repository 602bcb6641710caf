"""How far a guess can be trusted: a few numbers, worked out on examples it had not seen."""

import json
from collections import Counter
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import numpy as np

from bot.core.lexicon.lexicon import Lexicon
from bot.core.places.gazetteer import Gazetteer
from bot.core.understanding.brain import Brain, Trust
from bot.core.understanding.exact import Exact
from bot.core.understanding.guess import ELSEWHERE, guess_of
from bot.core.understanding.reading import Reading
from bot.core.understanding.speller import Speller
from bot.knowledge.topics import Example
from bot.knowledge.training import fit_readings

FILE = "trust.json"
_FOLDS = 5
# Higher than is asked of answers alone: a doubtful guess is worth a question, for the right topic
# is nearly always among the buttons. For strangers 0.955 offered it in 94 of 100, this in 95.
_RIGHT = 0.98  # the share of the guesses answered outright that has to be right
_ELSEWHERE_ANSWERED = 0.03  # the share of what is not ours that may be answered as if it were
_WORTH_ASKING = 0.08  # the chance of being right from which a guess is worth a question

UNTRIED = Trust(weights=(0.0,) * 11, bias=0.0, sure=2.0, lost=0.0)


def read_trust() -> Trust:
    """The fitted numbers that travel with the package."""
    text = resources.files("bot.data").joinpath(FILE).read_text(encoding="utf-8")
    values = json.loads(text)
    return Trust(
        weights=tuple(float(value) for value in values["weights"]),
        bias=float(values["bias"]),
        sure=float(values["sure"]),
        lost=float(values["lost"]),
    )


def write_trust(trust: Trust, path: Path) -> None:
    """Writes the numbers so that a change reads well."""
    values = {
        "weights": [round(weight, 4) for weight in trust.weights],
        "bias": round(trust.bias, 4),
        "sure": round(trust.sure, 3),
        "lost": round(trust.lost, 3),
    }
    path.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")


def fit_trust(
    readings: Sequence[Reading],
    examples: Sequence[Example],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
) -> Trust:
    """Fits the numbers on guesses about examples that were kept out of the weights."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - serving never needs it

    marks, right, ours = _guesses(readings, examples, lexicon, gazetteer)
    model = LogisticRegression(C=10.0, max_iter=1000)
    model.fit(marks, right)
    chances = model.predict_proba(marks)[:, 1]
    return Trust(
        weights=tuple(float(weight) for weight in model.coef_[0]),
        bias=float(model.intercept_[0]),
        sure=_threshold(chances, right, ours),
        lost=_WORTH_ASKING,
    )


def _guesses(
    readings: Sequence[Reading],
    examples: Sequence[Example],
    lexicon: Lexicon,
    gazetteer: Gazetteer,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of every example: the marks of the guess, whether it was right, whether it is ours."""
    marks: list[tuple[float, ...]] = []
    right: list[bool] = []
    ours: list[bool] = []
    folds = _folds(examples)
    for fold in range(_FOLDS):
        kept = [at for at, its in enumerate(folds) if its != fold]
        scorer = fit_readings([readings[at] for at in kept], [examples[at] for at in kept])
        brain = Brain(
            lexicon=lexicon,
            gazetteer=gazetteer,
            scorer=scorer,
            speller=Speller(scorer),
            trust=UNTRIED,
            exact=Exact({}),
        )
        for at in set(range(len(examples))).difference(kept):
            guess, seen = guess_of(readings[at], brain)
            marks.append(seen)
            right.append(guess.topics[0][0] == examples[at].topic)
            ours.append(examples[at].topic != ELSEWHERE)
    return np.array(marks), np.array(right), np.array(ours)


def _folds(examples: Sequence[Example]) -> list[int]:
    """The fold of each example: a stretch of its topic's file.

    Neighbours in a file are mostly of one hand. Kept out together, they stand for a stranger, who
    words things otherwise than any of the examples.
    """
    counts = Counter(one.topic for one in examples)
    seen: Counter[str] = Counter()
    folds = []
    for one in examples:
        folds.append(seen[one.topic] * _FOLDS // counts[one.topic])
        seen[one.topic] += 1
    return folds


def _threshold(chances: np.ndarray, right: np.ndarray, ours: np.ndarray) -> float:
    """The least chance at which both shares hold."""
    for sure in np.arange(0.3, 0.99, 0.005):
        answered = chances >= sure
        within = answered & ours
        if not within.any():
            break
        if right[within].mean() >= _RIGHT and answered[~ours].mean() <= _ELSEWHERE_ANSWERED:
            return float(sure)
    return 0.9
