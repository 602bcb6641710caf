"""Keeps what was read of a folder, by what it was read from, so that it is not read again.

What is kept is a pickle with its key in front. Only values of this program are taken back from it,
and nothing is trusted that another version of the program kept.
"""

import io
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from bot.knowledge.problems import Problem, Report
from bot.knowledge.reader import read_file
from bot.knowledge.verdicts import digest_of, program_key

T = TypeVar("T")

_KEY = 32  # characters of a key
_VERSIONS = 3  # of one thing: the folder's own, and those of drafts of it
_SPARE = 40  # values in a drawer that nobody asked for
_ENDING = ".deel"
_BROKEN = (ValueError, TypeError, AttributeError, ImportError)  # what a broken pickle may raise
_FOREIGN = frozenset(
    (
        ("datetime", "date"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.numeric", "_frombuffer"),
        ("numpy._core.multiarray", "_reconstruct"),
    )
)


class Shelf:
    """A folder of kept values, or none."""

    def __init__(self, folder: Path | None) -> None:
        """Reads nothing yet."""
        self._folder = folder

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
        if self._folder is None:  # nothing is kept, and working out a key takes its time
            return make(report)
        now = self._key(key())
        kept = self._read(name, now)
        if kept is None:
            own = Report()
            value = make(own)
            kept = (value, own.found)
            if self._key(key()) == now:
                self._put(name, now, *kept)
        report.extend(kept[1])
        return cast(T, kept[0])

    @contextmanager
    def drawer(self, name: str, key: str) -> Iterator["Drawer"]:
        """A drawer of many small values under one key; what is new in it is kept afterwards."""
        if self._folder is None:
            yield Drawer()
            return
        now = self._key(key)
        kept = self._read(name, now)
        drawer = Drawer(kept[0] if kept else {})
        yield drawer
        if drawer.is_changed or kept is None:
            self._put(name, now, drawer.left(), [])

    def _key(self, told: str) -> str:
        return digest_of(program_key(), told)

    def _put(self, name: str, key: str, value: object, problems: list[Problem]) -> None:
        place = self._place(name, key)
        if place is None:
            return
        part = place.with_name(f".{place.name}.{os.getpid()}")
        with suppress(OSError):  # who cannot keep reads again
            place.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                file.write(key.encode())
                pickle.dump((value, problems), file, pickle.HIGHEST_PROTOCOL)
            part.replace(place)
            self._tidy(name)

    def _place(self, name: str, key: str) -> Path | None:
        return self._folder / f"{name}-{key[:12]}{_ENDING}" if self._folder else None

    def _tidy(self, name: str) -> None:
        if self._folder is not None:
            kept = self._folder.glob(f"{name}-*{_ENDING}")
            made: list[Path] = sorted(kept, key=lambda one: one.stat().st_mtime, reverse=True)
            for old in made[_VERSIONS:]:
                old.unlink(missing_ok=True)

    def _read(self, name: str, key: str) -> tuple[Any, list[Problem]] | None:
        place = self._place(name, key)
        try:
            raw = place.read_bytes() if place else b""
            if raw[:_KEY] != key.encode():
                return None
            value, problems = _Reader(io.BytesIO(raw[_KEY:])).load()
            return value, problems
        except (OSError, pickle.UnpicklingError, EOFError, LookupError, *_BROKEN):
            return None  # half a file, or somebody else's


Pieces = dict[str, tuple[Any, list[Problem]]]


class Drawer:
    """Small values by their own keys, such as what was read of each file."""

    def __init__(self, pieces: Pieces | None = None) -> None:
        """`pieces` are those of an earlier time."""
        self._known, self._used = pieces or {}, Pieces()

    def take(self, key: str, make: Callable[[Report], T], report: Report) -> T:
        """What `make` gives, made now or earlier under this key; its problems go to the report."""
        kept = self._known.get(key) or self._used.get(key)
        if kept is None:
            own = Report()
            kept = (make(own), own.found)
        self._used[key] = kept
        report.extend(kept[1])
        return cast(T, kept[0])

    @property
    def is_changed(self) -> bool:
        """Whether anything was made anew."""
        return not self._used.keys() <= self._known.keys()

    def left(self) -> Pieces:
        """What to keep: all that was asked for, and a few others, which drafts come back to."""
        others = [key for key in self._known if key not in self._used][-_SPARE:]
        return {**{key: self._known[key] for key in others}, **self._used}


class _Reader(pickle.Unpickler):
    """Reads values of this program, and what they are made of, and no others."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of this program, or a function of its core, which touches nothing outside.

        Raises UnpicklingError for anything else that can be called.
        """
        ours = module.startswith("bot.") and "." not in name
        if not ours and (module, name) not in _FOREIGN:
            raise pickle.UnpicklingError(f"{module}.{name}")
        found = super().find_class(module, name)
        harmless = isinstance(found, type) or module.startswith("bot.core.")
        if ours and not (harmless and found.__module__ == module):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


def take_files(
    folder: Path, drawer: Drawer, make: Callable[[str, str, bytes, Report], T], report: Report
) -> Iterator[T]:
    """What `make` gives for the stem, name and bytes of each YAML file of a folder, in order.

    A file that is as it was is not made again; one that cannot be read is reported and left out.
    """
    for path in sorted(folder.glob("*.yaml")):
        name = f"{folder.name}/{path.name}"
        try:
            raw = path.read_bytes()
        except OSError:
            read_file(path, report, name)  # which says why
            continue
        yield drawer.take(digest_of(name, raw), partial(make, path.stem, name, raw), report)
