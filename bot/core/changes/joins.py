"""Joins signs that are said together: the hours of a stretch, a list of days, a day in a week."""

from collections.abc import Callable
from datetime import date

from bot.core.changes.days import Days, both, counted, in_week, narrow, until
from bot.core.changes.hours import Hours
from bot.core.changes.signs import Sign
from bot.core.days.reckoning import WEEK


def join_hours(signs: list[Sign]) -> list[Sign]:
    """The signs, "van T tot T" made into one."""
    kept: list[Sign] = []
    at = 0
    while at < len(signs):
        sign = signs[at]
        between = signs[at + 1] if at + 1 < len(signs) else None
        right = signs[at + 2] if at + 2 < len(signs) else None
        if sign.hours and between and right and right.hours and not right.hours.closes:
            ranged = between.word in ("-", "tot", "tm", "t")
            framed = between.word == "en" and bool(kept) and kept[-1].word == "tussen"
            if ranged or framed:
                hours = Hours(opens=sign.hours.opens, closes=right.hours.opens)
                kept.append(Sign("T", "T", sign.start, right.end, hours=hours))
                at += 3
                continue
        kept.append(sign)
        at += 1
    return kept


_BESIDE = frozenset(["", ",", "van", "van de", "in", "op", "de", "dus", "nl", "(", "in de", "- "])
_LIST = frozenset(
    [
        *("en", "&", "+", "of", ",", ", en", "/", "en ook", "en op", ", op", "plus", "en de"),
        *("en ook niet op", "en niet op", "en ook niet", ", en ook niet op", ", ook niet op"),
        *("en ook op", "of op", "als ook", "alsmede", "en dan", ", en op", "en vervolgens", "-"),
    ]
)
_VERBS = frozenset("is was zijn waren gaat gaan dicht gesloten open hebben heeft kan".split())
_STILL_LISTED = frozenset("en niet geen dicht gesloten vervalt vervallen ivm want dus om".split())
_NUMBERS = dict(zip("twee drie vier vijf zes zeven acht".split(), range(2, 9), strict=True))
_MOST_WEEKS = 12
_COMING = frozenset(["komende", "aankomende", "volgende", "eerstvolgende"])
_RANGE = frozenset(["tm", "-", "tot", "tm op", "t", "tot op", "tm de", "tot de"])
_NEW_LIFE = frozenset("weer wel gewoon open terug inhalen".split())


def join_days(signs: list[Sign], today: date) -> list[Sign]:
    """The signs, days that are said together made into one."""
    signs = _counted(signs, today)
    for join in (_glued, _beside, _ranged, _listed):
        signs = _joined(signs, join)
    return signs


def _counted(signs: list[Sign], today: date) -> list[Sign]:
    """The signs, "komende 4 dinsdagen" made into those four days; today is none of those."""
    kept = list(signs)
    for at in range(len(kept) - 1, 0, -1):
        days, before = kept[at].days, kept[at - 1]
        number = int(before.word) if before.word.isdecimal() else _NUMBERS.get(before.word, 0)
        if days and days.plural and days.is_bare and days.single and 1 < number <= _MOST_WEEKS:
            coming = at > 1 and kept[at - 2].word in _COMING and days.first == today
            named = counted(days, number, days.first + WEEK if coming else days.first)
            kept[at - 1 : at + 1] = [Sign("D", "D", before.start, kept[at].end, days=named)]
    return kept


def _joined(signs: list[Sign], join: Callable[[list[Sign], int, int], Days | None]) -> list[Sign]:
    kept = list(signs)
    at = 0
    while at < len(kept):
        if kept[at].days is None:
            at += 1
            continue
        right = next((n for n in range(at + 1, min(at + 6, len(kept))) if kept[n].days), None)
        days = join(kept, at, right) if right is not None else None
        if right is None or days is None:
            at += 1
            continue
        end = kept[right].end
        if right < len(kept) - 1 and kept[right - 1].word == "(":
            right += kept[right + 1].word == ")"
        between = kept[at + 1 : right] if _is_too(kept, right) else []
        if between:
            end = kept[at].end
        sign = Sign("D", "D", kept[at].start, end, days=days, whole=kept[at].whole)
        kept[at : right + 1] = [sign, *between]
    return kept


