"""A change as residents hear of it: what, when, why, and when it is next."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.core.calendar.day_text import day_text, occurrence_text
from bot.core.message import When
from bot.core.model import Activity, Occurrence
from bot.core.programme.changed import Changed, day_of, is_off
from bot.core.programme.changes import Change, Scope, What
from bot.core.programme.programme import Programme, changes_to, rechanged
from bot.core.programme.upcoming import upcoming
from bot.core.reply import Bubble, Button, Piece, Strong
from bot.core.talk.cards import joined, title
from bot.core.talk.choices import Verb, payload, short
from bot.core.talk.teller import Teller

_LISTED = 4  # dates that are told one by one; more is a period
_WHAT = {
    What.CANCELLED: "bericht-vervalt",
    What.CLOSED_PERIOD: "bericht-dicht",
    What.OTHER_TIME: "bericht-andere-tijd",
    What.EXTRA: "bericht-extra",
    What.NOTE: "bericht-goed-om-te-weten",
    What.RESUMED: "bericht-weer",
}


def announcement_text(change: Change, teller: Teller, *, corrected: bool = False) -> Bubble:
    """What everyone hears whom a change concerns, in the teller's language.

    The programme of the teller is the one without this change.
    """
    lines: list[tuple[Piece, ...]] = [(Strong(text=subject_text(change, teller)),)]
    lines += [(line,) for line in _lines(change, teller)]
    if corrected:
        lines.append((teller.say("bericht-verbeterd"),))
    return Bubble(pieces=joined(lines), buttons=_buttons(change, teller))


def withdrawn_text(change: Change, teller: Teller) -> Bubble:
    """What takes the place of an announcement that was taken back."""
    withdrawn = teller.say("bericht-ingetrokken", wanneer=_bare_days(change, teller))
    lines = ((Strong(text=subject_text(change, teller)),), (withdrawn,))
    return Bubble(pieces=joined(lines), buttons=_buttons(change, teller))


def subject_text(change: Change, teller: Teller) -> str:
    """What a change is about: an activity with its organisation, or all there is somewhere."""
    programme = teller.programme
    match change.scope:
        case Scope.ACTIVITY:
            activity = programme.activity(change.subject)
            if activity is None:
                return change.subject
            return title(activity, programme.organisation(activity))
        case Scope.LOCATION:
            location = programme.locations.get(change.subject)
            name = f"{location.name}, {location.town}" if location else change.subject
        case Scope.ORGANISATION:
            holder = programme.organisations.get(change.subject)
            name = holder.name if holder else change.subject
    return teller.say("bericht-alles-van", naam=name)


def first_moment(change: Change, teller: Teller) -> datetime | date:
    """When the first date begins that a change is about."""
    dates = _regular(change, teller)
    return dates[0].start if dates else change.first


def regular_dates(change: Change, teller: Teller) -> tuple[Occurrence, ...] | None:
    """The dates an activity has on the days of a change, as they were; None where unknown."""
    activity = _activity(change, teller)
    if activity is None:
        return None
    last = change.last or change.first + timedelta(days=60)
    today = teller.now.date()
    found = teller.programme.dates(activity, change.first, (last - change.first).days, today)
    if found is None:
        return None
    return tuple(one for one in found if change.covers(day_of(one)) and _is_at(one, change))


def _lines(change: Change, teller: Teller) -> Iterator[str]:
    if change.what is What.MOVED:
        yield teller.say("bericht-andere-plek", plek=change.place)
    elif change.day is not None:
        yield teller.say("bericht-andere-dag")
    else:
        yield teller.say(_WHAT[change.what])
    yield from _when(change, teller)
    if change.place and change.what is not What.MOVED:
        yield teller.say("bericht-waar", plek=change.place)
    if change.reason:
        yield teller.say("reden", reden=change.reason)
    if change.note:
        yield _sentence(change.note)
    yield from _next(change, teller)


def _when(change: Change, teller: Teller) -> Iterator[str]:
    days = _days(change, teller)
    if change.what is not What.OTHER_TIME:
        if change.what is What.EXTRA:
            days = ", ".join(_extra_days(change, teller))
        yield teller.say("bericht-wanneer", wanneer=days)
        return
    activity = _activity(change, teller)
    regular = activity.when.rstrip(".") if activity and change.when else ""
    yield teller.say("bericht-eerst", wanneer=regular or days)
    yield teller.say("bericht-nu", wanneer=_new(change, teller))


def _days(change: Change, teller: Teller) -> str:
    """The days as they were planned, with their hours where they are few and known."""
    single = change.first == change.last
    dates = _regular(change, teller)
    if single or change.days:
        told = {day_of(one): one for one in reversed(dates)}
        days = change.days or (change.first,)
        hours = [
            occurrence_text(told.get(day, Occurrence(start=day)), teller.language) for day in days
        ]
        if single and len(dates) > 1:
            hours = [occurrence_text(one, teller.language) for one in dates[:_LISTED]]
        return "; ".join(hours)
    return _bare_days(change, teller)


def _bare_days(change: Change, teller: Teller) -> str:
    """The days of a change without their hours."""
    if change.days or change.first == change.last:
        days = change.days or (change.first,)
        return ", ".join(day_text(day, teller.language) for day in days)
    first = day_text(change.first, teller.language)
    if change.last is None:
        return teller.say("bericht-vanaf", eerste=first)
    last = day_text(change.last, teller.language)
    return teller.say("bericht-periode", eerste=first, laatste=last)


def _extra_days(change: Change, teller: Teller) -> Iterator[str]:
    for day in change.days or (change.first,):
        yield occurrence_text(_hours(day, change), teller.language)
    if not change.days and change.last and change.last != change.first:
        yield day_text(change.last, teller.language)


def _new(change: Change, teller: Teller) -> str:
    """The new day and time of what is at another one."""
    if change.when:
        first = day_text(change.first, teller.language)
        return f"{change.when}, {teller.say('bericht-vanaf', eerste=first)}"
    if change.opens is None and change.day is None and change.closes is not None:
        return teller.say("bericht-tot", tijd=f"{change.closes:%H:%M}")
    if change.first != change.last and change.opens is not None:
        hours = f"{change.opens:%H:%M}" + (f"–{change.closes:%H:%M}" if change.closes else "")
        return f"{hours} uur" if teller.language == "nl" else hours
    changed = _with(change, teller)
    day = change.day or change.first
    activity = _activity(change, teller)
    found = changed.dates(activity, day, 0, teller.now.date()) if activity else None
    mine = [one for one in found or () if isinstance(one, Changed) and change.id in one.changes]
    new = mine[0] if mine else _hours(day, change)
    return occurrence_text(new, teller.language)


def _hours(day: date, change: Change) -> Occurrence:
    if change.opens is None:
        return Occurrence(start=day)
    end = datetime.combine(day, change.closes) if change.closes else None
    return Occurrence(start=datetime.combine(day, change.opens), end=end)


def _next(change: Change, teller: Teller) -> Iterator[str]:
    """When it is next after what is off, where that is known."""
    activity = _activity(change, teller)
    off = change.what in (What.CANCELLED, What.CLOSED_PERIOD)
    if activity is None or change.last is None or not off:
        return
    after = When(start=change.last + timedelta(days=1))
    found = upcoming(_with(change, teller), activity, teller.now, after).next
    if found is not None and not is_off(found) and day_of(found) > change.last:
        yield teller.say("volgende-keer", wanneer=occurrence_text(found, teller.language))


def _with(change: Change, teller: Teller) -> Programme:
    return rechanged(teller.programme, (*changes_to(teller.programme), change))


def _regular(change: Change, teller: Teller) -> tuple[Occurrence, ...]:
    return regular_dates(change, teller) or ()


def _activity(change: Change, teller: Teller) -> Activity | None:
    return teller.programme.activity(change.subject) if change.scope is Scope.ACTIVITY else None


def _is_at(one: Occurrence, change: Change) -> bool:
    if change.at is None or not isinstance(one.start, datetime):
        return True
    return one.start.time() == change.at


def _buttons(change: Change, teller: Teller) -> tuple[tuple[Button, ...], ...]:
    if change.scope is not Scope.ACTIVITY:
        return ()
    more = Button(
        label=teller.say("bericht-knop"), choice=payload(Verb.ACTIVITY, short(change.subject))
    )
    return ((more,),)


def _sentence(words: str) -> str:
    said = words.strip()
    said = said[:1].upper() + said[1:]
    return said if said[-1:] in ".!?" else f"{said}."
