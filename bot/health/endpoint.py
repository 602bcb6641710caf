"""Tells a supervisor whether the program is well, and a monitoring program how much it does.

GET /health    200 or 503, {"well": …, "telegram_silent_seconds": …, "knowledge": …, "database": …}
GET /metrics   Prometheus' text format
"""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector, CollectorRegistry

from bot.channels.fault import ChannelError

__all__ = ["Collector", "Condition", "Endpoint", "State"]

SILENT_TOO_LONG = 180.0  # seconds
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """How the program is doing at one moment."""

    telegram_silent_seconds: float | None  # None: not by polling, or not heard yet
    knowledge: bool  # False: only the help lines are given
    database: bool  # False: nothing can be kept

    @property
    def well(self) -> bool:
        """Whether residents are heard and answered; a lack of knowledge is for people to mend."""
        silence = self.telegram_silent_seconds
        return silence is None or silence < SILENT_TOO_LONG


State = Callable[[], Awaitable[Condition]]


class Endpoint:
    """A small server for whoever keeps an eye on the program."""

    def __init__(self, registry: CollectorRegistry, state: State, host: str, port: int) -> None:
        """Serves at a host and a port; on another host than this machine any name is welcome."""
        self._registry = registry
        self._state = state
        self._host = host
        self._port = port

    async def start(self) -> web.AppRunner:
        """Listens; the runner that comes back is to be cleaned up at the end."""
        app = web.Application(client_max_size=1024)
        app.router.add_get("/health", self._health)
        app.router.add_get("/metrics", self._metrics)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._host, self._port).start()
        except OSError as error:
            await runner.cleanup()
            raise ChannelError(
                f"Poort {self._port} is niet vrij ({error.strerror or type(error).__name__}). "
                "Kies een andere met HANDWIJZER_HEALTH_PORT."
            ) from None
        return runner

    async def _health(self, request: web.Request) -> web.Response:
        self._look_at(request)
        condition = await self._state()
        said = {"well": condition.well, **asdict(condition)}
        return web.json_response(said, status=200 if condition.well else 503)

    async def _metrics(self, request: web.Request) -> web.Response:
        self._look_at(request)
        await self._state()  # which brings the gauges up to date
        body = generate_latest(self._registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    def _look_at(self, request: web.Request) -> None:
        """Refuses names that lead to this machine by a trick, and pages in a browser."""
        if self._host not in _LOOPBACK:
            return
        name = request.headers.get("Host", "").lower().rpartition(":")[0]
        site = request.headers.get("Sec-Fetch-Site", "none")
        if name not in _LOOPBACK or "Origin" in request.headers or site != "none":
            raise web.HTTPForbidden
