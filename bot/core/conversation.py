"""The funnel: from one message and what is remembered of the chat to what is said and remembered.

The first step that is sure wins: what cannot be read → button → safety → command → what was asked
back → the topic and its slots → asking back → saying that it is not understood.
"""

from dataclasses import replace
from datetime import timedelta

from bot.core.answer import answer, ask_place, show_activity, show_route
from bot.core.cards import Teller, organisation_bubble
from bot.core.choices import Choice, Verb, named, payload, read_payload
from bot.core.commands import Command, command_in, ordinal_in
from bot.core.followup import merged
from bot.core.menu import greeting, menu, menu_buttons, topic_buttons
from bot.core.message import Matter, Message, Place, Query, Session, Slots
from bot.core.outcome import Answer, Outcome, Scene
from bot.core.places import nearest_name
from bot.core.reply import Bubble, Button, Reply
from bot.core.safety import Screening, screen
from bot.core.safety_reply import help_lines_bubble, safety_bubbles
from bot.core.understand import Decision, Understanding, understand

REMEMBERED = timedelta(minutes=30)
SPOKEN = ("nl", "en")  # the languages of the answers; others get a short text of their own

_UNREADABLE = {
    Matter.VOICE: "spraakbericht",
    Matter.STICKER: "sticker",
    Matter.OTHER: "onbekend-bericht",
}


def respond(scene: Scene, session: Session, message: Message) -> Outcome:
    """Decides what to say to one message."""
    session = fresh(session, scene)
    if message.matter is Matter.BUTTON:
        return _pressed(scene, session, message)
    if message.matter is Matter.POSITION and message.lat is not None and message.lon is not None:
        place = nearest_name(message.lat, message.lon, scene.knowledge.gazetteer)
        return _at_place(scene, session, replace(place, lat=message.lat, lon=message.lon))
    text = message.text.strip()
    if not text:
        key = _UNREADABLE.get(message.matter, "leeg-bericht")
        key = "foto" if message.matter is Matter.PICTURE else key
        return _said(scene, session, key)
    return _typed(scene, session, text)


def fresh(session: Session, scene: Scene) -> Session:
    """The session as it may still be remembered: empty after half an hour."""
    if session.touched is None or scene.now - session.touched > REMEMBERED:
        return Session(touched=scene.now)
    return replace(session, touched=scene.now)


def _typed(scene: Scene, session: Session, text: str) -> Outcome:
    screening = screen(text, scene.knowledge.safety)
    command = command_in(text)
    if command is not None and not screening.crisis:
        return _commanded(scene, session, command)
    outcome = _answered(scene, session, text, screening)
    return _with_safety(scene, session, screening, outcome)


def _with_safety(
    scene: Scene, session: Session, screening: Screening, outcome: Outcome
) -> Outcome:
    """Puts the safety message in front of whatever else is said."""
    if not screening.levels:
        return outcome
    language = outcome.session.language or screening.language
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
    chosen = _chosen_by_number(scene, session, text)
    if chosen is not None:
        return chosen
    understood = understand(text, scene.now, scene.knowledge.brain)
    if screening.levels:
        understood = replace(understood, second=None)  # it would be a scrap of the worry itself
    understood, query = merged(understood, session, text)
    language = _language(session, understood)
    session = replace(session, language=language if language in SPOKEN else session.language)
    if session.awaiting == "place" and _is_only_place(understood):
        return _place_given(scene, session, query, understood, language, text)
    if screening.levels and understood.decision is not Decision.ANSWER and not _points(query):
        return _nothing_more(session, screening, understood, query)
    if language not in SPOKEN:
        return _foreign(scene, session, understood, query, language, text)
    if understood.decision is Decision.ANSWER or screening.levels:
        return _topic_answered(scene, session, query, understood, language, text)
    if understood.decision is Decision.ASK:
        return _asked_back(scene, session, understood, query, language)
    return _not_understood(scene, session, understood, query, language)


