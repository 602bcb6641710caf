"""What a draft changes, field by field, in the words of the form."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.editing.kinds import FileKind
from bot.knowledge.editing.outline import Trail
from bot.knowledge.editing.schema import meaning_of
from bot.knowledge.editing.tree import EditError, Value, told

_NAMED = ("naam", "id")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field whose text differs: what it is called, of which block, and both texts."""

    label: str
    of: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A field in a tree: its keys, and the block of a list that it is in by id."""

    trail: Trail
    blocks: tuple[str, ...]


def changes_of(kind: FileKind, old: str, new: str) -> tuple[FieldChange, ...]:
    """The fields that differ between two texts of a file; none where one cannot be read."""
    try:
        before, after = _fields(_tree(old)), _fields(_tree(new))
    except EditError:
        return ()
    found = []
    for place in dict.fromkeys((*before, *after)):
        was, now = before.get(place, ("", ""))[0], after.get(place, ("", ""))[0]
        if was == now or place.trail[-1] == "id":
            continue
        of = (after.get(place) or before[place])[1]
        found.append(FieldChange(label=_label(kind, place.trail), of=of, before=was, after=now))
    return tuple(found)


def _tree(text: str) -> Value:
    return told(text) if text.strip() else {}


def _label(kind: FileKind, trail: Trail) -> str:
    try:
        own = meaning_of(kind, trail).label
        above = meaning_of(kind, trail[:-1]).label if len(trail) > 1 else ""
    except KeyError:
        return trail[-1]
    return f"{above}: {own}" if above and trail[:-1] not in _LISTS else own


_LISTS = (("plekken",), ("activiteiten",), ("proeven",))


def _fields(
    value: Value, trail: Trail = (), blocks: tuple[str, ...] = (), of: str = ""
) -> dict[_Place, tuple[str, str]]:
    """Each text by its place, with the name of the block that it belongs to."""
    if isinstance(value, str):
        return {_Place(trail=trail, blocks=blocks): (value, of)}
    found: dict[_Place, tuple[str, str]] = {}
    if isinstance(value, Mapping):
        for key, inner in value.items():
            found |= _fields(inner, (*trail, key), blocks, of)
        return found
    if all(isinstance(one, str) for one in value):
        joined = "\n".join(one for one in value if isinstance(one, str))
        return {_Place(trail=trail, blocks=blocks): (joined, of)}
    for number, one in enumerate(value):
        name = _name_of(one, number)
        identity = str(one.get("id", name)) if isinstance(one, Mapping) else name
        found |= _fields(one, trail, (*blocks, identity), name)
    return found


def _name_of(block: Value, number: int) -> str:
    if isinstance(block, Mapping):
        return next((str(block[key]) for key in _NAMED if block.get(key)), str(number + 1))
    return str(number + 1)
