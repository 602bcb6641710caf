"""Notices that the files of the knowledge folder have changed."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

Look = frozenset[tuple[str, int, int]]  # path, time of change in ns, size


class Watch:
    """Remembers how the folder looked."""

    def __init__(self, folder: Path) -> None:
        """Takes the present look as the known one."""
        self._folder = folder
        self._known = self._seen = look_of(folder)

    def has_settled(self) -> bool:
        """Whether the folder differs from the known look and is the same as a moment ago.

        An editor that saves several files, or one in pieces, is thus waited for. The new look is
        the known one afterwards.
        """
        now = look_of(self._folder)
        settled = now == self._seen and now != self._known
        self._seen = now
        if settled:
            self._known = now
        return settled

    @property
    def is_moving(self) -> bool:
        """Whether the last look saw a change that is not yet known to be over."""
        return self._seen != self._known

    def forget(self) -> None:
        """Takes no look as known, so that the folder counts as changed once more."""
        self._known = frozenset()


def look_of(folder: Path) -> Look:
    """How the files of a folder look now; some milliseconds for 500 of them."""
    found: list[tuple[str, int, int]] = []
    folders = [str(folder)]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as inside:
            for one in inside:
                if one.is_dir(follow_symlinks=False):
                    folders.append(one.path)
                elif one.name.endswith(".yaml"):
                    found += _looks(one)
    return frozenset(found)


def _looks(file: "os.DirEntry[str]") -> Iterator[tuple[str, int, int]]:
    with suppress(OSError):  # gone meanwhile
        state = file.stat()
        yield file.path, state.st_mtime_ns, state.st_size
