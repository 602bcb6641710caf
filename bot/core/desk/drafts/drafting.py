"""What a draft still lacks, and the change that it stands for once it lacks nothing."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.core.calendar.dutch_calendar import WEEKDAYS
from bot.core.changes.questions import Doubt
from bot.core.changes.text import ReadChange
from bot.core.draft import Ask, Draft, Ref
from bot.core.model import Activity, Occurrence
from bot.core.programme.changed import day_of
from bot.core.programme.changes import Author, Change, Scope, What
from bot.core.programme.programme import Programme, schedule_of
from bot.core.schedules.occurrences import occurrences
from bot.core.schedules.recurrence import Weekly
from bot.core.schedules.schedule import Schedule

LONGEST = 300  # characters of a reason, a place or a note; all of it must fit one message
TOO_LONG = f"Dat is te lang om te sturen. Zeg het in minder dan {LONGEST} tekens."
_AHEAD = 100  # days in which the dates of an activity are offered
_ASKS = {
    Doubt.WHAT: Ask.WHAT,
    Doubt.DAY: Ask.DAYS,
    Doubt.TIME: Ask.TIME,
    Doubt.PLACE: Ask.PLACE,
    Doubt.ACTIVITY: Ask.SUBJECT,
    Doubt.SURE: Ask.SURE,
}


def draft_of(read: ReadChange, choices: tuple[Ref, ...], text: str, identity: str) -> Draft:
    """A draft with all that was read of a message; what was doubtful is asked first.

    What the message names besides is no reason to ask before it is shown: it is a remark.
    """
    asked = _ASKS.get(read.doubt, Ask.NOTHING) if read.doubt else Ask.NOTHING
    besides = read.doubt is Doubt.LEFT_OVER
    news = read.what is What.NOTE
    draft = Draft(
        id=identity,
        what=read.what,
        choices=choices,
        first=read.start,
        last=read.end,
        days=read.days,
        new_time=read.new_time or "",
        place=read.new_place or "",
        reason="" if news else read.reason or "",
        note=text.strip() if news else "",
        asked=asked,
        question="" if besides else read.question or "",
        remark=(read.question or "") if besides else "",
        sure=read.doubt is not Doubt.SURE,
    )
    if len(draft.note) > LONGEST:
        draft = replace(draft, note="", asked=Ask.NOTE, question=TOO_LONG)
    if read.what is What.RESUMED and read.new_time:
        draft = replace(draft, new_time="", note=f"Het begint om {read.new_time} uur.")
    return draft


def lacking(draft: Draft, programme: Programme, today: date) -> Ask:
    """What has to be asked next; nothing where the change can be shown."""
    if draft.asked is not Ask.NOTHING:
        return draft.asked
    if draft.subject is None or _is_too_wide(draft.subject, draft.what):
        return Ask.SUBJECT
    if draft.first is None:
        return Ask.DAYS
    if draft.what is None:
        return Ask.WHAT
    if not draft.sure:
        return Ask.SURE
    if _has_several(draft, programme, today):
        return Ask.AT
    return _lacking_of_what(draft, programme, today)


def _is_too_wide(subject: Ref, what: What | None) -> bool:
    """Whether it has to be said which activity is meant, as for something extra."""
    return what is What.EXTRA and subject.scope is not Scope.ACTIVITY


def _lacking_of_what(draft: Draft, programme: Programme, today: date) -> Ask:
    match draft.what:
        case What.MOVED if not draft.place:
            return Ask.PLACE
        case What.NOTE if not draft.note:
            return Ask.NOTE
        case What.EXTRA if draft.new_time[:1] == "-" or not draft.new_time:
            return Ask.TIME
        case What.OTHER_TIME:
            return _lacking_of_time(draft, programme, today)
        case _:
            return Ask.NOTHING


def _lacking_of_time(draft: Draft, programme: Programme, today: date) -> Ask:
    if draft.when:
        return Ask.NOTHING
    if not draft.new_time:
        return Ask.TIME
    if not _has_day(draft.new_time):
        return Ask.NOTHING
    if draft.first != draft.last:
        return Ask.NOTHING if new_rule(draft, programme, today) else Ask.WHEN
    return Ask.NOTHING


def change_of(draft: Draft, programme: Programme, entered: datetime, today: date) -> Change:
    """The change that a complete draft stands for; its id is that of the draft.

    `entered` is an instant in UTC.
    """
    subject, what, first = draft.subject, draft.what, draft.first
    if subject is None or what is None or first is None:
        raise ValueError("this draft is not complete")
    day, opens, closes = read_new_time(draft.new_time)
    when = draft.when
    if what is What.OTHER_TIME and day is not None and draft.first != draft.last and not when:
        when, day, opens, closes = new_rule(draft, programme, today), None, None, None
    if what not in (What.OTHER_TIME, What.EXTRA):
        day, opens, closes = None, None, None
    if day == first:
        day = None
    return Change(
        id=draft.id,
        what=what,
        scope=subject.scope,
        subject=subject.id,
        first=first,
        last=draft.last,
        days=draft.days,
        day=day if what is What.OTHER_TIME else None,
        at=time.fromisoformat(draft.at) if draft.at else None,
        opens=opens,
        closes=closes,
        when=when,
        place=draft.place if what in (What.MOVED, What.EXTRA, What.OTHER_TIME) else "",
        reason=draft.reason,
        note=draft.note,
        entered=entered,
        effective=today,
        author=Author.COORDINATOR,
    )


def draft_from(change: Change, identity: str) -> Draft:
    """A draft that comes in the place of a change that was sent; asks what is to be different."""
    hours = "-".join(f"{one:%H:%M}" if one else "" for one in (change.opens, change.closes))
    hours = hours.removesuffix("-")
    day = change.day.isoformat() if change.day else ""
    return Draft(
        id=identity,
        asked=Ask.PART,
        what=change.what,
        choices=(Ref(scope=change.scope, id=change.subject),),
        first=change.first,
        last=change.last,
        days=change.days,
        at=f"{change.at:%H:%M}" if change.at else "",
        all_hours=change.at is None,
        new_time=f"{day}T{hours}" if day and hours else day or hours,
        when=change.when,
        place=change.place,
        reason=change.reason,
        note=change.note,
        corrects=change.id,
    )


def read_new_time(words: str) -> tuple[date | None, time | None, time | None]:
    """The day, the opening and the closing hour that a new time of `ReadChange` says."""
    day_words, _, hours = words.partition("T") if _has_day(words) else ("", "", words)
    opens, _, closes = hours.partition("-")
    return (
        date.fromisoformat(day_words) if day_words else None,
        time.fromisoformat(opens) if opens else None,
        time.fromisoformat(closes) if closes else None,
    )


def new_rule(draft: Draft, programme: Programme, today: date) -> str:
    """The new weekly time in words, where the old one was weekly too and a time is known."""
    activity = _activity_of(draft, programme)
    schedule = schedule_of(activity) if activity else None
    day, opens, closes = read_new_time(draft.new_time)
    if day is None:
        return ""
    if opens is None:
        if activity is None or schedule is None or not _is_weekly(schedule):
            return ""
        dates = occurrences(schedule, today, today + timedelta(days=14)) or ()
        starts = [one for one in dates if isinstance(one.start, datetime)]
        if not starts or not isinstance(starts[0].start, datetime):
            return ""
        opens = starts[0].start.time()
        closes = starts[0].end.time() if starts[0].end else None
    elif schedule is not None and not _is_weekly(schedule):
        return ""
    hours = f"{opens:%H.%M}-{closes:%H.%M} uur" if closes else f"{opens:%H.%M} uur"
    return f"elke {WEEKDAYS[day.weekday()]} {hours}"


def dates_ahead(ref: Ref, programme: Programme, today: date, count: int) -> tuple[Occurrence, ...]:
    """The next dates of an activity; none where its words don't fix any."""
    activity = programme.activity(ref.id) if ref.scope is Scope.ACTIVITY else None
    if activity is None:
        return ()
    return (programme.dates(activity, today, _AHEAD, today) or ())[:count]


