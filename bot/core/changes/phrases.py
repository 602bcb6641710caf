"""Writes patterns over a row of signs, and the groups of verbs that several of them share.

In a pattern ~4 stands for up to four words without a stop between, D for days, T for hours, P for
a place, L for a length in days and U for one in minutes; %3 has no day in it either.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

_GAP = re.compile(r"~(\d)")
_NARROW_GAP = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A regular expression over the line of a row, compiled when it is first looked for.

    Compiling all of them takes a tenth of a second, and most of what starts looks for none.
    """

    pattern: str

    def search(self, line: str) -> re.Match[str] | None:
        """The first place where it stands."""
        return _compiled(self.pattern).search(line)

    def finditer(self, line: str) -> Iterator[re.Match[str]]:
        """Every place where it stands, one after the other."""
        return _compiled(self.pattern).finditer(line)

    def sub(self, instead: str | Callable[[re.Match[str]], str], line: str) -> str:
        """The line with something else in each of those places."""
        return _compiled(self.pattern).sub(instead, line)


def phrase(form: str) -> Phrase:
    """What finds these words as whole words."""
    spelled = _GAP.sub(r"(?: [^ .,?]+){0,\1}?", form)
    spelled = _NARROW_GAP.sub(r"(?: (?!D )[^ .,?]+){0,\1}?", spelled)
    return Phrase(rf"(?<= )(?:{spelled})(?= )")


_compiled = cache(re.compile)


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
