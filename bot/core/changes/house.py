"""Asks about what is told of the house rather than of one activity: its doors, what is broken."""

import re

from bot.core.changes import questions as ask
from bot.core.changes.asides import ROOM_SHUT
from bot.core.changes.phrases import phrase
from bot.core.changes.questions import Asked, Doubt
from bot.core.changes.reading import Reading
from bot.core.programme.changes import What

_UPSTAIRS = re.compile(r"verdieping|etage|hoog", re.IGNORECASE)
_THEREFORE = phrase(r"nu|dan|dus|daarom|ipv")
_OTHER_FLOOR = re.compile(r"(?<! naar) (?P<floor>beneden|boven|buiten|hiernaast) ")
_WHOLE_HOUSE = phrase(
    r"deur|deuren|huis|inloophuis|gebouw|pand|locatie|centrum|openingstijd|openingstijden"
    r"|opengaan|open|opent|openen"
)


def ask_whole_house(reading: Reading) -> Asked | None:
    """ "Vanaf 4 januari gaat de deur om 9 uur open" would give every activity another hour."""
    if reading.what is not What.OTHER_TIME or reading.names.activity or reading.day_shift:
        return None
    lasting = reading.period.start is not None and reading.period.end is None
    told = lasting and _WHOLE_HOUSE.search(reading.row.line)
    return (Doubt.ACTIVITY, ask.WHOLE_HOUSE) if told else None


def ask_broken_or_moved(reading: Reading) -> Asked | None:
    """ "Lift stuk, koor maandag beneden in zaal 1" tells where it is besides what is broken."""
    row, names = reading.row, reading.names
    broken = ROOM_SHUT.search(row.line) if reading.what is What.NOTE else None
    if broken is None or broken[0].startswith(("wc", "toilet")):
        return None  # "wc kapot, ga bij de buren"
    here = row.within(broken.start(), broken.end())[-1]
    there = names.spot if names.spot and row.parts(here, names.where[0]) else None
    if there and _UPSTAIRS.search(there) and not _THEREFORE.search(row.line):
        there = None  # "lift stuk, groep zit op de 1e verdieping" tells why the lift matters
    other = _OTHER_FLOOR.search(row.line)
    told = there or (other["floor"] if other else None)
    return (Doubt.PLACE, ask.ask_other_place(told)) if told else None