def _points(query: Query) -> bool:
    """Whether a message that sets off the screen also asks to be pointed somewhere."""
    slots = query.slots
    return query.topic is not None and bool(slots.place or slots.kind or slots.organisation)


def _nothing_more(
    session: Session, screening: Screening, understood: Understanding, query: Query
) -> Outcome:
    return Outcome(
        reply=Reply(),
        session=session,
        screening=screening,
        understanding=understood,
        query=query,
    )


def _topic_answered(
    scene: Scene,
    session: Session,
    query: Query,
    understood: Understanding,
    language: str,
    text: str,
) -> Outcome:
    said = answer(scene, session, query, text, language)
    if query.topic == "greeting" and not session.greeted:
        said = replace(said, bubbles=(greeting(scene.teller(language)),))
        session = replace(session, greeted=True)
    if query.topic == "forget_me":
        erased = _outcome(scene, Session(touched=scene.now), said, query, understood)
        return replace(erased, forget=True)
    if understood.second is not None and understood.second != query.topic:
        other = answer(scene, session, replace(query, topic=understood.second), text, language)
        said = replace(
            said,
            bubbles=(*said.bubbles, *other.bubbles[:1]),
            activities=tuple(dict.fromkeys((*said.activities, *other.activities))),
            organisations=tuple(dict.fromkeys((*said.organisations, *other.organisations))),
        )
    return _outcome(scene, session, said, query, understood)


def _asked_back(
    scene: Scene, session: Session, understood: Understanding, query: Query, language: str
) -> Outcome:
    """Asks which of the likeliest topics is meant; the choice leads straight to it."""
    teller = scene.teller(language)
    likely = [topic for topic, _ in understood.rivals]
    bubble = Bubble(
        pieces=(teller.say("bedoel-je"),),
        buttons=(
            *topic_buttons(scene.knowledge, likely, language),
            (Button(label=teller.say("geen-van-deze"), choice=payload(Verb.MENU)),),
        ),
    )
    said = Answer(bubbles=(bubble,), awaiting="topic", asked_back=True)
    return _outcome(scene, session, said, query, understood)


def _not_understood(
    scene: Scene, session: Session, understood: Understanding, query: Query, language: str
) -> Outcome:
    """Says so, and offers three likely topics, a human, and 112 and 113."""
    teller = scene.teller(language)
    likely = [topic for topic, _ in understood.rivals]
    lines = help_lines_bubble(scene.knowledge.safety, language=language, short=True)
    bubbles = (
        Bubble(
            pieces=(teller.say("niet-begrepen"),),
            buttons=topic_buttons(scene.knowledge, likely, language),
        ),
        replace(lines, pieces=(teller.say("mens"), "\n", *lines.pieces)),
    )
    said = Answer(bubbles=bubbles, awaiting="topic")
    return _outcome(scene, session, said, replace(query, topic=None), understood)


def _foreign(
    scene: Scene,
    session: Session,
    understood: Understanding,
    query: Query,
    language: str,
    text: str,
) -> Outcome:
    """A short text in the resident's own language, and the answer in English if there is one."""
    teller = scene.teller(language)
    first = Bubble(pieces=(teller.say("taal-alleen"),), buttons=_language_buttons())
    bubbles: tuple[Bubble, ...] = (first,)
    said = Answer(bubbles=())
    if understood.decision is Decision.ANSWER and query.topic != "bot_language":
        said = answer(scene, session, query, text, "en")
        bubbles += said.bubbles
    else:
        likely = [topic for topic, _ in understood.rivals]
        rows = topic_buttons(scene.knowledge, likely, "en")
        bubbles = (replace(first, buttons=(*rows, *_language_buttons())),)
        lines = help_lines_bubble(scene.knowledge.safety, language=language, short=True)
        bubbles += (lines,)
    return _outcome(scene, session, replace(said, bubbles=bubbles), query, understood)


