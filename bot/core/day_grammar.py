"""The grammar of dates: which rows of marks say a day, a stretch of days or a part of the day."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.core.day_marks import DayToken
from bot.core.model import Part
from bot.core.public_holidays import Feast, days_of

SchoolHolidays = Mapping[str, tuple[tuple[date, date], ...]]

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of tokens that says days, a part of the day, or only a clock time."""

    start: date | None = None
    end: date | None = None
    part: Part | None = None
    weekday: int | None = None  # of a bare weekday, which another word may still shift
    week: date | None = None  # the Monday of a week named as a whole
    ahead: int | None = None  # in so many weeks
    past: bool = False  # said as something gone by: gisteren, afgelopen dinsdag
    habit: bool = False  # elke dinsdag, 's avonds
    loose: bool = False  # a word like "avond" that counts only beside a day or in certain places
    now: bool = False  # nu open, right now
    feast: bool = False
    month: bool = False  # a month by its name, as a whole
    clock: bool = False
    wish: bool = False  # "goedenavond", "fijn weekend": no date at all
    first: int = 0
    last: int = 0  # exclusive


@dataclass(frozen=True, slots=True)
class Scene:
    """What a rule may look at: the tokens it matched, the day it is, and the school holidays."""

    found: tuple[DayToken, ...]
    now: datetime
    school: SchoolHolidays

    @property
    def today(self) -> date:
        """The day the message was sent."""
        return self.now.date()

    @property
    def marks(self) -> str:
        """The marks of the matched tokens."""
        return "".join(token.mark for token in self.found)

    def has(self, marks: str) -> bool:
        """Whether one of these marks was matched."""
        return any(token.mark in marks for token in self.found)

    def number(self, marks: str, default: int = 0) -> int:
        """The value of the first token with one of these marks."""
        return next(
            (int(t.value) for t in self.found if t.mark in marks and isinstance(t.value, int)),
            default,
        )

    def part(self) -> Part | None:
        """The part of the day that the matched tokens say."""
        return next((token.value for token in self.found if isinstance(token.value, Part)), None)


def _days(start: date, end: date | None = None, **more: object) -> Piece:
    return Piece(start=start, end=end or start, **more)  # type: ignore[arg-type]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _next_weekday(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _on(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _coming(today: date, month: int, day: int, year: int | None = None) -> date | None:
    """The day in the year said, else the first such day from today on."""
    if year is not None:
        return _on(year, month, day)
    found = (_on(today.year + ahead, month, day) for ahead in range(5))
    return next((one for one in found if one and one >= today), None)


