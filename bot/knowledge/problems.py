"""What is wrong in the knowledge, with the place, the rule, the reason and the remedy."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA


class Severity(StrEnum):
    """Whether a problem keeps the knowledge from being served."""

    ERROR = "error"
    WARNING = "warning"


class Spot(NamedTuple):  # of which a start makes twenty thousand: a third of the time
    """A place in a file; line and column count from 1, width in characters."""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing for an editor to mend, in plain Dutch."""

    spot: Spot
    severity: Severity
    rule: str
    message: str
    hint: str = ""


@dataclass(slots=True)
class Report:
    """Collects the problems of one reading, so that an editor sees all of them at once."""

    found: list[Problem] = field(default_factory=list)

    def error(self, spot: Spot, rule: str, message: str, hint: str = "") -> None:
        """Notes a problem that must be mended before this knowledge is served."""
        self._note(spot, Severity.ERROR, rule, message, hint)

    def warning(self, spot: Spot, rule: str, message: str, hint: str = "") -> None:
        """Notes a problem that may wait."""
        self._note(spot, Severity.WARNING, rule, message, hint)

    @property
    def sound(self) -> bool:
        """Whether nothing keeps this knowledge from being served."""
        return all(problem.severity is not Severity.ERROR for problem in self.found)

    def in_order(self) -> tuple[Problem, ...]:
        """The problems by file, line and column."""
        return tuple(
            sorted(self.found, key=lambda p: (p.spot.path, p.spot.line, p.spot.column, p.rule))
        )

    def extend(self, problems: Iterable[Problem]) -> None:
        """Takes over problems that were found elsewhere, or remembered."""
        self.found.extend(problems)

    def _note(self, spot: Spot, severity: Severity, rule: str, message: str, hint: str) -> None:
        problem = Problem(spot=spot, severity=severity, rule=rule, message=message, hint=hint)
        self.found.append(problem)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question with the nearest known word, or nothing where none is near.

    Of those as near, one that begins as the word does is likelier meant.
    """
    near = process.extract(
        word,
        sorted(known),
        scorer=OSA.normalized_similarity,
        processor=str.casefold,
        score_cutoff=0.6,
        limit=None,
    )
    if not near:
        return ""
    first = word[:1].casefold()
    found, _, _ = max(near, key=lambda one: (one[1], one[0].casefold().startswith(first)))
    return f"Bedoelde je ‘{found}’?"


_SHOWN = 96  # characters of a line that fit beside each other
_BEFORE = 40  # of them before the spot, where the line is longer


def marked(line: str, spot: Spot) -> tuple[str, str]:
    """A line of a file as people see it, and a line below with marks under the spot."""
    text = line.rstrip("\r\n").replace("\t", "→").replace("\u00a0", "␣")
    at = min(max(spot.column - 1, 0), len(text))
    first = max(0, at - _BEFORE) if len(text) > _SHOWN else 0
    shown = text[first : first + _SHOWN]
    front, back = ("…" if first else ""), ("…" if first + _SHOWN < len(text) else "")
    place = at - first + len(front)
    width = max(1, min(spot.width, len(front) + len(shown) - place))
    return f"{front}{shown}{back}", " " * place + "^" * width
