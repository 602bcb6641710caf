"""Fits the safety net with logistic regression and keeps it as bytes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import compress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.core.safety.features import letter_groups
from bot.core.safety.net import LABELS, SafetyNet
from bot.core.safety.rules import CRISIS, PRECEDENCE, Level
from bot.core.scoring.vocabulary import Vocabulary

STRENGTH = 10.0  # inverse of the regularisation
_OF_DANGER = 30.0
_FLOOR = 0.3  # loudness of a feature that tells nothing by itself
_LOUDER = 1.3  # what is loud is made louder still
_FEWEST = 2  # examples a feature must occur in to be fitted
_FORMAT = "4"
_LEVELS = tuple(level for level in PRECEDENCE if level in CRISIS)
# What a feature must be able to move in one column to be kept, in points: the levels only tell
# one danger from another. Three in four features move less, and over writers the net had not seen
# the screen finds as much without them.
_LEAST = np.repeat([0.3, 0.6], [len(LABELS), len(_LEVELS)])


def fit_net(
    features: Sequence[Mapping[str, float]], labels: Sequence[str], whole: Sequence[bool]
) -> SafetyNet:
    """Classifiers for danger, for treatment, and for each level.

    That for danger is fitted to what is `whole`: the thousands of bland sentences out of calm
    messages would teach it that a short message is calm. Without them it finds eight in a hundred
    more of the danger of writers it has not seen, at as many false alarms.
    """
    index = _vocabulary(features)
    matrix = _matrix(features, index)
    danger = [at for at, label in enumerate(labels) if label in CRISIS]
    messages = [at for at, one in enumerate(whole) if one]
    fitted = [
        _classifier(matrix[messages], [labels[at] in CRISIS for at in messages], _OF_DANGER),
        _classifier(matrix, [label == Level.TREATMENT for label in labels]),
    ]
    for level in _LEVELS:  # only to tell one danger from another
        fitted.append(_classifier(matrix[danger], [labels[at] == level for at in danger]))
    columns, bias = zip(*fitted, strict=True)
    weights = np.stack(columns, axis=1)
    telling = (np.abs(weights) >= _LEAST).any(axis=1)
    scale = (np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127).astype(np.float32)
    return SafetyNet(
        labels=(*LABELS, *(level.value for level in _LEVELS)),
        index=Vocabulary("\n".join(compress(index, telling)).encode(), letter_groups),
        weights=np.round(weights[telling] / scale).astype(np.int8),
        scale=scale,
        bias=np.asarray(bias, dtype=np.float32),
    )


def save_net(net: SafetyNet, path: Path, key: str) -> None:
    """Writes a net with the key of what it was fitted to; whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        np.savez_compressed(
            file,
            format=np.array(_FORMAT),
            key=np.array(key),
            labels=np.array(net.labels),
            names=np.frombuffer(net.index.names, dtype=np.uint8),
            weights=net.weights,
            scale=net.scale,
            bias=net.bias,
        )
    part.replace(path)


def load_net(path: Path) -> tuple[SafetyNet, str] | None:
    """A saved net with the key of what it was fitted to, or nothing where there is none."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as saved:
        if str(saved["format"]) != _FORMAT:
            return None
        net = SafetyNet(
            tuple(str(label) for label in saved["labels"]),
            Vocabulary(saved["names"].tobytes(), letter_groups),
            saved["weights"],
            saved["scale"],
            saved["bias"],
        )
        return net, str(saved["key"])


def _classifier(matrix: Any, target: list[bool], strength: float = STRENGTH) -> tuple[Any, float]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - serving never needs it

    model = LogisticRegression(
        C=strength, max_iter=300, class_weight="balanced", solver="liblinear"
    )
    loudness = _loudness(matrix, np.asarray(target))
    model.fit(matrix.multiply(loudness).tocsr(), target)
    return model.coef_[0] * loudness, float(model.intercept_[0])


def _loudness(matrix: Any, target: NDArray[np.bool_]) -> NDArray[np.float64]:
    """How loud each feature may be: the more, the more one side uses it oftener than the other.

    The weighing of Wang and Manning's NB-SVM (2012), with a floor for what both sides use alike.
    Over writers the net had not seen it finds four in a hundred more at the same false alarms.
    Beside a floor of 0.6 and nothing made louder it gives 66 false alarms instead of 74 over all
    ordinary messages, and a fifth fewer over the questions among them.
    """
    present = matrix > 0
    inside = np.asarray(present[target].sum(axis=0)).ravel() + 1.0
    outside = np.asarray(present[~target].sum(axis=0)).ravel() + 1.0
    ratio = np.log((inside / inside.sum()) / (outside / outside.sum()))
    loudness = (np.abs(ratio) + _FLOOR) ** _LOUDER
    return np.asarray(loudness / np.sqrt(np.mean(loudness**2)))


def _vocabulary(features: Sequence[Mapping[str, float]]) -> dict[str, int]:
    counts = Counter(name for one in features for name in one)
    kept = sorted(name for name, times in counts.items() if times >= _FEWEST)
    return {name: row for row, name in enumerate(kept)}


def _matrix(features: Sequence[Mapping[str, float]], index: Mapping[str, int]) -> Any:
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - see _classifier

    columns: list[int] = []
    amounts: list[float] = []
    ends = [0]
    for one in features:
        known = [(index[name], amount) for name, amount in one.items() if name in index]
        columns += [column for column, _ in known]
        amounts += [amount for _, amount in known]
        ends.append(len(columns))
    return csr_matrix((amounts, columns, ends), shape=(len(features), len(index)))
