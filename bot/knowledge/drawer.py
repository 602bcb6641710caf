"""Many small kept values by their own keys, such as what was read of each file."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from bot.knowledge.problems import Problem, Report
from bot.knowledge.reader import read_file
from bot.knowledge.verdicts import digest_of

T = TypeVar("T")
Pieces = dict[str, tuple[Any, list[Problem]]]

_SPARE = 40  # values that nobody asked for


class Drawer:
    """Values that were kept at an earlier time, and those that are made now."""

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

    def new(self) -> Pieces:
        """What was made now."""
        return {key: kept for key, kept in self._used.items() if key not in self._known}

    @property
    def is_crowded(self) -> bool:
        """Whether most of what is in it was not asked for."""
        return len(self._known) > 2 * len(self._used) + _SPARE

    def left(self) -> Pieces:
        """What to keep: all that was asked for, and a few others, which drafts come back to."""
        others = [key for key in self._known if key not in self._used][-_SPARE:]
        return {**{key: self._known[key] for key in others}, **self._used}


def take_files(
    folder: Path,
    drawer: Drawer,
    make: Callable[[str, str, bytes, Report], T],
    report: Report,
    called: str = "",
) -> Iterator[T]:
    """What `make` gives for the stem, name and bytes of each YAML file of a folder, in order.

    A file that is as it was is not made again; one that cannot be read is reported and left out.
    `called` is what the folder is called in problems, where that is more than its own name.
    """
    for path in sorted(folder.glob("*.yaml")):
        name = f"{called or folder.name}/{path.name}"
        try:
            raw = path.read_bytes()
        except OSError:
            read_file(path, report, name)  # which says why
            continue
        yield drawer.take(digest_of(name, raw), partial(make, path.stem, name, raw), report)
