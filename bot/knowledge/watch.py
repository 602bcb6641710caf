"""Notices that the files of the knowledge folder have changed."""

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
    """How the files of a folder look now."""
    found = set()
    for path in folder.rglob("*.yaml"):
        try:
            state = path.stat()
        except OSError:
            continue
        found.add((str(path), state.st_mtime_ns, state.st_size))
    return frozenset(found)
