"""Finds postcodes, and tells them from years, times and sums."""

import re

from bot.core.places.gazetteer import Mention
from bot.core.places.passage import Passage
from bot.core.places.place_words import (
    CODE_LEADS,
    CODE_WORDS,
    LEADS_WITH_VAN,
    TWO_LETTER_WORDS,
    UNITS,
)

_CODE = re.compile(r"([1-9]\d{3})([a-z]{2})?\Z")


def code_at(passage: Passage, at: int) -> tuple[Mention | None, int]:
    """A postcode; its two letters are part of the mention and dropped from the place."""
    words = passage.words
    match = _CODE.match(words[at].key)
    if match is None or match[1] not in passage.gazetteer.rows:
        return None, 1
    taken = 2 if match[2] is None and _lettered(passage, at) else 1
    if taken == 1 and match[2] is None and not _bare_code(passage, at):
        return None, 1
    place, _ = passage.gazetteer.counted(match[1])[0]
    return Mention(start=words[at].start, end=words[at + taken - 1].end, place=place), taken


def _lettered(passage: Passage, at: int) -> bool:
    """Whether the next word holds the two letters that end a postcode."""
    letters = passage.key(at + 1)
    if len(letters) != 2 or not (letters.isascii() and letters.isalpha()):
        return False
    start, end = passage.words[at + 1][:2]
    if passage.text[passage.words[at].end : start] not in (" ", "", "-"):
        return False
    return letters not in TWO_LETTER_WORDS or passage.text[start:end].isupper()


def _bare_code(passage: Passage, at: int) -> bool:
    """Whether four digits without letters are a postcode and not a year, a time or a sum."""
    if len(passage.words) == 1:
        return True
    start, before, after = passage.words[at].start, passage.key(at - 1), passage.key(at + 1)
    if after in UNITS or passage.text[max(start - 2, 0) : start].strip().endswith(("€", "$", ":")):
        return False
    if before in CODE_WORDS or passage.key(at - 2) in CODE_WORDS or passage.after_a_place(at):
        return True
    if len(after) > 3 and passage.gazetteer.certain(after):
        return True
    number = int(passage.words[at].key)
    is_time = number <= 2359 and number % 100 in (0, 15, 30, 45)
    if is_time or 1900 <= number <= 2099:
        return False
    if number % 50 and number > 1000:
        return True  # no round number, so hardly a sum of anything
    return before in CODE_LEADS or (before == "van" and passage.key(at - 2) in LEADS_WITH_VAN)
