"""The days that an announcement names: single ones, lists, and stretches.

It reads with the grammar of dates of residents' questions and differs from it in two ways: a list
of days stays a list, and a short weekday ("do") always is one.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.core.days.grammar import find_pieces
from bot.core.days.marks import DayToken
from bot.core.days.phrases import narrowed
from bot.core.days.pieces import Piece
from bot.core.days.reckoning import (
    DAY,
    WEEK,
    SchoolHolidays,
    Span,
    coming_day_number,
    monday_of,
    next_weekday,
)

_STRONG_SHORT = frozenset("din dins woe woen dond vri".split())
_SOON = 45  # days within which "do 3" is found
_CLOCK_WORDS = frozenset(
    "tijd tijden blijft blijven open van tussen uur om is nu weer wordt".split()
)
_MOVED = frozenset(["naar", "ipv", "wordt"])  # "van 20 naar 27 oktober"
# What a number behind a weekday counts: "donderdag 3 verdiepingen hoger" is not the third.
_COUNTED = frozenset(
    """
    uur u : verdieping verdiepingen etage etages trappen mensen man personen plekken plaatsen keer
    euro x minuten kilometer km groepen deelnemers vrijwilligers
    """.split()
)
_DENIED = frozenset(["niet", "nie", "geen"])
_NEARBY = 15  # days: "van 22 naar 21 december" stays in the month
_DISTRIBUTED = re.compile(r"(?:r?W?r?[NO])(?:(?:,?&|,|f|t|=)[ra]*W?[ra]*[NO])+v?r?[My]")
_LENGTH = re.compile(r"[Ng][DKB]")
_COMING = re.compile(r"[cn][Ng][DKB]")
_HALF_MONTH = re.compile(r"hv?r?[My]")
_MIDDLE = 15  # the day of a month
_LEADING = "vair"
_FRAMES = {"K": "week", "k": "week", "E": "week", "H": "feast"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days said together: stretches in order, a single day as a stretch of one."""

    spans: tuple[Span, ...]
    weekdays: tuple[int | None, ...] = (
        None,
    )  # for each stretch the weekday, if only that was said
    frame: str = ""  # "week", "month" or "feast" where a whole one was named
    vague: bool = False  # "eind januari"
    middle: date | None = None  # of "half januari": the day that "tot half januari" ends on
    habit: bool = False  # "elke dinsdag"
    plural: bool = False  # "de maandagen"
    past: bool = False
    exclusive: bool = False  # "tot 4 januari": the last day may be the first one again
    wrong_weekday: int | None = None  # said beside a date that is another weekday
    rival: date | None = None  # another day that may be meant
    piece: Piece | None = None

    @property
    def first(self) -> date:
        """The first day."""
        return min(span[0] for span in self.spans)

    @property
    def last(self) -> date:
        """The last day."""
        return max(span[1] for span in self.spans)

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    @property
    def is_bare(self) -> bool:
        """Whether only weekdays were said."""
        return all(weekday is not None for weekday in self.weekdays)

    @property
    def apart(self) -> tuple[date, ...]:
        """The days one by one where they are not one stretch, else nothing."""
        if len(self.spans) < 2:
            return ()
        days = sorted({s + n * DAY for s, e in self.spans for n in range((e - s).days + 1)})
        return () if (days[-1] - days[0]).days + 1 == len(days) else tuple(days)


# Tokens, before the grammar of dates reads them


def mark_days(tokens: tuple[DayToken, ...], today: date) -> list[DayToken]:
    """The tokens with short weekdays made full, months given to each number, and hours kept."""
    marked = [_promoted(tokens, at) for at in range(len(tokens))]
    marked = _with_ranked_weekdays(marked)
    timed = _with_weeks(_with_months(_with_hours(marked, today)))
    return _with_numbered_weekdays(timed, today)


