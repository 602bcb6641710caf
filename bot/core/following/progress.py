"""How far a message for many is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """To how many people it went, waits, and will not come."""

    sent: int = 0
    due: int = 0
    unreachable: int = 0
    refused: int = 0
    stopped: int = 0
    expired: int = 0

    @property
    def told(self) -> int:
        """How many people have it or will have it."""
        return self.sent + self.due

    @property
    def meant(self) -> int:
        """For how many people it was."""
        ended = self.sent + self.unreachable + self.refused + self.stopped + self.expired
        return ended + self.due
