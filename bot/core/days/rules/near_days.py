"""Days counted from today: vandaag, morgen, dinsdag, over drie dagen."""

from bot.core.days.pieces import Piece, Scene
from bot.core.days.reckoning import DAY, WEEK, monday_of, month_ahead, next_weekday, valid_day
from bot.core.days.rules.parts_of_day import says_before
from bot.core.model import Part

_DUTCH_UNITS = frozenset("dagen weken maanden wkn wekn weekjes".split())

FARTHEST = 400  # days, weeks or months ahead; more is no plan


def near(scene: Scene) -> Piece | None:
    """Vandaag, morgenochtend, morgen-avond, eergisteren."""
    token = next(token for token in scene.found if token.mark in "Tm")
    ahead = 1 if token.mark == "m" else token.number or 0
    day = scene.today + ahead * DAY
    return Piece(start=day, end=day, part=scene.part(), past=day < scene.today)


def tomorrow(scene: Scene) -> Piece | None:
    """Morgen, morgen vroeg."""
    day = scene.today + DAY
    return Piece(start=day, end=day, part=Part.MORNING if scene.has("V") else None)


def today(scene: Scene) -> Piece | None:
    """Deze dag, deze avond; "deze dagen" names none."""
    if scene.found[-1].word in ("dagen", "days"):
        return None
    return Piece(start=scene.today, end=scene.today, part=scene.part())


def right_now(scene: Scene) -> Piece | None:
    """Nu open, op dit moment."""
    return Piece(start=scene.today, end=scene.today, now=True)


def weekday(scene: Scene) -> Piece | None:
    """Dinsdag, komende vrijdag, elke zaterdagavond."""
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


def short_weekdays(scene: Scene) -> Piece | None:
    """Ma t/m vr, za/zo; of days apart, "di of vr", the first and the last from today on."""
    first, *others = scene.numbers("wZ")
    start = next_weekday(scene.today, first)
    end = next_weekday(start, others[-1])
    if scene.has("t") or (end - start).days == len(others):
        return Piece(start=start, end=end, weekday=first)
    days = [next_weekday(scene.today, one) for one in (first, *others)]
    return Piece(start=min(days), end=max(days), weekday=first)


def ahead(scene: Scene) -> Piece | None:
    """Over drie dagen, in two weeks, over een maand."""
    count = scene.number("N") or scene.number("g", 1)
    if count > FARTHEST or (scene.found[0].word == "in" and scene.found[-1].word in _DUTCH_UNITS):
        return None  # "in vier maanden tijd" is how long it took
    if scene.has("D"):
        day = scene.today + count * DAY
        return Piece(start=day, end=day, ahead=None if count % 7 else count // 7)
    if scene.has("K"):
        day = scene.today + count * WEEK
        return Piece(start=day, end=day, ahead=count)
    start, end = month_ahead(scene.today, count)
    return scene.single(valid_day(start.year, start.month, scene.today.day) or end)


def before(scene: Scene) -> Piece | None:
    """Nog voor vrijdag, eerder dan dinsdag: from today up to the day before."""
    day = next_weekday(scene.today, scene.number("WI"))
    coming = says_before(scene) and day > scene.today
    return scene.whole((scene.today, day - DAY)) if coming else None


def ago(scene: Scene) -> Piece | None:
    """Drie dagen geleden, a week ago."""
    count = scene.number("N") or scene.number("g", 1)
    if count > FARTHEST:
        return None
    day = scene.today - count * (WEEK if scene.has("K") else DAY)
    return Piece(start=day, end=day, past=True)


def from_now_until(scene: Scene) -> Piece | None:
    """Between now and Sunday, van nu tot zaterdag."""
    return scene.whole((scene.today, next_weekday(scene.today, scene.number("Ww"))))
