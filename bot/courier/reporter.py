"""Tells whoever sent a message for many how it goes, in one message that is edited."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.channels.fault import place_of
from bot.channels.post import Arrived, Closed, Letter, Post, Refused, Uneditable
from bot.core.calendar.dutch_zone import local_of
from bot.core.desk.progress_text import progress_bubble
from bot.store.database import Database, StoreError
from bot.store.people import open_chat
from bot.store.reporting import Report, claim_report, next_report, note_report
from bot.store.vault import Vault

_LOG = logging.getLogger(__name__)
_EVERY = timedelta(seconds=3)  # between two edits; Telegram allows one a second in a chat
_LOOK = 1.0  # seconds
_TROUBLE = 5.0  # seconds
_GRACE = 10.0  # seconds


class Reporter:
    """Reports for as long as it runs."""

    def __init__(
        self, database: Database, vault: Vault, post: Post, clock: Callable[[], datetime]
    ) -> None:
        """`clock` tells an instant in UTC without a zone."""
        self._database = database
        self._vault = vault
        self._post = post
        self._clock = clock

    async def run(self) -> None:
        """Serves until it is cancelled; then finishes the report that it is making."""
        while True:
            step = asyncio.create_task(self._step())
            try:
                await asyncio.shield(step)
            except asyncio.CancelledError:
                await asyncio.wait({step}, timeout=_GRACE)
                step.cancel()
                raise
            except StoreError as error:
                _LOG.error("reports wait: %s", error)
                await asyncio.sleep(_TROUBLE)
            except Exception as error:  # noqa: BLE001 - a bug here must not end all reporting
                _LOG.error("a report failed: %s", place_of(error))
                await asyncio.sleep(_TROUBLE)

    async def _step(self) -> None:
        now = self._clock()
        due = await next_report(self._database)
        if due is None or due > now:
            await asyncio.sleep(_LOOK)
            return
        async with self._database.transaction() as inside:
            report = await claim_report(inside, now, now + _EVERY)
        if report is not None:
            await self._tell(report)

    async def _tell(self, report: Report) -> None:
        now = self._clock()
        until = local_of(report.due) if report.due > now else None
        bubble = progress_bubble(
            report.progress, report.announcement, state=report.state, until=until
        )
        following = None if not report.progress.due else max(now, report.due) + _EVERY
        message, told = report.message, report.told
        if bubble.text != told and report.progress.meant:
            letter = Letter(bubble=bubble, silent=True, message=message)
            match await self._post.deliver(open_chat(self._vault, report.chat), letter):
                case Arrived(message=message):
                    told = bubble.text
                case Closed() | Refused():
                    following = None
                case Uneditable():
                    message, following = None, now
                case _:
                    following = now + _EVERY
        async with self._database.transaction() as inside:
            await note_report(inside, report, message, told, following)
