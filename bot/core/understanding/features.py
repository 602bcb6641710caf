"""Turns tokens into the named features that the scorers weigh."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import sqrt

# How much each family of features may say: a word says more than one of its letter groups.
_WORD, _PAIR, _CONCEPT, _CONCEPT_PAIR, _LETTERS, _SHAPE = 1.0, 0.7, 1.2, 0.6, 0.55, 0.4
_TOKEN_LIMIT = 160  # tokens; a longer message is scored by its clauses


def features_of(
    words: Sequence[str],
    stems: Sequence[str],
    concepts: Sequence[str],
    repaired: Mapping[int, str] | None = None,
) -> dict[str, float]:
    """Named features with their weights, scaled so that a long message is not louder.

    `words` may hold masks such as `‹plaats›`, which have no letters of their own.
    `repaired` gives, by position, the stem that a misspelt word probably stands for.
    """
    words, stems = words[:_TOKEN_LIMIT], stems[:_TOKEN_LIMIT]
    found: dict[str, float] = {}
    _add_words(found, stems, repaired or {})
    _add_concepts(found, concepts)
    _add_letters(found, words)
    _add_shape(found, words)
    norm = sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return {name: weight / norm for name, weight in found.items()}


def _add_words(found: dict[str, float], stems: Sequence[str], repaired: Mapping[int, str]) -> None:
    before = "^"
    for position, stem in enumerate(stems):
        best = repaired.get(position, stem)
        found["w:" + best] = _WORD
        found["p:" + before + "_" + best] = _PAIR
        before = best
    if before != "^":
        found["p:" + before + "_$"] = _PAIR


def _add_concepts(found: dict[str, float], concepts: Sequence[str]) -> None:
    unique = sorted(set(concepts))
    for index, concept in enumerate(unique):
        found["c:" + concept] = _CONCEPT
        for other in unique[index + 1 :]:
            found["d:" + concept + "+" + other] = _CONCEPT_PAIR


def _add_letters(found: dict[str, float], words: Sequence[str]) -> None:
    count: dict[str, int] = {}
    for word in words:
        if word[0] == "‹" or not word[0].isalnum():
            continue
        for letters in _letters_of(word):
            count[letters] = count.get(letters, 0) + 1
    if count:
        scale = _LETTERS / sqrt(max(1.0, len(words) / 4))
        for letters, times in count.items():
            found[letters] = scale if times == 1 else scale * 2


@lru_cache(maxsize=4_000)
def _letters_of(word: str) -> tuple[str, ...]:
    """The groups of three, four and five letters of a word, its ends marked, as features."""
    edged = "<" + word + ">"
    return tuple(
        "l:" + edged[start : start + size]
        for size in (3, 4, 5)
        for start in range(len(edged) - size + 1)
    )


def _add_shape(found: dict[str, float], words: Sequence[str]) -> None:
    found["s:1" if len(words) == 1 else "s:3" if len(words) <= 3 else "s:n"] = _SHAPE
    if any(word[0] == "?" for word in words):
        found["s:?"] = _SHAPE


def forget_letters() -> None:
    """Forgets which words were taken apart."""
    _letters_of.cache_clear()
