"""Serves the workbench to whoever came in by a link, on this machine or behind a proxy."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

from aiohttp import web

from bot.channels.fault import ChannelError
from bot.channels.web import why_no_port
from bot.workbench.access import Access
from bot.workbench.asked import Asked
from bot.workbench.door import Door
from bot.workbench.drafting import Drafting
from bot.workbench.entries import entries_of
from bot.workbench.fields import Act, Fields, taking
from bot.workbench.keeping import Keeping
from bot.workbench.passed import Mailbox
from bot.workbench.shown import Json, show_entry
from bot.workbench.workroom import Workroom

BODY_LIMIT = 2 * 1024 * 1024  # bytes; a file of the largest size with room to spare
_PAGE = Path(__file__).parent / "page"
_SHARED = Path(__file__).parents[1] / "channels"
_FILES = {
    "/": (_PAGE / "page.html", "text/html"),
    **{f"/{path.name}": (path, "text/css") for path in _PAGE.glob("*.css")},
    **{f"/{path.name}": (path, "text/javascript") for path in _PAGE.glob("*.js")},
    "/look.css": (_SHARED / "look.css", "text/css"),
    "/bubbles.js": (_SHARED / "bubbles.js", "text/javascript"),
}


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
        self._room, self._port = room, port
        self._door = Door(access, port, hosts)
        self._acts = self._acts_of(Drafting(room), Keeping(room), Asked(room, mailbox))
        self._files = {path: (one.read_bytes(), kind) for path, (one, kind) in _FILES.items()}
        self._listed: tuple[object, str] = (None, "")  # the list of entries, of what was read last

    def _acts_of(self, drafting: Drafting, keeping: Keeping, asked: Asked) -> dict[str, Act]:
        """What the page may ask for, by name."""
        return {
            "open": drafting.open,
            "draft": drafting.change,
            "add": drafting.add,
            "new": drafting.new,
            "topic": drafting.topic,
            "chat": drafting.chat,
            "review": keeping.review,
            "save": keeping.save,
            "earlier": keeping.earlier,
            "difference": keeping.difference,
            "asked": asked.list,
            "teach": asked.teach,
            "forget": asked.forget,
            "link": self._new_link,
        }

    def application(self) -> web.Application:
        """Builds the aiohttp application with its routes and guards."""
        app = web.Application(client_max_size=BODY_LIMIT, middlewares=[self._door.guard])
        for path in self._files:
            app.router.add_get(path, self._show_file)
        app.router.add_get("/binnen", self._door.let_in)
        app.router.add_get("/api/entries", self._entries)
        for name, act in self._acts.items():
            app.router.add_post(f"/api/{name}", taking(act))
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
            self._door.port = runner.addresses[0][1]
            ready(self.link(f"http://127.0.0.1:{self._door.port}"))
            await stop.wait()
        finally:
            await runner.cleanup()
            await self._room.close()

    def link(self, origin: str) -> str:
        """A link by which one person can come in, once."""
        return self._door.link(origin)

    async def _show_file(self, request: web.Request) -> web.Response:
        body, kind = self._files[request.path]
        return web.Response(body=body, content_type=kind, charset="utf-8")

    async def _entries(self, request: web.Request) -> web.Response:
        """The list to pick from; after a save it waits until that has been read."""
        if request.query.get("bewaard"):
            await self._room.settled()
        held = self._room.held
        if self._listed[0] is not held:
            found = [show_entry(one) for one in entries_of(held)]
            told = {"entries": found, "serving": held.knowledge is not None}
            self._listed = (held, json.dumps(told, ensure_ascii=False))
        return web.json_response(text=self._listed[1])

    async def _new_link(self, asked: Fields) -> Json:
        return {"path": self.link("")}
