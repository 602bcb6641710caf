"""What an export could not say in the target format, record by record."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One fact of one record that the target format has no place for, in plain Dutch."""

    record: str  # the id of the activity
    fact: str  # which fact, by its name in the knowledge files
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A finished file with its loss report."""

    content: bytes
    losses: tuple[Loss, ...] = ()
    count: int = 0  # how many activities are in it


def summary_of(losses: Iterable[Loss]) -> tuple[tuple[str, int], ...]:
    """How often each fact was lost and why, the most frequent first."""
    counted = Counter(f"{loss.fact}: {loss.reason}" for loss in losses)
    return tuple(counted.most_common())


def report_of(losses: Iterable[Loss]) -> str:
    """The loss report as text: one line a record and fact."""
    lines = [f"{loss.record}\t{loss.fact}\t{loss.reason}" for loss in losses]
    return "\n".join(["activiteit\twat\twaarom", *lines]) + "\n"
