"""Asks where to search, or which of several places is meant."""

from bot.core.message import Place, Query
from bot.core.reply import Bubble, Button
from bot.core.talk.choices import Verb, payload
from bot.core.talk.outcome import Answer
from bot.core.talk.teller import Teller


def ask_place(teller: Teller) -> Answer:
    """Asks where to search."""
    bubble = Bubble(pieces=(teller.say("vraag-plaats"),), asks_location=True)
    return Answer(bubbles=(bubble,), awaiting="place")


def ask_which_place(teller: Teller, query: Query) -> Answer | None:
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
