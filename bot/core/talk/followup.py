"""Joins a message to what the chat was about: "en in Amersfoort?", "wat kost dat?"."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.core.lexicon.text import tokens_of
from bot.core.message import Query, Session, Slots
from bot.core.talk.asked_in_a_word import asked_in_a_word
from bot.core.talk.continuing import SEARCH, Leaning
from bot.core.talk.correcting import put_right
from bot.core.talk.leaning import asks_whole
from bot.core.talk.relative_days import relative_days
from bot.core.understanding.brain import Brain
from bot.core.understanding.guess import ELSEWHERE
from bot.core.understanding.understand import Decision, Understanding, understand

# Topics that a place, a day or a person can be asked of.
GOES_ON = frozenset(
    "find_activity directions is_it_on referral cost sign_up who_for age bring_someone anonymity "
    "accessibility language_spoken first_visit waiting_list sobriety duration residency faith "
    "contact peer_worker not_treatment".split()
)
# Topics of a request, in which another day or place can be put right.
_REQUESTS = frozenset("remind_me subscribe volunteer professional".split())
_EXPLAINING = "what_is"
_SOBER = "sobriety"
_OPENINGS = frozenset("en of ook maar and or also but und oder unn".split())
# What is said before the question begins: "oh maar is er iets in Emmen".
_LEADS = frozenset(
    "o oh oo ah ach hm hmm ok oke oké okay ja jao nee nou hé he hey dus dan well yes no so".split()
)
_SOMETHING = frozenset("iets iet something anything".split())
_SOUGHT_FOR = frozenset("voor vr veur vur met mit over tegen for with about".split())
_SAYING_WHAT = 3  # the first words, which say that something is sought
_FEW = 6  # words of a message that may tell its days from those of before
_PLACE = "place"  # what may have been asked back
_OFFERED = 3  # topics
_LOST = 0.1  # the chance below which a topic is not even asked about,
_ASTRAY = 0.6  # and that of what is not ours above which none is,
_LEANING = 0.5  # without weights: a topic this much likelier is asked, unless …
_LIKELY_AT_ALL = 0.05  # … the topic before is likely too


def understood_after(text: str, session: Session, now: datetime, brain: Brain) -> Understanding:
    """A message by itself, but with what it puts right and the days it counts from before."""
    understood = understand(text, now, brain)
    if session.query.topic is None:
        return understood
    meant = put_right(text)
    if meant:
        instead = understand(meant, now, brain)
        if instead.continues:
            return replace(instead, corrects=True, language=understood.language)
    return _with_relative_days(understood, session, text)


def merged(
    alone: Understanding, session: Session, leaning: Leaning | None, text: str
) -> tuple[Understanding, Query]:
    """What the message means in this chat: its topic, and slots carried over where it has none.

    Without weights only the plainest follow-ups are told.
    """
    before = session.query
    if before.topic is None:
        return alone, Query(topic=alone.topic, slots=alone.slots)
    understood = alone
    bare = None
    if before.topic in GOES_ON | _REQUESTS:
        bare = asked_in_a_word(alone, before.topic, text)
    if bare is not None:
        understood = _going_on(alone, bare)
        return understood, Query(topic=bare, slots=_over(before.slots, alone.slots))
    if not _stands_alone(alone, session.awaiting):
        understood = _in_this_chat(alone, before.topic, leaning)
    if understood.topic is None:
        return understood, Query(topic=None, slots=_as_before(before.slots, alone.slots))
    return understood, Query(topic=understood.topic, slots=_slots(alone, understood.topic, before))


def _stands_alone(alone: Understanding, awaiting: str) -> bool:
    """Whether it means the same after any question.

    It says nothing, asks a whole question, or may be the place that was asked for.
    """
    named = awaiting == _PLACE and alone.brief and not alone.continues
    return not alone.chances or named or (asks_whole(alone) and not alone.corrects)


def _in_this_chat(alone: Understanding, before: str, leaning: Leaning | None) -> Understanding:
    """The topic that is asked after this one, and how sure that is."""
    if alone.corrects:
        topic = before if before in GOES_ON | _REQUESTS else SEARCH
        return _going_on(alone, topic)
    if alone.continues and _searches(alone, before):
        return _going_on(alone, SEARCH)
    if leaning is None:
        return _going_on(alone, before) if _goes_on_plainly(alone, before) else alone
    return _weighed(alone, before, leaning)


def _weighed(alone: Understanding, before: str, leaning: Leaning) -> Understanding:
    """What is asked by the fitted weights: answered, asked about, or not ours."""
    chances = leaning.chances(alone, before)
    elsewhere = dict(chances)[ELSEWHERE]
    topics = tuple((topic, round(each, 3)) for topic, each in chances if topic != ELSEWHERE)
    topic, chance = topics[0]
    decision = Decision.ANSWER if chance >= leaning.sure else Decision.ASK
    astray = elsewhere >= _ASTRAY or (elsewhere > chance and alone.topic is None)
    if chance < _LOST or astray:
        decision = Decision.ABSTAIN
    return replace(
        alone,
        decision=decision,
        topic=None if decision is Decision.ABSTAIN else topic,
        score=chance,
        rivals=topics[:_OFFERED],
        elsewhere=round(elsewhere, 3),
        told=partial(_why, alone, before, topics[0], topics[1], leaning),
    )


def _goes_on_plainly(alone: Understanding, before: str) -> bool:
    """Whether it names a place or a day and no more, or opens with "en" and is as likely that."""
    if before not in GOES_ON or alone.continues:
        return before in GOES_ON
    chances, best = dict(alone.rivals), alone.rivals[0][1]
    likely = chances.get(before, 0.0) >= max(_LEANING * best, _LIKELY_AT_ALL)
    return likely and alone.decision is not Decision.ANSWER and alone.words[0] in _OPENINGS


def _slots(alone: Understanding, topic: str, before: Query) -> Slots:
    """What is named, with what the question before named where this one goes on with it."""
    own = asks_whole(alone) and alone.topic == topic
    if own or topic not in (before.topic, SEARCH):
        return _as_before(before.slots, _without_state(alone.slots, topic))
    if alone.corrects:
        return _put_right(before.slots, alone.slots)
    return (_beside if _seeks_anew(alone) else _over)(before.slots, alone.slots)


def _as_before(before: Slots, now: Slots) -> Slots:
    """The slots of a question of its own, at the place and of the kind of before."""
    if now.place is not None or now.namesakes or now.nearly:
        return now
    slots = replace(now, place=before.place)
    if slots.organisation is None and slots.kind is None and not slots.themes:
        slots = replace(
            slots, organisation=before.organisation, kind=before.kind, themes=before.themes
        )
    return slots


def _without_state(now: Slots, topic: str) -> Slots:
    """What is named, without what somebody has taken: "mag ik komen als ik gedronken heb"."""
    return replace(now, themes=()) if topic == _SOBER else now


def _searches(alone: Understanding, before: str) -> bool:
    """Whether a place, a day or a kind alone asks what there is, whatever was asked before.

    After "bedankt" it does; after "wat is een inloop" another kind asks what that is.
    """
    if before in _REQUESTS:
        return False
    if before in GOES_ON:
        return _seeks_anew(alone)
    slots = alone.slots
    return before != _EXPLAINING or bool(slots.place or slots.namesakes or slots.when)


def _seeks_anew(alone: Understanding) -> bool:
    """Whether it is a wish of its own: "iets voor moeders", "is er iets in Emmen"."""
    slots, words = alone.slots, alone.words
    rest = tuple(word for word in words if word not in _LEADS and word not in _OPENINGS)
    named = bool(slots.kind or slots.themes or slots.audiences)
    if len(rest) > 1 and rest[0] in _SOMETHING and rest[1] in _SOUGHT_FOR and named:
        return True
    if words[0] in _OPENINGS or not (slots.place or slots.namesakes):
        return False  # "en een inloop in Emmen" asks the same of another
    return not _SOMETHING.isdisjoint(rest[:_SAYING_WHAT]) or (named and alone.continues)


def _with_relative_days(understood: Understanding, session: Session, text: str) -> Understanding:
    """A short message that tells its days from those of before, with these days."""
    words = tuple(token.word for token in tokens_of(text) if token.word[0] not in "?!")
    if session.touched is None or len(words) > _FEW:
        return understood
    when = relative_days(
        words, understood.slots.when, session.query.slots.when, session.touched.date()
    )
    if when is None:
        return understood
    slots = replace(understood.slots, when=when)
    return replace(understood, slots=slots, continues=understood.decision is not Decision.ANSWER)


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


def _why(
    alone: Understanding,
    before: str,
    best: tuple[str, float],
    second: tuple[str, float],
    leaning: Leaning,
) -> tuple[str, ...]:
    """Why it is understood so after this question: which marks say most for it or against it."""
    marks = leaning.reasons(alone, before, best[0])
    told = f"na {before}: {best[0]} {best[1]:.2f}; daarna {second[0]} {second[1]:.2f}"
    said = ", ".join(f"{name} {points:+.2f}" for name, points in marks)
    return (*alone.because, told, *([f"voor {best[0]}: {said}"] if said else []))


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


def _put_right(before: Slots, now: Slots) -> Slots:
    """The slots of before with those of now instead; only another place lets a name go."""
    slots = _over(before, now)
    if now.organisation and not (now.place or now.namesakes or now.nearly):
        return replace(slots, place=before.place, namesakes=before.namesakes)
    return slots
