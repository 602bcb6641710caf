"""Finds what there is: near a place, of an organisation, or tied to no place."""

from dataclasses import replace

import numpy as np

from bot.core.message import Query, Session, Slots
from bot.core.model import Organisation, Status
from bot.core.programme.search import NEARBY, Match, Matches, search
from bot.core.reply import Bubble
from bot.core.slots.slots import find_explained
from bot.core.talk.answers.listing import list_of, told_whole
from bot.core.talk.answers.meant import organisation_named, shown_answer
from bot.core.talk.answers.place import ask_place, ask_which_place
from bot.core.talk.cards import organisation_bubble
from bot.core.talk.cautions import cautions, not_for_them_alone
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller

REACH = 75.0  # km; further is not shown beside what is near
_MUCH_FURTHER = 1.5  # so many times as far as the nearest
_LISTED = 5  # places in one list


def find(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    """What there is for a request: asks where first, where it has to be known."""
    organisation = organisation_named(scene, query)
    if organisation is not None:
        return _of_organisation(scene, teller, query, organisation)
    # A name that we have no file of still says where or what about, and no more.
    query = replace(query, slots=replace(query.slots, organisation=None))
    said = ask_which_place(teller, query)
    if said is None and query.slots.place is None and query.slots.format is None:
        said = ask_place(teller)
    if said is None:
        found = _within_reach(search(scene.programme, query.slots, scene.now))
        said = list_of(teller, query, _named_first(scene, text, found))
    return said


def _within_reach(found: Matches) -> Matches:
    """What was found, without what nobody would travel to while there is something nearer."""
    reach = max(REACH, (found.nearest_kilometres or 0.0) * _MUCH_FURTHER)
    near = tuple(match for match in found.near if (match.kilometres or 0.0) <= reach)
    return replace(found, near=near)


def _named_first(scene: Scene, text: str, found: Matches) -> Matches:
    """What was found, with what is called by the very word that was asked for in front."""
    if len(found.near) < 2:
        return found
    words = find_explained(text, scene.knowledge.lexicon)

    def is_other(match: Match) -> bool:
        organisation = scene.programme.organisation(match.activity)
        called = f"{match.activity.name} {organisation.name} {organisation.kind}".casefold()
        far = (match.kilometres or 0.0) > NEARBY
        return far or not any(word in called for word in words)

    return replace(found, near=tuple(sorted(found.near, key=is_other))) if words else found


def _of_organisation(
    scene: Scene, teller: Teller, query: Query, organisation: Organisation
) -> Answer:
    """What an organisation offers; the organisation alone where we know of nothing it offers."""
    if organisation.status is Status.STOPPED:
        bubble = organisation_bubble(teller, organisation)
        onward = Bubble(pieces=(teller.say("gestopt-ander"),), asks_location=True)
        return Answer(bubbles=(bubble, onward), organisations=(organisation.id,), awaiting="place")
    slots = replace(query.slots, themes=(), audiences=())
    if slots.place is None and slots.format is None and _is_widespread(scene, slots):
        return ask_which_place(teller, query) or ask_place(teller)
    found = _within_reach(search(scene.programme, slots, scene.now))
    if not found:
        found = search(scene.programme, replace(slots, place=None), scene.now)
    matches = (*found.near, *found.anywhere)
    if not matches:
        bubble = organisation_bubble(teller, organisation)
        return Answer(bubbles=(bubble,), organisations=(organisation.id,))
    if len(matches) == 1:
        shown = told_whole(teller, matches[0])
        told = " ".join(
            (*not_for_them_alone(teller, query, found), *cautions(teller, query, found))
        )
        pieces = (told, "\n\n", *shown.pieces) if told else shown.pieces
        return shown_answer(matches, (replace(shown, pieces=pieces),))
    listed = replace(slots, audiences=query.slots.audiences)
    return list_of(teller, replace(query, slots=listed), found, organisation)


def _is_widespread(scene: Scene, slots: Slots) -> bool:
    """Whether somebody holds more than fits in a list, so that it matters where one is."""
    programme = scene.programme
    numbers = [programme.holders[one.id] for one in programme.named(slots.organisation)]
    return bool(np.isin(programme.columns.organisation[programme.placed], numbers).sum() > _LISTED)
