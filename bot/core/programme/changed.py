"""A date that differs from the regular one, and how."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.core.model import Occurrence


class State(StrEnum):
    """How a changed date differs from the regular one."""

    AS_PLANNED = "as_planned"  # with a note
    CANCELLED = "cancelled"
    CLOSED = "closed"  # in a period in which the place is closed
    MOVED = "moved"
    OTHER_TIME = "other_time"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed(Occurrence):
    """An occurrence that differs from the regular one, and how; `was` is the regular one."""

    state: State
    was: Occurrence | None = None  # None: an extra date, or one that the words did not fix
    place: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()  # the ids of the changes that made it so

    @property
    def is_off(self) -> bool:
        """Whether it does not take place."""
        return self.state in (State.CANCELLED, State.CLOSED)


def is_off(occurrence: Occurrence) -> bool:
    """Whether this date is cancelled, or falls in a closed period."""
    return isinstance(occurrence, Changed) and occurrence.is_off


def day_of(occurrence: Occurrence) -> date:
    """The day an occurrence begins."""
    start = occurrence.start
    return start.date() if isinstance(start, datetime) else start


def moment_of(occurrence: Occurrence) -> datetime:
    """When an occurrence begins; at midnight where only its day is known."""
    start = occurrence.start
    return start if isinstance(start, datetime) else datetime.combine(start, time())
