"""Where what a file says comes from: an address, its date, and the day it was last read."""

import re
from datetime import date

from bot.core.model import Source
from bot.knowledge.dutch import UNKNOWN_WORD
from bot.knowledge.entry import Entry

_DATED = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")


def source_of(entry: Entry | None, parent: Entry) -> Source:
    """The source of an entry; that it has none is a problem of its parent."""
    if entry is None:
        parent.report.error(
            parent.places.get("bron", parent.spot),
            "bron-ontbreekt",
            "Hier ontbreekt de bron.",
            "Zet erbij waar het staat: bron, met adres, naam, datum en gelezen.",
        )
        return Source(url="")
    source = Source(
        url=entry.needed("adres"),
        name=entry.text("naam"),
        dated=_dated(entry),
        read=_day(entry, "gelezen"),
        note=entry.text("uitleg"),
    )
    entry.done()
    return source


def _dated(entry: Entry) -> str | None:
    words = entry.words("datum")
    if words is None or words.text == UNKNOWN_WORD:
        return None
    if not _DATED.match(words.text):
        entry.report.error(
            words.spot,
            "datum",
            f"‘{words.text}’ is geen datum.",
            "Schrijf 2026-11-22, of alleen 2026-11 of 2026, of: onbekend.",
        )
        return None
    return words.text


def _day(entry: Entry, key: str) -> date | None:
    words = entry.words(key)
    if words is None:
        entry.needed(key)
        return None
    try:
        return date.fromisoformat(words.text)
    except ValueError:
        entry.report.error(
            words.spot,
            "datum",
            f"‘{words.text}’ is geen datum.",
            "Schrijf jaar-maand-dag: 2026-11-22.",
        )
        return None
