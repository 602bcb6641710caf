"""Parts of the day, hours, and wishes that only sound like them."""

from bot.core.days.pieces import Piece, Scene
from bot.core.days.reckoning import DAY
from bot.core.model import Part

BEFORE = ("voor", "veur", "vuur", "before", "foar")


def says_before(scene: Scene) -> bool:
    """Whether it is "vóór" or "nog voor" a day: all the days up to it; not "iets voor vrijdag"."""
    words = {token.word for token in scene.found}
    return scene.has("^") or ("nog" in words and not words.isdisjoint(BEFORE))


def past_part(scene: Scene) -> Piece | None:
    """Afgelopen nacht, vorige avond: of yesterday."""
    day = scene.today - DAY
    return Piece(start=day, end=day, part=scene.part(), past=True)


def adverb(scene: Scene) -> Piece | None:
    """'s Avonds, in de ochtend: a part of the day as a habit."""
    return Piece(part=scene.part(), habit=True)


def noun(scene: Scene) -> Piece | None:
    """Avond, elke middag: a part that counts beside a day."""
    return Piece(part=scene.part(), loose=True, habit=scene.has("e"))


def after_hour(scene: Scene) -> Piece | None:
    """Na zessen, na 19.00 uur; from nine to twelve it may be either half of the day."""
    clock_time = scene.found[-1]
    if clock_time.mark == "C" and clock_time.end - clock_time.start == len("een uur"):
        return Piece(clock=True)  # "mag ik na een uur weg"
    hour = scene.number("U") or scene.number("C") // 60
    if 5 <= hour <= 8 or 17 <= hour <= 22:
        return Piece(part=Part.EVENING, habit=True)
    if 1 <= hour <= 4 or 12 <= hour <= 16:
        return Piece(part=Part.AFTERNOON, habit=True)
    return Piece(clock=True)


def before_hour(scene: Scene) -> Piece | None:
    """Voor twaalf uur: the morning; before another hour says no part."""
    noon = scene.number("C") % 720 == 0  # "twaalf uur" may be either
    before = scene.found[0].word in BEFORE
    return Piece(part=Part.MORNING, habit=True) if before and noon else None


def meant_for(scene: Scene) -> Piece | None:
    """Iets voor de ochtend."""
    return adverb(scene) if scene.found[0].word in BEFORE else None


def clock(scene: Scene) -> Piece | None:
    """Om 19.30 uur: only a clock time."""
    return Piece(clock=True)


def wish(scene: Scene) -> Piece | None:
    """Goedenavond, fijn weekend: no date at all."""
    return Piece(wish=True)
