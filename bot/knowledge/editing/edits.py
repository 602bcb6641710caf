"""Changes one value in the text of a YAML file, and leaves every other line as it is.

The places come from the parser's marks; nothing is written out anew. Each change is read back
and held against what was meant before it is given.
"""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

import yaml

from bot.knowledge.editing.adding import added, collection, inserted
from bot.knowledge.editing.scalars import Setting, scalar
from bot.knowledge.editing.tree import (
    EditError,
    Source,
    Steps,
    Value,
    applied,
    found_in,
    read_tree,
    told_by,
)
from bot.knowledge.nodes import is_empty

Order = Callable[[Steps], Sequence[str]]


def edited(text: str, at: Steps, value: Value | None, order: Order = lambda _: ()) -> str:
    """The text with another value at the end of these keys and numbers; None or empty removes it.

    A number that is one too high adds to a list. `order` tells the keys that may stand
    beside a new one, in their order. Raises EditError where it cannot be done.
    """
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").strip()
    value = value or None
    root = read_tree(text)
    held = found_in(root, at)
    if isinstance(value, Sequence) and not isinstance(value, str):
        if isinstance(held, yaml.SequenceNode):
            return _with_items(text, at, [one for one in value if one])
        if isinstance(held, yaml.ScalarNode) and not is_empty(held) and len(value) == 1:
            value = value[0]
    if value is None and (held is None or len(at) == 0):
        return text
    changed = _changed(Source(text=text, root=root), at, value, order)
    _hold_against(changed, applied(told_by(root), at, value))
    return changed


def _hold_against(changed: str, wanted: Value) -> None:
    if told_by(read_tree(changed)) != wanted:
        raise EditError("Deze wijziging past niet in het bestand. Maak haar in de tekst zelf.")


def _changed(source: Source, at: Steps, value: Value | None, order: Order) -> str:
    """The text with one value changed, added or taken away."""
    for depth in range(len(at)):
        parent, step = found_in(source.root, at[:depth]), at[depth]
        held = found_in(parent, (step,))
        if held is None or (is_empty(held) and depth + 1 < len(at)):
            inner = _nested(at[depth + 1 :], value)
            return added(source, parent, step, held, inner, order(at[: depth + 1]))
    if value is None:
        return _removed(source, at)
    held = found_in(source.root, at)
    assert held is not None  # noqa: S101 - every step of it was found
    return _replaced(source, held, at, value)


def _nested(rest: Steps, value: Value | None) -> Value:
    if value is None:
        raise EditError("Wat er niet is, kan niet weg.")
    for step in reversed(rest):
        value = [value] if isinstance(step, int) else {step: value}
    return value


# Changing


def _replaced(source: Source, held: yaml.Node, at: Steps, value: Value) -> str:
    if isinstance(held, yaml.CollectionNode) and isinstance(value, str):
        raise EditError("Hier staat een lijst of blok. Verander die in de tekst zelf.")
    begin = int(held.start_mark.index)
    end = source.end_of(held)
    column = _column_of_key(source, at)
    flow = _in_flow(source, at)
    if not isinstance(value, str):
        fresh = collection(value, column, _setting(at, flow=flow), str(at[-1]))
        begin -= source.text[begin - 1 : begin] == " " and fresh.startswith("\n")
        return source.replaced(begin, end, fresh)
    style = getattr(held, "style", None) or ""
    fresh = scalar(value, _setting(at, flow=flow), style=style, indent=column + 2)
    gap = " " if begin == end and source.text[begin - 1 : begin] not in (" ", "") else ""
    return source.replaced(begin, end, gap + fresh)


def _setting(at: Steps, *, flow: bool) -> Setting:
    if isinstance(at[-1], int):
        return Setting.FLOW if flow else Setting.ITEM
    return Setting.FLOW_VALUE if flow else Setting.VALUE


def _in_flow(source: Source, at: Steps) -> bool:
    parents = (found_in(source.root, at[:depth]) for depth in range(len(at)))
    return any(isinstance(one, yaml.CollectionNode) and one.flow_style for one in parents)


def _column_of_key(source: Source, at: Steps) -> int:
    """Where the key or dash of a value stands in its line."""
    parent = found_in(source.root, at[:-1])
    if isinstance(parent, yaml.MappingNode):
        for key, _ in parent.value:
            if key.value == at[-1]:
                return int(key.start_mark.column)
    return int(parent.start_mark.column) if parent is not None else 0


def _with_items(text: str, at: Steps, items: Sequence[Value]) -> str:
    """The text with the items of a list changed one by one, so that the others stay."""
    had = told_by(found_in(read_tree(text), at) or read_tree(text))
    was = list(had) if isinstance(had, list) else []
    if not items:
        return edited(text, at, None)
    keys = [repr(one) for one in was], [repr(one) for one in items]
    for tag, i, j, k, m in reversed(SequenceMatcher(None, *keys, autojunk=False).get_opcodes()):
        if tag == "equal":
            continue
        paired = min(j - i, m - k)
        for number in range(m - k - 1, paired - 1, -1):
            text = _with_item(text, at, i + paired, items[k + number])
        for number in range(paired):
            text = edited(text, (*at, i + number), items[k + number])
        for number in range(j - 1, i + paired - 1, -1):
            text = edited(text, (*at, number), None)
    return text


def _with_item(text: str, at: Steps, number: int, value: Value) -> str:
    root = read_tree(text)
    held = found_in(root, at)
    if not isinstance(held, yaml.SequenceNode):
        raise EditError("Hier staat geen lijst.")
    changed = inserted(Source(text=text, root=root), held, number, value)
    items = list(told_by(held))
    items.insert(number, value)
    _hold_against(changed, applied(told_by(root), at, items))
    return changed


# Taking away


def _removed(source: Source, at: Steps) -> str:
    parent = found_in(source.root, at[:-1])
    if not isinstance(parent, yaml.CollectionNode) or len(parent.value) == 1:
        if len(at) == 1:
            raise EditError("Dit is het enige wat in het bestand staat.")
        return _removed(source, at[:-1])
    if isinstance(parent, yaml.MappingNode):
        number = next(n for n, (key, _) in enumerate(parent.value) if key.value == at[-1])
        stretches = [(int(key.start_mark.index), value) for key, value in parent.value]
    else:
        number = int(at[-1])
        stretches = [(int(one.start_mark.index), one) for one in parent.value]
    begin, value = stretches[number]
    if parent.flow_style:
        if number + 1 < len(stretches):
            return source.replaced(begin, stretches[number + 1][0], "")
        return source.replaced(source.end_of(stretches[number - 1][1]), source.end_of(value), "")
    line = source.line_start(begin)
    before = source.text[line:begin].strip()
    if before and isinstance(parent, yaml.MappingNode):  # behind a dash: the next key takes over
        return source.replaced(begin, stretches[number + 1][0], "")
    return source.replaced(line, source.next_line(source.end_of(value)), "")
