"""`handwijzer chat`: the conversation in a terminal."""

import argparse
import asyncio
import os
import sys

from bot.app.kept import attended
from bot.app.opened import open_assistant
from bot.assistant import Assistant
from bot.channels.terminal import TerminalChannel
from bot.commands.check import show_problem
from bot.core.talk.outcome import House
from bot.reloading.served import Keeping
from bot.settings import Settings, read_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds no arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Talks until the input ends."""
    settings = read_settings(os.environ)
    house = House(operator=settings.operator, contact=settings.contact)
    folder = settings.data if settings.data.is_dir() else None
    opened = open_assistant(os.environ, house, keeping=Keeping(folder=folder))
    if opened.warning:
        print(opened.warning, file=sys.stderr)
    if opened.only_numbers:
        for problem in opened.problems:
            print(show_problem(problem), file=sys.stderr)
    channel = TerminalChannel(opened.assistant, source=sys.stdin, sink=sys.stdout)
    asyncio.run(_serve(channel, opened.assistant, settings))
    return 0


async def _serve(channel: TerminalChannel, assistant: Assistant, settings: Settings) -> None:
    """Talks; without a data directory nothing is kept, so nothing that is decided is done."""
    if not settings.data.is_dir():
        await channel.serve()
        return
    async with attended(assistant, settings):
        await channel.serve()
