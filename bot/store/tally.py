"""How often something was asked in a week or on a day, from ten up."""

from collections.abc import Mapping

from bot.core.figures import LEAST, Count, Figure, Sort
from bot.store.database import Database, Row, Statements


async def add_counts(database: Database, fresh: Mapping[Count, int]) -> frozenset[Count]:
    """Adds what was counted since the last time; which of it is now in the database.

    What has no row yet gets one from ten up only; the rest is for the caller to keep in memory.
    """
    kept: set[Count] = set()
    async with database.transaction() as inside:
        for count, number in fresh.items():
            values: Row = {**_key(count), "number": number}
            added = await inside.execute(
                "UPDATE tally SET number = number + :number"
                " WHERE period = :period AND sort = :sort AND name = :name",
                values,
            )
            if not added and number >= LEAST:
                await inside.execute(
                    "INSERT INTO tally (period, sort, name, number)"
                    " VALUES (:period, :sort, :name, :number)",
                    values,
                )
            if added or number >= LEAST:
                kept.add(count)
    return frozenset(kept)


async def fetch_figures(database: Statements, periods: tuple[str, ...]) -> tuple[Figure, ...]:
    """The counts of some periods, the largest first."""
    found = []
    for period in periods:
        rows = await database.fetch(
            "SELECT sort, name, number FROM tally WHERE period = :period"
            " ORDER BY number DESC, name",
            {"period": period},
        )
        for row in rows:
            count = Count(period=period, sort=Sort(str(row["sort"])), name=str(row["name"]))
            found.append(Figure(count=count, number=int(row["number"] or 0)))
    return tuple(found)


def _key(count: Count) -> dict[str, str]:
    return {"period": count.period, "sort": count.sort.value, "name": count.name}
