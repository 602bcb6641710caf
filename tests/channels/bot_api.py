"""A Bot API server on loopback that checks every request against the specification."""

import asyncio
import json
import re
from collections import defaultdict, deque
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web

SPEC = json.loads(Path(__file__).with_name("bot_api_spec.json").read_text(encoding="utf-8"))
TOKEN = "123456:test-token"
USERNAME = "HandwijzerTestBot"
ME = {"id": 123456, "is_bot": True, "first_name": "Handwijzer", "username": USERNAME}

_LENGTHS = {  # what the specification says in prose only
    ("sendMessage", "text"): (1, 4096),
    ("setMyDescription", "description"): (0, 512),
    ("setMyShortDescription", "short_description"): (0, 120),
    ("setWebhook", "secret_token"): (1, 256),
    ("answerCallbackQuery", "text"): (0, 200),
    ("BotCommand", "command"): (1, 32),
    ("BotCommand", "description"): (1, 256),
    ("InlineKeyboardButton", "callback_data"): (1, 64),
    ("ReplyKeyboardMarkup", "input_field_placeholder"): (1, 64),
}
_TAGS = {"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler"}


@dataclass
class Fault:
    """What goes wrong with one request: an error, a cut connection, no answer, or a late one."""

    status: int = 0
    retry_after: int = 0
    moved_to: int = 0  # the chat has become this one
    says: str = "it went wrong"
    reset: bool = False
    silent: bool = False
    carried_out: bool = False  # before it goes wrong
    until: asyncio.Event | None = None  # it is carried out, and answered from then on


@dataclass
class Call:
    """One request that was carried out or refused."""

    method: str
    fields: dict[str, Any]
    refused: bool = False


