"""Passes a snapshot from one process to another through a file, in bites that nobody waits for."""

import gc
import pickle
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from io import FileIO
from itertools import chain, count
from pathlib import Path
from sys import getrefcount
from typing import cast

from bot.assistant import Snapshot
from bot.core.knowledge import Knowledge
from bot.core.safety.screen import SafetyRules
from bot.knowledge.pickling import Pickler

_BREATH = 0.0005  # seconds in which whoever waits can go on
_SAFETY = "safety"
_DEPTH = 4  # how deep values are taken apart: a snapshot, its knowledge, its brain, the words
_LARGE = 200  # parts of what is taken apart at any depth
_BITE = 200  # values that are let go of between two breaths
_OURS = 2  # holders of a value that is held by one name only: that name, and who counts them


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A snapshot, and the knowledge that it was made of, without the names from elsewhere."""

    knowledge: Knowledge
    snapshot: Snapshot


def pack(packed: Packed, path: Path, *, with_safety: bool = True) -> None:
    """Writes it to a file that `unpack` reads in another process of the same program.

    The safety rules are more than half of it and seldom change: who has them already is given
    the rest. What is taken over anew leaves holes in the memory when it goes.
    """
    with path.open("wb") as file:
        kind = Pickler if with_safety else _WithoutSafety
        kind(file, pickle.HIGHEST_PROTOCOL).dump(packed)


class _WithoutSafety(Pickler):
    """Writes a name where safety rules stand."""

    def persistent_id(self, obj: object) -> str | None:
        return _SAFETY if isinstance(obj, SafetyRules) else None


def unpack(path: Path, safety: SafetyRules | None = None) -> Packed:
    """Reads what `pack` wrote; meant for a thread, blocks for a fifth of a second.

    `safety` stands in for rules that were left out; UnpicklingError where there is none. The
    collector would look at all values of the program meanwhile, and is kept from it; they are
    left out of what it looks at afterwards, as they last.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        with _giving_way(), path.open("rb", buffering=0) as raw:
            packed = _Reader(_Bites(raw), safety).load()
    finally:
        if was:
            gc.enable()
    gc.freeze()
    return cast(Packed, packed)


class _Reader(pickle.Unpickler):
    """Reads what a process of ours wrote, with these safety rules where they were left out."""

    def __init__(self, file: "_Bites", safety: SafetyRules | None) -> None:
        super().__init__(file)
        self._safety = safety

    def persistent_load(self, name: object) -> SafetyRules:
        if name != _SAFETY or self._safety is None:
            raise pickle.UnpicklingError("safety rules were left out, and there are none")
        return self._safety


@contextmanager
def _giving_way() -> Iterator[None]:
    """Lets whoever waits for the interpreter's lock have it ten times as soon as usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_BREATH)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


class _Bites:
    """A file that takes a breath before each bite, so that a thread does not hold up another."""

    def __init__(self, raw: FileIO) -> None:
        self._raw = raw

    def read(self, size: int) -> bytes:
        time.sleep(_BREATH)
        parts = []
        while size > 0 and (part := self._raw.read(size)):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def readline(self) -> bytes:
        return self._raw.readline()


def put_away(parts: list[object]) -> None:
    """Lets go of values a few at a time; meant for a thread.

    Whoever lets go of a whole snapshot, or of one of its larger tables, holds up all others for as
    long as its half a million values take. The list must be the last to hold them, and is empty
    afterwards; what others hold too is left as it is.
    """
    groups = [(0, parts)]
    for taken in count(1):
        while groups and not groups[-1][1]:
            groups.pop()
        if not groups:
            return
        depth, group = groups[-1]
        value = group.pop()
        if getrefcount(value) <= _OURS:  # else it stays, and its parts with it
            groups.append((depth + 1, list(_inside(value, depth))))
        del value
        if taken % _BITE == 0:
            time.sleep(_BREATH)


def _inside(value: object, depth: int) -> Iterable[object]:
    """The parts of a value that is near the top, or that is large."""
    if isinstance(value, dict | list | tuple | set | frozenset):
        if depth > _DEPTH and len(value) < _LARGE:
            return ()
        return chain(value, value.values()) if isinstance(value, dict) else value
    if depth > _DEPTH or isinstance(value, type):
        return ()
    if is_dataclass(value):
        return [getattr(value, one.name) for one in fields(value)]
    return vars(value).values() if hasattr(value, "__dict__") else ()
