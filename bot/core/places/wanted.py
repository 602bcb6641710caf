"""Tells which of the places in a message the activity is wanted in."""

import re
from itertools import pairwise

from bot.core.places.gazetteer import Mention, words_of
from bot.core.places.place_words import (
    AS,
    DWELLER,
    HAPPENED,
    HOME,
    LODGING,
    SENDER,
    SOUGHT,
    SPARE,
    STORY,
    TELLERS,
    THERE,
)

_LOOSE = 7  # words up to which a message tells no story: "rouwwandeling medemblik zat."

_CLAUSE = re.compile(r"[.?!;\n]+|\bmaar\b|\bdus\b|\bwant\b|\bbut\b|\baber\b", re.IGNORECASE)


def wanted_place(text: str, mentions: tuple[Mention, ...]) -> Mention | None:
    """The place where the activity is wanted, else the first named or the home town.

    A town that only comes up in a story ("waar mijn opa zat") does not count.
    """
    named = [m for m in mentions if m.place or m.namesakes or m.nearly]
    if not named:
        return None
    sure = [m for m in named if not m.nearly] or named
    towns = [m for m in sure if not m.region] or sure
    told = _told_of_there(text, towns)
    if told is not None:
        return told
    rank, first = max((_wish(text, mention), -n) for n, mention in enumerate(towns))
    return towns[-first] if rank else None


def _told_of_there(text: str, towns: list[Mention]) -> Mention | None:
    """The last of two towns, where what follows asks of "daar" and names none itself."""
    if len(towns) < 2:
        return None
    after = {word.key for word in words_of(text[towns[-1].end :])}
    before = [word.key for word in words_of(text[towns[-2].end : towns[-1].start])]
    contrast = "maar" in before or "but" in before
    return towns[-1] if contrast and THERE & after else None


def _wish(text: str, mention: Mention) -> int:
    """How much the words around a place say that something is wanted there; 0 is not at all."""
    start, end = _clause(text, mention)
    before = [word.key for word in words_of(text[start : mention.start])][-9:]
    after = [word.key for word in words_of(text[mention.end : end])][:5]
    asked = text[end : end + 1] == "?"
    came = bool(before) and before[-1] in ("uit", "vanuit") and "met" in before
    left = bool(before) and before[-1] in ("van", "uit", "vanuit") and after[:1] == ["naar"]
    now = "nu" in before[-3:]  # "vroeger in Breda, nu in Goes"
    told = _in_story(text, mention, before, after) and len(words_of(text)) > _LOOSE
    if not asked and (came or left or (not now and told)):
        sought = SOUGHT.intersection(before[-3:]) or before[-2:-1] == ["eten"]
        back = THERE.intersection(word.key for word in words_of(text[end:]))
        return 1 if told and (sought or back) else 0
    if _is_dweller(text, mention, before) or SENDER.intersection(before[-3:]):
        return 1
    if HOME.intersection(before[-6:]) or HOME.intersection(after):
        return 1
    if LODGING.intersection(before):
        return 2
    if SPARE.intersection(_own(after)) and not asked:
        return 1
    return 3 if asked or SOUGHT.intersection(before[-6:]) else 2


def _in_story(text: str, mention: Mention, before: list[str], after: list[str]) -> bool:
    """Whether the place only comes up in a story; one that stands between commas does not."""
    apart = text[: mention.start].rstrip().endswith(",") and text[mention.end :].lstrip()[:1] in (
        "",
        ",",
    )
    happened = after[:1] and after[0] in HAPPENED and TELLERS.issuperset(after[1:2])
    return not apart and bool(STORY.intersection(before + after) or happened)


def _is_dweller(text: str, mention: Mention, before: list[str]) -> bool:
    """Whether it names who lives there: "als Meppelder", "een echte Amsterdammer"."""
    name = mention.place.name.lower() if mention.place else ""
    written = text[mention.start : mention.end].lower()
    grown = written.endswith(DWELLER) and written != name and len(written) > len(name)
    return grown and bool(before) and before[-1] in AS


def _own(after: list[str]) -> list[str]:
    """The words after a place up to "of anders", which is said of the next one."""
    for at, (word, following) in enumerate(pairwise(after)):
        if word in ("of", "or", "oder") and following in SPARE:
            return after[:at]
    return after


def _clause(text: str, mention: Mention) -> tuple[int, int]:
    start, end = 0, len(text)
    for stop in _CLAUSE.finditer(text):
        if stop.end() <= mention.start:
            start = stop.end()
        elif stop.start() >= mention.end:
            return start, stop.start()
    return start, end
