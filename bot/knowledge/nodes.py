"""The nodes that a YAML text is composed of, each with its place; what they mean is for others.

Values stay text: `19:30`, `nee` and `0612` are not numbers or booleans here.
"""

import re

import yaml

from bot.knowledge.problems import Spot
from bot.knowledge.slips import quoted


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads a tree of nodes; what a value may mean is for its reader to say."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: object) -> str:
        """No tag: nobody asks for it, and working it out takes as long as the rest."""
        return ""


def compose(text: str) -> yaml.Node | None:
    """The tree of a text, or nothing where it is empty. Raises a YAMLError."""
    node: yaml.Node | None = yaml.compose(text, Loader=Loader)
    return node


def spot_of(node: yaml.Node, path: str) -> Spot:
    """The place of a node."""
    mark, end = node.start_mark, node.end_mark
    width = end.column - mark.column if end.line == mark.line else 1
    return Spot(path, mark.line + 1, mark.column + 1, max(width, 1))


def is_empty(node: yaml.Node) -> bool:
    """Whether a node is a text with nothing in it."""
    return isinstance(node, yaml.ScalarNode) and (
        not node.style and node.value in ("", "~", "null")
    )


def text_of(node: yaml.Node) -> str | None:
    """The text of a node, or nothing where it is a list or a block."""
    if not isinstance(node, yaml.ScalarNode):
        return None
    return "" if is_empty(node) else str(node.value).strip()


def as_text(node: yaml.Node) -> str:
    """What to type where a colon made a block of a text."""
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        key, value = node.value[0]
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            return f"Zet er aanhalingstekens om: {quoted(f'{key.value}: {value.value}')}"
    return "Staat er een dubbele punt in? Zet dan aanhalingstekens om de hele tekst."


_GLUED = re.compile(r"(?:- *)?([\w-]+):(?!//)(\S.*)", re.DOTALL)


def as_block(node: yaml.Node) -> str:
    """What to type where a missing space made a text of a block."""
    glued = _GLUED.match(node.value) if isinstance(node, yaml.ScalarNode) else None
    if glued:
        return f"Zet een spatie na de dubbele punt: {glued[1]}: {glued[2].split(' ')[0]} …"
    return "Kijk in een ander bestand hoe het daar staat."
