"""Changes one value in the text of a YAML file, and leaves every other line as it is.

The places come from the parser's marks; nothing is written out anew. Each change is read back
and held against what was meant before it is given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import yaml

from bot.knowledge.editing.scalars import Setting, scalar
from bot.knowledge.reader import Loader, is_empty

Value = str | Sequence["Value"] | Mapping[str, "Value"]
Steps = tuple[str | int, ...]
_WIDEST = 88  # characters of a list on one line
_QUESTIONS = ("vragen", "wel", "niet")  # lists that stand one under the other however short


class EditError(Exception):
    """This change cannot be made in this text; an editor can make it by hand."""


def edited(text: str, at: Steps, value: Value | None, order: Sequence[str] = ()) -> str:
    """The text with another value at the end of these keys and numbers; None or empty removes it.

    A number that is one too high adds to a list. `order` tells where a new key goes among its
    neighbours. Raises EditError where it cannot be done.
    """
    if isinstance(value, str):
        value = value.replace("\r\n", "\n").strip()
    value = value or None
    root = _read(text)
    held = _found(root, at)
    if isinstance(value, Sequence) and not isinstance(value, str):
        if isinstance(held, yaml.SequenceNode):
            return _with_items(text, at, [one for one in value if one])
        if isinstance(held, yaml.ScalarNode) and not is_empty(held) and len(value) == 1:
            value = value[0]
    if value is None and (held is None or len(at) == 0):
        return text
    changed = _changed(Source(text=text, root=root), at, value, order)
    _hold_against(changed, _applied(_told(root), at, value))
    return changed


def told(text: str) -> Value:
    """What a text holds: blocks, lists and texts. Raises EditError where it cannot be read."""
    return _told(_read(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text with its tree."""

    text: str
    root: yaml.Node

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def line_start(self, place: int) -> int:
        """Where the line of a place begins."""
        return max(self.text.rfind("\n", 0, place), self.text.rfind("\r", 0, place)) + 1

    def line_end(self, place: int) -> int:
        """Where the line of a place ends, before its line break."""
        ends = (self.text.find(sign, place) for sign in "\r\n")
        return min((end for end in ends if end >= 0), default=len(self.text))

    def next_line(self, place: int) -> int:
        """Where the line after that of a place begins."""
        end = self.line_end(place)
        return end + (2 if self.text.startswith("\r\n", end) else 1 if end < len(self.text) else 0)

    def replaced(self, begin: int, end: int, fresh: str) -> str:
        """The text with a stretch replaced; fresh line breaks are as the others."""
        return self.text[:begin] + fresh.replace("\n", self.newline) + self.text[end:]

    def end_of(self, node: yaml.Node) -> int:
        """Where the last sign of a value stands, without the white space after it."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.end_of(last[1] if isinstance(last, tuple) else last)
        begin, end = int(node.start_mark.index), int(node.end_mark.index)
        return begin + len(self.text[begin:end].rstrip())


def _read(text: str) -> yaml.Node:
    try:
        root = yaml.compose(text, Loader=Loader)
    except yaml.YAMLError as error:
        raise EditError("Dit bestand is nu niet als YAML te lezen.") from error
    if not isinstance(root, yaml.MappingNode):
        raise EditError("Dit bestand begint niet met ‘woord: tekst’.")
    return root


def _told(node: yaml.Node) -> Value:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _told(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_told(one) for one in node.value]
    return "" if is_empty(node) else str(node.value).strip()


def _found(node: yaml.Node | None, at: Steps) -> yaml.Node | None:
    for step in at:
        if isinstance(step, int):
            node = _item(node, step)
        elif isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        else:
            return None
    return node


def _item(node: yaml.Node | None, number: int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode):
        return node.value[number] if 0 <= number < len(node.value) else None
    return node if number == 0 else None  # one block counts as a list of one


def _applied(tree: Value, at: Steps, value: Value | None) -> Value:
    """A tree of texts with another value at a place; what becomes empty goes."""
    if not at:
        return value or ""
    step, rest = at[0], at[1:]
    if isinstance(step, int):
        items = list(tree) if isinstance(tree, list) else [tree] if tree else []
        inner = _applied(items[step] if step < len(items) else "", rest, value)
        items[step : step + 1] = [inner] if inner else []
        return items if isinstance(tree, list) or not tree or len(items) != 1 else items[0]
    block = dict(tree) if isinstance(tree, Mapping) else {}
    inner = _applied(block.get(step, ""), rest, value)
    if not inner:
        block.pop(step, None)
    else:
        block[step] = inner
    return block


def _hold_against(changed: str, wanted: Value) -> None:
    if _told(_read(changed)) != wanted:
        raise EditError("Deze wijziging past niet in het bestand. Maak haar in de tekst zelf.")


def _changed(source: Source, at: Steps, value: Value | None, order: Sequence[str]) -> str:
    """The text with one value changed, added or taken away."""
    for depth in range(len(at)):
        parent, step = _found(source.root, at[:depth]), at[depth]
        held = _found(parent, (step,))
        if held is None or (is_empty(held) and depth + 1 < len(at)):
            inner = _nested(at[depth + 1 :], value)
            return _added(source, parent, step, held, inner, order)
    if value is None:
        return _removed(source, at)
    held = _found(source.root, at)
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
        fresh = _collection(value, column, _setting(at, flow=flow), str(at[-1]))
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
    parents = (_found(source.root, at[:depth]) for depth in range(len(at)))
    return any(isinstance(one, yaml.CollectionNode) and one.flow_style for one in parents)


def _column_of_key(source: Source, at: Steps) -> int:
    """Where the key or dash of a value stands in its line."""
    parent = _found(source.root, at[:-1])
    if isinstance(parent, yaml.MappingNode):
        for key, _ in parent.value:
            if key.value == at[-1]:
                return int(key.start_mark.column)
    return int(parent.start_mark.column) if parent is not None else 0


def _with_items(text: str, at: Steps, items: Sequence[Value]) -> str:
    """The text with the items of a list changed one by one, so that the others stay."""
    had = _told(_found(_read(text), at) or _read(text))
    was = list(had) if isinstance(had, list) else []
    if not items:
        return edited(text, at, None)
    keys = [repr(one) for one in was], [repr(one) for one in items]
    for tag, i, j, k, m in reversed(SequenceMatcher(None, *keys, autojunk=False).get_opcodes()):
        if tag == "equal":
            continue
        paired = min(j - i, m - k)
        for number in range(m - k - 1, paired - 1, -1):
            text = _inserted(text, at, i + paired, items[k + number])
        for number in range(paired):
            text = edited(text, (*at, i + number), items[k + number])
        for number in range(j - 1, i + paired - 1, -1):
            text = edited(text, (*at, number), None)
    return text


# Adding


def _added(
    source: Source,
    parent: yaml.Node | None,
    step: str | int,
    held: yaml.Node | None,
    value: Value,
    order: Sequence[str],
) -> str:
    if isinstance(parent, yaml.SequenceNode) and isinstance(step, int):
        return _insert(source, parent, len(parent.value), value)
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
        return parent.value[-1][1]
    before = order[: order.index(step)]
    known: list[yaml.Node] = [value for key, value in parent.value if key.value in before]
    return known[-1] if known else None


def _into_braces(source: Source, parent: yaml.MappingNode, step: str, value: Value) -> str:
    if not isinstance(value, str):
        raise EditError("Hier kan geen lijst of blok bij. Maak deze wijziging in de tekst zelf.")
    written = f"{step}: {scalar(value, Setting.FLOW_VALUE)}"
    if not parent.value:
        place = int(parent.start_mark.index) + 1
        return source.replaced(place, place, written)
    place = source.end_of(parent.value[-1][1])
    return source.replaced(place, place, f", {written}")


def _inserted(text: str, at: Steps, number: int, value: Value) -> str:
    root = _read(text)
    held = _found(root, at)
    if not isinstance(held, yaml.SequenceNode):
        raise EditError("Hier staat geen lijst.")
    changed = _insert(Source(text=text, root=root), held, number, value)
    items = list(_told(held))
    items.insert(number, value)
    _hold_against(changed, _applied(_told(root), at, items))
    return changed


def _insert(source: Source, held: yaml.SequenceNode, number: int, value: Value) -> str:
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
    written = _collection(value, column, Setting.VALUE, key)
    return written if written.startswith("\n") else f" {written}"


def _behind_dash(value: Value, column: int) -> str:
    if isinstance(value, str):
        return f" {scalar(value, Setting.ITEM, indent=column + 2)}"
    if not isinstance(value, Mapping):
        raise EditError("Een lijst in een lijst kennen we niet.")
    return " " + _lines(value, column + 2).lstrip()


def _collection(value: Value, column: int, setting: Setting, key: str) -> str:
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


# Taking away


def _removed(source: Source, at: Steps) -> str:
    parent = _found(source.root, at[:-1])
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
