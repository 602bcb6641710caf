"""The shapes that a key of a file may hold, and what is told of each key that is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a key may hold."""

    TEXT = "text"
    CHOICE = "choice"
    TEXTS = "texts"
    CHOICES = "choices"
    BLOCK = "block"
    BLOCKS = "blocks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One key that a reader asked for: the keys that lead to it, and what it may hold."""

    trail: tuple[str, ...]
    shape: Shape
    words: tuple[str, ...] = ()  # the closed list a choice is made from


Witness = Callable[[Asked], None]