def _chosen_by_number(scene: Scene, session: Session, text: str) -> Outcome | None:
    """What a typed number or "de tweede" chooses from what was last listed."""
    number = ordinal_in(text, len(session.options))
    if number is None:
        return None
    choice = read_payload(session.options[number - 1][1])
    return _chosen(scene, session, choice) if choice else None


def _pressed(scene: Scene, session: Session, message: Message) -> Outcome:
    choice = read_payload(message.choice)
    if choice is None:
        return _said(scene, session, "knop-verlopen")
    return _chosen(scene, session, choice)


def _chosen(scene: Scene, session: Session, choice: Choice) -> Outcome:
    """What a button, or a number typed instead, leads to."""
    teller = scene.teller(session.language or "nl")
    match choice.verb:
        case Verb.TOPIC if choice.value in scene.knowledge.topics:
            query = replace(session.query, topic=choice.value)
            said = answer(scene, session, query, "", teller.language)
            return _outcome(scene, session, said, query)
        case Verb.ACTIVITY | Verb.ROUTE:
            return _chosen_activity(scene, session, choice, teller)
        case Verb.ORGANISATION:
            identity = named(choice.value, scene.knowledge.organisations)
            if identity is not None:
                bubble = organisation_bubble(teller, scene.knowledge.organisations[identity])
                said = Answer(bubbles=(bubble,), organisations=(identity,))
                return _outcome(scene, session, said, session.query)
        case Verb.PLACE:
            return _chosen_place(scene, session, choice)
        case Verb.NOW:
            return _commanded(scene, session, Command.NOW)
        case Verb.MENU:
            return _commanded(scene, session, Command.HELP)
        case Verb.PLACE_ASK:
            query = Query(topic="find_activity", slots=replace(session.query.slots, place=None))
            return _outcome(scene, session, ask_place(teller), query)
        case Verb.LANGUAGE if choice.value in SPOKEN:
            session = replace(session, language=choice.value)
            return _said(scene, session, "taal-gekozen")
        case _:
            pass
    return _said(scene, session, "knop-verlopen")


def _chosen_activity(scene: Scene, session: Session, choice: Choice, teller: Teller) -> Outcome:
    identity = named(choice.value, (one.id for one in scene.programme.activities))
    activity = scene.programme.activity(identity) if identity else None
    if activity is None:
        return _said(scene, session, "knop-verlopen")
    if choice.verb is Verb.ROUTE:
        said = show_route(scene, teller, activity)
    else:
        said = show_activity(scene, teller, activity, session.query)
    return _outcome(scene, session, said, session.query)


def _chosen_place(scene: Scene, session: Session, choice: Choice) -> Outcome:
    try:
        lat, lon = (float(part) for part in choice.value.split(","))
    except ValueError:
        return _said(scene, session, "knop-verlopen")
    offered = (*session.query.slots.namesakes, *session.query.slots.nearly)
    place = next(
        (one for one in offered if abs(one.lat - lat) < 0.001 and abs(one.lon - lon) < 0.001),
        nearest_name(lat, lon, scene.knowledge.gazetteer),
    )
    return _at_place(scene, session, place)


def _at_place(scene: Scene, session: Session, place: Place) -> Outcome:
    """Answers what was asked, now that it is known where; a place alone means: what is there."""
    teller = scene.teller(session.language or "nl")
    slots = replace(session.query.slots, place=place, namesakes=(), nearly=())
    query = Query(topic=session.query.topic or "find_activity", slots=slots)
    said = answer(scene, session, query, "", teller.language)
    around = Bubble(
        pieces=(
            teller.say("zoek-rond", plaats=place.name),
            " ",
            teller.say("plaats-onthouden", plaats=place.name),
        )
    )
    return _outcome(scene, session, replace(said, bubbles=(around, *said.bubbles)), query)


def _place_given(
    scene: Scene,
    session: Session,
    query: Query,
    understood: Understanding,
    language: str,
    text: str,
) -> Outcome:
    slots = replace(session.query.slots, place=query.slots.place, namesakes=(), nearly=())
    if understood.slots.place is None:
        slots = replace(
            slots, namesakes=understood.slots.namesakes, nearly=understood.slots.nearly
        )
    topic = session.query.topic or "find_activity"
    asked = Query(topic=topic, slots=slots)
    said = answer(scene, session, asked, text, language if language in SPOKEN else "nl")
    return _outcome(scene, session, said, asked, understood)


