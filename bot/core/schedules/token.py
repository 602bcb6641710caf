"""A token of a schedule phrase: its kind, value and place, and the steps along a row of them."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from bot.core.calendar.dutch_calendar import DayWord


class T(Enum):
    """What kind of thing a piece of a schedule phrase is; the value of its token is noted."""

    DAY = auto()  # DayWord
    NUM = auto()  # int
    ORD = auto()  # int, -1 the last
    MONTH = auto()  # int
    YEAR = auto()  # int
    DATE = auto()  # (day, month, year or None)
    CLOCK = auto()  # Clock
    PART = auto()  # Part
    FEAST = auto()  # Feast
    BREAK = auto()  # tuple of Break
    RECESS = auto()  # tuple of Break: closed by its own name, such as a zomerstop
    LENGTH = auto()  # minutes
    RHYTHM = auto()  # (number, "week" | "month" | "year")
    TIMES = auto()  # how often, or None after a number
    EVERY = auto()
    WEEK = auto()
    MONTHS = auto()
    DAYS = auto()
    YEARS = auto()
    QUARTER = auto()
    WEEKEND = auto()
    WORKDAY = auto()
    DAILY = auto()
    EVEN = auto()
    ODD = auto()
    OTHER = auto()
    SESSIONS = auto()
    FREE_DAYS = auto()
    PER = auto()
    IN = auto()
    AT = auto()
    OF = auto()
    THE = auto()
    AND = auto()
    OR = auto()
    COMMA = auto()
    STOP = auto()
    COLON = auto()
    SLASH = auto()
    DASH = auto()
    OPEN = auto()
    CLOSE = auto()
    FROM = auto()
    SINCE = auto()
    TILL = auto()
    THROUGH = auto()  # until and including
    BETWEEN = auto()
    EXCEPT = auto()
    SHUT = auto()
    ALSO = auto()
    EXTRA = auto()
    DOORS = auto()
    BEGIN = auto()
    FINISH = auto()
    LASTS = auto()
    LONG = auto()
    ABOUT = auto()
    FIRST_TIME = auto()
    BEFORE = auto()
    AFTER = auto()
    HALFWAY = auto()
    EARLIER = auto()
    LATER = auto()
    ALL_HOURS = auto()
    BY_APPOINTMENT = auto()
    UNDECIDED = auto()
    ALTERNATING = auto()
    ASIDE = auto()  # begins a remark about signing up or contact
    BAD_TIME = auto()
    SEASON = auto()
    NUMBER_OF = auto()  # "aantal bijeenkomsten: 8"
    AFTERWARDS = auto()
    SAME = auto()
    ONCE = auto()  # a day seen from the day of writing: "komende", "a.s.", "volgende week"
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the phrase: its kind, its value as `T` notes it, and its place."""

    kind: T
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDay(DayWord):
    """A weekday in the name of a group: "dinsdagavondgroep"."""


Tokens = tuple[Token, ...]
LISTS = (T.COMMA, T.AND, T.SLASH)
RANGES = (T.THROUGH, T.TILL, T.DASH)
LINKS = frozenset({"is", "zijn", "was", "we", "wij", "er", "dan", "open"})
FILLERS = (T.IN, T.AT, T.OF, T.THE, T.COLON, T.ABOUT)


def kind_at(ts: Tokens, i: int) -> T | None:
    """The kind of a token, or None past the end."""
    return ts[i].kind if 0 <= i < len(ts) else None


def skip(ts: Tokens, i: int, *kinds: T) -> int:
    """The place of the first token from `i` on that is none of these kinds."""
    while kind_at(ts, i) in kinds:
        i += 1
    return i


def skip_back(ts: Tokens, i: int, *kinds: T) -> int:
    """The place of the last token up to `i` that is none of these kinds."""
    while kind_at(ts, i) in kinds:
        i -= 1
    return i
