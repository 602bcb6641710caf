"""The dates of an event by its rule (RFC 5545), with those that it adds and leaves out."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrule, rruleset, rrulestr
from icalendar import Component

from bot.exchange.icalendar.moments import Moment, local_of, value_of
from bot.exchange.icalendar.vevent import Vevent

_HORIZON = timedelta(days=740)
_MOST = 5_000  # dates of one series that are looked at


def starts_of(event: Vevent, start: Moment) -> tuple[list[Moment], list[Moment]]:
    """All starts within the horizon, exceptions included, and the exceptions among them."""
    part, bare = event.part, not isinstance(start, datetime)
    first = start if isinstance(start, datetime) else datetime.combine(start, time())
    rules = rruleset()
    rules.rdate(first)
    if "RRULE" in part:
        rule = _rule(event)
        if rule is None:
            return [], []
        made = rrulestr(rule, dtstart=first)
        if isinstance(made, rrule):
            rules.rrule(made)
    for moment in _moments(part, "RDATE"):
        rules.rdate(moment)
    last = max(first, datetime.combine(event.feed.read, time())) + _HORIZON
    found: list[Moment] = []
    for moment in rules:
        if moment > last or len(found) >= _MOST:
            break
        found.append(moment.date() if bare else moment)
    out = {moment.date() if bare else moment for moment in _moments(part, "EXDATE")}
    return found, sorted(out & set(found), key=str)


def _rule(event: Vevent) -> str | None:
    """The RRULE in local time, its end too; None where it is not one."""
    rule = rule_parts(event.part)
    if until := rule.get("UNTIL"):
        local = local_of(until[0])
        bare = not isinstance(local, datetime)
        rule["UNTIL"] = [f"{local:%Y%m%d}T235959" if bare else f"{local:%Y%m%dT%H%M%S}"]
    if str((rule.get("FREQ") or [""])[0]) not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        event.wrong("RRULE", "Deze herhaling kennen we niet.")
        return None
    zone = getattr(value_of(event.part, "DTSTART"), "tzinfo", None)
    if zone is not None and str(zone) in ("UTC", "Z"):
        event.wrong("RRULE", "De tijden staan in UTC: in de zomer kan het een uur schelen.")
    return ";".join(f"{key}={','.join(map(str, values))}" for key, values in rule.items())


def rule_parts(part: Component) -> dict[str, list[Any]]:
    """The parts of the RRULE; of the first where there are more."""
    given: Any = part.get("RRULE")
    return dict(given[0] if isinstance(given, list) else given or {})


def _moments(part: Component, name: str) -> Iterator[datetime]:
    held = part.get(name)
    for group in held if isinstance(held, list) else [held] if held is not None else []:
        for one in group.dts:
            local = local_of(one.dt)
            if isinstance(local, datetime):
                yield local
            elif local is not None:
                yield datetime.combine(local, time())