class Marks(HTMLParser):
    """Reads Telegram's HTML; gives the bare text, and whether its tags are known and in pairs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.open, self.sound = "", [], True

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.sound &= tag in _TAGS
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.sound &= bool(self.open) and self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@dataclass(frozen=True)
class File:
    """A file that was sent."""

    name: str
    kind: str
    content: bytes


async def no_pause(_seconds: float) -> None:
    """Waits no longer than others need to get a turn."""
    await asyncio.sleep(0)


@dataclass
class BotApi:
    """The server: what it was asked, the updates that wait, and the faults to come."""

    calls: list[Call] = field(default_factory=list)
    invalid: list[str] = field(default_factory=list)  # every breach of the specification
    waiting: list[dict[str, Any]] = field(default_factory=list)
    faults: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    webhook: dict[str, Any] = field(default_factory=dict)
    next_update: int = 1000
    next_message: int = 1
    confirmed: int = 0  # the highest offset that was asked for
    polls: int = 0
    address: str = ""

    def __post_init__(self) -> None:
        self._bell = asyncio.Event()  # rings at each change
        self._over = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> "BotApi":
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._hear)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        port = int(self.address.rpartition(":")[2] or 0)
        await web.TCPSite(self._runner, "127.0.0.1", port, reuse_address=True).start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._over.set()
        self._ring()
        await self._runner.cleanup()
        self._over.clear()

    # What the test does.

    async def write(self, text: str = "", *, chat: int = 7, **content: Any) -> int:
        """A resident sends something in a private chat; gives the number of the update."""
        return await self.update(message=self.message(text, chat=chat, **content))

    async def press(self, data: str, *, chat: int = 7) -> int:
        """A resident presses a button."""
        query = {"id": f"q{self.next_update}", "from": _person(chat), "chat_instance": "1"}
        message = self.message("vraag", chat=chat)
        return await self.update(callback_query={**query, "data": data, "message": message})

    async def update(self, **content: Any) -> int:
        """Something happens on Telegram."""
        number, self.next_update = self.next_update, self.next_update + 1
        await self.deliver({"update_id": number, **content})
        return number

    async def deliver(self, update: dict[str, Any]) -> None:
        """Let an update wait to be fetched."""
        self.waiting.append(update)
        self._ring()

    async def hook(self, update: dict[str, Any], secret: str | None = None) -> int:
        """Send an update to the webhook and give the status that came back."""
        secret = self.webhook["secret_token"] if secret is None else secret
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
        url = self.webhook["url"]
        async with (
            ClientSession() as session,
            session.post(url, json=update, headers=headers) as r,
        ):
            return r.status

    def message(self, text: str = "", *, chat: int = 7, **content: Any) -> dict[str, Any]:
        """A message as Telegram writes it; a group has a negative number."""
        number, self.next_message = self.next_message, self.next_message + 1
        kind = {"id": chat, "type": "private" if chat > 0 else "supergroup"}
        message = {"message_id": number, "date": 1764000000, "chat": kind}
        message |= {"from": _person(abs(chat))} | content
        if text:
            message["text"] = text
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        self.invalid += [f"our message: {p}" for p in _check_object("Message", message)]
        return message

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next requests of a method go wrong, one fault each."""
        self.faults[method].extend(faults)

    async def until(self, condition: Any) -> None:
        """Wait until something holds; a test that waits in vain fails after ten seconds."""
        async with asyncio.timeout(10):
            while not condition():
                await self._bell.wait()

    def sent(self, method: str = "sendMessage", chat: int | None = None) -> list[dict[str, Any]]:
        """The fields of the requests of a method that were carried out."""
        return [
            call.fields
            for call in self.calls
            if call.method == method
            and not call.refused
            and chat in (None, call.fields.get("chat_id"))
        ]

    def texts(self, chat: int | None = None) -> list[str]:
        """The texts that were sent, as a resident reads them."""
        return [_read_marks(fields).text for fields in self.sent(chat=chat)]

    # What the server does.

    async def _hear(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != TOKEN:
            return _error(401, "Unauthorized")
        method = request.match_info["method"]
        fields = await _fields_of(request)
        described = SPEC["methods"].get(method)
        if described is None:
            self.invalid.append(f"unknown method {method}")
            return _error(404, "Not Found")
        read, problems = _read_fields(described, fields)
        problems = [f"{method}: {problem}" for problem in problems + _check_lengths(method, read)]
        self.invalid += problems
        fault = self.faults[method].popleft() if self.faults[method] else None
        if fault and not fault.carried_out and fault.until is None:
            return await self._go_wrong(request, method, read, fault)
        error = problems[0] if problems else self._refusal(method, read)
        result = None if error else await self._carry_out(method, read)
        self._note(Call(method, read, refused=bool(error)))
        if fault and fault.until is not None:
            await fault.until.wait()
        elif fault:
            return await self._go_wrong(request, method, read, fault)
        if error:
            return _error(409 if error.startswith("Conflict") else 400, f"Bad Request: {error}")
        return web.json_response({"ok": True, "result": result})

    def _note(self, call: Call) -> None:
        if call.method != "getUpdates":
            self.calls.append(call)
        self._ring()

    async def _go_wrong(
        self, request: web.Request, method: str, fields: dict[str, Any], fault: Fault
    ) -> web.StreamResponse:
        if not fault.carried_out:
            self._note(Call(method, fields, refused=True))
        if fault.reset:
            request.transport.abort()
        if fault.silent:
            await self._over.wait()
        told = {"retry_after": fault.retry_after, "migrate_to_chat_id": fault.moved_to}
        told = {name: number for name, number in told.items() if number}
        extra = {"parameters": told} if told else {}
        return _error(fault.status or 500, fault.says, **extra)

    def _refusal(self, method: str, fields: dict[str, Any]) -> str:
        if method == "sendMessage" and fields.get("parse_mode") == "HTML":
            marks = _read_marks(fields)
            if not marks.sound or marks.open:
                return "can't parse entities"
        if method == "getUpdates" and self.webhook:
            return "Conflict: a webhook is active"
        return ""

    async def _carry_out(self, method: str, fields: dict[str, Any]) -> Any:
        match method:
            case "getMe":
                return ME
            case "getUpdates":
                return await self._give_updates(fields)
            case "sendMessage" | "sendVenue" | "sendDocument":
                sent = self.message(chat=fields["chat_id"], text=fields.get("text", ""))
                return sent | {"from": ME}
            case "setWebhook":
                self.webhook = fields
            case "deleteWebhook":
                self.webhook = {}
        return True

    async def _give_updates(self, fields: dict[str, Any]) -> list[dict[str, Any]]:
        offset = fields.get("offset", 0)
        self.polls += 1
        self.confirmed = max(self.confirmed, offset)
        self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
        self._ring()
        with suppress(TimeoutError):
            async with asyncio.timeout(fields.get("timeout", 0)):
                while not self.waiting and not self._over.is_set():
                    await self._bell.wait()
        return self.waiting[: fields.get("limit", 100)]

    def _ring(self) -> None:
        bell, self._bell = self._bell, asyncio.Event()
        bell.set()


def _person(number: int) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": "Test", "language_code": "nl"}


def _error(status: int, description: str, **extra: Any) -> web.Response:
    body = {"ok": False, "error_code": status, "description": description, **extra}
    return web.json_response(body, status=status)


def _read_marks(fields: dict[str, Any]) -> Marks:
    marks = Marks()
    if fields.get("parse_mode") == "HTML":
        marks.feed(fields["text"])
        marks.close()
    else:
        marks.text = fields["text"]
    return marks


async def _fields_of(request: web.Request) -> dict[str, Any]:
    """The fields of a request as text and files; a field of JSON may be text that holds JSON."""
    if request.content_type != "application/json":
        return dict(await request.post())
    fields = await request.json()
    assert all(isinstance(one, str) for one in fields.values()), fields
    return fields


def _read_fields(described: dict[str, Any], fields: dict[str, str]) -> tuple[dict, list[str]]:
    """Read the fields of a form, which are text or JSON, and name what is wrong with them."""
    read: dict[str, Any] = {}
    problems = [
        f"{name} is missing"
        for name, kind in described["fields"].items()
        if kind["required"] and name not in fields
    ]
    for name, text in fields.items():
        kind = described["fields"].get(name)
        if kind is None:
            problems.append(f"{name} is unknown")
            continue
        if isinstance(text, web.FileField):
            read[name] = File(text.filename, text.content_type, text.file.read())
            problems += [] if "InputFile" in kind["types"] else [f"{name} is no file"]
            continue
        try:
            read[name] = text if kind["types"] == ["String"] else json.loads(text)
        except ValueError:
            read[name] = text
        problems += _check_value(name, kind["types"], read[name])
    return read, problems


def _check_value(name: str, types: list[str], value: Any) -> list[str]:
    found = [_check_type(name, type_, value) for type_ in types]
    return [] if [] in found else found[0]


def _check_type(name: str, type_: str, value: Any) -> list[str]:
    if type_.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{name} is no list"]
        return [p for item in value for p in _check_type(name, type_[9:], item)]
    plain = {"Integer": int, "String": str, "Boolean": bool, "True": bool, "Float": (int, float)}
    if type_ in plain:
        right = isinstance(value, plain[type_]) and (
            isinstance(value, bool) == (plain[type_] is bool)
        )
        return [] if right else [f"{name} is no {type_}"]
    if not isinstance(value, dict):
        return [f"{name} is no {type_}"]
    return [f"{name}.{problem}" for problem in _check_object(type_, value)]


def _check_object(type_: str, value: dict[str, Any]) -> list[str]:
    described = SPEC["types"].get(type_)
    if described is None:
        return []
    if "subtypes" in described:
        found = [_check_object(subtype, value) for subtype in described["subtypes"]]
        return [] if [] in found else found[0]
    fields = described["fields"]
    problems = [
        f"{name} is missing"
        for name, kind in fields.items()
        if kind["required"] and name not in value
    ]
    problems += [f"{name} is unknown" for name in value if name not in fields]
    for name in value.keys() & fields.keys():
        problems += _check_value(name, fields[name]["types"], value[name])
    return problems + _check_lengths(type_, value)


def _check_lengths(owner: str, fields: dict[str, Any]) -> list[str]:
    problems = []
    for (whose, name), (least, most) in _LENGTHS.items():
        if whose != owner or not isinstance(fields.get(name), str):
            continue
        text = fields[name]
        if name == "text" and owner == "sendMessage":
            length = len(_read_marks(fields).text.strip().encode("utf-16-le")) // 2
        else:
            length = len(text.encode()) if name == "callback_data" else len(text)
        if not least <= length <= most:
            problems.append(f"{name} has {length} characters")
    if owner == "BotCommand" and not re.fullmatch("[a-z0-9_]+", fields["command"]):
        problems.append("command has other characters")
    return problems
