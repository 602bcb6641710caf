"""The events of one activity for a calendar: its series, exceptions, changes and extra dates."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from icalendar import Event, vRecur

from bot.core.model import Occurrence, Part, Status
from bot.core.programme.changed import Changed, State
from bot.core.programme.changes import Change
from bot.core.programme.programme import schedule_of
from bot.core.schedules.occurrences import unsure_weeks
from bot.exchange.calendar_words import categories_of, description_of, place_text
from bot.exchange.listing import Listing
from bot.exchange.loss import Loss
from bot.exchange.plan import Horizon, Plan, key_of, plan_of
from bot.exchange.series import Series

ZONE = ZoneInfo("Europe/Amsterdam")
HOUSE = "handwijzer"
_PARTS = {
    Part.MORNING: "in de ochtend",
    Part.AFTERNOON: "in de middag",
    Part.EVENING: "in de avond",
    Part.NIGHT: "in de nacht",
}
_STATES = {
    State.CANCELLED: "Vervalt",
    State.CLOSED: "Vervalt: dan dicht",
    State.MOVED: "Andere plek",
    State.OTHER_TIME: "Andere tijd",
    State.EXTRA: "Extra",
}


def events_of(
    listing: Listing, changes: Sequence[Change], horizon: Horizon
) -> tuple[tuple[Event, ...], tuple[Loss, ...]]:
    """The events of an activity, and what a calendar cannot say of it."""
    losses = list(_losses(listing, horizon))
    if listing.activity.status in (Status.PAUSED, Status.STOPPED):
        return (), tuple(losses)
    plan = plan_of(listing, changes, horizon)
    if plan is None:
        reason = "de datums staan niet vast, dus er is niets voor in een agenda"
        return (), (*losses, Loss(record=listing.activity.id, fact="wanneer", reason=reason))
    events: list[Event] = []
    numbered = 0
    for series in plan.series:
        if series.rule:
            numbered += 1
            events += _series_events(listing, series, plan, numbered, horizon)
            losses += _bounded_loss(listing, series, plan, horizon)
        else:
            events += _single(listing, series.first, plan, horizon)
    events += [_event(listing, one, _uid(listing, one.start, "extra"), horizon)
               for one in plan.extra]  # fmt: skip
    return tuple(events), tuple(losses)


# Series


def _series_events(
    listing: Listing, series: Series, plan: Plan, number: int, horizon: Horizon
) -> Iterator[Event]:
    """A series with its planned exceptions, and one event for each date that differs."""
    on = [one for one in series.covered if key_of(one) not in plan.gone]
    if not on:
        return
    uid = _uid(listing, None, str(number) if number > 1 else "")
    master = _event(listing, on[0], uid, horizon, regular=True)
    master.add("RRULE", vRecur.from_ical(series.rule + _until(series, plan)))
    gone = [one.start for one in series.covered if key_of(one) in plan.gone]
    for start in sorted([*series.left_out, *gone], key=str):
        if str(start) > str(on[0].start):
            master.add("EXDATE", _stamp(start))
    yield master
    for one in on:
        changed = plan.changed.get(key_of(one))
        if changed is not None:
            event = _event(listing, changed, uid, horizon)
            event.add("RECURRENCE-ID", _stamp(one.start))
            yield event


def _until(series: Series, plan: Plan) -> str:
    """The end of the rule: in UTC, or a date where the series has no hours."""
    if series.endless and not plan.bounded:
        return ""
    last = series.covered[-1].start
    if not isinstance(last, datetime):
        return f";UNTIL={last:%Y%m%d}"
    return f";UNTIL={last.replace(tzinfo=ZONE).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _single(listing: Listing, one: Occurrence, plan: Plan, horizon: Horizon) -> Iterator[Event]:
    if key_of(one) in plan.gone:
        return
    uid = _uid(listing, one.start, "")
    yield _event(listing, plan.changed.get(key_of(one), one), uid, horizon)


def _uid(listing: Listing, start: datetime | date | None, suffix: str) -> str:
    """An id that stays the same as long as the activity does; a single date has its date in it."""
    words = "" if start is None else start.isoformat().replace("-", "").replace(":", "")
    return ".".join(part for part in (listing.activity.id, words, suffix) if part) + f"@{HOUSE}"


# One event


def _event(
    listing: Listing, one: Occurrence, uid: str, horizon: Horizon, *, regular: bool = False
) -> Event:
    activity = listing.activity
    event = Event()
    event.add("UID", uid)
    event.add("DTSTAMP", horizon.now.replace(tzinfo=ZONE).astimezone(UTC))
    event.add("DTSTART", _stamp(one.start))
    if one.end is not None:
        event.add("DTEND", _stamp(one.end))
    changed = one if isinstance(one, Changed) and not regular else None
    event.add("SUMMARY", _summary(activity.name, changed))
    event.add("DESCRIPTION", _description(listing, one, changed))
    place = (changed.place if changed else "") or place_text(listing)
    if place:
        event.add("LOCATION", place)
    _add_point(event, listing, moved=bool(changed and changed.place))
    if activity.source and activity.source.url.startswith("http"):
        event.add("URL", activity.source.url)
    if activity.source and activity.source.read:
        read = datetime.combine(activity.source.read, time(), tzinfo=UTC)
        event.add("LAST-MODIFIED", read)
    event.add("CATEGORIES", categories_of(listing) or ["activiteit"])
    event.add("STATUS", _status(listing, changed))
    event.add("SEQUENCE", len(changed.changes) if changed else 0)
    return event


def _stamp(moment: datetime | date) -> datetime | date:
    return moment.replace(tzinfo=ZONE) if isinstance(moment, datetime) else moment


def _add_point(event: Event, listing: Listing, *, moved: bool) -> None:
    location = listing.location
    if location is None or moved or not location.exact:
        return
    if location.lat is not None and location.lon is not None:
        event.add("GEO", (location.lat, location.lon))


def _summary(name: str, changed: Changed | None) -> str:
    if changed is None or changed.state is State.AS_PLANNED:
        return name
    return f"{_STATES[changed.state]}: {name}"


def _description(listing: Listing, one: Occurrence, changed: Changed | None) -> str:
    lines = []
    if changed is not None:
        reason = f": {changed.reason}" if changed.reason else "."
        if changed.state is not State.AS_PLANNED:
            lines.append(f"{_STATES[changed.state]}{reason}")
        lines += changed.notes
    if one.part is not None:
        lines.append(f"Het is {_PARTS[one.part]}; de precieze tijd is niet bekend.")
    return "\n".join([*lines, description_of(listing)])


def _status(listing: Listing, changed: Changed | None) -> str:
    if changed is not None and changed.is_off:
        return "CANCELLED"
    sure = listing.activity.status in (Status.ACTIVE, Status.PILOT)
    return "CONFIRMED" if sure else "TENTATIVE"


# Losses


def _bounded_loss(
    listing: Listing, series: Series, plan: Plan, horizon: Horizon
) -> Iterator[Loss]:
    schedule = schedule_of(listing.activity)
    rule_ends = not schedule or any(rule.last or rule.count for rule in schedule.rules)
    if (plan.bounded or not series.endless) and not rule_ends:
        reason = (
            f"de datums lopen tot en met {horizon.last.isoformat()}; haal het bestand opnieuw op"
        )
        yield Loss(record=listing.activity.id, fact="wanneer", reason=reason)


def _losses(listing: Listing, horizon: Horizon) -> Iterator[Loss]:
    activity = listing.activity
    if activity.status in (Status.PAUSED, Status.STOPPED):
        reason = "het is (tijdelijk) dicht, dus het staat niet in de agenda"
        yield Loss(record=activity.id, fact="status", reason=reason)
    schedule = schedule_of(activity)
    if schedule is None:
        return
    if unsure_weeks(schedule, horizon.first, horizon.last, horizon.school):
        reason = (
            "van een deel van de schoolvakanties zijn de data niet bekend; die weken zijn leeg"
        )
        yield Loss(record=activity.id, fact="wanneer", reason=reason)
    if schedule.remarks:
        reason = "wat per week anders is staat alleen in de omschrijving"
        yield Loss(record=activity.id, fact="wanneer", reason=reason)
    if schedule.by_appointment:
        yield Loss(record=activity.id, fact="wanneer", reason="‘op afspraak’ is alleen tekst")
    if activity.facts:
        reason = "staat alleen als tekst in de omschrijving"
        yield Loss(record=activity.id, fact="toegang", reason=reason)
