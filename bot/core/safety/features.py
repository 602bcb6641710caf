"""What the fitted net looks at: words, pairs, letter groups, word classes and pattern hits."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Generic, TypeVar

Key = TypeVar("Key")
Letters = Callable[[str], Iterable[Key]]  # the keys of the letter groups of a word

# How much each family may say before fitting; measured over writers the net had not seen.
_WORD, _PAIR, _SKIP, _CLASS, _LETTERS, _HIT = 1.0, 0.8, 0.6, 0.7, 0.5, 0.35
_BEGIN = "^"
_WORD_LIMIT = 120  # words; the message is also read sentence by sentence


@dataclass(frozen=True, slots=True)
class Features(Generic[Key]):
    """The features of a text: most by name with how loud each is, those of letters by key.

    All of `letters` are as loud as `loudness` says.
    """

    named: dict[str, float]
    letters: set[Key]
    loudness: float


def features_of(
    words: list[str], classes: Iterable[str], hits: Iterable[str], letters_of: Letters[Key]
) -> Features[Key]:
    """The features of a text, weighed so that a long text is not louder.

    `classes` are the names of the word classes that stand in it, `hits` those of rules and guards.
    """
    words = words[:_WORD_LIMIT]
    row = _row(words)
    real = [word for word in words if word not in ".,"]
    letters = set[Key]().union(*map(letters_of, set(real)))
    loudness = _LETTERS / sqrt(max(1.0, len(real) / 4))
    families = (
        (_WORD, {f"w:{word}" for word in real}),
        (_PAIR, {f"p:{one}_{two}" for one, two in pairwise(row) if two != _BEGIN}),
        (_SKIP, _skips([_BEGIN, *row])),
        (_CLASS, {f"c:{name}" for name in classes}),
    )
    length = sqrt(
        sum(len(names) * weight**2 for weight, names in families) + len(letters) * loudness**2
    )
    scale = 1.0 / (length or 1.0)
    named = {name: weight * scale for weight, names in families for name in names}
    named.update(dict.fromkeys((f"h:{name}" for name in hits), _HIT))
    return Features(named, letters, loudness * scale)


def _row(words: list[str]) -> list[str]:
    """The words with a mark where a sentence begins; whether one ends in a stop says nothing."""
    row = [_BEGIN]
    for word in words:
        mark = _BEGIN if word == "." else word
        if not (mark == "," or mark == row[-1] == _BEGIN):
            row.append(mark)
    return row


def _skips(row: list[str]) -> set[str]:
    pairs = zip(row, row[2:], strict=False)
    return {f"s:{one}_{two}" for one, two in pairs if two != _BEGIN}


def letter_groups(word: str) -> tuple[str, ...]:
    """All groups of three, four and five letters of a word, its edges included."""
    edged = f" {word} "
    return tuple(
        "l:" + edged[at : at + size] for size in (3, 4, 5) for at in range(len(edged) - size + 1)
    )
