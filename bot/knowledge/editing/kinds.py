"""The kinds of file that people edit, and how one file of each is read by itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

from bot.core.knowledge import Explanation, FactTexts, Text, Topic
from bot.core.model import Aspect
from bot.core.places.gazetteer import Gazetteer
from bot.core.understanding.guess import ELSEWHERE
from bot.knowledge.conversations import FOLDER as CONVERSATIONS
from bot.knowledge.conversations import read_conversation
from bot.knowledge.entry import Entry
from bot.knowledge.followups import FOLDER as FOLLOWUPS
from bot.knowledge.followups import read_followup_file
from bot.knowledge.organisations import Directory, read_organisation
from bot.knowledge.topics import (
    ELSEWHERE_FILE,
    Example,
    fact_texts_in,
    identity_of,
    read_explanation,
    read_questions,
    read_topic,
    texts_in,
)


class FileKind(StrEnum):
    """What a file of the knowledge is about."""

    ORGANISATION = "organisatie"
    TOPIC = "onderwerp"
    ELSEWHERE = "elders"
    EXPLANATION = "uitleg"
    TEXTS = "teksten"
    FACTS = "feiten"
    CONVERSATION = "gesprek"
    FOLLOWUP = "vervolgvragen"


FOLDERS = {
    FileKind.ORGANISATION: "organisaties",
    FileKind.TOPIC: "onderwerpen",
    FileKind.EXPLANATION: "uitleg",
    FileKind.CONVERSATION: CONVERSATIONS,
    FileKind.FOLLOWUP: FOLLOWUPS,
}
SINGLE = {FileKind.TEXTS: "teksten.yaml", FileKind.FACTS: "feiten.yaml"}


@dataclass(slots=True, kw_only=True)
class OneFile:
    """What one file holds, apart from all others."""

    directory: Directory = field(default_factory=Directory)
    topic: Topic | None = None
    examples: tuple[Example, ...] = ()
    explanation: Explanation | None = None
    texts: Mapping[str, Text] = field(default_factory=dict)
    fact_texts: Mapping[Aspect, FactTexts] = field(default_factory=dict)


def kind_of(path: str) -> FileKind | None:
    """The kind of a file by its path in the knowledge folder; None where nobody edits it here."""
    for kind, name in SINGLE.items():
        if path == name:
            return kind
    parts = PurePosixPath(path)
    if parts.suffix != ".yaml" or len(parts.parts) != 2:
        return None
    found = next((kind for kind, name in FOLDERS.items() if parts.parts[0] == name), None)
    if found is FileKind.TOPIC and parts.stem == ELSEWHERE_FILE:
        return FileKind.ELSEWHERE
    plain = re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", parts.stem)
    return None if found is FileKind.TOPIC and not plain else found


def read_one(kind: FileKind, path: str, entry: Entry, gazetteer: Gazetteer) -> OneFile:
    """Reads one file as the loader does; its problems are in the entry's report."""
    found, stem = OneFile(), PurePosixPath(path).stem
    match kind:
        case FileKind.ORGANISATION:
            read_organisation(stem, entry, found.directory, gazetteer)
        case FileKind.TOPIC:
            if identity := identity_of(stem, entry):
                found.examples = read_questions(identity, entry)
                found.topic = read_topic(identity, entry)
        case FileKind.ELSEWHERE:
            found.examples = read_questions(ELSEWHERE, entry)
            entry.done()
        case FileKind.EXPLANATION:
            found.explanation = read_explanation(stem, entry)
        case FileKind.TEXTS:
            found.texts = texts_in(entry)
        case FileKind.FACTS:
            found.fact_texts = fact_texts_in(entry)
        case FileKind.CONVERSATION:
            read_conversation(entry)
        case FileKind.FOLLOWUP:
            read_followup_file(entry)
    return found
