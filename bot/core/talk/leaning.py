"""Tells what a message does to the question before it: goes on, narrows it, or begins anew."""

import re
from dataclasses import replace
from itertools import pairwise

from bot.core.message import Slots
from bot.core.understanding.understand import Decision, Understanding

# After one of those someone's age asks whether they may come.
_WELCOMING = frozenset("find_activity is_it_on who_for age sign_up first_visit".split())

_OPENINGS = frozenset("en of ook maar and or also but und oder unn".split())
# What is said before the question begins: "oh maar is die niet verzet".
_LEADS = frozenset(
    "o oh oo ah ach hm hmm ok oke oké okay ja jao nee nou hé he hey dus dan well yes no so".split()
)
_OF_THAT = frozenset(("geldt", "gelt", "geld", "telt", "does", "applies"))  # "geldt dat ook voor"
_THAT = frozenset(("dat", "da", "die", "dit", "het", "t", "that", "this", "hetzelfde"))
_IS = frozenset("is mag does".split())
_THIS = frozenset("dat da die this that".split())
_IS_THERE = frozenset(
    tuple(pair.split())
    for pair in (
        "is er",
        "is dr",
        "is der",
        "is daar",
        "zijn er",
        "zijn daar",
        "hebben ze",
        "hebben jullie",
        "heb je",
        "heb jij",
        "bestaat er",
        "is there",
        "are there",
    )
)
_DO_YOU_KNOW = frozenset(
    (knows, who) for knows in ("weet", "weten") for who in ("je", "jij", "jullie", "u", "iemand")
)
_ONE = frozenset("eentje een ene iets wat one something".split())
_SOMETHING = frozenset("iets iet something anything".split())
_SOUGHT_FOR = frozenset("voor vr veur vur met mit over tegen for with about".split())
_ANYTHING = _SOMETHING | {"wat"}
_OF_TOWN = frozenset("ingeschreven gemeente inwoner briefadres registered".split())
_QUESTIONS = frozenset(
    "hoe wat waar waarom wie welke wanneer hoeveel hoelang mag moet mot moeten nodig kost how "
    "what "
    "where who when which why may must need mee meenemen opgeven aanmelden herinner zet stuur "
    "hoelaat woar wo hoo".split()
)
_MAY = frozenset(
    "kan kun kunnen ken is zijn heb hebben heeft gaat gaan wil zou doen krijg word wordt komt kom "
    "ben zitten staan komen can could is are do does has have will".split()
)
_ALSO_GOOD = frozenset((("mag", "ook"), ("kan", "ook"), ("ook", "goed"), ("ook", "prima")))
_PARTICLES = frozenset("hoor wel he trouwens natuurlijk though".split())
_FOR_WHOM = frozenset(("voor", "vr", "veur", "for"))
_CAN = frozenset(("kan", "ken", "kin"))
_PREFERRING = frozenset(
    "only alleen enkel liever liefst leever rather prefer preferably desnoods".split()
)
# What a message that says more of what is sought may be taken for.
_TAKEN_FOR = frozenset(
    "find_activity residency who_for age directions sign_up first_visit what_is accessibility "
    "cost "
    "not_treatment faith volunteer duration waiting_list sobriety bring_someone is_it_on contact "
    "greeting thanks about_bot language_spoken peer_worker".split()
)
_OF_US = frozenset(
    "pls plz "
    "je jij jullie u graag aub please you your antwoord schrijf praat spreek kun kan answer write "
    "speak switch english".split()
)
_BARE_LANGUAGE = 2  # words
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
_ON_DAYS = frozenset(("find_activity", "is_it_on"))
# "vrijdag kan ook" says another day that suits, "vrijdag ook iets" asks what there is.
_OTHERWISE = frozenset("kan ken mag goed prima iets iet wat een eentje liever of daar".split())
# A word or two that ask the same as a whole question, and the topic of it.
_SOBER = frozenset("nuchter nuchtere sober clean droog drugsvrij".split())
_IS_IT_OK = frozenset(
    "ok oke okay oké fine possible too allowed goed mogelijk mag kan ook".split()
)
_AMONG_TWO = frozenset("tweeen tween tweetjes drieen vieren tweej".split())  # "met z'n tweeën"
_USING = frozenset("drink drinkt blow blowt gebruik gebruikt snuif snuift".split())
SHORT = 6  # words of a message that may tell its days from those of before
ELLIPTIC = 12  # words of a question that leans on the one before


def asked_in_a_word(
    understood: Understanding, before: str, text: str, words: tuple[str, ...]
) -> str | None:
    """The topic of a question that is only a word or an age: "sober?", "en mijn zusje van 14?"."""
    if (_AGE.match(text) and not understood.slots.audiences) or _BEYOND_AGE.match(text):
        return "age"
    if topic := _also(understood, before, words):
        return topic
    if before in _WELCOMING and _SOMEONE_AGED.match(text):
        return "age"
    rest = [word for word in words if word not in _OPENINGS]
    if rest[:1] == ["met"] and rest[-1] in _AMONG_TWO:
        return "bring_someone"
    if rest[:2] in (["als", "ik"], ["als", "je"]) and not _USING.isdisjoint(rest[2:]):
        return "sobriety"  # "en als ik nog drink"
    if rest and set(rest) <= _SOBER | _IS_IT_OK and not _SOBER.isdisjoint(rest):
        return "sobriety"
    return None


