"""Finds what a message states besides its topic, and which words say so."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import TypeVar

from bot.core.days.dates import NO_SCHOOL_HOLIDAYS, find_when
from bot.core.days.marks import is_feast
from bot.core.days.reckoning import SchoolHolidays
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.phrases import NAMED, NOTHING, PERHAPS, Hit
from bot.core.lexicon.text import Token, tokens_of
from bot.core.message import Place, Slots, When
from bot.core.model import Format, Theme
from bot.core.places.gazetteer import Gazetteer, Mention
from bot.core.places.places import find_places
from bot.core.places.wanted import wanted_place
from bot.core.slots.audiences import audiences_of
from bot.core.slots.kinds import wanted_kind
from bot.core.slots.names import Wording
from bot.core.slots.persons import PERSON, Cast, Person, cast_of
from bot.core.slots.themes import is_refused, likeliest, of_the_group, precise
from bot.core.slots.troubles import bereaved

KIND, THEME, AUDIENCE, FORMAT, CONCEPT = "soort", "thema", "doelgroep", "vorm", "begrip"
ORGANISATION = NAMED
EXPLAINED = "uitleg"  # words of the glossary
_CHOSEN = (KIND, THEME, AUDIENCE, FORMAT)  # whose values are a closed list
_MASKED = (*_CHOSEN, CONCEPT)  # what the name of a place or a day says nothing of

PLACE_MASK, WHEN_MASK, ORGANISATION_MASK = "‹plaats›", "‹wanneer›", "‹organisatie›"
FEAST_MASK = "‹feestdag›"  # whether it is open then is what most ask of such a day

# What goes with grief, and does not make a death a mere part of its story.
_BESIDE_GRIEF = frozenset((Theme.GRIEF, Theme.SUICIDE_BEREAVEMENT, Theme.LONELINESS))

_OTHERWISE = frozenset("of or oder desnoods eventueel anders".split())

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
    for at in _inside(tokens, when.spans if when else ()):
        masks[at] = FEAST_MASK if is_feast(tokens[at].word) else WHEN_MASK
    # "Bergen op Zoom" is no video call and "boxing day" no sport; an organisation may well be
    # called after its town.
    hits = tuple(
        hit
        for hit in lexicon.find(tokens)
        if (hit.category not in _MASKED or not _within(hit, masks))
        and (hit.value != NOTHING or hit.category not in _CHOSEN)
    )
    if not any(hit.category == ORGANISATION for hit in hits):
        hits += _nearly_named(text, tokens, hits, masks, lexicon)
    for hit in hits:
        if hit.category == ORGANISATION:
            masks.update(dict.fromkeys(range(hit.first, hit.last + 1), ORGANISATION_MASK))
    cast = cast_of(text, tokens, hits)
    slots = _slots(text, cast, mentions, when.when if when else None, hits, lexicon)
    if slots.organisation is None and (name := _as_typed(text, cast, hits, masks, lexicon)):
        slots = replace(slots, organisation=name)
    return Found(slots=slots, hits=hits, masks=masks)


def _within(hit: Hit, masks: Container[int]) -> bool:
    return all(at in masks for at in range(hit.first, hit.last + 1))


def find_explained(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The ids of the words in a text that the glossary explains, in order."""
    hits = lexicon.find(tokens_of(text))
    return tuple(dict.fromkeys(hit.value for hit in hits if hit.category == EXPLAINED))


def _slots(
    text: str,
    cast: Cast,
    mentions: tuple[Mention, ...],
    when: When | None,
    hits: tuple[Hit, ...],
    lexicon: Lexicon,
) -> Slots:
    wanted = wanted_place(text, mentions)
    forms = [hit for hit in _of(hits, FORMAT) if not _beside(cast.tokens, hit)]
    formats = _formats(cast, forms)
    named = _meant(cast, _of(hits, THEME))
    firm = [hit for hit in named if not hit.value.startswith(PERHAPS)]
    named = firm or likeliest(named)
    themes = _values(of_the_group(cast, named), THEME, Theme)
    if not themes and bereaved(cast):
        themes.append(Theme.GRIEF)
    if Theme.GRIEF in themes and Person.BY_OWN_HAND in cast.said:
        themes.append(Theme.SUICIDE_BEREAVEMENT)
    holders = _of(hits, ORGANISATION)[:1]
    organisation = holders[0].value if holders else None
    if wanted and wanted.place:
        sort = holders or _of(hits, EXPLAINED)
        organisation = _named_after(wanted.place, sort, lexicon) or organisation
    return Slots(
        place=wanted.place if wanted else None,
        namesakes=wanted.namesakes if wanted and wanted.place is None else (),
        nearly=_nearly(wanted, mentions),
        when=when,
        kind=wanted_kind(text, cast, _of(hits, KIND)),
        themes=precise(themes),
        audiences=audiences_of(cast, _of(hits, AUDIENCE), named),
        format=formats[0] if len(formats) == 1 else None,
        organisation=organisation,
    )


