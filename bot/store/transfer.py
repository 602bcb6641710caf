"""Brings all rows of one database to another, of the same engine or of the other."""

from collections.abc import Mapping

from bot.store.database import Statements, StoreError

# What is pointed at comes before what points at it.
TABLES = (
    "source",
    "record",
    "change",
    "revision",
    "person",
    "role",
    "invitation",
    "audit",
    "draft",
    "switch",
    "interest",
    "follow",
    "announcement",
    "delivery",
    "courier",
    "tally",
    "claim",
    "session",
    "gap",
    "migration",
)


async def transfer(source: Statements, target: Statements) -> Mapping[str, int]:
    """Replaces all rows of the target by those of the source; how many rows each table has now.

    Both have the shape of this release. Call it inside a transaction of each: nothing may change
    in the source meanwhile, and where StoreError is raised the target has to stay as it was.
    """
    for table in reversed(TABLES):
        await target.execute(f"DELETE FROM {table}")
    return {table: await _copy(table, source, target) for table in TABLES}


async def origin_of(statements: Statements) -> str:
    """When a database was made: the same for its copies, and another for any other database."""
    rows = await statements.fetch("SELECT applied_at FROM migration ORDER BY number LIMIT 1")
    return str(rows[0]["applied_at"]) if rows else ""


async def _copy(table: str, source: Statements, target: Statements) -> int:
    rows = await source.fetch(f"SELECT * FROM {table}")
    if rows:
        columns = tuple(rows[0])
        values = ", ".join(f":{column}" for column in columns)
        await target.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values})", rows)
    found = await target.fetch(f"SELECT COUNT(*) AS number FROM {table}")
    if found[0]["number"] != len(rows):
        raise StoreError(
            f"Van de tabel {table} kwamen niet alle rijen over. Er is niets veranderd."
        )
    return len(rows)
