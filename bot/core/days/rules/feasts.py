"""Days by the name of a feast or a school holiday."""

from datetime import date

from bot.core.calendar.public_holidays import Feast
from bot.core.days.pieces import Piece, Scene
from bot.core.days.reckoning import (
    DAY,
    WEEK,
    Span,
    beside,
    feast_span,
    from_today,
    monday_of,
    school_holiday,
)
from bot.core.days.rules import near_days
from bot.core.days.rules.parts_of_day import BEFORE, says_before
from bot.core.days.words.listed import SCHOOL_HOLIDAY_WORDS


def feast(scene: Scene) -> Piece | None:
    """Tweede kerstdag, Koningsdag 2027, de meivakantie."""
    piece = scene.whole(_span_of(scene))
    return piece and piece._replace(part=scene.part(), gone=_last_span(scene))


def _last_span(scene: Scene) -> Span | None:
    """When a school holiday last was, where that is not long ago."""
    name = next(token.name for token in scene.found if token.mark == "H")
    return max(
        (span for span in scene.school.get(name, ()) if span[1] < scene.today), default=None
    )


def _span_of(scene: Scene) -> Span | None:
    name = next(token.name for token in scene.found if token.mark == "H")
    if name in SCHOOL_HOLIDAY_WORDS:
        return school_holiday(name, scene.today, scene.school)
    return feast_span(name, scene.number("O"), scene.today, scene.year())


def between_feasts(scene: Scene) -> Piece | None:
    """From Christmas to the turn of the year, the feasts themselves left out."""
    first, second = (token.name for token in scene.found if token.mark == "H")
    if first not in (Feast.CHRISTMAS, Feast.BOXING_DAY):
        return None
    if second not in (Feast.OLD_AND_NEW, Feast.NEW_YEAR, Feast.NEW_YEARS_EVE):
        return None
    year = scene.today.year
    last = 31 if second == Feast.NEW_YEAR else 30  # New Year's Eve is no New Year's Day
    return scene.whole((date(year, 12, 27), date(year, 12, last)))


def before_feast(scene: Scene) -> Piece | None:
    """Nog voor de kerst, vóór Pasen: from today up to the day before."""
    if not says_before(scene):
        return None
    piece, size = feast(scene), len(scene.found)
    if piece and piece.start and piece.end and piece.end - piece.start > WEEK and size > 3:
        return None  # "nog iets voor de kerstvakantie" is for it
    if piece is None or piece.start is None or piece.start <= scene.today:
        return None
    return scene.whole((scene.today, piece.start - DAY))


def week_of(scene: Scene) -> Piece | None:
    """De week van kerst: its calendar week."""
    span = _span_of(scene)
    monday = monday_of(span[0]) if span else None
    return scene.whole(from_today((monday, monday + WEEK - DAY), scene.today)) if monday else None


def from_now_until(scene: Scene) -> Piece | None:
    """Tussen nu en kerst: from today up to the day before."""
    span = _span_of(scene)
    return scene.whole((scene.today, max(span[0] - DAY, scene.today))) if span else None


def beside_feast(scene: Scene) -> Piece | None:
    """Het weekend voor kerst, de week na Pasen, the Wednesday before Christmas."""
    span = _span_of(scene)
    after = scene.has("A")
    if span is None or not (after or scene.has("^") or scene.found[1].word in BEFORE):
        return None
    marks = scene.found[0].mark + ("A" if after else "x")
    weekday = scene.number("WI") if scene.has("WI") else None
    days = beside(span, marks, weekday)
    piece = scene.whole(from_today(days, scene.today) if scene.has("K") else days)
    return piece and piece._replace(part=scene.part())


def beside_told(scene: Scene) -> Piece | None:
    """De vrijdag erna, de avond ervoor: beside the day told before it."""
    unit = next(token.mark for token in scene.found if token.mark in "WIEKDP")
    marks = unit + ("A" if scene.has(">") else "x")
    named = near_days.weekday(scene) if scene.has("WI") else None
    return (named or Piece(part=scene.part()))._replace(beside=marks)


def both_days(scene: Scene) -> Piece | None:
    """Eerste of tweede kerstdag: the two of them."""
    name = next(token.name for token in scene.found if token.mark == "H")
    return scene.whole(feast_span(name, 0, scene.today, None))
