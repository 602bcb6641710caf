"""`handwijzer chat`: the conversation in a terminal."""

import argparse
import asyncio
import os
import sys

from bot.app import open_assistant
from bot.channels.terminal import TerminalChannel
from bot.commands.check import show_problem
from bot.core.outcome import House
from bot.settings import read_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds no arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Talks until the input ends."""
    settings = read_settings(os.environ)
    house = House(operator=settings.operator, contact=settings.contact)
    opened = open_assistant(os.environ, house)
    if opened.only_numbers:
        for problem in opened.problems:
            print(show_problem(problem), file=sys.stderr)
    channel = TerminalChannel(opened.assistant, source=sys.stdin, sink=sys.stdout)
    asyncio.run(channel.serve())
    return 0
