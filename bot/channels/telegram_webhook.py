"""Hears updates over HTTP and says 200 only when one has been handled."""

import asyncio
import hmac
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.fault import ChannelError
from bot.channels.recent import Recent
from bot.channels.telegram_polling import Accept, RawUpdate, is_update

BODY_LIMIT = 1024 * 1024  # bytes; an update is some kilobytes
_TRIES = 3  # times that Telegram may repeat an update over which the bot falls
_PROOF = "X-Telegram-Bot-Api-Secret-Token"


Claim = Callable[[int], AbstractAsyncContextManager[bool]]


@asynccontextmanager
async def unclaimed(number: int) -> AsyncIterator[bool]:
    """Every update is ours where there is one replica."""
    yield True


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Where Telegram sends updates, where we listen, and the secret that shows it is Telegram.

    `claim` is held around the handling of an update and says whether it is ours to handle.
    """

    url: str
    port: int
    secret: str
    host: str = "127.0.0.1"
    claim: Claim = unclaimed


class WebhookServer:
    """Takes each update once, also when repeated, and answers when its handling has ended."""

    def __init__(self, webhook: Webhook, *, accept: Accept) -> None:
        self._webhook = webhook
        self._accept = accept
        self._in_hand: dict[int, asyncio.Future[bool]] = {}
        self._handled = Recent()
        self._failures = Recent()

    async def start(self) -> web.AppRunner:
        """Listen; the runner that comes back is to be cleaned up at the end."""
        app = web.Application(client_max_size=BODY_LIMIT)
        app.router.add_post(urlsplit(self._webhook.url).path or "/", self._hear)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=10)
        await runner.setup()
        try:
            await web.TCPSite(runner, self._webhook.host, self._webhook.port).start()
        except OSError as error:
            await runner.cleanup()
            raise ChannelError(_why_no_port(self._webhook.port, error)) from None
        return runner

    async def _hear(self, request: web.Request) -> web.Response:
        secret = request.headers.get(_PROOF, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(secret, self._webhook.secret.encode()):
            return web.Response(status=403)
        update = _read_update(await request.read())
        if update is None:
            return web.Response(status=400)
        return web.Response(status=200 if await self._handle(update) else 500)

    async def _handle(self, update: RawUpdate) -> bool:
        number = update["update_id"]
        if number in self._handled:
            return True
        ending = self._in_hand.get(number)
        if ending is None:
            ending = self._in_hand[number] = asyncio.get_running_loop().create_future()
            self._accept(update, partial(self._close, number))
        return await asyncio.shield(ending)

    def _close(self, number: int, well: bool) -> None:
        failures = self._failures.get(number, 0) + (0 if well else 1)
        self._failures.put(number, failures)
        done = well or failures >= _TRIES
        if done:
            self._handled.put(number)
            self._failures.drop(number)
        ending = self._in_hand.pop(number)
        if not ending.done():
            ending.set_result(done)


def _read_update(body: bytes) -> RawUpdate | None:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return update if is_update(update) else None


def _why_no_port(port: int, error: OSError) -> str:
    return (
        f"Poort {port} is niet vrij ({error.strerror or type(error).__name__}). "
        "Sluit het andere programma of kies een andere poort met TELEGRAM_WEBHOOK_PORT."
    )
