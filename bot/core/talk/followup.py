"""Joins a message to what the chat was about: "en in Amersfoort?", "wat kost dat?"."""

from dataclasses import replace
from functools import partial

from bot.core.lexicon.text import tokens_of
from bot.core.message import Query, Session, Slots
from bot.core.talk.leaning import (
    ELLIPTIC,
    SHORT,
    asked_in_a_word,
    asks_for_another,
    has_question,
    held_of,
    is_about_that,
    is_of_the_group,
    leans,
    narrows,
    seeks_anew,
)
from bot.core.talk.relative_days import relative_days
from bot.core.understanding.understand import Decision, Understanding

# Topics that a bare place, day or theme goes on with; after the others it means: what is there.
GOES_ON = frozenset(
    "find_activity directions is_it_on referral cost sign_up who_for age bring_someone anonymity "
    "accessibility language_spoken first_visit waiting_list sobriety duration residency faith "
    "contact peer_worker not_treatment".split()
)
# Topics of a request, that another day or "en …" goes on with: "en doe zondag ook maar".
_REQUESTS = frozenset("remind_me subscribe volunteer professional bot_privacy".split())
_SET_IT = frozenset("zet doe maak".split())  # "zet maar op vrijdag"
# What changes with the day: of the others another day asks what there is then.
_BY_DAY = frozenset("find_activity is_it_on cost sign_up bring_someone language_spoken".split())
# What has nothing to do with a theme or whom it is for: one of those asks what there is for it.
_FOR_ALL = frozenset("directions is_it_on contact duration".split())
_SAME = frozenset("zelfde hetzelfde same idem".split())
_ORDINALS = frozenset("eerste tweede derde vierde laatste first second third last".split())
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
        topic = asked_in_a_word(understood, before.topic, text, words) or topic
        if topic is not None:
            anew = words and not leans(words) and seeks_anew(understood.slots, words)
            slots = (_beside if anew else _over)(before.slots, understood.slots)
            return _going_on(understood, topic), Query(topic=topic, slots=slots)
    elif words and _requests_more(understood, before.topic, words):
        slots = _over(before.slots, understood.slots)
        return _going_on(understood, before.topic), Query(topic=before.topic, slots=slots)
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
    if session.touched is None or len(words) > SHORT:
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
    if words and seeks_anew(understood.slots, words):
        return "find_activity"  # whatever was asked before
    if understood.continues:
        return _of_slots(understood.slots, before)
    if _is_astray(understood):
        return None  # "hoe laat speelt Ajax zaterdag" names a day of something else
    if narrows(understood, words):
        return _of_slots(understood.slots, before)
    if understood.decision is not Decision.ANSWER and asks_for_another(understood.slots, words):
        return "find_activity"
    if words and words[0] in _SAME and understood.topic != "bot_language":
        return before
    if understood.decision is Decision.ANSWER and understood.topic != "bot_language":
        return None
    if understood.topic == "bot_language" and is_of_the_group(words):
        return "language_spoken"
    if not words or len(words) > ELLIPTIC or not leans(words):
        return held_of(before, words) if is_about_that(words) else None
    if is_about_that(words):
        return held_of(before, words)
    return before if _as_likely(understood, before) else None


def _requests_more(understood: Understanding, before: str, words: tuple[str, ...]) -> bool:
    """Whether it goes on with a request: of another day, or as the rest of it."""
    if before not in _REQUESTS or len(words) > ELLIPTIC:
        return False
    undecided = understood.decision is not Decision.ANSWER
    if before == "remind_me" and words[0] in _SET_IT and understood.slots.when is not None:
        return True
    if understood.continues and before != "bot_privacy":
        return leans(words) or (before == "remind_me" and understood.slots.when is not None)
    named = understood.slots.when is not None and leans(words) and not has_question(words)
    return undecided and leans(words) and (named or _as_likely(understood, before))


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