def _month_of(today: date, month: int, year: int | None = None) -> tuple[date, date]:
    if year is None:
        year = today.year + (month < today.month)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _month_ahead(today: date, ahead: int) -> tuple[date, date]:
    index = today.year * 12 + today.month - 1 + ahead
    return _month_of(today, index % 12 + 1, index // 12)


def _year(scene: Scene) -> int | None:
    return scene.number("Y") or None


def _dated(day: date | None, scene: Scene) -> Piece | None:
    return _days(day, past=day < scene.today) if day else None


def _figures(scene: Scene) -> Piece | None:
    day, month, year = scene.found[0].value  # type: ignore[misc]
    return _dated(_coming(scene.today, month, day, year), scene)


def _day_of_month(scene: Scene) -> Piece | None:
    return _dated(
        _coming(scene.today, scene.number("My"), scene.number("NO"), _year(scene)), scene
    )


def _days_of_month(scene: Scene) -> Piece | None:
    first, last = [
        int(t.value) for t in scene.found if t.mark in "NO" and isinstance(t.value, int)
    ][:2]
    end = _coming(scene.today, scene.number("My"), last, _year(scene))
    start = _on(end.year, end.month, first) if end else None
    if not start or not end or start > end:
        return None
    if scene.has("f&") and last - first > 1:
        return _days(max(start, scene.today) if start < scene.today else start)
    return _days(start, end, past=end < scene.today)


def _day_number(scene: Scene) -> Piece | None:
    rank = scene.number("O")
    if not scene.has("a") and not scene.found[-1].word[0].isdigit():
        return None
    months = (_month_ahead(scene.today, ahead)[0] for ahead in range(4))
    found = (_on(first.year, first.month, rank) for first in months)
    day = next((one for one in found if one and one >= scene.today), None)
    return _days(day) if day else None


def _nth(scene: Scene) -> Piece | None:
    """The first Tuesday of October, the last day of the month, the second week of January."""
    rank, month = scene.number("O"), scene.number("My")
    start, end = (
        _month_of(scene.today, month, _year(scene))
        if month
        else _month_ahead(scene.today, int(scene.has("nc")))
    )
    picked = _pick(start, end, rank, scene)
    if picked and picked < scene.today and not _year(scene):
        start, end = (
            _month_of(scene.today, month, start.year + 1)
            if month
            else _month_ahead(scene.today, 1)
        )
        picked = _pick(start, end, rank, scene)
    if not picked:
        return None
    return _days(picked, picked + 6 * _DAY) if scene.has("K") else _days(picked)


def _pick(start: date, end: date, rank: int, scene: Scene) -> date | None:
    weekday = scene.number("WI", -1) if scene.has("W") else 0
    step, days = (
        (1, range((end - start).days + 1))
        if scene.has("D")
        else (7, range((end - start).days + 1))
    )
    found = [
        start + n * _DAY for n in days if step == 1 or (start + n * _DAY).weekday() == weekday
    ]
    index = rank - 1 if rank > 0 else rank
    return found[index] if -len(found) <= index < len(found) else None


def _lesser_feast(name: str, year: int) -> tuple[date, ...]:
    sundays = {"mothers_day": (5, 8), "fathers_day": (6, 15)}
    if name in sundays:
        return (_next_weekday(date(year, *sundays[name]), 6),)
    fixed = {"valentine": (2, 14), "halloween": (10, 31), "all_saints": (11, 1)}
    return (date(year, *fixed[name]),)


def _feast_days(feast: Feast | str, year: int) -> tuple[date, date]:
    if feast == Feast.OLD_AND_NEW:
        return date(year, 12, 31), date(year + 1, 1, 1)
    days = days_of(feast, year) if isinstance(feast, Feast) else _lesser_feast(feast, year)
    return days[0], days[-1]


_RANKED = {
    Feast.CHRISTMAS: (Feast.CHRISTMAS_DAY, Feast.BOXING_DAY),
    Feast.EASTER: (Feast.EASTER_SUNDAY, Feast.EASTER_MONDAY),
    Feast.WHITSUN: (Feast.WHIT_SUNDAY, Feast.WHIT_MONDAY),
}


def _feast(scene: Scene) -> Piece | None:
    feast = next(token.value for token in scene.found if token.mark == "H")
    if isinstance(feast, str) and not isinstance(feast, Feast) and feast.endswith("vakantie"):
        return _school_holiday(feast, scene)
    rank = scene.number("O")
    if isinstance(feast, Feast) and feast in _RANKED and rank in (1, 2):
        feast = _RANKED[feast][rank - 1]
    assert isinstance(feast, str)
    years = [_year(scene)] if _year(scene) else [scene.today.year - 1 + n for n in range(4)]
    found = (_feast_days(feast, year) for year in years if year is not None)
    start, end = next(
        (span for span in found if span[1] >= scene.today or len(years) == 1), (None, None)
    )
    return _days(start, end, past=end < scene.today, feast=True) if start and end else None


def _school_holiday(name: str, scene: Scene) -> Piece | None:
    known = [span for span in scene.school.get(name, ()) if span[1] >= scene.today]
    if not known and name == "kerstvakantie":
        years = (scene.today.year - 1 + n for n in range(3))
        spans = (_christmas_holiday(year) for year in years)
        known = [next(span for span in spans if span[1] >= scene.today)]
    return _days(*known[0], feast=True) if known else None


def _christmas_holiday(year: int) -> tuple[date, date]:
    """Two weeks from the last Saturday before Boxing Day: so it has been set for many years."""
    start = _next_weekday(date(year, 12, 19), 5)
    return start, start + 15 * _DAY


def _between_feasts(scene: Scene) -> Piece | None:
    """From Christmas to the turn of the year, the feasts themselves left out."""
    first, second = (token.value for token in scene.found if token.mark == "H")
    late = (Feast.OLD_AND_NEW, Feast.NEW_YEAR, Feast.NEW_YEARS_EVE)
    if first not in (Feast.CHRISTMAS, Feast.BOXING_DAY) or second not in late:
        return None
    year = scene.today.year - (scene.today < date(scene.today.year, 1, 1))
    return _days(date(year, 12, 27), date(year, 12, 30))


def _near(scene: Scene) -> Piece | None:
    offset, part = next(t.value for t in scene.found if t.mark == "T")  # type: ignore[misc]
    return _days(scene.today + offset * _DAY, part=part or scene.part(), past=offset < 0)


def _tomorrow(scene: Scene) -> Piece | None:
    part = Part.MORNING if scene.has("V") else scene.part()
    return _days(scene.today + _DAY, part=part)


def _this_day(scene: Scene) -> Piece | None:
    return _days(scene.today)


def _this_part(scene: Scene) -> Piece | None:
    return _days(scene.today, part=scene.part() or Part.MORNING)


def _weekday(scene: Scene) -> Piece | None:
    token = next(t for t in scene.found if t.mark in "WwZI")
    weekday, part = token.value if token.mark == "I" else (token.value, None)  # type: ignore[misc]
    day = _next_weekday(scene.today, weekday)
    if scene.has("l"):
        return _days(_next_weekday(scene.today - _WEEK, weekday), part=part, past=True)
    if scene.has("n"):
        day = _monday(scene.today) + _WEEK + weekday * _DAY
    elif scene.has("c") and day == scene.today:
        day += _WEEK
    return _days(day, part=part, weekday=weekday, habit=scene.has("e"))


def _short_span(scene: Scene) -> Piece | None:
    first, last = [
        int(t.value) for t in scene.found if t.mark in "wZ" and isinstance(t.value, int)
    ][:2]
    start = _next_weekday(scene.today, first)
    end = _next_weekday(start, last)
    if scene.has("f&") and (end - start) > _DAY:
        return _days(start, weekday=first)
    return _days(start, end, weekday=first)


def _ahead(scene: Scene) -> Piece | None:
    """Over drie dagen, in two weeks, over een maand."""
    count = scene.number("Ng", 1)
    if count > 400:
        return None
    if scene.has("D"):
        return _days(scene.today + count * _DAY)
    if scene.has("K"):
        return _days(scene.today + count * _WEEK, ahead=count)
    day = _month_ahead(scene.today, count)[0]
    last = monthrange(day.year, day.month)[1]
    return _days(day.replace(day=min(scene.today.day, last)))


def _coming_days(scene: Scene) -> Piece | None:
    """De komende (drie) dagen, the next two weeks: from today."""
    count = scene.number("Ng", 3)
    if count > 400:
        return None
    if scene.has("B"):
        return _days(scene.today, _month_ahead(scene.today, count)[1])
    return _days(scene.today, scene.today + count * (_WEEK if scene.has("K") else _DAY))


def _week(scene: Scene) -> Piece | None:
    told = next((t.value for t in scene.found if t.mark == "K" and isinstance(t.value, int)), None)
    ahead = told if told is not None else int(scene.has("nc"))
    monday = _monday(scene.today) + min(ahead, 1) * _WEEK
    if scene.has("l"):
        return _days(monday - _WEEK, monday - _DAY, week=monday - _WEEK, past=True)
    if ahead == 2 or scene.has("b"):
        return _days(monday, monday + _DAY, week=monday)
    if scene.has("h"):
        return _days(monday + 2 * _DAY, week=monday)
    if scene.has("z"):
        return _days(monday + 3 * _DAY, monday + 4 * _DAY, week=monday)
    return _days(max(monday, scene.today), monday + 6 * _DAY, week=monday)


def _week_number(scene: Scene) -> Piece | None:
    number = scene.number("N")
    for year in (
        scene.today.year - 1,
        scene.today.year,
        scene.today.year + 1,
        scene.today.year + 2,
    ):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday + 6 * _DAY >= scene.today:
            return _days(monday, monday + 6 * _DAY, week=monday)
    return None


def _weekend(scene: Scene) -> Piece | None:
    saturday = _monday(scene.today) + 5 * _DAY
    if scene.has("l"):
        return _days(saturday - _WEEK, saturday - 6 * _DAY, past=True)
    if scene.has("n"):
        saturday += _WEEK
    elif scene.has("c") and scene.today >= saturday:
        saturday += _WEEK
    return _days(saturday, saturday + _DAY, habit=scene.has("e"))


def _month(scene: Scene) -> Piece | None:
    if scene.has("My"):
        start, end = _month_of(scene.today, scene.number("My"), _year(scene))
    else:
        start, end = _month_ahead(scene.today, int(scene.has("nc")))
    if scene.has("b"):
        start, end = start, start + 9 * _DAY
    elif scene.has("h"):
        start, end = start + 10 * _DAY, start + 19 * _DAY
    elif scene.has("z"):
        start, end = start + 20 * _DAY, end
    if scene.has("dR"):
        start = max(start, scene.today)
    return _days(start, end, past=end < scene.today, month=scene.has("My"))


def _last_month(scene: Scene) -> Piece | None:
    start, end = _month_ahead(scene.today, -1)
    return _days(start, end, past=True)


def _adverb(scene: Scene) -> Piece | None:
    return Piece(part=scene.part() or Part.MORNING, habit=True)


def _noun(scene: Scene) -> Piece | None:
    return Piece(part=scene.part() or Part.MORNING, loose=True)


def _past_part(scene: Scene) -> Piece | None:
    return _days(scene.today - _DAY, part=scene.part(), past=True)


def _after_hour(scene: Scene) -> Piece | None:
    hour = scene.number("U") or scene.number("C") // 60
    if 17 <= hour <= 22 or 5 <= hour <= 8:
        return Piece(part=Part.EVENING, habit=True)
    return (
        Piece(part=Part.AFTERNOON, habit=True)
        if 12 <= hour <= 16 or 1 <= hour <= 4
        else Piece(clock=True)
    )


def _right_now(scene: Scene) -> Piece | None:
    return _days(scene.today, now=True)


def _clock(scene: Scene) -> Piece | None:
    return Piece(clock=True)


def _wish(scene: Scene) -> Piece | None:
    return Piece(wish=True)


_Rule = tuple[str, Callable[[Scene], Piece | None]]

# The first that matches at a place wins, so the longer stands before the shorter.
_RULES: tuple[_Rule, ...] = (
    (r"G[gr]?[PSmEHWDKI](?!M)", _wish),
    (r"F", _figures),
    (r"v?r?[NO][tf&v]r?[NO]v?[My]Y?", _days_of_month),
    (r"O[WD][iv]?r?(?:[My],?Y?|[ncd]?B)", _nth),
    (r"OK[iv]r?(?:[My],?Y?|[ncd]?B)", _nth),
    (r"r?[NO]v?r?[My](?:,?Y)?", _day_of_month),
    (r"[My][NO](?:(?=[?.,C@fti&up])|$)(?:,?Y)?", _day_of_month),
    (r"vr?O?H[&f]r?O?H", _between_feasts),
    (r"ar?O(?=[?.,@C]|$)|rO(?=[?.,@Cupiaf&]|$)", _day_number),
    (r"O?HY?", _feast),
    (r"[oi]ND|oND|ogD|[oi]N[KB]|og[KB]", _ahead),
    (r"[cn][Ng][DKB](?!.{0,0}n)|cD", _coming_days),
    (r"l[NgD]D?|lB", _last_month),
    (r"R?[bhz]?v?r?[ncdl]K|[bhz]v?r?K|Rv?r?K", _week),
    (r"KN(?![x@]?[DKBJ])", _week_number),
    (r"[ncdl]?E|eE", _weekend),
    (
        r"(?:[bhz]|R)?v?r?(?:[ncd]B)|[bhz]v?r?B|Rv?r?B|[bhz]v?[My]Y?|[nc]?M(?:,?Y)?|(?:[ncdv]|(?<=i))y(?:,?Y)?",
        _month,
    ),
    (r"T(?:V)?", _near),
    (r"em", _noun),
    (r"sm|irm", _adverb),
    (r"mV?", _tomorrow),
    (r"dD(?!D)", _this_day),
    (r"d[Pm]|vP", _this_part),
    (r"[wZ][tf&][wZ]", _short_span),
    (r"[ncdle]?(?:W|I)", _weekday),
    (r"[nce][wZ]|aw|w(?=@?C|P|S|sS|m|[NO][My])|Z(?=C|P|S|sS|[NO][My])", _weekday),
    (r"[ls]?s?S|s[PS]", _adverb),
    (r"irP|iP|a?gXP|XP", _adverb),
    (r"lP", _past_part),
    (r"eP|P", _noun),
    (r"A[UC]", _after_hour),
    (r"@?C", _clock),
    (r"Q|j(?=p)|(?<=p)j(?=[?.,]|$)", _right_now),
)
_GRAMMAR = re.compile("|".join(f"(?P<rule{n}>{form})" for n, (form, _) in enumerate(_RULES)))


def find_pieces(
    tokens: tuple[DayToken, ...], now: datetime, school: SchoolHolidays
) -> Iterator[Piece]:
    """All stretches of tokens that some rule reads, from left to right, none overlapping."""
    marks = "".join(token.mark for token in tokens)
    at = 0
    while match := _GRAMMAR.search(marks, at):
        name = match.lastgroup or "rule0"
        found = tokens[match.start() : match.end()]
        piece = _RULES[int(name[4:])][1](Scene(found, now, school))
        at = match.end() if piece else match.start() + 1
        if piece:
            yield replace(piece, first=match.start(), last=match.end())
