"""Looks at each clause of an announcement by itself: what it says, and whether they differ."""

import re

from bot.core.changes.cues import CUES, Cue
from bot.core.changes.shift_cues import ENDS, TIME_SHIFTS
from bot.core.changes.signs import Row
from bot.core.changes.words import ACTIVITY

_CLAUSE = re.compile(r"[^.,;]+")
_NAMED = re.compile(rf" {ACTIVITY.pattern} ")
NOT_HELD = re.compile(rf" geen (?:[^ ]+ )?{ACTIVITY.pattern} ")


def has_several(row: Row) -> bool:
    """Whether clauses tell of different things on different days."""
    kinds = [_kind(match[0]) for match in _CLAUSE.finditer(row.line) if " D" in match[0]]
    told = {kind for kind in kinds if kind}
    if len(told) > 1:
        return True
    named = [
        match[0]
        for match in _CLAUSE.finditer(row.line)
        if " D" in match[0] and _kind(match[0] + " ") and _NAMED.search(match[0])
    ]
    return len(named) > 1


def _kind(clause: str) -> str:
    line = f"{clause.rstrip()} "
    if CUES[Cue.OFF].search(line) or CUES[Cue.CLOSED].search(line) or NOT_HELD.search(line):
        return "off" if not any(form.search(line) for form in ENDS) else "time"
    if CUES[Cue.EXTRA].search(line):
        return "extra"
    if any(form.search(line) for form in (*TIME_SHIFTS, *ENDS)):
        return "time"
    return ""