def _nearly_named(
    text: str,
    tokens: tuple[Token, ...],
    hits: tuple[Hit, ...],
    masks: Container[int],
    lexicon: Lexicon,
) -> tuple[Hit, ...]:
    """An organisation whose name is misspelt or cut up otherwise; none where there is none."""
    told = _told(hit for hit in hits if not hit.category.startswith(PERSON))
    rare = {
        at
        for at, token in enumerate(tokens)
        if at not in told
        and at not in masks
        and len(token.word) > 1
        and token.word.isalpha()
        and not lexicon.is_everyday(token.word)
    }
    found = lexicon.near_name(text, tokens, rare)
    return (found,) if found else ()


def _told(hits: Iterable[Hit]) -> set[int]:
    """The positions of the words that stand for something."""
    return {at for hit in hits for at in range(hit.first, hit.last + 1)}


def _as_typed(
    text: str, cast: Cast, hits: tuple[Hit, ...], masks: dict[int, str], lexicon: Lexicon
) -> str | None:
    """The name of an organisation that we do not know, as it was typed."""
    placed = {at for at, mask in masks.items() if mask == PLACE_MASK}
    wording = Wording(
        text=text,
        tokens=cast.tokens,
        cast=cast,
        placed=placed,
        taken=masks,
        told=_told(hits),
        everyday=lexicon.is_everyday,
    )
    return wording.name()


def _formats(cast: Cast, hits: Sequence[Hit]) -> list[Format]:
    """The forms that are wanted; who wants no screen wants to be there."""
    found: list[Format] = []
    for hit in hits:
        if not (hit.first - 1 in cast.at[Person.NOT] or cast.denied(hit)):
            found.append(Format(hit.value))
        elif hit.value == Format.ONLINE:
            found.append(Format.IN_PERSON)
    return list(dict.fromkeys(found))


def _meant(cast: Cast, themes: list[Hit]) -> list[Hit]:
    """Leaves out a theme that is said not to be there: "niet de drank maar de wiet".

    So too a death that is only told of in the story of another trouble.
    """
    kept = [hit for hit in themes if not is_refused(cast, hit)]
    kept = [hit for hit in kept if not cast.denied(hit)] or kept
    firm = [hit for hit in kept if not (hit.value.startswith(PERHAPS) or cast.without(hit))]
    if firm:
        kept = [hit for hit in kept if not cast.without(hit)]
    troubles = [hit for hit in firm if hit.value not in _BESIDE_GRIEF]
    deaths = [hit for hit in kept if hit.value == Theme.GRIEF]
    gone = cast.at[Person.GONE]
    if troubles and all(not gone.isdisjoint(range(h.first, h.last + 1)) for h in deaths):
        kept = [hit for hit in kept if hit.value != Theme.GRIEF]
    return kept


def _beside(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Whether a form is only one way of two: "online of in Almere", "telefonisch mag ook"."""
    before = tokens[hit.first - 1].word if hit.first else ""
    after = tokens[hit.last + 1].word if hit.last + 1 < len(tokens) else ""
    return before in _OTHERWISE or after in _OTHERWISE or after == "mag"


def _named_after(place: Place, hits: Iterable[Hit], lexicon: Lexicon) -> str | None:
    """Who is called after such a word and its town: "AA voor vrouwen in Emmen"."""
    for hit in hits:
        name = tokens_of(f"{hit.phrase} {place.name}")
        found = [one for one in lexicon.find(name) if one.category == ORGANISATION]
        if any(one.last - one.first + 1 == len(name) for one in found):
            return found[0].value
    return None


def _of(hits: Iterable[Hit], category: str) -> list[Hit]:
    return [hit for hit in hits if hit.category == category]


def _values(hits: Iterable[Hit], category: str, values: type[_Value]) -> list[_Value]:
    return list(dict.fromkeys(values(hit.value) for hit in hits if hit.category == category))


def _nearly(wanted: Mention | None, mentions: tuple[Mention, ...]) -> tuple[Place, ...]:
    if wanted and wanted.place is not None:
        return ()
    return next((mention.nearly for mention in mentions if mention.nearly), ())


def _inside(tokens: tuple[Token, ...], spans: Iterable[tuple[int, int]]) -> list[int]:
    """The positions of the tokens that lie within a span."""
    found: list[int] = []
    for start, end in spans:
        at = bisect_left(tokens, start, key=_start)
        while at < len(tokens) and tokens[at].end <= end:
            found.append(at)
            at += 1
    return found


_start = attrgetter("start")
