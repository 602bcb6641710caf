"""Brings a database up to the shape this release works with, one step at a time.

Each step is a file `NNNN_name.sql` in `migrations/`, run in one transaction with the note that it
was done. A step that was run before must still read the same; a mended one is a new step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib import resources
from sqlite3 import IntegrityError

from bot.store.database import Database, Row, StatementError, Statements, StoreError
from bot.store.instants import instant

_TABLE = """
CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL
)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step: its number and name, and statements that end with a semicolon and a new line."""

    number: int
    name: str
    text: str

    @property
    def checksum(self) -> str:
        """Stands for the text, whatever the line ends are."""
        return _checksum(self.text)

    @property
    def statements(self) -> tuple[str, ...]:
        """The statements, without comment lines."""
        lines = [line for line in self.text.splitlines() if not line.lstrip().startswith("--")]
        parts = "\n".join(lines).split(";\n")
        return tuple(part.strip().rstrip(";") for part in parts if part.strip().rstrip(";"))


@cache  # each step is held against what was run before it, for each step that follows
def _checksum(text: str) -> str:
    return sha256("\n".join(text.split()).encode()).hexdigest()


class MigrationError(StoreError):
    """The database has another shape than this release knows."""


def shipped_migrations() -> tuple[Migration, ...]:
    """The steps that come with this release, in order."""
    folder = resources.files("bot.store") / "migrations"
    found = []
    for file in folder.iterdir():
        number, _, name = file.name.removesuffix(".sql").partition("_")
        if file.name.endswith(".sql"):
            text = file.read_text(encoding="utf-8")
            found.append(Migration(number=int(number), name=name, text=text))
    return tuple(sorted(found, key=lambda one: one.number))


async def migrate(
    database: Database, now: datetime, steps: Sequence[Migration] | None = None
) -> int:
    """Runs the steps still to be run; how many. Raises MigrationError where shapes differ.

    `now` is an instant in UTC.
    """
    known = shipped_migrations() if steps is None else tuple(steps)
    await database.execute(_TABLE)
    ran = 0
    for step in known:
        async with database.transaction() as inside:
            if step.number in await _done(inside, known):
                continue
            await _take(step, inside, now)
            ran += 1
    return ran


async def _take(step: Migration, inside: Statements, now: datetime) -> None:
    """Runs one step with the note that it was done."""
    values: Row = {
        "number": step.number,
        "name": step.name,
        "checksum": step.checksum,
        "applied_at": instant(now),
    }
    try:
        for statement in step.statements:
            await inside.execute(statement)
        await inside.execute(
            "INSERT INTO migration (number, name, checksum, applied_at)"
            " VALUES (:number, :name, :checksum, :applied_at)",
            values,
        )
    except (StatementError, IntegrityError) as error:
        why = str(error.__cause__ or error).partition("\n")[0]
        raise MigrationError(
            f"Stap {step.number} ({step.name}) van de database lukt niet ({why}). Er is niets "
            "veranderd. Zet een reservekopie terug, of de vorige Handwijzer."
        ) from error


async def check_migrations(database: Database) -> None:
    """Raises MigrationError where the database has another shape than this release knows."""
    await _done(database, shipped_migrations())


async def _done(inside: Statements, known: tuple[Migration, ...]) -> set[int]:
    """The numbers of the steps that were run, each still the same as we know it."""
    by_number = {step.number: step for step in known}
    done: set[int] = set()
    for row in await inside.fetch("SELECT number, name, checksum FROM migration"):
        number = int(row["number"] or 0)
        step = by_number.get(number)
        if step is None:
            raise MigrationError(
                "Deze database is van een nieuwere Handwijzer. "
                "Werk het programma bij, of zet een reservekopie van de database terug."
            )
        if step.checksum != row["checksum"]:
            raise MigrationError(
                f"Stap {number} ({row['name']}) van de database is na het uitvoeren veranderd. "
                "Zet het oude bestand terug en maak van de wijziging een nieuwe stap."
            )
        done.add(number)
    return done
