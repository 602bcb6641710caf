"""Which keys each kind of file may hold, found by watching its reader read.

A probe is grown: the reader is given an empty file, then one with all that it asked for, and so
on until it asks for nothing new. So this outline cannot differ from what is really read.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from bot.core.places.gazetteer import Gazetteer
from bot.knowledge.editing.kinds import FileKind, read_one
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.problems import Report
from bot.knowledge.reader import read_text
from bot.knowledge.shapes import Asked, Shape, Witness

Trail = tuple[str, ...]
# A file of each kind under a name that its reader knows.
_PATHS = {
    FileKind.ORGANISATION: "organisaties/proef.yaml",
    FileKind.TOPIC: "onderwerpen/kosten.yaml",
    FileKind.ELSEWHERE: "onderwerpen/elders.yaml",
    FileKind.EXPLANATION: "uitleg/proef.yaml",
    FileKind.TEXTS: "teksten.yaml",
    FileKind.FACTS: "feiten.yaml",
    FileKind.CONVERSATION: "proeven/proef.yaml",
    FileKind.FOLLOWUP: "vervolgvragen/proef.yaml",
}
_MISSING = frozenset(("ontbreekt", "bron-ontbreekt"))
_WORD = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of a kind of file: what it may hold, and whether it has to be there."""

    trail: Trail
    shape: Shape
    words: tuple[str, ...] = ()
    needed: bool = False


@cache
def outline_of(kind: FileKind) -> Mapping[Trail, Field]:
    """Every key of a kind of file, with the keys above it, in the order they are asked for."""
    known: dict[Trail, Asked] = {}
    while True:
        fresh = dict(known)
        _missing(kind, known.values(), partial(_hear, fresh))
        if fresh.keys() == known.keys():
            break
        known = fresh
    needed = _needed(kind, known)
    return {
        trail: Field(trail=trail, shape=one.shape, words=one.words, needed=trail in needed)
        for trail, one in known.items()
    }


def _hear(heard: dict[Trail, Asked], asked: Asked) -> None:
    """Keeps what is asked for; a key that is also asked for as a plain text stays what it is."""
    if asked.shape is not Shape.TEXT or asked.trail not in heard:
        heard[asked.trail] = asked


def _needed(kind: FileKind, known: Mapping[Trail, Asked]) -> set[Trail]:
    """The keys that are missed where they are left out, alike keys of one depth at once."""
    needed: set[Trail] = set()
    for depth in {len(trail) for trail in known}:
        level = [trail for trail in known if len(trail) == depth]
        if _missed(kind, known, level) == len(level):
            needed.update(level)
            continue
        for name in {trail[-1] for trail in level}:
            alike = [trail for trail in level if trail[-1] == name]
            if missed := _missed(kind, known, alike):
                several = missed < len(alike)
                needed.update(one for one in alike if not several or _missed(kind, known, [one]))
    return needed


def _missed(kind: FileKind, known: Mapping[Trail, Asked], left_out: list[Trail]) -> int:
    kept = [
        one
        for trail, one in known.items()
        if not any(trail[: len(gone)] == gone for gone in left_out)
    ]
    return _missing(kind, kept) - _missing(kind, known.values())


def _missing(kind: FileKind, fields: Iterable[Asked], witness: Witness | None = None) -> int:
    """How much is missed in a file that holds these keys and nothing else."""
    report, path = Report(), _PATHS[kind]
    entry = read_text(json.dumps(_probe(fields), ensure_ascii=False).encode(), path, report)
    if entry is not None:
        read_one(kind, path, replace(entry, witness=witness, values={}, places={}), _places())
    return sum(one.rule in _MISSING for one in report.found)


def _probe(fields: Iterable[Asked]) -> dict[str, Any]:
    """A file that holds these keys; JSON is YAML too."""
    root: dict[str, Any] = {}
    blocks: dict[Trail, dict[str, Any]] = {(): root}
    for one in sorted(fields, key=lambda one: len(one.trail)):
        block, key = blocks[one.trail[:-1]], one.trail[-1]
        word = one.words[0] if one.words else _WORD
        if one.shape in (Shape.BLOCK, Shape.BLOCKS):
            inner: dict[str, Any] = {}
            blocks[one.trail] = inner
            block[key] = [inner] if one.shape is Shape.BLOCKS else inner
        else:
            block[key] = [word] if one.shape in (Shape.TEXTS, Shape.CHOICES) else word
    return root


@cache
def _places() -> Gazetteer:
    return read_gazetteer(Path("plaatsen"), Report())
