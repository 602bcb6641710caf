"""Weeks, weekends, months and days in a row."""

from datetime import date

from bot.core.days.pieces import Piece, Scene
from bot.core.days.reckoning import (
    DAY,
    WEEK,
    Span,
    coming_date,
    coming_day_number,
    from_today,
    monday_of,
    month_ahead,
    month_span,
    numbered_week,
)
from bot.core.days.rules.near_days import FARTHEST
from bot.core.days.rules.parts_of_day import says_before

_AFTER_NEXT = 3  # the number of "de week na volgende week"
_LATER = 4  # "later deze week"


def coming_days(scene: Scene) -> Piece | None:
    """De komende (drie) dagen, the next two weeks: from today on."""
    count = scene.number("Ng", 3)
    if count > FARTHEST:
        return None
    if scene.has("B"):
        return scene.whole((scene.today, month_ahead(scene.today, count)[1]))
    return scene.whole((scene.today, scene.today + count * (WEEK if scene.has("K") else DAY)))


def week(scene: Scene) -> Piece | None:
    """Deze week from today, volgende week from Monday; the begin, middle or end of it."""
    told = scene.number("k") if scene.has("k") else int(scene.has("nc"))
    monday = monday_of(scene.today) + (0 if told == _LATER else min(told, 1)) * WEEK
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
    earliest = scene.today + (1 if told == _LATER else 0) * DAY
    return Piece(start=min(end, max(monday + first * DAY, earliest)), end=end, week=monday)


def two_weeks(scene: Scene) -> Piece | None:
    """Deze of volgende week: from today to the end of the next."""
    return scene.whole((scene.today, monday_of(scene.today) + 2 * WEEK - DAY))


def week_by_number(scene: Scene) -> Piece | None:
    """Week 49: that week of the year; week 50 en 51."""
    first, *others = (numbered_week(scene.today, number) for number in scene.numbers("N"))
    last = others[0] if others else first
    if first is None or last is None or last < first:
        return None
    return Piece(start=first[0], end=last[1], week=None if others else first[0])


def weekend(scene: Scene) -> Piece | None:
    """Dit weekend, volgend weekend, elk weekend: Saturday and Sunday."""
    saturday = monday_of(scene.today) + 5 * DAY
    if scene.has("l"):
        saturday -= WEEK
    elif scene.has("n") or (scene.has("c") and scene.today >= saturday):
        saturday += WEEK
    return Piece(start=saturday, end=saturday + DAY, past=scene.has("l"), habit=scene.has("e"))


def weekend_of(scene: Scene) -> Piece | None:
    """Het weekend van 5 december: the Saturday and Sunday in the week of that day."""
    monday = _monday_told(scene)
    return scene.whole((monday + 5 * DAY, monday + 6 * DAY)) if monday else None


def week_of(scene: Scene) -> Piece | None:
    """De week van 7 december: Monday to Sunday of the week of that day, from today on."""
    monday = _monday_told(scene)
    piece = scene.whole(from_today((monday, monday + 6 * DAY), scene.today)) if monday else None
    return piece and piece._replace(week=monday)


def _monday_told(scene: Scene) -> date | None:
    written = next((token.figures for token in scene.found if token.figures), None)
    day, of_month, year = written or (scene.number("NO"), scene.number("My"), None)
    if not of_month:
        found = coming_day_number(scene.today, day)
        return monday_of(found) if found else None
    found = coming_date(scene.today, of_month, day, year)
    return monday_of(found) if found else None


def before_weekend(scene: Scene) -> Piece | None:
    """Nog voor het weekend: from today to Friday; "iets voor het weekend" is for those days."""
    friday = monday_of(scene.today) + 4 * DAY
    if not says_before(scene) or friday < scene.today:
        return None
    return scene.whole((scene.today, friday))


def month(scene: Scene) -> Piece | None:
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


def long_past(scene: Scene) -> Piece | None:
    """De afgelopen weken, vorige maand: a stretch gone by."""
    return scene.whole(month_ahead(scene.today, -1))
