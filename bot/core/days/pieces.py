"""What a rule of the grammar of dates sees, and what it makes of it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bot.core.days.marks import DayToken
from bot.core.days.reckoning import SchoolHolidays, Span
from bot.core.model import Part


class Piece(NamedTuple):
    """A stretch of tokens that says days, a part of the day, or only a clock time."""

    start: date | None = None
    end: date | None = None
    part: Part | None = None
    weekday: int | None = None  # of a bare weekday, which another word may still shift
    week: date | None = None  # the Monday of a week said as a whole
    ahead: int | None = None  # in so many weeks
    past: bool = False  # said as gone by: gisteren, afgelopen dinsdag
    habit: bool = False  # elke dinsdag, 's avonds
    loose: bool = False  # a word like "avond" that counts beside a day or in certain places only
    now: bool = False  # nu open, right now
    month: bool = False  # a month as a whole
    clock: bool = False  # only a clock time
    gone: Span | None = None  # of a date or a feast, when it last was
    beside: str = ""  # "de vrijdag erna": its mark and that of the word, until the day is reckoned
    held: bool = False  # when an activity is held: "de groep van maandag"
    wish: bool = False  # "goedenavond", "fijn weekend": no date at all
    first: int = 0  # tokens
    last: int = 0  # exclusive


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule may look at: the tokens it matched, the day it is, and the school holidays."""

    found: tuple[DayToken, ...]
    today: date
    school: SchoolHolidays

    def has(self, marks: str) -> bool:
        """Whether one of these marks was matched."""
        return any(token.mark in marks for token in self.found)

    def numbers(self, marks: str) -> list[int]:
        """The numbers of the tokens with one of these marks."""
        return [t.number for t in self.found if t.mark in marks and t.number is not None]

    def number(self, marks: str, default: int = 0) -> int:
        """The first number of the tokens with one of these marks."""
        return next(iter(self.numbers(marks)), default)

    def year(self) -> int | None:
        """The year said."""
        return self.number("Y") or None

    def part(self) -> Part | None:
        """The part of the day said; "morgen" is the morning here."""
        said = next((token.part for token in self.found if token.part), None)
        return said or (Part.MORNING if self.has("mV") else None)

    def whole(self, span: Span | None) -> Piece | None:
        """A piece that says these days, marked where they have gone by."""
        return Piece(start=span[0], end=span[1], past=span[1] < self.today) if span else None

    def single(self, day: date | None) -> Piece | None:
        """A piece that says this day."""
        return self.whole((day, day)) if day else None
