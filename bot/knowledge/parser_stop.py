"""Where the parser stopped in a file that it cannot read."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where the parser stopped and where the piece it was reading begins; rows count from 0."""

    lines: Sequence[str]
    row: int
    column: int
    start: int

    @property
    def line(self) -> str:
        """The line where it stopped."""
        return self.lines[self.row]

    def before(self, row: int) -> int:
        """The last row before this one with something on it, or this one."""
        for earlier in range(row - 1, -1, -1):
            if _says(self.lines[earlier]):
                return earlier
        return row

    def after(self, row: int) -> int | None:
        """The first row after this one with something on it."""
        rows = range(row + 1, len(self.lines))
        return next((later for later in rows if _says(self.lines[later])), None)


def _says(line: str) -> bool:
    text = line.strip()
    return bool(text) and not text.startswith("#")
