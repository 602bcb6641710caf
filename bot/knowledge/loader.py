"""Loads the whole knowledge folder into one snapshot, or says everything that is wrong with it."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.core.knowledge import Knowledge
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import forget_plain_words
from bot.core.places.gazetteer import Gazetteer
from bot.core.safety.screen import SafetyRules
from bot.core.understanding.brain import forget_words
from bot.knowledge.leanings import read_leaning
from bot.knowledge.parts import Parts
from bot.knowledge.problems import Report
from bot.knowledge.topics import Example, read_fact_texts, read_texts

FOLDER_VARIABLE = "HANDWIJZER_KNOWLEDGE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What came of reading the folder: a snapshot where nothing is wrong, and the problems."""

    knowledge: Knowledge | None
    safety: SafetyRules | None  # there even where the rest is not
    report: Report


def find_folder(environment: Mapping[str, str]) -> Path:
    """The folder the setting names, else the checkout's, else the one in the package."""
    named = environment.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "knowledge"
    if beside.is_dir() and (package.parent / "pyproject.toml").is_file():
        return beside
    return package / "shipped_knowledge"


def read_examples_of(
    folder: Path, report: Report
) -> tuple[tuple[Example, ...], Lexicon, Gazetteer]:
    """What weights are fitted to: the examples, and the words and places they are read with."""
    parts = Parts(folder, None)
    gazetteer, _ = parts.gazetteer(report), parts.directory(report)
    asked, _ = parts.asked(report), parts.explanations(report)
    return asked.examples, parts.lexicon(report), gazetteer


def load(folder: Path, cache: Path | None = None) -> Loaded:
    """Reads, checks and fits everything; `cache` is a folder for weights fitted anew."""
    return load_parts(Parts(folder, cache))


def load_parts(parts: Parts) -> Loaded:
    """As `load`, with what was read of the parts before."""
    with unswept():
        loaded = _load(parts)
    forget_plain_words()  # thousands that were met on the way and that nobody may ever type
    if loaded.knowledge:
        forget_words(loaded.knowledge.brain)
    return loaded


@contextmanager
def unswept() -> Iterator[None]:
    """Keeps the garbage collector from going through half a million lasting values time and again.

    That took a quarter of the time to ready. What was read is left out of what it looks at
    afterwards, too, as it lasts.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.enable()


def _load(parts: Parts) -> Loaded:
    report, folder = Report(), parts.folder
    safety = parts.safety(report)
    parts.gazetteer(report)
    directory = parts.directory(report)
    asked = parts.asked(report)
    explanations = parts.explanations(report)
    texts = read_texts(folder / "teksten.yaml", report)
    fact_texts = read_fact_texts(folder / "feiten.yaml", report)
    school = parts.school(report)
    parts.lexicon(report)
    if not report.sound or safety is None:
        return Loaded(knowledge=None, safety=safety, report=report)
    parts.prove(report)
    if not report.sound:
        return Loaded(knowledge=None, safety=safety, report=report)
    knowledge = Knowledge(
        organisations=directory.organisations,
        locations=directory.locations,
        activities=directory.activities,
        topics=asked.topics,
        texts=texts,
        safety=safety,
        brain=parts.brain,
        fact_texts=fact_texts,
        explanations=explanations,
        school=school,
        leaning=read_leaning(),
    )
    return Loaded(knowledge=knowledge, safety=safety, report=report)
