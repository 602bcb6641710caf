"""The signs of an announcement: days, hours, places, stops and plain words in a row.

    "groep emmen vr 4 dec om 11 ipv 10 uur"    groep P D om T ipv T

so that what happens to a group can be read with patterns over that row (`bot.core.changes.cues`).
"""

import re
from typing import NamedTuple

from bot.core.changes.days import Days
from bot.core.changes.hours import Hours
from bot.core.changes.phrases import Phrase
from bot.core.places.gazetteer import Mention

_LINKS = frozenset([",", "op", "in", "de", "van", "alleen", "en", "ook", "elke", "alle", "D"])


class Sign(NamedTuple):
    """A word as patterns see it, where it stands, and what it says.

    `kind` is D days, T hours, L a length in days, U a length in minutes, P a place, "." a stop and
    "w" any word.
    """

    kind: str
    word: str
    start: int
    end: int
    days: Days | None = None
    hours: Hours | None = None
    length: int = 0
    mention: Mention | None = None
    whole: bool = False  # a day inside the name of a group: vrijdagmiddaggroep


class Row:
    """The signs of a message, and the line of words that patterns look at."""

    def __init__(self, text: str, signs: list[Sign]) -> None:
        """Writes the line, and remembers where each sign stands in it."""
        self.text = text
        self.signs = signs
        self.starts: list[int] = []
        self.ends: list[int] = []
        line = ""
        for sign in signs:
            line += " "
            self.starts.append(len(line))
            line += sign.word
            self.ends.append(len(line))
        self.line = line + " "

    def before(self, at: int) -> str:
        """The line up to a sign."""
        return self.line[: self.starts[at]]

    def after(self, at: int) -> str:
        """The line from the end of a sign on."""
        return self.line[self.ends[at] :]

    def within(self, start: int, end: int) -> range:
        """The positions of the signs in a stretch of the line."""
        inside = [
            at
            for at in range(len(self.signs))
            if start <= self.starts[at] and self.ends[at] <= end
        ]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def parts(self, one: int, other: int) -> bool:
        """Whether a stop parts two signs, so that they may be of different things."""
        words = [sign.word for sign in self.signs[min(one, other) + 1 : max(one, other)]]
        if "." in words:
            return True
        return "," in words and not all(word in _LINKS for word in words)

    def found(self, pattern: Phrase) -> re.Match[str] | None:
        """The first match in the line."""
        return pattern.search(self.line)

    def words(self, positions: range) -> str:
        """What was typed at these positions, as typed."""
        if not positions:
            return ""
        return self.text[self.signs[positions[0]].start : self.signs[positions[-1]].end]
