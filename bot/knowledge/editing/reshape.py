"""The first text of a new file, and a new block in a list."""

import re
import unicodedata
from datetime import date

from bot.knowledge.editing.edits import edited
from bot.knowledge.editing.form import order_of
from bot.knowledge.editing.kinds import FOLDERS, FileKind, kind_of
from bot.knowledge.editing.scalars import Setting, scalar
from bot.knowledge.editing.tree import EditError, Steps, told

_SIGNS = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


def new_file(kind: str, name: str, today: date) -> tuple[str, str]:
    """The path and the first text of a file about something with this name.

    Raises EditError where the name gives no file name, or nobody makes such files here.
    """
    stem = slug_of(name)
    if not stem or kind not in (FileKind.ORGANISATION, FileKind.EXPLANATION):
        raise EditError("Geef een naam met letters.")
    path = f"{FOLDERS[FileKind(kind)]}/{stem}.yaml"
    written = scalar(name.strip(), Setting.VALUE)
    if kind == FileKind.EXPLANATION:
        return path, f"namen: [{scalar(name.strip().casefold(), Setting.FLOW)}]\n"
    return path, (
        f"naam: {written}\nstatus: actief\nbron:\n  datum: onbekend\n"
        f"  gelezen: {today.isoformat()}\n"
    )


def new_item(path: str, text: str, at: Steps, name: str) -> tuple[str, Steps]:
    """The text with a block more in a list, and its place; its id is made of its name."""
    kind = kind_of(path)
    if kind is None:
        raise KeyError(path)
    name = name.strip()
    tree = told(text)
    held = tree.get(str(at[-1]), []) if isinstance(tree, dict) else []
    blocks = held if isinstance(held, list) else [held]
    taken = {one.get("id") for one in blocks if isinstance(one, dict)}
    stem = slug_of(name)
    if not stem:
        raise EditError("Geef een naam met letters.")
    identity = next(
        one for number in range(1, 1000) if (one := _numbered(stem, number)) not in taken
    )
    place = (*at, len(blocks))
    block = {"id": identity, "naam": name}
    return edited(text, place, block, lambda steps: order_of(kind, steps)), place


def slug_of(name: str) -> str:
    """A name as a file name or id: small letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return _SIGNS.sub("-", plain).strip("-")[:_LONGEST].strip("-")


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"
