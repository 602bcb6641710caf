"""The program `handwijzer`: reads the arguments and runs one command."""

import argparse
import logging
import sys
from collections.abc import Sequence

from bot.commands import ask, change, chat, check, dates, duty, export, fit, import_, run
from bot.settings import SettingsError

_COMMANDS = {
    "run": (run, "start de bot: op Telegram, of zonder token als chat in de browser"),
    "chat": (chat, "praat met de bot in dit venster"),
    "ask": (ask, "stel één of meer vragen en zie het antwoord"),
    "check": (check, "kijk de kennis na en zie alles wat er niet klopt"),
    "dates": (dates, "zie welke datums een zin betekent"),
    "duty": (duty, "zie wat er opnieuw nagekeken moet worden, het dringendste eerst"),
    "change": (change, "zie welke wijziging een zin van een coördinator betekent"),
    "import": (import_, "lees een bestand of feed met bijeenkomsten in; eerst op proef"),
    "export": (export, "schrijf het aanbod weg: ics, Meeting Guide, HSDS, schema.org of csv"),
    "fit": (fit, "reken de gewichten opnieuw uit, na nieuwe voorbeelden"),
}
FINE, MEND, WRONG_ARGUMENTS, OUR_BUG = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 fine, 1 something for the person to mend, 2 wrong arguments, 3 a bug."""
    parsed = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    command, _ = _COMMANDS[parsed.command]
    try:
        return int(command.run(parsed))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return MEND
    except (KeyboardInterrupt, BrokenPipeError):
        return FINE
    except Exception:
        logging.exception("Dit is een fout van ons, niet van jou.")
        return OUR_BUG


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="handwijzer", description="Wijst de weg naar plekken voor herstel."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    for name, (command, about) in _COMMANDS.items():
        one = commands.add_parser(name, help=about, description=about)
        command.add_arguments(one)
    return parser


if __name__ == "__main__":
    sys.exit(main())
