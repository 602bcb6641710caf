"""Turns tokens into the features that the scorers weigh."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, pairwise
from math import sqrt
from typing import Generic, TypeVar

Letters = TypeVar("Letters")

# How much each family of features may say: a word says more than one of its letter groups.
_WORD, _PAIR, _CONCEPT, _CONCEPT_PAIR, _LETTERS, _SHAPE = 1.0, 0.7, 1.2, 0.6, 0.55, 0.4
_TOKEN_LIMIT = 160  # tokens; a longer message is scored by its clauses
AGAIN = 2  # times as loud is a letter group that occurs more than once


@dataclass(frozen=True, slots=True)
class Features(Generic[Letters]):
    """The features of a text, with amounts that are yet to be scaled to length 1.

    `named` are those of words and meanings, the first `telling` of them one by one: those a scorer
    knows or does not. `letters` are the letter groups of each word, by name while weights are
    fitted and by number when served, and each says `loudness`.
    """

    named: dict[str, float]
    telling: int
    letters: list[Letters]
    loudness: float


def features_of(
    words: Sequence[str],
    stems: Sequence[str],
    concepts: Sequence[str],
    repaired: Mapping[int, str] | None = None,
) -> dict[str, float]:
    """Named features with their weights, scaled so that a long message is not louder."""
    found = gather_features(words, stems, concepts, repaired, letter_groups)
    amounts = dict(found.named)
    for letters, times in Counter(chain.from_iterable(found.letters)).items():
        amounts[letters] = found.loudness * (AGAIN if times > 1 else 1)
    norm = sqrt(sum(amount * amount for amount in amounts.values())) or 1.0
    return {name: amount / norm for name, amount in amounts.items()}


def gather_features(
    words: Sequence[str],
    stems: Sequence[str],
    concepts: Sequence[str],
    repaired: Mapping[int, str] | None,
    letters_of: Callable[[str], Letters],
) -> Features[Letters]:
    """All features of a text.

    `words` may hold masks such as `‹plaats›`, which have no letters of their own.
    `repaired` gives, by position, the stem that a misspelt word probably stands for.
    """
    words, stems = words[:_TOKEN_LIMIT], stems[:_TOKEN_LIMIT]
    if repaired:
        stems = [repaired.get(position, stem) for position, stem in enumerate(stems)]
    meant = sorted(set(concepts))
    named = dict.fromkeys([f"w:{stem}" for stem in stems], _WORD)
    named.update(dict.fromkeys([f"c:{concept}" for concept in meant], _CONCEPT))
    telling = len(named)
    edged = ("^", *stems, "$") if stems else ()
    named.update(dict.fromkeys([f"p:{one}_{other}" for one, other in pairwise(edged)], _PAIR))
    both = [f"d:{one}+{other}" for one, other in combinations(meant, 2)]
    named.update(dict.fromkeys(both, _CONCEPT_PAIR))
    named.update(dict.fromkeys(_shape(words), _SHAPE))
    return Features(
        named,
        telling,
        [letters_of(word) for word in words if word[0] != "‹" and word[0].isalnum()],
        _LETTERS / sqrt(max(1.0, len(words) / 4)),
    )


def letter_groups(word: str) -> tuple[str, ...]:
    """The groups of three, four and five letters of a word, its ends marked, as features."""
    edged = "<" + word + ">"
    return tuple(
        "l:" + edged[start : start + size]
        for size in (3, 4, 5)
        for start in range(len(edged) - size + 1)
    )


def _shape(words: Sequence[str]) -> list[str]:
    found = ["s:1" if len(words) == 1 else "s:3" if len(words) <= 3 else "s:n"]
    if any(word[0] == "?" for word in words):
        found.append("s:?")
    return found