def _is_only_place(understood: Understanding) -> bool:
    """Whether a message says where and little else."""
    slots = understood.slots
    where = slots.place or slots.namesakes or slots.nearly
    bare = Slots(place=slots.place, namesakes=slots.namesakes, nearly=slots.nearly)
    return bool(where) and (slots == bare and understood.brief)


def _commanded(scene: Scene, session: Session, command: Command) -> Outcome:
    language = session.language or "nl"
    teller = scene.teller(language)
    house = {
        "uitvoerder": scene.house.operator or "–",
        "contact": scene.house.contact or "–",
    }
    lines = help_lines_bubble(scene.knowledge.safety, language=language)
    match command:
        case Command.START:
            session = replace(session, greeted=True)
            return _outcome(scene, session, Answer(bubbles=(greeting(teller),)), session.query)
        case Command.NOW:
            return _outcome(scene, session, Answer(bubbles=(lines,)), session.query)
        case Command.HELP:
            about = Bubble(pieces=(teller.say("hulp"),), buttons=menu_buttons(teller))
            return _outcome(scene, session, Answer(bubbles=(lines, about)), session.query)
        case Command.PLACE:
            slots = replace(session.query.slots, place=None, namesakes=(), nearly=())
            query = Query(topic="find_activity", slots=slots)
            return _outcome(scene, session, ask_place(teller), query)
        case Command.LANGUAGE:
            bubble = Bubble(pieces=(teller.say("taal-kies"),), buttons=_language_buttons())
            return _outcome(scene, session, Answer(bubbles=(bubble,)), session.query)
        case Command.PRIVACY | Command.ABOUT:
            key = "privacy" if command is Command.PRIVACY else "over"
            bubble = Bubble(pieces=(teller.say(key, **house),))
            return _outcome(scene, session, Answer(bubbles=(bubble,)), session.query)
        case Command.STOP:
            outcome = _said(scene, Session(touched=scene.now, language=language), "gewist")
            return replace(outcome, session=Session(), forget=True)
        case Command.SETTINGS:
            return _said(scene, session, "instellingen")
        case Command.MENU:
            return _outcome(scene, session, Answer(bubbles=(menu(teller),)), session.query)


def _language_buttons() -> tuple[tuple[Button, ...], ...]:
    return (
        (
            Button(label="Nederlands", choice=payload(Verb.LANGUAGE, "nl")),
            Button(label="English", choice=payload(Verb.LANGUAGE, "en")),
        ),
    )


def _language(session: Session, understood: Understanding) -> str:
    """The language to answer in: the one written in; a word or two says too little to change."""
    if understood.brief and session.language:
        return session.language
    return understood.language


def _said(scene: Scene, session: Session, key: str) -> Outcome:
    """One fixed sentence; what was asked before stays as it was."""
    teller = scene.teller(session.language or "nl")
    said = Answer(bubbles=(Bubble(pieces=(teller.say(key),), buttons=menu_buttons(teller)),))
    return _outcome(scene, session, said, session.query)


def _outcome(
    scene: Scene,
    session: Session,
    said: Answer,
    query: Query,
    understood: Understanding | None = None,
) -> Outcome:
    options = tuple(
        (button.label, button.choice)
        for bubble in said.bubbles
        for row in bubble.buttons
        for button in row
        if button.choice
    )
    remembered = replace(
        session,
        query=query,
        shown=said.activities or session.shown,
        awaiting=said.awaiting,
        options=options,
    )
    return Outcome(
        reply=Reply(bubbles=said.bubbles),
        session=remembered,
        screening=Screening(),
        understanding=understood,
        query=query,
        activities=said.activities,
        organisations=said.organisations,
    )