def _promoted(tokens: tuple[DayToken, ...], at: int) -> DayToken:
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    match token.mark:
        case "w":
            return token._replace(mark="W")
        case "Z" if token.word == "ma" or _is_sunday(tokens, at):
            return token._replace(mark="W")
        case "q" if token.word in _STRONG_SHORT or (after and after.mark in "NOF"):
            return token._replace(mark="W")
        case "y" if before and before.mark in "NOtvinczbhdA":
            return token._replace(mark="M")
        case "x" if token.word in ("as", "aanst", "aanst.") and after and after.mark in "WwZI":
            return token._replace(mark="c")
    return token


def _is_sunday(tokens: tuple[DayToken, ...], at: int) -> bool:
    """Whether "zo" is a day here and not "so"."""
    before = tokens[at - 1].mark if at else "."
    after = tokens[at + 1].mark if at + 1 < len(tokens) else "."
    if after in "NOFCPS":
        return True
    joined = before in "&t,f" and at > 1 and tokens[at - 2].mark in "WwZ"
    return joined or (before in "cnde") or (after in "&t" and before in ".,vacnde")


def _with_hours(tokens: list[DayToken], today: date) -> list[DayToken]:
    """The tokens, what looks like a date but says hours taken apart: "za 10-12"."""
    kept: list[DayToken] = []
    for token in tokens:
        if token.mark == "F" and token.figures and _says_hours(token, kept, today):
            first, last, _ = token.figures
            middle = token.start + len(str(first))
            end = token.end - len(str(last))
            kept.append(DayToken("C", str(first), token.start, middle, first * 60))
            kept.append(DayToken("t", "-", middle, end))
            kept.append(DayToken("C", str(last), end, token.end, last * 60))
        else:
            kept.append(token)
    return kept


def _says_hours(token: DayToken, before: list[DayToken], today: date) -> bool:
    day, month, year = token.figures or (0, 0, None)
    if year is not None or not day < month <= 24 or token.end - token.start > 5:
        return False
    if not before:
        return False
    last = before[-1]
    recent = "".join(token.mark for token in before[-6:])
    if last.word in _MOVED and re.search(r"C|NtN", recent):
        return True
    if last.mark == "W":
        return _dated(today, day, month, last.number) is None
    if last.mark in "MFYmT":
        return True
    return last.word in _CLOCK_WORDS


def _dated(today: date, day: int, month: int, weekday: int | None) -> date | None:
    """The coming date with this day and month, if it is that weekday."""
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found if found.weekday() == weekday else None
    return None


def _with_months(tokens: list[DayToken]) -> list[DayToken]:
    """The tokens, in "3 en 10 december" the month after each number."""
    marks = "".join("=" if _moves(tokens, at) else tokens[at].mark for at in range(len(tokens)))
    added: dict[int, DayToken] = {}
    for match in _DISTRIBUTED.finditer(marks):
        month = tokens[match.end() - 1]
        numbers = [n for n in range(match.start(), match.end()) if tokens[n].mark in "NO"]
        if match.start() and marks[match.start() - 1] == "@":
            continue
        following = tokens[numbers[-1]].number or 0
        value = month.number or 1
        for at in reversed(numbers[:-1]):
            number = tokens[at].number or 0
            moved = "=" in marks[at : numbers[-1]]
            if number > following + (_NEARBY if moved else 0):
                value = (value - 2) % 12 + 1
            following = number
            end = tokens[at].end
            added[at] = DayToken("M", "", end, end, value)
    return _with_added(tokens, added)


def _moves(tokens: list[DayToken], at: int) -> bool:
    """Whether a word parts the day that was from the day that is: "niet 22 maar 21 december"."""
    if tokens[at].word in _MOVED:
        return True
    denied = any(token.word in _DENIED for token in tokens[max(at - 4, 0) : at])
    return tokens[at].word == "maar" and denied and tokens[at - 1].mark in "NO"


