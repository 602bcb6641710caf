"""Answers a topic for a request: a list, the facts of what is meant, or what holds in general."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import numpy as np

from bot.core.knowledge import Topic
from bot.core.message import Place, Query, Session, Slots, When
from bot.core.model import Activity, Organisation, Status
from bot.core.programme.search import NEARBY, Match, Matches, match_of, search
from bot.core.reply import Bubble, Button, Piece, Strong
from bot.core.slots.slots import find_explained
from bot.core.talk.cards import (
    Teller,
    contact_line,
    contact_words,
    detail_bubble,
    fact_text,
    joined,
    list_buttons,
    list_pieces,
    organisation_bubble,
    reminder_pieces,
    source_line,
    title,
    venue_of,
    where_text,
)
from bot.core.talk.cautions import cautions, not_for_them_alone
from bot.core.talk.choices import Verb, payload
from bot.core.talk.following import (
    following_buttons,
    list_following,
    offer_following,
    offer_reminding,
)
from bot.core.talk.outcome import Answer, Scene

REACH = 75.0  # km; further is not shown beside what is near
_MUCH_FURTHER = 1.5  # so many times as far as the nearest
_LISTED = 5  # places in one list
_TOLD_AT_ONCE = 3  # places whose facts are told in one answer


def answer(scene: Scene, session: Session, query: Query, text: str, language: str) -> Answer:
    """What is said about the topic of a request; `text` is the resident's message."""
    topic = scene.knowledge.topics[query.topic or "find_activity"]
    teller = scene.teller(language)
    special = _SPECIAL.get(topic.id)
    if special is not None:
        return special(scene, teller, session, query, text)
    if topic.aspects:
        return _aspects(scene, teller, session, query, topic)
    return Answer(bubbles=(_general(teller, topic),))


def ask_place(teller: Teller) -> Answer:
    """Asks where to search."""
    bubble = Bubble(pieces=(teller.say("vraag-plaats"),), asks_location=True)
    return Answer(bubbles=(bubble,), awaiting="place")


def show_activity(scene: Scene, teller: Teller, activity: Activity, query: Query) -> Answer:
    """All that is known of one activity."""
    match = match_of(scene.programme, activity, scene.now, place=query.slots.place)
    return Answer(
        bubbles=(_told_whole(teller, match),),
        activities=(activity.id,),
        organisations=(activity.organisation,),
    )


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


