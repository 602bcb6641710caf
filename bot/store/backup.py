"""Copies of the database: consistent while the bot runs, encrypted, and gone after two weeks.

Two weeks is what docs/privacy.md promises: what somebody erased with /stop is then gone
from the copies as well. The key is not in a copy. A copy is the same whichever engine it was made
of, and can be put back in either; see restore.py.
"""

import gzip
import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.store.database import StoreError
from bot.store.migrate import migrate
from bot.store.owner import leave
from bot.store.sqlite import Sqlite, translated
from bot.store.transfer import transfer
from bot.store.vault import Vault

if TYPE_CHECKING:
    from bot.store.postgres import Postgres

FOLDER = "kopieen"  # in the data folder, unless another was asked for
KEPT = timedelta(days=14)
_HALF_MADE = timedelta(days=1)  # what a copy that never came to an end left behind
_PURPOSE = "backup"
_MARK = b"handwijzer-kopie-1\n"
_STAMP = "%Y%m%dT%H%M%S"
_PAGES = 256  # copied in one go; between two goes the bot may write


def back_up(database: Path, folder: Path, vault: Vault, now: datetime) -> Path:
    """Writes a copy of the database into a folder and removes the old ones; blocks.

    `now` is an instant in UTC. Raises StoreError.
    """
    if not database.is_file():
        raise StoreError(f"Er is nog geen database: {database}. Start de bot eerst een keer.")
    with TemporaryDirectory() as scratch:
        copied = Path(scratch) / "kopie.db"
        with (
            translated(database),
            closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(copied)) as target,
        ):
            source.backup(target, pages=_PAGES)
        return _keep(copied.read_bytes(), folder, vault, now)


async def back_up_postgres(
    database: "Postgres", folder: Path, vault: Vault, now: datetime
) -> Path:
    """As `back_up`, of a PostgreSQL as it is at one moment; others read and write meanwhile."""
    await migrate(database, now)
    with TemporaryDirectory() as scratch:
        copied = Path(scratch) / "kopie.db"
        async with Sqlite(copied) as copy, database.unchanging() as source:
            await migrate(copy, now)
            async with copy.transaction() as target:
                await transfer(source, target)
        return _keep(copied.read_bytes(), folder, vault, now)


def _keep(content: bytes, folder: Path, vault: Vault, now: datetime) -> Path:
    """Writes a sealed copy with the moment in its name, and removes the old ones."""
    file = folder / f"handwijzer-{now.strftime(_STAMP)}.kopie"
    draft = file.with_suffix(".deel")
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
            leave(folder)
        draft.touch(mode=0o600)
        draft.write_bytes(_MARK + vault.seal(gzip.compress(content), _PURPOSE))
        leave(draft)
        draft.replace(file)
        remove_old(folder, now)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise StoreError(f"De kopie {file} kan ik niet schrijven ({error.strerror}).") from error
    return file


def remove_old(folder: Path, now: datetime) -> int:
    """Removes the copies that are older than two weeks, by the date in their names; how many."""
    old = [file for file, made in copies(folder) if now - made > KEPT]
    halves = [file for file, made in _dated(folder, "deel") if now - made > _HALF_MADE]
    for file in (*old, *halves):
        file.unlink(missing_ok=True)
    return len(old)


def copies(folder: Path) -> list[tuple[Path, datetime]]:
    """The copies in a folder with when they were made, the latest first."""
    return _dated(folder, "kopie")


def _dated(folder: Path, ending: str) -> list[tuple[Path, datetime]]:
    found = []
    for file in folder.glob(f"handwijzer-*.{ending}"):
        try:
            made = datetime.strptime(file.stem.partition("-")[2], _STAMP)  # noqa: DTZ007 - UTC
        except ValueError:
            continue
        found.append((file, made))
    return sorted(found, key=lambda pair: pair[1], reverse=True)


def open_copy(file: Path, vault: Vault) -> bytes:
    """The SQLite file that a copy holds; StoreError where it is no copy or cannot be opened."""
    try:
        sealed = file.read_bytes()
    except OSError as error:
        raise StoreError(f"De kopie {file} kan ik niet lezen ({error.strerror}).") from error
    if not sealed.startswith(_MARK):
        raise StoreError(f"{file} is geen kopie die ik gemaakt heb.")
    return gzip.decompress(vault.unseal(sealed[len(_MARK) :], _PURPOSE))
