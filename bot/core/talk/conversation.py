"""The funnel: from one message and what is remembered of the chat to what is said and remembered.

The first step that is sure wins: what cannot be read → button → safety → command → what was asked
back → the topic and its slots → asking back → saying that it is not understood.
"""

from dataclasses import replace
from datetime import timedelta
from itertools import chain

from bot.core.deeds import Forget
from bot.core.message import Matter, Message, Place, Query, Session, Slots
from bot.core.model import Status
from bot.core.places.distance import kilometres
from bot.core.places.gazetteer import nearest_name
from bot.core.programme.search import NEARBY, search
from bot.core.reply import Bubble, Button, Reply
from bot.core.safety.reply import help_lines_bubble, safety_bubbles
from bot.core.safety.screen import Screening, screen
from bot.core.talk.answer import answer, ask_place, show_activity, show_route
from bot.core.talk.calendar_file import give_calendar
from bot.core.talk.cards import Teller, organisation_bubble
from bot.core.talk.choices import Choice, Verb, named, payload, read_payload
from bot.core.talk.commands import Command, command_in, ordinal_in
from bot.core.talk.following import chosen_following, list_following
from bot.core.talk.followup import GOES_ON, merged
from bot.core.talk.menu import MOST_ASKED, SMALL_TALK, greeting, menu, menu_buttons, topic_buttons
from bot.core.talk.outcome import Answer, Outcome, Scene, options_of
from bot.core.understanding.understand import Decision, Understanding, understand

REMEMBERED = timedelta(minutes=30)
SPOKEN = ("nl", "en")  # the languages of the answers; others get a short text of their own
_ABROAD = 30.0  # km to the nearest place we know; further is another country, or the sea
_LIKELIER = 0.6  # the chance from which a few words are taken for a question

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
        return _at_position(scene, session, message.lat, message.lon)
    text = message.text.strip()
    if not text:
        key = _UNREADABLE.get(message.matter, "leeg-bericht")
        key = "foto" if message.matter is Matter.PICTURE else key
        return _said(scene, session, key)
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
        return _commanded(scene, session, command)
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
    chosen = _chosen_by_number(scene, session, text)
    if chosen is not None:
        return chosen
    understood = understand(text, scene.now, scene.knowledge.brain)
    if screening.levels:
        understood = replace(understood, second=None)  # it would be a scrap of the worry itself
    understood, query = merged(understood, session, text)
    if understood.continues:
        query = _of_the_same(scene, session, query)
    language = _language(session, understood)
    session = replace(session, language=language if language in SPOKEN else session.language)
    if session.awaiting == "place" and _is_only_place(understood):
        return _place_given(scene, session, query, understood, language, text)
    if screening.levels and not _points(understood):
        return _nothing_more(session, screening, understood, query)
    if language not in SPOKEN:
        return _foreign(scene, session, understood, query, language, text)
    if understood.decision is Decision.ANSWER or screening.levels:
        return _topic_answered(scene, session, query, understood, language, text)
    if session.awaiting == "place" and _is_unknown_place(understood):
        return _place_unknown(scene, session, understood, language)
    if understood.decision is Decision.ASK:
        return _asked_back(scene, session, understood, query, language)
    return _not_understood(scene, session, understood, query, language)


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
        return replace(erased, deeds=(Forget(),))
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
    best, *rest = understood.rivals
    rivals = (best, *(pair for pair in rest if pair[0] not in SMALL_TALK))
    other = (Button(label=teller.say("geen-van-deze"), choice=payload(Verb.MENU)),)
    understood = replace(understood, rivals=rivals)
    offered = topic_buttons(scene.knowledge, (topic for topic, _ in rivals), language)
    buttons = (*offered, other)
    bubble = Bubble(pieces=(teller.say("bedoel-je"),), buttons=buttons)
    said = Answer(bubbles=(bubble,), awaiting="topic")
    return _outcome(scene, session, said, query, understood)


