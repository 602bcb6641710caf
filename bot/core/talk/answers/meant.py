"""Which activities a question is about."""

from dataclasses import replace

from bot.core.knowledge import Topic
from bot.core.message import Query, Session, Slots, When
from bot.core.model import Activity, Organisation
from bot.core.programme.search import NEARBY, Match, match_of, search
from bot.core.reply import Bubble
from bot.core.talk.cards import organisation_bubble
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller

_TOLD_AT_ONCE = 3  # places whose facts are told in one answer


def organisation_named(scene: Scene, query: Query) -> Organisation | None:
    """Who is asked for by name, if that is somebody we know of."""
    return next(iter(scene.programme.named(query.slots.organisation)), None)


def meant_by(scene: Scene, session: Session, query: Query) -> tuple[Activity, ...]:
    """The activities a question is about: those shown before, those named, or the nearest."""
    slots = query.slots
    if session.shown and _about(slots) == _about(session.query.slots):
        shown = (scene.programme.activity(identity) for identity in session.shown)
        return tuple(one for one in shown if one is not None)[:_TOLD_AT_ONCE]
    if organisation_named(scene, query) is not None:
        named = replace(slots, themes=(), audiences=(), when=None)
        found = search(scene.programme, named, scene.now) or search(
            scene.programme, replace(named, place=None), scene.now
        )
    elif slots.place is not None:
        anybody = replace(slots, when=None, organisation=None)
        found = search(scene.programme, anybody, scene.now)
        near = tuple(m for m in found.near if (m.kilometres or 0) <= NEARBY)
        found = replace(found, near=near)
    else:
        return ()
    matches = (*found.near, *found.anywhere)
    return tuple(match.activity for match in matches)[:_TOLD_AT_ONCE]


def _about(slots: Slots) -> Slots:
    """What a request is about, whenever it is; a follow-up that adds nothing is about the same."""
    return replace(slots, when=None, format=None)


def as_matches(
    scene: Scene, meant: tuple[Activity, ...], when: When | None = None
) -> tuple[Match, ...]:
    """The activities as found, with their next dates, at the time asked for."""
    return tuple(match_of(scene.programme, one, scene.now, when=when) for one in meant)


def nothing_meant(scene: Scene, teller: Teller, query: Query) -> Answer:
    """What is said where no activity is meant: of the organisation named, else in general."""
    organisation = organisation_named(scene, query)
    if organisation is not None:
        bubble = organisation_bubble(teller, organisation)
        return Answer(bubbles=(bubble,), organisations=(organisation.id,))
    topic = scene.knowledge.topics[query.topic or "find_activity"]
    pieces = (topic_words(teller, topic), "\n\n", teller.say("noem-organisatie"))
    return Answer(bubbles=(Bubble(pieces=pieces),), awaiting="place")


def topic_words(teller: Teller, topic: Topic) -> str:
    """What holds for a topic in general."""
    return topic.answer.get(teller.language, topic.answer["nl"])


def general(teller: Teller, topic: Topic) -> Bubble:
    """What holds for a topic in general, as a bubble."""
    return Bubble(pieces=(topic_words(teller, topic),))


def shown_answer(matches: tuple[Match, ...], bubbles: tuple[Bubble, ...]) -> Answer:
    """An answer that shows these, so that what is asked next can be about them."""
    activities = tuple(match.activity for match in matches)
    return Answer(
        bubbles=bubbles,
        activities=tuple(one.id for one in activities),
        organisations=tuple(dict.fromkeys(one.organisation for one in activities)),
    )
