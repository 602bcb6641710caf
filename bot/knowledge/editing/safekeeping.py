"""Reads and writes the files that people edit, so that nobody's work is lost.

Who saves tells what the file was when they opened it; where it is not that any more, nothing is
written. What was there before is kept.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.knowledge.editing.kinds import kind_of

_KEPT = 20  # earlier versions of each file
_MARK = "\ufeff"
_STAMP = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The text of a file, and a mark of what it was; both empty where there is no file yet."""

    text: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier version of a file: its name among them, and when it was replaced."""

    name: str
    until: datetime


class Safekeeping:
    """The files of one knowledge folder, and their earlier versions in a folder of their own."""

    def __init__(self, folder: Path, kept: Path) -> None:
        self._folder = folder
        self._kept = kept

    def read(self, path: str) -> Opened:
        """The text of a file and its mark. Raises KeyError for a path that is not edited here."""
        try:
            raw = self._place(path).read_bytes()
        except FileNotFoundError:
            return Opened()
        return Opened(text=raw.decode("utf-8-sig", "replace"), mark=mark_of(raw))

    def save(self, path: str, text: str, mark: str, now: datetime) -> Opened | None:
        """Writes a file and gives it as it is now; None where it was not what the mark says."""
        place = self._place(path)
        had = place.read_bytes() if place.is_file() else b""
        if (mark_of(had) if had or place.is_file() else "") != mark:
            return None
        raw = self.bytes_of(path, text)
        if raw != had:
            if had:
                self._keep(path, had, now)
            _write(place, raw)
        return Opened(text=text, mark=mark_of(raw))

    def bytes_of(self, path: str, text: str) -> bytes:
        """A text as it would be written: with the invisible mark in front if the file has it."""
        place = self._place(path)
        marked = place.is_file() and place.read_bytes().startswith(_MARK.encode())
        return (_MARK + text if marked else text).encode("utf-8", "replace")

    def earlier(self, path: str) -> tuple[Earlier, ...]:
        """The earlier versions of a file, the latest first."""
        self._place(path)
        found = sorted((self._kept / path).glob("*.yaml"), reverse=True)
        moments = ((one, _moment(one.stem)) for one in found)
        return tuple(Earlier(name=one.name, until=moment) for one, moment in moments if moment)

    def read_earlier(self, path: str, name: str) -> str:
        """The text of an earlier version. Raises KeyError where there is none of that name."""
        if name not in {one.name for one in self.earlier(path)}:
            raise KeyError(name)
        return (self._kept / path / name).read_bytes().decode("utf-8-sig", "replace")

    def _place(self, path: str) -> Path:
        if kind_of(path) is None:
            raise KeyError(path)
        return self._folder / path

    def _keep(self, path: str, raw: bytes, now: datetime) -> None:
        folder = self._kept / path
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        while (place := folder / f"{now:{_STAMP}}.yaml").exists():
            now += timedelta(microseconds=1)
        place.write_bytes(raw)
        for old in sorted(folder.glob("*.yaml"))[:-_KEPT]:
            old.unlink()


def mark_of(raw: bytes) -> str:
    """A mark of what a file holds."""
    return hashlib.blake2b(raw, digest_size=16).hexdigest()


def _moment(stem: str) -> datetime | None:
    try:
        return datetime.strptime(stem, _STAMP)  # noqa: DTZ007 - local wall-clock time
    except ValueError:
        return None


def _write(place: Path, raw: bytes) -> None:
    """Writes a file whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".deel")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(place.stat().st_mode & 0o777 if place.is_file() else 0o644)
        fresh.replace(place)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
