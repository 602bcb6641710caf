"""Days, times and source dates in words, in Dutch or English."""

from datetime import date, datetime

from bot.core.model import Occurrence, Part

_DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_PARTS = {
    "nl": {
        Part.MORNING: "in de ochtend",
        Part.AFTERNOON: "in de middag",
        Part.EVENING: "in de avond",
        Part.NIGHT: "in de nacht",
    },
    "en": {
        Part.MORNING: "in the morning",
        Part.AFTERNOON: "in the afternoon",
        Part.EVENING: "in the evening",
        Part.NIGHT: "at night",
    },
}


def day_text(day: date, language: str) -> str:
    """A day as people say it: "dinsdag 24 november"."""
    tongue = language if language in _DAYS else "nl"
    return f"{_DAYS[tongue][day.weekday()]} {day.day} {_MONTHS[tongue][day.month - 1]}"


def occurrence_text(occurrence: Occurrence, language: str) -> str:
    """A date with its hours, as far as they are known."""
    tongue = language if language in _DAYS else "nl"
    start = occurrence.start
    if not isinstance(start, datetime):
        part = f" {_PARTS[tongue][occurrence.part]}" if occurrence.part else ""
        return day_text(start, tongue) + part
    hours = f"{start:%H:%M}" + (f"–{occurrence.end:%H:%M}" if occurrence.end else "")
    return f"{day_text(start.date(), tongue)}, {hours}" + (" uur" if tongue == "nl" else "")


def source_date_text(dated: str, language: str) -> str:
    """The date of a source, which may be only a year or a month: "6 maart 2022", "juni 2024"."""
    tongue = language if language in _DAYS else "nl"
    parts = dated.split("-")
    if not all(part.isdigit() for part in parts):
        return dated
    numbers = [int(part) for part in parts]
    words = [str(numbers[0])]
    if len(numbers) > 1 and 1 <= numbers[1] <= 12:
        words.insert(0, _MONTHS[tongue][numbers[1] - 1])
    if len(numbers) > 2:
        words.insert(0, str(numbers[2]))
    return " ".join(words)
