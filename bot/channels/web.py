"""The conversation as a web page, for browsers on this machine only."""

import asyncio
import base64
import html
import json
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from bot.channels.fault import CALM, ChannelError, place_of
from bot.channels.partner import Partner
from bot.channels.same_origin import HEADERS, is_from_here
from bot.core.message import Matter, Message
from bot.core.reply import (
    CHOICE_LIMIT,
    Bubble,
    Button,
    Document,
    Link,
    Piece,
    Reply,
    Strong,
    Venue,
)

TEXT_LIMIT = 4096  # characters of one message, the same as on Telegram
BODY_LIMIT = 64 * 1024  # bytes; 4,096 characters at their longest in JSON, with room to spare

_LOG = logging.getLogger(__name__)
_CHAT = re.compile(r"[A-Za-z0-9_-]{16,64}")
_SHOWN_SCHEMES = ("https://", "http://", "mailto:", "tel:")
_PRIVACY_HERE = "<!-- the words -->"
_FILES = {
    "/": ("page.html", "text/html"),
    "/look.css": ("look.css", "text/css"),
    "/privacy.css": ("privacy.css", "text/css"),
    "/page.css": ("page.css", "text/css"),
    "/page.js": ("page.js", "text/javascript"),
    "/bubbles.js": ("bubbles.js", "text/javascript"),
}
_ERRORS = {
    403: "Deze vraag kwam niet van de pagina zelf. Open de pagina opnieuw.",
    404: "Deze pagina bestaat niet. Ga naar de eerste pagina.",
    405: "Dat kan hier niet.",
    413: "Je bericht is te lang. Stel je vraag in minder woorden.",
    415: "Stuur je vraag als application/json.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a request is not understood, in Dutch."""

    reason: str


class WebChannel:
    """Serves the conversation to browsers on this machine and keeps nothing."""

    def __init__(self, partner: Partner, *, port: int) -> None:
        self._partner = partner
        self._port = port
        folder = Path(__file__).parent
        self._privacy = folder.joinpath("privacy.html").read_text(encoding="utf-8")
        self._files = {
            path: (folder.joinpath(name).read_bytes(), kind)
            for path, (name, kind) in _FILES.items()
        }

    def application(self) -> web.Application:
        """Build the aiohttp application with its routes and guards."""
        app = web.Application(client_max_size=BODY_LIMIT, middlewares=[_guard])
        for path in self._files:
            app.router.add_get(path, self._show_file)
        app.router.add_get("/privacy", self._show_privacy)
        app.router.add_post("/message", self._take_message)
        app.router.add_post("/forget", self._take_forget)
        return app

    async def serve(self, stop: asyncio.Event, ready: Callable[[str], None]) -> None:
        """Serve until told to stop; `ready` hears the address once the page can be opened."""
        runner = web.AppRunner(self.application(), access_log=None, shutdown_timeout=5)
        await runner.setup()
        try:
            await self._listen(runner)
            ready(f"http://127.0.0.1:{runner.addresses[0][1]}/")
            await stop.wait()
        finally:
            await runner.cleanup()

    async def _listen(self, runner: web.AppRunner) -> None:
        try:
            await web.TCPSite(runner, "127.0.0.1", self._port).start()
        except OSError as error:
            raise ChannelError(why_no_port(self._port, error)) from None

    async def _show_file(self, request: web.Request) -> web.Response:
        body, kind = self._files[request.path]
        return web.Response(body=body, content_type=kind, charset="utf-8")

    async def _show_privacy(self, request: web.Request) -> web.Response:
        """The same words as /privacy in the conversation, as a page that needs no JavaScript."""
        chat = f"web:{secrets.token_urlsafe(16)}"
        reply = await self._partner.answer(Message(text="/privacy"), chat)
        await self._partner.forget(chat)
        body = self._privacy.replace(_PRIVACY_HERE, write_paragraphs(reply))
        return web.Response(text=body, content_type="text/html")

    async def _take_message(self, request: web.Request) -> web.Response:
        asked = read_message(await read_json(request))
        if isinstance(asked, Refusal):
            return web.json_response({"error": asked.reason}, status=400)
        chat, message = asked
        return web.json_response(show_reply(await self._partner.answer(message, chat)))

    async def _take_forget(self, request: web.Request) -> web.Response:
        chat = _read_chat(await read_json(request))
        if isinstance(chat, Refusal):
            return web.json_response({"error": chat.reason}, status=400)
        await self._partner.forget(chat)
        return web.json_response({})


def read_message(value: object) -> tuple[str, Message] | Refusal:
    """Turn the page's JSON into the chat's key and a message, or say what is wrong with it."""
    fields = value if isinstance(value, Mapping) else {}
    chat = _read_chat(fields)
    if isinstance(chat, Refusal):
        return chat
    text, choice = fields.get("text", ""), fields.get("choice", "")
    if not isinstance(text, str) or not isinstance(choice, str):
        return Refusal(reason="De velden text en choice zijn tekst.")
    if len(text) > TEXT_LIMIT:
        return Refusal(reason=_ERRORS[413])
    if len(choice.encode(errors="replace")) > CHOICE_LIMIT:
        return Refusal(reason="Deze knop ken ik niet. Typ je vraag.")
    if "lat" in fields or "lon" in fields:
        return _read_position(chat, fields)
    matter = Matter.BUTTON if choice else Matter.TEXT
    return chat, Message(matter=matter, text=_clean(text), choice=_clean(choice))


def show_reply(reply: Reply) -> dict[str, object]:
    """Write a reply as the JSON that the page draws its bubbles from."""
    return {"bubbles": [_show_bubble(bubble) for bubble in reply.bubbles]}


def write_paragraphs(reply: Reply) -> str:
    """Write the words of a reply as HTML paragraphs."""
    words = "\n\n".join(bubble.text for bubble in reply.bubbles)
    return "\n".join(
        f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>"
        for part in words.split("\n\n")
        if part.strip()
    )


def _show_bubble(bubble: Bubble) -> dict[str, object]:
    return {
        "pieces": [_show_piece(piece) for piece in bubble.pieces],
        "buttons": [[_show_button(button) for button in row] for row in bubble.buttons],
        "venue": _show_venue(bubble.venue) if bubble.venue else None,
        "asksLocation": bubble.asks_location,
        "document": _show_document(bubble.document) if bubble.document else None,
    }


def _show_piece(piece: Piece) -> dict[str, object]:
    match piece:
        case str():
            return {"text": piece}
        case Strong(text=text):
            return {"text": text, "strong": True}
        case Link(text=text, url=url):
            if url.startswith(_SHOWN_SCHEMES):
                return {"text": text, "url": url}
            return {"text": f"{text} ({url})"}


def _show_button(button: Button) -> dict[str, object]:
    if button.url:
        return {"label": button.label, "url": button.url}
    return {"label": button.label, "choice": button.choice}


def _show_venue(venue: Venue) -> dict[str, object]:
    at = f"{venue.lat:.6f}", f"{venue.lon:.6f}"
    url = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}".format(*at)
    return {"title": venue.title, "address": venue.address, "url": url}


