"""What a coordinator is asked about a draft, with buttons wherever a press can answer."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.core.calendar.day_text import day_text, occurrence_text
from bot.core.desk.buttons import Press, desk_button
from bot.core.desk.drafts.drafting import dates_ahead, on_those_days, shut_period
from bot.core.desk.drafts.matching import refs
from bot.core.draft import Ask, Draft, Ref
from bot.core.model import Activity, Occurrence
from bot.core.programme.changed import Changed, day_of, is_off
from bot.core.programme.changes import Scope, What
from bot.core.programme.programme import Programme
from bot.core.reply import Bubble
from bot.core.talk.cards import title

MOST_CHOICES = 10
_MOST_TOWNS = 24
_MOST_DATES = 6
_YEAR = 366
Offer = tuple[str, str]  # the label of a button, and what it answers

WHAT_LABELS: Mapping[What, str] = {
    What.CANCELLED: "Gaat niet door",
    What.OTHER_TIME: "Andere dag of tijd",
    What.MOVED: "Andere plek",
    What.EXTRA: "Een extra keer",
    What.CLOSED_PERIOD: "Een tijd dicht",
    What.NOTE: "Een bericht",
    What.RESUMED: "Gaat weer door",
}
_PARTS: Mapping[Ask, str] = {
    Ask.SUBJECT: "Waar het over gaat",
    Ask.WHAT: "Wat er verandert",
    Ask.DAYS: "De dag",
    Ask.TIME: "De tijd",
    Ask.PLACE: "De plek",
    Ask.REASON: "De reden",
    Ask.NOTE: "Wat mensen moeten weten",
}
_WORDS = {
    Ask.WHERE: "In welke plaats is het? Typ de naam, of die van de organisatie.",
    Ask.SUBJECT: "Waar gaat het over?",
    Ask.DAYS: (
        "Om welke dag gaat het? Kies, of typ het: “3 december”, “3, 10 en 17 december”, of "
        "“van 24 december tot en met 3 januari”."
    ),
    Ask.AT: "Er is meer dan één op die dag. Welke bedoel je?",
    Ask.WHAT: "Wat verandert er?",
    Ask.LAST: "Tot en met welke dag? Typ de laatste dag.",
    Ask.TIME: (
        "Wat is de nieuwe tijd? Typ bijvoorbeeld “20:00”, “14:00-16:00” of “tot 15:00”. Is het op "
        "een andere dag? Typ die erbij: “donderdag 17 december 19:30”."
    ),
    Ask.WHEN: (
        "Wat is het nieuwe vaste moment? Typ bijvoorbeeld “elke maandag van 10.00 tot 12.00 uur”."
    ),
    Ask.PLACE: "Waar is het dan? Typ de naam of het adres van de plek.",
    Ask.REASON: "Wat is de reden? Een paar woorden zijn genoeg. Noem geen namen.",
    Ask.NOTE: "Wat moeten mensen weten? Schrijf het zoals zij het lezen. Noem geen namen.",
    Ask.SURE: "Klopt dit?",
    Ask.MOMENT: (
        "Wanneer moet het bericht weg? Kies, of typ het: “morgen om 9 uur”. Wie ernaar vraagt, "
        "krijgt wel meteen het nieuwe antwoord."
    ),
    Ask.PART: "Wat wil je anders?",
}
AGAIN_FROM = "Gaat het alleen die dag door, of weer vanaf die dag?"
EXTRA_TIME = "Hoe laat is het dan? Typ bijvoorbeeld “20:00” of “14:00-16:00”."
TYPE_A_NAME = "Waar gaat het over? Typ de naam van de activiteit, de organisatie of de plaats."
_CLOCK = re.compile(r"\b([0-2]\d:[0-5]\d)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where a draft is made: what there is, what its maker may change, and today."""

    programme: Programme
    allowed: tuple[Activity, ...]
    today: date


def ask(draft: Draft, wanted: Ask, room: Room) -> tuple[Draft, Bubble]:
    """The draft as it is now being asked about, and the question with its buttons."""
    offers = tuple(_OFFERS[wanted](draft, room)) if wanted in _OFFERS else ()
    asked = replace(
        draft, asked=wanted, turn=draft.turn + 1, offered=tuple(answer for _, answer in offers)
    )
    words = draft.question or _WORDS[wanted]
    if wanted is Ask.LAST and draft.what is What.RESUMED:
        words = AGAIN_FROM
    if wanted is Ask.TIME and draft.what is What.EXTRA:
        words = draft.question or EXTRA_TIME
    if wanted is Ask.SUBJECT and not offers:
        words = draft.question or TYPE_A_NAME
    buttons = [
        (desk_button(label, Press.CHOOSE, asked.id, str(asked.turn), str(number)),)
        for number, (label, _) in enumerate(offers)
    ]
    stop = desk_button("Stoppen", Press.DISCARD, asked.id, str(asked.turn))
    return replace(asked, question=""), Bubble(pieces=(words,), buttons=(*buttons, (stop,)))


def label_of(ref: Ref, programme: Programme) -> str:
    """What a button for something that may change says."""
    match ref.scope:
        case Scope.ACTIVITY:
            activity = programme.activity(ref.id)
            if activity is None:
                return ref.id
            location = programme.location(activity)
            name = title(activity, programme.organisation(activity))
            town = location.town if location else ""
            return name if not town or town in name else f"{name} ({town})"
        case Scope.LOCATION:
            place = programme.locations.get(ref.id)
            return f"Alles op {place.name}, {place.town}" if place else ref.id
        case Scope.ORGANISATION:
            holder = programme.organisations.get(ref.id)
            return f"Alles van {holder.name}" if holder else ref.id


