"""Find the hours that are meant on one day: doors and start, length, morning or evening."""

from dataclasses import replace

from bot.core.calendar.dutch_clock import MIDNIGHT, minute_of_day, opening_and_closing
from bot.core.model import Part
from bot.core.schedules.draft import Draft
from bot.core.schedules.items import Hours
from bot.core.schedules.recurrence import Window


def windows_of(draft: Draft, part: Part | None) -> tuple[Window, ...]:
    """The hours of a draft on one of its days, doors and length worked in."""
    if draft.all_hours and not draft.hours:
        return (Window(opens=0, closes=MIDNIGHT),)
    weekday = draft.days[0].weekdays[0] if draft.days and draft.days[0].weekdays else None
    read = [(_window(hours, hours.part or part, weekday), hours) for hours in draft.hours]
    doors = [place for place in range(len(read)) if _is_doors(place, read)]
    windows: list[Window] = []
    for place, (window, _) in enumerate(read):
        if place in doors:
            continue
        if window.opens is None and windows and windows[-1].closes is None:
            windows[-1] = _closed(windows[-1], window.closes)
        else:
            windows.append(window)
    opened = [_with_doors(window, [read[door][0] for door in doors]) for window in windows]
    return tuple(dict.fromkeys(_with_length(window, draft.length) for window in opened))


def _with_length(window: Window, length: int | None) -> Window:
    if length is None or window.opens is None or window.closes is not None:
        return window
    return replace(window, closes=window.opens + length)


def _closed(window: Window, closes: int | None) -> Window:
    if window.opens is None or closes is None:
        return window
    while closes <= window.opens:
        closes += MIDNIGHT // 2
    return replace(window, closes=closes)


def _window(hours: Hours, part: Part | None, weekday: int | None) -> Window:
    if hours.opens is None:
        closes = minute_of_day(hours.closes, part) if hours.closes else None
        return Window(opens=None, closes=closes)
    if hours.closes is None:
        return Window(opens=minute_of_day(hours.opens, part))
    opens, closes = opening_and_closing(hours.opens, hours.closes, part)
    if hours.closing_day is not None and weekday is not None:
        if hours.closing_part is not None:
            closes = minute_of_day(hours.closes, hours.closing_part)
        else:
            closes = opening_and_closing(hours.opens, hours.closes, None)[1]
        later = (hours.closing_day - weekday) % 7
        closes = closes % MIDNIGHT + later * MIDNIGHT
        closes += MIDNIGHT if closes <= opens else 0
    return Window(opens=opens, closes=closes)


def _with_doors(window: Window, doors: list[Window]) -> Window:
    near = [
        door.opens
        for door in doors
        if door.opens is not None
        and window.opens is not None
        and _is_soon(door.opens, window.opens)
    ]
    return replace(window, doors=max(near)) if near else window


def _is_soon(doors: int, start: int) -> bool:
    return 0 < start - doors <= 90


def _is_doors(place: int, windows: list[tuple[Window, Hours]]) -> bool:
    """Whether a time says when one can come in, and another one when it begins."""
    window, hours = windows[place]
    if window.opens is None or hours.begins:
        return False
    for other, said in windows:
        if other.opens is None or not _is_soon(window.opens, other.opens):
            continue
        fits = window.closes is None or window.closes <= other.opens
        early = hours.onwards and said.closes is not None  # "19.30-21.30, vanaf 19.15"
        if fits and (hours.doors or said.begins or early):
            return True
    return False
