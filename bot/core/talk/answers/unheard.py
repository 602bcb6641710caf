"""Says of an organisation that was asked for by name that nothing is known of it."""

from dataclasses import replace

from bot.core.lexicon.text import words_of
from bot.core.message import Query, Session
from bot.core.reply import Bubble
from bot.core.talk.answers.meant import organisation_named
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller

# In what is asked of who may come, who hears of it or what may be done beside a treatment, a name
# tells where somebody is treated.
_OF_WHOM = frozenset(
    "find_activity directions is_it_on contact what_is cost sign_up first_visit accessibility "
    "language_spoken duration age bring_someone sobriety referral".split()
)
_OF_IT_ALONE = frozenset("directions is_it_on contact".split())


def with_unheard(
    scene: Scene, teller: Teller, session: Session, query: Query, said: Answer
) -> Answer:
    """An answer that begins by saying so, once, where an organisation is not known."""
    name = query.slots.organisation
    if name is None or query.topic not in _OF_WHOM or name == session.query.slots.organisation:
        return said
    if organisation_named(scene, query) is not None or _is_among(scene, name, said):
        return said
    unheard = teller.say("organisatie-onbekend", organisatie=name)
    shown = said.activities or said.organisations
    if query.topic in _OF_IT_ALONE and not shown:
        pieces = (unheard, " ", teller.say("gestopt-ander"))
        return Answer(bubbles=(Bubble(pieces=pieces, asks_location=True),), awaiting="place")
    first = said.bubbles[0]
    if query.topic != "find_activity" and shown:
        unheard = f"{unheard} {teller.say('wel-van-anderen')}\n\n"
    else:
        unheard += " "
    first = replace(first, pieces=(unheard, *first.pieces))
    return replace(said, bubbles=(first, *said.bubbles[1:]))


def _is_among(scene: Scene, name: str, said: Answer) -> bool:
    """Whether something shown goes by that name after all: "rouwcafé Oss"."""
    asked = set(words_of(name))
    for identity in said.activities:
        activity = scene.programme.activity(identity)
        if activity is None:
            continue
        holder = scene.programme.organisation(activity)
        location = scene.programme.locations.get(activity.location or "")
        town = location.town if location and location.town else ""
        if asked <= set(words_of(f"{activity.name} {holder.name} {town}")):
            return True
    return False
