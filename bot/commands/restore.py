"""`handwijzer restore`: puts a copy of the database back."""

import argparse
import asyncio
import os
from pathlib import Path

from bot.app.clocks import utc_now
from bot.app.opened import prepare_data
from bot.settings import Settings, SettingsError, read_settings
from bot.store.database import StoreError
from bot.store.engine import open_postgres
from bot.store.restore import restore, restore_postgres
from bot.store.serving import FILE
from bot.store.vault import Vault, open_vault


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("copy", type=Path, metavar="KOPIE", help="het bestand van de kopie")


def run(arguments: argparse.Namespace) -> int:
    """Puts the copy back; the bot must not be running."""
    settings = read_settings(os.environ)
    prepare_data(settings)
    try:
        vault = open_vault(settings.key, settings.key_file, settings.data, make=False)
        asyncio.run(_restore(arguments.copy, settings, vault))
    except StoreError as error:
        raise SettingsError(str(error)) from error
    print(f"Teruggezet uit {arguments.copy}. Start de bot weer.")
    return 0


async def _restore(copy: Path, settings: Settings, vault: Vault) -> None:
    if not settings.database_url:
        await restore(copy, settings.data / FILE, vault, print)
        return
    async with open_postgres(settings.database_url) as database:
        await restore_postgres(copy, database, vault, print, utc_now())
