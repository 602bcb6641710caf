"""What people asked to keep: the database, what opens it, and the desk, while they last."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass

from bot.app.clocks import local_now, utc_now
from bot.assistant import Assistant
from bot.channels.telegram_webhook import Claim, unclaimed
from bot.desk.act import Clock
from bot.desk.desk import Desk
from bot.settings import Settings
from bot.store.claims import Claimable, claims
from bot.store.database import Database, StoreError
from bot.store.engine import open_database
from bot.store.follows import rekey_interests
from bot.store.migrate import migrate
from bot.store.people import has_people, rekey_people
from bot.store.serving import FILE
from bot.store.sessions import StoredSessions
from bot.store.vault import Vault, open_vault

_LOG = logging.getLogger("bot.app")
_SWEEP_EVERY = 60.0  # seconds


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
            unused = not await has_people(database)
            vault = open_vault(settings.key, settings.key_file, settings.data, make=unused)
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
