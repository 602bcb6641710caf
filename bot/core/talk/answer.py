"""Answers a topic for a request: a list, the facts of what is meant, or what holds in general."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.core.message import Query, Session
from bot.core.reply import Bubble, Button, Piece
from bot.core.slots.slots import find_explained
from bot.core.talk.answers.contact import contact
from bot.core.talk.answers.facts import facts
from bot.core.talk.answers.meant import (
    as_matches,
    general,
    meant_by,
    nothing_meant,
    organisation_named,
    shown_answer,
    topic_words,
)
from bot.core.talk.answers.route import directions
from bot.core.talk.answers.search import find
from bot.core.talk.answers.unheard import with_unheard
from bot.core.talk.cards import joined, list_buttons, list_pieces, organisation_bubble
from bot.core.talk.choices import Verb, payload
from bot.core.talk.following import list_following, offer_following, offer_reminding
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller


def answer(scene: Scene, session: Session, query: Query, text: str, language: str) -> Answer:
    """What is said about the topic of a request; `text` is the resident's message."""
    query = replace(query, topic=query.topic or "find_activity")
    teller = scene.teller(language)
    said = _answer(scene, teller, session, query, text)
    return with_unheard(scene, teller, session, query, said)


def _answer(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    topic = scene.knowledge.topics[query.topic or "find_activity"]
    special = _SPECIAL.get(topic.id)
    if special is not None:
        return special(scene, teller, session, query, text)
    if topic.aspects:
        return facts(scene, teller, session, query, topic)
    return Answer(bubbles=(general(teller, topic),))


def _is_on(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    """When what is meant is planned, and that today's certainty is a phone call away."""
    topic = scene.knowledge.topics["is_it_on"]
    meant = meant_by(scene, session, query)
    if not meant:
        return nothing_meant(scene, teller, query)
    matches = as_matches(scene, meant, query.slots.when)
    pieces = (topic_words(teller, topic), *list_pieces(teller, matches))
    rows = tuple((button,) for button in list_buttons(teller, matches))
    return shown_answer(matches, (Bubble(pieces=pieces, buttons=rows),))


def _what_is(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    """What the asked word means; an organisation that was asked for is told of."""
    explained = [
        scene.knowledge.explanations[identity]
        for identity in find_explained(text, scene.knowledge.lexicon)
    ][:2]
    if explained:
        lines: list[tuple[Piece, ...]] = []
        for one in explained:
            lines.append((one.text.get(teller.language, one.text["nl"]),))
        return Answer(bubbles=(Bubble(pieces=joined(lines), buttons=_onward_find(teller)),))
    organisation = organisation_named(scene, query)
    if organisation is not None:
        bubble = organisation_bubble(teller, organisation)
        return Answer(bubbles=(bubble,), organisations=(organisation.id,))
    return Answer(bubbles=(general(teller, scene.knowledge.topics["what_is"]),))


def _onward_find(teller: Teller) -> tuple[tuple[Button, ...], ...]:
    label = teller.say("menu-knop-zoeken")
    return ((Button(label=label, choice=payload(Verb.TOPIC, "find_activity")),),)


def _subscribe(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    return offer_following(scene, teller, query, meant_by(scene, session, query))


def _remind_me(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    return offer_reminding(teller, meant_by(scene, session, query))


def _unsubscribe(
    scene: Scene, teller: Teller, session: Session, query: Query, text: str
) -> Answer:
    said = Answer(bubbles=(general(teller, scene.knowledge.topics["unsubscribe"]),))
    return replace(said, deeds=list_following().deeds)


_SPECIAL: Mapping[str, Callable[[Scene, Teller, Session, Query, str], Answer]] = {
    "find_activity": find,
    "directions": directions,
    "is_it_on": _is_on,
    "contact": contact,
    "what_is": _what_is,
    "subscribe": _subscribe,
    "remind_me": _remind_me,
    "unsubscribe": _unsubscribe,
}