def _with_weeks(tokens: list[DayToken]) -> list[DayToken]:
    """The tokens, in "week 52 en 53" the word before each number."""
    marks = "".join(token.mark for token in tokens)
    added: dict[int, DayToken] = {}
    for match in re.finditer(r"KN[&t,f]N(?![MyKDB])", marks):
        at = match.end() - 2
        end = tokens[at].end
        added[at] = tokens[match.start()]._replace(start=end, end=end, word="")
    return _with_added(tokens, added)


def _with_ranked_weekdays(tokens: list[DayToken]) -> list[DayToken]:
    """The tokens, in "eerste en derde dinsdag van december" the day and month after each rank."""
    marks = "".join(token.mark for token in tokens)
    kept: list[DayToken] = []
    at = 0
    for match in re.finditer(r"(O[&,])+O(Wv?r?[My]?)", marks):
        said = [token for token in tokens[match.start(2) : match.end(2)] if token.mark in "WMy"]
        for position in range(at, match.end()):
            token = tokens[position]
            kept.append(token)
            if token.mark == "O" and match.start() <= position < match.start(2) - 1:
                end = token.end
                kept += [one._replace(start=end, end=end, word="") for one in said]
        at = match.end()
    return kept + tokens[at:]


def _with_numbered_weekdays(tokens: list[DayToken], today: date) -> list[DayToken]:
    """The tokens, in "do 3" and "do de 3e" the month that makes it a Thursday soon."""
    added: dict[int, DayToken] = {}
    for at in range(1, len(tokens)):
        token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
        weekday = _weekday_before(tokens, at)
        if token.mark not in "NO" or weekday is None or not token.number:
            continue
        if after and (after.mark in "MyCNtf" or after.word in _COUNTED):
            continue
        ahead = (today + n * DAY for n in range(_SOON))
        wanted = (token.number, weekday)
        day = next((one for one in ahead if (one.day, one.weekday()) == wanted), None)
        if day is None and token.mark == "O":
            day = coming_day_number(today, token.number)  # on another weekday: that is asked
        if day:
            added[at] = DayToken("M", "", token.end, token.end, day.month)
    return _with_added(tokens, added)


def _weekday_before(tokens: list[DayToken], at: int) -> int | None:
    before = tokens[at - 1]
    if before.mark == "r" and at > 1 and tokens[at].mark == "O":
        before = tokens[at - 2]
    return before.number if before.mark == "W" else None


def _with_added(tokens: list[DayToken], added: dict[int, DayToken]) -> list[DayToken]:
    kept: list[DayToken] = []
    for at, token in enumerate(tokens):
        kept.append(token)
        if at in added:
            kept.append(added[at])
    return kept


# Pieces


def find_days(
    tokens: list[DayToken], today: date, school: SchoolHolidays
) -> list[tuple[int, int, Days]]:
    """The days named, each with its first token and the one after its last."""
    found: list[tuple[int, int, Days]] = []
    for piece in find_pieces(tuple(tokens), today, school):
        if piece.start is None or piece.end is None or piece.wish or piece.now:
            continue
        first = piece.first
        while first < piece.last - 1 and tokens[first].mark in _LEADING:
            first += 1
        said = tokens[first : piece.last]
        days = _days(piece, said, today)
        if days.frame == "month" and first and tokens[first - 1].mark in "NO":
            days = replace(days, vague=True)  # "31 november"
        found.append((first, piece.last, days))
    return found


