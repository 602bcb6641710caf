"""Reads the follow-ups: what people ask after a question, and what they then mean."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.core.understanding.guess import ELSEWHERE
from bot.knowledge.drawer import Drawer, take_files
from bot.knowledge.dutch import TOPICS
from bot.knowledge.entry import Entry, Words
from bot.knowledge.problems import Report, did_you_mean
from bot.knowledge.reader import read_text
from bot.knowledge.topics import ELSEWHERE_FILE, own_topic

FOLDER = "vervolgvragen"
_LIST = "vervolgvragen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Followup:
    """A question, the message after it, and the topics that the message may be about."""

    first: Words
    then: Words
    topics: tuple[Words, ...]  # by the names of their files; the first is what it most likely is

    @property
    def labels(self) -> frozenset[str]:
        """The ids of the topics."""
        return frozenset(label_of(words.text) for words in self.topics)


def label_of(name: str) -> str:
    """The id of a topic by the name of its file; that of what is not ours for `elders`."""
    if name == ELSEWHERE_FILE:
        return ELSEWHERE
    return TOPICS.get(name) or own_topic(name)


def read_followups(
    folder: Path, report: Report, drawer: Drawer | None = None
) -> tuple[Followup, ...]:
    """Every follow-up of `vervolgvragen/`; a drawer gives back those of files that are as before.

    `folder` is the whole of the knowledge.
    """
    names = frozenset(path.stem for path in (folder / "onderwerpen").glob("*.yaml"))
    read = partial(_read_alone, names)
    files = take_files(folder / FOLDER, drawer or Drawer(), read, report)
    return tuple(one for file in files for one in file)


def _read_alone(
    names: Collection[str], stem: str, name: str, raw: bytes, report: Report
) -> tuple[Followup, ...]:
    entry = read_text(raw, name, report)
    return read_followup_file(entry, names) if entry else ()


def read_followup_file(entry: Entry, names: Collection[str] = frozenset()) -> tuple[Followup, ...]:
    """The follow-ups of one file; `names` are the topics that there are besides our own."""
    found = [_followup(one, {*TOPICS, ELSEWHERE_FILE, *names}) for one in entry.entries(_LIST)]
    if not found and _LIST not in entry:
        entry.needed(_LIST)
    entry.done()
    return tuple(one for one in found if one is not None)


def _followup(entry: Entry, names: Collection[str]) -> Followup | None:
    first, then, topic = (
        entry.words(key) if entry.needed(key) else None for key in ("eerst", "dan", "onderwerp")
    )
    topics = tuple(words for words in (topic, *entry.listed("ook-goed")) if words)
    entry.done()
    for words in topics:
        if words.text not in names:
            entry.report.error(
                words.spot,
                "onbekend-onderwerp",
                f"‘{words.text}’ is geen onderwerp dat we kennen.",
                did_you_mean(words.text, names)
                or "Schrijf de naam van een bestand in onderwerpen, of elders.",
            )
    known = all(words.text in names for words in topics)
    if not (first and then and topic and known):
        return None
    return Followup(first=first, then=then, topics=topics)
