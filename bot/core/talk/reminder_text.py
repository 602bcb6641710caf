"""The messages that go out by the clock: a reminder of one date, and the list of a week."""

from collections.abc import Sequence
from itertools import groupby

from bot.core.calendar.day_text import day_text, occurrence_text
from bot.core.following.interest import Interest, Sort
from bot.core.following.reminders import Reminder
from bot.core.following.week import Held
from bot.core.model import Activity
from bot.core.programme.changed import Changed, day_of, is_off
from bot.core.reply import Bubble, Button, Piece, Strong
from bot.core.talk.cards import joined, title, where_text
from bot.core.talk.choices import Verb, payload, short
from bot.core.talk.following import capital, interest_code, interest_text
from bot.core.talk.teller import Teller

_LISTED = 15  # dates in the list of a week


def reminder_bubble(reminder: Reminder, teller: Teller) -> Bubble:
    """What whoever asked for it hears beforehand, with a button to hear it no more."""
    activity, one = reminder.activity, reminder.occurrence
    key = "herinnering-uur" if reminder.sort is Sort.HOUR_BEFORE else "herinnering-dag"
    lines: list[tuple[Piece, ...]] = [
        (teller.say(key),),
        (Strong(text=_name(teller, activity)),),
        (capital(occurrence_text(one, teller.language)),),
    ]
    location = teller.programme.location(activity)
    if isinstance(one, Changed) and one.place:
        lines.append((teller.say("andere-plek", plek=one.place),))
    elif location is not None:
        lines.append((where_text(teller, location),))
    if isinstance(one, Changed):
        lines += [(capital(note),) for note in one.notes]
    interest = Interest(sort=reminder.sort, activity=activity.id)
    buttons = (
        (_button(teller.say("bericht-knop"), Verb.ACTIVITY, short(activity.id)),),
        (_button(teller.say("herinnering-stop"), Verb.UNFOLLOW, interest_code(interest)),),
    )
    return Bubble(pieces=joined(lines), buttons=buttons)


def week_bubble(interest: Interest, held: Sequence[Held], teller: Teller) -> Bubble:
    """What there is around a place this week, by day, with a button to get it no more."""
    key = "week-kop" if held else "week-leeg"
    lines: list[tuple[Piece, ...]] = [(teller.say(key, plaats=interest.place),)]
    for day, of_day in groupby(held[:_LISTED], key=lambda one: day_of(one.occurrence)):
        lines += [("",), (Strong(text=capital(day_text(day, teller.language))),)]
        lines += [(_line(teller, one),) for one in of_day]
    if len(held) > _LISTED:
        lines += [("",), (teller.say("week-meer", aantal=len(held) - _LISTED),)]
    if held:
        lines += [("",), (teller.say("week-vraag-na"),)]
    stop = teller.say("volg-stop-knop", wat=interest_text(teller, interest))
    return Bubble(
        pieces=joined(lines),
        buttons=((_button(stop, Verb.UNFOLLOW, interest_code(interest)),),),
    )


def _line(teller: Teller, held: Held) -> str:
    one = held.occurrence
    hours = occurrence_text(one, teller.language).removeprefix(
        day_text(day_of(one), teller.language)
    )
    what = _name(teller, held.activity)
    location = teller.programme.location(held.activity)
    if location is not None and location.town and location.town not in what:
        what = f"{what}, {location.town}"
    line = f"{capital(hours.strip(', '))}: {what}" if hours.strip(", ") else what
    if is_off(one):
        return teller.say("week-vervalt", wat=line)
    place = one.place if isinstance(one, Changed) else ""
    return f"{line}. {teller.say('andere-plek', plek=place)}" if place else line


def _name(teller: Teller, activity: Activity) -> str:
    return title(activity, teller.programme.organisation(activity))


def _button(label: str, verb: Verb, value: str) -> Button:
    label = label if len(label) <= 60 else label[:59].rstrip() + "…"
    return Button(label=label, choice=payload(verb, value))
