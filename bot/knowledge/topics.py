"""Reads the topics: what people ask, how they ask it, and what is answered in general."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import numpy as np

from bot.core.knowledge import Explanation, FactTexts, Text, Topic
from bot.core.lexicon.text import words_of
from bot.core.lexicon.texts import Texts
from bot.core.model import Aspect
from bot.core.talk.texts import KEYS
from bot.core.understanding.brain import compared
from bot.knowledge.drawer import Drawer, take_files
from bot.knowledge.dutch import ASPECTS, TOPICS
from bot.knowledge.entry import Entry, Words
from bot.knowledge.problems import Report, Spot, did_you_mean
from bot.knowledge.reader import read_file, read_text
from bot.knowledge.shapes import Shape

ELSEWHERE_FILE = "elders"
OWN = "eigen-onderwerp"  # the key of a topic that editors made themselves
_OWN_WORDS = {"ja": True, "nee": False}
_OWN_ID = "eigen-"
LANGUAGES = ("nl", "en", "de", "pl", "tr", "ar", "uk", "fr", "es")


class Example(NamedTuple):
    """A way to ask something, the topic it must reach, and its place in a file."""

    topic: str
    words: Words

    @property
    def text(self) -> str:
        """The words of the example."""
        return self.words.text


class Examples:
    """The examples of one topic in one file, built whenever they are gone through.

    A start needs no more than their texts: if it held a value for each meanwhile, what it reads
    after them would lie between them, and the memory they leave could not be given back.
    """

    def __init__(self, examples: Sequence[Example] = ()) -> None:
        """Takes examples with one topic, in one file."""
        self._topic = examples[0].topic if examples else ""
        self._path = examples[0].words.spot.path if examples else ""
        self._texts = Texts(one.text for one in examples)
        places = [one.words.spot[1:] for one in examples]
        self._places = np.array(places, dtype=np.uint32).reshape(-1, 3)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The topic and the text of each."""
        return zip(repeat(self._topic), self._texts, strict=False)

    def __iter__(self) -> Iterator[Example]:
        """The examples in their order."""
        for place, text in zip(self._places.tolist(), self._texts, strict=True):
            yield Example(self._topic, Words(text, Spot(self._path, *place)))


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """What one file holds: its topic, unless it is that of what is not ours, and the examples."""

    topic: Topic | None
    examples: Examples
    said: Texts  # each example as messages are compared with it


def read_topics(
    folder: Path, report: Report, elsewhere: str
) -> tuple[dict[str, Topic], tuple[Example, ...]]:
    """Every file of `onderwerpen/` with its examples; `elders.yaml` holds what is not ours."""
    files = read_topic_files(folder, report, elsewhere)
    topics = {one.topic.id: one.topic for one in files if one.topic}
    return topics, tuple(example for one in files for example in one.examples)


def read_topic_files(
    folder: Path, report: Report, elsewhere: str, drawer: Drawer | None = None
) -> tuple[TopicFile, ...]:
    """What each file of `onderwerpen/` holds; a drawer gives back what is as it was."""
    read = partial(_read_alone, elsewhere)
    found = tuple(take_files(folder, drawer or Drawer(), read, report))
    there = {one.topic.id for one in found if one.topic}
    for name, identity in TOPICS.items():
        if identity not in there:
            report.error(
                Spot(path=f"{folder.name}/{name}.yaml"), "ontbreekt", "Dit onderwerp ontbreekt."
            )
    return found


def _read_alone(elsewhere: str, stem: str, name: str, raw: bytes, report: Report) -> TopicFile:
    entry = read_text(raw, name, report)
    identity = elsewhere if stem == ELSEWHERE_FILE else entry and identity_of(stem, entry)
    if entry is None or not identity:
        return TopicFile(topic=None, examples=Examples(), said=Texts())
    examples, topic = read_questions(identity, entry), None
    if identity == elsewhere:
        entry.done()
    else:
        topic = read_topic(identity, entry)
    said = Texts(compared(words_of(one.text)) for one in examples)
    return TopicFile(topic=topic, examples=Examples(examples), said=said)


def identity_of(stem: str, entry: Entry) -> str | None:
    """The id of the topic of a file; of a name we don't know only where it says it is its own."""
    if stem in TOPICS:
        return TOPICS[stem]
    if entry.choice(OWN, _OWN_WORDS):
        return own_topic(stem)
    nearest = did_you_mean(stem, TOPICS)
    new = f"Is het een nieuw onderwerp? Zet er dan bij: {OWN}: ja"
    entry.report.error(
        Spot(path=entry.path),
        "onbekend-onderwerp",
        f"‘{stem}’ is geen onderwerp dat we kennen.",
        f"{nearest} {new}".strip(),
    )
    return None


