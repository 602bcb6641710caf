"""Looks at everything that a running bot needs, and says what to do where something is wrong."""

import asyncio
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp

from bot.knowledge.loader import find_folder, load
from bot.knowledge.problems import Severity
from bot.settings import Settings, SettingsError, read_settings, require_owner
from bot.store.backup import FOLDER, KEPT, copies
from bot.store.database import Database, StoreError
from bot.store.engine import open_database
from bot.store.migrate import check_migrations
from bot.store.people import check_people, has_people
from bot.store.serving import FILE
from bot.store.vault import open_vault
from bot.store.vitals import is_new, is_sound, missing_tables

_ROOM = 200 * 1024 * 1024  # bytes; a small database, its copies and the log
_FOR_OTHERS = 0o007
_A_DAY = timedelta(days=1)
_SEE = "Zie docs/operators.md, onder Als er iets mis is."
_SKEW = 60.0  # seconds that the clock may be off
_PATIENCE = aiohttp.ClientTimeout(total=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was looked at, whether it is well, and what to do where it is not."""

    subject: str
    well: bool
    said: str
    remedy: str = ""


async def check_up(
    environment: Mapping[str, str], clock: Callable[[], datetime]
) -> tuple[Finding, ...]:
    """Looks at settings, disk, key, database, copies, knowledge, network and clock, in this order.

    `clock` tells an instant in UTC without a zone.
    """
    try:
        settings = read_settings(environment)
        if settings.token:
            require_owner(settings)
    except SettingsError as error:
        remedy = "Verbeter dit in de omgeving (.env). De rest bekijk ik daarna."
        return (_bad("instellingen", str(error), remedy),)
    return (
        _about_settings(settings),
        _about_disk(settings.data),
        await _about_key(settings),
        await _about_store(settings),
        *_about_copies(settings.data / FOLDER, clock()),
        await asyncio.to_thread(_about_knowledge, environment, settings.data),
        *await _about_network(settings, clock),
    )


def _about_settings(settings: Settings) -> Finding:
    how = "luistert met een webhook" if settings.webhook_url else "vraagt Telegram om berichten"
    where = how if settings.token else "een chatpagina op deze computer (er is geen token)"
    return Finding(subject="instellingen", well=True, said=where)


def _about_disk(data: Path) -> Finding:
    folder = data if data.exists() else data.parent
    if not os.access(folder, os.W_OK):
        return _bad("schijf", f"In {folder} kan ik niet schrijven.", "Maak de map schrijfbaar.")
    free = shutil.disk_usage(folder).free
    said = f"{free // 2**20} MB vrij bij {folder}"
    if free < _ROOM:
        return _bad("schijf", said, "Maak ruimte; bij een volle schijf bewaar ik niets meer.")
    return Finding(subject="schijf", well=True, said=said)


async def _about_key(settings: Settings) -> Finding:
    file = settings.key_file
    if settings.key:
        return Finding(subject="sleutel", well=True, said="staat in de omgeving")
    if file is not None and not file.exists() and await _holds_nobody(settings):
        return Finding(subject="sleutel", well=True, said="is er nog niet; komt bij de start")
    try:
        open_vault(settings.key, file, settings.data, make=False)
    except StoreError as error:
        return _bad("sleutel", str(error), "Zie docs/operators.md, bij Neerzetten.")
    if file is not None and file.stat().st_mode & _FOR_OTHERS:
        said = f"Iedereen op deze computer kan {file} lezen."
        return _bad("sleutel", said, f"Maak hem alleen van uzelf: chmod 600 {file}")
    return Finding(subject="sleutel", well=True, said="is te lezen, en alleen door ons")


async def _holds_nobody(settings: Settings) -> bool:
    """Whether nobody is kept under a key; False where that cannot be read."""
    file = settings.data / FILE
    if not settings.database_url and _is_unused(file):
        return True
    try:
        async with open_database(file, settings.database_url) as database:
            return not await has_people(database)
    except StoreError:
        return False


def _is_unused(file: Path) -> bool:
    """Whether a database is not there yet, or was made and never filled."""
    return not file.exists() or (file.is_file() and not file.stat().st_size)


async def _about_store(settings: Settings) -> Finding:
    file = settings.data / FILE
    if not settings.database_url and _is_unused(file):
        return Finding(subject="database", well=True, said="is er nog niet; komt bij de start")
    try:
        async with open_database(file, settings.database_url) as database:
            return await _about_rows(database, settings)
    except StoreError as error:
        return _bad("database", str(error), _SEE)


async def _about_rows(database: Database, settings: Settings) -> Finding:
    """About an open database; may raise StoreError."""
    if not settings.database_url and not await is_sound(database):
        remedy = "Zet een kopie terug met: handwijzer restore KOPIE"
        return _bad("database", f"{settings.data / FILE} is beschadigd.", remedy)
    if await is_new(database):
        return Finding(subject="database", well=True, said="is nog leeg; komt bij de start")
    await check_migrations(database)
    missing = await missing_tables(database)
    if missing:
        return _bad("database", f"Er mist een tabel: {', '.join(missing)}.", _SEE)
    try:
        vault = open_vault(settings.key, settings.key_file, settings.data, make=False)
    except StoreError:
        return Finding(subject="database", well=True, said="heel; zie bij de sleutel")
    await check_people(database, vault)
    return Finding(subject="database", well=True, said="heel, en de sleutel past")


def _about_copies(folder: Path, now: datetime) -> tuple[Finding, ...]:
    """About copies, where any were made here; there may be none, or elsewhere."""
    try:
        found = copies(folder)
    except OSError as error:
        return (_bad("kopieën", f"{folder} kan ik niet lezen ({error.strerror}).", _SEE),)
    if not found:
        return ()
    latest, oldest = found[0][1], found[-1][1]
    if now - oldest > KEPT + _A_DAY:
        said = f"De oudste is van {oldest:%d-%m-%Y}; wie /stop stuurt, moet eruit zijn."
        return (_bad("kopieën", said, f"Gooi weg wat ouder is dan {KEPT.days} dagen."),)
    if now - latest > _A_DAY * 2:
        said = f"De laatste is van {latest:%d-%m-%Y}."
        remedy = "Kijk of de timer loopt: systemctl status handwijzer-backup.timer"
        return (_bad("kopieën", said, remedy),)
    said = f"{len(found)}, de laatste van {latest:%d-%m-%Y}"
    return (Finding(subject="kopieën", well=True, said=said),)


def _about_knowledge(environment: Mapping[str, str], data: Path) -> Finding:
    weights = data / "weights"
    # Made by the bot only: in a folder that root makes here the bot could write nothing later.
    loaded = load(find_folder(environment), weights if weights.is_dir() else None)
    problems = loaded.report.in_order()
    errors = sum(one.severity is Severity.ERROR for one in problems)
    if loaded.knowledge is None:
        return _bad(
            "kennis",
            f"{errors} fouten: de bot geeft alleen hulpnummers.",
            "Zie welke met: handwijzer check",
        )
    said = f"{len(loaded.knowledge.organisations)} organisaties, {len(problems)} waarschuwingen"
    return Finding(subject="kennis", well=True, said=said)


async def _about_network(settings: Settings, clock: Callable[[], datetime]) -> tuple[Finding, ...]:
    if not settings.token:
        return ()
    url = f"{settings.api_base_url}/bot{settings.token}/getMe"
    try:
        async with (
            aiohttp.ClientSession(timeout=_PATIENCE, trust_env=True) as session,
            session.post(url, allow_redirects=False) as answer,
        ):
            status, told = answer.status, answer.headers.get("Date", "")
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        said = f"Telegram is niet te bereiken ({type(error).__name__})."
        remedy = "Controleer de verbinding, de proxy en TELEGRAM_API_BASE_URL."
        return (_bad("netwerk", said, remedy),)
    if status in (401, 404):
        remedy = "Controleer TELEGRAM_BOT_TOKEN of maak een nieuw token bij @BotFather."
        return (_bad("netwerk", "Telegram kent dit token niet.", remedy),)
    if status != 200:
        remedy = "Wacht even, of controleer TELEGRAM_API_BASE_URL."
        return (_bad("netwerk", f"Telegram antwoordt met {status}.", remedy),)
    well = Finding(subject="netwerk", well=True, said="Telegram antwoordt en kent het token")
    return (well, *_about_clock(told, clock()))


def _about_clock(told: str, now: datetime) -> tuple[Finding, ...]:
    try:
        theirs = parsedate_to_datetime(told).astimezone(UTC).replace(tzinfo=None)
    except (TypeError, ValueError):
        return ()
    off = (now - theirs).total_seconds()
    if abs(off) > _SKEW:
        said = f"De klok loopt {abs(off):.0f} seconden {'voor' if off > 0 else 'achter'}."
        remedy = "Zet de tijd gelijk, bijvoorbeeld met: timedatectl set-ntp true"
        return (_bad("klok", said, remedy),)
    return (Finding(subject="klok", well=True, said="loopt gelijk"),)


def _bad(subject: str, said: str, remedy: str) -> Finding:
    return Finding(subject=subject, well=False, said=said, remedy=remedy)
