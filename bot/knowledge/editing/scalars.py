"""Writes one text as YAML, so that it reads back as it was and looks as editors write it."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

import yaml

from bot.knowledge.nodes import Loader, is_empty
from bot.knowledge.slips import quoted, slips_before

Write = Callable[[str], str | None]


class Setting(StrEnum):
    """Where a text stands, by what it takes to try it there."""

    VALUE = "k: {}"  # behind a key
    ITEM = "- {}"  # behind a dash
    FLOW = "[{}]"  # between brackets
    FLOW_VALUE = "{{k: {}}}"  # behind a key between braces


def scalar(text: str, setting: Setting, *, style: str = "", indent: int = 0) -> str:
    """The text as YAML: in this style (`"`, `'`, or `|`) where that can be, else the plainest.

    `indent` is where the lines of a text of several lines begin.
    """
    block = partial(_block, indent=indent)
    ways: dict[str, Write] = {'"': quoted, "'": _single, "|": block}
    for write in (ways.get(style, _plain), _plain, quoted, _single, block):
        written = write(text)
        if written is not None and _reads_back(written, text, setting):
            return written
    return _escaped(text)


def _plain(text: str) -> str:
    return text


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _block(text: str, *, indent: int) -> str | None:
    if "\n" not in text or text != text.strip():
        return None
    lines = (f"{' ' * indent}{line}" if line.strip() else "" for line in text.split("\n"))
    return "\n".join(("|-", *lines))


def _escaped(text: str) -> str:
    told: str = yaml.dump(text, default_style='"', width=10**9, allow_unicode=True)
    return told.strip()


def _reads_back(written: str, text: str, setting: Setting) -> bool:
    whole = setting.format(written)
    if written.startswith("|-") and setting not in (Setting.VALUE, Setting.ITEM):
        return False
    if not written.startswith("|-") and "\n" in written:
        return False
    if any(True for _ in slips_before(whole.split("\n"))):
        return False
    try:
        node = yaml.compose(whole, Loader=Loader)
    except yaml.YAMLError:
        return False
    inner = node.value[0] if node is not None and len(node.value) == 1 else None
    inner = inner[1] if isinstance(inner, tuple) else inner
    return isinstance(inner, yaml.ScalarNode) and not is_empty(inner) and inner.value == text