def on_those_days(
    draft: Draft, programme: Programme, today: date
) -> tuple[Occurrence, ...] | None:
    """The dates of an activity on the days of a draft; None where nobody knows its dates."""
    activity = _activity_of(draft, programme)
    if activity is None or draft.first is None:
        return None
    last = draft.last or draft.first + timedelta(days=_AHEAD)
    found = programme.dates(activity, draft.first, (last - draft.first).days, today)
    if found is None:
        return None
    return tuple(one for one in found if not draft.days or day_of(one) in draft.days)


def shut_period(draft: Draft, programme: Programme) -> Change | None:
    """The closed period of an activity in which the day of a draft lies, longer than that day."""
    activity, day = _activity_of(draft, programme), draft.first
    if activity is None or day is None or draft.last != day:
        return None
    told = programme.changes.get(activity.id, ())
    for one in told:
        shut = one.what is What.CLOSED_PERIOD and not one.days and one.covers(day)
        if shut and one.last != day:
            return one
    return None


def _has_several(draft: Draft, programme: Programme, today: date) -> bool:
    """Whether there are several at that day, and nobody said which is meant."""
    if draft.at or draft.all_hours or draft.first != draft.last or draft.what is What.EXTRA:
        return False
    found = on_those_days(draft, programme, today) or ()
    return len({one.start for one in found if isinstance(one.start, datetime)}) > 1


def _is_weekly(schedule: Schedule) -> bool:
    return all(
        isinstance(rule.pattern, Weekly)
        and rule.pattern.every == 1
        and rule.pattern.parity is None
        and len(rule.pattern.weekdays) == 1
        for rule in schedule.rules
    )


def _activity_of(draft: Draft, programme: Programme) -> Activity | None:
    subject = draft.subject
    if subject is None or subject.scope is not Scope.ACTIVITY:
        return None
    return programme.activity(subject.id)


def _has_day(words: str) -> bool:
    return len(words) >= 10 and words[4:5] == "-" and words[7:8] == "-"
