"""How what is meant can be reached."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.message import Query, Session
from bot.core.model import Activity
from bot.core.reply import Piece, Strong
from bot.core.talk.answers.meant import meant_by, nothing_meant, organisation_named
from bot.core.talk.cards import contact_line, contact_words, organisation_bubble, title
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller


def contact(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    """How who is meant can be reached, and its groups that have contacts of their own."""
    meant = meant_by(scene, session, query)
    organisation = organisation_named(scene, query)
    if organisation is None and meant:
        organisation = scene.programme.organisation(meant[0])
    if organisation is None:
        return nothing_meant(scene, teller, query)
    own = [one for one in meant if one.contact and query.slots.place]
    bubble = organisation_bubble(teller, organisation)
    return Answer(
        bubbles=(replace(bubble, pieces=(*bubble.pieces, *_own_contacts(teller, own))),),
        activities=tuple(one.id for one in meant),
        organisations=(organisation.id,),
    )


def _own_contacts(teller: Teller, activities: list[Activity]) -> Iterator[Piece]:
    """How groups can be reached that have an address of their own."""
    for one in activities:
        if one.contact and contact_words(one.contact):
            yield "\n\n"
            yield Strong(text=title(one, teller.programme.organisation(one)))
            yield from ("\n", *contact_line(teller, one.contact))
