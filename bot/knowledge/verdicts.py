"""Remembers what was found wrong, by what was looked at: the same bytes get the same verdict."""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from importlib import resources
from pathlib import Path

from bot.knowledge.problems import Problem, Report, Severity, Spot

SHIPPED = "proofs.txt"
_FILE = "oordelen.json"


def digest_of(*parts: bytes | str) -> str:
    """A short key of some bytes and words; each part counts apart."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()


def digest_of_files(folder: Path, names: Iterable[str]) -> str:
    """A key of all YAML files under some folders or names, with their paths."""
    parts: list[bytes | str] = []
    for name in names:
        root = folder / name
        for path in sorted(root.rglob("*.yaml")) if root.is_dir() else [root]:
            with suppress(OSError):
                parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return digest_of(*parts)


def digest_of_code(*rooms: str) -> str:
    """A key of the code of some packages, each without the packages in it."""
    return digest_of(*map(_digest_of_room, rooms))


@cache  # one room is asked for by several, and the code of a program that runs stays as it is
def _digest_of_room(room: str) -> str:
    parts: list[bytes | str] = []
    files = (one for one in resources.files(room).iterdir() if one.name.endswith(".py"))
    for one in sorted(files, key=lambda file: file.name):
        parts += [f"{room}/{one.name}", one.read_bytes()]
    return digest_of(*parts)


def is_shipped_sound(key: str) -> bool:
    """Whether all went well with what has this key, when it was shipped."""
    return key in _shipped_keys()


@cache
def _shipped_keys() -> frozenset[str]:
    kept = resources.files("bot.data").joinpath(SHIPPED)
    return frozenset(kept.read_text(encoding="utf-8").split() if kept.is_file() else ())


def ship_sound(keys: Iterable[str], target: Path) -> None:
    """Notes beside the weights of what it is known that all goes well."""
    (target / SHIPPED).write_text("".join(f"{key}\n" for key in keys), encoding="utf-8")
    _shipped_keys.cache_clear()


class Verdicts:
    """The verdicts of an earlier check, kept in a folder, or nowhere where there is none."""

    def __init__(self, folder: Path | None, name: str = _FILE) -> None:
        """Reads what was kept; what another version of the program kept counts for nothing."""
        self._path = folder / name if folder else None
        self._known: dict[str, list[Problem]] = self._read()
        self._used: dict[str, list[Problem]] = {}

    def judge(self, key: str, look: Callable[[Report], None], report: Report) -> bool:
        """Adds what `look` finds, or what it found under this key; whether that is sound."""
        problems = self._known.get(key)
        if problems is None:
            own = Report()
            look(own)
            problems = own.found
        self._used[key] = problems
        report.extend(problems)
        return all(problem.severity is not Severity.ERROR for problem in problems)

    def keep(self) -> None:
        """Writes the verdicts of this check; what was not asked for is forgotten."""
        if self._path is None or self._used.keys() == self._known.keys():
            return
        kept = {key: [asdict(one) for one in found] for key, found in self._used.items()}
        part = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):  # who cannot remember looks again
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(
                json.dumps({"program": program_key(), "verdicts": kept}, ensure_ascii=False),
                encoding="utf-8",
            )
            part.replace(self._path)

    def _read(self) -> dict[str, list[Problem]]:
        try:
            if self._path is None:
                return {}
            told = json.loads(self._path.read_text(encoding="utf-8"))
            if told["program"] != program_key():
                return {}
            return {
                key: [_problem(one) for one in found] for key, found in told["verdicts"].items()
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _problem(told: dict[str, object]) -> Problem:
    spot = told["spot"]
    if not isinstance(spot, list):
        raise TypeError(spot)
    return Problem(
        spot=Spot(*spot),
        severity=Severity(str(told["severity"])),
        rule=str(told["rule"]),
        message=str(told["message"]),
        hint=str(told["hint"]),
    )


@cache
def program_key() -> str:
    """A key of the code and the fitted weights that verdicts and kept values depend on."""
    parts: list[bytes | str] = [sys.version]
    for name in ("bot.core", "bot.knowledge", "bot.data"):
        room = Path(str(resources.files(name)))
        for one in sorted(room.rglob("*")):
            if one.is_file() and one.suffix != ".pyc":
                parts += [one.relative_to(room).as_posix(), one.read_bytes()]
    return digest_of(*parts)
