"""Runs everything until it is told to stop."""

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

from bot.app.clocks import local_now, utc_now
from bot.app.kept import Kept, attended, beside
from bot.app.opened import Opened
from bot.assistant import Assistant
from bot.channels.fault import place_of
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_webhook import Webhook, unclaimed
from bot.channels.web import WebChannel
from bot.core.desk.upkeep import stale_text
from bot.core.safety.builtin import built_in_rules
from bot.courier.courier import Courier
from bot.courier.reporter import Reporter
from bot.courier.rounds import Rounds
from bot.desk.act import Clock
from bot.exchange.privacy import allowed_numbers
from bot.exchange.sources import Address, Hands, Sources
from bot.exchange.taking import Surroundings
from bot.health.counting import Counting
from bot.health.oversight import Sight, overseen
from bot.knowledge.loader import Loaded
from bot.reloading.served import Keeping
from bot.reloading.vigil import Post, Vigil
from bot.settings import Settings
from bot.store.backup import FOLDER
from bot.store.follows import Interests

_LOG = logging.getLogger("bot.app")


async def run(settings: Settings, opened: Opened, ready: Callable[[str], None]) -> None:
    """Serves on Telegram where there is a token, else as a chat page on this machine."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(_note_bug)
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    _report_lines(opened.loaded)
    async with (
        attended(opened.assistant, settings) as kept,
        beside(_vigil(opened, settings, kept).run()),
        beside(_rounds(opened, kept, settings.data / FOLDER)),
        beside(_ask_sources(settings, opened, kept)),
    ):
        if not settings.token:
            web = WebChannel(opened.assistant, port=settings.port)
            async with _seen(settings, opened, kept, lambda: None):
                await web.serve(stop, ready)
            return
        await _serve_telegram(settings, opened, kept, stop)


async def _serve_telegram(
    settings: Settings, opened: Opened, kept: Kept | None, stop: asyncio.Event
) -> None:
    """Serves on Telegram; brings messages for many and reports where anything is kept."""
    channel = _telegram(settings, opened.assistant, kept)
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(_seen(settings, opened, kept, lambda: channel.silent_for))
        if kept is not None:
            hands = (kept.database, kept.vault, channel.post, utc_now)
            courier = Courier(*hands)
            kept.desk.afterwards = courier.wake
            await stack.enter_async_context(beside(courier.run()))
            await stack.enter_async_context(beside(Reporter(*hands).run()))
        await channel.serve(stop)


def _report_lines(loaded: Loaded) -> None:
    """Logs which help lines were checked too long ago."""
    stale = stale_text(loaded.safety or built_in_rules(), local_now().date())
    if stale:
        _LOG.warning("%s", stale)


@contextlib.asynccontextmanager
async def _seen(
    settings: Settings, opened: Opened, kept: Kept | None, silence: Callable[[], float | None]
) -> AsyncIterator[None]:
    """Counts what is answered, and shows how the program is doing, while this lasts."""
    counting = Counting()
    opened.assistant.be_seen_by(counting.note)
    sight = Sight(
        silence=silence,
        knows=lambda: opened.assistant.knows,
        clock=local_now,
        database=kept.database if kept else None,
    )
    at = (settings.health_host, settings.health_port) if settings.health_port >= 0 else None
    async with overseen(counting, sight, os.environ, at) as address:
        if address:
            _LOG.info("health and metrics at %s", address)
        yield


def _note_bug(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Logs what went wrong in the background without its words, which may be a resident's."""
    error = context.get("exception")
    where = place_of(error) if isinstance(error, BaseException) else "without an error"
    _LOG.error("something in the background went wrong: %s", where)


async def _rounds(opened: Opened, kept: Kept | None, copies: Path) -> None:
    """Does what happens by the clock, where anything is kept."""
    if kept is not None:
        clock = Clock(local=local_now, instant=utc_now)
        interests = Interests(kept.vault)
        assistant = opened.assistant
        await Rounds(
            kept.database, interests, lambda: assistant.served, clock, copies=copies
        ).run()


def _telegram(settings: Settings, assistant: Assistant, kept: Kept | None) -> TelegramChannel:
    def named(username: str) -> None:
        if kept is not None:
            kept.desk.bot = username

    webhook = None
    if settings.webhook_url:
        webhook = Webhook(
            url=settings.webhook_url,
            host=settings.webhook_host,
            port=settings.webhook_port,
            secret=settings.webhook_secret,
            claim=kept.claim if kept else unclaimed,
        )
    return TelegramChannel(
        assistant,
        token=settings.token,
        api_base_url=settings.api_base_url,
        webhook=webhook,
        named=named,
    )


def _vigil(opened: Opened, settings: Settings, kept: Kept | None) -> Vigil:
    post = Post(
        folder=opened.folder,
        keeping=Keeping(folder=settings.data, url=settings.database_url),
        clock=Clock(local=local_now, instant=utc_now),
        database=kept.database if kept else None,
        numbers_only=opened.numbers_only,
        look=kept.desk.look_again if kept else None,
    )
    return Vigil(post, opened.assistant, opened.loaded)


async def _ask_sources(settings: Settings, opened: Opened, kept: Kept | None) -> None:
    """Asks the sources that the operator named; without a database, or names, it asks nobody."""
    # From here on the vigil alone holds what was loaded, so that it is gone once there is newer.
    known = opened.loaded.knowledge
    opened.loaded = replace(opened.loaded, knowledge=None, safety=None)
    if kept is None or known is None:
        return
    phones = (one.contact.phone for one in known.organisations.values())
    around = Surroundings(gazetteer=known.gazetteer, allowed=allowed_numbers(*phones))
    del known, phones
    hands = Hands(database=kept.database, data=settings.data, around=around, instant=utc_now)
    addresses = tuple(Address(id=short, url=url) for short, url in settings.feeds)
    await Sources(addresses, hands).run()
