"""The questions of a word or an age, and "geldt dat ook": they need no weights to be told."""

import re
from dataclasses import replace

from bot.core.message import Slots
from bot.core.understanding.understand import Understanding

# After one of those someone's age asks whether they may come.
_WELCOMING = frozenset("find_activity is_it_on who_for age sign_up first_visit".split())
_OPENINGS = frozenset("en of ook maar and or also but und oder unn".split())
_FOR_WHOM = frozenset("voor vr veur vur met mit over tegen for with about".split())
_ON_DAYS = frozenset(("find_activity", "is_it_on"))
# "vrijdag kan ook" says another day that suits, "vrijdag ook iets" asks what there is.
_OTHERWISE = frozenset("kan ken mag goed prima iets iet wat een eentje liever of daar".split())
_SOBER = frozenset("nuchter nuchtere sober clean droog drugsvrij".split())
_IS_IT_OK = frozenset(
    "ok oke okay oké fine possible too allowed goed mogelijk mag kan ook".split()
)
_AMONG_TWO = frozenset("tweeen tween tweetjes drieen drietjes vieren tweej".split())
_SET_IT = frozenset("zet doe maak".split())  # "zet maar op vrijdag"
_HOLDS = frozenset(("geldt", "gelt", "geld", "telt", "does", "applies"))
_THAT = frozenset(("dat", "da", "die", "dit", "het", "t", "that", "this", "hetzelfde"))
_AGE = re.compile(
    r"\W*(?:(?:en|of|ook|is dat|is het)\s)?\s*\d\d\s?(?:\+|-?\s?plus)\W*\Z", re.IGNORECASE
)
# "en onder de 18?", "ook ouder dan 60?"
_BEYOND_AGE = re.compile(
    r"\W*(?:(?:en|of|ook|maar)\s+)*(?:onder|boven|vanaf|tot|jonger dan|ouder dan)\s+(?:de\s+)?\d\d"
    r"(?:\s+(?:jaar|joar|ook|dan|mag|kan|dat))*\W*\Z",
    re.IGNORECASE,
)
# "en mijn zusje van 14?", "and my brother who is 15?"
_SOMEONE_AGED = re.compile(
    r"\W*(?:(?:en|of|ook|and|or)\s+)?(?:mijn|m'n|mn|me|mien|my)\s+[^\W\d]+\s+"
    r"(?:van|is|van net|die|who is|who's|aged)\s+\d{1,2}(?:\s+(?:is|jaar|joar|ook|dan))*\W*\Z",
    re.IGNORECASE,
)
_SHORT = 6  # words


def asked_in_a_word(understood: Understanding, before: str, text: str) -> str | None:
    """The topic of a question that is only a word or an age; None where it says more."""
    words = tuple(word for word in understood.words if word[0] not in "?!")
    rest = [word for word in words if word not in _OPENINGS]
    if before == "remind_me":
        return before if words[:1] and words[0] in _SET_IT and understood.slots.when else None
    if (_AGE.match(text) and not understood.slots.audiences) or _BEYOND_AGE.match(text):
        return "age"
    if before in _WELCOMING and _SOMEONE_AGED.match(text):
        return "age"
    if rest[:1] == ["met"] and rest[-1] in _AMONG_TWO:
        return "bring_someone"
    if rest and set(rest) <= _SOBER | _IS_IT_OK and not _SOBER.isdisjoint(rest):
        return "sobriety"
    if words[-2:] == ("daar", "ook"):  # "ik kom ook in Goes, daar ook?"
        return before
    opening = rest[:2]
    if len(opening) == 2 and opening[0] in _HOLDS and opening[1] in _THAT:
        # After a search "geldt dat ook als …" asks who is welcome.
        return "who_for" if before == "find_activity" and "als" in rest[2:6] else before
    return _also(understood, before, words)


def _also(understood: Understanding, before: str, words: tuple[str, ...]) -> str | None:
    """The topic of "ook mannen?", who may come to what was found, and "zaterdag ook?"."""
    if "ook" not in words or len(words) > _SHORT or not understood.continues:
        return None
    slots = understood.slots
    # "Ook voor mannen?" after the price asks the price for them.
    bare = before == "find_activity" or _FOR_WHOM.isdisjoint(words)
    only_whom = replace(slots, audiences=()) == Slots()
    if only_whom and slots.audiences and words[0] == "ook" and bare:
        return "who_for"
    said = replace(slots, when=None, kind=None if "open" in words else slots.kind)
    if said != Slots() or slots.when is None or slots.when.start is None:
        return None
    return "is_it_on" if before in _ON_DAYS and _OTHERWISE.isdisjoint(words) else None
