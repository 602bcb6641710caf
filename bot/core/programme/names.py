"""Who is meant by a name: an organisation with a file, and the same one in an imported feed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.core.knowledge import Knowledge
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import tokens_of
from bot.core.model import Organisation
from bot.core.places.places import find_places
from bot.core.slots.persons import PERSON, Person
from bot.core.slots.slots import ORGANISATION

Called = Mapping[str, tuple[str, ...]]  # what a message names → the ids of who is meant

_LEGAL_FORM = PERSON + Person.LEGAL_FORM
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_SHORTEST = 6  # letters of a single word that is no everyday one


def called(organisations: Iterable[Organisation], lexicon: Lexicon) -> Called:
    """Whom each name stands for: ids, and names that the lexicon knows, as in `Slots`.

    Who has a file of their own comes first, then who came with a feed.
    """
    found: dict[str, list[str]] = {}
    for one in sorted(organisations, key=lambda one: one.origin is None):
        for value in dict.fromkeys((one.id, *_values(one, lexicon))):
            found.setdefault(value, []).append(one.id)
    return {value: tuple(ids) for value, ids in found.items()}


def knowing(knowledge: Knowledge, organisations: Iterable[Organisation]) -> Knowledge:
    """The knowledge with the names of imported organisations among its words.

    A name is left out where it is an everyday word, a place, or says something else already.
    """
    lexicon = knowledge.lexicon
    phrases = tuple(
        ((ORGANISATION, one.id), name)
        for one in organisations
        if one.id not in knowledge.organisations and not any(_values(one, lexicon))
        for name in _spellings(one)
        if _is_telling(name, knowledge)
    )
    if not phrases:
        return knowledge
    return replace(knowledge, brain=replace(knowledge.brain, lexicon=lexicon.with_more(phrases)))


def _values(organisation: Organisation, lexicon: Lexicon) -> Iterator[str]:
    """What the lexicon takes the whole of a name for."""
    for name in _spellings(organisation):
        tokens = tokens_of(name)
        for hit in lexicon.find(tokens):
            whole = hit.first == 0 and hit.last == len(tokens) - 1
            if whole and hit.category == ORGANISATION:
                yield hit.value


def _spellings(organisation: Organisation) -> Iterator[str]:
    """A name as it is, without what stands between brackets, and that alone."""
    for name in (organisation.name, *organisation.names):
        yield name
        inside = _BRACKETS.search(name)
        if inside:
            yield _BRACKETS.sub("", name)
            yield inside[1]


def _is_telling(name: str, knowledge: Knowledge) -> bool:
    """Whether a name says more than words that mean something already: a kind, a place."""
    lexicon, tokens = knowledge.lexicon, tokens_of(name)
    if len(tokens) == 1:
        word = tokens[0].word
        if len(word) < _SHORTEST or lexicon.is_everyday(word):
            return False
    told = {
        at
        for hit in lexicon.find(tokens)
        if hit.category != _LEGAL_FORM  # "stichting" makes a name of what follows
        for at in range(hit.first, hit.last + 1)
    }
    places = find_places(name, knowledge.gazetteer)
    return any(
        at not in told and not any(one.start <= token.start < one.end for one in places)
        for at, token in enumerate(tokens)
    )
