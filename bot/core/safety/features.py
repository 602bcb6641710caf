"""What the fitted net looks at: words, pairs, letter groups, word classes and pattern hits."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import sqrt

WORD, PAIR, SKIP, CLASS, LETTERS, HIT = "w", "p", "s", "c", "l", "h"
# How much each family may say before fitting; measured over writers the net had not seen.
_SAY = {WORD: 1.0, PAIR: 0.8, SKIP: 0.6, CLASS: 0.7, LETTERS: 0.5, HIT: 0.35}
_WORD_LIMIT = 120  # words; the message is also read sentence by sentence


@dataclass(frozen=True, slots=True)
class Family:
    """Features of one sort, which all weigh the same."""

    name: str
    weight: float
    features: Collection[str]


def families_of(
    words: list[str], classes: Iterable[str], hits: Iterable[str]
) -> tuple[Family, ...]:
    """The features of a text by family, weighed so that a long text is not louder.

    `classes` are the names of the word classes that stand in it, `hits` those of rules and guards.
    """
    words = words[:_WORD_LIMIT]
    before = ["^", *words]
    real = [word for word in words if word not in ".,"]
    found = {
        WORD: set(words),
        PAIR: {f"{one}_{two}" for one, two in zip(before, words, strict=False)},
        SKIP: {f"{one}_{two}" for one, two in zip(["^", *before], words, strict=False)},
        CLASS: set(classes),
        LETTERS: _letters(real),
    }
    say = {**_SAY, LETTERS: _SAY[LETTERS] / sqrt(max(1.0, len(real) / 4))}
    length = sqrt(sum(len(found[name]) * say[name] ** 2 for name in found)) or 1.0
    scaled = [Family(name, say[name] / length, features) for name, features in found.items()]
    return (*scaled, Family(HIT, _SAY[HIT], set(hits)))


def _letters(words: list[str]) -> set[str]:
    """All groups of three, four and five letters of the words, their edges included."""
    found: set[str] = set()
    for word in words:
        edged = f" {word} "
        size = len(edged)
        found.update([edged[at : at + 3] for at in range(size - 2)])
        found.update([edged[at : at + 4] for at in range(size - 3)])
        found.update([edged[at : at + 5] for at in range(size - 4)])
    return found
