"""Reads a day and a part of the day in one word: zaterdagmiddag, dinsavond, morgenaovend.

There are 120,000 such words; they are taken apart when they are met, and not listed.
"""

from collections.abc import Iterable

from bot.core.calendar.dutch_calendar import WEEKDAYS
from bot.core.days.words.day_names import NEAR, STICKY, TOMORROW_OR_MORNING, weekday_words
from bot.core.days.words.listed import WORDS
from bot.core.days.words.part_names import JOINED_MORNINGS, PART_ADVERBS, STUCK, part_words
from bot.core.days.words.senses import Sense
from bot.core.model import Part

_EVENING_FRISIAN = "tejun"


def sense_of(word: str) -> Sense | None:
    """What a folded word stands for, where it is one of the calendar's as it is written."""
    return WORDS.get(word) or _sense_of_both(word)


def _sense_of_both(word: str) -> Sense | None:
    """The day and the part of it that a word is joined of; no word can be cut in two ways."""
    if not word.endswith(_ENDINGS):
        return None
    for size in range(_SHORTEST, len(word)):
        head, tail = word[:size], word[size:]
        for mark, heads, tails in _JOINS:
            if head in heads and tail in tails:
                return Sense(mark, heads[head], tails[tail])
    return None


def _stuck_days() -> dict[str, int]:
    return {short: number for number, words in enumerate(STICKY) for short in words.split()}


def _days() -> dict[str, int]:
    return {name.removesuffix("dag"): at for at, name in enumerate(WEEKDAYS)} | weekday_words()


def _near_days() -> dict[str, int]:
    words = {word: offset for offset, part, said in NEAR for word in said.split() if part is None}
    return words | dict.fromkeys(TOMORROW_OR_MORNING, 1)


def _with_s(words: dict[str, Part]) -> dict[str, Part]:
    return {word + ending: part for word, part in words.items() for ending in ("", "s")}


def _tails_of_days(parts: dict[str, Part]) -> dict[str, Part]:
    """What may follow the name of a weekday; zondagsmorgens, moandagsaovends, sneontejun."""
    tails = {f"te{word}": part for word, part in parts.items()}  # Frisian
    tails |= {_EVENING_FRISIAN: Part.EVENING, **_with_s(parts)}
    for part, words in PART_ADVERBS:
        for word in words.split():
            tails |= {word: part, f"s{word}": part}
    return tails


def _joins(
    parts: dict[str, Part],
) -> Iterable[tuple[str, dict[str, int], dict[str, Part]]]:
    """The mark of each way of joining, the days that it begins with and what may follow them."""
    return (
        ("I", _days(), _tails_of_days(parts)),
        ("T", _near_days(), _with_s(parts)),
        ("I", _stuck_days(), dict(STUCK)),  # woavond, zatmiddag, vrij-avond
    )


_JOINS = tuple(_joins(part_words() | dict.fromkeys(JOINED_MORNINGS.split(), Part.MORNING)))
_ENDINGS = tuple({tail for _, _, tails in _JOINS for tail in tails})
_SHORTEST = min(len(head) for _, heads, _ in _JOINS for head in heads)
