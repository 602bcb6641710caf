"""Chooses among what is around a place: the nearest, and not only what is far on the day asked."""

from datetime import timedelta

import numpy as np

from bot.core.programme.around import Accept, Mask
from bot.core.programme.request import Request
from bot.core.programme.upcoming import WEEK

MUCH_NEARER = 10.0  # km; what is so much nearer is shown, even on another day
_FAR = 3  # how many are shown where nothing is nearby


def nearby(request: Request, limit: int) -> tuple[list[int], bool]:
    """The indexes of what is shown near by, and whether that is on the days asked for."""
    if request.when is None:
        chosen = _whenever(request, limit)
        musts = [*_nearest_whenever(request), *_much_nearer(request, chosen)]
        return _merged(musts, chosen, limit), True
    timely = _close(request, limit, request.asked_days, request.is_timely)
    others: list[int] = []
    if not timely:
        others = _close(request, limit, request.all, None)
        timely = _far(request, 1 if others else _FAR, request.asked_days, request.is_timely)
    if not timely:
        others = others or _far(request, _FAR, request.all, None)
        musts = [
            *_called_off(request),
            *_nearest_whenever(request),
            *_much_nearer(request, others),
        ]
        return _merged(musts, others, limit), False
    chosen = list(dict.fromkeys([*timely, *others]))[:limit]
    musts = [*timely[:1], *_much_nearer(request, chosen), *_called_off(request)]
    return _merged(musts, chosen, limit), True


def _whenever(request: Request, limit: int) -> list[int]:
    return _close(request, limit, request.all, None) or _far(
        request, min(limit, _FAR), request.all, None
    )


def _close(request: Request, limit: int, keep: Mask, accept: Accept | None) -> list[int]:
    """The best within reach: first what fits, then the rest; of each what is stale last."""
    chosen: list[int] = []
    for group in request.groups:
        if len(chosen) < limit:
            chosen += request.around.nearest(
                keep & group, limit - len(chosen), bound=request.reach, accept=accept
            )
    return chosen


def _far(request: Request, limit: int, keep: Mask, accept: Accept | None) -> list[int]:
    """The nearest at any distance: first what fits, then the rest."""
    chosen = request.around.nearest(keep & request.fits, limit, accept=accept)
    return chosen + request.around.nearest(
        keep & ~request.fits, limit - len(chosen), accept=accept
    )


def _nearest_whenever(request: Request) -> list[int]:
    """The nearest of all, the nearest this week and, unless days were asked for, today."""
    base = max(request.today, request.when.start) if request.when and request.when.start else None
    week = (base or request.today) + timedelta(days=WEEK)
    keep = request.meant
    found = request.around.nearest(keep, 1)
    found += request.around.nearest(
        keep & request.may_fall(request.yesterday, week),
        1,
        accept=lambda i: request.day(i) <= week,
    )
    if request.when is None:
        found += request.around.nearest(
            keep & request.may_fall(request.yesterday, request.today),
            1,
            accept=lambda i: request.day(i) <= request.today,
        )
    return list(dict.fromkeys(found))


def _much_nearer(request: Request, chosen: list[int]) -> list[int]:
    """What is on this week and much nearer than all that is shown, both ways of measuring."""
    if request.around.place is None or not chosen:
        return []
    last = request.today + timedelta(days=WEEK)
    if request.when and request.when.start:
        last = max(last, request.when.end or request.when.start)
    keep = request.meant & request.may_fall(request.yesterday, last)
    found = []
    for straight in (False, True):
        measure = request.around.straight if straight else request.around.way
        unlike = not any(request.fits[index] and request.meant[index] for index in chosen)
        reach = np.inf if unlike else min(map(measure, chosen)) - MUCH_NEARER
        if reach < 0:
            continue
        found += request.around.nearest(
            keep, 1, bound=reach, accept=lambda i: request.look(i).soon, straight=straight
        )
    return list(dict.fromkeys(found))


def _called_off(request: Request) -> list[int]:
    """The nearest that would have been on the days asked for, but is cancelled."""
    columns = request.programme.columns
    if not columns.changed.any():
        return []
    return request.around.nearest(
        columns.changed & request.meant,
        1,
        bound=request.reach,
        accept=lambda i: bool(request.look(i).cancelled) and not request.look(i).on_time,
    )


def _merged(musts: list[int], chosen: list[int], limit: int) -> list[int]:
    """What must be shown and, as far as there is room, what was chosen, the best first."""
    musts = list(dict.fromkeys(musts))[:limit]
    others = [index for index in chosen if index not in musts]
    return musts + others[: limit - len(musts)]
