"""Lists what was found, with a button for each."""

from dataclasses import replace

from bot.core.message import Query
from bot.core.model import Activity, Organisation
from bot.core.programme.search import Match, Matches, match_of
from bot.core.reply import Bubble, Button
from bot.core.talk.answers.meant import shown_answer
from bot.core.talk.answers.place import ask_place
from bot.core.talk.cards import detail_bubble, list_buttons, list_pieces, reminder_pieces
from bot.core.talk.cautions import cautions, not_for_them_alone
from bot.core.talk.choices import Verb, payload
from bot.core.talk.following import following_buttons
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller


def list_of(
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
    return shown_answer(matches, tuple(bubbles))


def told_whole(teller: Teller, match: Match) -> Bubble:
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


def show_activity(scene: Scene, teller: Teller, activity: Activity, query: Query) -> Answer:
    """All that is known of one activity."""
    place, when = query.slots.place, query.slots.when
    match = match_of(scene.programme, activity, scene.now, place=place, when=when)
    return Answer(
        bubbles=(told_whole(teller, match),),
        activities=(activity.id,),
        organisations=(activity.organisation,),
    )
