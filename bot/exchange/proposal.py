"""What a linter or an import proposes to a person: a change, or other words for the schedule."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class What(StrEnum):
    """What a proposal is about, in the words that editors read."""

    CANCELLED = "vervalt"
    MOVED = "andere plek"
    OTHER_TIME = "andere tijd"
    CLOSED = "dicht"
    EXTRA = "extra"
    STARTS = "begint op"
    RESUMED = "weer gewoon"
    NOTE = "mededeling"
    SCHEDULE = "wanneer"  # other words for the schedule
    EXCEPT = "behalve"  # a regular exception to the schedule
    REMARK = "per week"  # what is special about some weeks
    TEXT = "tekst"  # other words for a text
    PLACE = "plaats"
    SAME = "dubbel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One thing a person may agree to; only what the words say is filled in."""

    what: What
    days: tuple[date, ...] = ()  # separate days
    first: date | None = None  # or a stretch; without a last day it stays so
    last: date | None = None
    time: str = ""  # 20.00 or 20.00-21.15
    place: str = ""
    words: str = ""  # the schedule phrase, the exception, the remark or the text proposed
    reason: str = ""
    past: bool = False  # it was over when the source was read: the words can go
