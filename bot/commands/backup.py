"""`handwijzer backup`: an encrypted copy of the database, also while the bot runs."""

import argparse
import asyncio
import os
from pathlib import Path

from bot.app.clocks import utc_now
from bot.settings import SettingsError, read_settings
from bot.store.backup import FOLDER, KEPT, back_up, back_up_postgres
from bot.store.database import StoreError
from bot.store.engine import open_postgres
from bot.store.serving import FILE
from bot.store.vault import Vault, open_vault


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "--to", type=Path, default=None, help="de map voor kopieën (anders: kopieen/ bij de data)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Makes a copy, and removes those older than two weeks."""
    settings = read_settings(os.environ)
    folder = arguments.to or settings.data / FOLDER
    try:
        vault = open_vault(settings.key, settings.key_file, settings.data, make=False)
        if settings.database_url:
            file = asyncio.run(_back_up_postgres(settings.database_url, folder, vault))
        else:
            file = back_up(settings.data / FILE, folder, vault, utc_now())
    except StoreError as error:
        raise SettingsError(str(error)) from error
    print(f"Kopie gemaakt: {file}")
    print(f"Kopieën van meer dan {KEPT.days} dagen oud zijn weggehaald. Bewaar ze nergens langer:")
    print("wie zich afmeldt met /stop, moet binnen die tijd ook uit de kopieën zijn.")
    print("De sleutel zit er niet in. Zonder sleutel is een kopie niet te openen.")
    return 0


async def _back_up_postgres(url: str, folder: Path, vault: Vault) -> Path:
    async with open_postgres(url) as database:
        return await back_up_postgres(database, folder, vault, utc_now())