def town_of(activity: Activity, programme: Programme) -> str:
    """The town an activity is in; for what has no place, who holds it."""
    location = programme.location(activity)
    return location.town if location and location.town else programme.organisation(activity).name


def _towns(draft: Draft, room: Room) -> Iterable[Offer]:
    towns = dict.fromkeys(town_of(one, room.programme) for one in room.allowed)
    return ((town, f"town:{town}") for town in sorted(towns)[:_MOST_TOWNS])


def _subjects(draft: Draft, room: Room) -> Iterable[Offer]:
    choices = draft.choices if len(draft.choices) > 1 else refs(_around(draft, room))
    if len(choices) > MOST_CHOICES:
        return
    if draft.what is What.EXTRA:
        choices = tuple(ref for ref in choices if ref.scope is Scope.ACTIVITY)
    for ref in choices[:MOST_CHOICES]:
        yield _clip(label_of(ref, room.programme)), f"subject:{ref.scope}:{ref.id}"


def _around(draft: Draft, room: Room) -> tuple[Activity, ...]:
    """What may be meant instead: of the same holder or place where that was said, else all."""
    whole = draft.subject
    if whole is None or whole.scope is Scope.ACTIVITY:
        return room.allowed
    return tuple(one for one in room.allowed if whole.id in (one.organisation, one.location))


def _days(draft: Draft, room: Room) -> Iterable[Offer]:
    named = _days_named(draft.question, room.today)
    if named:
        return [(day_text(day, "nl"), f"day:{day.isoformat()}") for day in named]
    if draft.subject is None:
        return []
    dates = dates_ahead(draft.subject, room.programme, room.today, _MOST_DATES)
    if not dates:
        soon = [room.today + timedelta(days=number) for number in range(3)]
        return [(day_text(day, "nl"), f"day:{day.isoformat()}") for day in soon]
    return [
        (_date_label(one), f"day:{day_of(one).isoformat()}{_hour(one.start)}") for one in dates
    ]


def _date_label(one: Occurrence) -> str:
    """A date, and that it is off where that was told already."""
    when = occurrence_text(one, "nl")
    return f"{when}: gaat niet door" if is_off(one) else when


def _hours(draft: Draft, room: Room) -> Iterable[Offer]:
    found = on_those_days(draft, room.programme, room.today) or ()
    for one in found:
        if isinstance(one.start, datetime):
            yield _date_label(one), f"at:{one.start:%H:%M}"
    yield "Allemaal", "at:"


def _whats(draft: Draft, room: Room) -> Iterable[Offer]:
    whole = draft.subject is not None and draft.subject.scope is not Scope.ACTIVITY
    dates = on_those_days(draft, room.programme, room.today) or ()
    off = any(is_off(one) for one in dates)
    for what in sorted(WHAT_LABELS, key=lambda what: off and what is not What.RESUMED):
        as_ever = (
            what is What.RESUMED and dates and not any(isinstance(one, Changed) for one in dates)
        )
        if not as_ever and not (what is What.EXTRA and whole):
            yield WHAT_LABELS[what], f"what:{what}"


def _times(draft: Draft, room: Room) -> Iterable[Offer]:
    return ((f"{found} uur", f"time:{found}") for found in _CLOCK.findall(draft.question))


def _parts(draft: Draft, room: Room) -> Iterable[Offer]:
    timed = draft.what in (What.OTHER_TIME, What.EXTRA)
    placed = draft.what in (What.MOVED, What.EXTRA, What.OTHER_TIME)
    for part, label in _PARTS.items():
        if (part is Ask.TIME and not timed) or (part is Ask.PLACE and not placed):
            continue
        yield label, f"part:{part}"


def _moments(draft: Draft, room: Room) -> Iterable[Offer]:
    yield "Nu meteen", "later:"
    for days in range(1, 4):
        day = room.today + timedelta(days=days)
        yield f"{day_text(day, 'nl')}, 09:00 uur", f"later:{day.isoformat()}T09:00"


def _lasts(draft: Draft, room: Room) -> Iterable[Offer]:
    if draft.what is not What.RESUMED or draft.first is None:
        yield "Tot nader bericht", "last:"
        return
    period = shut_period(draft, room.programme)
    until = period.last.isoformat() if period and period.last else ""
    yield "Vanaf die dag", f"last:{until}"
    yield "Alleen die dag", f"last:{draft.first.isoformat()}"


def _yes_or_no(draft: Draft, room: Room) -> Iterable[Offer]:
    return (("Ja", "sure:yes"), ("Nee", "sure:no"))


_OFFERS: Mapping[Ask, Callable[[Draft, Room], Iterable[Offer]]] = {
    Ask.WHERE: _towns,
    Ask.SUBJECT: _subjects,
    Ask.DAYS: _days,
    Ask.AT: _hours,
    Ask.WHAT: _whats,
    Ask.LAST: _lasts,
    Ask.TIME: _times,
    Ask.PLACE: lambda draft, room: (("Online", "place:online"),),
    Ask.REASON: lambda draft, room: (("Zonder reden", "reason:"),),
    Ask.NOTE: lambda draft, room: (("Niets erbij", "note:"),) if draft.note else (),
    Ask.SURE: _yes_or_no,
    Ask.MOMENT: _moments,
    Ask.PART: _parts,
}


def _days_named(question: str, today: date) -> list[date]:
    """The days that a question names, as it writes them."""
    said = question.casefold()
    if not said:
        return []
    days = (today + timedelta(days=number) for number in range(-1, _YEAR))
    return [day for day in days if re.search(rf"{day_text(day, 'nl')}\b", said)]


def _hour(start: datetime | date) -> str:
    return f"T{start:%H:%M}" if isinstance(start, datetime) else ""


def _clip(label: str, limit: int = 60) -> str:
    return label if len(label) <= limit else label[: limit - 1].rstrip() + "…"
