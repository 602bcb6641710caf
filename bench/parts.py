"""What each part of understanding is worth: the same messages without it, fitted anew each time.

    python -m bench.parts [FILE …]

The first guess is looked at before the rules about bare places and second questions, and nothing
is rejected. Takes about a minute and a half.
"""

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench.asked import QUESTIONS, Asked, read_messages
from bench.peers.handwijzer import NOW
from bot.core.lexicon.lexicon import Lexicon
from bot.core.scoring.scorer import Scorer
from bot.core.understanding.brain import Brain
from bot.core.understanding.guess import guess_of
from bot.core.understanding.reading import Reading, features_of_reading, read
from bot.core.understanding.speller import Speller
from bot.knowledge.checks_topics import brain_of
from bot.knowledge.fitting import fit
from bot.knowledge.loader import find_folder, read_examples_of
from bot.knowledge.problems import Report
from bot.knowledge.training import readings_of
from bot.knowledge.trust import UNTRIED

_FAMILIES = {
    "without words and their pairs": ("w:", "p:"),
    "without pairs of words": ("p:",),
    "without meanings and their pairs": ("c:", "d:"),
    "without pairs of meanings": ("d:",),
    "without groups of letters": ("l:",),
    "without the shape of the message": ("s:",),
}


class _Unmended(Speller):
    """Mends nothing."""

    def repairs(self, stems: object) -> dict[int, str]:
        """No repairs."""
        return {}


def main() -> None:
    """Fits, asks and prints a row for every part left out and every share of the examples."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    default = [QUESTIONS]
    parser.add_argument("files", nargs="*", type=Path, default=default)
    asked = [one for file in parser.parse_args().files for one in read_messages(file)]
    asked = [one for one in asked if one.right]
    report = Report()
    examples, lexicon, gazetteer = read_examples_of(find_folder(os.environ), report)
    readings = readings_of(examples, lexicon, gazetteer)
    labels = [one.topic for one in examples]
    questions = [read(one.text, NOW, lexicon, gazetteer) for one in asked]
    whole = fit([features_of_reading(one) for one in readings], labels)
    # None is known word for word, so that every message is guessed.
    brain = replace(brain_of((), lexicon, gazetteer, whole), trust=UNTRIED)
    tell = _teller(asked, questions)
    print(
        f"{len(asked)} messages in scope\n\n| | right first | among three |\n| --- | --- | --- |"
    )
    tell("everything", brain)
    tell("without the nearest examples", _with(brain, replace(whole, neighbours=None)))
    tell("without mending spelling", replace(brain, speller=_Unmended(whole)))
    for name, family in _FAMILIES.items():
        kept = [_without(features_of_reading(one), family) for one in readings]
        tell(name, _with(brain, fit(kept, labels)))
    bare = Lexicon((), lexicon.abbreviations)
    plain = [read(one.text, NOW, bare, gazetteer) for one in examples]
    fitted = fit([features_of_reading(one) for one in plain], labels)
    unread = [read(one.text, NOW, bare, gazetteer) for one in asked]
    _teller(asked, unread)("without the word lists of the knowledge", _with(brain, fitted))
    for part in (2, 4, 8, 16):
        few = [features_of_reading(one) for one in readings[::part]]
        tell(f"one example in {part} only ({len(few)})", _with(brain, fit(few, labels[::part])))


def _with(brain: Brain, scorer: Scorer) -> Brain:
    return replace(brain, scorer=scorer, speller=Speller(scorer))


def _without(features: Mapping[str, float], family: tuple[str, ...]) -> dict[str, float]:
    return {name: amount for name, amount in features.items() if name[:2] not in family}


def _teller(asked: Sequence[Asked], questions: Sequence[Reading]) -> Callable[[str, Brain], None]:
    """Prints how the first guesses fare."""

    def tell(name: str, brain: Brain) -> None:
        guesses = [guess_of(one, brain)[0].topics for one in questions]
        first, three = (
            sum(
                bool(one.right.intersection(topic for topic, _ in topics[:most]))
                for one, topics in zip(asked, guesses, strict=True)
            )
            / len(asked)
            for most in (1, 3)
        )
        print(f"| {name} | {first:.1%} | {three:.1%} |", flush=True)

    return tell


if __name__ == "__main__":
    main()
