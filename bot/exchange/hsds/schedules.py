"""When a service is given, as HSDS tells it: rows of a rule, parted around what is not on.

The format has no exceptions and no dates: a rule with a date left out becomes two rules, and one
date a rule that holds once.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from bot.core.model import Occurrence
from bot.core.programme.changed import Changed
from bot.core.schedules.rrule import BYDAY
from bot.exchange.hsds.record import Json, id_of
from bot.exchange.listing import Listing
from bot.exchange.loss import Loss
from bot.exchange.meeting_guide.fields import timing
from bot.exchange.plan import Plan, key_of
from bot.exchange.series import Series

_FREQUENCIES = ("WEEKLY", "MONTHLY")
_KEPT = ("freq", "interval", "byday", "bymonthday", "wkst")
_MOST_SPLITS = 30


def schedules_of(listing: Listing, plan: Plan | None, losses: list[Loss]) -> Iterator[Json]:
    """The rows of an activity by its plan; words only, where no date of it is known."""
    if plan is None:
        if listing.activity.when:
            owner = listing.activity.id
            yield {"id": id_of("schedule", owner), "description": timing(listing.activity)}
        return
    for number, series in enumerate(plan.series):
        owner = f"{listing.activity.id}/{number}"
        yield from _rows(listing, series, plan, owner, losses)
    for one in (*plan.changed.values(), *plan.extra):
        if not one.is_off and (one.was is None or _differs(one)):
            yield _once(listing, one)


def _differs(one: Changed) -> bool:
    was = one.was
    return was is None or bool(one.place) or (one.start, one.end) != (was.start, was.end)


def _rows(
    listing: Listing, series: Series, plan: Plan, owner: str, losses: list[Loss]
) -> Iterator[Json]:
    """One row, or several around the dates that are not on: the format has no exceptions."""
    parts = dict(part.split("=") for part in series.rule.split(";") if part)
    off = {key_of(one) for one in series.covered if _is_off(one, plan)}
    on = [one for one in series.covered if key_of(one) not in off]
    if not series.rule or parts["FREQ"] not in _FREQUENCIES or set(parts) - _sayable(parts):
        yield from (_once(listing, one) for one in on)
        return
    stretches = list(_stretches(series, off))
    if len(stretches) > _MOST_SPLITS:
        reason = "te veel uitzonderingen; alleen de vaste regel en de tekst staan erin"
        losses.append(Loss(record=listing.activity.id, fact="behalve", reason=reason))
        stretches = [series.covered]
    for number, stretch in enumerate(stretches):
        is_last = stretch is stretches[-1]
        row = _base(listing, stretch[0], f"{owner}/{number}")
        row |= {key: _number(parts[key.upper()]) for key in _KEPT if key.upper() in parts}
        row["dtstart"] = _day(stretch[0]).isoformat()
        if not (is_last and series.endless and not plan.bounded):
            row["until"] = row["valid_to"] = _day(stretch[-1]).isoformat()
        if number:
            row["valid_from"] = row["dtstart"]
        yield row


def _sayable(parts: Json) -> set[str]:
    known = {key.upper() for key in _KEPT}
    return known | ({"FREQ"} if parts else set())


def _is_off(one: Occurrence, plan: Plan) -> bool:
    changed = plan.changed.get(key_of(one))
    return key_of(one) in plan.gone or (
        changed is not None and (changed.is_off or _differs(changed))
    )


def _stretches(series: Series, off: set[Any]) -> Iterator[tuple[Occurrence, ...]]:
    """The dates that are on, parted where the rule has one that is not."""
    out = sorted([*series.left_out, *(start for start, _ in off)], key=str)
    stretch: list[Occurrence] = []
    for one in series.covered:
        if key_of(one) in off:
            continue
        if stretch and any(str(stretch[-1].start) < str(gap) < str(one.start) for gap in out):
            yield tuple(stretch)
            stretch = []
        stretch.append(one)
    if stretch:
        yield tuple(stretch)


def _once(listing: Listing, one: Occurrence) -> Json:
    """A row for one date."""
    day = _day(one)
    row = _base(listing, one, f"{listing.activity.id}/{one.start.isoformat()}")
    row |= {"freq": "WEEKLY", "interval": 1, "byday": BYDAY[day.weekday()]}
    row |= {"dtstart": day.isoformat(), "until": day.isoformat()}
    row |= {"valid_from": day.isoformat(), "valid_to": day.isoformat()}
    if isinstance(one, Changed):
        words = "; ".join(part for part in (one.place, one.reason, *one.notes) if part)
        row["notes"] = words or row["notes"]
    return row


def _base(listing: Listing, one: Occurrence, owner: str) -> Json:
    row: Json = {
        "id": id_of("schedule", owner),
        "service_id": id_of("service", listing.activity.id),
        "description": timing(listing.activity),
        "notes": "De tijden zijn die van de klok in Nederland (Europe/Amsterdam).",
    }
    if isinstance(one.start, datetime):
        row["opens_at"] = f"{one.start:%H:%M}"
    if one.end is not None:
        row["closes_at"] = f"{one.end:%H:%M}"
    return row


def _number(words: str) -> str | int:
    return int(words) if words.isdecimal() else words


def _day(one: Occurrence) -> date:
    return one.start.date() if isinstance(one.start, datetime) else one.start


def alert_of(plan: Plan | None) -> str:
    """What is different in the coming fortnight, in words."""
    if plan is None or not plan.changed:
        return ""
    first = min(_day(one) for one in plan.changed.values())
    soon = [one for one in plan.changed.values() if _day(one) <= first + timedelta(days=14)]
    return "; ".join(_told(one) for one in soon)


def _told(one: Changed) -> str:
    what = "vervalt" if one.is_off else "is anders"
    more = ", ".join(part for part in (one.place, one.reason) if part)
    return f"{_day(one).isoformat()} {what}" + (f": {more}" if more else "")
