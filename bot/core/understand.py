"""Understands one message: its language, its slots, and which topic it is about, with reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import numpy as np
from rapidfuzz.distance import OSA

from bot.core.features import features_of
from bot.core.language import language_of
from bot.core.message import Slots
from bot.core.places import Gazetteer
from bot.core.scorer import Array, Scorer
from bot.core.slots import Found, find_slots
from bot.core.text import LENGTH_LIMIT, Clause, Token, clauses_of, tokens_of
from bot.core.words import Lexicon

ELSEWHERE = "null"  # the label of what is not ours
NUMBER_MASK = "‹getal›"


class Decision(StrEnum):
    """Whether to answer, to ask which of a few topics is meant, or to say it is not understood."""

    ANSWER = "answer"
    ASK = "ask"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A message cut up: tokens with masks, the concepts found, and the slots."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    concepts: tuple[tuple[str, int], ...]  # (concept, position of its first token)
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a message asks, how sure that is, and why."""

    decision: Decision
    topic: str | None  # the best guess; None when abstaining
    score: float  # the chance that the guess is right
    rivals: tuple[tuple[str, float], ...]  # the likeliest topics, best first
    second: str | None  # another topic asked in the same message
    slots: Slots
    language: str
    because: tuple[str, ...]


def read(text: str, now: datetime, lexicon: Lexicon, gazetteer: Gazetteer) -> Reading:
    """Cuts a message up and finds its slots; `now` is local time in Europe/Amsterdam."""
    text = text[:LENGTH_LIMIT]
    tokens = tokens_of(text)
    found = find_slots(text, tokens, now, lexicon, gazetteer)
    words = tuple(_word(token, position, found) for position, token in enumerate(tokens))
    stems = tuple(
        token.stem if word == token.word else word
        for token, word in zip(tokens, words, strict=True)
    )
    concepts = tuple(
        pair
        for hit in found.hits
        if hit.first not in found.masks
        for pair in ((f"{hit.category}:{hit.value}", hit.first), (hit.category, hit.first))
    )
    return Reading(
        text=text,
        language=language_of(text, [token.word for token in tokens]),
        tokens=tokens,
        words=words,
        stems=stems,
        concepts=concepts,
        found=found,
    )


class Speller:
    """Finds the known stem that a misspelt one probably stands for."""

    def __init__(self, scorer: Scorer) -> None:
        """Takes the stems that the scorer knows as the only words to repair to."""
        self._known = {name[2:] for name in scorer.index if name.startswith("w:")}
        self._by_letter: dict[str, list[str]] = {}
        for stem in sorted(self._known):
            if len(stem) >= 4 and stem[0] != "‹":
                self._by_letter.setdefault(stem[0], []).append(stem)
        self._found: dict[str, str | None] = {}

    def repairs(self, stems: Iterable[str]) -> dict[int, str]:
        """The repaired stems by position; known and short ones are left alone."""
        found = {}
        for position, stem in enumerate(stems):
            if len(stem) >= 5 and stem not in self._known and stem[0] != "‹":
                near = self._nearest(stem)
                if near:
                    found[position] = near
        return found

    def _nearest(self, stem: str) -> str | None:
        if stem not in self._found:
            if len(self._found) > 20_000:
                self._found.clear()
            self._found[stem] = self._search(stem)
        return self._found[stem]

    def _search(self, stem: str) -> str | None:
        allowed = 1 if len(stem) < 8 else 2
        best, least = None, allowed + 1
        for known in self._by_letter.get(stem[0], ()):
            if abs(len(known) - len(stem)) <= allowed:
                distance = OSA.distance(stem, known, score_cutoff=allowed)
                if distance < least:
                    best, least = known, distance
        return best


def features_of_reading(
    reading: Reading, speller: Speller | None, clause: Clause | None = None
) -> dict[str, float]:
    """The features of a whole message, or of one clause of it."""
    first, last = _range(reading.tokens, clause)
    stems = reading.stems[first:last]
    return features_of(
        reading.words[first:last],
        stems,
        [concept for concept, position in reading.concepts if first <= position < last],
        speller.repairs(stems) if speller else None,
    )


def _range(tokens: tuple[Token, ...], clause: Clause | None) -> tuple[int, int]:
    if clause is None:
        return 0, len(tokens)
    inside = [
        position
        for position, token in enumerate(tokens)
        if clause.start <= token.start < clause.end
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _word(token: Token, position: int, found: Found) -> str:
    mask = found.masks.get(position)
    if mask:
        return mask
    return NUMBER_MASK if token.word.isdigit() else token.word
