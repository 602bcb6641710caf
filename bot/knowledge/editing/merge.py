"""Puts two people's changes of one text together, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

Lines = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A stretch of the old lines, from 0, and the lines that took its place."""

    begin: int
    end: int
    lines: tuple[str, ...]


def merged(old: str, mine: str, theirs: str) -> str | None:
    """The text with both changes in it; None where they are about the same lines."""
    lines = old.splitlines(keepends=True)
    both = {*changes(lines, mine), *changes(lines, theirs)}
    ordered = sorted(both, key=lambda one: (one.begin, one.end))
    for first, second in pairwise(ordered):
        if second.begin < first.end or second.begin == first.begin:
            return None
    for one in reversed(ordered):
        lines[one.begin : one.end] = one.lines
    return "".join(lines)


def changes(old: Lines, new: str) -> tuple[Change, ...]:
    """What became of the old lines."""
    lines = new.splitlines(keepends=True)
    found = SequenceMatcher(None, old, lines, autojunk=False).get_opcodes()
    return tuple(
        Change(begin=i, end=j, lines=tuple(lines[k:m]))
        for tag, i, j, k, m in found
        if tag != "equal"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line of a difference: its sign (space, - or +) and its text."""

    sign: str
    text: str


def difference(old: str, new: str, around: int = 1) -> tuple[Shown, ...]:
    """The lines that differ, with a few around them; an empty sign stands for lines left out."""
    before, after = old.splitlines(), new.splitlines()
    shown: list[Shown] = []
    for group in SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(around):
        if shown:
            shown.append(Shown(sign="", text=""))
        for tag, i, j, k, m in group:
            if tag == "equal":
                shown += [Shown(sign=" ", text=line) for line in before[i:j]]
                continue
            shown += [Shown(sign="-", text=line) for line in before[i:j]]
            shown += [Shown(sign="+", text=line) for line in after[k:m]]
    return tuple(shown)
