"""The funnel: from one message and what is remembered of the chat to what is said and remembered.

The first step that is sure wins: what cannot be read → button → safety → command → what was asked
back → the topic and its slots → asking back → saying that it is not understood.
"""

from dataclasses import replace
from datetime import timedelta

from bot.core.message import Matter, Message, Query, Session
from bot.core.programme.search import NEARBY, search
from bot.core.reply import Reply
from bot.core.safety.reply import safety_bubbles
from bot.core.safety.screen import Screening, screen
from bot.core.talk.commands import command_in
from bot.core.talk.followup import GOES_ON, merged, understood_after
from bot.core.talk.outcome import Outcome, Scene
from bot.core.talk.steps.choice import chosen_by_number, pressed
from bot.core.talk.steps.closing import fixed
from bot.core.talk.steps.command import commanded
from bot.core.talk.steps.language import SPOKEN, foreign, language_of_answer
from bot.core.talk.steps.place import (
    at_position,
    is_only_place,
    is_unknown_place,
    place_given,
    place_unknown,
)
from bot.core.talk.steps.topic import asked_back, not_understood, topic_answered
from bot.core.understanding.understand import Decision, Understanding

REMEMBERED = timedelta(minutes=30)
_UNREADABLE = {
    Matter.VOICE: "spraakbericht",
    Matter.STICKER: "sticker",
    Matter.OTHER: "onbekend-bericht",
}


def respond(scene: Scene, session: Session, message: Message) -> Outcome:
    """Decides what to say to one message."""
    session = fresh(session, scene)
    if message.matter is Matter.BUTTON:
        return pressed(scene, session, message)
    if message.matter is Matter.POSITION and message.lat is not None and message.lon is not None:
        return at_position(scene, session, message.lat, message.lon)
    text = message.text.strip()
    if not text:
        key = _UNREADABLE.get(message.matter, "leeg-bericht")
        key = "foto" if message.matter is Matter.PICTURE else key
        return fixed(scene, session, key)
    return _typed(scene, session, text)


def fresh(session: Session, scene: Scene) -> Session:
    """The session as it may still be remembered: empty after half an hour."""
    if session.touched is None or abs(scene.now - session.touched) > REMEMBERED:
        return Session(touched=scene.now)
    return replace(session, touched=scene.now)


def _typed(scene: Scene, session: Session, text: str) -> Outcome:
    screening = screen(text, scene.knowledge.safety)
    command = command_in(text)
    if command is not None and not screening.crisis:
        return commanded(scene, session, command)
    outcome = _answered(scene, session, text, screening)
    return with_safety(scene, session, screening, outcome)


def with_safety(scene: Scene, session: Session, screening: Screening, outcome: Outcome) -> Outcome:
    """Puts the safety message in front of whatever else is said."""
    if not screening.levels:
        return outcome
    language = screening.language  # whoever is in danger is answered in their own language
    if language == "nl":
        language = outcome.session.language or language
    first = safety_bubbles(
        screening, scene.knowledge.safety, times_before=session.alarmed, language=language
    )
    counted = session.alarmed + (1 if screening.crisis else 0)
    return replace(
        outcome,
        reply=Reply(bubbles=(*first, *outcome.reply.bubbles)),
        session=replace(outcome.session, alarmed=counted),
        screening=screening,
    )


def _answered(scene: Scene, session: Session, text: str, screening: Screening) -> Outcome:
    """The funnel behind the safety screen and the commands."""
    chosen = chosen_by_number(scene, session, text)
    if chosen is not None:
        return chosen
    understood, query = _understood(scene, session, text, screening)
    language = language_of_answer(session, understood)
    session = replace(session, language=language if language in SPOKEN else session.language)
    if session.awaiting == "place" and is_only_place(understood):
        return place_given(scene, session, query, understood, language, text)
    if screening.levels and not _points(understood):
        return _nothing_more(session, screening, understood, query)
    if language not in SPOKEN:
        return foreign(scene, session, understood, query, language, text)
    if understood.decision is Decision.ANSWER or screening.levels:
        return topic_answered(scene, session, query, understood, language, text)
    if session.awaiting == "place" and is_unknown_place(understood):
        return place_unknown(scene, session, understood, language)
    if understood.decision is Decision.ASK:
        return asked_back(scene, session, understood, query, language)
    return not_understood(scene, session, understood, query, language)


def _understood(
    scene: Scene, session: Session, text: str, screening: Screening
) -> tuple[Understanding, Query]:
    """What a message asks by itself, and the request that it makes with what was asked before."""
    understood = understood_after(text, session, scene.now, scene.knowledge.brain)
    if screening.levels:
        understood = replace(understood, second=None)  # it would be a scrap of the worry itself
    # What is said in danger goes on with nothing, unless that is plain from its words.
    leaning = None if screening.levels else scene.knowledge.leaning
    understood, query = merged(understood, session, leaning, text)
    return understood, _of_the_same(scene, session, query) if understood.continues else query


def _of_the_same(scene: Scene, session: Session, query: Query) -> Query:
    """The request, still of the organisation asked for before where it is in the new place too."""
    before, slots = session.query.slots.organisation, query.slots
    if before is None or slots.organisation is not None or slots.place is None:
        return query
    asked = replace(slots, organisation=before)
    away = search(scene.programme, asked, scene.now).nearest_kilometres
    return replace(query, slots=asked) if away is not None and away <= NEARBY else query


def _points(understood: Understanding) -> bool:
    """Whether a message that sets off the screen also asks to be pointed somewhere."""
    if understood.topic not in GOES_ON:
        return False
    slots = understood.slots
    named = slots.place or slots.kind or slots.organisation
    return understood.decision is Decision.ANSWER or bool(named)


def _nothing_more(
    session: Session, screening: Screening, understood: Understanding, query: Query
) -> Outcome:
    """The safety message says all."""
    return Outcome(
        reply=Reply(),
        session=session,
        screening=screening,
        understanding=understood,
        query=query,
    )
