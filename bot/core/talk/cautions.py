"""Says in what a list is not what was asked for: too far, another day, not for them alone."""

from collections.abc import Iterator
from dataclasses import replace

from bot.core.message import Query, When
from bot.core.model import Audience
from bot.core.programme.changed import Changed
from bot.core.programme.search import NEARBY, Match, Matches
from bot.core.programme.upcoming import changed_ahead, is_within
from bot.core.talk.teller import Teller

# Whom people ask a group for that is for them alone; "for parents" may mean much else.
_ALONE = {
    Audience.WOMEN: "wie-vrouwen",
    Audience.MEN: "wie-mannen",
    Audience.LGBTQ: "wie-lhbti",
    Audience.YOUNG: "wie-jongeren",
    Audience.OLDER: "wie-ouderen",
}


def cautions(teller: Teller, query: Query, found: Matches) -> Iterator[str]:
    """In what a list is not what was asked for, each in a sentence or two."""
    place = query.slots.place
    nearest, timely = found.nearest_kilometres, found.nearest_on_time
    if nearest is not None and nearest > NEARBY:
        # What may well be gone is listed last, and is not what one would set out for.
        sure = replace(found, near=tuple(one for one in found.near if not one.stale))
        yield teller.say("ver-weg", km=round(sure.nearest_kilometres or nearest))
    off = _is_called_off(teller, query.slots.when, found)
    if place is not None and not found.exact:
        yield teller.say("niets-precies", plaats=place.name)
    elif not found.on_time:
        yield teller.say("verruimd-vervalt" if off else "verruimd-dagen")
    elif query.slots.when and nearest is not None and (timely is None or timely > NEARBY):
        yield teller.say("verruimd-vervalt-dichtbij" if off else "verruimd-dagen-dichtbij")


def not_for_them_alone(teller: Teller, query: Query, found: Matches) -> Iterator[str]:
    """That none of what somebody offers is known to be for those alone whom it was asked for."""
    matches = (*found.near, *found.anywhere)
    for audience in query.slots.audiences:
        if audience in _ALONE and not any(audience in one.activity.audiences for one in matches):
            yield teller.say("niet-alleen-voor", wie=teller.say(_ALONE[audience]))


def _is_called_off(teller: Teller, when: When | None, found: Matches) -> bool:
    """Whether something near would have been on at the time asked for, but is off."""
    return when is not None and any(
        is_within(one, when)
        for match in found.near
        if match.kilometres is None or match.kilometres <= NEARBY
        for one in _off(teller, match)
    )


def _off(teller: Teller, match: Match) -> tuple[Changed, ...]:
    if match.cancelled or not match.stale:
        return match.cancelled
    return changed_ahead(teller.programme, match.activity, teller.now).cancelled
