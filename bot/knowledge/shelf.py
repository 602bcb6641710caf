"""Keeps what was read of a folder, by what it was read from, so that it is not read again.

What is kept is a pickle with its key in front; of a drawer one for each time that something in it
was new. Only values of this program are taken back from it,
and nothing is trusted that another version of the program kept.
"""

import io
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar, cast

from bot.knowledge.drawer import Drawer, Pieces
from bot.knowledge.packed_parts import PARTS, pack, unpacked
from bot.knowledge.pickling import BROKEN, Pickler, Unpickler
from bot.knowledge.problems import Problem, Report
from bot.knowledge.verdicts import digest_of, program_key

T = TypeVar("T")

_KEY = 32  # characters of a key
_VERSIONS = 3  # of one thing: the folder's own, and those of drafts of it
_LAYERS = 25  # of a drawer, one for each time that something in it was new
_ENDING = ".deel"


class Shelf:
    """A folder of kept values, or none."""

    def __init__(self, folder: Path | None, packing: Path | None = None) -> None:
        """Reads nothing yet; what is to be shipped is packed into the folder `packing`."""
        self._folder, self._packing = folder, packing

    def take(
        self,
        name: str,
        key: Callable[[], str],
        make: Callable[[Report], T],
        report: Report,
    ) -> T:
        """What `make` gives, made now or earlier under this key; its problems go to the report.

        The key is asked for again after making: what changed meanwhile is not kept.
        """
        if self._folder is None and name not in PARTS:  # working out a key takes its time
            return make(report)
        told = key()
        kept = self._shipped(name, told) or self._read(name, self._key(told))
        if kept is None:
            own = Report()
            value = make(own)
            kept = (value, own.found)
            if key() == told:
                self._put(name, self._key(told), kept)
                self._pack(name, told, kept)
        report.extend(kept[1])
        return cast(T, kept[0])

    @contextmanager
    def drawer(self, name: str, key: str) -> Iterator[Drawer]:
        """A drawer of many small values under one key; what is new in it is kept afterwards."""
        now = self._key(key)
        layers = self._layers(name, now)
        drawer = Drawer(
            dict(chain.from_iterable(layer.items() for layer in layers))
            or self._shipped(name, key)
        )
        yield drawer
        new = drawer.new()
        if new and (not layers or len(layers) >= _LAYERS or drawer.is_crowded):
            self._put(name, now, drawer.left())
            self._pack(name, key, drawer.left())
        elif new:
            self._add(name, now, new)

    def _shipped(self, name: str, told: str) -> Any | None:
        return unpacked(name, told) if name in PARTS and self._packing is None else None

    def _pack(self, name: str, told: str, value: object) -> None:
        if name in PARTS and self._packing is not None:
            pack(name, told, value, self._packing)

    def _key(self, told: str) -> str:
        return digest_of(program_key(), told) if self._folder else ""

    def _put(self, name: str, key: str, value: object) -> None:
        place = self._place(name, key)
        if place is None:
            return
        part = place.with_name(f".{place.name}.{os.getpid()}")
        with suppress(OSError):  # who cannot keep reads again
            place.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(key.encode())
                Pickler(file, pickle.HIGHEST_PROTOCOL).dump(value)
            part.replace(place)
            self._tidy(name)

    def _add(self, name: str, key: str, layer: Pieces) -> None:
        """Puts a layer on what is kept: writing all of it again takes twenty times as long."""
        place, held = self._place(name, key), io.BytesIO()
        Pickler(held, pickle.HIGHEST_PROTOCOL).dump(layer)
        if place is not None:
            with suppress(OSError), place.open("ab", buffering=0) as file:
                file.write(held.getvalue())

    def _place(self, name: str, key: str) -> Path | None:
        return self._folder / f"{name}-{key[:12]}{_ENDING}" if self._folder else None

    def _tidy(self, name: str) -> None:
        if self._folder is not None:
            kept = self._folder.glob(f"{name}-*{_ENDING}")
            made: list[Path] = sorted(kept, key=lambda one: one.stat().st_mtime, reverse=True)
            for old in made[_VERSIONS:]:
                old.unlink(missing_ok=True)

    def _read(self, name: str, key: str) -> tuple[Any, list[Problem]] | None:
        try:
            value, problems = next(self._held(name, key), None) or (None, None)
        except BROKEN:
            return None  # half a file, or somebody else's
        return None if problems is None else (value, problems)

    def _layers(self, name: str, key: str) -> list[Pieces]:
        """What was put in a drawer, the oldest first; nothing where a part of it is broken."""
        try:
            return [dict(layer) for layer in self._held(name, key)]
        except BROKEN:
            return []

    def _held(self, name: str, key: str) -> Iterator[Any]:
        """What stands behind a key, one thing after another; raises one of BROKEN."""
        place = self._place(name, key)
        raw = place.read_bytes() if place and place.exists() else b""
        if raw[:_KEY] != key.encode():
            return
        file = io.BytesIO(raw)
        file.seek(_KEY)
        while file.tell() < len(raw):
            yield Unpickler(file).load()
