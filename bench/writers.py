"""What a stranger's messages may give: each writer's examples asked without having been learnt.

    python -m bench.writers FILE [FILE …]

A file holds the examples of one writer: a text a line, or tab-separated with the text last. For
each file the weights are fitted to all other examples, and this writer's are asked. The trust in a
guess is the shipped one: its ten numbers were fitted to kept-out guesses about all examples.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.asked import Asked, area
from bot.core.lexicon.lexicon import Lexicon
from bot.core.places.gazetteer import Gazetteer
from bot.core.understanding.brain import Brain
from bot.core.understanding.exact import Exact
from bot.core.understanding.guess import ELSEWHERE, guess_of
from bot.core.understanding.reading import Reading
from bot.core.understanding.speller import Speller
from bot.knowledge.loader import find_folder, read_examples_of
from bot.knowledge.problems import Report
from bot.knowledge.topics import Example
from bot.knowledge.training import fit_readings, readings_of
from bot.knowledge.trust import read_trust


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words and places that messages are read with."""

    lexicon: Lexicon
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A kept-out example: its topic, the best guesses, and the chance that the first is right."""

    topic: str
    guesses: tuple[str, ...]
    chance: float
    sure: bool

    @property
    def ours(self) -> bool:
        """Whether it asks something that we answer."""
        return self.topic != ELSEWHERE


def main() -> int:
    """Prints a line for each writer and one for all of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("files", nargs="+", type=Path)
    files = parser.parse_args().files
    report = Report()
    examples, lexicon, gazetteer = read_examples_of(find_folder(os.environ), report)
    if not report.sound:
        raise SystemExit("the knowledge is not sound: see `make check`")
    readings = readings_of(examples, lexicon, gazetteer)
    words = Words(lexicon=lexicon, gazetteer=gazetteer)
    print("| writer | ours | first | among three | answered | right when answered "
          "| not ours | of these answered | AUROC |\n|" + " --- |" * 9)  # fmt: skip
    every: list[Answered] = []
    for file in files:
        found = _asked_apart(_texts(file), examples, readings, words)
        every += found
        print(_row(file.stem, found), flush=True)
    print(_row("all", every))
    return 0


def _texts(file: Path) -> frozenset[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[-1].strip() for line in lines)


def _asked_apart(
    texts: Iterable[str], examples: Sequence[Example], readings: Sequence[Reading], words: Words
) -> list[Answered]:
    """The guesses about these texts of weights that were fitted to all the others."""
    apart = frozenset(texts)
    kept = [at for at, one in enumerate(examples) if one.text not in apart]
    scorer = fit_readings([readings[at] for at in kept], [examples[at] for at in kept])
    brain = Brain(
        lexicon=words.lexicon,
        gazetteer=words.gazetteer,
        scorer=scorer,
        speller=Speller(scorer),
        trust=read_trust(),
        exact=Exact({}),
    )
    return [
        _answered(examples[at].topic, readings[at], brain)
        for at in sorted(set(range(len(examples))) - set(kept))
    ]


def _answered(topic: str, reading: Reading, brain: Brain) -> Answered:
    guess, marks = guess_of(reading, brain)
    chance = brain.trust.chance(marks)
    return Answered(
        topic=topic,
        guesses=tuple(name for name, _ in guess.topics),
        chance=chance,
        sure=chance >= brain.trust.sure,
    )


def _row(name: str, found: Sequence[Answered]) -> str:
    ours = [one for one in found if one.ours]
    others = [one for one in found if not one.ours]
    answered = [one for one in ours if one.sure]
    asked = [Asked(text="", right=frozenset((one.topic,) if one.ours else ())) for one in found]
    cells = (
        name,
        str(len(ours)),
        _share(one.topic == one.guesses[0] for one in ours),
        _share(one.topic in one.guesses[:3] for one in ours),
        _share(one.sure for one in ours),
        _share(one.topic == one.guesses[0] for one in answered),
        str(len(others)),
        _share(one.sure for one in others),
        f"{area([one.chance for one in found], asked):.3f}",
    )
    return "| " + " | ".join(cells) + " |"


def _share(said: Iterable[bool]) -> str:
    values = list(said)
    return f"{sum(values) / len(values):.1%}" if values else "–"


if __name__ == "__main__":
    sys.exit(main())
