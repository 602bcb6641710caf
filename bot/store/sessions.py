"""The little that is remembered of a chat, where several replicas must know it.

What somebody asked last is kept as ciphertext for half an hour; that somebody seemed to be in
danger is not among it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.message import Session
from bot.store.bodies import read_body, write_body
from bot.store.database import Database, Row, StoreError
from bot.store.instants import instant
from bot.store.vault import Vault

_KEPT = timedelta(minutes=30)
_PURPOSE = "session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """What was remembered of a chat, and which version that is; 0: nothing was."""

    session: Session
    version: int


def _shared(session: Session) -> Session:
    """A session without whether somebody seemed to be in danger.

    That a question may be passed on is asked once, and never after danger: it was asked or it
    won't be, and which of the two is not kept.
    """
    return replace(session, alarmed=0, gap_closed=session.gap_closed or session.alarmed > 0)


class StoredSessions:
    """Sessions in a database, each with a version that goes up."""

    def __init__(self, database: Database, vault: Vault, clock: Callable[[], datetime]) -> None:
        """`clock` tells an instant in UTC without a zone."""
        self._database = database
        self._vault = vault
        self._clock = clock

    async def recall(self, chat: str) -> Recalled:
        """What is remembered of a chat; nothing where it cannot be read."""
        rows = await self._database.fetch(
            "SELECT cipher, version FROM session WHERE chat_hash = :chat AND touched_at >= :since",
            {"chat": self._hash(chat), "since": instant(self._clock() - _KEPT)},
        )
        if not rows:
            return Recalled(session=Session(), version=0)
        version = int(rows[0]["version"] or 0)
        try:
            told = self._vault.open(str(rows[0]["cipher"]), _PURPOSE)
            return Recalled(session=read_body(Session, told), version=version)
        except StoreError:
            return Recalled(session=Session(), version=version)

    async def keep(self, chat: str, session: Session, version: int) -> bool:
        """Keeps a session over the version it was made from; False where another was first."""
        values: Row = {
            "chat": self._hash(chat),
            "cipher": self._vault.lock(write_body(_shared(session)), _PURPOSE),
            "version": version,
            "now": instant(self._clock()),
            "since": instant(self._clock() - _KEPT),
        }
        if version:
            changed = await self._database.execute(
                "UPDATE session SET cipher = :cipher, version = version + 1, touched_at = :now"
                " WHERE chat_hash = :chat AND version = :version",
                values,
            )
            return changed > 0
        changed = await self._database.execute(
            "INSERT INTO session (chat_hash, cipher, version, touched_at)"
            " VALUES (:chat, :cipher, 1, :now) ON CONFLICT (chat_hash) DO UPDATE"
            " SET cipher = excluded.cipher, version = session.version + 1, touched_at = :now"
            " WHERE session.touched_at < :since",
            values,
        )
        return changed > 0

    async def forget(self, chat: str) -> None:
        """Erases what is remembered of a chat."""
        await self._database.execute(
            "DELETE FROM session WHERE chat_hash = :chat", {"chat": self._hash(chat)}
        )

    async def sweep(self) -> int:
        """Erases what is older than half an hour; how many."""
        return await self._database.execute(
            "DELETE FROM session WHERE touched_at < :since",
            {"since": instant(self._clock() - _KEPT)},
        )

    def _hash(self, chat: str) -> str:
        return self._vault.hash(chat, _PURPOSE)
