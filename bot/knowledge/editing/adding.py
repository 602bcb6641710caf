"""Adds keys and items to the text of a YAML file, in lines of their own."""

from collections.abc import Mapping, Sequence

import yaml

from bot.knowledge.editing.scalars import Setting, scalar
from bot.knowledge.editing.tree import EditError, Source, Value

_WIDEST = 88  # characters of a list on one line
_QUESTIONS = ("vragen", "wel", "niet")  # lists that stand one under the other however short


def added(
    source: Source,
    parent: yaml.Node | None,
    step: str | int,
    held: yaml.Node | None,
    value: Value,
    order: Sequence[str],
) -> str:
    """The text with a value behind a new key, behind one with nothing yet, or in a list."""
    if isinstance(parent, yaml.SequenceNode) and step == len(parent.value):
        return inserted(source, parent, len(parent.value), value)
    if not isinstance(parent, yaml.MappingNode) or not isinstance(step, str):
        raise EditError("Hier kan niets bij. Maak deze wijziging in de tekst zelf.")
    column = int(parent.value[0][0].start_mark.column) if parent.value else 0
    if parent.flow_style:
        return _into_braces(source, parent, step, value)
    written = _behind_key(value, column, step)
    if held is not None:  # the key is there with nothing behind it
        return source.replaced(int(held.start_mark.index), int(held.start_mark.index), written)
    line = f"{step}:{written}"
    after = _neighbour(parent, step, order)
    if after is None:
        first = int(parent.value[0][0].start_mark.index)
        begin = source.line_start(first)
        if not source.text[begin:first].strip():
            return source.replaced(begin, begin, f"{' ' * column}{line}\n")
        after = parent.value[0][1]
    place = source.line_end(source.end_of(after))
    return source.replaced(place, place, f"\n{' ' * column}{line}")


def _neighbour(parent: yaml.MappingNode, step: str, order: Sequence[str]) -> yaml.Node | None:
    """The value that a new key comes after; None where it comes first."""
    if step not in order:
        return next((value for _, value in reversed(parent.value)), None)
    before = order[: order.index(step)]
    known: list[yaml.Node] = [value for key, value in parent.value if key.value in before]
    return next(reversed(known), None)


def _into_braces(source: Source, parent: yaml.MappingNode, step: str, value: Value) -> str:
    if not isinstance(value, str):
        raise EditError("Hier kan geen lijst of blok bij. Maak deze wijziging in de tekst zelf.")
    written = f"{step}: {scalar(value, Setting.FLOW_VALUE)}"
    if not parent.value:
        place = int(parent.start_mark.index) + 1
        return source.replaced(place, place, written)
    place = source.end_of(parent.value[-1][1])
    return source.replaced(place, place, f", {written}")


def inserted(source: Source, held: yaml.SequenceNode, number: int, value: Value) -> str:
    """The text with an item put into a list before the item of this number."""
    if held.flow_style:
        if not isinstance(value, str):
            raise EditError("Deze lijst staat tussen haakjes. Maak de wijziging in de tekst zelf.")
        written = scalar(value, Setting.FLOW)
        if number == 0:
            place = int(held.start_mark.index) + 1
            return source.replaced(place, place, f"{written}, " if held.value else written)
        place = source.end_of(held.value[number - 1])
        return source.replaced(place, place, f", {written}")
    column = int(held.start_mark.column)
    item = f"{' ' * column}-{_behind_dash(value, column)}"
    if number == 0:
        begin = source.line_start(int(held.start_mark.index))
        return source.replaced(begin, begin, f"{item}\n")
    place = source.line_end(source.end_of(held.value[number - 1]))
    return source.replaced(place, place, f"\n{item}")


def _behind_key(value: Value, column: int, key: str) -> str:
    if isinstance(value, str):
        return f" {scalar(value, Setting.VALUE, indent=column + 2)}"
    written = collection(value, column, Setting.VALUE, key)
    return written if written.startswith("\n") else f" {written}"


def _behind_dash(value: Value, column: int) -> str:
    if isinstance(value, str):
        return f" {scalar(value, Setting.ITEM, indent=column + 2)}"
    if not isinstance(value, Mapping):
        raise EditError("Een lijst in een lijst kennen we niet.")
    return " " + _lines(value, column + 2).lstrip()


def collection(value: Value, column: int, setting: Setting, key: str) -> str:
    """A list or block as it stands behind a key; one that does not fit the line stands below."""
    pad = " " * (column + 2)
    if isinstance(value, Mapping):
        if setting is not Setting.VALUE:
            raise EditError("Hier kan geen blok bij. Maak deze wijziging in de tekst zelf.")
        return "\n" + _lines(value, column + 2)
    texts = [one for one in value if isinstance(one, str)]
    if len(texts) < len(value):
        return "".join(f"\n{pad}-{_behind_dash(one, column + 2)}" for one in value)
    line = f"[{', '.join(scalar(one, Setting.FLOW) for one in texts)}]"
    if setting is not Setting.VALUE or (key not in _QUESTIONS and len(line) <= _WIDEST):
        return line
    return "".join(f"\n{pad}-{_behind_dash(one, column + 2)}" for one in texts)


def _lines(block: Mapping[str, Value], column: int) -> str:
    pad = " " * column
    return "\n".join(
        f"{pad}{key}:{_behind_key(value, column, key)}" for key, value in block.items() if value
    )
