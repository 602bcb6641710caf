"""Joins a message to what the chat was about: "en in Amersfoort?", "wat kost dat?"."""

import re
from dataclasses import replace
from functools import partial
from itertools import pairwise

from bot.core.lexicon.text import tokens_of
from bot.core.message import Query, Session, Slots
from bot.core.talk.relative_days import relative_days
from bot.core.understanding.understand import Decision, Understanding

# Topics that a bare place, day or theme goes on with; after the others it means: what is there.
GOES_ON = frozenset(
    "find_activity directions is_it_on referral cost sign_up who_for age bring_someone anonymity "
    "accessibility language_spoken first_visit waiting_list sobriety duration residency faith "
    "contact peer_worker not_treatment".split()
)
# What changes with the day: of the others another day asks what there is then.
_BY_DAY = frozenset("find_activity is_it_on cost sign_up bring_someone language_spoken".split())
# What has nothing to do with a theme or whom it is for: one of those asks what there is for it.
_FOR_ALL = frozenset("directions is_it_on contact duration".split())
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
_ANYTHING = frozenset("iets wat something anything".split())
_SAME = frozenset("zelfde hetzelfde same idem".split())
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
# "en mijn zusje van 14?", "and my brother who is 15?"
_SOMEONE_AGED = re.compile(
    r"\W*(?:(?:en|of|ook|and|or)\s+)?(?:mijn|m'n|mn|me|mien|my)\s+[^\W\d]+\s+"
    r"(?:van|is|van net|die|who is|who's|aged)\s+\d{1,2}(?:\s+(?:is|jaar|joar|ook|dan))*\W*\Z",
    re.IGNORECASE,
)
# A word or two that ask the same as a whole question, and the topic of it.
_SOBER = frozenset("nuchter nuchtere sober clean droog drugsvrij".split())
_IS_IT_OK = frozenset(
    "ok oke okay oké fine possible too allowed goed mogelijk mag kan ook".split()
)
_ORDINALS = frozenset("eerste tweede derde vierde laatste first second third last".split())
_AMONG_TWO = frozenset("tweeen tween tweetjes drieen vieren tweej".split())  # "met z'n tweeën"
_USING = frozenset("drink drinkt blow blowt gebruik gebruikt snuif snuift".split())
_SHORT = 6  # words of a message that may tell its days from those of before
_ELLIPTIC = 12  # words of a question that leans on the one before
_LEANING = 0.5  # a topic this much likelier is asked, unless the topic before is likely too
_ASTRAY = 0.6  # the chance from which a message may be about something that is not ours
_BEYOND_DOUBT = 0.8  # the chance from which it surely is
_FAR_LIKELIER = 5  # times the chance of the likeliest topic
_LIKELY_AT_ALL = 0.05  # the chance below which nothing leans on the topic before


def merged(understood: Understanding, session: Session, text: str) -> tuple[Understanding, Query]:
    """What the message means in this chat: its topic, and slots carried over where it has none."""
    before = session.query
    if before.topic is None:
        return understood, Query(topic=understood.topic, slots=understood.slots)
    words = tuple(token.word for token in tokens_of(text) if token.word[0] not in "?!")
    understood = _with_relative_days(understood, session, words)
    if before.topic in GOES_ON:
        topic = _topic_gone_on_with(understood, before.topic, words)
        topic = _asked_in_a_word(understood, before.topic, text, words) or topic
        if topic is not None:
            anew = bool(words) and words[0] not in _OPENINGS
            anew = anew and _seeks_anew(understood.slots, words)
            over = _beside if anew else _over
            slots = over(before.slots, understood.slots)
            return _going_on(understood, topic), Query(topic=topic, slots=slots)
    if _is_of_another_world(understood, words):
        lost = replace(understood, decision=Decision.ABSTAIN, topic=None)
        return lost, Query(topic=None, slots=understood.slots)
    slots = understood.slots
    if slots.place is None and not slots.namesakes and not slots.nearly:
        slots = replace(slots, place=before.slots.place)
        if slots.organisation is None and slots.kind is None and not slots.themes:
            slots = replace(
                slots,
                organisation=before.slots.organisation,
                kind=before.slots.kind,
                themes=before.slots.themes,
                audiences=slots.audiences or before.slots.audiences,
            )
    return understood, Query(topic=understood.topic, slots=slots)


