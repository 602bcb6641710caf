"""The labelled rows of the files that an evaluation is asked for."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The files to score, and how many misses to show of each name."""

    files: tuple[Path, ...]
    misses: int

    def rows(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each row, with the name of its file and its number there."""
        for path in self.files:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                yield f"{path.name}:{number}", json.loads(line)


def labelled(doc: str | None, default: str) -> Labelled:
    """What the command line asks for; without a file the default of this folder."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("files", nargs="*", type=Path, default=[_HERE / default])
    parser.add_argument("--misses", type=int, default=0)
    asked = parser.parse_args()
    return Labelled(files=tuple(asked.files), misses=asked.misses)