def _not_understood(
    scene: Scene, session: Session, understood: Understanding, query: Query, language: str
) -> Outcome:
    """Says so, and offers what most people ask, a human, and 112 and 113.

    Not the likeliest topics: of 93 messages of strangers that ended here, two were ours.
    """
    teller = scene.teller(language)
    lines = help_lines_bubble(scene.knowledge.safety, language=language, short=True)
    bubbles = (
        Bubble(
            pieces=(teller.say("niet-begrepen"),),
            buttons=topic_buttons(scene.knowledge, MOST_ASKED, language),
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
        case Verb.ACTIVITY | Verb.ROUTE | Verb.CALENDAR:
            return _chosen_activity(scene, session, choice, teller)
        case Verb.ORGANISATION:
            identity = named(choice.value, scene.programme.organisations)
            if identity is not None:
                bubble = organisation_bubble(teller, scene.programme.organisations[identity])
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
            session = replace(session, language=choice.value, language_chosen=True)
            return _said(scene, session, "taal-gekozen")
        case _:
            following = chosen_following(scene, teller, choice)
            if following is not None:
                return _outcome(scene, session, following, session.query)
    return _said(scene, session, "knop-verlopen")


def _chosen_activity(scene: Scene, session: Session, choice: Choice, teller: Teller) -> Outcome:
    # What was just shown is nearly always what is meant, and looking at all takes long.
    identity = named(choice.value, chain(session.shown, scene.programme.numbers))
    activity = scene.programme.activity(identity) if identity else None
    if activity is None:
        return _said(scene, session, "knop-verlopen")
    if choice.verb is Verb.ROUTE:
        said = show_route(scene, teller, activity)
    elif choice.verb is Verb.CALENDAR:
        said = give_calendar(scene, teller, activity)
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


def _at_position(scene: Scene, session: Session, lat: float, lon: float) -> Outcome:
    """Answers for a shared position, called by the nearest town; ours are in this country only."""
    place = nearest_name(lat, lon, scene.knowledge.gazetteer)
    if kilometres(lat, lon, place.lat, place.lon) > _ABROAD:
        words = scene.teller(session.language or "nl").say("buiten-nederland")
        said = Answer(bubbles=(Bubble(pieces=(words,)),), awaiting="place")
        return _outcome(scene, session, said, session.query)
    return _at_place(scene, session, replace(place, lat=lat, lon=lon))


def _at_place(scene: Scene, session: Session, place: Place) -> Outcome:
    """Answers what was asked, now that it is known where; a place alone means: what is there."""
    teller = scene.teller(session.language or "nl")
    slots = replace(_searched_for(scene, session), place=place)
    query = Query(topic=session.query.topic or "find_activity", slots=slots)
    said = answer(scene, session, query, "", teller.language)
    around = Bubble(pieces=(_around(teller, place),))
    return _outcome(scene, session, replace(said, bubbles=(around, *said.bubbles)), query)


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


def _place_given(
    scene: Scene,
    session: Session,
    query: Query,
    understood: Understanding,
    language: str,
    text: str,
) -> Outcome:
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
    return _outcome(scene, session, said, asked, understood)


def _is_unknown_place(understood: Understanding) -> bool:
    """Whether an answer to "where?" names no place we know, and asks nothing that we know."""
    return understood.brief and understood.score < _LIKELIER and understood.slots == Slots()


def _place_unknown(
    scene: Scene, session: Session, understood: Understanding, language: str
) -> Outcome:
    words = scene.teller(language).say("plaats-onbekend")
    bubble = Bubble(pieces=(words,), asks_location=True)
    said = Answer(bubbles=(bubble,), awaiting="place")
    return _outcome(scene, session, said, session.query, understood)


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
            return replace(outcome, session=Session(), deeds=(Forget(),))
        case Command.FOLLOWED:
            return _outcome(scene, session, list_following(), session.query)
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
    """The language to answer in: the chosen one, else the one written in.

    A word or two says too little to change, and a bare name says nothing.
    """
    if session.language and (session.language_chosen or understood.brief):
        return session.language
    if understood.continues and understood.language not in SPOKEN:
        return session.language or "nl"
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
    remembered = replace(
        session,
        query=query,
        shown=said.activities or session.shown,
        awaiting=said.awaiting,
        options=options_of(Reply(bubbles=said.bubbles)),
    )
    return Outcome(
        reply=Reply(bubbles=said.bubbles),
        session=remembered,
        screening=Screening(),
        understanding=understood,
        query=query,
        activities=said.activities,
        organisations=said.organisations,
        deeds=said.deeds,
    )