def _find(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    organisation = _named(scene, query)
    if organisation is not None:
        return _of_organisation(scene, teller, query, organisation)
    unknown = query.slots.organisation
    # A name that we have no file of still says where or what about, and no more.
    query = replace(query, slots=replace(query.slots, organisation=None))
    said = _ask_which_place(teller, query)
    if said is None and query.slots.place is None and query.slots.format is None:
        said = ask_place(teller)
    if said is None:
        found = _within_reach(search(scene.programme, query.slots, scene.now))
        said = _list(teller, query, _named_first(scene, text, found))
    return _with_unknown(teller, unknown, said) if unknown else said


def _named(scene: Scene, query: Query) -> Organisation | None:
    """Who is asked for by name, if that is somebody we know of."""
    return next(iter(scene.programme.named(query.slots.organisation)), None)


def _within_reach(found: Matches) -> Matches:
    """What was found, without what nobody would travel to while there is something nearer."""
    reach = max(REACH, (found.nearest_kilometres or 0.0) * _MUCH_FURTHER)
    near = tuple(match for match in found.near if (match.kilometres or 0.0) <= reach)
    return replace(found, near=near)


def _named_first(scene: Scene, text: str, found: Matches) -> Matches:
    """What was found, with what is called by the very word that was asked for in front."""
    words = find_explained(text, scene.knowledge.lexicon)

    def is_other(match: Match) -> bool:
        organisation = scene.programme.organisation(match.activity)
        called = f"{match.activity.name} {organisation.name} {organisation.kind}".casefold()
        far = (match.kilometres or 0.0) > NEARBY
        return far or not any(word in called for word in words)

    return replace(found, near=tuple(sorted(found.near, key=is_other))) if words else found


def _with_unknown(teller: Teller, organisation: str, said: Answer) -> Answer:
    """An answer that begins by saying that we know nothing of the organisation asked for."""
    first = said.bubbles[0]
    words = teller.say("organisatie-onbekend", organisatie=organisation)
    first = replace(first, pieces=(words, " ", *first.pieces))
    return replace(said, bubbles=(first, *said.bubbles[1:]))


def _ask_which_place(teller: Teller, query: Query) -> Answer | None:
    """Asks which of several places is meant, or whether a misspelt one is."""
    slots = query.slots
    if slots.place is not None or not (slots.namesakes or slots.nearly):
        return None
    if slots.namesakes:
        words = teller.say("welke-plaats", plaats=slots.namesakes[0].name)
        labels = _told_apart(slots.namesakes)
    else:
        words = teller.say("bedoel-je-plaats")
        labels = [place.name for place in slots.nearly]
    places = slots.namesakes or slots.nearly
    buttons = tuple(
        (Button(label=label, choice=payload(Verb.PLACE, f"{place.lat:.3f},{place.lon:.3f}")),)
        for label, place in zip(labels, places, strict=True)
    )[:5]
    bubble = Bubble(pieces=(words,), buttons=buttons)
    return Answer(bubbles=(bubble,), awaiting="place")


def _told_apart(namesakes: tuple[Place, ...]) -> list[str]:
    """Labels for places of one name: by province, or where that is one, by municipality."""
    by_province = [f"{place.name} ({place.province})" for place in namesakes]
    if len(set(by_province)) == len(by_province):
        return by_province
    return [f"{place.name} ({place.municipality}, {place.province})" for place in namesakes]


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
        return _ask_which_place(teller, query) or ask_place(teller)
    found = _within_reach(search(scene.programme, slots, scene.now))
    if not found:
        found = search(scene.programme, replace(slots, place=None), scene.now)
    matches = (*found.near, *found.anywhere)
    if not matches:
        bubble = organisation_bubble(teller, organisation)
        return Answer(bubbles=(bubble,), organisations=(organisation.id,))
    if len(matches) == 1:
        shown = _told_whole(teller, matches[0])
        told = " ".join(
            (*not_for_them_alone(teller, query, found), *cautions(teller, query, found))
        )
        pieces = (told, "\n\n", *shown.pieces) if told else shown.pieces
        return _shown(matches, (replace(shown, pieces=pieces),))
    listed = replace(slots, audiences=query.slots.audiences)
    return _list(teller, replace(query, slots=listed), found, organisation)


def _is_widespread(scene: Scene, slots: Slots) -> bool:
    """Whether somebody holds more than fits in a list, so that it matters where one is."""
    programme = scene.programme
    numbers = [programme.holders[one.id] for one in programme.named(slots.organisation)]
    return bool(np.isin(programme.columns.organisation[programme.placed], numbers).sum() > _LISTED)


def _list(
    teller: Teller, query: Query, found: Matches, organisation: Organisation | None = None
) -> Answer:
    """A numbered list with a button for each; what is tied to no place goes in a second bubble."""
    place = query.slots.place
    if not found and place is None:
        asked = ask_place(teller)
        bubble = asked.bubbles[0]
        pieces = (teller.say("niets-op-afstand"), " ", *bubble.pieces)
        return replace(asked, bubbles=(replace(bubble, pieces=pieces),))
    if not found:
        words = teller.say("niets-gevonden", plaats=place.name if place else "")
        return Answer(bubbles=(Bubble(pieces=(words,), buttons=_onward(teller)),))
    bubbles = []
    if found.near:
        intro = _intro(teller, query, found, organisation)
        pieces = (intro, *list_pieces(teller, found.near))
        rows = tuple((button,) for button in list_buttons(teller, found.near))
        bubbles.append(Bubble(pieces=pieces, buttons=rows))
    if found.anywhere:
        first = len(found.near) + 1
        pieces = (
            teller.say("ook-online" if found.near else "gevonden-online"),
            *list_pieces(teller, found.anywhere, first),
        )
        rows = tuple((button,) for button in list_buttons(teller, found.anywhere, first))
        bubbles.append(Bubble(pieces=pieces, buttons=rows))
    matches = (*found.near, *found.anywhere)
    closing = (*reminder_pieces(teller, matches), "\n\n", teller.say("typ-een-nummer"))
    # After all that is numbered, so that a typed number means what it says.
    last = bubbles[-1]
    bubbles[-1] = replace(
        last, pieces=(*last.pieces, *closing), buttons=(*last.buttons, *_onward(teller))
    )
    return _shown(matches, tuple(bubbles))


def _told_whole(teller: Teller, match: Match) -> Bubble:
    """All that is known of one activity, and to be kept posted of it."""
    bubble = detail_bubble(teller, match.activity, match)
    following = following_buttons(teller, match.activity)
    return replace(bubble, buttons=(*bubble.buttons, following)) if following else bubble


def _intro(teller: Teller, query: Query, found: Matches, organisation: Organisation | None) -> str:
    """What the list holds, and plainly in what it is not what was asked for."""
    place = query.slots.place
    told = list(cautions(teller, query, found))
    if organisation is not None:
        told = [*not_for_them_alone(teller, query, found), *told]
        told.append(teller.say("gevonden-bij", organisatie=organisation.name))
    elif place is None:
        told = [teller.say("gevonden-zonder-plaats")]
    elif not told:
        told = [teller.say("gevonden", plaats=place.name)]
    return " ".join(told)


def _onward(teller: Teller) -> tuple[tuple[Button, ...], ...]:
    label = teller.say("menu-knop-andere-plaats")
    return ((Button(label=label, choice=payload(Verb.PLACE_ASK)),),)


def _shown(matches: tuple[Match, ...], bubbles: tuple[Bubble, ...]) -> Answer:
    activities = tuple(match.activity for match in matches)
    return Answer(
        bubbles=bubbles,
        activities=tuple(one.id for one in activities),
        organisations=tuple(dict.fromkeys(one.organisation for one in activities)),
    )


def _aspects(scene: Scene, teller: Teller, session: Session, query: Query, topic: Topic) -> Answer:
    """The facts of what is meant, then what holds in general."""
    meant = _meant(scene, session, query)
    if not meant:
        ask = teller.say("aspect-algemeen")
        pieces: tuple[Piece, ...] = (_words(teller, topic), "\n\n", ask)
        return Answer(bubbles=(Bubble(pieces=pieces),), awaiting="place")
    lines: list[tuple[Piece, ...]] = []
    for activity in meant:
        lines += _fact_block(teller, activity, topic)
    lines += _unknown_lines(teller, meant, topic)
    lines.append((_words(teller, topic),))
    buttons = tuple((button,) for button in list_buttons(teller, _as_matches(scene, meant)))
    return Answer(
        bubbles=(Bubble(pieces=joined(lines), buttons=buttons),),
        activities=tuple(one.id for one in meant),
        organisations=tuple(dict.fromkeys(one.organisation for one in meant)),
    )


def _known(teller: Teller, activity: Activity, topic: Topic) -> list[str]:
    """What is known of the asked aspects at one activity."""
    facts = ((aspect, activity.fact(aspect)) for aspect in topic.aspects)
    told = (fact_text(teller, aspect, fact) for aspect, fact in facts)
    return [words for words in told if words]


def _fact_block(teller: Teller, activity: Activity, topic: Topic) -> list[tuple[Piece, ...]]:
    """The asked facts of one activity with their source; nothing where none is known."""
    known = _known(teller, activity, topic)
    if not known:
        return []
    organisation = teller.programme.organisation(activity)
    return [
        (Strong(text=title(activity, organisation)),),
        (" ".join(known),),
        source_line(teller, activity.source or organisation.source),
        ("",),
    ]


def _unknown_lines(
    teller: Teller, meant: tuple[Activity, ...], topic: Topic
) -> list[tuple[Piece, ...]]:
    """Whom to ask where we don't know, said once for all that one contact is asked about."""
    asked: dict[str, list[Activity]] = {}
    for activity in meant:
        if not _known(teller, activity, topic):
            organisation = teller.programme.organisation(activity)
            contact = contact_words(activity.contact or organisation.contact)
            asked.setdefault(contact or organisation.source.url, []).append(activity)
    lines: list[tuple[Piece, ...]] = []
    for whom, activities in asked.items():
        organisation = teller.programme.organisation(activities[0])
        name = title(activities[0], organisation) if len(activities) == 1 else organisation.name
        lines += [(teller.say("aspect-onbekend", naam=name, contact=whom),), ("",)]
    return lines


def _meant(scene: Scene, session: Session, query: Query) -> tuple[Activity, ...]:
    """The activities a question is about: those shown before, those named, or the nearest."""
    slots = query.slots
    if session.shown and _about(slots) == _about(session.query.slots):
        shown = (scene.programme.activity(identity) for identity in session.shown)
        return tuple(one for one in shown if one is not None)[:_TOLD_AT_ONCE]
    if _named(scene, query) is not None:
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


def _directions(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    meant = _meant(scene, session, query)
    if not meant:
        return _nothing_meant(scene, teller, query)
    if len({one.location or one.id for one in meant}) == 1:
        route = show_route(scene, teller, meant[0])
        return replace(route, activities=tuple(one.id for one in meant))
    lines: list[tuple[Piece, ...]] = [(teller.say("kies-wat"),)]
    rows = tuple((button,) for button in list_buttons(teller, _as_matches(scene, meant)))
    routes = tuple(
        (replace(row[0], choice=payload(Verb.ROUTE, row[0].choice.rpartition(":")[2])),)
        for row in rows
    )
    answer = _shown(_as_matches(scene, meant), (Bubble(pieces=joined(lines), buttons=routes),))
    return replace(answer)


def _nothing_meant(scene: Scene, teller: Teller, query: Query) -> Answer:
    organisation = _named(scene, query)
    if organisation is not None:
        bubble = organisation_bubble(teller, organisation)
        return Answer(bubbles=(bubble,), organisations=(organisation.id,))
    topic = scene.knowledge.topics[query.topic or "find_activity"]
    pieces = (_words(teller, topic), "\n\n", teller.say("noem-organisatie"))
    return Answer(bubbles=(Bubble(pieces=pieces),), awaiting="place")


def _contact(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    meant = _meant(scene, session, query)
    organisation = _named(scene, query)
    if organisation is None and meant:
        organisation = scene.programme.organisation(meant[0])
    if organisation is None:
        return _nothing_meant(scene, teller, query)
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


def _is_on(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    """When what is meant is planned, and that today's certainty is a phone call away."""
    topic = scene.knowledge.topics["is_it_on"]
    meant = _meant(scene, session, query)
    if not meant:
        return _nothing_meant(scene, teller, query)
    matches = _as_matches(scene, meant, query.slots.when)
    pieces = (_words(teller, topic), *list_pieces(teller, matches))
    rows = tuple((button,) for button in list_buttons(teller, matches))
    return _shown(matches, (Bubble(pieces=pieces, buttons=rows),))


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
    organisation = _named(scene, query)
    if organisation is not None:
        bubble = organisation_bubble(teller, organisation)
        return Answer(bubbles=(bubble,), organisations=(organisation.id,))
    return Answer(bubbles=(_general(teller, scene.knowledge.topics["what_is"]),))


def _subscribe(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    return offer_following(scene, teller, query, _meant(scene, session, query))


def _remind_me(scene: Scene, teller: Teller, session: Session, query: Query, text: str) -> Answer:
    return offer_reminding(teller, _meant(scene, session, query))


def _unsubscribe(
    scene: Scene, teller: Teller, session: Session, query: Query, text: str
) -> Answer:
    said = Answer(bubbles=(_general(teller, scene.knowledge.topics["unsubscribe"]),))
    return replace(said, deeds=list_following().deeds)


def _onward_find(teller: Teller) -> tuple[tuple[Button, ...], ...]:
    label = teller.say("menu-knop-zoeken")
    return ((Button(label=label, choice=payload(Verb.TOPIC, "find_activity")),),)


def _as_matches(
    scene: Scene, meant: tuple[Activity, ...], when: When | None = None
) -> tuple[Match, ...]:
    return tuple(match_of(scene.programme, one, scene.now, when=when) for one in meant)


def _general(teller: Teller, topic: Topic) -> Bubble:
    return Bubble(pieces=(_words(teller, topic),))


def _words(teller: Teller, topic: Topic) -> str:
    return topic.answer.get(teller.language, topic.answer["nl"])


_SPECIAL: Mapping[str, Callable[[Scene, Teller, Session, Query, str], Answer]] = {
    "find_activity": _find,
    "directions": _directions,
    "is_it_on": _is_on,
    "contact": _contact,
    "what_is": _what_is,
    "subscribe": _subscribe,
    "remind_me": _remind_me,
    "unsubscribe": _unsubscribe,
}
