"""The lines of a poster, folded: one that begins with a day ends the line before it."""

import re

from bot.core.calendar.dutch_calendar import WEEKDAYS, fold

_DAY = rf"(?:{'|'.join(WEEKDAYS)})\w*|(?:ma|di|wo|do|vr|za|zo)\b"
# A line that is finished: "eerste en derde\nvrijdag" is not.
_FINISHED = r"(?:\d|uur|\bu\b\.?|\bh\b|gesloten|dicht|afspraak|vrij|open|\))[ .;]*"
_LINE_END = re.compile(rf"(?:(?<=\n)|(?P<told>{_FINISHED}))\n(?=[ \-•*]*(?:{_DAY}|\n))")


def fold_lines(text: str) -> str:
    """Folded text of the same length, with a stop where a finished line of days ends."""
    plain = "\n".join(fold(line) for line in text.split("\n"))
    stopped = _LINE_END.sub(lambda match: f"{match['told'] or ''}|", plain)
    return stopped.replace("\n", " ")
