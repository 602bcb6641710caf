"""When an activity is, in words: its regular time, what is cancelled, and the next date."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from bot.core.calendar.day_text import day_text, occurrence_text, source_date_text
from bot.core.model import Activity, Occurrence
from bot.core.programme.changed import Changed, State, day_of
from bot.core.programme.changes import What
from bot.core.programme.freshness import known_on
from bot.core.programme.programme import schedule_of
from bot.core.programme.search import Match
from bot.core.programme.upcoming import changed_ahead
from bot.core.schedules.occurrences import end_of, occurrences, remarks_on
from bot.core.talk.teller import Teller

_SOON = 90  # minutes in which the clock counts for more than the date
_SCHOOL_AHEAD = timedelta(days=14)  # in which a school holiday is worth a word
_UNKNOWN_END = timedelta(hours=2)
_LOOKED_BACK = timedelta(days=100)  # for the last time before an end


def when_text(teller: Teller, activity: Activity, match: Match | None = None) -> str:
    """When it is, in the editor's words, with what is off and the next date where there is one."""
    if match is not None and match.stale:
        known = changed_ahead(teller.programme, activity, teller.now)
        parts = [*_cancelled(teller, activity, known.cancelled)]
        parts += [_next(teller, known.next)] if known.next else []
        return " ".join([*parts, _too_old(teller, activity)])
    words = _capital(activity.when).rstrip(".")
    off = " ".join(_cancelled(teller, activity, match.cancelled)) if match else ""
    following = _next(teller, match.next) if match and match.next else ""
    if match and match.next and (special := _special(activity, match.next)):
        following += " " + teller.say("deze-keer", bijzonder=special)
    shut = teller.say("schoolvakantie") if _may_be_shut(teller, activity, match) else ""
    over = "" if following else _ended(teller, activity)
    told = " ".join(part for part in (off, following, over, shut) if part)
    if not words:
        return told or teller.say("wanneer-onbekend")
    if following:
        return f"{words}. {told}"
    schedule = schedule_of(activity)
    if schedule is None or schedule.missing:
        words = teller.say("wanneer-vraag-na", wanneer=words)
        return f"{words} {told}".strip()
    return f"{words}. {told}".strip()


def _may_be_shut(teller: Teller, activity: Activity, match: Match | None) -> bool:
    """Whether it may be shut soon for a school holiday of which nobody told us the dates."""
    today = teller.now.date()
    until = today + _SCHOOL_AHEAD
    if match is not None and match.next is not None:
        until = max(until, day_of(match.next))
    return bool(teller.programme.unsure_weeks(activity, today, until))


def _too_old(teller: Teller, activity: Activity) -> str:
    """How old it is what we know, in the place of a time that may well be wrong."""
    known = known_on(teller.programme.source(activity))
    dated = teller.programme.source(activity).dated or (known.isoformat() if known else "")
    return teller.say("te-oud", datum=source_date_text(dated, teller.language))


def _cancelled(teller: Teller, activity: Activity, dates: tuple[Changed, ...]) -> Iterator[str]:
    """What is off, each with its reason; a closed period as one."""
    for (state, reason), group in groupby(dates, key=lambda one: (one.state, one.reason)):
        days = list(group)
        if state is State.CLOSED and _has_no_end(teller, activity, days[-1]):
            first = day_text(day_of(days[0]), teller.language)
            told = teller.say("dicht-zonder-einde", eerste=first)
            yield f"{told}: {reason}." if reason else f"{told}."
            continue
        if state is State.CLOSED and len(days) > 1:
            told = teller.say(
                "dicht-periode",
                eerste=day_text(day_of(days[0]), teller.language),
                laatste=day_text(day_of(days[-1]), teller.language),
            )
            yield f"{told}: {reason}." if reason else f"{told}."
            continue
        for one in days:
            when = _capital(occurrence_text(one.was or one, teller.language))
            told = teller.say("vervalt", wanneer=when)
            yield f"{told}: {reason}." if reason else f"{told}."


def _has_no_end(teller: Teller, activity: Activity, last: Changed) -> bool:
    """Whether nobody said until when it is shut, nor from when it goes on again."""
    told = teller.programme.changes.get(activity.id, ())
    if any(one.what is What.RESUMED and one.first > day_of(last) for one in told):
        return False
    return any(one.last is None and not one.days for one in told if one.id in last.changes)


def _next(teller: Teller, one: Occurrence) -> str:
    told = [_moment(teller, one)]
    if isinstance(one, Changed):
        told += _differences(teller, one)
    return " ".join(told)


def _ended(teller: Teller, activity: Activity) -> str:
    """That it is over, where its words say when the last time was."""
    schedule = schedule_of(activity)
    end = end_of(schedule) if schedule else None
    if schedule is None or end is None or end > teller.now.date():
        return ""
    dates = occurrences(schedule, end - _LOOKED_BACK, end, only_sure=True)
    last = day_text(day_of(dates[-1]) if dates else end, teller.language)
    return teller.say("afgelopen", laatste=last)


def _special(activity: Activity, one: Occurrence) -> str:
    """What the words of its schedule say of that week: "3e week open voor naasten"."""
    schedule = schedule_of(activity)
    planned = one.was if isinstance(one, Changed) else one
    if schedule is None or planned is None:
        return ""
    return ", ".join(remarks_on(schedule, day_of(planned)))


def _moment(teller: Teller, one: Occurrence) -> str:
    """That it is on now, that it begins soon, or on which date."""
    start, now = one.start, teller.now
    if isinstance(start, datetime):
        if one.end is not None and start <= now < one.end:
            return teller.say("nu-open", tijd=f"{one.end:%H:%M}")
        if one.end is None and start <= now < start + _UNKNOWN_END:
            return teller.say("net-begonnen", tijd=f"{start:%H:%M}")
        minutes = int((start - now).total_seconds() // 60)
        if 0 < minutes <= _SOON:
            return teller.say("begint-zo", minuten=minutes)
    return teller.say("volgende-keer", wanneer=occurrence_text(one, teller.language))


def _differences(teller: Teller, one: Changed) -> Iterator[str]:
    """What is unlike other times: the place, the time, that it is extra, and what to know."""
    if one.place:
        yield teller.say("andere-plek", plek=one.place)
    if one.state is State.OTHER_TIME and one.was and day_of(one.was) != day_of(one):
        yield teller.say("andere-dag", wanneer=day_text(day_of(one.was), teller.language))
    elif one.state is State.OTHER_TIME:
        yield teller.say("andere-tijd")
    if one.state is State.EXTRA:
        yield teller.say("extra-keer")
    if one.reason:
        yield teller.say("reden", reden=one.reason)
    for note in one.notes:
        yield _capital(note).rstrip(".") + "."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
