"""Brings a message that nobody asked for just now to a Telegram chat, once, and says how it went.

Waiting and trying again are the courier's, who knows what else is to be sent.
"""

import asyncio
import logging
from collections.abc import Callable

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.post import (
    Arrived,
    Away,
    Closed,
    Ending,
    Halted,
    Letter,
    Moved,
    Refused,
    Uneditable,
    Unsure,
)
from bot.channels.telegram_sender import fields_of, halt_of
from bot.channels.telegram_text import Markup, Parcel, render
from bot.channels.telegram_transport import UnreachableError, call

_LOG = logging.getLogger(__name__)
_PATIENCE = 5.0  # seconds for an answer, as the library has it; whoever has none is tried again
_PREFIX = "telegram:"
# What Telegram says in words only (400); read in the tests of python-telegram-bot and grammY.
_NO_CHAT = ("chat not found", "user is deactivated", "chat_id is empty", "peer_id_invalid")
_SAME = "message is not modified"


class TelegramPost:
    """Sends and edits single messages."""

    def __init__(self, bot: Bot, is_answering: Callable[[], bool]) -> None:
        """Sends as this bot; asks the conversation whether somebody waits for an answer."""
        self._bot = bot
        self._is_answering = is_answering
        self._closed = False
        self._under_way: set[asyncio.Task[Ending]] = set()

    @property
    def is_answering(self) -> bool:
        """Whether somebody waits for an answer right now."""
        return self._is_answering()

    async def close(self, seconds: float) -> None:
        """Takes no more, and waits so many seconds at most for what is under way."""
        self._closed = True
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=seconds)

    async def deliver(self, chat: str, letter: Letter) -> Ending:
        """Edits where there is something to edit, else sends a new message."""
        if self._closed:
            return Away()
        delivering = asyncio.create_task(self._deliver(chat, letter))
        self._under_way.add(delivering)
        delivering.add_done_callback(self._under_way.discard)
        return await delivering

    async def _deliver(self, chat: str, letter: Letter) -> Ending:
        if not chat.startswith(_PREFIX):
            return Refused()
        number = int(chat.removeprefix(_PREFIX))
        parcels = render(letter.bubble)
        try:
            if letter.message is not None:
                return await self._edit(number, letter.message, parcels)
            numbers = [await self._send(number, one, silent=letter.silent) for one in parcels]
        except TelegramError as error:
            return _ending(error)
        return Arrived(message=numbers[0] if len(numbers) == 1 else None)

    async def _edit(self, chat: int, message: int, parcels: tuple[Parcel, ...]) -> Ending:
        if len(parcels) != 1:
            return Uneditable()
        try:
            fields = fields_of(chat, parcels[0], _inline(parcels[0])) | {
                "message_id": str(message)
            }
            await call(self._bot, "editMessageText", fields, _PATIENCE)
        except BadRequest as error:
            if _is_closed(error):
                raise
            if _SAME not in error.message.lower():
                return Uneditable()
        return Arrived(message=message)

    async def _send(self, chat: int, parcel: Parcel, *, silent: bool) -> int:
        fields = fields_of(chat, parcel, _inline(parcel))
        if silent:
            fields["disable_notification"] = "true"
        method = "sendVenue" if parcel.venue else "sendMessage"
        sent = await call(self._bot, method, fields, _PATIENCE)
        return int(sent["message_id"])


def _inline(parcel: Parcel) -> Markup | None:
    return None if parcel.asks_location else parcel.markup


def _is_closed(error: BadRequest) -> bool:
    said = error.message.lower()
    return any(words in said for words in _NO_CHAT)


def _ending(error: TelegramError) -> Ending:
    match error:
        case RetryAfter():
            return Halted(seconds=halt_of(error))
        case ChatMigrated(new_chat_id=chat):
            return Moved(chat=f"{_PREFIX}{chat}")
        case Forbidden():
            return Closed()
        case BadRequest():
            return Closed() if _is_closed(error) else Refused()
        case UnreachableError():
            return Away()
        case NetworkError():
            return Unsure()
        case _:
            _LOG.error("a message was not delivered: %s", type(error).__name__)
            return Unsure()
