"""The towns that a misspelt word or a word with a tail may stand for."""

from collections.abc import Iterator

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.core.message import Place
from bot.core.places.gazetteer import SHORTEST_REPAIR, Gazetteer, bucket
from bot.core.places.place_words import ARABIC_HEADS, CYRILLIC_TAILS, TAILS

_REMEMBERED = 4_000  # words
LONG = 8  # letters from which two slips may be mended


def stems_of(key: str, led: bool) -> Iterator[str]:
    """What is left of a word without the tail or head of its language."""
    if key.isascii():
        for tail, instead, least in TAILS:
            if (led or tail == "se") and key.endswith(tail):
                stem = key[: -len(tail)] + instead
                if len(stem) >= least:
                    yield stem
    elif key[0] in ARABIC_HEADS:
        yield key[1:]
    elif key[-1] in CYRILLIC_TAILS:
        yield key[:-1]


def close_names(key: str, gazetteer: Gazetteer) -> list[tuple[str, int, int]]:
    """Keys a slip or two away with the slips and the inhabitants, best first, one a place."""
    close = gazetteer.close.get(key)
    if close is None:
        if len(gazetteer.close) >= _REMEMBERED:
            gazetteer.close.clear()
        close = gazetteer.close[key] = _close_names(key, gazetteer)
    return close


def _close_names(key: str, gazetteer: Gazetteer) -> list[tuple[str, int, int]]:
    most = 1 if len(key) < LONG else 2
    found = []
    for length in range(max(len(key) - most, SHORTEST_REPAIR), len(key) + most + 1):
        known = gazetteer.buckets.get(bucket(key[0], length), ())
        close = extract(key, known, scorer=OSA.distance, score_cutoff=most, limit=None)
        for name, slips, _ in close:
            if name not in gazetteer.manners:
                found.append((name, int(slips), gazetteer.counted(name)[0]))
    found.sort(key=lambda one: (one[1], -one[2][1], -len(one[0]), one[0]))
    names: dict[Place, tuple[str, int, int]] = {}
    for name, slips, (place, size) in found:
        names.setdefault(place, (name, slips, size))
    return list(names.values())
