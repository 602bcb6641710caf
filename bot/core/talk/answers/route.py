"""Where what is meant is."""

from dataclasses import replace

from bot.core.message import Query, Session
from bot.core.model import Activity
from bot.core.reply import Bubble, Piece, Strong
from bot.core.talk.answers.meant import as_matches, meant_by, nothing_meant, shown_answer
from bot.core.talk.cards import (
    contact_words,
    joined,
    list_buttons,
    source_line,
    title,
    venue_of,
    where_text,
)
from bot.core.talk.choices import Verb, payload
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller


def show_route(scene: Scene, teller: Teller, activity: Activity) -> Answer:
    """Where one activity is, with a map where an address is known."""
    location = scene.programme.location(activity)
    organisation = scene.programme.organisation(activity)
    lines: list[tuple[Piece, ...]] = [(Strong(text=title(activity, organisation)),)]
    venue = venue_of(teller, activity)
    if location is None or not (location.street or location.town):
        lines.append((teller.say("waar-onbekend"),))
    else:
        lines.append((where_text(teller, location),))
    if venue is None:
        contact = contact_words(activity.contact or organisation.contact)
        lines.append(
            (teller.say("contact", contact=contact) if contact else teller.say("contact-geen"),)
        )
    elif location is not None and not location.exact:
        lines.append((teller.say("speld-bij-benadering"),))
    lines.append(source_line(teller, activity.source or organisation.source))
    return Answer(
        bubbles=(Bubble(pieces=joined(lines), venue=venue),),
        activities=(activity.id,),
        organisations=(organisation.id,),
    )


def directions(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    """How to get to what is meant; of several, which one to choose."""
    meant = meant_by(scene, session, query)
    if not meant:
        return nothing_meant(scene, teller, query)
    if len({one.location or one.id for one in meant}) == 1:
        route = show_route(scene, teller, meant[0])
        return replace(route, activities=tuple(one.id for one in meant))
    lines: list[tuple[Piece, ...]] = [(teller.say("kies-wat"),)]
    rows = tuple((button,) for button in list_buttons(teller, as_matches(scene, meant)))
    routes = tuple(
        (replace(row[0], choice=payload(Verb.ROUTE, row[0].choice.rpartition(":")[2])),)
        for row in rows
    )
    answer = shown_answer(
        as_matches(scene, meant), (Bubble(pieces=joined(lines), buttons=routes),)
    )
    return replace(answer)
