"""Checks the dates and times of one file: sources, help lines, and when an activity is held."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.core.safety.help_lines import STALE_AFTER
from bot.core.schedules.dutch import day_in_words
from bot.core.schedules.occurrences import end_of
from bot.core.schedules.schedule import Schedule, Unreadable, read_schedule
from bot.knowledge.entry import Entry
from bot.knowledge.passages import Passage
from bot.knowledge.problems import Report, Spot

_OLD = 365  # days after which a source is worth reading again
_UNKNOWN = "onbekend"
LINES_FILE = "veiligheid/hulplijnen.yaml"


def check_dates(path: str, passages: Iterable[Passage], today: date, report: Report) -> None:
    """Reports sources and help lines that are too old, and days that have yet to come."""
    is_lines = path == LINES_FILE
    for passage in passages:
        in_source = "bron" in passage.trail[:-1]
        if passage.key == "gelezen" and (in_source or is_lines):
            _check_read(passage, today, STALE_AFTER if is_lines else _OLD, report)
        elif passage.key == "datum" and in_source and _first_day(passage.text) > today:
            report.error(
                passage.spot,
                "datum-toekomst",
                f"{passage.text} is nog niet geweest. Een bladzijde kan niet van later zijn.",
                "Kijk de datum na. Het is jaar-maand-dag: eerst het jaar.",
            )


def _check_read(passage: Passage, today: date, limit: int, report: Report) -> None:
    day = _first_day(passage.text)
    if day == date.min:
        return  # that it is no date is told by who reads it for keeps
    if day > today:
        report.error(
            passage.spot,
            "datum-toekomst",
            f"{passage.text} is nog niet geweest: toen kan niemand de bron gelezen hebben.",
            f"Schrijf de dag waarop jij keek. Vandaag is dat: {today.isoformat()}",
        )
    elif today - day > timedelta(days=limit):
        is_line = limit == STALE_AFTER
        ago = (today - day).days
        report.warning(
            passage.spot,
            "oude-hulplijn" if is_line else "oude-bron",
            f"Dit is {ago} dagen geleden nagekeken.",
            "Kijk of het nog klopt en zet er dan neer: gelezen: " + today.isoformat(),
        )


def _first_day(text: str) -> date:
    """The first day of a date that may be only a month or a year; long ago where it is none."""
    parts = text.split("-")
    try:
        return date(*(int(part) for part in (*parts, "1", "1")[:3]))
    except ValueError:
        return date.max if text[:1].isdigit() and len(parts) > 3 else date(1, 1, 1)


def check_schedules(entry: Entry, today: date, lines: Sequence[str], report: Report) -> None:
    """Reports every `wanneer` that cannot be read, at the word where reading failed."""
    anchor = _anchor(entry, today)
    for block in entry.entries("activiteiten"):
        when, except_ = block.words("wanneer"), block.words("behalve")
        if when is None or when.text == _UNKNOWN:
            continue
        phrase = f"{when.text}, behalve {except_.text}" if except_ else when.text
        found = read_schedule(phrase, anchor=_anchor(block, anchor))
        if not isinstance(found, Unreadable):
            _check_ended(found, when.spot, today, report)
            continue
        inside = when if found.offset < len(when.text) or except_ is None else except_
        named = f" Ik loop vast bij ‘{found.word}’." if found.word else ""
        report.error(
            _at_word(inside.spot, found.word, lines),
            "wanneer",
            f"‘{phrase}’ kan ik niet lezen.{named}",
            found.advice,
        )


def _check_ended(schedule: Schedule, spot: Spot, today: date, report: Report) -> None:
    end = end_of(schedule)
    if end is None or end >= today:
        return
    report.warning(
        spot,
        "afgelopen",
        f"Dit is afgelopen: na {day_in_words(end)} is het er niet meer. Wie zoekt, ziet dit niet.",
        "Komt er een nieuwe reeks, schrijf dan de nieuwe dagen op. Anders kan de activiteit weg.",
    )


def _at_word(spot: Spot, word: str, lines: Sequence[str]) -> Spot:
    line = lines[spot.line - 1] if spot.line <= len(lines) else ""
    column = line.find(word, spot.column - 1) if word else -1
    if column < 0:
        return spot
    return Spot(path=spot.path, line=spot.line, column=column + 1, width=len(word))


def _anchor(entry: Entry, otherwise: date) -> date:
    source = entry.entry("bron")
    read = source.text("gelezen") if source else ""
    try:
        return date.fromisoformat(read)
    except ValueError:
        return otherwise
