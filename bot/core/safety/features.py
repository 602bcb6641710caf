"""What the fitted net looks at: words, pairs, letter groups, word classes and pattern hits.

Words are taken as they are meant ("gwn" is "gewoon"); pairs are taken of the words, and once more
of their classes, so that "wil sterven" tells something about "wou doodgaan".
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Generic, TypeVar

Key = TypeVar("Key")
Letters = Callable[[str], Iterable[Key]]  # the keys of the letter groups of a word

# How much each family may say before fitting; measured over writers the net had not seen.
_WORD, _PAIR, _SKIP, _CLASS, _LETTERS, _HIT = 1.0, 0.8, 0.6, 0.7, 0.7, 0.35
_CLASS_PAIR = 0.5
_BEGIN = "^"
_WORD_LIMIT = 120  # words; the message is also read sentence by sentence
_MEANT = {
    **dict.fromkeys(("k", "ikke"), ("ik",)),
    **dict.fromkeys(("mn", "me"), ("mijn",)),
    **dict.fromkeys(("nie", "ni", "nt", "nit"), ("niet",)),
    **dict.fromkeys(("gwn", "gwoon"), ("gewoon",)),
    **dict.fromkeys(("r", "dr"), ("er",)),
    **dict.fromkeys(("ff", "effe"), ("even",)),
    **dict.fromkeys(("hb", "hep"), ("heb",)),
    **dict.fromkeys(("kn", "kun"), ("kan",)),
    **dict.fromkeys(("wl", "wou"), ("wil",)),
    **dict.fromkeys(("nix", "niets"), ("niks",)),
    **dict.fromkeys(("tmrw", "tmr"), ("tomorrow",)),
    **dict.fromkeys(("cant", "cannot"), ("can", "not")),
    "t": ("het",),
    "tis": ("het", "is"),
    "n": ("een",),
    "zn": ("zijn",),
    "nr": ("naar",),
    "vn": ("van",),
    "v": ("van",),
    "vr": ("voor",),
    "mt": ("met",),
    "vnv": ("vanavond",),
    "vandg": ("vandaag",),
    "morge": ("morgen",),
    "wrm": ("waarom",),
    "heppen": ("hebben",),
    "mer": ("meer",),
    "alln": ("alleen",),
    "wille": ("willen",),
    "leve": ("leven",),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "dont": ("do", "not"),
    "wont": ("will", "not"),
    "wanna": ("want", "to"),
    "gonna": ("going", "to"),
    "tonite": ("tonight",),
}


@dataclass(frozen=True, slots=True)
class Features(Generic[Key]):
    """The features of a text: most by name with how loud each is, those of letters by key.

    All of `letters` are as loud as `loudness` says.
    """

    named: dict[str, float]
    letters: set[Key]
    loudness: float


def features_of(
    words: list[str],
    labels: list[str],
    classes: Iterable[str],
    hits: Iterable[str],
    letters_of: Letters[Key],
) -> Features[Key]:
    """The features of a text, weighed so that a long text is not louder.

    `labels` has for each word its class, or the word itself; `classes` are the names of the word
    classes that stand in the text, `hits` those of rules and guards.
    """
    words = [meant for word in words[:_WORD_LIMIT] for meant in _MEANT.get(word, (word,))]
    row = _row(words)
    real = [word for word in words if word not in ".,"]
    letters = set[Key]().union(*map(letters_of, set(real)))
    loudness = _LETTERS / sqrt(max(1.0, len(real) / 4))
    families = (
        (_WORD, {f"w:{word}" for word in real}),
        (_PAIR, {f"p:{one}_{two}" for one, two in pairwise(row) if two != _BEGIN}),
        (_SKIP, _skips([_BEGIN, *row])),
        (_CLASS, {f"c:{name}" for name in classes}),
        (_CLASS_PAIR, _class_pairs(labels[:_WORD_LIMIT])),
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


def _class_pairs(labels: list[str]) -> set[str]:
    return {f"x:{one}_{two}" for one, two in pairwise(labels) if two not in ".,"}


def letter_groups(word: str) -> tuple[str, ...]:
    """All groups of three, four and five letters of a word, its edges included."""
    edged = f" {word} "
    return tuple(
        "l:" + edged[at : at + size] for size in (3, 4, 5) for at in range(len(edged) - size + 1)
    )
