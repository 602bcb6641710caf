"""Loads the whole knowledge folder into one snapshot, or says everything that is wrong with it."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.core.knowledge import Explanation, Knowledge, Topic
from bot.core.places.places import Gazetteer
from bot.core.safety.screen import SafetyRules
from bot.core.schedules.school_holidays import spans_by_name
from bot.core.understanding.slots import EXPLAINED
from bot.core.understanding.text import words_of
from bot.core.understanding.understand import ELSEWHERE, Brain, Speller, compared
from bot.core.understanding.words import Lexicon
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.lexicon import read_lexicon
from bot.knowledge.organisations import read_organisations
from bot.knowledge.problems import Report
from bot.knowledge.proofs import prove_once
from bot.knowledge.safety import read_safety
from bot.knowledge.school import read_school
from bot.knowledge.topics import (
    Example,
    read_explanations,
    read_fact_texts,
    read_texts,
    read_topics,
)
from bot.knowledge.training import trained
from bot.knowledge.trust import read_trust

FOLDER_VARIABLE = "HANDWIJZER_KNOWLEDGE"
_FREQUENT = 10  # examples


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
    gazetteer = read_gazetteer(folder / "plaatsen", report)
    directory = read_organisations(folder / "organisaties", report, gazetteer)
    _, examples = read_topics(folder / "onderwerpen", report, ELSEWHERE)
    explanations = read_explanations(folder / "uitleg", report)
    lexicon = read_lexicon(
        folder / "woorden",
        report,
        directory.organisations,
        explained_names(explanations),
        gazetteer.familiar | frequent_words(_said(examples)),
    )
    return examples, lexicon, gazetteer


def load(folder: Path, cache: Path | None = None) -> Loaded:
    """Reads, checks and fits everything; `cache` is a folder for weights fitted anew."""
    with unswept():
        return _load(folder, cache)


@contextmanager
def unswept() -> Iterator[None]:
    """Keeps the garbage collector from going through half a million lasting values time and again.

    That took a quarter of the time to ready.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _load(folder: Path, cache: Path | None) -> Loaded:
    report = Report()
    safety = read_safety(folder / "veiligheid", report, cache)
    gazetteer = read_gazetteer(folder / "plaatsen", report)
    directory = read_organisations(folder / "organisaties", report, gazetteer)
    topics, examples = read_topics(folder / "onderwerpen", report, ELSEWHERE)
    explanations = read_explanations(folder / "uitleg", report)
    said = _said(examples)
    texts = read_texts(folder / "teksten.yaml", report)
    fact_texts = read_fact_texts(folder / "feiten.yaml", report)
    school = read_school(folder, report)
    lexicon = read_lexicon(
        folder / "woorden",
        report,
        directory.organisations,
        explained_names(explanations),
        gazetteer.familiar | frequent_words(said),
    )
    if not report.sound or safety is None:
        return Loaded(knowledge=None, safety=safety, report=report)
    scorer = trained(examples, lexicon, gazetteer, cache)
    brain = Brain(
        lexicon=lexicon,
        gazetteer=gazetteer,
        scorer=scorer,
        speller=Speller(scorer),
        trust=read_trust(),
        exact={
            **titles_of(topics),
            **{compared(words): one.topic for one, words in zip(examples, said, strict=True)},
        },
        examples=tuple((one.topic, one.text) for one in examples),
        school=spans_by_name(school),
    )
    prove_once(topics, brain, report)
    if not report.sound:
        return Loaded(knowledge=None, safety=safety, report=report)
    knowledge = Knowledge(
        organisations=directory.organisations,
        locations=directory.locations,
        activities=directory.activities,
        topics=topics,
        texts=texts,
        safety=safety,
        brain=brain,
        fact_texts=fact_texts,
        explanations=explanations,
        school=school,
    )
    return Loaded(knowledge=knowledge, safety=safety, report=report)


def titles_of(topics: Mapping[str, Topic]) -> dict[str, str]:
    """The words on the buttons: who types them instead of pressing means the same."""
    return {
        compared(words_of(title)): topic.id
        for topic in topics.values()
        for title in topic.title.values()
    }


def frequent_words(said: Iterable[Iterable[str]]) -> frozenset[str]:
    """The words that stand in several texts: whatever they are, they are no slip."""
    counts = Counter(word for words in said for word in words)
    return frozenset(word for word, times in counts.items() if times >= _FREQUENT)


def _said(examples: Iterable[Example]) -> list[tuple[str, ...]]:
    return [words_of(one.text) for one in examples]


def explained_names(
    explanations: Mapping[str, Explanation],
) -> Iterable[tuple[tuple[str, str], str]]:
    """Every name that is explained, with its meaning for the lexicon."""
    return [((EXPLAINED, one.id), name) for one in explanations.values() for name in one.names]
