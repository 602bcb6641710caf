"""Reads the registry of help lines and the reviewed replies."""

from datetime import date

from bot.core.safety.help_lines import HelpLine
from bot.knowledge.entry import Entry
from bot.knowledge.problems import Report

_YES = {"ja": True, "nee": False}


def read_lines(file: Entry | None, report: Report) -> dict[str, HelpLine]:
    """The help lines by name; one without a day on which it was read is left out and reported."""
    lines = {}
    for name in list(file.keys()) if file else ():
        if file and (entry := file.entry(name)) and (line := _read_line(name, entry, report)):
            lines[name] = line
    return lines


def _read_line(name: str, entry: Entry, report: Report) -> HelpLine | None:
    read = entry.needed("gelezen")
    try:
        checked = date.fromisoformat(read)
    except ValueError:
        if read:
            spot = entry.places.get("gelezen", entry.spot)
            message = f"‘{read}’ is geen datum."
            report.error(spot, "datum", message, "Schrijf jaar-maand-dag: 2026-11-22.")
        return None
    entry.text("talen")  # for whoever reads the registry; no reply shows it
    line = HelpLine(
        id=name,
        name=entry.needed("naam"),
        purpose=_translations(entry, "waarvoor"),
        shown=_translations(entry, "regel"),
        numbers=entry.texts("nummers"),
        web=entry.text("web"),
        hours=entry.needed("uren"),
        cost=entry.needed("kosten"),
        source=entry.needed("bron"),
        dated=entry.text("bron van"),
        read=checked,
        called=entry.needed("gebeld"),
        link_only=entry.choice("alleen link", _YES) or False,
        line=entry.spot.line,
    )
    entry.done()
    return line


def read_replies(file: Entry | None) -> dict[str, dict[str, str]]:
    """The texts of each reply by its name and language."""
    if file is None:
        return {}
    return {name: _translations(file, name) for name in list(file.keys())}


def _translations(parent: Entry, name: str) -> dict[str, str]:
    entry = parent.entry(name)
    return {code: entry.text(code) for code in list(entry.keys())} if entry else {}
