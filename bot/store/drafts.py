"""Changes in the making: one for each person, as ciphertext, for a day."""

from datetime import datetime, timedelta

from bot.core.draft import Draft
from bot.store.bodies import read_body, write_body
from bot.store.database import Statements
from bot.store.instants import instant
from bot.store.vault import Vault

KEPT = timedelta(days=1)
_PURPOSE = "draft"


async def keep_draft(
    inside: Statements, vault: Vault, person: str, draft: Draft, now: datetime
) -> None:
    """Keeps a draft in the place of the one before."""
    await inside.execute(
        "INSERT INTO draft (id, person, cipher, touched_at) VALUES (:id, :person, :cipher, :now)"
        " ON CONFLICT (person) DO UPDATE SET id = excluded.id, cipher = excluded.cipher,"
        " touched_at = excluded.touched_at",
        {
            "id": draft.id,
            "person": person,
            "cipher": vault.lock(write_body(draft), _PURPOSE),
            "now": instant(now),
        },
    )


async def fetch_draft(
    statements: Statements, vault: Vault, person: str, now: datetime
) -> Draft | None:
    """The draft of a person; None where there is none, or where it is more than a day old."""
    rows = await statements.fetch(
        "SELECT cipher FROM draft WHERE person = :person AND touched_at > :since",
        {"person": person, "since": instant(now - KEPT)},
    )
    return read_body(Draft, vault.open(str(rows[0]["cipher"]), _PURPOSE)) if rows else None


async def discard_draft(inside: Statements, person: str, draft: str) -> bool:
    """Erases a draft; whether it was there."""
    gone = await inside.execute(
        "DELETE FROM draft WHERE person = :person AND id = :id", {"person": person, "id": draft}
    )
    return bool(gone)
