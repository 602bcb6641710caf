"""Makes mentions of places, and settles what those of one text mean together."""

from dataclasses import replace

from bot.core.message import Place
from bot.core.places.distance import kilometres
from bot.core.places.gazetteer import Mention
from bot.core.places.passage import Passage

_FAR_BIGGER = 30  # times the inhabitants of the next namesake: then the big one is meant
_QUARTER_NEAR = 12  # kilometres from the middle of a town within which its quarters lie
_QUARTER_GAPS = (" ", "-", ", ", " - ", "/", " wijk ", " (")
_NEAR = 30  # kilometres within which a town decides between namesakes


def mention_of(start: int, end: int, places: list[tuple[Place, int]]) -> Mention:
    """The mention of a name: the largest place of it where that is far the largest."""
    if len(places) == 1 or places[0][1] >= _FAR_BIGGER * places[1][1]:
        return Mention(start=start, end=end, place=places[0][0])
    return Mention(start=start, end=end, namesakes=tuple(place for place, _ in places))


def settled(passage: Passage) -> tuple[Mention, ...]:
    """The mentions of a text, put together where they name one place, and its namesakes chosen."""
    if not passage.found:
        return ()
    found = _quarters(passage.text, _beside_codes(passage))
    provinces = {mention.province for mention in found if mention.province}
    towns = [mention.place for mention in found if mention.place]
    return tuple(_decided(m, provinces, towns) if m.namesakes else m for m in found)


def _beside_codes(passage: Passage) -> list[Mention]:
    """The mentions, a postcode and the town beside it as one mention of the postcode."""
    kept: list[Mention] = []
    for mention in passage.found:
        pair = (kept[-1], mention) if kept else ()
        codes = [one for one in pair if one.place and one.place.name.isdigit()]
        if len(codes) == 1 and not passage.text[kept[-1].end : mention.start].strip(" ,-()"):
            kept[-1] = replace(codes[0], start=kept[-1].start, end=mention.end)
        else:
            kept.append(mention)
    return kept


def _quarters(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions, a town and its quarter right after it as the quarter: "Utrecht Overvecht"."""
    kept: list[Mention] = []
    for mention in found:
        town = kept[-1].place if kept else None
        gap = text[kept[-1].end : mention.start] if kept else ""
        if town and mention.place and gap in _QUARTER_GAPS and is_part(mention.place, town):
            kept[-1] = replace(mention, start=kept[-1].start)
        else:
            kept.append(mention)
    return kept


def is_part(quarter: Place, town: Place) -> bool:
    """Whether a place lies in the municipality of a town and is not that town itself."""
    if quarter.name == town.name or quarter.name.isdigit() or town.name.isdigit():
        return False
    near = kilometres(quarter.lat, quarter.lon, town.lat, town.lon) < _QUARTER_NEAR
    return near and town.name == town.municipality == quarter.municipality


def _decided(mention: Mention, provinces: set[str], towns: list[Place]) -> Mention:
    """The mention with the namesake that a named province or a town near by decides."""
    inside = [place for place in mention.namesakes if place.province in provinces]
    if len(inside) == 1:
        return replace(mention, place=inside[0], namesakes=())
    for town in towns:
        away = {
            kilometres(place.lat, place.lon, town.lat, town.lon): place
            for place in mention.namesakes
        }
        first, second = sorted(away)[:2] if len(away) > 1 else (_NEAR, _NEAR)
        if first < _NEAR and first * 2 < second:
            return replace(mention, place=away[first], namesakes=())
    return mention
