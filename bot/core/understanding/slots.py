"""Finds what a message states besides its topic, and which words say so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from bot.core.days.dates import NO_SCHOOL_HOLIDAYS, find_when
from bot.core.days.reckoning import SchoolHolidays
from bot.core.message import Place, Slots, When
from bot.core.model import Audience, Format, Kind, Theme
from bot.core.places.places import Gazetteer, Mention, find_places, wanted_place
from bot.core.understanding.text import Token, tokens_of
from bot.core.understanding.words import Hit, Lexicon

KIND, THEME, AUDIENCE, FORMAT, CONCEPT = "soort", "thema", "doelgroep", "vorm", "begrip"
ORGANISATION = "organisatie"
EXPLAINED = "uitleg"  # words of the glossary

PLACE_MASK, WHEN_MASK, ORGANISATION_MASK = "‹plaats›", "‹wanneer›", "‹organisatie›"

# A theme that says in general what another one says more precisely.
_NARROWER: dict[Theme, set[Theme]] = {
    Theme.ADDICTION: {Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING},
    Theme.GRIEF: {Theme.SUICIDE_BEREAVEMENT},
    Theme.PSYCHOSIS: {Theme.VOICES},
    Theme.ANXIETY: {Theme.OCD},
    Theme.DEPRESSION: {Theme.BIPOLAR},
}

_Value = TypeVar("_Value", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The slots of a message, the lexicon's hits, and a mask for each token that names a slot."""

    slots: Slots
    hits: tuple[Hit, ...]
    masks: dict[int, str]


def find_slots(
    text: str,
    tokens: tuple[Token, ...],
    now: datetime,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    school: SchoolHolidays = NO_SCHOOL_HOLIDAYS,
) -> Found:
    """Reads place, when, kind, themes, audiences, format and organisation from one message.

    `now` is local wall-clock time in Europe/Amsterdam.
    """
    mentions = find_places(text, gazetteer)
    when = find_when(text, now, school)
    spans = [(mention.start, mention.end) for mention in mentions]
    masks = dict.fromkeys(_inside(tokens, spans), PLACE_MASK)
    # "Bergen op Zoom" is no video call; an organisation may well be called after its town.
    hits = tuple(
        hit
        for hit in lexicon.find(tokens)
        if hit.category == ORGANISATION
        or not all(at in masks for at in range(hit.first, hit.last + 1))
    )
    masks.update(dict.fromkeys(_inside(tokens, when.spans if when else ()), WHEN_MASK))
    for hit in hits:
        if hit.category == ORGANISATION:
            masks.update(dict.fromkeys(range(hit.first, hit.last + 1), ORGANISATION_MASK))
    slots = _slots(text, mentions, when.when if when else None, hits)
    return Found(slots=slots, hits=hits, masks=masks)


def find_explained(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The ids of the words in a text that the glossary explains, in order."""
    hits = lexicon.find(tokens_of(text))
    return tuple(dict.fromkeys(hit.value for hit in hits if hit.category == EXPLAINED))


def _slots(
    text: str, mentions: tuple[Mention, ...], when: When | None, hits: tuple[Hit, ...]
) -> Slots:
    wanted = wanted_place(text, mentions)
    kinds = _values(hits, KIND, Kind)
    formats = _values(hits, FORMAT, Format)
    themes = _precise(_values(hits, THEME, Theme))
    organisation = next((hit.value for hit in hits if hit.category == ORGANISATION), None)
    return Slots(
        place=wanted.place if wanted else None,
        namesakes=wanted.namesakes if wanted and wanted.place is None else (),
        nearly=_nearly(wanted, mentions),
        when=when,
        kind=_one_kind(kinds),
        themes=themes,
        audiences=_audiences(hits, themes),
        format=formats[0] if len(formats) == 1 else None,
        organisation=organisation,
    )


def _values(hits: Iterable[Hit], category: str, values: type[_Value]) -> list[_Value]:
    return list(dict.fromkeys(values(hit.value) for hit in hits if hit.category == category))


def _one_kind(kinds: list[Kind]) -> Kind | None:
    """The kind named; of two kinds none, but a companion to walk with is a companion."""
    if Kind.ONE_TO_ONE in kinds:
        return Kind.ONE_TO_ONE
    lessons = [kind for kind in kinds if kind in (Kind.COURSE, Kind.WORKSHOP)]
    if len(lessons) == 1 and len(kinds) == 2:
        return lessons[0]  # "een workshop tekenen" is a workshop
    return kinds[0] if len(kinds) == 1 else None


def _precise(themes: list[Theme]) -> tuple[Theme, ...]:
    """Leaves out a general theme where a more precise one is named too."""
    return tuple(t for t in themes if not _NARROWER.get(t, set()) & set(themes))


def _audiences(hits: tuple[Hit, ...], themes: tuple[Theme, ...]) -> tuple[Audience, ...]:
    """The audiences named; parents who come for their child's trouble are loved ones as well."""
    named = _values(hits, AUDIENCE, Audience)
    about_child = any(hit.category == CONCEPT and hit.value == "kind" for hit in hits)
    if Audience.PARENTS in named and Audience.LOVED_ONES not in named and themes and about_child:
        named.insert(0, Audience.LOVED_ONES)
    return tuple(named)


def _nearly(wanted: Mention | None, mentions: tuple[Mention, ...]) -> tuple[Place, ...]:
    if wanted and wanted.place is not None:
        return ()
    return next((mention.nearly for mention in mentions if mention.nearly), ())


def _inside(tokens: tuple[Token, ...], spans: Iterable[tuple[int, int]]) -> list[int]:
    """The positions of the tokens that lie within a span."""
    ranges = tuple(spans)
    return [
        position
        for position, token in enumerate(tokens)
        if any(start <= token.start and token.end <= end for start, end in ranges)
    ]
