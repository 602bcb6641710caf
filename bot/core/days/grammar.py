"""The grammar of dates: which rows of marks say a day, a stretch of days or a part of the day."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from bot.core.calendar.public_holidays import Feast
from bot.core.days.marks import DayToken
from bot.core.days.pieces import Piece, Scene
from bot.core.days.reckoning import (
    DAY,
    WEEK,
    SchoolHolidays,
    Span,
    coming_date,
    coming_day_number,
    feast_span,
    monday_of,
    month_ahead,
    month_span,
    next_weekday,
    nth_in,
    numbered_week,
    school_holiday,
    valid_day,
)
from bot.core.days.words import SCHOOL_HOLIDAY_WORDS
from bot.core.model import Part

_DUTCH_UNITS = frozenset("dagen weken maanden wkn wekn weekjes".split())
_AFTER_NEXT = 3  # the number of "de week na volgende week"
_LISTED = range(1, 3)  # "adres de 2e" is the second of what was listed
_BEFORE = ("voor", "veur", "vuur", "before", "foar")
_FARTHEST = 400  # days, weeks or months ahead; more is no plan


def _figures(scene: Scene) -> Piece | None:
    day, month, year = scene.found[0].figures or (0, 1, None)
    return scene.single(coming_date(scene.today, month, day, year))


def _day_of_month(scene: Scene) -> Piece | None:
    day, month = scene.number("NO"), scene.number("My")
    return scene.single(coming_date(scene.today, month, day, scene.year()))


def _days_of_month(scene: Scene) -> Piece | None:
    """13 t/m 15 juli, 3 en 4 december; of two days apart the first."""
    first, last = scene.numbers("NO")[:2]
    end = coming_date(scene.today, scene.number("My"), last, scene.year())
    start = valid_day(end.year, end.month, first) if end else None
    if not start or not end or start > end:
        return None
    apart = scene.has("f&") and last - first > 1
    return scene.single(start) if apart else scene.whole((start, end))


def _listed_days(scene: Scene) -> Piece | None:
    """28, 29 en 30 december: the stretch where they follow each other, else the first."""
    numbers = scene.numbers("NO")
    start = coming_date(scene.today, scene.number("My"), numbers[0], scene.year())
    row = range(numbers[0], numbers[0] + len(numbers))
    end = start and valid_day(start.year, start.month, numbers[-1])
    if not start or not end:
        return None
    return scene.whole((start, end)) if numbers == list(row) else scene.single(start)


def _half_of_month(scene: Scene) -> Piece | None:
    """De eerste helft van december: up to the fifteenth, or from the day after."""
    start, end = month_span(scene.today, scene.number("My"), scene.year())
    middle = start.replace(day=15)
    return scene.whole((start, middle) if scene.number("O") == 1 else (middle + DAY, end))


def _day_number(scene: Scene) -> Piece | None:
    """Op de eerste, de 15de: a rank in words, or of what may be a list, only after "op"."""
    rank = scene.found[-1]
    if not scene.has("a") and (not rank.word[:1].isdigit() or (rank.number or 0) in _LISTED):
        return None
    return scene.single(coming_day_number(scene.today, scene.number("O")))


def _nth(scene: Scene) -> Piece | None:
    """The first Tuesday of October, the last day of the month, the second week of January."""
    weekday = 0 if scene.has("K") else next(iter(scene.numbers("W")), None)
    for span in _months_for_nth(scene):
        day = nth_in(span, scene.number("O"), weekday)
        if day and (day >= scene.today or scene.year()):
            return scene.whole((day, day + 6 * DAY)) if scene.has("K") else scene.single(day)
    return None


def _months_for_nth(scene: Scene) -> list[Span]:
    if month := scene.number("My"):
        start, end = month_span(scene.today, month, scene.year())
        return [(start, end), month_span(scene.today, month, start.year + 1)]
    ahead = int(scene.has("nc"))
    return [month_ahead(scene.today, ahead), month_ahead(scene.today, ahead + 1)]


def _feast(scene: Scene) -> Piece | None:
    name = next(token.name for token in scene.found if token.mark == "H")
    if name in SCHOOL_HOLIDAY_WORDS:
        return scene.whole(school_holiday(name, scene.today, scene.school))
    piece = scene.whole(feast_span(name, scene.number("O"), scene.today, scene.year()))
    return piece and piece._replace(part=scene.part())


def _between_feasts(scene: Scene) -> Piece | None:
    """From Christmas to the turn of the year, the feasts themselves left out."""
    first, second = (token.name for token in scene.found if token.mark == "H")
    if first not in (Feast.CHRISTMAS, Feast.BOXING_DAY):
        return None
    if second not in (Feast.OLD_AND_NEW, Feast.NEW_YEAR, Feast.NEW_YEARS_EVE):
        return None
    year = scene.today.year
    last = 31 if second == Feast.NEW_YEAR else 30  # New Year's Eve is no New Year's Day
    return scene.whole((date(year, 12, 27), date(year, 12, last)))


def _before_feast(scene: Scene) -> Piece | None:
    """Nog voor de kerst, vóór Pasen: from today up to the day before."""
    if not scene.has("^") and scene.found[1].word not in _BEFORE:
        return None
    feast = _feast(scene)
    if feast is None or feast.start is None or feast.start <= scene.today:
        return None
    return scene.whole((scene.today, feast.start - DAY))


def _both_days(scene: Scene) -> Piece | None:
    """Eerste of tweede kerstdag: the two of them."""
    name = next(token.name for token in scene.found if token.mark == "H")
    return scene.whole(feast_span(name, 0, scene.today, None))


def _near(scene: Scene) -> Piece | None:
    token = next(token for token in scene.found if token.mark == "T")
    day = scene.today + (token.number or 0) * DAY
    return Piece(start=day, end=day, part=scene.part(), past=day < scene.today)


def _tomorrow(scene: Scene) -> Piece | None:
    day = scene.today + DAY
    return Piece(start=day, end=day, part=Part.MORNING if scene.has("V") else None)


def _today(scene: Scene) -> Piece | None:
    return Piece(start=scene.today, end=scene.today, part=scene.part())


def _right_now(scene: Scene) -> Piece | None:
    return Piece(start=scene.today, end=scene.today, now=True)


def _weekday(scene: Scene) -> Piece | None:
    token = next(token for token in scene.found if token.mark in "WwZIq")
    if (token.word in ("ma", "zo") and scene.has("a")) or token.word == "zo'n":
        return None
    weekday = token.number or 0
    day = next_weekday(scene.today, weekday)
    if scene.has("l<"):
        day = next_weekday(scene.today - WEEK, weekday)
    elif scene.has("n"):
        day = monday_of(scene.today) + WEEK + weekday * DAY
    elif scene.has("c") and day == scene.today:
        day += WEEK
    past, habit = scene.has("l<"), scene.has("e")
    part = token.part or scene.part()
    return Piece(start=day, end=day, part=part, weekday=weekday, past=past, habit=habit)


def _short_weekdays(scene: Scene) -> Piece | None:
    """Ma t/m vr, za/zo; of two days apart joined by "of" the first."""
    first, *others = scene.numbers("wZ")
    start = next_weekday(scene.today, first)
    end = next_weekday(start, others[-1])
    apart = not scene.has("t") and (end - start).days != len(others)
    return Piece(start=start, end=start if apart else end, weekday=first)


def _ahead(scene: Scene) -> Piece | None:
    """Over drie dagen, in two weeks, over een maand."""
    count = scene.number("Ng", 1)
    if count > _FARTHEST or (scene.found[0].word == "in" and scene.found[-1].word in _DUTCH_UNITS):
        return None  # "in vier maanden tijd" is how long it took
    if scene.has("D"):
        return scene.single(scene.today + count * DAY)
    if scene.has("K"):
        day = scene.today + count * WEEK
        return Piece(start=day, end=day, ahead=count)
    start, end = month_ahead(scene.today, count)
    return scene.single(valid_day(start.year, start.month, scene.today.day) or end)


def _coming_days(scene: Scene) -> Piece | None:
    """De komende (drie) dagen, the next two weeks: from today on."""
    count = scene.number("Ng", 3)
    if count > _FARTHEST:
        return None
    if scene.has("B"):
        return scene.whole((scene.today, month_ahead(scene.today, count)[1]))
    return scene.whole((scene.today, scene.today + count * (WEEK if scene.has("K") else DAY)))


def _week(scene: Scene) -> Piece | None:
    """Deze week from today, volgende week from Monday; the begin, middle or end of it."""
    told = scene.number("k") if scene.has("k") else int(scene.has("nc"))
    monday = monday_of(scene.today) + min(told, 1) * WEEK
    if scene.has("l"):
        return Piece(start=monday - WEEK, end=monday - DAY, week=monday - WEEK, past=True)
    first, last = 0, 6
    if told == _AFTER_NEXT:
        monday += WEEK
    elif scene.has("b") or told == 2:
        first, last = 0, 1
    elif scene.has("h"):
        first, last = 2, 2
    elif scene.has("z"):
        first, last = 3, 4
    end = monday + last * DAY
    return Piece(start=min(end, max(monday + first * DAY, scene.today)), end=end, week=monday)


def _numbered_week(scene: Scene) -> Piece | None:
    span = numbered_week(scene.today, scene.number("N"))
    return Piece(start=span[0], end=span[1], week=span[0]) if span else None


def _weekend(scene: Scene) -> Piece | None:
    saturday = monday_of(scene.today) + 5 * DAY
    if scene.has("l"):
        saturday -= WEEK
    elif scene.has("n") or (scene.has("c") and scene.today >= saturday):
        saturday += WEEK
    return Piece(start=saturday, end=saturday + DAY, past=scene.has("l"), habit=scene.has("e"))


def _before_weekend(scene: Scene) -> Piece | None:
    """Nog voor het weekend: from today to Friday; "iets voor het weekend" is for those days."""
    friday = monday_of(scene.today) + 4 * DAY
    words = [token.word for token in scene.found]
    if "nog" not in words or not set(words).intersection(_BEFORE) or friday < scene.today:
        return None
    return scene.whole((scene.today, friday))


def _from_now_until(scene: Scene) -> Piece | None:
    """Between now and Sunday, van nu tot zaterdag."""
    return scene.whole((scene.today, next_weekday(scene.today, scene.number("Ww"))))


def _meant_for(scene: Scene) -> Piece | None:
    """Iets voor de ochtend."""
    return _adverb(scene) if scene.found[0].word in _BEFORE else None


def _month(scene: Scene) -> Piece | None:
    """December, deze maand from today, eind januari: the month in thirds."""
    if scene.has("My"):
        start, end = _third(month_span(scene.today, scene.number("My"), scene.year()), scene)
    else:
        ahead = int(scene.has("nc"))
        start, end = _third(month_ahead(scene.today, ahead), scene)
        if end < scene.today:
            start, end = _third(month_ahead(scene.today, ahead + 1), scene)
    if scene.has("dR"):
        start = max(start, scene.today)
    return Piece(start=start, end=end, past=end < scene.today, month=scene.has("My"))


def _third(span: Span, scene: Scene) -> Span:
    """The begin, middle or end of a month where one was said."""
    start, end = span
    tenth, twentieth = start + 9 * DAY, start + 19 * DAY
    if scene.has("b"):
        return start, tenth
    if scene.has("h"):
        return tenth + DAY, twentieth
    return (twentieth + DAY, end) if scene.has("z") else span


def _long_past(scene: Scene) -> Piece | None:
    """De afgelopen weken, vorige maand: a stretch gone by."""
    return scene.whole(month_ahead(scene.today, -1))


def _past_part(scene: Scene) -> Piece | None:
    day = scene.today - DAY
    return Piece(start=day, end=day, part=scene.part(), past=True)


def _adverb(scene: Scene) -> Piece | None:
    return Piece(part=scene.part(), habit=True)


def _noun(scene: Scene) -> Piece | None:
    return Piece(part=scene.part(), loose=True, habit=scene.has("e"))


def _after_hour(scene: Scene) -> Piece | None:
    """Na zessen, na 19.00 uur; from nine to twelve it may be either half of the day."""
    hour = scene.number("U") or scene.number("C") // 60
    if 5 <= hour <= 8 or 17 <= hour <= 22:
        return Piece(part=Part.EVENING, habit=True)
    if 1 <= hour <= 4 or 12 <= hour <= 16:
        return Piece(part=Part.AFTERNOON, habit=True)
    return Piece(clock=True)


def _before_hour(scene: Scene) -> Piece | None:
    """Voor twaalf uur: the morning; before another hour says no part."""
    noon = scene.number("C") % 720 == 0  # "twaalf uur" may be either
    before = scene.found[0].word in _BEFORE
    return Piece(part=Part.MORNING, habit=True) if before and noon else None


def _clock(scene: Scene) -> Piece | None:
    return Piece(clock=True)


def _wish(scene: Scene) -> Piece | None:
    return Piece(wish=True)


_Rule = tuple[str, Callable[[Scene], Piece | None]]

# The first that matches at a place wins, so the longer stands before the shorter.
_RULES: tuple[_Rule, ...] = (
    (r"G[gr]?[PSmEHWDKI](?!M)", _wish),
    (r"F", _figures),
    (r"v?r?W?[NO][tf&v][ra]?W?[NO]v?[My]Y?", _days_of_month),
    (r"O[WDK][ivf]?r?(?:[My],?Y?|[ncd]?B)", _nth),
    (r"O~v?r?[My]Y?", _half_of_month),
    (r"[NO](?:[,&f]+[NO]){2,4}v?[My]Y?", _listed_days),
    (r"r?[NO][vf]?r?[My](?:,?Y)?", _day_of_month),
    (r"(?<!i)[My][NO](?:(?=[?.,C@fti&up])|$)(?:,?Y)?", _day_of_month),
    (r"vr?O?H[&f]r?O?H", _between_feasts),
    (r"\^r?O?H|pxr?O?H", _before_feast),
    (r"O[f&]r?OH", _both_days),
    (r"ar?O(?=[?.,@C]|$)|rO(?=[?.,@Cupiaf&xs]|$)", _day_number),
    (r"O?HY?", _feast),
    (r"rOW(?![a-zA-Z])", _nth),
    (r"[oi]N[DKB]|og[DKB]|[Ng][DKB]vj", _ahead),
    (r"(?:vj[&t]|v?jt)[ra]*[Ww]", _from_now_until),
    (r"[cn][Ng][DKB]|cD", _coming_days),
    (r"l[Ng]?D|l[Ng][KB]|lB", _long_past),
    (r"R?[bhz]?v?r?[ncdl]K|[bhz]v?r?K|Rv?r?K|k", _week),
    (r"KN(?![x@]?[DKBJ])", _numbered_week),
    (r"pxr?E|xr?Exp|xr?Ep", _before_weekend),
    (r"[ncdl]?E|eE", _weekend),
    (r"[bhzR]?v?r?[ncd]B|[bhzR]v?r?B|[bhz]v?[My]Y?", _month),
    (r"[nc]?M(?:,?Y)?|(?:[ncdv]|(?<=i))y(?:,?Y)?", _month),
    (r"TV?", _near),
    (r"em", _noun),
    (r"sm|irm", _adverb),
    (r"mV?", _tomorrow),
    (r"dD", _today),
    (r"d[Pm]|vP", _today),
    (r"[wZ](?:,?[wZ]){0,5}[tf&,][wZ]", _short_weekdays),
    (r"[wZq]tP", _weekday),
    (r"W<|[ncdle]?(?:Wm?|I)|[nce][wZ]|aw|(?<=K)[wZ]", _weekday),
    (r"(?:[nc]|(?<=[nc]K))q(?=[?.,@CPSu]|$)", _weekday),
    (r"w(?=@?C|P|S|sS|m|[NO][My])|Z(?=C|P|S|sS|[NO][My])|q(?=P)", _weekday),
    (r"[ls]?s?SV?|s[PS]V?", _adverb),
    (r"(?<=p)xrP", _meant_for),
    (r"ir?P|a?gXP|XP", _adverb),
    (r"lP", _past_part),
    (r"e?P", _noun),
    (r"A[UC]", _after_hour),
    (r"xC", _before_hour),
    (r"@?C", _clock),
    (r"Q|j(?=p)|(?<=p)j(?=[?.,]|$)", _right_now),
)  # fmt: skip
_GRAMMAR = re.compile("|".join(f"(?P<rule{n}>{form})" for n, (form, _) in enumerate(_RULES)))


def find_pieces(
    tokens: tuple[DayToken, ...], today: date, school: SchoolHolidays
) -> Iterator[Piece]:
    """All stretches of tokens that some rule reads, from left to right, none overlapping."""
    marks = "".join(token.mark for token in tokens)
    at = 0
    while match := _GRAMMAR.search(marks, at):
        found = tokens[match.start() : match.end()]
        rule = _RULES[int((match.lastgroup or "rule0")[4:])][1]
        piece = rule(Scene(found, today, school))
        at = match.end() if piece else match.start() + 1
        if piece:
            yield piece._replace(first=match.start(), last=match.end())
