"""What a word may say about a day: its mark, and what goes with it."""

from typing import NamedTuple

from bot.core.model import Part


class Sense(NamedTuple):
    """What a word may say: its mark, and the number, part of the day or name that goes with it."""

    mark: str
    number: int | None = None
    part: Part | None = None
    name: str = ""


NONSENSE = Sense("x")
