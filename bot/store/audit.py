"""The trail of what was done at the desk; entries are added and never altered."""

from bot.core.audit import Act, Entry
from bot.store.database import Statements
from bot.store.instants import instant, read_instant


async def note_act(inside: Statements, entry: Entry) -> None:
    """Adds an entry."""
    await inside.execute(
        "INSERT INTO audit (done_at, role, pseudonym, act, subject, change)"
        " VALUES (:at, :role, :pseudonym, :act, :subject, :change)",
        {
            "at": instant(entry.at),
            "role": entry.role,
            "pseudonym": entry.pseudonym,
            "act": entry.act.value,
            "subject": entry.subject,
            "change": entry.change,
        },
    )


async def fetch_log(statements: Statements, count: int) -> tuple[Entry, ...]:
    """The latest entries, the newest first."""
    rows = await statements.fetch(
        "SELECT * FROM audit ORDER BY number DESC LIMIT :count", {"count": count}
    )
    return tuple(
        Entry(
            at=read_instant(str(row["done_at"])),
            role=str(row["role"]),
            pseudonym=str(row["pseudonym"]),
            act=Act(str(row["act"])),
            subject=str(row["subject"]),
            change=str(row["change"]),
        )
        for row in rows
    )
