"""Puts a question that was not understood into a topic, or begins a topic with it."""

from collections.abc import Mapping, Sequence

from bot.core.knowledge import Topic
from bot.core.talk.scrubbing import GAP
from bot.core.understanding.guess import ELSEWHERE
from bot.knowledge.editing.edits import edited
from bot.knowledge.editing.kinds import FOLDERS, FileKind
from bot.knowledge.editing.reshape import slug_of
from bot.knowledge.editing.scalars import Setting, scalar
from bot.knowledge.editing.tree import EditError, told
from bot.knowledge.topics import ELSEWHERE_FILE, OWN

_LIST = "vragen"
_TITLE = 32  # characters on a button
_LONGEST_STEM = 40  # characters, so that the id fits in a button of Telegram


def paths_of(topics: Mapping[str, Topic]) -> dict[str, str]:
    """The file of each topic, and of what is not ours, by the id of the topic."""
    found = {one.id: one.origin.path for one in topics.values() if one.origin}
    return {**found, ELSEWHERE: f"{FOLDERS[FileKind.TOPIC]}/{ELSEWHERE_FILE}.yaml"}


def with_example(text: str, words: str) -> str:
    """The text of a topic with one example more; every other line stays as it is.

    Raises EditError where it cannot be put in.
    """
    words = _whole(words)
    tree = told(text)
    held = tree.get(_LIST, []) if isinstance(tree, dict) else []
    if isinstance(held, str):
        return edited(text, (_LIST,), [held, words])
    return edited(text, (_LIST, len(held)), words)


def new_topic(words: str, others: Sequence[str]) -> tuple[str, str]:
    """The path and the first text of a topic of the editors' own; raises EditError.

    It begins with these questions as examples, the first as its title and proof. The answer is
    left for the editor.
    """
    words = _whole(words)
    stem = slug_of(words)
    if len(stem) > _LONGEST_STEM:
        stem = stem[:_LONGEST_STEM].rpartition("-")[0] or stem[:_LONGEST_STEM]
    if not stem:
        raise EditError("Schrijf de vraag met letters.")
    examples = dict.fromkeys((words, *(one for one in others if GAP not in one)))
    item = scalar(words, Setting.ITEM)
    lines = [
        f"{OWN}: ja",
        "titel:",
        f"  nl: {_title(words)}".rstrip(),
        "antwoord:",
        "  nl:",
        "proeven:",
        "  wel:",
        f"    - {item}",
        f"{_LIST}:",
        *(f"  - {scalar(one, Setting.ITEM)}" for one in examples),
    ]
    return f"{FOLDERS[FileKind.TOPIC]}/{stem}.yaml", "\n".join(lines) + "\n"


def _title(words: str) -> str:
    return scalar(words[:1].upper() + words[1:], Setting.VALUE) if len(words) <= _TITLE else ""


def _whole(words: str) -> str:
    words = " ".join(words.split())
    if not words:
        raise EditError("Schrijf de zin die erbij moet.")
    if GAP in words:
        raise EditError(
            f"Er staat nog ‘{GAP}’ in de zin. Schrijf daar zelf een gewoon woord, of laat het weg."
        )
    return words
