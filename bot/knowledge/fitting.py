"""Fits a scorer to examples; needed only where examples or words have changed."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log
from pathlib import Path
from typing import Any

import numpy as np

from bot.core.scoring.features import letter_groups
from bot.core.scoring.neighbours import Neighbours, gather_neighbours, held_by
from bot.core.scoring.scorer import Scorer
from bot.core.scoring.vocabulary import Vocabulary

_COMMONEST = 0.5  # what a feature says that nearly all examples have
_FEWEST = 2  # examples a feature must occur in to be kept
_FORMAT = "3"
_PARTS = ("starts", "rows", "amounts", "rarity", "near_labels")


def fit(
    features: Sequence[Mapping[str, float]],
    labels: Sequence[str],
    *,
    strength: float = 1.5,
    sharpness: float = 4.0,
    say: float = 0.4,
) -> Scorer:
    """Fits one linear classifier for each label against the rest and rounds its weights to bytes.

    `strength` is the inverse of the regularisation; `sharpness` turns margins into points whose
    softmax is a usable chance; `say` is what the nearest examples weigh beside the classifiers.
    """
    from sklearn.svm import LinearSVC  # noqa: PLC0415 - a second that serving never needs

    counts = _counted(features)
    index = _vocabulary(counts)
    rarity = {name: _rarity(times, len(features)) for name, times in counts.items()}
    model = LinearSVC(C=strength, random_state=0)
    model.fit(_matrix(features, index, rarity), list(labels))
    names = tuple(str(name) for name in model.classes_)
    coefficients, bias = model.coef_.T * sharpness, model.intercept_ * sharpness
    if len(names) == 2:
        coefficients = np.hstack([-coefficients / 2, coefficients / 2])
        bias = np.array([-bias[0] / 2, bias[0] / 2])
    scale = np.maximum(np.abs(coefficients).max(axis=0), 1e-9) / 127
    rounded = np.round(coefficients / scale).astype(np.int8)
    neighbours = gather_neighbours(list(features), [names.index(label) for label in labels], index)
    return Scorer(
        names,
        Vocabulary("\n".join(index).encode(), letter_groups),
        rounded,
        scale.astype(np.float32),
        bias.astype(np.float32),
        np.array([rarity[name] for name in index], dtype=np.float32),
        _rarity(1, len(features)),
        neighbours,
        say * sharpness,
    )


def save_scorer(scorer: Scorer, path: Path, key: str, *, small: bool = True) -> None:
    """Writes a scorer with the key of what it was fitted to; whole or not at all.

    Writing it `small` takes a second longer.
    """
    write = np.savez_compressed if small else np.savez
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    with part.open("wb") as file:
        write(
            file,
            format=np.array(_FORMAT),
            key=np.array(key),
            labels=np.array(scorer.labels),
            names=np.frombuffer(scorer.index.names, dtype=np.uint8),
            weights=scorer.weights,
            scale=scorer.scale,
            bias=scorer.bias,
            feature_rarity=scorer.rarity,
            unknown=np.array(scorer.unknown, dtype=np.float32),
            say=np.array(scorer.say, dtype=np.float32),
            **_laid_out(scorer.neighbours),
        )
    part.replace(path)


def load_scorer(path: Path, key: str) -> Scorer | None:
    """A saved scorer, or nothing where there is none or it was fitted to something else."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as saved:
        if str(saved["format"]) != _FORMAT or str(saved["key"]) != key:
            return None
        return Scorer(
            tuple(str(label) for label in saved["labels"]),
            Vocabulary(saved["names"].tobytes(), letter_groups),
            saved["weights"],
            saved["scale"],
            saved["bias"],
            saved["feature_rarity"],
            float(saved["unknown"]),
            _taken_up(saved),
            float(saved["say"]),
        )


def _laid_out(neighbours: Neighbours | None) -> dict[str, Any]:
    if neighbours is None:
        return {}
    parts = (
        neighbours.starts,
        neighbours.rows,
        neighbours.amounts,
        neighbours.rarity,
        neighbours.labels,
    )
    return dict(zip(_PARTS, parts, strict=True))


def _taken_up(saved: Mapping[str, Any]) -> Neighbours | None:
    if _PARTS[0] not in saved:
        return None
    starts, rows, amounts, rarity, labels = (saved[name] for name in _PARTS)
    return Neighbours(starts, held_by(rows, amounts), rarity, labels)


def _counted(features: Sequence[Mapping[str, float]]) -> Counter[str]:
    """How many examples have each feature."""
    return Counter(name for one in features for name in one)


def _vocabulary(counts: Mapping[str, int]) -> dict[str, int]:
    names = sorted(name for name, times in counts.items() if times >= _FEWEST)
    return {name: row for row, name in enumerate(names)}


def _rarity(times: int, examples: int) -> float:
    """What a feature says that this many of the examples have; never nothing."""
    return max(_COMMONEST, log(examples / (1 + times)) + _COMMONEST)


def _matrix(
    features: Sequence[Mapping[str, float]], index: Mapping[str, int], rarity: Mapping[str, float]
) -> object:
    """A row of rarity-weighted features for each example, all of length 1."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - see fit

    names = [name for one in features for name in one]
    rows = np.repeat(np.arange(len(features)), [len(one) for one in features])
    weighed = np.array([amount for one in features for amount in one.values()])
    weighed = weighed * np.array([rarity[name] for name in names])
    lengths = np.sqrt(np.bincount(rows, weights=weighed**2, minlength=len(features)))
    lengths[lengths == 0] = 1.0
    columns = np.array([index.get(name, -1) for name in names], dtype=np.int64)
    known = columns >= 0
    amounts = (weighed / lengths[rows])[known].astype(np.float32)
    ends = np.concatenate(([0], np.cumsum(np.bincount(rows[known], minlength=len(features)))))
    return csr_matrix((amounts, columns[known], ends), shape=(len(features), len(index)))
