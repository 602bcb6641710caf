"""Writes patterns over a row of signs, and the groups of verbs that several of them share.

In a pattern ~4 stands for up to four words without a stop between, D for days, T for hours, P for
a place, L for a length in days and U for one in minutes; %3 has no day in it either.
"""

import re

_GAP = re.compile(r"~(\d)")
_NARROW_GAP = re.compile(r"%(\d)")


def phrase(form: str) -> re.Pattern[str]:
    """The pattern that finds these words as whole words in the line of a row."""
    spelled = _GAP.sub(r"(?: [^ .,?]+){0,\1}?", form)
    spelled = _NARROW_GAP.sub(r"(?: (?!D )[^ .,?]+){0,\1}?", spelled)
    return re.compile(rf"(?<= )(?:{spelled})(?= )")


NOT_THE_DOOR = r"(?! (?:de|het|een|die|deze|onze|naar|elkaar))"
OPENING = r"(?:begint|beginnen|begin|start|starten|open|opent|opengaan)"
ENDING = (
    r"(?:sluit|sluiten|dicht|gesloten|klaar|afgelopen|eindigt|eindigen|stopt|stoppen|uit"
    r"|op slot|op het slot)"
)
SHIFT = (
    r"(?:verzet|verzetten|verschoven|verschuift|verschuiven|schuift|schuiven|schuif|opgeschoven"
    r"|doorgeschoven|doorschuiven|verplaatst|verplaatsen|uitgesteld|vervroegd|verhuist"
    r"|verlegd|omgezet|verplaats|overgezet)"
)
