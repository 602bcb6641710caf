"""A small copy of the knowledge to make mistakes in: all words, few examples, one organisation."""

import re
import shutil
from pathlib import Path

from bot.knowledge.problems import Problem

SHIPPED = Path(__file__).parents[2] / "knowledge"
KEPT = 40  # examples of each topic; enough to fit weights to in a moment
ORGANISATION = """\
naam: Inloophuis De Proef
namen: [De Proef Emmen]
soort: inloophuis
status: actief
kort: Een plek om koffie te drinken.
regio: [Emmen]
contact:
  telefoon: 0591 000 000
  mail: info@deproef.example
  web: https://deproef.example/
bron:
  adres: https://deproef.example/programma
  naam: De Proef
  datum: 2026-10
  gelezen: 2026-11-20
plekken:
  - id: zaal
    naam: Gebouw De Proef
    straat: Dorpsstraat 1
    plaats: Emmen
activiteiten:
  - id: inloop
    naam: Inloop
    soort: inloop
    plek: zaal
    wanneer: elke dinsdag van 10.00 tot 12.00 uur
    kort: Loop gewoon binnen.
"""
EXPLANATION = """\
namen: [proefwoord]
uitleg:
  nl: Dit is een woord om mee te proberen.
  en: This is a word to try things with.
"""
_BLOCK = re.compile(r"^[^\s#-]", re.MULTILINE)


def small_copy(folder: Path) -> Path:
    """The folder with all files, but few examples of each topic and one organisation."""
    shutil.copytree(SHIPPED, folder, dirs_exist_ok=True)
    for path in (folder / "organisaties").glob("*.yaml"):
        path.unlink()
    for path in (folder / "onderwerpen").glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        head, examples = re.split(r"^vragen:\n", text, maxsplit=1, flags=re.MULTILINE)
        few = [line for line in examples.splitlines() if line.startswith("  - ")][:KEPT]
        write(path, head + "\n".join(("vragen:", *few, "")))
    write(folder / "organisaties" / "de-proef.yaml", ORGANISATION)
    return folder


def write(path: Path, text: str) -> None:
    """Writes a file as an editor would save it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def put(folder: Path, path: str, snippet: str) -> Path:
    """Puts a snippet into a file: its blocks take the place of those with the same key."""
    target = folder / path
    kind = path.partition("/")[0]
    if target.is_file():
        text = target.read_text(encoding="utf-8")
    elif kind == "organisaties":
        name = target.stem.replace("-", " ").title()
        text = ORGANISATION.replace("De Proef Emmen", f"{name} Emmen")
        text = text.replace("naam: Inloophuis De Proef", f"naam: {name}", 1)
    else:
        text = EXPLANATION.replace("proefwoord", target.stem) if kind == "uitleg" else ""
    write(target, merged(text, snippet))
    return target


def merged(text: str, snippet: str) -> str:
    """The text with each block of the snippet instead of its own; a loose snippet replaces all."""
    blocks = _blocks(text)
    for key, block in _blocks(snippet).items():
        if not re.match(r"[\w\"'-]+$", key):
            return snippet
        blocks[key] = block
    return "".join(blocks.values())


def _blocks(text: str) -> dict[str, str]:
    starts = [match.start() for match in _BLOCK.finditer(text)]
    if not starts:
        return {text: text} if text else {}
    starts[0] = 0
    found: dict[str, str] = {}
    for begin, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[begin:end]
        line = next(line for line in part.splitlines() if _BLOCK.match(line))
        key = re.split(r"[:;\s]", line, maxsplit=1)[0]
        found[key] = found.get(key, "") + part
    return found


def rules_in(problems: list[Problem], path: str) -> set[str]:
    """The rules that are broken in one file."""
    return {problem.rule for problem in problems if problem.spot.path == path}
