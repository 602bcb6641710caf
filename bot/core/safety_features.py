"""What the fitted net looks at: words, pairs, letter groups, word classes and pattern hits."""

from collections.abc import Iterable, Mapping
from math import sqrt

# How much each family may say before fitting; measured over writers the net had not seen.
_WORD, _PAIR, _SKIP, _CLASS, _LETTERS, _HIT = 1.0, 0.8, 0.6, 0.7, 0.5, 0.35
_WORD_LIMIT = 120  # words; the message is also read sentence by sentence


def features_of(
    words: list[str], classes: Iterable[str], hits: Iterable[str]
) -> Mapping[str, float]:
    """Named features with their weights, scaled so that a long text is not louder.

    `classes` are the names of the word classes that stand in it, `hits` those of rules and guards.
    """
    words = words[:_WORD_LIMIT]
    found: dict[str, float] = {}
    before, skipped = "^", "^"
    for word in words:
        found["w:" + word] = _WORD
        found["p:" + before + "_" + word] = _PAIR
        found["s:" + skipped + "_" + word] = _SKIP
        skipped, before = before, word
    for name in classes:
        found["c:" + name] = _CLASS
    _add_letters(found, words)
    norm = sqrt(sum(weight * weight for weight in found.values())) or 1.0
    scaled = {name: weight / norm for name, weight in found.items()}
    for hit in hits:
        scaled["h:" + hit] = _HIT
    return scaled


def _add_letters(found: dict[str, float], words: list[str]) -> None:
    real = [word for word in words if word not in ".,"]
    scale = _LETTERS / sqrt(max(1.0, len(real) / 4))
    for word in real:
        edged = " " + word + " "
        last = len(edged)
        for start in range(last - 2):
            found["l:" + edged[start : start + 3]] = scale
            if start + 4 <= last:
                found["l:" + edged[start : start + 4]] = scale
                if start + 5 <= last:
                    found["l:" + edged[start : start + 5]] = scale