def _with_relative_days(
    understood: Understanding, session: Session, words: tuple[str, ...]
) -> Understanding:
    """A short message that tells its days from those of before, with these days."""
    if session.touched is None or len(words) > _SHORT:
        return understood
    when = relative_days(
        words, understood.slots.when, session.query.slots.when, session.touched.date()
    )
    if when is None:
        return understood
    slots = replace(understood.slots, when=when)
    return replace(understood, slots=slots, continues=understood.decision is not Decision.ANSWER)


def _topic_gone_on_with(
    understood: Understanding, before: str, words: tuple[str, ...]
) -> str | None:
    """The topic that a message without a question of its own goes on with, or None."""
    if words and _seeks_anew(understood.slots, words):
        return "find_activity"  # whatever was asked before
    if understood.continues:
        return _of_slots(understood.slots, before)
    if _is_astray(understood):
        return None  # "hoe laat speelt Ajax zaterdag" names a day of something else
    if _narrows(understood, words):
        return _of_slots(understood.slots, before)
    if understood.decision is not Decision.ANSWER and _asks_for_another(understood.slots, words):
        return "find_activity"
    if words and words[0] in _SAME and understood.topic != "bot_language":
        return before
    if understood.decision is Decision.ANSWER and understood.topic != "bot_language":
        return None
    if understood.topic == "bot_language" and _is_of_the_group(words):
        return "language_spoken"
    if not words or len(words) > _ELLIPTIC or not _leans(words):
        return _held_of(before, words) if _is_about_that(words) else None
    if _is_about_that(words):
        return _held_of(before, words)
    return before if _as_likely(understood, before) else None


def _asked_in_a_word(
    understood: Understanding, before: str, text: str, words: tuple[str, ...]
) -> str | None:
    """The topic of a question that is only a word or an age: "sober?", "en mijn zusje van 14?"."""
    if _AGE.match(text) and not understood.slots.audiences:
        return "age"
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


def _is_astray(understood: Understanding) -> bool:
    """Whether it is far likelier about something that is not ours than about any topic."""
    best = understood.rivals[0][1] if understood.rivals else 0.0
    far = understood.elsewhere >= max(_ASTRAY, _FAR_LIKELIER * best)
    return far and understood.decision is not Decision.ANSWER


def _is_of_another_world(understood: Understanding, words: tuple[str, ...]) -> bool:
    """Whether it is not ours beyond doubt, so that buttons would only be in the way: "1+1="."""
    if understood.decision is not Decision.ASK or not _ORDINALS.isdisjoint(words):
        return False
    best = understood.rivals[0][1] if understood.rivals else 0.0
    slots = understood.slots
    told = slots.themes or slots.audiences or slots.format or slots.place or slots.organisation
    return not told and understood.elsewhere >= max(_BEYOND_DOUBT, _FAR_LIKELIER * best)


def _held_of(before: str, words: tuple[str, ...]) -> str:
    """The topic of "geldt dat ook als …": after a search, who is welcome."""
    return "who_for" if before == "find_activity" and "als" in words[2:6] else before


def _seeks_anew(slots: Slots, words: tuple[str, ...]) -> bool:
    """Whether it is a wish of its own: "iets voor moeders", "is er iets in Emmen"."""
    rest = tuple(word for word in words if word not in _LEADS and word not in _OPENINGS)
    named = bool(slots.kind or slots.themes or slots.audiences)
    if len(rest) > 1 and rest[0] in _SOMETHING and rest[1] in _SOUGHT_FOR and named:
        return True
    if words[0] in _OPENINGS or not (slots.place or slots.namesakes):
        return False  # "en een inloop in Emmen" asks the same of another
    if rest[:2] in _IS_THERE or not _SOMETHING.isdisjoint(rest[:1]):
        return len(words) <= _ELLIPTIC and not _SOMETHING.isdisjoint(rest)
    return named and len(words) <= _SHORT and not _asks(words)  # "inloop Emmen"


