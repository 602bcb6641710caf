"""The conversation in a terminal, or through a pipe."""

import asyncio
import logging
import os
import shutil
import tempfile
import textwrap
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TextIO

from bot.channels.fault import CALM, place_of
from bot.channels.partner import Partner
from bot.core.message import Message
from bot.core.reply import Bubble, Document, Reply

CHAT = "terminal:1"
PROMPT = "Je vraag: "
GOODBYE = "Tot ziens. Is er nood? Bel 112 of 113."

_LOG = logging.getLogger(__name__)
_WIDEST = 88  # longer lines read badly


class TerminalChannel:
    """Talks with whoever sits at the keyboard until the input ends."""

    def __init__(self, partner: Partner, *, source: TextIO, sink: TextIO) -> None:
        self._partner = partner
        self._source = source
        self._sink = sink

    async def serve(self) -> None:
        """Greet, answer line by line, and say goodbye at the end of the input."""
        await self._respond("/start")
        self._prompt()
        async for line in read_lines(self._source):
            if not self._source.isatty():
                self._write(line)
            self._write("")
            await self._respond(line)
            self._prompt()
        self._write("")
        self._write(GOODBYE)

    async def _respond(self, text: str) -> None:
        try:
            reply = await self._partner.answer(Message(text=text), CHAT)
        except Exception as error:  # noqa: BLE001 - the one guard of this channel
            _LOG.error("terminal message failed: %s", place_of(error))
            self._write(CALM + "\n")
            return
        self._write(show_reply(reply, width_of_terminal()))
        for document in (bubble.document for bubble in reply.bubbles):
            if document is not None:
                self._write(f"Het bestand staat in {keep_document(document)}\n")

    def _prompt(self) -> None:
        self._sink.write(PROMPT)
        self._sink.flush()

    def _write(self, text: str) -> None:
        encoding = self._sink.encoding or "utf-8"
        self._sink.write(text.encode(encoding, "replace").decode(encoding) + "\n")
        self._sink.flush()


def show_reply(reply: Reply, width: int) -> str:
    """Write a reply as wrapped text, with the choices numbered as one may type them."""
    shown: list[str] = []
    number = 0
    for bubble in reply.bubbles:
        lines = [_wrap(bubble.text, width), *_show_venue(bubble, width)]
        for button in (button for row in bubble.buttons for button in row):
            if button.url:
                lines.append(f"  {button.label}: {button.url}")
            else:
                number += 1
                lines.append(
                    _wrap(
                        f"{number}. {button.label.removeprefix(f'{number}. ')}", width, indent="  "
                    )
                )
        shown.append("\n".join(line for line in lines if line) + "\n")
    return "\n".join(shown)


def keep_document(document: Document) -> Path:
    """Keep a file where only this user can read it, and tell where that is."""
    path = Path(tempfile.mkdtemp(prefix="handwijzer-")) / document.name
    path.write_bytes(document.content)
    return path


def width_of_terminal() -> int:
    """Tell how many characters fit on a line that reads well."""
    return max(20, min(shutil.get_terminal_size().columns, _WIDEST))


async def read_lines(source: TextIO) -> AsyncIterator[str]:
    """Give each line without its end, and leave the event loop free while nobody types."""
    left = b""
    while block := await _read_block(source):
        *lines, left = (left + block).split(b"\n")
        for line in lines:
            yield line.decode("utf-8", "replace").rstrip("\r")
    if left:
        yield left.decode("utf-8", "replace")


async def _read_block(source: TextIO) -> bytes:
    loop = asyncio.get_running_loop()
    ready: asyncio.Future[None] = loop.create_future()
    try:
        number = source.fileno()
        loop.add_reader(number, _settle, ready)
    except (OSError, NotImplementedError):  # a file never blocks; Windows cannot wait for a pipe
        return (await asyncio.to_thread(source.readline)).encode()
    try:
        await ready
    finally:
        loop.remove_reader(number)
    return os.read(number, 65_536)


def _settle(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)


def _wrap(text: str, width: int, indent: str = "") -> str:
    return "\n".join(
        textwrap.fill(
            line,
            width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in text.split("\n")
    )


def _show_venue(bubble: Bubble, width: int) -> list[str]:
    if bubble.venue is None:
        return []
    where = ", ".join(part for part in (bubble.venue.title, bubble.venue.address) if part)
    return [_wrap(where, width, indent="  ")]
