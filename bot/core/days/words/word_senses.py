"""What any word says about a day: as it is listed, a feast, a number, a compound, or misspelt."""

import re
from functools import lru_cache

from bot.core.calendar.dutch_calendar import WEEKDAYS, cardinal, ordinal
from bot.core.calendar.public_holidays import Feast, find_feast
from bot.core.days.reckoning import RANKED
from bot.core.days.words.joined import sense_of
from bot.core.days.words.listed import HEARTY, HELD
from bot.core.days.words.senses import NONSENSE, Sense
from bot.core.days.words.spelling import mend
from bot.core.model import Part

_MORE_FOLDS = str.maketrans(
    "łışğąęśźżćńőűјі", "lisgaeszzcnouji", "\u0300\u0301\u0302\u0303\u0307\u0308\u030a"
)
_ARABIC = str.maketrans("أإآى", "اااي", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")
_WEEKDAYS = tuple(WEEKDAYS)
_SHORTEST_TAIL = 5  # letters of a part of the day after a misspelt day
_STRETCH = re.compile(r"(.)\1{2,}")
_RANKS = (("eerste", 1), ("tweede", 2))
_FEAST_HEADS = (
    ("kerst", Feast.CHRISTMAS),
    ("paas", Feast.EASTER),
    ("nieuwjaars", Feast.NEW_YEAR),
    ("oudejaars", Feast.NEW_YEARS_EVE),
    ("oudjaars", Feast.NEW_YEARS_EVE),
)
# "Kerstavond" is a whole day to most; these are kept in the evening.
_FEAST_EVENINGS = ("sinterklaasavond", "pakjesavond")


@lru_cache(maxsize=4096)
def word_sense(word: str) -> Sense:
    """What a folded word stands for: as it is written, without flourish, or nearly so spelt."""
    if known := sense_of(word):
        return known
    bare = flat(word.replace("'", ""))
    if known := sense_of(bare) or sense_of(_STRETCH.sub(r"\1", bare)):
        return known
    if (feast := find_feast(bare)) and feast.end == len(bare):
        evening = Part.EVENING if bare.endswith(_FEAST_EVENINGS) else None
        return Sense("H", part=evening, name=feast.feast)
    if feast_part := _feast_and_more(bare):
        return feast_part
    if (count := cardinal(bare)) is not None:
        return Sense("N", count)
    if (rank := ordinal(bare)) is not None:
        return Sense("O", rank)
    if bare.endswith(HELD):
        return _sense_of_head(bare)
    near = mend(bare) if bare.isascii() else None
    if near:
        return word_sense(near)
    return _sense_of_halves(bare)


def _feast_and_more(word: str) -> Sense | None:
    """A feast with its rank or its part of the day in one word: tweedekerstdag, oudjaarsmiddag."""
    for rank, number in _RANKS:
        if word.startswith(rank) and len(word) > len(rank) + _SHORTEST_TAIL:
            day = word_sense(word.removeprefix(rank))
            ranked = (
                RANKED.get(Feast(day.name)) if day.mark == "H" and day.name in RANKED else None
            )
            return Sense("H", name=ranked[number - 1]) if ranked else None
    for head, feast in _FEAST_HEADS:
        if word.startswith(head):
            tail = word.removeprefix(head)
            said = sense_of(tail) or sense_of(mend(tail, shortest=_SHORTEST_TAIL - 1) or "")
            if said is None or said.mark not in "PSm":
                return None
            return Sense("H", part=said.part or Part.MORNING, name=feast)
    return None


def _sense_of_halves(word: str) -> Sense:
    """The day and part of a compound with a slip in a half: dinsdagaovnd."""
    for size in range(6, min(10, len(word) - 3)):
        day, tail = sense_of(word[:size]), word[size:]
        part = mend(tail, shortest=4)
        said = sense_of(part) if part else sense_of(tail)
        if day is None and said and said.mark in "PS" and len(tail) >= _SHORTEST_TAIL:
            day = sense_of(mend(word[:size], shortest=6) or "")
        is_part = said and (said.mark in "PSm" or (said.mark, said.number) == ("T", 1))
        if day and said and is_part and day.mark in "WT" and day.part is None:
            mark = "I" if day.mark == "W" else "T"
            return Sense(mark, day.number, said.part or Part.MORNING)
    return NONSENSE


def _sense_of_head(word: str) -> Sense:
    """The day or part that a compound begins with: dinsdaggroep, avondcursus.

    After a day more may stand between: zondagmiddagwandelgroep.
    """
    tails = [tail for tail in HELD if word.endswith(tail)]
    heads = (word.removesuffix(tail) for tail in tails)
    sense = next(filter(None, map(sense_of, heads)), NONSENSE)
    if sense.mark == "P":
        return NONSENSE if word.endswith(HEARTY) else sense._replace(mark="S")
    if sense.mark in "WI":
        return sense
    if not word.startswith(_WEEKDAYS):
        return NONSENSE
    rest = len(word) - min(map(len, tails))
    begun = (sense_of(word[:size]) for size in range(rest, len("zondag") - 1, -1))
    return next((one for one in begun if one and one.mark in "WI"), NONSENSE)


@lru_cache(maxsize=4096)
def flat(word: str) -> str:
    """A word in plain letters: without the marks and forms that folding leaves."""
    return word if word.isascii() else word.translate(_MORE_FOLDS).translate(_ARABIC)


def forget_word_senses() -> None:
    """Forgets which words were looked at; they are of residents."""
    word_sense.cache_clear()
    flat.cache_clear()
