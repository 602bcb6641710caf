"""Serves the workbench to whoever came in by a link, on this machine or behind a proxy."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiohttp import web

from bot.channels.fault import ChannelError, place_of
from bot.channels.same_origin import HEADERS, is_from_here
from bot.channels.web import Refusal, read_json, read_message, show_reply, why_no_port
from bot.knowledge.editing.kinds import kind_of
from bot.knowledge.editing.merge import merged
from bot.knowledge.editing.reshape import new_file, new_item
from bot.knowledge.editing.teaching import new_topic
from bot.knowledge.editing.tree import EditError, Steps, Value
from bot.workbench.access import Access
from bot.workbench.asked import Asked
from bot.workbench.entries import entries_of
from bot.workbench.passed import Mailbox
from bot.workbench.shown import (
    Calendar,
    Json,
    show_changes,
    show_difference,
    show_draft,
    show_earlier,
    show_entry,
    show_review,
)
from bot.workbench.workroom import Edit, Workroom

BODY_LIMIT = 2 * 1024 * 1024  # bytes; a file of the largest size with room to spare
_LOG = logging.getLogger(__name__)
_PAGE = Path(__file__).parent / "page"
_SHARED = Path(__file__).parents[1] / "channels"
_FILES = {
    "/": (_PAGE / "page.html", "text/html"),
    **{f"/{path.name}": (path, "text/css") for path in _PAGE.glob("*.css")},
    **{f"/{path.name}": (path, "text/javascript") for path in _PAGE.glob("*.js")},
    "/look.css": (_SHARED / "look.css", "text/css"),
    "/bubbles.js": (_SHARED / "bubbles.js", "text/javascript"),
}
_DOOR = _PAGE / "door.html"
_OPEN_TO_ALL = ("/binnen", "/look.css", "/door.css")
_ERRORS = {
    400: "Deze vraag begrijp ik niet. Laad de pagina opnieuw.",
    401: "Je bent nog niet binnen. Gebruik de link die je kreeg.",
    403: "Deze vraag kwam niet van de pagina zelf. Open de pagina opnieuw. Helpt dat niet? Dan is "
    "de naam in het adres hier niet bekend: vraag het aan wie de werkbank klaarzette.",
    404: "Dit bestaat niet. Ga terug naar het begin.",
    405: "Dat kan hier niet.",
    413: "Dit is te groot.",
    415: "Stuur je vraag als application/json.",
}
_FAULT = "Er ging iets mis bij mij. Je tekst staat hier nog. Probeer het nog eens."


class Workbench:
    """The page, its links and its answers."""

    def __init__(
        self,
        room: Workroom,
        access: Access,
        *,
        port: int,
        hosts: tuple[str, ...] = (),
        mailbox: Mailbox | None = None,
    ) -> None:
        """`hosts` are names that an operator's proxy answers to; `mailbox` has the questions."""
        self._asked = Asked(room, mailbox)
        self._room, self._access, self._port, self._hosts = room, access, port, hosts
        self._files = {path: (one.read_bytes(), kind) for path, (one, kind) in _FILES.items()}
        self._door = _DOOR.read_text(encoding="utf-8")
        self._listed: tuple[object, str] = (None, "")  # the list of entries, of what was read last
        self._warming: asyncio.Task[None] | None = None

    def application(self) -> web.Application:
        """Builds the aiohttp application with its routes and guards."""
        app = web.Application(client_max_size=BODY_LIMIT, middlewares=[self._guard])
        for path in self._files:
            app.router.add_get(path, self._show_file)
        app.router.add_get("/binnen", self._let_in)
        app.router.add_get("/api/entries", self._entries)
        acts: Mapping[str, Callable[[Mapping[str, Any]], Awaitable[Json]]] = {
            "open": self._open,
            "draft": self._draft,
            "chat": self._chat,
            "review": self._review,
            "save": self._save,
            "earlier": self._earlier,
            "difference": self._difference,
            "new": self._new,
            "add": self._add,
            "link": self._link,
            "asked": self._list_asked,
            "teach": self._teach,
            "topic": self._topic,
            "forget": self._forget,
        }
        for name, act in acts.items():
            app.router.add_post(f"/api/{name}", _taking(act))
        return app

    async def serve(self, stop: asyncio.Event, ready: Callable[[str], None]) -> None:
        """Serves until told to stop; `ready` hears a link by which one person can come in."""
        await self._room.open()
        runner = web.AppRunner(self.application(), access_log=None, shutdown_timeout=5)
        await runner.setup()
        try:
            try:
                await web.TCPSite(runner, "127.0.0.1", self._port).start()
            except OSError as error:
                raise ChannelError(why_no_port(self._port, error)) from None
            self._port = runner.addresses[0][1]
            ready(self.link(f"http://127.0.0.1:{self._port}"))
            await stop.wait()
        finally:
            await runner.cleanup()
            await self._room.close()

    def link(self, origin: str) -> str:
        """A link by which one person can come in, once."""
        return f"{origin}/binnen?sleutel={quote(self._access.new_link())}"

    # The door

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        response: web.StreamResponse
        try:
            if not is_from_here(request, self._hosts):
                raise web.HTTPForbidden
            if request.path not in _OPEN_TO_ALL and not self._is_inside(request):
                raise web.HTTPUnauthorized
            response = await handler(request)
        except web.HTTPException as error:
            response = self._tell(request, error.status)
        except EditError as error:
            response = web.json_response({"error": str(error)}, status=409)
        except KeyError:
            response = self._tell(request, 404)
        except Exception as error:  # noqa: BLE001 - the one guard of this page
            _LOG.error("workbench failed: %s", place_of(error))
            response = self._tell(request, 500)
        response.headers.update(HEADERS)
        return response

    def _tell(self, request: web.Request, status: int) -> web.Response:
        said = _ERRORS.get(status, _FAULT)
        if request.path.startswith("/api/"):
            return web.json_response({"error": said}, status=status)
        return self._door_saying(said, status)

    def _door_saying(self, words: str, status: int, *, on: bool = False) -> web.Response:
        """The page before the workbench; `on` goes on to it by itself."""
        further = '<meta http-equiv="refresh" content="0; url=/">' if on else ""
        page = self._door.replace("{woorden}", words).replace("{verder}", further)
        return web.Response(text=page, content_type="text/html", status=status)

    def _cookie(self) -> str:
        return f"werkbank-{self._port}"

    def _is_inside(self, request: web.Request) -> bool:
        return self._access.is_inside(request.cookies.get(self._cookie(), ""))

    async def _let_in(self, request: web.Request) -> web.Response:
        if self._is_inside(request):
            return self._door_saying("Je bent binnen.", 200, on=True)
        shown = self._access.enter(request.query.get("sleutel", ""))
        if shown is None:
            return self._door_saying(
                "Deze link is al gebruikt of te oud. Vraag een nieuwe aan iemand die binnen is, "
                "of start het programma opnieuw.",
                401,
            )
        response = self._door_saying("Je bent binnen.", 200, on=True)
        secure = request.headers.get("Host", "").lower() in self._hosts
        response.set_cookie(
            self._cookie(), shown, httponly=True, samesite="Strict", secure=secure, path="/"
        )
        return response

    async def _show_file(self, request: web.Request) -> web.Response:
        body, kind = self._files[request.path]
        return web.Response(body=body, content_type=kind, charset="utf-8")

    # Picking and editing

    async def _entries(self, request: web.Request) -> web.Response:
        if request.query.get("bewaard"):
            await self._room.settled()
        held = self._room.held
        if self._listed[0] is not held:
            found = [show_entry(one) for one in entries_of(held)]
            told = {"entries": found, "serving": held.knowledge is not None}
            self._listed = (held, json.dumps(told, ensure_ascii=False))
        return web.json_response(text=self._listed[1])

    async def _open(self, asked: Mapping[str, Any]) -> Json:
        path = _text(asked, "path")
        opened = self._room.files.read(path)
        if not opened.mark:
            raise KeyError(path)
        self._warm()
        draft = self._room.look(path, opened.text)
        return {
            "mark": opened.mark,
            **show_draft(draft, opened.text, self._calendar(), form=True),
        }

    def _warm(self) -> None:
        """Readies the process for reviews while somebody reads the form."""
        if self._warming is None:
            self._warming = asyncio.create_task(self._room.warm())

    async def _draft(self, asked: Mapping[str, Any]) -> Json:
        path, base = _text(asked, "path"), _text(asked, "text")
        text = self._room.write(path, base, _edits(asked.get("edits")))
        draft = self._room.look(path, text)
        return show_draft(draft, text, self._calendar(), form=bool(asked.get("form")))

    async def _add(self, asked: Mapping[str, Any]) -> Json:
        """A draft with an empty block more in one of its lists."""
        path, at = _text(asked, "path"), _steps(asked.get("at"))
        base = self._room.write(path, _text(asked, "text"), _edits(asked.get("edits")))
        text, place = new_item(path, base, at, _text(asked, "name"))
        draft = self._room.look(path, text)
        return {"at": list(place), **show_draft(draft, text, self._calendar(), form=True)}

    async def _new(self, asked: Mapping[str, Any]) -> Json:
        """The first draft of a new file; nothing is written yet."""
        return self._begun(*new_file(_text(asked, "kind"), _text(asked, "name"), self._today()))

    def _begun(self, path: str, text: str) -> Json:
        if self._room.files.read(path).mark:
            raise EditError(f"Er is al een bestand {path}. Kies het in de lijst.")
        draft = self._room.look(path, text)
        return {
            "path": path,
            "mark": "",
            **show_draft(draft, text, self._calendar(), form=True),
        }

    async def _chat(self, asked: Mapping[str, Any]) -> Json:
        read = read_message(asked)
        if isinstance(read, Refusal):
            raise EditError(read.reason)
        chat, message = read
        path, text = str(asked.get("path") or ""), str(asked.get("draft") or "")
        tried = await self._room.answer(message, chat, path, text)
        if tried is None:
            raise EditError(
                "In de bestanden staat nu een fout, dus de bot kan niet antwoorden. "
                "Verbeter die eerst."
            )
        return {
            **show_reply(tried.reply),
            "withDraft": tried.with_draft,
            "learnt": tried.learnt,
        }

    # Keeping

    async def _review(self, asked: Mapping[str, Any]) -> Json:
        path, text = _text(asked, "path"), _text(asked, "text")
        before = self._room.files.read(path)
        reviewed = await self._room.review(path, text)
        return {
            **show_review(reviewed, text, path),
            "changes": self._changes(path, before.text, text),
            "difference": show_difference(before.text, text),
            "moved": before.mark != _text(asked, "mark"),
        }

    async def _save(self, asked: Mapping[str, Any]) -> Json:
        path, text, mark = _text(asked, "path"), _text(asked, "text"), _text(asked, "mark")
        if self._room.files.read(path).mark == mark:
            reviewed = await self._room.review(path, text)
            if reviewed.blocking:
                return {"saved": False, **show_review(reviewed, text, path)}
            kept = await self._room.save(path, text, mark)
            if kept is not None:
                return {"saved": True, "mark": kept.mark}
        return self._both(path, text, str(asked.get("base") or ""))

    def _both(self, path: str, mine: str, base: str) -> Json:
        """What to choose from where somebody else saved the same file meanwhile."""
        theirs = self._room.files.read(path)
        return {
            "saved": False,
            "moved": True,
            "theirs": theirs.text,
            "mark": theirs.mark,
            "merged": merged(base, mine, theirs.text),
            "theirChange": show_difference(base, theirs.text),
            "theirChanges": self._changes(path, base, theirs.text),
            "myChange": show_difference(base, mine),
            "myChanges": self._changes(path, base, mine),
        }

    def _changes(self, path: str, old: str, new: str) -> list[Json]:
        kind = kind_of(path)
        return show_changes(kind, old, new) if kind else []

    async def _earlier(self, asked: Mapping[str, Any]) -> Json:
        path, name = _text(asked, "path"), str(asked.get("name") or "")
        if name:
            return {"text": self._room.files.read_earlier(path, name)}
        return {"versions": [show_earlier(one) for one in self._room.files.earlier(path)]}

    async def _difference(self, asked: Mapping[str, Any]) -> Json:
        path, old, new = _text(asked, "path"), _text(asked, "old"), _text(asked, "new")
        return {
            "difference": show_difference(old, new),
            "changes": self._changes(path, old, new),
        }

    async def _list_asked(self, asked: Mapping[str, Any]) -> Json:
        return await self._asked.list()

    async def _teach(self, asked: Mapping[str, Any]) -> Json:
        self._warm()
        return self._asked.teach(_text(asked, "path"), _text(asked, "words"))

    async def _topic(self, asked: Mapping[str, Any]) -> Json:
        """The first draft of a topic of the editors' own; nothing is written yet."""
        return self._begun(*new_topic(_text(asked, "words"), _texts(asked.get("others"))))

    async def _forget(self, asked: Mapping[str, Any]) -> Json:
        return await self._asked.forget(_texts(asked.get("ids")))

    async def _link(self, asked: Mapping[str, Any]) -> Json:
        return {"path": self.link("")}

    def _calendar(self) -> Calendar:
        known = self._room.held.knowledge
        return self._today(), known.school if known else ()

    def _today(self) -> date:
        return self._room.now.date()


