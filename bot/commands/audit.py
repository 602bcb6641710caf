"""`handwijzer audit`: what was done at the desk, by role and pseudonym."""

import argparse
import asyncio
import json
import os
from dataclasses import asdict
from datetime import UTC

from bot.app.clocks import in_amsterdam, utc_now
from bot.core.audit import Entry
from bot.core.desk.log_text import log_line
from bot.settings import Settings, SettingsError, read_settings
from bot.store.audit import fetch_log
from bot.store.database import StoreError
from bot.store.engine import open_database
from bot.store.migrate import migrate
from bot.store.serving import FILE


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "--last", type=int, default=100, metavar="AANTAL", help="zoveel regels, de nieuwste eerst"
    )
    parser.add_argument("--json", action="store_true", help="één JSON-object per regel")


def run(arguments: argparse.Namespace) -> int:
    """Prints the trail, the newest first."""
    settings = read_settings(os.environ)
    if not settings.database_url and not (settings.data / FILE).is_file():
        raise SettingsError(f"Er is nog geen database in {settings.data}.")
    try:
        entries = asyncio.run(_read(settings, arguments.last))
    except StoreError as error:
        raise SettingsError(str(error)) from error
    for entry in entries:
        print(_json(entry) if arguments.json else _line(entry))
    return 0


async def _read(settings: Settings, count: int) -> tuple[Entry, ...]:
    async with open_database(settings.data / FILE, settings.database_url) as database:
        await migrate(database, utc_now())
        return await fetch_log(database, count)


def _line(entry: Entry) -> str:
    return log_line(entry, in_amsterdam(entry.at.replace(tzinfo=UTC)), {})


def _json(entry: Entry) -> str:
    told = asdict(entry) | {"at": f"{entry.at.isoformat(timespec='seconds')}Z"}
    return json.dumps(told, ensure_ascii=False)
