"""Finds what fits a request: nearest first, honest about what it leaves open."""

from dataclasses import replace
from datetime import datetime
from math import inf
from operator import attrgetter

from bot.core.message import Place, Slots, When
from bot.core.model import Activity
from bot.core.programme.anywhere import anywhere
from bot.core.programme.changed import moment_of
from bot.core.programme.matches import NEARBY, Match, Matches
from bot.core.programme.nearby import MUCH_NEARER, nearby
from bot.core.programme.programme import Programme
from bot.core.programme.request import Request
from bot.core.programme.upcoming import is_over

_NEVER = "~"  # behind every moment


def search(programme: Programme, slots: Slots, now: datetime, limit: int = 5) -> Matches:
    """The best matches for a request: at most `limit` near ones, and three from anywhere.

    Where nothing of the kind asked for is near, but other kinds are, or are much nearer, those are
    shown beside it and `exact` is False. Unless days were asked for, the nearest today, the
    nearest this week and the nearest of all are always among them; and nothing on this week is
    10 km or more nearer than all that is shown. `now` is local time in Europe/Amsterdam.
    """
    found = _matches(Request(programme, slots, now), limit)
    if slots.kind is None or _is_near(found):
        return found
    wider = _matches(Request(programme, replace(slots, kind=None), now), limit)
    if not wider or (found.near and not _is_much_nearer(wider, found)):
        return found
    kept = wider.near
    own = [match for match in found.near if match.activity not in [m.activity for m in kept]]
    if own and limit > 1:
        kept = tuple(sorted((*kept[: limit - 1], own[0]), key=attrgetter("stale")))
    return replace(wider, near=kept, anywhere=found.anywhere or wider.anywhere, exact=False)


def match_of(
    programme: Programme,
    activity: Activity,
    now: datetime,
    *,
    place: Place | None = None,
    when: When | None = None,
) -> Match:
    """One activity as a match, where it is known which one is meant."""
    slots = Slots(place=place, organisation=activity.organisation, when=when)
    match = Request(programme, slots, now).match(programme.numbers[activity.id])
    return replace(match, fits=True)


def _matches(request: Request, limit: int) -> Matches:
    chosen, on_time = nearby(request, limit)
    near = sorted((request.match(index) for index in chosen), key=_rank)
    return Matches(
        near=tuple(near),
        anywhere=tuple(request.match(index) for index in anywhere(request)),
        on_time=on_time,
        exact=not near or any(match.fits for match in near),
    )


def _rank(match: Match) -> tuple[bool, bool, bool, bool, float, bool, str, str]:
    """What is within reach comes first; then what is on time, fits, and can be relied on.

    Of what is far the nearest comes first, whatever it is: the way there is what counts. Of what
    is equally near the soonest comes first.
    """
    kilometres, other = match.kilometres or 0.0, not match.fits
    far, late, identity = kilometres > NEARBY, not match.on_time, match.activity.id
    # Of another day than asked, the order says nothing: what is off may be what was meant.
    soon = moment_of(match.next).isoformat() if match.next and not late else _NEVER
    return far, late, other and not far, match.stale, kilometres, other, soon, identity


def _is_much_nearer(wider: Matches, found: Matches) -> bool:
    """Whether something of any kind is near, or surely there and much nearer."""
    return _is_near(wider) or _nearest_sure(wider) <= _nearest_sure(found) - MUCH_NEARER


def _nearest_sure(found: Matches) -> float:
    """How far the nearest is of what is not out of date; 0 for what needs no way there."""
    return min((one.kilometres or 0.0 for one in found.near if not one.stale), default=inf)


def _is_near(found: Matches) -> bool:
    nearest = found.nearest_kilometres
    return bool(found.near) and (nearest is None or nearest <= NEARBY)


__all__ = ["MUCH_NEARER", "NEARBY", "Match", "Matches", "is_over", "match_of", "search"]
