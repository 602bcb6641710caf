"""Finds the examples that another topic draws to itself, so that no topic steals another's."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from importlib import resources
from pathlib import Path

import numpy as np

from bot.core.lexicon.text import tokens_of
from bot.core.understanding.brain import Brain
from bot.core.understanding.exact import Exact
from bot.core.understanding.guess import ELSEWHERE, guess_of
from bot.core.understanding.reading import Reading
from bot.core.understanding.understand import Decision, understand
from bot.knowledge.margins import margins_of
from bot.knowledge.problems import Report
from bot.knowledge.topics import Example
from bot.knowledge.verdicts import digest_of

SHIPPED = "strays.json"
# Raise it when the same examples and weights would give other strays.
_VERSION = "2"
_CLOSE = 2.0  # points within which an example is weighed once more, by itself
_WORDS = 3  # that are named as the reason
_WORD = re.compile("woord ‘([^’‹^$_?!]+)’|begrip ‘begrip:([^’]+)’")
# A Wednesday afternoon, as for the examples that are fitted; no topic depends on the day.
_MOMENT = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local wall-clock time


@dataclass(frozen=True, slots=True, kw_only=True)
class Stray:
    """An example by its number, the label that is surer of it, and the words that say so."""

    example: int
    reached: str
    words: tuple[str, ...]
    sure: bool  # whether the bot would answer so without asking back


def strays_of(
    examples: Sequence[Example], readings: Sequence[Reading], brain: Brain
) -> tuple[Stray, ...]:
    """The examples of which another topic, or none of ours, is surer than their own.

    Those that the bot would answer as their own all the same are none: a few words that only name
    a place, or what is not ours and doubtful enough to be left alone.
    """
    close = np.flatnonzero(margins_of(examples, readings, brain) < _CLOSE).tolist()
    found = (_stray(at, examples[at], readings[at], brain) for at in close if readings[at].tokens)
    return tuple(one for one in found if one is not None)


def _stray(number: int, example: Example, reading: Reading, brain: Brain) -> Stray | None:
    """What an example is taken for apart from its being an example, and by which words."""
    guess, _ = guess_of(reading, brain)
    best, chance = guess.topics[0]
    reached = best if chance > guess.elsewhere else ELSEWHERE
    if reached == example.topic:
        return None
    understood = understand(example.text, _MOMENT, replace(brain, exact=Exact({})))
    if (understood.topic or ELSEWHERE) == example.topic:
        return None
    told = next((one for one in understood.because if one.startswith("voor ")), "")
    whole = {token.stem: token.word for token in tokens_of(example.text)}
    named = (whole.get(stem, stem) or concept for stem, concept in _WORD.findall(told))
    words = tuple(dict.fromkeys(named))[:_WORDS]
    sure = understood.decision is Decision.ANSWER and understood.topic == reached
    return Stray(example=number, reached=reached, words=words, sure=sure)


def note_strays(
    examples: Sequence[Example],
    strays: Sequence[Stray],
    titles: Mapping[str, str],
    report: Report,
) -> None:
    """Reports each stray at its line: an error where the bot would be sure of the wrong topic."""
    for stray in strays:
        words = examples[stray.example].words
        if stray.reached == ELSEWHERE:
            reached = "iets waar Handwijzer niet over gaat"
        else:
            reached = f"‘{titles.get(stray.reached, stray.reached)}’"
        ours = examples[stray.example].topic != ELSEWHERE
        note = report.error if ours and stray.sure else report.warning
        note(
            words.spot,
            "overlap",
            f"Wie iets vraagt als ‘{words.text}’, komt uit bij {reached}.{_reason(stray)}",
            "Hoort het daar? Verplaats het dan. Hoort het hier? Zet er dan een paar voorbeelden "
            "bij die erop lijken.",
        )


def _reason(stray: Stray) -> str:
    words = ", ".join(f"‘{word}’" for word in stray.words)
    return f" Dat komt vooral door {words}." if words else ""


def key_of_strays(examples: Sequence[Example], brain: Brain) -> str:
    """A key that changes when the examples or the weights change."""
    texts = "\n".join(f"{one.topic}\t{one.text}" for one in examples)
    return digest_of(_VERSION, texts, brain.scorer.weights.tobytes(), brain.scorer.bias.tobytes())


def shipped_strays(key: str) -> tuple[Stray, ...] | None:
    """The strays that were found when the shipped weights were fitted, if it was to these."""
    kept = resources.files("bot.data").joinpath(SHIPPED)
    return _strays_in(kept.read_text(encoding="utf-8"), key) if kept.is_file() else None


def kept_strays(key: str, cache: Path | None) -> tuple[Stray, ...] | None:
    """The strays that an earlier check found with these examples and weights."""
    try:
        return _strays_in((cache / SHIPPED).read_text(encoding="utf-8"), key) if cache else None
    except (OSError, ValueError, KeyError, TypeError):
        return None  # who cannot remember looks again


def _strays_in(text: str, key: str) -> tuple[Stray, ...] | None:
    told = json.loads(text)
    if told["key"] != key:
        return None
    return tuple(
        Stray(
            example=one["example"],
            reached=one["reached"],
            words=tuple(one["words"]),
            sure=one["sure"],
        )
        for one in told["strays"]
    )


def ship_strays(strays: Sequence[Stray], key: str, target: Path) -> None:
    """Writes the strays beside the weights that they were found with."""
    told = {"key": key, "strays": [asdict(one) for one in strays]}
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    (target / SHIPPED).write_text(text, encoding="utf-8")
