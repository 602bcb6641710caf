"""The whole folder as it was read once: what a draft of one file is held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.core.knowledge import Explanation, Knowledge, Topic
from bot.core.lexicon.text import words_of
from bot.core.model import Activity, Organisation
from bot.core.places.gazetteer import Gazetteer
from bot.core.slots.slots import EXPLAINED, ORGANISATION
from bot.core.understanding.brain import compared
from bot.core.understanding.guess import ELSEWHERE
from bot.knowledge.checks import read_language
from bot.knowledge.checks_names import compared_name
from bot.knowledge.checks_texts import Language
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.loader import load, unswept
from bot.knowledge.organisations import read_organisations
from bot.knowledge.problems import Report
from bot.knowledge.topics import Example, read_explanations, read_topics


@dataclass(frozen=True, kw_only=True)
class Held:
    """What was read of a folder; `knowledge` only where nothing in it is wrong."""

    folder: Path
    knowledge: Knowledge | None
    gazetteer: Gazetteer
    organisations: Mapping[str, Organisation]
    activities: Mapping[str, Activity]
    topics: Mapping[str, Topic]
    explanations: Mapping[str, Explanation]
    examples: tuple[Example, ...]
    language: Language

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Each example as it is compared with others and with messages."""
        return tuple(compared(words_of(one.text)) for one in self.examples)

    @cached_property
    def alike(self) -> Mapping[str, tuple[Example, ...]]:
        """The examples by how they are compared."""
        found: dict[str, tuple[Example, ...]] = {}
        for key, one in zip(self.keys, self.examples, strict=True):
            found[key] = (*found.get(key, ()), one)
        return found

    @cached_property
    def owners(self) -> Mapping[tuple[str, str], str]:
        """Whose a name is: the id of an organisation, or of a word that is explained."""
        named = [
            (ORGANISATION, one.id, (one.name, *one.names)) for one in self.organisations.values()
        ]
        named += [(EXPLAINED, one.id, one.names) for one in self.explanations.values()]
        return {
            (sort, compared_name(name)): identity
            for sort, identity, names in reversed(named)
            for name in names
        }


def hold(folder: Path, cache: Path | None) -> Held:
    """Reads a folder whole; what is wrong in it is for `check` to tell."""
    with unswept():  # what lasts is not gone through again at every few keystrokes
        return _hold(folder, cache)


def _hold(folder: Path, cache: Path | None) -> Held:
    loaded, report = load(folder, cache), Report()
    known = loaded.knowledge
    gazetteer = known.gazetteer if known else read_gazetteer(folder / "plaatsen", report)
    topics, examples = read_topics(folder / "onderwerpen", report, ELSEWHERE)
    directory = read_organisations(folder / "organisaties", report, gazetteer)
    held = Held(
        folder=folder,
        knowledge=known,
        gazetteer=gazetteer,
        organisations=directory.organisations,
        activities=directory.activities,
        topics=topics,
        explanations=read_explanations(folder / "uitleg", report),
        examples=examples,
        language=read_language(folder, report),
    )
    assert (held.alike, held.owners) is not None  # noqa: S101 - worked out now, not at a keystroke
    return held
