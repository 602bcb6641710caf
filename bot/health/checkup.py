"""Looks at everything that a running bot needs, and says what to do where something is wrong."""

import asyncio
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp

from bot.knowledge.loader import find_folder, load
from bot.knowledge.problems import Severity
from bot.settings import Settings, SettingsError, read_settings, require_owner
from bot.store.database import StoreError
from bot.store.engine import open_database
from bot.store.migrate import check_migrations
from bot.store.people import check_people
from bot.store.serving import FILE
from bot.store.vault import open_vault
from bot.store.vitals import is_sound

_ROOM = 200 * 1024 * 1024  # bytes; a small database, its copies and the log
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
    """Looks at settings, disk, key, database, knowledge, network and clock, in this order.

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
        await _about_store(settings),
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


async def _about_store(settings: Settings) -> Finding:
    file = settings.data / FILE
    if not settings.database_url and not file.is_file():
        return Finding(subject="database", well=True, said="is er nog niet; komt bij de start")
    try:
        vault = open_vault(settings.key, settings.key_file, settings.data)
        async with open_database(file, settings.database_url) as database:
            await check_migrations(database)
            if not settings.database_url and not await is_sound(database):
                return _bad(
                    "database",
                    f"{file} is beschadigd.",
                    "Zet een kopie terug met: handwijzer restore KOPIE",
                )
            await check_people(database, vault)
    except StoreError as error:
        return _bad("database", str(error), "Zie docs/operators.md, onder Als er iets mis is.")
    return Finding(subject="database", well=True, said="heel, en de sleutel past")


def _about_knowledge(environment: Mapping[str, str], data: Path) -> Finding:
    loaded = load(find_folder(environment), data / "weights" if data.is_dir() else None)
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
