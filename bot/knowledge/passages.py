"""Every text of a file with the keys that lead to it and its place, whatever the file is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from bot.knowledge.entry import Entry
from bot.knowledge.nodes import spot_of
from bot.knowledge.problems import Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text as it is read, the keys above it, and the lines of the file that hold it."""

    trail: tuple[str, ...]
    text: str
    spot: Spot
    last_line: int

    @property
    def key(self) -> str:
        """The key it stands behind; of a list, the key of the list."""
        return self.trail[-1] if self.trail else ""


def passages_of(entry: Entry) -> tuple[Passage, ...]:
    """All texts of a file, from top to bottom."""
    found: list[Passage] = []
    _gather(entry.node, (), entry.path, found)
    return tuple(found)


def _gather(node: yaml.Node, trail: tuple[str, ...], path: str, found: list[Passage]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _gather(value, (*trail, str(key.value)), path, found)
    elif isinstance(node, yaml.SequenceNode):
        for member in node.value:
            _gather(member, trail, path, found)
    elif text := node.value.strip():
        last = node.end_mark.line + 1
        found.append(Passage(trail=trail, text=text, spot=spot_of(node, path), last_line=last))


def tables_of(entry: Entry) -> Iterator[tuple[tuple[str, ...], yaml.MappingNode]]:
    """All blocks of a file with the keys that lead to them."""
    yield from _tables(entry.node, ())


def _tables(
    node: yaml.Node, trail: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], yaml.MappingNode]]:
    if isinstance(node, yaml.MappingNode):
        yield trail, node
        for key, value in node.value:
            yield from _tables(value, (*trail, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for member in node.value:
            yield from _tables(member, trail)


def spot_in(passage: Passage, found: str, lines: Sequence[str]) -> Spot:
    """The place of some words of a passage; the whole passage where they run over a line."""
    first = passage.spot
    for number in range(first.line, min(passage.last_line, len(lines)) + 1):
        begin = first.column - 1 if number == first.line else 0
        column = lines[number - 1].find(found, begin)
        if found and column >= 0:
            return Spot(path=first.path, line=number, column=column + 1, width=len(found))
    return first