def _between(signs: list[Sign], left: int, right: int) -> str:
    return " ".join(sign.word for sign in signs[left + 1 : right])


def _beside(signs: list[Sign], left: int, right: int) -> Days | None:
    first, second = signs[left].days, signs[right].days
    words = _between(signs, left, right)
    if not first or not second or words not in _BESIDE:
        return None
    told_twice = not first.single or first.spans == second.spans
    if words == "," and told_twice and _begins_again(signs, right):
        return None  # "dicht van 18 dec tot 8 jan, 8 jan weer open"
    return narrow(first, second)


def _glued(signs: list[Sign], left: int, right: int) -> Days | None:
    """First what nothing parts, so that "28 feb, ma 1 mrt" stays two days."""
    return _beside(signs, left, right) if right == left + 1 else None


def _ranged(signs: list[Sign], left: int, right: int) -> Days | None:
    first, second = signs[left].days, signs[right].days
    words = _between(signs, left, right)
    if not first or not second or first.habit:
        return None
    framed = words == "en" and left > 0 and signs[left - 1].word == "tussen"
    if words not in _RANGE and not framed:
        return None
    return until(first, second, exclusive=words.startswith("tot"))


def _listed(signs: list[Sign], left: int, right: int) -> Days | None:
    first, second = signs[left].days, signs[right].days
    words = _between(signs, left, right)
    if not first or not second or first.habit or second.habit:
        return None
    if _is_too(signs, right):
        return both(first, second)
    bare = words == "" and first.is_bare and second.is_bare
    if not bare and words not in _LIST:
        return None
    if "," in words and _begins_again(signs, right):
        return None  # "ma dicht, di weer open"
    if words == "," and _tells_on(signs, left, right):
        return None
    if first.frame and first.first <= second.first <= first.last:
        return None
    if first.frame and second.frame and "," in words:
        return None
    return both(first, second)


def _begins_again(signs: list[Sign], at: int) -> bool:
    """Whether soon after a day it is said to be on: "di weer open"."""
    return any(sign.word in _NEW_LIFE for sign in signs[at + 1 : at + 6])


def _tells_on(signs: list[Sign], left: int, right: int) -> bool:
    """Whether a comma begins a new tale: "was vol vandaag, morgen daarom nog een keer"."""
    before: set[str] = set()
    for sign in reversed(signs[:left]):
        if sign.kind == ".":
            break
        before.add(sign.word)
    after = [sign.word for sign in signs[right + 1 : right + 3] if sign.kind == "w"]
    return bool(before & _VERBS) and len(after) > 1 and after[0] not in _STILL_LISTED


def _is_too(signs: list[Sign], at: int) -> bool:
    """Whether a day counts besides the one before it: "ma dicht, vrijdag ook"."""
    return at + 1 < len(signs) and signs[at + 1].word == "ook"


def put_in_weeks(signs: list[Sign]) -> list[Sign]:
    """The signs, bare weekdays put in the one week that is named beside them."""
    weeks = [at for at, sign in enumerate(signs) if sign.days and sign.days.frame == "week"]
    weeks = [at for at in weeks if not at or signs[at - 1].word != "tot"]  # "tot volgende week!"
    if len(weeks) != 1:
        return signs
    week = signs[weeks[0]].days
    kept: list[Sign] = []
    for sign in signs:
        if sign.days and week and sign.days is not week and sign.days.is_bare:
            kept.append(sign._replace(days=in_week(sign.days, week)))
        else:
            kept.append(sign)
    return kept
