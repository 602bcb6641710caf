"""Reads one YAML file as nodes, so that every value keeps its words and its place.

Values stay text (`19:30`, `nee` and `0612` are not numbers or booleans here). Size and depth are
looked at before the parser runs: the C parser crashes on 50,000 levels of nesting. A slip of the
pen is noted and mended in the copy that is read, so that an editor sees the rest as well.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

from bot.core.model import Origin
from bot.knowledge.indents import joined_lists
from bot.knowledge.parser_errors import explain
from bot.knowledge.problems import Report, Spot, did_you_mean
from bot.knowledge.slips import Slip, quoted, slips_before

T = TypeVar("T")

SIZE_LIMIT = 512 * 1024  # bytes; ten times the largest file an editor would keep
DEPTH_LIMIT = 12  # levels; our deepest format has five


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads a tree of nodes; what a value may mean is for its reader to say."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: object) -> str:
        """No tag: nobody asks for it, and working it out takes as long as the rest."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text as an editor wrote it, with its place."""

    text: str
    spot: Spot

    @property
    def origin(self) -> Origin:
        """Where it was read, for the snapshot."""
        return Origin(path=self.spot.path, line=self.spot.line)


class Shape(StrEnum):
    """What a key may hold."""

    TEXT = "text"
    CHOICE = "choice"
    TEXTS = "texts"
    CHOICES = "choices"
    BLOCK = "block"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One key that a reader asked for: the keys that lead to it, and what it may hold."""

    trail: tuple[str, ...]
    shape: Shape
    words: tuple[str, ...] = ()  # the closed list a choice is made from


Witness = Callable[[Asked], None]


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
            Words(text=text, spot=spot_of(member, self.path))
            for text, member in self._members(key)
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
            _as_block(node),
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
            text = _text_of(member)
            if text:
                yield text, member
            elif text is None:
                self.report.error(
                    spot_of(member, self.path),
                    "lijst",
                    f"In de lijst bij ‘{key}’ hoort hier gewoon een tekst te staan.",
                    _as_text(member),
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
                _as_block(member),
            )

    def _already_wrong(self, key: str) -> bool:
        node = self.values.get(key)
        return node is not None and not isinstance(node, yaml.ScalarNode)


def read_file(path: Path, report: Report, shown: str = "") -> Entry | None:
    """The block a file holds, or nothing where it cannot be read; why is in the report."""
    name = shown or path.name
    try:
        raw = path.read_bytes()
    except OSError as error:
        report.error(
            Spot(path=name), "bestand", f"Dit bestand is niet te lezen: {error.strerror}."
        )
        return None
    return read_text(raw, name, report)


def compose(text: str) -> yaml.Node | None:
    """The tree of a text, or nothing where it is empty. Raises a YAMLError."""
    node: yaml.Node | None = yaml.compose(text, Loader=Loader)
    return node


def read_text(
    raw: bytes,
    name: str,
    report: Report,
    tree_of: Callable[[str], yaml.Node | None] = compose,
) -> Entry | None:
    """The block that the bytes of a file hold, or nothing; why is in the report.

    `tree_of` is `compose`, or what remembers what that gave.
    """
    text = _decode(raw, name, report)
    if text is None or _is_too_deep(text, name, report):
        return None
    lines = _lines_of(text)
    for slip in (*slips_before(lines), *joined_lists(lines)):
        _note(slip, lines, name, report)
    try:
        node = _compose(lines, name, report, tree_of)
    except yaml.YAMLError:
        return None
    if node is None:
        report.error(
            Spot(path=name), "leeg", "Dit bestand is leeg.", "Zet er iets in, of haal het weg."
        )
        return None
    if not isinstance(node, yaml.MappingNode):
        report.error(
            spot_of(node, name),
            "blok",
            "Dit bestand hoort te beginnen met ‘woord: tekst’.",
            "Haal het streepje weg waarmee het bestand begint."
            if isinstance(node, yaml.SequenceNode)
            else "Ontbreekt er een spatie na de dubbele punt?",
        )
        return None
    return Entry(node=node, path=name, report=report)


def spot_of(node: yaml.Node, path: str) -> Spot:
    """The place of a node."""
    mark, end = node.start_mark, node.end_mark
    width = end.column - mark.column if end.line == mark.line else 1
    return Spot(path=path, line=mark.line + 1, column=mark.column + 1, width=max(width, 1))


def _words(node: yaml.Node, path: str) -> Words | None:
    text = _text_of(node)
    return None if text is None else Words(text=text, spot=spot_of(node, path))


def _text_of(node: yaml.Node) -> str | None:
    """The text of a node, or nothing where it is a list or a block."""
    if not isinstance(node, yaml.ScalarNode):
        return None
    return "" if is_empty(node) else str(node.value).strip()


def _as_text(node: yaml.Node) -> str:
    """What to type where a colon made a block of a text."""
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        key, value = node.value[0]
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            return f"Zet er aanhalingstekens om: {quoted(f'{key.value}: {value.value}')}"
    return "Staat er een dubbele punt in? Zet dan aanhalingstekens om de hele tekst."


_GLUED = re.compile(r"(?:- *)?([\w-]+):(?!//)(\S.*)", re.DOTALL)


def _as_block(node: yaml.Node) -> str:
    """What to type where a missing space made a text of a block."""
    glued = _GLUED.match(node.value) if isinstance(node, yaml.ScalarNode) else None
    if glued:
        return f"Zet een spatie na de dubbele punt: {glued[1]}: {glued[2].split(' ')[0]} …"
    return "Kijk in een ander bestand hoe het daar staat."


def is_empty(node: yaml.Node) -> bool:
    """Whether a node is a text with nothing in it."""
    return isinstance(node, yaml.ScalarNode) and (
        not node.style and node.value in ("", "~", "null")
    )


def _decode(raw: bytes, name: str, report: Report) -> str | None:
    if len(raw) > SIZE_LIMIT:
        report.error(
            Spot(path=name),
            "te-groot",
            "Dit bestand is te groot.",
            "Verdeel het over meer bestanden.",
        )
        return None
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.error(
            Spot(path=name), "codering", "Dit bestand is bewaard als UTF-16.", _SAVE_AS_UTF8
        )
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        begin = before.rfind(b"\n") + 1
        meant = raw[error.start : error.start + 1].decode("cp1252", "replace")
        report.error(
            Spot(
                path=name,
                line=before.count(b"\n") + 1,
                column=len(before[begin:].decode("utf-8", "replace")) + 1,
            ),
            "codering",
            f"Hier staat een teken dat geen UTF-8 is, waarschijnlijk ‘{meant}’.",
            _SAVE_AS_UTF8,
        )
        return None


_SAVE_AS_UTF8 = (
    "Bewaar het bestand als UTF-8 (in de meeste programma’s: Opslaan als, Codering, UTF-8)."
)
_ODD_BREAKS = "\r\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[\n{_ODD_BREAKS}]")
_DEEP_LINE = re.compile(r"^[ \t]*(?:[-?:][ \t]+){12,}|^ {96,}\S")
_BRACKET = re.compile(r"[\[\]{}]")
_MOST_SLIPS = 40  # in one file; whoever makes more begins anew


def _lines_of(text: str) -> list[str]:
    """The lines of a text, between the line breaks that YAML knows."""
    if any(sign in text for sign in _ODD_BREAKS):
        return _BREAK.split(text)
    return text.split("\n")  # a fraction of the time


def _is_too_deep(text: str, name: str, report: Report) -> bool:
    """Whether the text is nested so deep that it would crash the parser."""
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        deepest, depth = _depths(line, depth) if "[" in line or "{" in line or depth else (0, 0)
        if deepest > DEPTH_LIMIT or _DEEP_LINE.match(line):
            report.error(
                Spot(path=name, line=number),
                "te-diep",
                "Hier zit te veel in elkaar genest.",
                "Haal haakjes of streepjes weg tot er hooguit vijf stappen over zijn.",
            )
            return True
    return False


def _depths(line: str, depth: int) -> tuple[int, int]:
    """How deep the brackets of a line go from this depth, and how deep they leave it."""
    deepest = depth
    for sign in _BRACKET.findall("" if line.lstrip().startswith("#") else line):
        depth = depth + 1 if sign in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest, depth


def _compose(
    lines: list[str], name: str, report: Report, tree_of: Callable[[str], yaml.Node | None]
) -> yaml.Node | None:
    """The tree of a text; each slip is noted and its line mended, so that the next is found too.

    Raises the parser's error where a line cannot be mended.
    """
    seen: set[tuple[int, str]] = set()
    while True:
        try:
            return tree_of("\n".join(lines))
        except yaml.MarkedYAMLError as error:
            slip = explain(error, lines)
            place = (slip.line, slip.rule)
            if place not in seen:
                _note(slip, lines, name, report)
            if place in seen or slip.mended is None or len(seen) > _MOST_SLIPS:
                raise
            seen.add(place)


def _note(slip: Slip, lines: list[str], name: str, report: Report) -> None:
    """Notes a slip and puts the mended line in its place."""
    spot = Spot(path=name, line=slip.line, column=slip.column, width=slip.width)
    note = report.error if slip.grave else report.warning
    note(spot, slip.rule, slip.message, slip.hint)
    if slip.mended is not None and slip.grave:
        lines[slip.line - 1] = slip.mended
        for number, mended in slip.more:
            lines[number - 1] = mended