def _days(piece: Piece, said: list[DayToken], today: date) -> Days:
    assert piece.start is not None and piece.end is not None  # noqa: S101 - sifted by find_days
    marks = "".join(token.mark for token in said)
    start, end = piece.start, piece.end
    if _COMING.fullmatch(marks) and "B" not in marks:
        end -= DAY  # the coming two weeks are fourteen days, today included
    frame = "month" if piece.month or marks.endswith("B") else ""
    frame = next((name for mark, name in _FRAMES.items() if mark in marks), frame)
    if marks == "E" or (marks.endswith("E") and not frame):
        frame = "week"
    if frame in ("month", "feast") and start < today <= end:
        start = today
    part_of_it = any(mark in marks for mark in "bhz") and any(mark in marks for mark in "MBK")
    weekday = piece.weekday if not any(mark in marks for mark in "n<l") else None
    return Days(
        spans=((start, end),),
        weekdays=(weekday,),
        frame=frame if start != end or frame == "feast" else "",
        vague=part_of_it,
        middle=start.replace(day=_MIDDLE) if _HALF_MONTH.search(marks) else None,
        habit=piece.habit,
        plural=any(token.mark == "W" and token.word.endswith("dagen") for token in said),
        past=end < today,
        piece=piece,
    )


def length_in_days(first: DayToken, unit: DayToken) -> int:
    """The days in "twee weken", or 0 where it says none."""
    if not _LENGTH.fullmatch(first.mark + unit.mark):
        return 0
    return (first.number or 1) * {"D": 1, "K": 7, "B": 30}[unit.mark]


# Days joined


def narrow(left: Days, right: Days) -> Days | None:
    """Two that make one another more precise: a weekday with its date, a week with its day."""
    if left.piece is None or right.piece is None or left.habit or right.habit:
        return None
    if left.plural and right.frame == "month":
        return None
    piece = narrowed(left.piece, right.piece)
    if piece is None or piece.start is None or piece.end is None:
        return None
    return Days(
        spans=((piece.start, piece.end),),
        wrong_weekday=_wrong_weekday(left, right) or _wrong_weekday(right, left),
        past=left.past and right.past,
        piece=piece,
    )


def _wrong_weekday(day: Days, other: Days) -> int | None:
    said, dated = day.piece, other.piece
    if said is None or dated is None or said.weekday is None or dated.weekday is not None:
        return None
    if dated.week or dated.ahead or dated.start != dated.end or dated.start is None:
        return None
    # 7 for Monday, so that it is not taken for nothing.
    return None if dated.start.weekday() == said.weekday else said.weekday or 7


def until(left: Days, right: Days, *, exclusive: bool) -> Days | None:
    """The stretch from the one to the other."""
    end = right.middle or right.last
    if right.is_bare and right.weekdays[-1] is not None:
        end = next_weekday(left.first, right.weekdays[-1])
    elif end < left.first:
        return None
    bare = left.is_bare and right.is_bare
    return Days(
        spans=((left.first, end),),
        weekdays=(left.weekdays[0] if bare else None,),
        exclusive=exclusive and not right.is_bare and right.single,
        wrong_weekday=left.wrong_weekday or right.wrong_weekday,
        rival=left.rival or right.rival,
    )


def both(left: Days, right: Days) -> Days:
    """A list of the two; a bare weekday is the first one after the day before it."""
    spans, rival = right.spans, left.rival or right.rival
    weekday = right.weekdays[0]
    if len(spans) == 1 and weekday is not None and right.single:
        day = next_weekday(left.last + DAY, weekday)
        if day != right.first and left.is_bare:
            rival = right.first
        spans = ((day, day),)
    return Days(
        spans=left.spans + spans,
        weekdays=left.weekdays + right.weekdays,
        wrong_weekday=left.wrong_weekday or right.wrong_weekday,
        rival=rival,
    )


def in_week(days: Days, week: Days) -> Days:
    """Bare weekdays in the week that was named."""
    monday = monday_of(week.first)
    moved = []
    for start, end in days.spans:
        day = monday + start.weekday() * DAY
        moved.append((day, day + (end - start)))
    return replace(days, spans=tuple(moved), weekdays=(None,) * len(moved), rival=None)


def near(days: Days, old: date, today: date) -> Days:
    """A bare weekday as the new day of something planned: in the same week, or the next one."""
    weekday = days.weekdays[0]
    if weekday is None or not days.single:
        return days
    day = monday_of(old) + weekday * DAY
    if day < today or (day == old):
        day += WEEK
    return replace(days, spans=((day, day),))
