"""What a coordinator's answer makes of a draft, typed or pressed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time

from bot.core.calendar.dutch_calendar import fold
from bot.core.calendar.dutch_clock import (
    MIDNIGHT,
    Clock,
    bare_hour,
    find_clocks,
    minute_of_day,
    opening_and_closing,
)
from bot.core.changes.text import ReadChange, read_change
from bot.core.desk.drafts.drafting import (
    LONGEST,
    TOO_LONG,
    dates_ahead,
    read_new_time,
    shut_period,
)
from bot.core.desk.drafts.matching import meant_by, refs
from bot.core.desk.drafts.questions import MOST_CHOICES, Room, town_of
from bot.core.draft import Ask, Draft, Ref
from bot.core.model import Part
from bot.core.programme.changes import Scope, What
from bot.core.schedules.schedule import Unreadable, read_schedule
from bot.core.schedules.school_holidays import spans_by_name
from bot.core.talk.outcome import Scene

_FROM = re.compile(r"\b(\d{1,2})\s*(?:uur\s*)?(?:tot|-)\s*\Z")  # "van 14 tot" before "16 uur"
_PARTS = {
    Part.MORNING: re.compile(r"ochtend|'s morgens|smorgens"),
    Part.AFTERNOON: re.compile(r"middag"),
    Part.EVENING: re.compile(r"avond"),
}
_EVENING_FROM = time(17)
Answered = Draft | str  # the draft, or in Dutch why the answer could not be used


def typed(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    """The draft with a typed answer to what was asked."""
    return _TYPED[draft.asked](draft, text.strip(), scene, room)


def chosen(draft: Draft, number: int, room: Room) -> Draft | None:
    """The draft with a pressed answer; None where nothing was offered under that number."""
    if not 0 <= number < len(draft.offered):
        return None
    kind, _, value = draft.offered[number].partition(":")
    settled = replace(draft, asked=Ask.NOTHING)
    match kind:
        case "town":
            inside = [one for one in room.allowed if town_of(one, room.programme) == value]
            return replace(settled, choices=refs(inside))
        case "subject":
            scope, _, identity = value.partition(":")
            return replace(settled, choices=(Ref(scope=Scope(scope), id=identity),))
        case "day":
            day, _, hour = value.partition("T")
            first = date.fromisoformat(day)
            settled = replace(settled, new_time=_moved_along(draft, first))
            return replace(settled, first=first, last=first, days=(), at=hour, all_hours=False)
        case "at":
            return replace(settled, at=value, all_hours=not value)
        case "what":
            return _again(with_what(settled, What(value)), room)
        case "last":
            return replace(settled, last=date.fromisoformat(value) if value else None, days=())
        case "time":
            return replace(settled, new_time=_with_hour(draft.new_time, value))
        case _:
            return _chosen_besides(settled, kind, value)


def _chosen_besides(draft: Draft, kind: str, value: str) -> Draft | None:
    match kind:
        case "place" | "reason" | "note":
            return with_words(draft, Ask(kind), value)
        case "later":
            return replace(draft, later=value)
        case "part":
            return replace(draft, asked=Ask(value), remark="")
        case "sure" if value == "yes":
            return replace(draft, sure=True)
        case _:
            return None


def with_what(draft: Draft, what: What) -> Draft:
    """The draft about something else that happens; asks the last day of a closed period."""
    asked = Ask.LAST if what is What.CLOSED_PERIOD and draft.first == draft.last else Ask.NOTHING
    kept = draft.new_time if what in (What.OTHER_TIME, What.EXTRA) else ""
    return replace(draft, what=what, asked=asked, new_time=kept)


def _again(draft: Draft, room: Room) -> Draft:
    """The draft, asking whether a period ends when it is about a day in it that goes on."""
    inside = draft.what is What.RESUMED and shut_period(draft, room.programme) is not None
    return replace(draft, asked=Ask.LAST) if inside else draft


def _where(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    wanted = text.casefold()
    inside = [
        one
        for one in room.allowed
        if wanted in town_of(one, room.programme).casefold()
        or wanted in room.programme.organisation(one).name.casefold()
    ]
    if not inside:
        return "Daar kan ik niets vinden dat jij kunt wijzigen. Typ een andere naam."
    return replace(draft, choices=refs(inside), asked=Ask.NOTHING)


def _subject(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    known = scene.knowledge
    read = read_change(f"{text} gaat niet door", scene.now, known.lexicon, known.gazetteer)
    named = ReadChange(activity=read.activity or text, place=read.place)
    found = meant_by(named, text, room.allowed, room.programme, known.lexicon, known.gazetteer)
    if not found:
        return "Zo heet niets dat jij kunt wijzigen. Typ een andere naam."
    if len(found) > MOST_CHOICES:
        return "Zo heten er te veel. Typ ook de plaats of de organisatie."
    return replace(draft, choices=found, asked=Ask.NOTHING)


def _days(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    read = _read_days(f"gaat niet door {text}", scene)
    if read.start is None:
        return "Die dag begrijp ik niet. Typ bijvoorbeeld “3 december”."
    if read.question:
        return read.question
    settled = replace(draft, first=read.start, last=read.end, days=read.days, asked=Ask.NOTHING)
    new_time = _moved_along(draft, read.start)
    return replace(settled, new_time=new_time, at="", all_hours=False)


def _moved_along(draft: Draft, first: date) -> str:
    """The new time, on a day as long after another first day as it was after the one before."""
    day, _, _ = read_new_time(draft.new_time)
    if day is None or draft.first is None:
        return draft.new_time
    moved = day + (first - draft.first)
    return moved.isoformat() + draft.new_time[len("2026-12-01") :]


def _last(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    read = _read_days(f"dicht vandaag tot en met {text}", scene)
    if read.end is None or draft.first is None or read.end < draft.first:
        return "Die laatste dag begrijp ik niet. Typ bijvoorbeeld “3 januari”."
    return replace(draft, last=read.end, days=(), asked=Ask.NOTHING)


def _read_days(text: str, scene: Scene) -> ReadChange:
    known = scene.knowledge
    return read_change(
        text,
        scene.now,
        known.lexicon,
        known.gazetteer,
        spans_by_name(known.school, everywhere=True),
    )


def _what(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    read = _read_days(text, scene)
    if read.what is None:
        return "Dat begrijp ik niet. Kies een knop, of typ bijvoorbeeld “gaat niet door”."
    return with_what(draft, read.what)


def _time(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    hours = hours_in(text, _usual_start(draft, room))
    moves = draft.what is What.OTHER_TIME
    day = _read_days(f"gaat niet door {text}", scene).start if moves else None
    if day is not None and day != draft.first:
        new_time = f"{day.isoformat()}T{hours}" if hours else day.isoformat()
        return replace(draft, new_time=new_time, asked=Ask.NOTHING)
    if not hours:
        return "Die tijd begrijp ik niet. Typ bijvoorbeeld “20:00” of “14:00-16:00”."
    return replace(draft, new_time=_with_hour(draft.new_time, hours), asked=Ask.NOTHING)


def hours_in(text: str, usual: time | None = None) -> str:
    """The hours that a text says, as "HH:MM", "HH:MM-HH:MM" or "-HH:MM"; empty where none.

    Of what is usually in the evening, "8 uur" is in the evening too.
    """
    folded = fold(text)
    part = next((part for part, words in _PARTS.items() if words.search(folded)), None)
    clocks = list(find_clocks(folded))
    if not clocks:
        bare = [bare_hour(word, folded.find(word)) for word in folded.replace("-", " ").split()]
        clocks = [clock for clock in bare if clock is not None]
    if not clocks:
        return ""
    before = _FROM.search(folded, 0, clocks[0].start)
    opening = bare_hour(before[1], before.start(1)) if before else None
    if opening is not None:
        clocks.insert(0, opening)
    if len(clocks) > 1:
        part = part or _usual_part(clocks[0], usual)
        opens, closes = opening_and_closing(clocks[0], clocks[1], part)
        return f"{_clock(opens)}-{_clock(closes)}"
    ends = folded.strip().startswith(("tot ", "t/m ", "-"))
    part = part or _usual_part(clocks[0], usual)
    return ("-" if ends else "") + _clock(minute_of_day(clocks[0], part))


def _usual_part(said: Clock, usual: time | None) -> Part | None:
    """The evening, where it usually is then and the clock may mean twelve hours later too."""
    return Part.EVENING if usual and usual >= _EVENING_FROM and said.either else None


def _usual_start(draft: Draft, room: Room) -> time | None:
    """When what a draft is about usually begins; None where nobody knows."""
    dates = dates_ahead(draft.subject, room.programme, room.today, 1) if draft.subject else ()
    start = dates[0].start if dates else None
    return start.time() if isinstance(start, datetime) else None


def _clock(minutes: int) -> str:
    minutes %= MIDNIGHT
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _with_hour(new_time: str, hours: str) -> str:
    """Hours in the place of those of a new time, whose day stays."""
    day = new_time[:10]
    return f"{day}T{hours}" if len(day) == 10 and day[4] == "-" else hours


def _when(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    schedule = read_schedule(text, anchor=draft.first or room.today)
    if isinstance(schedule, Unreadable):
        return f"‘{schedule.word}’ begrijp ik niet. {schedule.advice}".strip()
    return replace(draft, when=text, asked=Ask.NOTHING)


def with_words(draft: Draft, field: Ask, words: str) -> Draft:
    """The draft with the words for a place, a reason or a note."""
    match field:
        case Ask.PLACE:
            return replace(draft, place=words)
        case Ask.REASON:
            return replace(draft, reason=words)
        case _:
            return replace(draft, note=words)


def _words(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    if len(text) > LONGEST:
        return TOO_LONG
    return replace(with_words(draft, draft.asked, text), asked=Ask.NOTHING)


def _sure(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    if fold(text).strip(" .!") in ("ja", "j", "klopt", "ja hoor", "jazeker"):
        return replace(draft, sure=True, asked=Ask.NOTHING)
    return "Kies Ja of Nee."


def _moment(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    day, hours = _read_days(f"gaat niet door {text}", scene).start, hours_in(text)
    if day is None or len(hours) != len("09:00"):
        return "Noem een dag en een tijd, bijvoorbeeld “morgen om 9 uur”."
    return replace(draft, later=f"{day.isoformat()}T{hours}", asked=Ask.NOTHING)


def _part(draft: Draft, text: str, scene: Scene, room: Room) -> Answered:
    return "Kies wat je anders wilt."


_TYPED: Mapping[Ask, Callable[[Draft, str, Scene, Room], Answered]] = {
    Ask.WHERE: _where,
    Ask.SUBJECT: _subject,
    Ask.DAYS: _days,
    Ask.AT: lambda draft, text, scene, room: "Kies welke je bedoelt.",
    Ask.WHAT: _what,
    Ask.LAST: _last,
    Ask.TIME: _time,
    Ask.WHEN: _when,
    Ask.PLACE: _words,
    Ask.REASON: _words,
    Ask.NOTE: _words,
    Ask.SURE: _sure,
    Ask.MOMENT: _moment,
    Ask.PART: _part,
}
