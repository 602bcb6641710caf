"""Days by their number in a month: 3 december, de eerste dinsdag van oktober."""

from datetime import timedelta

from bot.core.days.pieces import Piece, Scene
from bot.core.days.reckoning import (
    DAY,
    Span,
    coming_date,
    coming_day_number,
    month_ahead,
    month_span,
    nth_in,
    valid_day,
)
from bot.core.days.rules.parts_of_day import says_before

_LONG_AGO = timedelta(days=90)  # from here on a date is no more one that somebody comes back to
_LISTED = range(1, 3)  # "adres de 2e" is the second of what was listed


def figures(scene: Scene) -> Piece | None:
    """3-12, 3/12/2026."""
    written = next((token.figures for token in scene.found if token.figures), None)
    return _dated(scene, *(written or (0, 1, None)))


def day_of_month(scene: Scene) -> Piece | None:
    """3 december, December 3rd."""
    return _dated(scene, scene.number("NO"), scene.number("My"), scene.year())


def _dated(scene: Scene, day: int, month: int, year: int | None) -> Piece | None:
    piece = scene.single(coming_date(scene.today, month, day, year))
    if piece is None or piece.start is None or year:
        return piece
    last = valid_day(piece.start.year - 1, month, day)
    return piece._replace(gone=(last, last) if last and scene.today - last < _LONG_AGO else None)


def from_now_until(scene: Scene) -> Piece | None:
    """Tussen nu en 10 december."""
    date = figures(scene) if scene.has("F") else day_of_month(scene)
    if date is None or date.start is None or date.start < scene.today:
        return None
    return scene.whole((scene.today, date.start))


def before(scene: Scene) -> Piece | None:
    """Nog voor 10 december, vóór de tiende van december: from today up to the day before."""
    date = from_now_until(scene) if says_before(scene) else None
    if date is None or date.end is None or date.end <= scene.today:
        return None
    return scene.whole((scene.today, date.end - DAY))


def days_of_month(scene: Scene) -> Piece | None:
    """13 t/m 15 juli, 3 of 10 december, van 3 naar 10 december: the first and the last of them."""
    if any(token.mark == "x" and token.word != "naar" for token in scene.found):
        return None
    first, last = scene.numbers("NO")[:2]
    end = coming_date(scene.today, scene.number("My"), last, scene.year())
    start = valid_day(end.year, end.month, first) if end else None
    if not start or not end or start > end:
        return None
    return scene.whole((start, end))


def listed_days(scene: Scene) -> Piece | None:
    """28, 29 en 30 december: the first and the last of them."""
    numbers = scene.numbers("NO")
    start = coming_date(scene.today, scene.number("My"), numbers[0], scene.year())
    end = start and valid_day(start.year, start.month, numbers[-1])
    return scene.whole((start, end)) if start and end and start <= end else None


def half_of_month(scene: Scene) -> Piece | None:
    """De eerste helft van december: up to the fifteenth, or from the day after."""
    start, end = month_span(scene.today, scene.number("My"), scene.year())
    middle = start.replace(day=15)
    return scene.whole((start, middle) if scene.number("O") == 1 else (middle + DAY, end))


def day_number(scene: Scene) -> Piece | None:
    """Op de eerste, de 15de: a rank in words, or of what may be a list, only after "op"."""
    rank = scene.found[-1]
    if not scene.has("a") and (not rank.word[:1].isdigit() or (rank.number or 0) in _LISTED):
        return None
    return scene.single(coming_day_number(scene.today, scene.number("O")))


def numbers(scene: Scene) -> Piece | None:
    """De 21e t/m de 23e, from the first coming one on."""
    first, last = scene.numbers("O")
    start = coming_day_number(scene.today, first)
    end = start and coming_day_number(start, last)
    return scene.whole((start, end)) if start and end else None


def weekday_number(scene: Scene) -> Piece | None:
    """Donderdag de tiende: the first such day of the month that is on that weekday."""
    day = coming_day_number(scene.today, scene.number("O"))
    return scene.single(day) if day and day.weekday() == scene.number("W") else None


def nth(scene: Scene) -> Piece | None:
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