def _taking(
    act: Callable[[Mapping[str, Any]], Awaitable[Json]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A handler that takes JSON and gives JSON."""

    async def handle(request: web.Request) -> web.Response:
        fields = await read_json(request)
        if not isinstance(fields, Mapping):
            raise web.HTTPBadRequest
        told = await act(fields)
        return web.json_response(text=json.dumps(told, ensure_ascii=False))

    return handle


def _text(asked: Mapping[str, Any], name: str) -> str:
    value = asked.get(name)
    if not isinstance(value, str):
        raise web.HTTPBadRequest
    return value.encode("utf-8", "replace").decode()


def _texts(asked: object) -> list[str]:
    if not isinstance(asked, list) or not all(isinstance(one, str) for one in asked):
        raise web.HTTPBadRequest
    return [one.encode("utf-8", "replace").decode() for one in asked]


def _edits(asked: object) -> list[Edit]:
    if asked is None:
        return []
    if not isinstance(asked, list):
        raise web.HTTPBadRequest
    return [(_steps(one.get("at")), _value(one.get("value"))) for one in map(_fields, asked)]


def _fields(asked: object) -> Mapping[str, Any]:
    if not isinstance(asked, Mapping):
        raise web.HTTPBadRequest
    return asked


def _steps(asked: object) -> Steps:
    if not isinstance(asked, list) or not asked or len(asked) > 8:
        raise web.HTTPBadRequest
    if not all(isinstance(one, str | int) and not isinstance(one, bool) for one in asked):
        raise web.HTTPBadRequest
    return tuple(asked)


def _value(asked: object) -> Value | None:
    if asked is None or isinstance(asked, str):
        return asked.encode("utf-8", "replace").decode() if asked else None
    if isinstance(asked, list) and all(isinstance(one, str) for one in asked):
        return [one.encode("utf-8", "replace").decode().strip() for one in asked if one.strip()]
    raise web.HTTPBadRequest
