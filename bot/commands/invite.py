"""`handwijzer invite`: a one-time link for the first administrator, or for a coordinator."""

import argparse
import asyncio
import os

from bot.app.clocks import utc_now
from bot.app.opened import prepare_data
from bot.channels.telegram import username_of
from bot.core.audit import Act, Entry
from bot.core.roles import Reach, Role, Scope
from bot.settings import Settings, SettingsError, read_settings
from bot.store.audit import note_act
from bot.store.database import StoreError
from bot.store.engine import open_database
from bot.store.migrate import migrate
from bot.store.roles import Invitation, invite, new_token
from bot.store.serving import FILE

_OPERATOR = "operator"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "--administrator",
        action="store_true",
        required=True,
        help="voor een beheerder; die nodigt anderen uit in het gesprek, met /uitnodigen",
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints the link, and what to type where there is no Telegram."""
    settings = read_settings(os.environ)
    prepare_data(settings)
    try:
        token = asyncio.run(_invite(settings))
    except StoreError as error:
        raise SettingsError(str(error)) from error
    username = settings.bot
    if settings.token and not username:
        username = asyncio.run(username_of(settings.token, settings.api_base_url))
    if username:
        print("Open deze link. Hij werkt één keer, drie dagen lang:")
        print(f"https://t.me/{username}?start={token}")
        print("Of typ dit in het gesprek met de bot:")
    else:
        print("Typ dit in het gesprek met de bot. Het werkt één keer, drie dagen lang:")
    print(f"/start {token}")
    return 0


async def _invite(settings: Settings) -> str:
    token, now = new_token(), utc_now()
    async with open_database(settings.data / FILE, settings.database_url) as database:
        await migrate(database, now)
        async with database.transaction() as inside:
            invitation = Invitation(
                role=Role.ADMINISTRATOR, scope=Scope(reach=Reach.ALL), by=_OPERATOR, made=now
            )
            await invite(inside, token, invitation)
            await note_act(inside, Entry(at=now, role=_OPERATOR, act=Act.INVITED))
    return token
