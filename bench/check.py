"""How long `handwijzer check` takes on 300 files of 60 lines: at first, and after one change.

    python -m bench.check

Each row is a process of its own, from its start to its end, as an editor waits for it; the last
column is the part of it that the check itself takes, as in a reload or the workbench. The program
is compiled beforehand, as an installed one is.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILES, LINES = 300, 60
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
_PIECES = ("ba", "dor", "fel", "gim", "hul", "kas", "lon", "mep", "nir", "zut")
_TOWNS = ("Emmen", "Assen", "Zwolle", "Utrecht", "Breda", "Venlo", "Leiden", "Hoorn")


def word_of(number: int) -> str:
    """A made-up word for each number, so that no two names are alike."""
    return "".join(_PIECES[digit] for digit in map(int, f"{number:03}")).capitalize()


def organisation(number: int) -> str:
    """A file of 60 lines: an organisation with as many activities as fit."""
    town = _TOWNS[number % len(_TOWNS)]
    lines = [
        f"naam: Meetpunt {town} {word_of(number)}",
        f"namen: [Meethuis {word_of(number)} in {town}]",
        "soort: inloophuis",
        "status: actief",
        "kort: Een plek om anderen te ontmoeten en samen koffie te drinken.",
        f"regio: [{town}]",
        "contact:",
        "  telefoon: 0591 000 000",
        f"  mail: info@meetpunt{number}.example",
        "bron:",
        f"  adres: https://meetpunt{number}.example/programma",
        "  naam: Meetpunt",
        "  datum: 2026-10",
        "  gelezen: 2026-11-20",
        "plekken:",
        "  - id: zaal",
        "    naam: Buurthuis",
        f"    straat: Dorpsstraat {number}",
        f"    plaats: {town}",
        "activiteiten:",
    ]
    while len(lines) + 8 <= LINES:
        at = len(lines)
        lines += [
            f"  - id: groep-{at}",
            f"    naam: Groep {at}",
            "    soort: lotgenotengroep",
            "    plek: zaal",
            f"    wanneer: elke {_DAYS[at % 5]} van {9 + number % 9}.00 tot {11 + number % 9}.30",
            "    kort: Je praat met mensen die hetzelfde meemaken.",
            "    toegang:",
            "      kosten: ja, een kleine bijdrage voor de koffie",
        ]
    return "\n".join(lines) + "\n"


def filled(folder: Path) -> None:
    """The shipped knowledge with organisations added until there are 300 files of 60 lines."""
    shutil.copytree(ROOT / "knowledge", folder)
    for number in range(FILES):
        path = folder / "organisaties" / f"meetpunt-{number}.yaml"
        path.write_text(organisation(number), encoding="utf-8")


_TIMED = """
import sys, time
from datetime import date
from pathlib import Path
from bot.knowledge.checks import check_folder
begun, spent = time.perf_counter(), time.process_time()
found = check_folder(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 22)).found
print(time.perf_counter() - begun, time.process_time() - spent)
"""


def compiled(scratch: Path) -> None:
    """Keeps compiled modules in a folder from now on, as an installation does beside them."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(scratch)
    for asked in (("-m", "bot", "check", str(scratch / "niets")), ("-c", "import sklearn.svm")):
        subprocess.run((sys.executable, *asked), cwd=ROOT, capture_output=True, check=False)


def seconds(folder: Path, cache: Path) -> tuple[float, float, str]:
    """How long a check takes on the clock and on the processor, and the last line it says."""
    begun, spent = time.perf_counter(), _spent()
    more = ("--today", "2026-11-22", "--cache", str(cache))
    command = (sys.executable, "-m", "bot", "check", str(folder), *more)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    last = done.stdout.strip().rpartition("\n")[2]
    return time.perf_counter() - begun, _spent() - spent, last


def _spent() -> float:
    """The processor seconds of the processes that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def own_seconds(folder: Path, cache: Path) -> tuple[float, float]:
    """How long the check itself takes in a process that has loaded its modules."""
    command = (sys.executable, "-c", _TIMED, str(folder), str(cache))
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    clock, processor = map(float, done.stdout.split())
    return clock, processor


def change(folder: Path, name: str, mark: int) -> None:
    """Changes one file a little."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}# {mark}\n", encoding="utf-8")


def insert(folder: Path, name: str, head: str, line: str) -> None:
    """Puts a line below the first one that reads `head`."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"\n{head}\n", f"\n{head}\n{line}\n", 1), encoding="utf-8")


def main() -> None:
    """Prints the figures as a table for the documentation."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "kennis"
        compiled(Path(scratch) / "pyc")
        filled(folder)
        lines = sum(len(path.read_bytes().splitlines()) for path in folder.rglob("*.yaml"))
        print(f"{len(list(folder.rglob('*.yaml')))} files, {lines} lines, {os.cpu_count()} cores")
        print("| what | seconds (processor) | the check itself | it says |")
        print("| --- | --- | --- | --- |")
        caches = (Path(scratch) / "een", Path(scratch) / "twee")
        show("the first time", folder, caches)
        show("nothing changed", folder, caches)
        for name, what in (
            ("organisaties/meetpunt-7.yaml", "one organisation changed"),
            ("uitleg/herstel.yaml", "one explanation changed"),
            ("onderwerpen/kosten.yaml", "one topic changed, its examples not"),
            ("veiligheid/wanhoop.yaml", "one safety file changed, its patterns not"),
        ):
            change(folder, name, 1)
            show(what, folder, caches)
        for head, line, what in (
            ("    wel:", "      - het is me te veel", "one proof more in a safety file"),
            ("    patronen:", "      - leven ..3 zwaar & ik", "one pattern more in a safety file"),
        ):
            insert(folder, "veiligheid/wanhoop.yaml", head, line)
            show(what, folder, caches)


def show(what: str, folder: Path, caches: tuple[Path, Path]) -> None:
    """Prints one row."""
    clock, processor, told = seconds(folder, caches[0])
    own, own_processor = own_seconds(folder, caches[1])
    figures = f"{clock:.2f} ({processor:.2f}) | {own:.2f} ({own_processor:.2f})"
    print(f"| {what} | {figures} | {told} |")


if __name__ == "__main__":
    main()
