"""`handwijzer schema`: a JSON Schema of each kind of file, for text programs such as VS Code."""

import argparse
import sys
from pathlib import Path

from bot.knowledge.editing.kinds import FileKind
from bot.knowledge.editing.schema import schema_text

FINE, MEND = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "kind", nargs="?", choices=[str(kind) for kind in FileKind], help="laat dit schema zien"
    )
    parser.add_argument(
        "--write", type=Path, metavar="MAP", help="schrijf alle schema’s in deze map"
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints one schema, or writes all; 1 where neither was asked for or a folder is missing."""
    if arguments.write:
        return _write(arguments.write)
    if not arguments.kind:
        kinds = ", ".join(FileKind)
        print(
            f"Noem een soort ({kinds}), of schrijf ze allemaal met --write MAP.", file=sys.stderr
        )
        return MEND
    print(schema_text(FileKind(arguments.kind)), end="")
    return FINE


def _write(folder: Path) -> int:
    if not folder.is_dir():
        print(f"Er is geen map {folder}.", file=sys.stderr)
        return MEND
    for kind in FileKind:
        (folder / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")
    return FINE
