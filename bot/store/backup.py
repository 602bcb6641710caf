"""Copies of the database: consistent while the bot runs, encrypted, and gone after two weeks.

Two weeks is what docs/privacy.md promises: what somebody erased with /stop is then gone
from the copies as well. The key is not in a copy.
"""

import gzip
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.store.database import DatabaseBusyError, StoreError
from bot.store.sqlite import translated
from bot.store.vault import Vault

KEPT = timedelta(days=14)
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
        content = gzip.compress(copied.read_bytes())
    file = folder / f"handwijzer-{now.strftime(_STAMP)}.kopie"
    draft = file.with_suffix(".deel")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.touch(mode=0o600)
        draft.write_bytes(_MARK + vault.seal(content, _PURPOSE))
        draft.replace(file)
    except OSError as error:
        raise StoreError(f"De kopie {file} kan ik niet schrijven ({error.strerror}).") from error
    remove_old(folder, now)
    return file


def remove_old(folder: Path, now: datetime) -> int:
    """Removes the copies that are older than two weeks, by the date in their names; how many."""
    old = [file for file, made in copies(folder) if now - made > KEPT]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)


def copies(folder: Path) -> list[tuple[Path, datetime]]:
    """The copies in a folder with when they were made, the latest first."""
    found = []
    for file in folder.glob("handwijzer-*.kopie"):
        try:
            made = datetime.strptime(file.stem.partition("-")[2], _STAMP)  # noqa: DTZ007 - UTC
        except ValueError:
            continue
        found.append((file, made))
    return sorted(found, key=lambda pair: pair[1], reverse=True)


def restore(file: Path, database: Path, vault: Vault, told: Callable[[str], None]) -> None:
    """Puts a copy in the place of the database; blocks, and raises StoreError.

    Whoever is no longer in the present database has stopped since, and is erased from the copy.
    """
    content = _opened(file, vault)
    _nobody_else(database)
    fresh = database.with_name(f"{database.name}.terug")
    fresh.unlink(missing_ok=True)
    try:
        fresh.touch(mode=0o600)
        fresh.write_bytes(content)
        with translated(fresh), closing(sqlite3.connect(fresh)) as restored:
            _check(restored, file)
            known = _people(database)
            if known is None:
                told("De database van nu is niet te lezen; iedereen uit de kopie komt terug.")
            elif gone := _forget_others(restored, known):
                told(f"{gone} mensen stopten na deze kopie; hen heb ik weer gewist.")
        for beside in ("-wal", "-shm"):
            database.with_name(database.name + beside).unlink(missing_ok=True)
        fresh.replace(database)
    except OSError as error:
        raise StoreError(f"Terugzetten lukte niet ({error.strerror}).") from error
    finally:
        fresh.unlink(missing_ok=True)


def _opened(file: Path, vault: Vault) -> bytes:
    try:
        sealed = file.read_bytes()
    except OSError as error:
        raise StoreError(f"De kopie {file} kan ik niet lezen ({error.strerror}).") from error
    if not sealed.startswith(_MARK):
        raise StoreError(f"{file} is geen kopie die ik gemaakt heb.")
    return gzip.decompress(vault.unseal(sealed[len(_MARK) :], _PURPOSE))


def _nobody_else(database: Path) -> None:
    """Raises DatabaseBusyError while a bot has the database open."""
    if not database.is_file():
        return
    with closing(sqlite3.connect(database, timeout=0.5)) as opened:
        try:
            opened.execute("PRAGMA journal_mode = DELETE")  # only for whoever is alone
        except sqlite3.OperationalError:
            raise DatabaseBusyError(
                "De bot draait nog. Stop hem eerst, zet dan terug en start hem weer."
            ) from None
        except sqlite3.DatabaseError:
            return  # damaged: that is what copies are for


def _check(restored: sqlite3.Connection, file: Path) -> None:
    found = restored.execute("PRAGMA integrity_check").fetchone()
    if found is None or found[0] != "ok":
        raise StoreError(f"De kopie {file} is beschadigd. Neem een andere.")


def _people(database: Path) -> frozenset[str] | None:
    """The keyed hashes of the chats in the present database; None where it cannot be read."""
    if not database.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
            rows = opened.execute("SELECT chat_hash FROM person").fetchall()
    except sqlite3.Error:
        return None
    return frozenset(str(row[0]) for row in rows)


def _forget_others(restored: sqlite3.Connection, known: frozenset[str]) -> int:
    restored.execute("PRAGMA foreign_keys = ON")
    rows = restored.execute("SELECT id, chat_hash FROM person").fetchall()
    gone = [(identity,) for identity, chat in rows if str(chat) not in known]
    restored.executemany("DELETE FROM person WHERE id = ?", gone)
    restored.commit()
    return len(gone)
