"""A block of `key: value` lines, whose values keep their words and their places."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

import yaml

from bot.core.model import Origin
from bot.knowledge.nodes import as_block, as_text, is_empty, spot_of, text_of
from bot.knowledge.problems import Report, Spot, did_you_mean
from bot.knowledge.shapes import Asked, Shape, Witness

T = TypeVar("T")


class Words(NamedTuple):
    """A text as an editor wrote it, with its place."""

    text: str
    spot: Spot

    @property
    def origin(self) -> Origin:
        """Where it was read, for the snapshot."""
        return Origin(path=self.spot.path, line=self.spot.line)


@dataclass(slots=True, kw_only=True)
class Entry:
    """A block of `key: value` lines; asking for a key marks it as known.

    A witness hears of every key that is asked for, so that a schema can be made of what the
    readers really read.
    """

    node: yaml.MappingNode
    path: str
    report: Report
    trail: tuple[str, ...] = ()
    witness: Witness | None = None
    values: dict[str, yaml.Node] = field(default_factory=dict)
    places: dict[str, Spot] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Sorts the lines by key and reports the double ones."""
        for key_node, value in self.node.value:
            key, spot = str(key_node.value), spot_of(key_node, self.path)
            if not isinstance(key_node, yaml.ScalarNode):
                self.report.error(
                    spot,
                    "sleutel",
                    "Hier hoort één woord te staan, met een dubbele punt erachter.",
                    "Schrijf: woord: tekst",
                )
            elif key in self.values:
                first = self.places[key].line
                self.report.error(
                    spot,
                    "dubbele-sleutel",
                    f"‘{key}’ staat er twee keer; de eerste keer op regel {first}.",
                    "Haal één van de twee weg, of voeg ze samen.",
                )
            else:
                self.values[key], self.places[key] = value, spot

    @property
    def spot(self) -> Spot:
        """Where the block begins."""
        return spot_of(self.node, self.path)

    @property
    def origin(self) -> Origin:
        """Where the block begins, for the snapshot."""
        return Origin(path=self.path, line=self.spot.line)

    def __contains__(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self.values

    def words(self, key: str) -> Words | None:
        """The text of a key with its place, or nothing where it is absent or empty."""
        self.expect((key,))
        node = self.values.get(key)
        if node is None:
            return None
        found = _words(node, self.path)
        if found is None:
            self.report.error(
                spot_of(node, self.path),
                "tekst",
                f"Bij ‘{key}’ hoort één stukje tekst, geen lijst of blok.",
                f"Schrijf: {key}: jouw tekst",
            )
        return found if found and found.text else None

    def text(self, key: str, default: str = "") -> str:
        """The text of a key."""
        found = self.words(key)
        return found.text if found else default

    def needed(self, key: str) -> str:
        """The text of a key that has to be there; a problem is noted where it is not."""
        found = self.words(key)
        if found is None and not self._already_wrong(key):
            there = key in self
            self.report.error(
                self.places.get(key, self.spot),
                "ontbreekt",
                f"Bij ‘{key}’ staat nog niets." if there else f"Hier ontbreekt ‘{key}’.",
                f"Vul het in: {key}: …" if there else f"Zet er een regel bij: {key}: …",
            )
        return found.text if found else ""

    def listed(self, key: str) -> tuple[Words, ...]:
        """The texts of a list; one text alone counts as a list of one."""
        self.expect((key,), Shape.TEXTS)
        return tuple(
            Words(text, spot_of(member, self.path)) for text, member in self._members(key)
        )

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list without their places."""
        self.expect((key,), Shape.TEXTS)
        return tuple(text for text, _ in self._members(key))

    def choice(self, key: str, table: Mapping[str, T]) -> T | None:
        """The meaning of a closed word; an unknown one is a problem with the nearest known one."""
        found = self.words(key)
        self.expect((key,), Shape.CHOICE, table)
        return self._look_up(key, found, table) if found else None

    def choices(self, key: str, table: Mapping[str, T]) -> tuple[T, ...]:
        """The meanings of a list of closed words."""
        listed = self.listed(key)
        self.expect((key,), Shape.CHOICES, table)
        known = (self._look_up(key, words, table) for words in listed)
        return tuple(value for value in known if value is not None)

    def entry(self, key: str) -> "Entry | None":
        """The block under a key."""
        self.expect((key,), Shape.BLOCK)
        node = self.values.get(key)
        if node is None or is_empty(node):
            return None
        if isinstance(node, yaml.MappingNode):
            return self._below(key, node)
        self.report.error(
            spot_of(node, self.path),
            "blok",
            f"Onder ‘{key}’ horen regels met ‘woord: tekst’, twee spaties ingesprongen.",
            as_block(node),
        )
        return None

    def entries(self, key: str) -> tuple["Entry", ...]:
        """The blocks of a list under a key, each beginning with a dash."""
        self.expect((key,), Shape.BLOCKS)
        node = self.values.get(key)
        if node is None or is_empty(node):
            return ()
        members = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return tuple(self._below(key, member) for member in self._blocks(key, members))

    def expect(
        self, keys: Iterable[str], shape: Shape = Shape.TEXT, words: Iterable[str] = ()
    ) -> None:
        """Makes keys known, and tells the witness what they may hold."""
        known = tuple(keys)
        self.asked.update(known)
        for key in known if self.witness else ():
            self._tell(Asked(trail=(*self.trail, key), shape=shape, words=tuple(words)))

    def keys(self) -> Iterator[str]:
        """The keys, in the order of the file; all count as asked for."""
        self.asked.update(self.values)
        return iter(self.values)

    def done(self) -> None:
        """Reports the keys that nobody asked for, with the nearest known one."""
        for key in self.values:
            if key not in self.asked:
                self.report.error(
                    self.places[key],
                    "onbekende-sleutel",
                    f"‘{key}’ kennen we hier niet.",
                    did_you_mean(key, self.asked)
                    or "Wel bekend: " + ", ".join(sorted(self.asked)) + ".",
                )

    def _tell(self, asked: Asked) -> None:
        if self.witness is not None:
            self.witness(asked)

    def _below(self, key: str, node: yaml.MappingNode) -> "Entry":
        return Entry(
            node=node,
            path=self.path,
            report=self.report,
            trail=(*self.trail, key),
            witness=self.witness,
        )

    def _look_up(self, key: str, words: Words, table: Mapping[str, T]) -> T | None:
        value = table.get(words.text.casefold())
        if value is None:
            self.report.error(
                words.spot,
                "onbekende-waarde",
                f"‘{words.text}’ kan niet bij ‘{key}’.",
                did_you_mean(words.text, table) or "Kies uit: " + ", ".join(table) + ".",
            )
        return value

    def _members(self, key: str) -> Iterator[tuple[str, yaml.Node]]:
        """The texts of a list with their nodes; empty ones are left out, others reported."""
        node = self.values.get(key)
        if node is None:
            return
        for member in node.value if isinstance(node, yaml.SequenceNode) else [node]:
            text = text_of(member)
            if text:
                yield text, member
            elif text is None:
                self.report.error(
                    spot_of(member, self.path),
                    "lijst",
                    f"In de lijst bij ‘{key}’ hoort hier gewoon een tekst te staan.",
                    as_text(member),
                )

    def _blocks(self, key: str, members: list[yaml.Node]) -> Iterator[yaml.MappingNode]:
        for member in members:
            if isinstance(member, yaml.MappingNode):
                yield member
                continue
            self.report.error(
                spot_of(member, self.path),
                "blok",
                f"In de lijst bij ‘{key}’ begint elk blok met een streepje en dan ‘woord: tekst’.",
                as_block(member),
            )

    def _already_wrong(self, key: str) -> bool:
        node = self.values.get(key)
        return node is not None and not isinstance(node, yaml.ScalarNode)


def _words(node: yaml.Node, path: str) -> Words | None:
    text = text_of(node)
    return None if text is None else Words(text=text, spot=spot_of(node, path))
