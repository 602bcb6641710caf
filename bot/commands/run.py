"""`handwijzer run`: serves on Telegram, or without a token as a chat page on this machine."""

import argparse
import asyncio
import gc
import os
import sys
from collections.abc import Callable

from bot.app.opened import open_assistant, prepare_data
from bot.app.run import run as serve
from bot.channels.fault import ChannelError
from bot.commands.check import show_problem
from bot.core.talk.outcome import House
from bot.health.log import write_log
from bot.health.memory import give_back, use_one_arena
from bot.reloading.served import Keeping
from bot.settings import SettingsError, read_settings, require_owner

if sys.platform != "win32":
    import uvloop


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "--numbers-only", action="store_true", help="geef op alles alleen de hulpnummers"
    )
    parser.add_argument(
        "--force", action="store_true", help="neem de kennis over, ook als er veel uit verdwijnt"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serves until it is told to stop."""
    use_one_arena()
    settings = read_settings(os.environ)
    write_log(settings.log)
    if settings.token:
        require_owner(settings)
    cache = prepare_data(settings)
    house = House(operator=settings.operator, contact=settings.contact)
    opened = open_assistant(
        os.environ,
        house,
        cache=cache,
        keeping=Keeping(folder=settings.data, forced=arguments.force, url=settings.database_url),
        numbers_only=arguments.numbers_only,
    )
    if opened.warning:
        print(opened.warning, file=sys.stderr)
    for problem in opened.problems:
        print(show_problem(problem), file=sys.stderr)
    if opened.only_numbers and not arguments.numbers_only:
        print(
            "De kennis klopt niet. Ik geef alleen hulpnummers tot dit is hersteld.",
            file=sys.stderr,
        )
    give_back()
    gc.freeze()  # what lasts as long as the program needs no looking at; that took 80 ms at a time
    try:
        with asyncio.Runner(loop_factory=loop_factory()) as runner:
            runner.run(serve(settings, opened, _announce))
    except ChannelError as error:
        raise SettingsError(str(error)) from error
    return 0


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The quicker event loop, which halves what a message costs beside its answer; None: Python's.

    It is not made for Windows.
    """
    if sys.platform == "win32":
        return None
    return uvloop.new_event_loop


def _announce(address: str) -> None:
    print(address, flush=True)
