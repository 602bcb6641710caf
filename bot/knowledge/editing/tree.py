"""The tree of a YAML text with the place of each value, and how a tree is once it is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import yaml

from bot.knowledge.nodes import compose, is_empty

Value = str | Sequence["Value"] | Mapping[str, "Value"]
Steps = tuple[str | int, ...]

_REMEMBERED = 6  # trees; each step of a change is read back


class EditError(Exception):
    """This change cannot be made in this text; an editor can make it by hand."""


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


@lru_cache(maxsize=_REMEMBERED)
def composed(text: str) -> yaml.Node | None:
    """As `compose`; the trees of a draft as it was and is are remembered, and never changed."""
    return compose(text)


def read_tree(text: str) -> yaml.Node:
    """The tree of a text. Raises EditError where it cannot be read, or begins with no key."""
    try:
        root = composed(text)
    except yaml.YAMLError as error:
        raise EditError("Dit bestand is nu niet als YAML te lezen.") from error
    if not isinstance(root, yaml.MappingNode):
        raise EditError("Dit bestand begint niet met ‘woord: tekst’.")
    return root


def told_by(node: yaml.Node) -> Value:
    """What a node holds: blocks, lists and texts."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): told_by(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [told_by(one) for one in node.value]
    return "" if is_empty(node) else str(node.value).strip()


def found_in(node: yaml.Node | None, at: Steps) -> yaml.Node | None:
    """The node at a place, or nothing."""
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


def applied(tree: Value, at: Steps, value: Value | None) -> Value:
    """A tree of texts with another value at a place; what becomes empty goes."""
    if not at:
        return value or ""
    step, rest = at[0], at[1:]
    if isinstance(step, int):
        items = list(tree) if isinstance(tree, list) else [tree] if tree else []
        inner = applied(items[step] if step < len(items) else "", rest, value)
        items[step : step + 1] = [inner] if inner else []
        return items if isinstance(tree, list) or not tree or len(items) != 1 else items[0]
    block = dict(tree) if isinstance(tree, Mapping) else {}
    inner = applied(block.get(step, ""), rest, value)
    if not inner:
        block.pop(step, None)
    else:
        block[step] = inner
    return block


def told(text: str) -> Value:
    """What a text holds: blocks, lists and texts. Raises EditError where it cannot be read."""
    return told_by(read_tree(text))
