"""What a button, or a number typed instead, leads to."""

from dataclasses import replace
from itertools import chain

from bot.core.message import Message, Query, Session
from bot.core.places.gazetteer import nearest_name
from bot.core.talk.answer import answer
from bot.core.talk.answers.listing import show_activity
from bot.core.talk.answers.place import ask_place
from bot.core.talk.answers.route import show_route
from bot.core.talk.calendar_file import give_calendar
from bot.core.talk.cards import organisation_bubble
from bot.core.talk.choices import Choice, Verb, named, read_payload
from bot.core.talk.commands import Command, ordinal_in
from bot.core.talk.following import chosen_following
from bot.core.talk.outcome import Answer, Outcome, Scene
from bot.core.talk.steps.closing import fixed, outcome_of
from bot.core.talk.steps.command import commanded
from bot.core.talk.steps.language import SPOKEN
from bot.core.talk.steps.place import at_place
from bot.core.talk.teller import Teller


def pressed(scene: Scene, session: Session, message: Message) -> Outcome:
    """What a pressed button leads to; one that we no longer know says so."""
    choice = read_payload(message.choice)
    if choice is None:
        return fixed(scene, session, "knop-verlopen")
    return _chosen(scene, session, choice)


def chosen_by_number(scene: Scene, session: Session, text: str) -> Outcome | None:
    """What a typed number or "de tweede" chooses from what was last listed."""
    number = ordinal_in(text, len(session.options))
    if number is None:
        return None
    choice = read_payload(session.options[number - 1][1])
    return _chosen(scene, session, choice) if choice else None


def _chosen(scene: Scene, session: Session, choice: Choice) -> Outcome:
    """What a button, or a number typed instead, leads to."""
    teller = scene.teller(session.language or "nl")
    match choice.verb:
        case Verb.TOPIC if choice.value in scene.knowledge.topics:
            query = replace(session.query, topic=choice.value)
            said = answer(scene, session, query, "", teller.language)
            return outcome_of(scene, session, said, query)
        case Verb.ACTIVITY | Verb.ROUTE | Verb.CALENDAR:
            return _chosen_activity(scene, session, choice, teller)
        case Verb.ORGANISATION:
            return _chosen_organisation(scene, session, choice, teller)
        case Verb.PLACE:
            return _chosen_place(scene, session, choice)
        case Verb.NOW:
            return commanded(scene, session, Command.NOW)
        case Verb.MENU:
            return commanded(scene, session, Command.HELP)
        case Verb.PLACE_ASK:
            query = Query(topic="find_activity", slots=replace(session.query.slots, place=None))
            return outcome_of(scene, session, ask_place(teller), query)
        case Verb.LANGUAGE if choice.value in SPOKEN:
            session = replace(session, language=choice.value, language_chosen=True)
            return fixed(scene, session, "taal-gekozen")
        case _:
            following = chosen_following(scene, teller, choice)
            if following is not None:
                return outcome_of(scene, session, following, session.query)
    return fixed(scene, session, "knop-verlopen")


def _chosen_activity(scene: Scene, session: Session, choice: Choice, teller: Teller) -> Outcome:
    # What was just shown is nearly always what is meant, and looking at all takes long.
    identity = named(choice.value, chain(session.shown, scene.programme.numbers))
    activity = scene.programme.activity(identity) if identity else None
    if activity is None:
        return fixed(scene, session, "knop-verlopen")
    if choice.verb is Verb.ROUTE:
        said = show_route(scene, teller, activity)
    elif choice.verb is Verb.CALENDAR:
        said = give_calendar(scene, teller, activity)
    else:
        said = show_activity(scene, teller, activity, session.query)
    return outcome_of(scene, session, said, session.query)


def _chosen_organisation(
    scene: Scene, session: Session, choice: Choice, teller: Teller
) -> Outcome:
    identity = named(choice.value, scene.programme.organisations)
    if identity is None:
        return fixed(scene, session, "knop-verlopen")
    bubble = organisation_bubble(teller, scene.programme.organisations[identity])
    said = Answer(bubbles=(bubble,), organisations=(identity,))
    return outcome_of(scene, session, said, session.query)


def _chosen_place(scene: Scene, session: Session, choice: Choice) -> Outcome:
    try:
        lat, lon = (float(part) for part in choice.value.split(","))
    except ValueError:
        return fixed(scene, session, "knop-verlopen")
    offered = (*session.query.slots.namesakes, *session.query.slots.nearly)
    place = next(
        (one for one in offered if abs(one.lat - lat) < 0.001 and abs(one.lon - lon) < 0.001),
        nearest_name(lat, lon, scene.knowledge.gazetteer),
    )
    return at_place(scene, session, place)
