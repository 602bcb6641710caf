"""The help lines: the one place where a reply can get a number from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

STALE_AFTER = 90  # days since a line was last checked


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One line: for whom, how to reach it, when, at what cost, and where we read that."""

    id: str
    name: str
    purpose: Mapping[str, str]  # language → what it is for
    shown: Mapping[str, str]  # language → the whole line as shown, the number at its start
    numbers: tuple[str, ...]  # all numbers it may be shown with
    web: str
    hours: str
    cost: str
    source: str
    dated: str
    read: date
    called: str
    link_only: bool = False
    line: int = 0  # in the file it was read from

    def show(self, language: str) -> str:
        """The line as shown in a language; in English or Dutch where there is no such text."""
        return self.shown.get(language) or self.shown.get("en", "") or self.shown["nl"]

    def explain(self, language: str) -> str:
        """The line as shown, followed by what it is for."""
        purpose = self.purpose.get(language)
        return f"{self.show(language)} ({purpose})" if purpose else self.show(language)


def stale_lines(lines: Mapping[str, HelpLine], today: date) -> tuple[HelpLine, ...]:
    """The lines that were checked too long ago."""
    return tuple(line for line in lines.values() if (today - line.read).days > STALE_AFTER)
