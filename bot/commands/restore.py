"""`handwijzer restore`: puts a copy of the database back."""

import argparse
import os
from pathlib import Path

from bot.app import prepare_data
from bot.settings import SettingsError, read_settings
from bot.store.backup import restore
from bot.store.database import StoreError
from bot.store.serving import FILE
from bot.store.vault import open_vault


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("copy", type=Path, metavar="KOPIE", help="het bestand van de kopie")


def run(arguments: argparse.Namespace) -> int:
    """Puts the copy back; the bot must not be running."""
    settings = read_settings(os.environ)
    if settings.database_url:
        raise SettingsError("PostgreSQL zet je terug met pg_restore; zie docs/operators.md.")
    prepare_data(settings)
    try:
        vault = open_vault(settings.key, settings.key_file, settings.data)
        restore(arguments.copy, settings.data / FILE, vault, print)
    except StoreError as error:
        raise SettingsError(str(error)) from error
    print(f"Teruggezet uit {arguments.copy}. Start de bot weer.")
    return 0