def _asks_for_another(slots: Slots, words: tuple[str, ...]) -> bool:
    """Whether it asks if there is one of a kind too: "hebben ze ook een yogagroep"."""
    rest = tuple(word for word in words if word not in _OPENINGS and word not in _LEADS)
    if rest[:2] not in _IS_THERE or len(words) > _ELLIPTIC:
        return False
    named = slots.kind or slots.themes or slots.audiences
    when_or_where = slots.when or slots.place
    return bool(named) or (bool(when_or_where) and rest[-1] in _ONE)


def _narrows(understood: Understanding, words: tuple[str, ...]) -> bool:
    """Whether it only says more of what is sought: "ik zit in Lombok", "liever toch overdag"."""
    slots = understood.slots
    said = replace(slots, organisation=None) != Slots()
    # "alleen voor Amsterdammers?" asks who may come.
    prefers = not _PREFERRING.isdisjoint(words[:2]) and _FOR_WHOM.isdisjoint(words[1:2])
    if prefers and said and understood.decision is not Decision.ANSWER and not _asks(words):
        return len(words) <= _SHORT  # "only evenings please"
    if not words or len(words) > _ELLIPTIC or not (said or prefers) or _asks(words):
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


def _asks(words: tuple[str, ...]) -> bool:
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


def _is_of_the_group(words: tuple[str, ...]) -> bool:
    """Whether a language is asked of the group and not of us: "en in het Pools?", "Farsi?"."""
    if "english" in words and not _IS_IT_OK.isdisjoint(words) and len(words) <= _BARE_LANGUAGE:
        return True
    if not _OF_US.isdisjoint(words):
        return False
    return bool(words) and (len(words) <= _BARE_LANGUAGE or _leans(words))


def _leans(words: tuple[str, ...]) -> bool:
    """Whether a message opens as the rest of an earlier one: "en als …", "ook zonder …"."""
    return words[0] in _OPENINGS


def _is_about_that(words: tuple[str, ...]) -> bool:
    """Whether it asks if what was said holds here too: "geldt dat ook voor wiet?"."""
    opening = words[1:3] if words and words[0] in _OPENINGS else words[:2]
    return len(opening) == 2 and opening[0] in _OF_THAT and opening[1] in _THAT


def _as_likely(understood: Understanding, before: str) -> bool:
    """Whether the topic before is about as likely as the first guess, and likely at all."""
    chances = dict(understood.rivals)
    best = understood.rivals[0][1] if understood.rivals else 1.0
    return chances.get(before, 0.0) >= max(_LEANING * best, _LIKELY_AT_ALL)


def _of_slots(slots: Slots, before: str) -> str:
    """The topic that another place, day or theme asks, after one that may not change with it."""
    if slots.when is not None and slots.place is None and before not in _BY_DAY:
        return "find_activity"
    for_whom = slots.themes or slots.audiences or slots.format
    return "find_activity" if for_whom and before in _FOR_ALL else before


def _going_on(understood: Understanding, topic: str) -> Understanding:
    return replace(
        understood,
        topic=topic,
        decision=Decision.ANSWER,
        told=partial(_why_going_on, understood, topic),
    )


def _why_going_on(understood: Understanding, topic: str) -> tuple[str, ...]:
    """Why it is understood so."""
    return (*understood.because, f"vervolg op {topic}")


def _over(before: Slots, now: Slots) -> Slots:
    """The slots of before with those of now over them; a new place or name replaces the other."""
    named_where = now.place or now.namesakes or now.nearly
    organisation = now.organisation or (None if named_where else before.organisation)
    return Slots(
        place=now.place or (None if named_where or now.organisation else before.place),
        namesakes=now.namesakes,
        nearly=now.nearly,
        when=now.when or before.when,
        kind=now.kind or before.kind,
        themes=now.themes or before.themes,
        audiences=now.audiences or before.audiences,
        format=now.format or (None if now.place else before.format),
        organisation=organisation,
    )


def _beside(before: Slots, now: Slots) -> Slots:
    """The slots of a wish of its own: where and for whom is kept as long as it names no other."""
    slots = now
    if not (now.place or now.namesakes or now.nearly):
        slots = replace(slots, place=before.place)
    if now.kind or now.themes or now.audiences:
        return slots
    return replace(slots, themes=before.themes, audiences=before.audiences)
