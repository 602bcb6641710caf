"""Builds everything once and runs it until it is told to stop."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.assistant import Assistant, Snapshot
from bot.channels.fault import place_of
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_webhook import Webhook
from bot.channels.web import WebChannel
from bot.core.outcome import House
from bot.core.programme import build_programme
from bot.knowledge.loader import Loaded, find_folder, load
from bot.knowledge.problems import Problem
from bot.knowledge.safety import built_in_rules
from bot.knowledge.watch import Watch
from bot.settings import Settings, SettingsError

_LOG = logging.getLogger(__name__)
_ZONE = ZoneInfo("Europe/Amsterdam")
_LOOK_EVERY = 2.0  # seconds between two looks at the knowledge folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What is served at the start, and what was wrong with the knowledge."""

    assistant: Assistant
    problems: tuple[Problem, ...]
    folder: Path
    only_numbers: bool


def local_now() -> datetime:
    """The wall-clock time in Europe/Amsterdam, without its zone."""
    return datetime.now(_ZONE).replace(tzinfo=None)


def snapshot_of(loaded: Loaded) -> Snapshot:
    """What a loaded folder lets us serve; the built-in safety rules where even those are broken."""
    safety = loaded.safety or built_in_rules()
    if loaded.knowledge is None:
        return Snapshot(safety=safety)
    known = loaded.knowledge
    programme = build_programme(known.organisations, known.locations, known.activities.values())
    return Snapshot(safety=safety, knowledge=known, programme=programme)


def open_assistant(
    environment: Mapping[str, str],
    house: House,
    clock: Callable[[], datetime] = local_now,
    *,
    cache: Path | None = None,
    numbers_only: bool = False,
) -> Opened:
    """Loads the knowledge and builds the assistant that serves it."""
    folder = find_folder(environment)
    loaded = load(folder, cache)
    snapshot = snapshot_of(loaded)
    if numbers_only:
        snapshot = Snapshot(safety=snapshot.safety)
    return Opened(
        assistant=Assistant(snapshot, house, clock),
        problems=loaded.report.in_order(),
        folder=folder,
        only_numbers=snapshot.knowledge is None,
    )


def prepare_data(settings: Settings) -> Path:
    """The folder for fitted weights in the data directory; raises SettingsError where it can't."""
    cache = settings.data / "weights"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        probe = settings.data / ".schrijfproef"
        probe.write_text("", encoding="utf-8")
        probe.unlink()
    except OSError as error:
        raise SettingsError(
            f"In de map {settings.data} kan ik niet schrijven ({error.strerror}). "
            "Maak hem schrijfbaar of kies een andere met HANDWIJZER_DATA."
        ) from error
    return cache


async def run(settings: Settings, opened: Opened, ready: Callable[[str], None]) -> None:
    """Serves on Telegram where there is a token, else as a chat page on this machine."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    watching = asyncio.create_task(_watch(opened, settings.data / "weights"))
    try:
        if settings.token:
            await _telegram(settings, opened.assistant).serve(stop)
        else:
            await WebChannel(opened.assistant, port=settings.port).serve(stop, ready)
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching


def _telegram(settings: Settings, assistant: Assistant) -> TelegramChannel:
    webhook = None
    if settings.webhook_url:
        webhook = Webhook(
            url=settings.webhook_url, port=settings.webhook_port, secret=settings.webhook_secret
        )
    return TelegramChannel(
        assistant, token=settings.token, api_base_url=settings.api_base_url, webhook=webhook
    )


async def _watch(opened: Opened, cache: Path) -> None:
    """Serves changed knowledge as soon as it is sound; what is not sound is logged and left."""
    watch = Watch(opened.folder)
    while True:
        await asyncio.sleep(_LOOK_EVERY)
        try:
            if not watch.has_settled():
                continue
            loaded = await asyncio.to_thread(load, opened.folder, cache)
            if loaded.knowledge is None:
                _report(loaded)
                continue
            snapshot = await asyncio.to_thread(snapshot_of, loaded)
            opened.assistant.serve(snapshot)
            _LOG.info("knowledge reloaded")
        except Exception as error:  # noqa: BLE001 - the guard of a reload; the last good one serves
            _LOG.error("reload failed: %s", place_of(error))


def _report(loaded: Loaded) -> None:
    for problem in loaded.report.in_order():
        spot = problem.spot
        _LOG.warning(
            "%s:%d:%d: %s %s", spot.path, spot.line, spot.column, problem.message, problem.hint
        )
    _LOG.warning("knowledge not served until this is mended; the last good one stays")
