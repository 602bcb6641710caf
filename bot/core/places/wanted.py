"""Tells which of the places in a message the activity is wanted in."""

import re
from itertools import pairwise

from bot.core.places.gazetteer import Mention, words_of
from bot.core.places.place_words import (
    ABROAD,
    AS,
    DWELLER,
    FAR,
    HAPPENED,
    HOME,
    INSTITUTIONS,
    LODGING,
    SENDER,
    SOUGHT,
    SPARE,
    STORY,
    TELLERS,
    THERE,
    TRANSPORT,
    WORK,
)

_LOOSE = 7  # words up to which a message tells no story: "rouwwandeling medemblik zat."

_QUESTION = re.compile(
    r"[.!\n\s]*(?:en )?(?:is|zijn|heb|hebben|kan|zit|bestaat)\b[^.!?\n]*\?", re.IGNORECASE
)
# How much a place is wanted.
_LEAST = 1  # where someone works, too far, or "niet in Almere zelf"
_HOME = 2
_NAMED = 3
_ASKED = 4
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
    if _is_elsewhere(before, after, asked):
        return 0
    if not asked and (told := _told(text, mention, before, after)) is not None:
        return told
    if _is_ruled_out(before, after):
        return _LEAST
    if _is_dweller(text, mention, before) or SENDER.intersection(before[-3:]):
        return _HOME
    if "verhuisd" in before:
        return _ASKED if asked or _is_asked_of(text[end:]) else _HOME
    if HOME.intersection(before[-6:]) or HOME.intersection(after):
        return _ASKED if _is_asked_of(text[end:]) else _HOME
    if LODGING.intersection(before):
        return _NAMED
    if SPARE.intersection(_own(after)) and not asked:
        return _HOME
    here = bool(THERE.intersection(before[-2:])) or after[:1] in (["wezen"], ["weze"])
    return _ASKED if asked or here or SOUGHT.intersection(before[-6:]) else _NAMED


def _told(text: str, mention: Mention, before: list[str], after: list[str]) -> int | None:
    """How much is wanted in a place that comes up in a story, or None where it is in none."""
    came = before[-1:] in (["uit"], ["vanuit"]) and "met" in before
    own = "ik" in before and not TRANSPORT.isdisjoint(before)  # "ik kom met de trein uit Goor"
    told = _in_story(text, mention, before, after) and len(words_of(text)) > _LOOSE
    told = told and "nu" not in before[-3:]  # "vroeger in Breda, nu in Goes"
    if not (told or _is_left(before, after) or (came and not own)):
        return None
    if INSTITUTIONS.intersection(before[-3:]):
        return _HOME  # "bij het wijkteam in Delden zeiden ze"
    sought = SOUGHT.intersection(before[-3:]) or before[-2:-1] == ["eten"]
    back = THERE.intersection(word.key for word in words_of(text[_clause(text, mention)[1] :]))
    return _HOME if told and (sought or back) else 0


def _is_left(before: list[str], after: list[str]) -> bool:
    """Whether it is where someone goes away from: "van Assen naar Emmen"."""
    return before[-1:] in (["van"], ["uit"], ["vanuit"]) and after[:1] == ["naar"]


def _is_elsewhere(before: list[str], after: list[str], asked: bool) -> bool:
    """Whether it lies abroad, or is only what somebody moves or the last bus goes to."""
    if ABROAD.intersection(after[:2]) or "grens" in before[-4:]:
        return True
    if before[-2:] == ["verhuizing", "naar"] or ("verhuisd" in before and _is_left(before, after)):
        return True
    return _is_way_home(before) and not asked


def _is_way_home(before: list[str]) -> bool:
    """Whether it is where the last bus goes, and not where something is sought."""
    return before[-1:] == ["naar"] and "laatste" in before and not TRANSPORT.isdisjoint(before)


def _is_asked_of(rest: str) -> bool:
    """Whether the next sentence asks of it: "Ik woon in Goor. Is daar iets?"."""
    asking = _QUESTION.match(rest)
    words = words_of(asking[0]) if asking else ()
    return any(word.key in THERE for word in words)


def _is_ruled_out(before: list[str], after: list[str]) -> bool:
    """Whether it is too far, only where someone works, or "niet in Almere zelf"."""
    too_far = any(pair[1] in FAR for pair in pairwise(after) if pair[0] in ("te", "too"))
    work = WORK.intersection(before[-6:]) and SOUGHT.isdisjoint(before[-2:])
    return too_far or bool(work) or before[-2:-1] == ["niet"]


def _in_story(text: str, mention: Mention, before: list[str], after: list[str]) -> bool:
    """Whether the place only comes up in a story; one that stands between commas does not."""
    apart = text[: mention.start].rstrip().endswith(",") and text[mention.end :].lstrip()[:1] in (
        "",
        ",",
    )
    once = "die" in before and "keer" in before  # "die keer dat ik in Borne uitstapte"
    happened = once or (after[:1] and after[0] in HAPPENED and TELLERS.issuperset(after[1:2]))
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
