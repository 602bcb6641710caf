"""What one clause of a schedule phrase says, before it is known what belongs together."""

from dataclasses import dataclass

from bot.core.calendar.dutch_clock import Clock
from bot.core.calendar.public_holidays import Feast
from bot.core.model import Part
from bot.core.schedules.school_holidays import Break, Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Weekdays, perhaps by rank in the month, that share a part of the day."""

    weekdays: tuple[int, ...] = ()
    ranks: tuple[int, ...] = ()
    part: Part | None = None
    pooled: bool = False  # the rank counts over all weekdays together: "laatste werkdag"
    shift: int = 0  # so many days after the ranked day
    numbers: tuple[int, ...] = ()  # days of the month


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPhrase:
    """The days that one clause names, in order."""

    days: tuple[Days, ...]
    count: int | None = None  # "8 donderdagen"
    either: bool = False  # "dinsdag of donderdag"
    group: bool = False  # "dinsdagavondgroep": a day said elsewhere takes its place
    beside: bool = False  # "laatste donderdag voor kerst": a rank that counts from elsewhere
    others: bool = False  # "overige zaterdagen": those of which nothing else is said


@dataclass(frozen=True, slots=True, kw_only=True)
class RankOnly:
    """Ranks without a day, as in "(2e en 4e van de maand)" or "3e week"."""

    ranks: tuple[int, ...]
    weeks: bool = False
    of_month: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date as written; the year may follow from the anchor."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    part: Part | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A date, or all days from one date to another."""

    first: Day
    last: Day | None = None
    exclusive: bool = False  # "tot 4 januari" leaves out the fourth


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """Dates and stretches of days, in order."""

    stretches: tuple[Stretch, ...]
    of_break: bool = False  # those of a school holiday that was named


@dataclass(frozen=True, slots=True, kw_only=True)
class Feasts:
    """Days with a name."""

    feasts: tuple[Feast, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenFeasts:
    """The days from one named day to the next: "tussen kerst en oud en nieuw"."""

    first: Feast
    last: Feast


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicHolidays:
    """The word feestdagen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """School holidays, or with no names a closing of one's own."""

    names: tuple[Break, ...]
    region: Region | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """Months of the year, or of one year."""

    months: tuple[int, ...]
    year: int | None = None
    instead: bool = False  # "behalve in december, dan …": what follows takes the place


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekNumbers:
    """ISO weeks by number."""

    weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parity:
    """Even (0) or odd (1) weeks, or months."""

    parity: int
    months: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """Once every so many days, weeks, months or years."""

    every: int
    unit: str  # day, week, month, quarter, year


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """So many times in a unit of time, which fixes nothing by itself."""

    times: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class From:
    """When it begins: a date, a month, or something that fixes no date."""

    day: Day | None = None
    month: Months | None = None
    feast: Feast | None = None
    week: int | None = None  # by its ISO number
    since: bool = False  # it already runs
    first_time: bool = False  # the date is itself a meeting
    after: bool = False  # it begins on the day after


@dataclass(frozen=True, slots=True, kw_only=True)
class Until:
    """When it ends: a date, a month, or a school holiday whose date must be known."""

    day: Day | None = None
    month: Months | None = None
    week: int | None = None  # by its ISO number
    breaks: Breaks | None = None
    feast: Feast | None = None
    year_end: bool = False  # the last day of the year
    vague: bool = False  # "tot begin februari": it ends, and no word says on which day
    inclusive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many meetings, or for how many weeks."""

    number: int
    weeks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A time or two, and what the words around them say of them."""

    opens: Clock | None
    closes: Clock | None = None
    part: Part | None = None
    doors: bool = False  # one can come in then
    begins: bool = False  # it really begins then
    onwards: bool = False  # "vanaf": the end is where it always is
    closing_day: int | None = None  # the weekday on which it ends, where that is said
    closing_part: Part | None = None  # of that day


@dataclass(frozen=True, slots=True, kw_only=True)
class AllHours:
    """Day and night."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A season by name, which fixes no months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long it takes, in minutes."""

    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOfDay:
    """A part of the day on its own."""

    part: Part


Target = (
    DayPhrase
    | RankOnly
    | Dates
    | Feasts
    | BetweenFeasts
    | PublicHolidays
    | Breaks
    | Months
    | WeekNumbers
    | Parity
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Except:
    """What is left out."""

    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """In some months so many days later than usual."""

    months: tuple[int, ...]
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Also:
    """What follows comes on top; extra: whatever else is closed; instead: of what was left out."""

    extra: bool = False
    instead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Then:
    """What follows begins where what was said before it ends: "daarna"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What is special about the ranked days or weeks of a series."""

    ranks: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ByAppointment:
    """By appointment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SameHours:
    """The hours are those of the days before: "dinsdag idem"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """The words say themselves that it is not fixed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """The day beside it is one day, seen from the day of writing: "komende dinsdag"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A word that leaves open which days are meant, and what would work."""

    start: int
    end: int
    advice: str = "Wat hier na ‘behalve’ staat, zegt niet welke dagen. Noem de data of de maanden."


Item = (
    Target
    | Rhythm
    | Often
    | From
    | Until
    | Count
    | Hours
    | AllHours
    | Season
    | Length
    | PartOfDay
    | Except
    | Moved
    | Also
    | Then
    | Remark
    | ByAppointment
    | SameHours
    | Undecided
    | Once
    | Unclear
)
