"""Finds the Dutch places that a message names: towns, quarters, regions, provinces, postcodes."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.core.places.everyday_names import counts_as_place
from bot.core.places.gazetteer import SHORTEST_REPAIR, Gazetteer, Mention, words_of
from bot.core.places.mentions import mention_of, settled
from bot.core.places.misspelt_names import (
    clear_slip,
    river_town_at,
    shortened_at,
    slip_at,
    tail_at,
)
from bot.core.places.passage import Passage
from bot.core.places.place_words import ARTICLES, ASKING
from bot.core.places.postcodes import code_at

_CITY = 100_000  # inhabitants from which a name is the city's rather than the province's
_SHORT = 4  # words up to which a misspelt town needs no word of place
_LONGEST = 4_096  # characters that are looked at; Telegram sends no more
_MOST = 20  # mentions after which nobody asks for a place any more
_GAP = re.compile(r"[\s\-‐-―'’`./]{0,3}\Z")


def find_places(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """All places that the text names, in order, with their offsets in it."""
    passage = Passage(text, words_of(text[:_LONGEST]), gazetteer)
    at = 0
    while at < len(passage.words) and len(passage.found) < _MOST:
        if passage.words[at].key == "aan" and (slip := river_town_at(passage, at)):
            if passage.after_a_place(at):
                passage.found.pop()
            passage.found.append(slip[0])
            at += slip[1]
            continue
        if gazetteer.is_plain(passage.words[at].key):
            at += 1
            continue
        mention, taken = _at(passage, at)
        if mention is not None:
            passage.found.append(mention)
        at += taken
    return settled(passage)


def _at(passage: Passage, at: int) -> tuple[Mention | None, int]:
    """What stands at a word, and how many words it takes."""
    gazetteer, key = passage.gazetteer, passage.words[at].key
    if key[0].isdigit() and len(key) >= 4:
        return code_at(passage, at)
    most = min(gazetteer.reach.get(key, 1), len(passage.words) - at)
    for count in range(most, 0, -1):
        mention = _name_at(passage, at, count)
        if mention is not None:
            return mention, count
    few = len(passage.words) <= _SHORT
    if most > 1 and key not in ARTICLES and (few or passage.is_led(at)):
        for count in range(most, 1, -1):
            mention = slip_at(passage, at, count)
            if mention is not None and mention.place is not None:
                return mention, count
    if key in gazetteer.familiar or key in gazetteer.rows:
        return None, 1
    if len(key) < SHORTEST_REPAIR:
        return shortened_at(passage, at), 1
    led, short = passage.is_led(at), few or passage.is_keywords()
    loose = led or (short and passage.key(0) not in ASKING)
    if tailed := tail_at(passage, at, led):
        return tailed, 1
    if loose:
        return slip_at(passage, at, 1), 1
    return clear_slip(passage, at) or shortened_at(passage, at), 1


def _name_at(passage: Passage, at: int, count: int) -> Mention | None:
    gazetteer, words = passage.gazetteer, passage.words[at : at + count]
    key = words[0].key if count == 1 else "".join(word.key for word in words)
    if key not in gazetteer.rows and key not in gazetteer.provinces:
        return None
    if count == 1 and key.endswith(key[-1] * 3):
        return None  # "welll" is no "Well L"
    for left, right in pairwise(words):
        if not _GAP.match(passage.text, left.end, right.start):
            return None
    start, end = words[0].start, words[-1].end
    if count > 1 and not gazetteer.written_apart(key, words[0].key):
        return None
    if key in gazetteer.provinces and _is_province(passage, at, key):
        return Mention(start=start, end=end, province=gazetteer.provinces[key])
    if not counts_as_place(passage, at, count):
        return None
    region = gazetteer.is_region(key)
    return replace(mention_of(start, end, gazetteer.counted(key)), region=region)


def _is_province(passage: Passage, at: int, key: str) -> bool:
    places = passage.gazetteer.counted(key)
    said = passage.key(at - 1) in ("provincie", "province")
    return said or not places or places[0][1] < _CITY
