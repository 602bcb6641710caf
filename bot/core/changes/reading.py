"""All that was read of one announcement, before it is decided whether to ask."""

from dataclasses import dataclass
from datetime import date

from bot.core.changes.names import Names
from bot.core.changes.period import Period
from bot.core.changes.shifts import Shift
from bot.core.changes.signs import Row
from bot.core.programme.changes import What


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is read of one announcement, and the signs it was read from."""

    row: Row
    names: Names
    what: What
    period: Period
    day_shift: Shift | None
    new_time: str | None
    time_question: str | None
    new_place: str | None
    today: date

    @property
    def is_off(self) -> bool:
        """Whether something does not go on."""
        return self.what in (What.CANCELLED, What.CLOSED_PERIOD)

    @property
    def new_day(self) -> date | None:
        """The day to which it is moved."""
        said = (self.new_time or "")[:10]
        return date.fromisoformat(said) if len(said) == 10 and said[4] == "-" else None
