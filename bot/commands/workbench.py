"""`handwijzer workbench`: a page to edit the knowledge, try it and save it."""

import argparse
import asyncio
import contextlib
import os
import signal
import time
from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.app.clocks import local_now, utc_now
from bot.app.opened import prepare_data
from bot.channels.fault import ChannelError
from bot.core.talk.outcome import House
from bot.knowledge.loader import find_folder
from bot.settings import Settings, SettingsError, read_settings
from bot.store.serving import FILE
from bot.workbench.access import Access
from bot.workbench.passed import Mailbox
from bot.workbench.server import Workbench
from bot.workbench.workroom import Workroom

PORT = 8090


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "--port", type=int, default=PORT, metavar="POORT", help=f"de poort (standaard {PORT})"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serves the page until it is told to stop."""
    settings = read_settings(os.environ)
    prepare_data(settings)
    try:
        asyncio.run(_serve(settings, arguments.port))
    except ChannelError as error:
        raise SettingsError(str(error).replace("HANDWIJZER_PORT", "--port")) from error
    return 0


async def _serve(settings: Settings, port: int) -> None:
    folder = find_folder(os.environ)
    if not os.access(folder, os.W_OK):
        raise SettingsError(
            f"In de map {folder} kan ik niet schrijven. Maak hem schrijfbaar, of wijs met "
            "HANDWIJZER_KNOWLEDGE een eigen map aan."
        )
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    house = House(operator=settings.operator, contact=settings.contact)
    room = Workroom(folder, settings.data, house, local_now)
    mailbox = Mailbox(settings.data / FILE, settings.database_url, utc_now)
    bench = Workbench(
        room, Access(time.monotonic), port=port, hosts=settings.allowed_hosts, mailbox=mailbox
    )
    await bench.serve(
        stop, lambda link: print(announced(link, settings.allowed_hosts), flush=True)
    )


def announced(link: str, hosts: Sequence[str]) -> str:
    """What is said at the start: the link, and what it is by the name of the proxy."""
    lines = ["Open deze link in je browser. Hij werkt één keer:", link]
    if hosts:
        behind = urlsplit(link)._replace(scheme="https", netloc=hosts[0])
        lines += ["Of, achter je proxy (dan werkt de eerste niet meer):", behind.geturl()]
    return "\n".join(lines)
