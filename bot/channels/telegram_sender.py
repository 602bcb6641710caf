"""Sends a reply to a Telegram chat and bears with the network and Telegram's limits."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any

from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.recent import Recent
from bot.channels.telegram_text import Markup, Parcel, render, split
from bot.channels.telegram_transport import UnreachableError, call
from bot.core.reply import Document, Reply

Pause = Callable[[float], Awaitable[None]]

_LOG = logging.getLogger(__name__)
_HALTS = 3  # times that one message waits for a limit (429)
_TIMEOUTS = 1  # repeats after a time-out, for the message may have arrived
_FAILURES = 4  # repeats after an error at the other side
_HTML = {"parse_mode": "HTML", "link_preview_options": '{"is_disabled": true}'}
_NO_KEYBOARD: Markup = {"remove_keyboard": True}


def backoff(failures: int) -> float:
    """Give the seconds to wait after so many failures in a row: 1, 2, 4 … up to 30."""
    return float(min(2 ** min(failures - 1, 5), 30))


def halt_of(error: RetryAfter) -> float:
    """Give the seconds that Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def seconds_of(error: RetryAfter) -> float:
    """Give the seconds that Telegram asks to wait, and a little more."""
    return halt_of(error) + 0.1


def fields_of(chat: int, parcel: Parcel, markup: Markup | None) -> dict[str, str]:
    """Give what Telegram is asked to send, for `call`."""
    fields = {"chat_id": str(chat)}
    if markup is not None:
        fields["reply_markup"] = json.dumps(markup, ensure_ascii=False)
    if parcel.venue:
        return fields | {
            "latitude": str(parcel.venue.lat),
            "longitude": str(parcel.venue.lon),
            "title": parcel.venue.title,
            "address": parcel.venue.address,
        }
    return fields | {"text": parcel.html, **_HTML}


class Sender:
    """Sends replies in order and gives up only where going on is of no use."""

    def __init__(self, bot: Bot, *, pause: Pause = asyncio.sleep) -> None:
        self._bot = bot
        self._pause = pause
        self._with_location_key = Recent()

    async def send(self, chat: int, reply: Reply) -> None:
        """Send every bubble; a chat that is closed to us ends it quietly."""
        lost: TimedOut | None = None
        for bubble in reply.bubbles:
            for parcel in render(bubble):
                try:
                    await self._send_parcel(chat, parcel)
                except (Forbidden, ChatMigrated):
                    return
                except TimedOut as error:
                    lost = error  # the next bubble may be the one that matters
        if lost:
            raise lost

    async def attempt(self, request: Callable[[], Awaitable[Any]]) -> None:
        """Make a request whose failure may pass unnoticed by the resident."""
        try:
            await request()
        except TelegramError as error:
            _LOG.info("a request did not succeed: %s", type(error).__name__)

    async def _send_parcel(self, chat: int, parcel: Parcel) -> None:
        markup = self._markup_for(chat, parcel)
        try:
            await self._persist(partial(self._post, chat, parcel, markup))
        except BadRequest:
            _LOG.warning("Telegram refused a message (400); it is sent again as plain text")
            await self._send_plain(chat, parcel)
            return
        if markup is _NO_KEYBOARD:
            self._with_location_key.drop(chat)

    async def _post(self, chat: int, parcel: Parcel, markup: Markup | None) -> None:
        if parcel.document:
            await self._post_file(chat, parcel.document)
            return
        method = "sendVenue" if parcel.venue else "sendMessage"
        await call(self._bot, method, fields_of(chat, parcel, markup))

    async def _post_file(self, chat: int, document: Document) -> None:
        """Send a file; the library writes the form that a file has to travel in."""
        file = InputFile(document.content, filename=document.name)
        await self._bot.send_document(chat, file, disable_content_type_detection=True)

    async def _send_plain(self, chat: int, parcel: Parcel) -> None:
        try:
            for pieces in split((parcel.plain,)):
                text = "".join(piece for piece in pieces if isinstance(piece, str))
                await self._persist(partial(self._bot.send_message, chat, text))
        except BadRequest:
            _LOG.error("Telegram refused the plain text too (400); the message is given up")

    def _markup_for(self, chat: int, parcel: Parcel) -> Markup | None:
        markup = parcel.markup
        if parcel.asks_location:
            self._with_location_key.put(chat)
        elif markup is None and chat in self._with_location_key:
            return _NO_KEYBOARD
        return markup

    async def _persist(self, request: Callable[[], Awaitable[Any]]) -> None:
        halts = timeouts = failures = 0
        while True:
            try:
                await request()
                return
            except BadRequest:
                raise
            except RetryAfter as error:
                halts += 1
                if halts > _HALTS:
                    raise
                await self._pause(seconds_of(error))
            except TimedOut:
                timeouts += 1
                if timeouts > _TIMEOUTS:
                    raise
            except NetworkError as error:
                failures += 1
                if failures > _FAILURES and not isinstance(error, UnreachableError):
                    raise
                await self._pause(backoff(failures))
