"""One message for many: what it says in each language, how urgent it is, and from when to when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.reply import Bubble


class Purpose(StrEnum):
    """Why a message is sent; the urgent ones go before the others."""

    CHANGE = "change"  # something goes on differently
    REMINDER = "reminder"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What is told to everyone it concerns, each once.

    The moments are instants in UTC without a zone; after `expires` telling it is of no use.
    """

    id: str  # the same id is told once, however often it is entered
    purpose: Purpose
    bubbles: Mapping[str, Bubble]  # by language; Dutch is always there
    due: datetime
    expires: datetime | None = None
    silent: bool = False
    changes: tuple[str, ...] = ()  # the ids of the changes it tells of
    held: bool = False  # waits for a second coordinator's yes
    planned: bool = False  # is for later; who follows by then is told

    @property
    def waits(self) -> bool:
        """Whether it goes to nobody yet."""
        return self.held or self.planned
