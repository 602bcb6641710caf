"""A file as a form: every field it may have, with its meaning and what stands there now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from bot.knowledge.editing.kinds import FileKind
from bot.knowledge.editing.outline import Field, Trail
from bot.knowledge.editing.schema import meaning_of, ordered
from bot.knowledge.editing.tree import Steps, Value, read_tree, told
from bot.knowledge.problems import Spot
from bot.knowledge.shapes import Shape

ACCESS = "toegang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One field of a form, with the fields inside it."""

    at: Steps
    shape: Shape
    label: str
    meaning: str
    example: str
    long: bool
    words: tuple[str, ...]  # what one can choose from
    needed: bool
    texts: tuple[str, ...] = ()  # what stands there
    boxes: tuple["Box", ...] = ()  # of a block
    items: tuple[tuple["Box", ...], ...] = ()  # of each block in a list

    @property
    def tri(self) -> bool:
        """Whether it holds yes, no or unknown, with a few words."""
        return self.at[-2:-1] == (ACCESS,)


def form_of(kind: FileKind, text: str) -> tuple[Box, ...]:
    """The whole form of a file. Raises EditError where the text cannot be read."""
    return _boxes(kind, (), (), told(text), ordered(kind))


def order_of(kind: FileKind, at: Steps) -> tuple[str, ...]:
    """The keys that may stand beside the one at a place, in the order of the form."""
    above = tuple(step for step in at[:-1] if isinstance(step, str))
    return tuple(trail[-1] for trail in ordered(kind) if trail[:-1] == above)


def _boxes(
    kind: FileKind, trail: Trail, at: Steps, value: Value, fields: Mapping[Trail, Field]
) -> tuple[Box, ...]:
    block = value if isinstance(value, Mapping) else {}
    return tuple(
        _box(kind, one, (*at, key[-1]), block.get(key[-1], ""), fields)
        for key, one in fields.items()
        if key[:-1] == trail
    )


def _box(
    kind: FileKind, field: Field, at: Steps, value: Value, fields: Mapping[Trail, Field]
) -> Box:
    meaning = meaning_of(kind, field.trail)
    items = value if isinstance(value, list) else [value] if value else []
    texts = tuple(one for one in items if isinstance(one, str))
    boxes: tuple[Box, ...] = ()
    inner: tuple[tuple[Box, ...], ...] = ()
    if field.shape is Shape.BLOCK:
        boxes = _boxes(kind, field.trail, at, value, fields)
    elif field.shape is Shape.BLOCKS:
        inner = tuple(
            _boxes(kind, field.trail, (*at, number), one, fields)
            for number, one in enumerate(items)
        )
    return Box(
        at=at,
        shape=field.shape,
        label=meaning.label,
        meaning=meaning.meaning,
        example=meaning.example,
        long=meaning.long,
        words=field.words,
        needed=field.needed,
        texts=texts,
        boxes=boxes,
        items=inner,
    )


def places_of(text: str) -> tuple[tuple[Steps, int, int, int, int], ...]:
    """Each key and item with where it begins and ends: line and column from 1, the inner last."""
    return tuple(_places(read_tree(text), ()))


def _places(node: yaml.Node, at: Steps) -> Iterator[tuple[Steps, int, int, int, int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = (*at, str(key.value))
            yield inner, *_stretch(key, value)
            yield from _places(value, inner)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield (*at, number), *_stretch(value, value)
            yield from _places(value, (*at, number))


def _stretch(first: yaml.Node, last: yaml.Node) -> tuple[int, int, int, int]:
    begin, end = first.start_mark, last.end_mark
    return begin.line + 1, begin.column + 1, end.line + 1, end.column + 1


def place_at(places: tuple[tuple[Steps, int, int, int, int], ...], spot: Spot) -> Steps:
    """The innermost key or item that a spot lies in; nothing where it lies in none."""
    found: Steps = ()
    for at, line, column, last_line, last_column in places:
        if (line, column) <= (spot.line, spot.column) < (last_line, max(last_column, 1)) or (
            (spot.line, spot.column) == (line, column)
        ):
            found = at
    return found