def _show_document(document: Document) -> dict[str, object]:
    return {
        "name": document.name,
        "kind": document.kind,
        "content": base64.b64encode(document.content).decode(),
    }


def _read_chat(fields: object) -> str | Refusal:
    chat = fields.get("chat") if isinstance(fields, Mapping) else None
    if not isinstance(chat, str) or not _CHAT.fullmatch(chat):
        return Refusal(reason="Het veld chat ontbreekt of klopt niet. Open de pagina opnieuw.")
    return f"web:{chat}"


def _read_position(chat: str, fields: Mapping[str, object]) -> tuple[str, Message] | Refusal:
    lat, lon = _read_degrees(fields.get("lat"), 90), _read_degrees(fields.get("lon"), 180)
    if lat is None or lon is None:
        return Refusal(reason="Deze locatie klopt niet. Typ je plaats of postcode.")
    return chat, Message(matter=Matter.POSITION, lat=lat, lon=lon)


def _read_degrees(value: object, bound: int) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -bound <= value <= bound else None


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode()  # JSON can hold half characters


async def read_json(request: web.Request) -> object:
    """The JSON that a page sent; None where it is none."""
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        fields: object = json.loads(await request.read())
    except (ValueError, RecursionError):
        return None
    return fields


@web.middleware
async def _guard(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    response: web.StreamResponse
    try:
        if not is_from_here(request):
            raise web.HTTPForbidden
        response = await handler(request)
    except web.HTTPException as error:
        response = _tell(error.status)
    except Exception as error:  # noqa: BLE001 - the one guard of this channel
        _LOG.error("web message failed: %s", place_of(error))
        response = _tell(500)
    response.headers.update(HEADERS)
    return response


def _tell(status: int) -> web.Response:
    return web.json_response({"error": _ERRORS.get(status, CALM)}, status=status)


def why_no_port(port: int, error: OSError) -> str:
    """What to tell the operator where a port cannot be had."""
    return (
        f"Poort {port} is niet vrij ({error.strerror or type(error).__name__}). "
        "Sluit het andere programma of kies een andere poort met HANDWIJZER_PORT."
    )
