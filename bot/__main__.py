"""The program `handwijzer`: reads the arguments and runs one command.

Only the command that is asked for is imported: reading the others would cost a second.
"""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from bot.settings import SettingsError

_COMMANDS = {
    "run": ("run", "start de bot: op Telegram, of zonder token als chat in de browser"),
    "chat": ("chat", "praat met de bot in dit venster"),
    "ask": ("ask", "stel één of meer vragen en zie het antwoord"),
    "check": ("check", "kijk de kennis na en zie alles wat er niet klopt"),
    "workbench": ("workbench", "bewerk de kennis in je browser, probeer haar en bewaar haar"),
    "gaps": ("gaps", "zie wat mensen vroegen en de bot niet wist, en maak er een voorbeeld van"),
    "schema": ("schema", "geef een tekstprogramma de regels van de bestanden (JSON Schema)"),
    "dates": ("dates", "zie welke datums een zin betekent"),
    "duty": ("duty", "zie wat er opnieuw nagekeken moet worden, het dringendste eerst"),
    "change": ("change", "zie welke wijziging een zin van een coördinator betekent"),
    "invite": ("invite", "maak een link voor de eerste beheerder"),
    "audit": ("audit", "zie wat coördinatoren en beheerders deden, in welke rol en wanneer"),
    "import": ("import_", "lees een bestand of feed met bijeenkomsten in; eerst op proef"),
    "export": ("export", "schrijf het aanbod weg: ics, Meeting Guide, HSDS, schema.org of csv"),
    "doctor": ("doctor", "kijk alles na wat de bot nodig heeft, en zie wat je kunt doen"),
    "backup": ("backup", "maak een versleutelde kopie van de database"),
    "restore": ("restore", "zet een kopie van de database terug"),
    "fit": ("fit", "reken de gewichten opnieuw uit, na nieuwe voorbeelden"),
}
FINE, MEND, WRONG_ARGUMENTS, OUR_BUG = 0, 1, 2, 3
# Starting NumPy's threads takes longer than all products of matrices here together.
_THREADS = "OPENBLAS_NUM_THREADS"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; 0 fine, 1 something for the person to mend, 2 wrong arguments, 3 a bug."""
    os.environ.setdefault(_THREADS, "1")
    given = sys.argv[1:] if arguments is None else list(arguments)
    asked = next((word for word in given if word in _COMMANDS), "")
    command = import_module(f"bot.commands.{_COMMANDS[asked][0]}") if asked else None
    parser = argparse.ArgumentParser(
        prog="handwijzer", description="Wijst de weg naar plekken voor herstel."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht")
    for name, (_, about) in _COMMANDS.items():
        one = commands.add_parser(name, help=about, description=about)
        if name == asked and command is not None:
            command.add_arguments(one)
    parsed = parser.parse_args(given)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    if command is None:
        return WRONG_ARGUMENTS
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


if __name__ == "__main__":
    sys.exit(main())
