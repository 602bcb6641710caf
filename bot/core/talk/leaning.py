"""Marks of a message after another: what tells whether it goes on with the question before."""

from itertools import pairwise
from math import log

from bot.core.message import Slots
from bot.core.understanding.understand import Decision, Understanding

LEAST = 1e-5  # a chance below which topics are alike
_FEWEST_POINTS = -6.0
_LONG = 12  # words


def marks_of(understood: Understanding, before: str) -> dict[str, float]:
    """The marks of a message after a question of this topic, in words for editors."""
    words, named = understood.words, _named(understood.slots)
    marks = {
        "altijd": 1.0,
        "lengte": log(1 + len(words)),
        "niet van ons": understood.elsewhere,
        f"alleen gelezen: {understood.decision}": 1.0,
    }
    if understood.continues:
        marks["alleen een plaats, dag of soort"] = 1.0
    if len(words) > _LONG:
        marks["lang"] = 1.0
    for name in named or ("niets",):
        marks[f"noemt {name}"] = marks[f"noemt {name}, na {before}"] = 1.0
    if words:
        marks[f"begint met ‘{words[0]}’"] = 1.0
        marks[f"eindigt op ‘{words[-1]}’"] = 1.0
    for one, two in pairwise(words[:2]):
        marks[f"begint met ‘{one} {two}’"] = 1.0
    for word in words:
        marks[f"woord ‘{word}’"] = 1.0
    marks[f"na {before}"] = 1.0
    chances = dict(understood.chances)
    if chances:
        far = log(max(chances.get(before, 0.0), LEAST)) - log(max(LEAST, *chances.values()))
        marks["hoe ver van het eerste"] = max(_FEWEST_POINTS, far)
    return marks


def asks_whole(understood: Understanding) -> bool:
    """Whether a message asks something by itself, so surely that it is answered."""
    return understood.decision is Decision.ANSWER and not understood.continues


def _named(slots: Slots) -> tuple[str, ...]:
    """What a message names besides its topic."""
    named = {
        "plaats": slots.place or slots.namesakes or slots.nearly,
        "tijd": slots.when,
        "dag": slots.when and slots.when.start,
        "soort": slots.kind,
        "thema": slots.themes,
        "voor wie": slots.audiences,
        "vorm": slots.format,
        "organisatie": slots.organisation,
    }
    return tuple(name for name, value in named.items() if value)