def _also(understood: Understanding, before: str, words: tuple[str, ...]) -> str | None:
    """The topic of "ook mannen?", who may come to what was found, and "zaterdag ook?"."""
    if "ook" not in words or len(words) > SHORT or not understood.continues:
        return None
    slots = understood.slots
    only_whom = replace(slots, audiences=()) == Slots()
    # "Ook voor mannen?" after the price asks the price for them.
    bare = before == "find_activity" or _SOUGHT_FOR.isdisjoint(words)
    if only_whom and slots.audiences and words[0] == "ook" and bare:
        return "who_for"
    said = replace(slots, when=None, kind=None if "open" in words else slots.kind)
    if said != Slots() or slots.when is None or slots.when.start is None:
        return None
    is_on = before in _ON_DAYS and _OTHERWISE.isdisjoint(words)
    return "is_it_on" if is_on else None


def held_of(before: str, words: tuple[str, ...]) -> str:
    """The topic of "geldt dat ook als …": after a search, who is welcome."""
    return "who_for" if before == "find_activity" and "als" in words[2:6] else before


def seeks_anew(slots: Slots, words: tuple[str, ...]) -> bool:
    """Whether it is a wish of its own: "iets voor moeders", "is er iets in Emmen"."""
    rest = tuple(word for word in words if word not in _LEADS and word not in _OPENINGS)
    named = bool(slots.kind or slots.themes or slots.audiences)
    if len(rest) > 1 and rest[0] in _SOMETHING and rest[1] in _SOUGHT_FOR and named:
        return True
    if words[0] in _OPENINGS or not (slots.place or slots.namesakes):
        return False  # "en een inloop in Emmen" asks the same of another
    if rest[:2] in _IS_THERE or not _SOMETHING.isdisjoint(rest[:1]):
        return len(words) <= ELLIPTIC and not _SOMETHING.isdisjoint(rest)
    return named and len(words) <= SHORT and not has_question(words)  # "inloop Emmen"


def asks_for_another(slots: Slots, words: tuple[str, ...]) -> bool:
    """Whether it asks if there is one of a kind too: "hebben ze ook een yogagroep"."""
    rest = tuple(word for word in words if word not in _OPENINGS and word not in _LEADS)
    if rest[:2] not in _IS_THERE or len(words) > ELLIPTIC:
        return False
    named = slots.kind or slots.themes or slots.audiences
    when_or_where = slots.when or slots.place
    return bool(named) or (bool(when_or_where) and rest[-1] in _ONE)


def narrows(understood: Understanding, words: tuple[str, ...]) -> bool:
    """Whether it only says more of what is sought: "ik zit in Lombok", "liever toch overdag"."""
    slots = understood.slots
    said = replace(slots, organisation=None) != Slots()
    # "alleen voor Amsterdammers?" asks who may come.
    prefers = not _PREFERRING.isdisjoint(words[:2]) and _FOR_WHOM.isdisjoint(words[1:2])
    if prefers and said and understood.decision is not Decision.ANSWER and not has_question(words):
        return len(words) <= SHORT  # "only evenings please"
    if not words or len(words) > ELLIPTIC or not (said or prefers) or has_question(words):
        return False
    if understood.decision is not Decision.ANSWER:
        if understood.topic == "thanks" and replace(slots, when=None) == Slots():
            return False  # "dank je, tot dinsdag"
        return understood.topic is None or understood.topic in _TAKEN_FOR
    where, form = slots.place or slots.namesakes, slots.format
    lives = where and _OF_TOWN.isdisjoint(words)  # "ingeschreven in" asks whether one may come
    someone = slots.audiences and words[0] in _ANYTHING
    told = {
        "residency": lives,
        "age": slots.audiences,
        "contact": form,
        "directions": where,
        "who_for": someone,  # "iets voor moeders"
    }
    return bool(told.get(understood.topic or ""))


def has_question(words: tuple[str, ...]) -> bool:
    """Whether a message has a question of its own."""
    if words[-1:] and words[-1] in _PARTICLES:
        words = words[:-1]
    if words[-2:] in _ALSO_GOOD:
        words = words[:-2]  # "of een wandeling, dat mag ook" says what else it may be
    if not words or not _QUESTIONS.isdisjoint(words):
        return bool(words)
    if any(one in _IS and two in _THIS for one, two in pairwise(words[1:])):
        return True  # "ik woon in Goor, is dat erg", "die cursus, is die lang"
    if words[0] in _CAN and words[1:2] == ("ook",):
        return False  # "kan ook in een ander dorp" says where else it may be
    rest = [word for word in words if word not in _OPENINGS and word not in _LEADS][:2]
    if tuple(rest) in _DO_YOU_KNOW:
        return True  # "weet jij of Enik zaterdag open is"
    if len(rest) == 2 and rest[0] in _MAY and rest[1] in _THAT:
        return False  # "kan het ook 's avonds" is the same in the evening
    return not _MAY.isdisjoint(rest[:1])


def is_of_the_group(words: tuple[str, ...]) -> bool:
    """Whether a language is asked of the group and not of us: "en in het Pools?", "Farsi?"."""
    if "english" in words and not _IS_IT_OK.isdisjoint(words) and len(words) <= _BARE_LANGUAGE:
        return True
    if not _OF_US.isdisjoint(words):
        return False
    return bool(words) and (len(words) <= _BARE_LANGUAGE or leans(words))


def leans(words: tuple[str, ...]) -> bool:
    """Whether a message opens as the rest of an earlier one: "en als …", "ook zonder …"."""
    return words[0] in _OPENINGS


def is_about_that(words: tuple[str, ...]) -> bool:
    """Whether it asks if what was said holds here too: "geldt dat ook voor wiet?"."""
    opening = words[1:3] if words and words[0] in _OPENINGS else words[:2]
    return len(opening) == 2 and opening[0] in _OF_THAT and opening[1] in _THAT
