"""Passes a snapshot from one process to another through a file, in bites that nobody waits for."""

import gc
import pickle
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from io import FileIO
from pathlib import Path
from typing import cast

from bot.assistant import Snapshot
from bot.core.knowledge import Knowledge

_BREATH = 0.0005  # seconds in which whoever waits can go on
_DEPTH = 2  # how deep values are taken apart: a snapshot, its knowledge and its brain


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A snapshot, and the knowledge that it was made of, without the names from elsewhere."""

    knowledge: Knowledge
    snapshot: Snapshot


def pack(packed: Packed, path: Path) -> None:
    """Writes it to a file that `unpack` reads in another process of the same program."""
    with path.open("wb") as file:
        pickle.dump(packed, file, pickle.HIGHEST_PROTOCOL)


def unpack(path: Path) -> Packed:
    """Reads what `pack` wrote; meant for a thread, blocks for a fifth of a second.

    The collector would look at all values of the program meanwhile, and is kept from it; they are
    left out of what it looks at afterwards, as they last.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        with _giving_way(), path.open("rb", buffering=0) as raw:
            packed = pickle.Unpickler(_Bites(raw)).load()  # noqa: S301 - of our own process
    finally:
        if was:
            gc.enable()
    gc.freeze()
    return cast(Packed, packed)


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
    """Lets go of values one part at a time; meant for a thread.

    Whoever lets go of a whole snapshot holds up all others for as long as its half a million
    values take. The list must be the last to hold them, and is empty afterwards.
    """
    for _ in range(_DEPTH):
        inner = [part for one in parts for part in _inside(one)]
        parts[:] = [*inner, *parts]
    while parts:
        parts.pop()
        time.sleep(_BREATH)


def _inside(value: object) -> list[object]:
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, one.name) for one in fields(value)]
    return []
