"""A quick Bot API server on loopback that notes when each resident was answered.

It is the same for every bot of a comparison. What it hands out are text messages, each of a chat
of its own, so that the first and the last bubble of an answer can be told by the chat alone.
"""

import asyncio
import itertools
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl

from aiohttp import ClientSession, TCPConnector, web

TOKEN = "123456:bench-token"
CONNECTIONS = 40  # of a webhook; Telegram's own default
_BATCH = 100


@dataclass(slots=True, kw_only=True)
class Wait:
    """One resident's wait: when the message was there, and when bubbles came, in seconds."""

    asked: float
    first: float = 0.0
    last: float = 0.0
    bubbles: int = 0


@dataclass(slots=True)
class LoadServer:
    """Serves one bot, by polling or by webhook."""

    hook: bool
    waits: dict[int, Wait] = field(default_factory=dict)
    address: str = ""
    url: str = ""  # of the bot's webhook
    unanswered: int = 0
    texts: dict[int, list[str]] = field(default_factory=dict)  # what each chat was sent
    _updates: list[dict[str, Any]] = field(default_factory=list)
    _numbers: Any = field(default_factory=lambda: itertools.count(1000))
    _bell: asyncio.Event = field(default_factory=asyncio.Event)
    _answered: asyncio.Event = field(default_factory=asyncio.Event)
    _listening: asyncio.Event = field(default_factory=asyncio.Event)
    _runner: web.AppRunner | None = None
    _session: ClientSession | None = None

    async def __aenter__(self) -> Self:
        """Listens on a free port."""
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._hear)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0, backlog=1024).start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        self._session = ClientSession(connector=TCPConnector(limit=CONNECTIONS))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stops listening."""
        self._bell.set()
        if self._session and self._runner:
            await self._session.close()
            await self._runner.cleanup()

    async def listening(self) -> None:
        """Waits until the bot listens."""
        await self._listening.wait()

    async def ask(self, texts: Sequence[str], patience: float) -> list[Wait]:
        """Brings all messages at once and gives their waits when the last is answered.

        One that is not answered within `patience` seconds has a first moment of 0.
        """
        updates = [_update(next(self._numbers), text) for text in texts]
        chats = [update["message"]["chat"]["id"] for update in updates]
        now = time.perf_counter()
        for chat in chats:
            self.waits[chat] = Wait(asked=now)
        self.unanswered = len(chats)
        self._answered.clear()
        if self.hook:
            posting = [asyncio.create_task(self._post(update)) for update in updates]
        else:
            posting = []
            self._updates += updates
            self._ring()
        try:
            async with asyncio.timeout(patience):
                await self._answered.wait()
                await asyncio.gather(*posting)
        except TimeoutError:
            for task in posting:
                task.cancel()
        return [self.waits[chat] for chat in chats]

    async def quiet(self, seconds: float) -> None:
        """Waits until no bubble has come for so long."""
        while True:
            latest = max((wait.last for wait in self.waits.values()), default=0.0)
            left = latest + seconds - time.perf_counter()
            if left <= 0:
                return
            await asyncio.sleep(left)

    async def _post(self, update: dict[str, Any]) -> None:
        assert self._session is not None
        for _ in range(3):
            async with self._session.post(
                self.url, json=update, headers={"X-Telegram-Bot-Api-Secret-Token": "bench"}
            ) as response:
                if response.status == 200:
                    return

    async def _hear(self, request: web.Request) -> web.Response:
        fields = fields_of(await request.read(), request.content_type)
        result = await self._carry_out(request.match_info["method"], fields)
        body = json.dumps({"ok": True, "result": result}).encode()
        return web.Response(body=body, content_type="application/json")

    async def _carry_out(self, method: str, fields: dict[str, str]) -> Any:
        match method:
            case "getUpdates":
                return await self._give(int(fields.get("offset", 0)), fields)
            case "sendMessage" | "sendVenue":
                self._note(int(fields["chat_id"]))
                self.texts.setdefault(int(fields["chat_id"]), []).append(fields.get("text", ""))
                return message_of(int(fields["chat_id"]), fields.get("text", ""), bot=True)
            case "getMe":
                return {"id": 123456, "is_bot": True, "first_name": "B", "username": "BenchBot"}
            case "setWebhook":
                self.url = fields["url"]
                self._listening.set()
        return True

    def _note(self, chat: int) -> None:
        wait = self.waits.get(chat)
        if wait is None:
            return
        wait.last = time.perf_counter()
        wait.bubbles += 1
        if not wait.first:
            wait.first = wait.last
            self.unanswered -= 1
            if not self.unanswered:
                self._answered.set()

    async def _give(self, offset: int, fields: dict[str, str]) -> list[dict[str, Any]]:
        self._updates = [one for one in self._updates if one["update_id"] >= offset]
        seconds = float(fields.get("timeout", 0))
        if seconds:
            self._listening.set()
        if not self._updates and seconds:
            bell = self._bell
            try:
                async with asyncio.timeout(seconds):
                    await bell.wait()
            except TimeoutError:
                pass
        return self._updates[: int(fields.get("limit", _BATCH))]

    def _ring(self) -> None:
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()


def _update(number: int, text: str) -> dict[str, Any]:
    return {"update_id": number, "message": message_of(number, text)}


def message_of(chat: int, text: str, *, bot: bool = False) -> dict[str, Any]:
    """A message in a private chat as the Bot API tells it, of the resident or of the bot."""
    sender = {"id": chat, "is_bot": bot, "first_name": "B", "language_code": "nl"}
    return {
        "message_id": chat,
        "date": 1764000000,
        "chat": {"id": chat, "type": "private", "first_name": "B"},
        "from": sender,
        "text": text,
    }


def fields_of(body: bytes, kind: str) -> dict[str, str]:
    """The fields of a request, in either way in which the Bot API takes them."""
    if kind == "application/json":
        return dict(json.loads(body))
    return dict(parse_qsl(body.decode()))
