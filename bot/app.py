"""Builds everything once and runs it until it is told to stop."""

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.assistant import Assistant, Snapshot
from bot.channels.fault import place_of
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_webhook import Claim, Webhook, unclaimed
from bot.channels.web import WebChannel
from bot.core.desk.upkeep import stale_text
from bot.core.talk.outcome import House
from bot.courier.courier import Courier
from bot.courier.reporter import Reporter
from bot.courier.rounds import Rounds
from bot.desk.act import Clock
from bot.desk.desk import Desk
from bot.exchange.privacy import allowed_numbers
from bot.exchange.sources import Address, Hands, Sources
from bot.exchange.taking import Surroundings
from bot.health.counting import Counting
from bot.health.oversight import Sight, overseen
from bot.knowledge.loader import Loaded, find_folder, load
from bot.knowledge.problems import Problem
from bot.knowledge.safety import built_in_rules
from bot.reloading.served import Keeping, programme_of, snapshot_of
from bot.reloading.vigil import Post, Vigil
from bot.settings import Settings, SettingsError
from bot.store.claims import Claimable, claims
from bot.store.database import Database, StoreError
from bot.store.engine import open_database
from bot.store.follows import Interests, rekey_interests
from bot.store.migrate import migrate
from bot.store.people import rekey_people
from bot.store.serving import FILE
from bot.store.sessions import StoredSessions
from bot.store.vault import Vault, open_vault

_LOG = logging.getLogger(__name__)
_ZONE = ZoneInfo("Europe/Amsterdam")
_SWEEP_EVERY = 60.0  # seconds
_TEMPORARY = Keeping()


@dataclass(slots=True, kw_only=True)  # the one value that changes: old knowledge is let go
class Opened:
    """What is served at the start, and what was wrong with the knowledge."""

    assistant: Assistant
    problems: tuple[Problem, ...]
    folder: Path
    only_numbers: bool
    loaded: Loaded
    numbers_only: bool = False  # as the operator asked for
    warning: str = ""  # about the database


def local_now() -> datetime:
    """The wall-clock time in Europe/Amsterdam, without its zone."""
    return in_amsterdam(datetime.now(UTC))


def utc_now() -> datetime:
    """Now as an instant in UTC, without its zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def in_amsterdam(moment: datetime) -> datetime:
    """A moment as the clock in Amsterdam shows it; one without a zone already is."""
    return moment.astimezone(_ZONE).replace(tzinfo=None) if moment.tzinfo else moment


def open_assistant(
    environment: Mapping[str, str],
    house: House,
    clock: Callable[[], datetime] = local_now,
    *,
    cache: Path | None = None,
    keeping: Keeping = _TEMPORARY,
    numbers_only: bool = False,
) -> Opened:
    """Loads the knowledge and builds the assistant that serves it."""
    folder = find_folder(environment)
    loaded = load(folder, cache)
    programme, warning = programme_of(loaded, keeping)
    snapshot = snapshot_of(loaded, programme)
    if numbers_only:
        snapshot = Snapshot(safety=snapshot.safety)
    return Opened(
        assistant=Assistant(snapshot, house, clock),
        problems=loaded.report.in_order(),
        folder=folder,
        only_numbers=snapshot.knowledge is None,
        loaded=loaded,
        numbers_only=numbers_only,
        warning=warning,
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
    loop.set_exception_handler(_note_bug)
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    _report_lines(opened.loaded)
    async with (
        attended(opened.assistant, settings) as kept,
        beside(_vigil(opened, settings, kept).run()),
        beside(_rounds(opened, kept)),
        beside(_ask_sources(settings, opened, kept)),
    ):
        if not settings.token:
            web = WebChannel(opened.assistant, port=settings.port)
            async with _seen(settings, opened, kept, lambda: None):
                await web.serve(stop, ready)
            return
        channel = _telegram(settings, opened.assistant, kept)
        async with contextlib.AsyncExitStack() as stack:
            await stack.enter_async_context(
                _seen(settings, opened, kept, lambda: channel.silent_for)
            )
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
    settings: Settings, opened: Opened, kept: "Kept | None", silence: Callable[[], float | None]
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


@contextlib.asynccontextmanager
async def beside(work: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Lets work go on while this lasts, and ends it with it."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where what people asked to keep is kept, what opens it, and who does what is decided."""

    database: Database
    vault: Vault
    desk: Desk
    claim: Claim = unclaimed  # of updates, where there are several replicas


@contextlib.asynccontextmanager
async def attended(assistant: Assistant, settings: Settings) -> AsyncIterator[Kept | None]:
    """A desk for the assistant while this lasts; without a database it goes on without one."""
    async with contextlib.AsyncExitStack() as stack:
        kept = None
        try:
            database = await stack.enter_async_context(
                open_database(settings.data / FILE, settings.database_url)
            )
            await migrate(database, utc_now())
            vault = open_vault(settings.key, settings.key_file, settings.data)
            await rekey_people(database, vault)
            await rekey_interests(database, vault)
            desk = Desk(database, vault, Clock(local=local_now, instant=utc_now))
            desk.second_from = settings.second_from
            await desk.open()
            assistant.attend(desk)
            stack.callback(assistant.attend, None)
            if settings.database_url:
                shared = StoredSessions(database, vault, utc_now)
                assistant.share(shared)
                stack.callback(assistant.share, None)
                await stack.enter_async_context(beside(_sweep_sessions(shared)))
            claim = claims(database, utc_now) if isinstance(database, Claimable) else unclaimed
            kept = Kept(database=database, vault=vault, desk=desk, claim=claim)
        except StoreError as error:
            _LOG.error("Ik kan niets bewaren: %s", error)
            assistant.attend(None, missing=True)
        yield kept


async def _sweep_sessions(shared: StoredSessions) -> None:
    """Erases what is remembered of chats once it is half an hour old."""
    while True:
        await asyncio.sleep(_SWEEP_EVERY)
        with contextlib.suppress(StoreError):
            await shared.sweep()


async def _rounds(opened: Opened, kept: "Kept | None") -> None:
    """Does what happens by the clock, where anything is kept."""
    if kept is not None:
        clock = Clock(local=local_now, instant=utc_now)
        interests = Interests(kept.vault)
        await Rounds(kept.database, interests, lambda: opened.assistant.served, clock).run()


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
