"""What the fitted net looks at: words, pairs, letter groups, word classes and pattern hits.

Words are taken as they are meant ("gwn" is "gewoon"); pairs are taken of the words, and once more
of their classes, so that "wil sterven" tells something about "wou doodgaan". A text is weighed in
pieces that hold much the same: its features are gathered once, and each piece says which it has.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.core.safety.meant import MEANT

Amounts = NDArray[np.float32]

WORD_LIMIT = 120  # words of a piece; the message is also read sentence by sentence
# How much each family may say before fitting; measured over writers the net had not seen.
_WORD, _PAIR, _SKIP, _CLASS, _LETTERS, _HIT = 1.0, 0.8, 0.6, 0.7, 0.7, 0.35
_CLASS_PAIR = 0.5
_BEGIN = "^"
_NOTHING = ""  # the first column, of a feature that is not there


class Piece(NamedTuple):
    """A part of a text: where its words stand, and which word classes and hits it holds.

    Each span begins where a sentence does.
    """

    spans: Sequence[tuple[int, int]]
    classes: Sequence[str]
    hits: Sequence[str]


@dataclass(frozen=True, slots=True)
class Features:
    """The features of the pieces of a text, a row for each piece.

    `amounts` says how loud each of `names` is, `loudness` how loud each letter group of each of
    `words` is.
    """

    names: Sequence[str]
    amounts: Amounts
    words: Sequence[str]
    loudness: Amounts

    def by_name(self) -> Iterator[dict[str, float]]:
        """How loud each feature is in each piece, those of letters among them."""
        for amounts, loudness in zip(self.amounts.tolist(), self.loudness.tolist(), strict=True):
            found = {name: loud for name, loud in zip(self.names, amounts, strict=True) if loud}
            for word, loud in zip(self.words, loudness, strict=True):
                for group in letter_groups(word) if loud else ():
                    found[group] = found.get(group, 0.0) + loud
            yield found


def features_of(words: Sequence[str], labels: Sequence[str], pieces: Sequence[Piece]) -> Features:
    """The features of pieces of a text, weighed so that a long one is not louder.

    `labels` has for each word its class, or the word itself.
    """
    row = _row_of(words, labels)
    columns, sizes = {_NOTHING: 0}, [1]
    for names in (
        row.words,
        row.pairs,
        chain(row.skips, row.openings),
        row.class_pairs,
        chain.from_iterable(piece.classes for piece in pieces),
        chain.from_iterable(piece.hits for piece in pieces),
    ):
        known = len(columns)
        for name in names:
            columns.setdefault(name, len(columns))
        sizes.append(len(columns) - known)
    held, lengths = _held(row, columns, pieces)
    named = list(columns)
    heard = [name[2:] for name in named[1 : 1 + sizes[1]]]
    amounts, loudness = _scaled(
        held, np.repeat(_SAY, sizes), len(named) - sizes[-1], heard, lengths
    )
    return Features(named, amounts, heard, loudness)


# Of each stretch of columns, in the order of `features_of`.
_SAY = np.array([0.0, _WORD, _PAIR, _SKIP, _CLASS_PAIR, _CLASS, _HIT], dtype=np.float32)


def _scaled(
    held: Amounts, say: Amounts, hits: int, heard: Sequence[str], lengths: Sequence[int]
) -> tuple[Amounts, Amounts]:
    """How loud features and letters are, scaled to length 1 but for the hits, which come last."""
    spoken = held[:, 1 : len(heard) + 1]
    groups = np.array([max(1, 3 * len(word) - 3) for word in heard], dtype=np.float32)
    amounts = held * say
    squares = (amounts[:, :hits] @ say[:hits]).tolist()
    letters = (spoken @ groups).tolist()
    loud = [_LETTERS / sqrt(max(1.0, length / 4)) for length in lengths]
    scale = [
        1 / sqrt(square + one * one * many or 1)
        for square, many, one in zip(squares, letters, loud, strict=True)
    ]
    amounts[:, :hits] *= np.array(scale, dtype=np.float32)[:, np.newaxis]
    louder = [one * two for one, two in zip(loud, scale, strict=True)]
    return amounts, spoken * np.array(louder, dtype=np.float32)[:, np.newaxis]


class _Row(NamedTuple):
    """The features of each word of a text as it is meant, and of what stands before it.

    `starts` has for each word of the text, and for its end, how many meant words stand before.
    """

    starts: list[int]
    words: list[str]
    pairs: list[str]
    skips: list[str]
    openings: list[str]  # the skip of a word that is the first of its piece
    class_pairs: list[str]


def _row_of(words: Sequence[str], labels: Sequence[str]) -> _Row:
    """A sentence begins with a mark; whether one ends in a stop says nothing."""
    row = _Row([], [], [], [], [], [])
    before = beyond = _BEGIN
    last = _NOTHING
    for word, label in zip(words, labels, strict=True):
        row.starts.append(len(row.words))
        if word == ".":
            if before != _BEGIN:
                beyond, before = before, _BEGIN
        elif word != ",":
            class_pair = f"x:{last}_{label}" if last else _NOTHING
            for meant in MEANT.get(word) or (word,):
                row.words.append(f"w:{meant}")
                row.pairs.append(f"p:{before}_{meant}")
                row.skips.append(f"s:{beyond}_{meant}")
                row.openings.append(f"s:{_BEGIN}_{meant}" if before == _BEGIN else _NOTHING)
                row.class_pairs.append(class_pair)
                beyond, before, class_pair = before, meant, _NOTHING
        last = label
    row.starts.append(len(row.words))
    return row


def _held(
    row: _Row, columns: Mapping[str, int], pieces: Sequence[Piece]
) -> tuple[Amounts, list[int]]:
    """For each piece a 1 in the column of each feature that it has, and its length in words."""
    families = zip(row.words, row.pairs, row.skips, row.class_pairs, strict=True)
    numbers = map(columns.__getitem__, chain.from_iterable(families))
    at = np.fromiter(numbers, np.intp, 4 * len(row.words)).reshape(-1, 4)
    held = np.zeros((len(pieces), len(columns)), dtype=np.float32)
    lengths = []
    for here, piece in zip(held, pieces, strict=True):
        length = 0
        beside = [*piece.classes, *piece.hits]
        for first, last in piece.spans:
            begin, end = row.starts[first], row.starts[last]
            if begin < end:
                beside += row.words[begin], row.pairs[begin], row.openings[begin]
                here[at[begin + 1 : end]] = 1
                length += end - begin
        here[[columns[name] for name in beside]] = 1
        lengths.append(length)
    return held, lengths


def letter_groups(word: str) -> tuple[str, ...]:
    """All groups of three, four and five letters of a word, its edges included."""
    edged = f" {word} "
    return tuple(
        "l:" + edged[at : at + size] for size in (3, 4, 5) for at in range(len(edged) - size + 1)
    )
