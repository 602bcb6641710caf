"""How a message that nobody asked for just now is brought to one chat, and how that ends."""

from dataclasses import dataclass
from typing import Protocol

from bot.core.reply import Bubble


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is brought: a text, silently or not, in the place of an earlier one or as a new one."""

    bubble: Bubble
    silent: bool = False
    message: int | None = None  # the message to put it in the place of


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """It is there, as the message with this number; None where it cannot be edited later."""

    message: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Halted:
    """Nothing may be sent to anybody for so many seconds; it did not arrive."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Away:
    """The other side cannot be reached at all; it did not arrive."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """No answer, or a failure at the other side; it may have arrived."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The chat is closed to us, or is no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The chat goes on under another key."""

    chat: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The other side will not have this message, now or later."""


@dataclass(frozen=True, slots=True)
class Uneditable:
    """The earlier message is gone or too old; a new one may go instead."""


Ending = Arrived | Halted | Away | Unsure | Closed | Moved | Refused | Uneditable


class Post(Protocol):
    """Brings letters; never raises for what may happen on the way."""

    async def deliver(self, chat: str, letter: Letter) -> Ending:
        """Brings one letter to a chat by its key."""
        ...

    @property
    def is_answering(self) -> bool:
        """Whether somebody waits for an answer right now, which goes first."""
        ...
