"""Chooses among what needs no place: online, by telephone, or all over the province or country."""

from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from bot.core.model import Format
from bot.core.programme.changed import day_of
from bot.core.programme.columns import format_number
from bot.core.programme.request import Request, weekday_bits
from bot.core.programme.upcoming import WEEK

_ANYWHERE = 3


def anywhere(request: Request) -> list[int]:
    """The best of what needs no place: the form asked for first, then the soonest."""
    reach = request.meant_of(request.programme.remote)
    if request.slots.place is not None:
        areas = [request.programme.by_area.get(area) for area in request.areas]
        held = [request.meant_of(area) for area in areas if area is not None]
        reach = np.unique(np.concatenate([reach, *held])) if held else reach
    chosen: list[int] = []
    for group in _by_form(request, reach):
        fresh = group[~request.stale[group]]
        if request.when is not None:
            chosen += _soonest(request, fresh, _ANYWHERE - len(chosen), on_time=True)
        chosen += _soonest(request, fresh, _ANYWHERE - len(chosen), on_time=request.when is None)
        chosen += group[request.stale[group]].tolist()[: _ANYWHERE - len(chosen)]
    return chosen


def _by_form(request: Request, reach: NDArray[np.int32]) -> list[NDArray[np.int32]]:
    asked = request.slots.format
    if asked is None or asked is Format.IN_PERSON:
        return [reach]
    like = request.programme.columns.format[reach] == format_number(asked)
    return [reach[like], reach[~like]]


def _soonest(
    request: Request, reach: NDArray[np.int32], count: int, *, on_time: bool
) -> list[int]:
    """Those with a date on the first days, a day at a time, and then the rest by their ids."""
    chosen: list[int] = []
    if not len(reach) or count <= 0:
        return chosen
    weekdays = request.programme.columns.weekdays[reach]
    for slot in range(WEEK + 2):
        day = request.base + timedelta(days=slot)
        bits = weekday_bits(request.yesterday if slot == 0 else day, day)
        may = (weekdays & np.uint8(bits)) != 0 if slot <= WEEK else slice(None)
        for index in reach[may].tolist():
            if len(chosen) >= count:
                return chosen
            if _slot(request, index) == slot and request.look(index).on_time == on_time:
                chosen.append(index)
    return chosen


def _slot(request: Request, index: int) -> int:
    """How many days it is until the next date, at most a week."""
    following = request.look(index).next
    if following is None:
        return WEEK + 1
    return min(max((day_of(following) - request.base).days, 0), WEEK + 1)
