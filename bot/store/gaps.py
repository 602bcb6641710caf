"""Questions that were not understood, kept scrubbed for the editors after a yes, for 90 days.

await keep_gap(inside, words, today)
await fetch_gaps(database)                 the oldest first
await drop_gaps(inside, ids)               once an editor has dealt with them
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.store.database import Statements

_MOST = 5_000  # kept at once; whoever fills it up with nonsense fills no disk


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One question, and the day on which it was asked."""

    id: str
    words: str
    asked: date


async def keep_gap(inside: Statements, words: str, today: date) -> bool:
    """Keeps a question; False where too many are kept already."""
    (held,) = await inside.fetch("SELECT COUNT(*) AS number FROM gap")
    if int(held["number"] or 0) >= _MOST:
        return False
    await inside.execute(
        "INSERT INTO gap (id, words, asked_on) VALUES (:id, :words, :today)",
        {"id": secrets.token_hex(8), "words": words, "today": today.isoformat()},
    )
    return True


async def fetch_gaps(statements: Statements) -> tuple[Gap, ...]:
    """All that are kept, the oldest first."""
    rows = await statements.fetch("SELECT * FROM gap ORDER BY asked_on, words, id")
    return tuple(
        Gap(
            id=str(row["id"]),
            words=str(row["words"]),
            asked=date.fromisoformat(str(row["asked_on"])),
        )
        for row in rows
    )


async def drop_gaps(inside: Statements, ids: Iterable[str]) -> int:
    """Erases questions; how many there were."""
    gone = 0
    for one in ids:
        gone += await inside.execute("DELETE FROM gap WHERE id = :id", {"id": one})
    return gone
