"""Reads one YAML file as nodes, so that every value keeps its words and its place.

Values stay text (`19:30`, `nee` and `0612` are not numbers or booleans here). Size, depth, tabs
and anchors are looked at before the parser runs: the C parser crashes on 50,000 levels of nesting.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import yaml

from bot.core.model import Origin
from bot.knowledge.problems import Report, Spot, did_you_mean

T = TypeVar("T")

SIZE_LIMIT = 512 * 1024  # bytes; ten times the largest file an editor would keep
DEPTH_LIMIT = 12  # levels; our deepest format has five

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text as an editor wrote it, with its place."""

    text: str
    spot: Spot

    @property
    def origin(self) -> Origin:
        """Where it was read, for the snapshot."""
        return Origin(path=self.spot.path, line=self.spot.line)


@dataclass(slots=True, kw_only=True)
class Entry:
    """A block of `key: value` lines; asking for a key marks it as known."""

    node: yaml.MappingNode
    path: str
    report: Report
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
        self.asked.add(key)
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
            self.report.error(
                self.places.get(key, self.spot),
                "ontbreekt",
                f"Hier ontbreekt ‘{key}’.",
                f"Zet er een regel bij: {key}: …",
            )
        return found.text if found else ""

    def listed(self, key: str) -> tuple[Words, ...]:
        """The texts of a list; one text alone counts as a list of one."""
        self.asked.add(key)
        node = self.values.get(key)
        if node is None:
            return ()
        members = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found = [_words(member, self.path) for member in members]
        for member, words in zip(members, found, strict=True):
            if words is None:
                self.report.error(
                    spot_of(member, self.path),
                    "lijst",
                    f"In de lijst bij ‘{key}’ hoort hier gewoon een tekst te staan.",
                    "Staat er een dubbele punt in? Zet dan aanhalingstekens om de hele tekst.",
                )
        return tuple(words for words in found if words and words.text)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list without their places."""
        return tuple(words.text for words in self.listed(key))

    def choice(self, key: str, table: Mapping[str, T]) -> T | None:
        """The meaning of a closed word; an unknown one is a problem with the nearest known one."""
        found = self.words(key)
        return self._look_up(key, found, table) if found else None

    def choices(self, key: str, table: Mapping[str, T]) -> tuple[T, ...]:
        """The meanings of a list of closed words."""
        known = (self._look_up(key, words, table) for words in self.listed(key))
        return tuple(value for value in known if value is not None)

    def entry(self, key: str) -> "Entry | None":
        """The block under a key."""
        self.asked.add(key)
        node = self.values.get(key)
        if node is None or _is_empty(node):
            return None
        if isinstance(node, yaml.MappingNode):
            return Entry(node=node, path=self.path, report=self.report)
        self.report.error(
            spot_of(node, self.path),
            "blok",
            f"Onder ‘{key}’ horen regels met ‘woord: tekst’, twee spaties ingesprongen.",
        )
        return None

    def entries(self, key: str) -> tuple["Entry", ...]:
        """The blocks of a list under a key, each beginning with a dash."""
        self.asked.add(key)
        node = self.values.get(key)
        if node is None or _is_empty(node):
            return ()
        members = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return tuple(
            Entry(node=member, path=self.path, report=self.report)
            for member in self._blocks(key, members)
        )

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

    def _blocks(self, key: str, members: list[yaml.Node]) -> Iterator[yaml.MappingNode]:
        for member in members:
            if isinstance(member, yaml.MappingNode):
                yield member
                continue
            self.report.error(
                spot_of(member, self.path),
                "blok",
                f"In de lijst bij ‘{key}’ begint elk blok met een streepje en dan ‘woord: tekst’.",
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


def read_text(raw: bytes, name: str, report: Report) -> Entry | None:
    """The block that the bytes of a file hold, or nothing; why is in the report."""
    text = _decode(raw, name, report)
    if text is None or _is_dangerous(text, name, report):
        return None
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        _explain(error, text, name, report)
        return None
    except yaml.YAMLError:
        report.error(
            Spot(path=name),
            "teken",
            "Er staat een teken in dat hier niet mag.",
            "Typ de tekst opnieuw over.",
        )
        return None
    if node is None:
        report.error(Spot(path=name), "leeg", "Dit bestand is leeg.")
        return None
    if not isinstance(node, yaml.MappingNode):
        report.error(
            spot_of(node, name),
            "blok",
            "Dit bestand hoort te beginnen met ‘woord: tekst’.",
            "Ontbreekt er een spatie na de dubbele punt?",
        )
        return None
    return Entry(node=node, path=name, report=report)


def spot_of(node: yaml.Node, path: str) -> Spot:
    """The place of a node."""
    mark = node.start_mark
    return Spot(path=path, line=mark.line + 1, column=mark.column + 1)


def _words(node: yaml.Node, path: str) -> Words | None:
    if not isinstance(node, yaml.ScalarNode):
        return None
    text = "" if _is_empty(node) else " ".join(node.value.split(" ")).strip()
    return Words(text=text, spot=spot_of(node, path))


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and (
        node.style is None and node.value in ("", "~", "null")
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
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        report.error(
            Spot(path=name, line=line),
            "codering",
            "Hier staat een teken dat geen UTF-8 is.",
            "Bewaar het bestand als UTF-8 (in de meeste programma’s: Opslaan als, Codering).",
        )
        return None


_DEEP_LINE = re.compile(r"^(?: *- ){12,}|^ {96,}\S")


def _is_dangerous(text: str, name: str, report: Report) -> bool:
    """Whether the parser must not see this text: tabs, anchors, or nesting that would crash it."""
    worry = False
    depth = 0
    for number, line in enumerate(text.splitlines(), start=1):
        body = line.lstrip(" ")
        if body.startswith("#"):
            continue
        if body.startswith("\t"):
            report.error(
                Spot(path=name, line=number, column=len(line) - len(body) + 1),
                "tab",
                "Deze regel begint met een tab.",
                "Gebruik spaties: twee voor elke stap naar rechts.",
            )
            worry = True
        depth = max(
            0, depth + body.count("[") + body.count("{") - body.count("]") - body.count("}")
        )
        if depth > DEPTH_LIMIT or _DEEP_LINE.match(line):
            report.error(
                Spot(path=name, line=number), "te-diep", "Hier zit te veel in elkaar genest."
            )
            return True
        if _is_anchor(body):
            report.error(
                Spot(path=name, line=number),
                "anker",
                "Een waarde die met & of * begint, heeft in YAML een bijzondere betekenis.",
                "Zet aanhalingstekens om de tekst.",
            )
            worry = True
    return worry


def _is_anchor(line: str) -> bool:
    unquoted = re.sub(r"\"[^\"]*\"|'[^']*'", "", line)
    value = re.match(r"(?:- +)*(?:[^\s:#][^:#]*:\s+)?([&*])\S", unquoted)
    return value is not None


_REASONS = (
    (
        "found character '\\t'",
        "tab",
        "Hier staat een tab.",
        "Gebruik spaties: twee voor elke stap naar rechts.",
    ),
    (
        "mapping values are not allowed",
        "dubbele-punt",
        "Hier staat een dubbele punt midden in een tekst, of de regel springt verkeerd in.",
        "Zet aanhalingstekens om de hele tekst, of laat de regel even ver inspringen "
        "als zijn buren.",
    ),
    (
        "found unexpected end of stream",
        "aanhalingsteken",
        "Een aanhalingsteken dat hier begint, wordt nergens gesloten.",
        "Zet er aan het eind van de tekst nog een.",
    ),
    (
        "could not find expected ':'",
        "dubbele-punt-ontbreekt",
        "Hier ontbreekt een dubbele punt met een spatie erachter.",
        "Schrijf: woord: tekst",
    ),
    (
        "did not find expected key",
        "inspringen",
        "Deze regel past niet bij de regels erboven.",
        "Laat hem even ver inspringen als de andere regels van dit blok. "
        "Staat er een aanhalingsteken in de tekst? Zet er dan andere omheen.",
    ),
    (
        "did not find expected '-' indicator",
        "streepje",
        "Hier hoort een streepje te staan: dit is een lijst.",
        "Begin de regel met een streepje en een spatie.",
    ),
    (
        "block sequence entries are not allowed",
        "streepje",
        "Een streepje kan hier niet.",
        "Zet de lijst op een nieuwe regel, twee spaties verder naar rechts.",
    ),
    (
        "did not find expected ',' or",
        "haakje",
        "Een haakje wordt niet gesloten, of er ontbreekt een komma.",
        "Schrijf een lijst zo: [een, twee], of met streepjes onder elkaar.",
    ),
    (
        "cannot start any token",
        "teken",
        "Een tekst kan niet met dit teken beginnen.",
        "Zet aanhalingstekens om de tekst.",
    ),
    (
        "unknown escape",
        "schuine-streep",
        "Een \\ tussen dubbele aanhalingstekens betekent iets bijzonders.",
        "Gebruik enkele aanhalingstekens.",
    ),
    (
        "undefined alias",
        "anker",
        "Een waarde die met * begint, heeft een bijzondere betekenis.",
        "Zet aanhalingstekens om de tekst.",
    ),
)


def _explain(error: yaml.MarkedYAMLError, text: str, name: str, report: Report) -> None:
    """Says in plain Dutch what a parser's error means."""
    mark = error.problem_mark or error.context_mark
    words = f"{error.context or ''} {error.problem or ''}"
    for fragment, *reason in _REASONS:
        if fragment in words:
            rule, message, hint = reason
            if rule == "aanhalingsteken" and error.context_mark:
                mark = error.context_mark
            break
    else:
        rule, message, hint = (
            "yaml",
            "Deze regel is niet te begrijpen.",
            "Vergelijk hem met de regel erboven.",
        )
    lines = text.count("\n") + 1
    line = min(mark.line + 1, lines) if mark else 1
    report.error(
        Spot(path=name, line=line, column=(mark.column + 1) if mark else 1), rule, message, hint
    )
