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


Letters = dict[str, tuple[str, ...]]  # the letter groups of each word of a message


def families_of(
    words: list[str], classes: Iterable[str], hits: Iterable[str], letters: Letters
) -> tuple[Family, ...]:
    """The features of a text by family, weighed so that a long text is not louder.

    `classes` are the names of the word classes that stand in it, `hits` those of rules and guards;
    `letters` is filled with the words of this text and serves the other texts of one message.
    """
    words = words[:_WORD_LIMIT]
    before = ["^", *words]
    real = [word for word in words if word not in ".,"]
    found = {
        WORD: set(words),
        PAIR: {f"{one}_{two}" for one, two in zip(before, words, strict=False)},
        SKIP: {f"{one}_{two}" for one, two in zip(["^", *before], words, strict=False)},
        CLASS: set(classes),
        LETTERS: _letters(real, letters),
    }
    say = {**_SAY, LETTERS: _SAY[LETTERS] / sqrt(max(1.0, len(real) / 4))}
    length = sqrt(sum(len(found[name]) * say[name] ** 2 for name in found)) or 1.0
    scaled = [Family(name, say[name] / length, features) for name, features in found.items()]
    return (*scaled, Family(HIT, _SAY[HIT], set(hits)))


def _letters(words: list[str], known: Letters) -> set[str]:
    """All groups of three, four and five letters of the words, their edges included."""
    different = set(words)
    for word in different:
        if word not in known:
            known[word] = _groups(f" {word} ")
    return set().union(*[known[word] for word in different])


def _groups(word: str) -> tuple[str, ...]:
    return tuple(word[at : at + size] for size in (3, 4, 5) for at in range(len(word) - size + 1))
