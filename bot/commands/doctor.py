"""`handwijzer doctor`: looks at all that the bot needs and says what to do."""

import argparse
import asyncio
import os

from bot.app.clocks import utc_now
from bot.health.checkup import check_up


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command: none."""


def run(arguments: argparse.Namespace) -> int:
    """Prints a line for each thing that was looked at; 1 where something has to be mended."""
    findings = asyncio.run(check_up(os.environ, utc_now))
    for one in findings:
        print(f"{'goed' if one.well else 'FOUT':<5}{one.subject}: {one.said}")
        if one.remedy:
            print(f"     → {one.remedy}")
    return 0 if all(one.well for one in findings) else 1
