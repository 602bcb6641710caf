"""A Bot API server on which much goes wrong for bulk messages, and that notes each of them.

What goes wrong: some chats are closed (403, always), and at random a limit (429, after which it
refuses all bulk for as long as it said), a request that is carried out or not and gets no answer,
and a connection that breaks before anything was done. Answers to residents go through.
"""

import asyncio
import json
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bench.load_server import LoadServer, fields_of, message_of

MARK = "Proefbericht aan iedereen"
_DELAY = 0.01  # seconds of an ordinary request
_SILENCE = 30.0  # seconds without an answer; longer than anybody waits


@dataclass(slots=True, kw_only=True)
class Chances:
    """How likely each thing is to go wrong with one bulk message, and for how long a limit is."""

    limit: float = 0.001
    silent: float = 0.003
    reset: float = 0.005
    closed: float = 0.02
    retry_after: int = 2


@dataclass(slots=True)
class BroadcastServer(LoadServer):
    """Serves one bot, by polling, and counts what bulk messages came when."""

    chances: Chances = field(default_factory=Chances)
    asked: list[float] = field(default_factory=list)  # when each bulk request came
    arrived: Counter[int] = field(default_factory=Counter)  # chats, by number of messages
    said: dict[int, list[tuple[float, dict[str, str]]]] = field(default_factory=dict)
    texts: dict[int, str] = field(default_factory=dict)  # what each chat reads now, by message
    doubtful: set[int] = field(default_factory=set)  # chats that got one without an answer
    closed: set[int] = field(default_factory=set)
    halts: list[tuple[float, float]] = field(default_factory=list)
    too_soon: int = 0  # requests during a halt, but for those under way as it began
    edits: int = 0
    first: float = 0.0
    halted_until: float = 0.0
    chance: random.Random = field(default_factory=lambda: random.Random(6))

    async def _hear(self, request: web.Request) -> web.Response:
        fields = fields_of(await request.read(), request.content_type)
        method = request.match_info["method"]
        if method == "editMessageText" and MARK in fields.get("text", ""):
            await asyncio.sleep(_DELAY)
            self.asked.append(time.perf_counter())
            self.edits += 1
            self.texts[int(fields["chat_id"])] = fields["text"]
            return _answer(message_of(int(fields["chat_id"]), fields["text"], bot=True))
        if method == "sendMessage" and MARK in fields.get("text", ""):
            return await self._take(request, int(fields["chat_id"]), fields["text"])
        if method == "sendMessage":
            said = self.said.setdefault(int(fields["chat_id"]), [])
            said.append((time.perf_counter(), fields))
        return _answer(await self._carry_out(method, fields))

    def tell(self, chat: int, text: str) -> None:
        """Somebody writes something in a chat."""
        message = {**message_of(chat, text), "message_id": next(self._numbers)}
        self._bring({"message": message})

    def press(self, chat: int, label: str) -> None:
        """Somebody presses the last button with these words."""
        rows = [
            row
            for _, fields in self.said[chat]
            for row in json.loads(fields.get("reply_markup", "{}")).get("inline_keyboard", [])
        ]
        found = [one["callback_data"] for row in rows for one in row if label in one["text"]]
        message = message_of(chat, "vraag", bot=True)
        query = {"id": "1", "from": message["from"], "chat_instance": "1", "message": message}
        self._bring({"callback_query": {**query, "data": found[-1]}})

    def heard(self, chat: int, words: str) -> float:
        """When a chat was first sent a message with these words; 0.0 where it was not."""
        said = self.said.get(chat, [])
        return next((at for at, fields in said if words in fields["text"]), 0.0)

    def _bring(self, update: dict[str, Any]) -> None:
        self._updates.append({"update_id": next(self._numbers), **update})
        self._ring()

    async def _take(self, request: web.Request, chat: int, text: str) -> web.Response:
        now, draw = time.perf_counter(), self.chance.random()
        self.asked.append(now)
        self.first = self.first or now
        if now < self.halted_until:
            self.too_soon += now > self.halts[-1][0] + 0.1
            return _refusal(429, retry_after=int(self.halted_until - now) + 1)
        if chat in self.closed:
            return _refusal(403)
        bounds = self.chances
        if draw < bounds.limit:
            self.halted_until = now + bounds.retry_after
            self.halts.append((now, self.halted_until))
            return _refusal(429, retry_after=bounds.retry_after)
        if draw < bounds.limit + bounds.silent:
            if draw < bounds.limit + bounds.silent / 2:
                self._arrive(chat, text)
                self.doubtful.add(chat)
            await asyncio.sleep(_SILENCE)
            return _refusal(500)
        if draw < bounds.limit + bounds.silent + bounds.reset:
            if request.transport is not None:
                request.transport.close()
            return _refusal(500)
        self._arrive(chat, text)
        await asyncio.sleep(_DELAY)
        return _answer(message_of(chat, text, bot=True))

    def _arrive(self, chat: int, text: str) -> None:
        self.arrived[chat] += 1
        self.texts[chat] = text

    def busiest_second(self) -> int:
        """The most bulk requests within any second."""
        return max(self._in_each_second(), default=0)

    def busy_seconds(self) -> int:
        """How many bulk requests were one too many within a second."""
        return sum(one > 25 for one in self._in_each_second())

    def _in_each_second(self) -> list[int]:
        """How many came within the second that ends with each request."""
        times, first, counts = sorted(self.asked), 0, []
        for last, moment in enumerate(times):
            while moment - times[first] >= 1.0:
                first += 1
            counts.append(last - first + 1)
        return counts


def _answer(result: object) -> web.Response:
    body = json.dumps({"ok": True, "result": result}).encode()
    return web.Response(body=body, content_type="application/json")


def _refusal(status: int, **parameters: int) -> web.Response:
    body = {"ok": False, "error_code": status, "description": "no", "parameters": parameters}
    if status == 403:
        body["description"] = "Forbidden: bot was blocked by the user"
    return web.json_response(body, status=status)
