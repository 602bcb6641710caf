"""Reads one YAML file as a block, and notes all that is wrong with it at once.

Size and depth are looked at before the parser runs: the C parser crashes on 50,000 levels of
nesting. A slip of the pen is noted and mended in the copy that is read, so that an editor sees
the rest as well.
"""

import re
from collections.abc import Callable
from pathlib import Path

import yaml

from bot.knowledge.entry import Entry
from bot.knowledge.indents import joined_lists
from bot.knowledge.nodes import compose, spot_of
from bot.knowledge.parser_errors import explain
from bot.knowledge.problems import Report, Spot
from bot.knowledge.slips import Slip, slips_before

SIZE_LIMIT = 512 * 1024  # bytes; ten times the largest file an editor would keep
DEPTH_LIMIT = 12  # levels; our deepest format has five
_SAVE_AS_UTF8 = (
    "Bewaar het bestand als UTF-8 (in de meeste programma’s: Opslaan als, Codering, UTF-8)."
)
_ODD_BREAKS = "\r\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[\n{_ODD_BREAKS}]")
_DEEP_LINE = re.compile(r"^[ \t]*(?:[-?:][ \t]+){12,}|^ {96,}\S")
_BRACKET = re.compile(r"[\[\]{}]")
_MOST_SLIPS = 40  # in one file; whoever makes more begins anew


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
    return _block_of(node, name, report)


def _block_of(node: yaml.Node | None, name: str, report: Report) -> Entry | None:
    """The block that the tree of a file is, or nothing; why is in the report."""
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
        report.error(
            _spot_in(raw, error.start, name),
            "codering",
            "Hier staat een teken dat geen UTF-8 is, waarschijnlijk "
            f"‘{raw[error.start : error.start + 1].decode('cp1252', 'replace')}’.",
            _SAVE_AS_UTF8,
        )
        return None


def _spot_in(raw: bytes, at: int, name: str) -> Spot:
    """The place of a byte."""
    before = raw[:at]
    begin = before.rfind(b"\n") + 1
    column = len(before[begin:].decode("utf-8", "replace")) + 1
    return Spot(path=name, line=before.count(b"\n") + 1, column=column)


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
