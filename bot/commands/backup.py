"""`handwijzer backup`: an encrypted copy of the database, also while the bot runs."""

import argparse
import os
from pathlib import Path

from bot.app import utc_now
from bot.settings import SettingsError, read_settings
from bot.store.backup import KEPT, back_up
from bot.store.database import StoreError
from bot.store.serving import FILE
from bot.store.vault import open_vault


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "--to", type=Path, default=None, help="de map voor kopieën (anders: kopieen/ bij de data)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Makes a copy, and removes those older than two weeks."""
    settings = read_settings(os.environ)
    if settings.database_url:
        raise SettingsError("Van PostgreSQL maak je kopieën met pg_dump; zie docs/operators.md.")
    folder = arguments.to or settings.data / "kopieen"
    try:
        vault = open_vault(settings.key, settings.key_file, settings.data)
        file = back_up(settings.data / FILE, folder, vault, utc_now())
    except StoreError as error:
        raise SettingsError(str(error)) from error
    print(f"Kopie gemaakt: {file}")
    print(f"Kopieën van meer dan {KEPT.days} dagen oud zijn weggehaald. Bewaar ze nergens langer:")
    print("wie zich afmeldt met /stop, moet binnen die tijd ook uit de kopieën zijn.")
    print("De sleutel zit er niet in. Zonder sleutel is een kopie niet te openen.")
    return 0
