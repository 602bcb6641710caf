"""A message cut up: its words with masks, what they mean, and its slots."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from bot.core.days.dates import NO_SCHOOL_HOLIDAYS
from bot.core.days.reckoning import SchoolHolidays
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.phrases import Hit
from bot.core.lexicon.spacing import spaced
from bot.core.lexicon.text import LENGTH_LIMIT, Clause, Token, tokens_of
from bot.core.places.gazetteer import Gazetteer
from bot.core.scoring.features import features_of
from bot.core.slots.persons import PERSON
from bot.core.slots.slots import EXPLAINED, Found, find_slots
from bot.core.understanding.language import language_of

NUMBER_MASK = "‹getal›"
_GREETING = ("begrip", "groet")
_TOWN = 10_000  # inhabitants
_SHORTEST_TOWN = 5  # letters of a town that words may be stuck to
_start = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A message cut up: tokens with masks, the concepts found, and the slots."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    concepts: tuple[tuple[str, int], ...]  # (concept, position of its first token)
    found: Found

    def span(self, clause: Clause | None = None) -> tuple[int, int]:
        """The positions of the tokens of a clause, or of all: the first, and one past the last."""
        if clause is None:
            return 0, len(self.tokens)
        first = bisect_left(self.tokens, clause.start, key=_start)
        return first, bisect_left(self.tokens, clause.end, lo=first, key=_start)


def read(
    text: str,
    now: datetime,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    school: SchoolHolidays = NO_SCHOOL_HOLIDAYS,
) -> Reading:
    """Cuts a message up and finds its slots; `now` is local time in Europe/Amsterdam."""
    text = spaced(text[:LENGTH_LIMIT], lexicon.knows, lambda word: _is_town(word, gazetteer))
    tokens = lexicon.spelt_out(tokens_of(text))
    found = find_slots(text, tokens, now, lexicon, gazetteer, school)
    shown = {at: NUMBER_MASK for at, token in enumerate(tokens) if token.word.isdigit()}
    shown |= found.masks
    words = tuple([shown.get(at) or token.word for at, token in enumerate(tokens)])
    stems = tuple([shown.get(at) or token.stem for at, token in enumerate(tokens)])
    concepts = tuple(
        pair
        for hit in found.hits
        if hit.first not in found.masks and _tells(hit)
        for pair in ((f"{hit.category}:{hit.value}", hit.first), (hit.category, hit.first))
    )
    return Reading(
        text=text,
        language=language_of(text, [token.word for token in tokens]),
        tokens=tokens,
        words=words,
        stems=stems,
        concepts=concepts,
        found=found,
    )


def after_greeting(reading: Reading) -> str:
    """What comes after the greeting that a message opens with; empty where there is none."""
    greetings = {hit.first: hit.last for hit in reading.found.hits if hit[:2] == _GREETING}
    at = 0
    while at in greetings:
        at = greetings[at] + 1
    return reading.text[reading.tokens[at].start :] if 0 < at < len(reading.tokens) else ""


def _tells(hit: Hit) -> bool:
    """Whether a phrase says something of the topic; who is meant, or a hard word, does not."""
    return hit.category != EXPLAINED and not hit.category.startswith(PERSON)


def _is_town(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word names a town of some size for sure."""
    if len(word) < _SHORTEST_TOWN or not gazetteer.certain(word):
        return False
    return gazetteer.counted(word)[0][1] >= _TOWN


def features_of_reading(reading: Reading) -> dict[str, float]:
    """The named features of an example."""
    return features_of(reading.words, reading.stems, [concept for concept, _ in reading.concepts])
