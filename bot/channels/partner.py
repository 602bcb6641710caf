"""Whom a channel talks to: the assistant, seen from outside."""

from typing import Protocol

from bot.core.message import Message
from bot.core.reply import Reply


class Partner(Protocol):
    """Answers messages of a chat and forgets the chat when asked."""

    async def answer(self, message: Message, chat: str) -> Reply:
        """Give the whole reply to one message; the key of the chat means nothing outside."""
        ...

    async def forget(self, chat: str) -> None:
        """Erase what is remembered of this chat."""
        ...
