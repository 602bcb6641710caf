"""Answers what was asked, now that it is known where."""

from dataclasses import replace

from bot.core.message import Place, Query, Session, Slots
from bot.core.model import Status
from bot.core.places.distance import kilometres
from bot.core.places.gazetteer import nearest_name
from bot.core.reply import Bubble
from bot.core.talk.answer import answer
from bot.core.talk.outcome import Answer, Outcome, Scene
from bot.core.talk.steps.closing import outcome_of
from bot.core.talk.steps.language import SPOKEN
from bot.core.talk.teller import Teller
from bot.core.understanding.understand import Understanding

_ABROAD = 30.0  # km to the nearest place we know; further is another country, or the sea
_LIKELIER = 0.6  # the chance from which a few words are taken for a question


def at_position(scene: Scene, session: Session, lat: float, lon: float) -> Outcome:
    """Answers for a shared position, called by the nearest town; ours are in this country only."""
    place = nearest_name(lat, lon, scene.knowledge.gazetteer)
    if kilometres(lat, lon, place.lat, place.lon) > _ABROAD:
        words = scene.teller(session.language or "nl").say("buiten-nederland")
        said = Answer(bubbles=(Bubble(pieces=(words,)),), awaiting="place")
        return outcome_of(scene, session, said, session.query)
    return at_place(scene, session, replace(place, lat=lat, lon=lon))


def at_place(scene: Scene, session: Session, place: Place) -> Outcome:
    """Answers what was asked, now that it is known where; a place alone means: what is there."""
    teller = scene.teller(session.language or "nl")
    slots = replace(_searched_for(scene, session), place=place)
    query = Query(topic=session.query.topic or "find_activity", slots=slots)
    said = answer(scene, session, query, "", teller.language)
    around = Bubble(pieces=(_around(teller, place),))
    return outcome_of(scene, session, replace(said, bubbles=(around, *said.bubbles)), query)


def _around(teller: Teller, place: Place) -> str:
    """Where is searched, and that the place is remembered for a while."""
    searched = teller.say("zoek-rond", plaats=place.name)
    return f"{searched} {teller.say('plaats-onthouden', plaats=place.name)}"


def _searched_for(scene: Scene, session: Session) -> Slots:
    """What was asked before the place was known.

    An organisation that has stopped, or that we know nothing of, is let go: that has been told.
    """
    slots = replace(session.query.slots, namesakes=(), nearly=())
    meant = scene.programme.named(slots.organisation)
    if all(one.status is Status.STOPPED for one in meant):
        return replace(slots, organisation=None)
    return slots


def place_given(
    scene: Scene,
    session: Session,
    query: Query,
    understood: Understanding,
    language: str,
    text: str,
) -> Outcome:
    """Answers what was asked, for the place that was just said, or asks again which one."""
    own = understood.slots
    slots = replace(_searched_for(scene, session), place=query.slots.place)
    if own.place is None:
        slots = replace(slots, place=None, namesakes=own.namesakes, nearly=own.nearly)
    asked = Query(topic=session.query.topic or "find_activity", slots=slots)
    spoken = language if language in SPOKEN else "nl"
    said = answer(scene, session, asked, text, spoken)
    if own.place is not None:
        around = Bubble(pieces=(_around(scene.teller(spoken), own.place),))
        said = replace(said, bubbles=(around, *said.bubbles))
    return outcome_of(scene, session, said, asked, understood)


def is_only_place(understood: Understanding) -> bool:
    """Whether a message says where and little else."""
    slots = understood.slots
    where = slots.place or slots.namesakes or slots.nearly
    bare = Slots(place=slots.place, namesakes=slots.namesakes, nearly=slots.nearly)
    return bool(where) and (slots == bare and understood.brief)


def is_unknown_place(understood: Understanding) -> bool:
    """Whether an answer to "where?" may be a place that we don't know."""
    unheard = understood.unheard and understood.slots == Slots()
    return unheard and understood.score < _LIKELIER


def place_unknown(
    scene: Scene, session: Session, understood: Understanding, language: str
) -> Outcome:
    """Says that the place is not known, and asks again."""
    words = scene.teller(language).say("plaats-onbekend")
    bubble = Bubble(pieces=(words,), asks_location=True)
    said = Answer(bubbles=(bubble,), awaiting="place")
    return outcome_of(scene, session, said, session.query, understood)
