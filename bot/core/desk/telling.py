"""Tells what has been done, or that it could not be."""

from collections.abc import Iterable

from bot.core.happenings import Failed, Forgot, Happening
from bot.core.reply import Bubble

NOT_DONE = (
    "Dat lukt nu niet, door een storing bij ons. Er is niets veranderd. Probeer het straks nog "
    "eens."
)


def tell(happened: Iterable[Happening], language: str) -> tuple[Bubble, ...]:
    """What is said about the deeds of one decision, in the order in which they were done."""
    return tuple(bubble for one in happened for bubble in _told(one, language))


def _told(one: Happening, language: str) -> tuple[Bubble, ...]:
    match one:
        case Forgot():
            return ()  # the reply says so already
        case Failed():
            return (Bubble(pieces=(NOT_DONE,)),)
