"""Joins a message to what the chat was about: "en in Amersfoort?", "wat kost dat?"."""

from dataclasses import replace
from functools import partial

from bot.core.message import Query, Session, Slots
from bot.core.understanding.understand import Decision, Understanding

# Topics that a bare place, day or theme goes on with; after the others it means: what is there.
GOES_ON = frozenset(
    "find_activity directions is_it_on referral cost sign_up who_for age bring_someone anonymity "
    "accessibility language_spoken first_visit waiting_list sobriety duration residency faith "
    "contact peer_worker not_treatment".split()
)


def merged(understood: Understanding, session: Session, text: str) -> tuple[Understanding, Query]:
    """What the message means in this chat: its topic, and slots carried over where it has none."""
    before = session.query
    if before.topic is None:
        return understood, Query(topic=understood.topic, slots=understood.slots)
    if understood.continues and before.topic in GOES_ON:
        slots = _over(before.slots, understood.slots)
        going_on = replace(
            understood,
            topic=before.topic,
            decision=Decision.ANSWER,
            told=partial(_going_on, understood, before.topic),
        )
        return going_on, Query(topic=before.topic, slots=slots)
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


def _going_on(understood: Understanding, topic: str) -> tuple[str, ...]:
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
