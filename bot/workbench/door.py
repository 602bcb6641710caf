"""The door of the workbench: who has a link comes in, others are told why not."""

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.channels.fault import place_of
from bot.channels.same_origin import HEADERS, is_from_here
from bot.knowledge.editing.tree import EditError
from bot.workbench.access import Access

_LOG = logging.getLogger(__name__)
_DOOR = Path(__file__).parent / "page" / "door.html"
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


class Door:
    """The links by which people come in, and the guard before every answer."""

    def __init__(self, access: Access, port: int, hosts: tuple[str, ...]) -> None:
        """`port` tells the cookies of two workbenches apart; `hosts` are names of a proxy."""
        self.port = port
        self._access, self._hosts = access, hosts
        self._page = _DOOR.read_text(encoding="utf-8")

    def link(self, origin: str) -> str:
        """A link by which one person can come in, once."""
        return f"{origin}/binnen?sleutel={quote(self._access.new_link())}"

    async def let_in(self, request: web.Request) -> web.Response:
        """Lets in who has a good link; whoever is inside stays so."""
        if self._is_inside(request):
            return self._saying("Je bent binnen.", 200, on=True)
        shown = self._access.enter(request.query.get("sleutel", ""))
        if shown is None:
            return self._saying(
                "Deze link is al gebruikt of te oud. Vraag een nieuwe aan iemand die binnen is, "
                "of start het programma opnieuw.",
                401,
            )
        response = self._saying("Je bent binnen.", 200, on=True)
        secure = request.headers.get("Host", "").lower() in self._hosts
        response.set_cookie(
            self._cookie(), shown, httponly=True, samesite="Strict", secure=secure, path="/"
        )
        return response

    @web.middleware
    async def guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Answers only who is inside and asks from the page itself; a fault becomes a sentence."""
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
        return self._saying(said, status)

    def _saying(self, words: str, status: int, *, on: bool = False) -> web.Response:
        """The page before the workbench; `on` goes on to it by itself."""
        further = '<meta http-equiv="refresh" content="0; url=/">' if on else ""
        page = self._page.replace("{woorden}", words).replace("{verder}", further)
        return web.Response(text=page, content_type="text/html", status=status)

    def _cookie(self) -> str:
        return f"werkbank-{self.port}"

    def _is_inside(self, request: web.Request) -> bool:
        return self._access.is_inside(request.cookies.get(self._cookie(), ""))