def own_topic(stem: str) -> str:
    """The id of a topic that editors made themselves, by the name of its file."""
    return f"{_OWN_ID}{stem}"


def read_questions(identity: str, entry: Entry) -> tuple[Example, ...]:
    """The examples of one topic."""
    return tuple([Example(identity, words) for words in entry.listed("vragen")])


def read_explanations(folder: Path, report: Report) -> dict[str, Explanation]:
    """Every word that `uitleg/` explains."""
    found: dict[str, Explanation] = {}
    for path in sorted(folder.glob("*.yaml")):
        entry = read_file(path, report, f"{folder.name}/{path.name}")
        if entry is None:
            continue
        found[path.stem] = read_explanation(path.stem, entry)
    return found


def read_explanation(identity: str, entry: Entry) -> Explanation:
    """What one file explains."""
    explanation = Explanation(
        id=identity,
        names=entry.texts("namen"),
        text=_text(entry, "uitleg"),
        source=entry.text("bron"),
    )
    entry.done()
    return explanation


def read_texts(path: Path, report: Report) -> dict[str, Text]:
    """Every sentence the bot says; a missing key or an unknown placeholder is a problem."""
    entry = read_file(path, report, path.name)
    return texts_in(entry) if entry else {}


def texts_in(entry: Entry) -> dict[str, Text]:
    """Every sentence of one file."""
    entry.expect(KEYS, Shape.BLOCK)
    found = {key: _text(entry, key) for key in entry.keys()}
    for key, holes in KEYS.items():
        if key not in found:
            entry.report.error(entry.spot, "ontbreekt", f"De tekst ‘{key}’ ontbreekt.")
            continue
        block = entry.entry(key)
        for language in found[key]:
            words = block.words(language) if block else None
            if words is not None:
                _check_holes(entry, key, words, holes)
    for key in found.keys() - KEYS.keys():
        entry.report.error(
            entry.places[key],
            "onbekende-sleutel",
            f"De tekst ‘{key}’ gebruikt het programma niet.",
            did_you_mean(key, KEYS),
        )
    return found


def read_fact_texts(path: Path, report: Report) -> dict[Aspect, FactTexts]:
    """How each fact is said."""
    entry = read_file(path, report, path.name)
    return fact_texts_in(entry) if entry else {}


def fact_texts_in(entry: Entry) -> dict[Aspect, FactTexts]:
    """How each fact is said, of one file."""
    found: dict[Aspect, FactTexts] = {}
    for key, aspect in ASPECTS.items():
        block = entry.entry(key)
        if block is None:
            entry.report.error(entry.spot, "ontbreekt", f"‘{key}’ ontbreekt.")
            continue
        found[aspect] = FactTexts(
            name=_text(block, "kort"), yes=_text(block, "ja"), no=_text(block, "nee")
        )
        block.done()
    entry.done()
    return found


def read_topic(identity: str, entry: Entry) -> Topic:
    """One topic; who reads its examples has asked for them before."""
    proofs = entry.entry("proeven")
    entry.choice(OWN, _OWN_WORDS)
    topic = Topic(
        id=identity,
        title=_text(entry, "titel"),
        answer=_text(entry, "antwoord"),
        aspects=entry.choices("kijk-naar", ASPECTS),
        proofs=proofs.texts("wel") if proofs else (),
        counter_proofs=proofs.texts("niet") if proofs else (),
        origin=entry.origin,
    )
    if proofs:
        proofs.done()
    entry.done()
    return topic


def _text(entry: Entry, key: str) -> Text:
    """A text by language; Dutch has to be there."""
    block = entry.entry(key)
    if block is None:
        entry.needed(key)
        return {"nl": ""}
    texts = {language: block.text(language) for language in LANGUAGES}
    found: Mapping[str, str] = {
        language: text for language, text in texts.items() if language in block
    }
    if not found.get("nl"):
        block.needed("nl")
        found = {"nl": "", **found}
    block.done()
    return found


def _check_holes(entry: Entry, key: str, words: Words, holes: frozenset[str]) -> None:
    try:
        used = {name for _, name, _, _ in Formatter().parse(words.text) if name is not None}
    except ValueError:
        used = {"{"}
    for name in sorted(used - holes):
        entry.report.error(
            words.spot,
            "onbekend-gat",
            f"In ‘{key}’ staat {{{name}}}, maar dat kan het programma hier niet invullen.",
            "Wel: " + ", ".join(f"{{{hole}}}" for hole in sorted(holes))
            if holes
            else "Haal het weg.",
        )
