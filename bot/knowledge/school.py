"""Reads the school holidays, which are the government's and not to be reckoned."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.core.schedules.school_holidays import Break, Region, SchoolHoliday
from bot.knowledge.entry import Entry
from bot.knowledge.problems import Report
from bot.knowledge.reader import read_file

FILE = "schoolvakanties.yaml"
_EVERYWHERE = "heel Nederland"
_NAMES = {one.value: one for one in Break}
_REGIONS: dict[str, Region | None] = {one.value: one for one in Region}
_LONGEST = 60  # days


def read_school(folder: Path, report: Report) -> tuple[SchoolHoliday, ...]:
    """All school holidays in the folder; a folder without the file has none."""
    if not (folder / FILE).is_file():
        return ()
    entry = read_file(folder / FILE, report, FILE)
    if entry is None:
        return ()
    found = tuple(one for year in entry.entries("schoolvakanties") for one in _of_year(year))
    entry.done()
    return found


def _of_year(entry: Entry) -> Iterator[SchoolHoliday]:
    for key in ("schooljaar", "bron", "bekeken"):
        entry.needed(key)
    entry.expect(("toelichting",))
    for one in entry.entries("vakanties"):
        name, first, last = one.choice("naam", _NAMES), _day(one, "van"), _day(one, "tot en met")
        region = one.words("regio")
        everywhere = region is not None and region.text.casefold() == _EVERYWHERE.casefold()
        held_in = None if everywhere else one.choice("regio", _REGIONS)
        one.done()
        if name is None or first is None or last is None or not (everywhere or held_in):
            continue
        if 0 <= (last - first).days < _LONGEST:
            yield SchoolHoliday(name=name, first=first, last=last, region=held_in)
            continue
        one.report.error(
            one.places["tot en met"],
            "datum",
            f"Van {first} tot en met {last} is geen vakantie: te lang, of achterstevoren.",
            "Kijk de twee data na. Het is jaar-maand-dag: eerst het jaar.",
        )
    entry.done()


def _day(entry: Entry, key: str) -> date | None:
    text = entry.needed(key)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        entry.report.error(
            entry.places[key],
            "datum",
            f"‘{text}’ is geen datum.",
            "Schrijf jaar-maand-dag, bijvoorbeeld: 2026-12-19",
        )
        return None
