"""Tells whether a message is no more than a day or an hour, which answers or mends something."""

from datetime import datetime

from bot.core.changes.row import read_row
from bot.core.days.reckoning import SchoolHolidays
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import LENGTH_LIMIT
from bot.core.places.gazetteer import Gazetteer

_BESIDE = frozenset(
    """
    , . - en de op om nee ja ik bedoel bedoelde het is was moet moeten zijn dus alleen sorry tm tot
    van uur nl namelijk eigenlijk & + foutje niet maar
    """.split()
)


def days_or_hours(
    text: str, now: datetime, lexicon: Lexicon, gazetteer: Gazetteer, school: SchoolHolidays
) -> str:
    """ "days" or "hours" where a message names these and nothing else; empty where it does not."""
    row = read_row(text[:LENGTH_LIMIT], now, lexicon, gazetteer, school)
    kinds = {sign.kind for sign in row.signs if sign.word not in _BESIDE}
    return {"D": "days", "T": "hours"}.get("".join(kinds), "")
