"""What is asked back where an announcement leaves something open, in plain Dutch."""

import re
from datetime import date
from enum import StrEnum

from bot.core.calendar.day_text import day_text
from bot.core.calendar.dutch_calendar import WEEKDAYS
from bot.core.changes.period import Period
from bot.core.days.reckoning import DAY, WEEK, next_weekday
from bot.core.programme.changes import What


class Doubt(StrEnum):
    """What an announcement leaves open."""

    WHAT = "what"
    DAY = "day"
    TIME = "time"
    PLACE = "place"
    ACTIVITY = "activity"
    SURE = "sure"
    SEVERAL = "several"
    LEFT_OVER = "left_over"  # something is named that the change does not explain


Asked = tuple[Doubt, str]

_ON_WHICH_DAY = {
    What.CANCELLED: "Op welke dag gaat het niet door?",
    What.CLOSED_PERIOD: "Van welke dag tot en met welke dag is het dicht?",
    What.MOVED: "Op welke dag is het op de andere plek, of vanaf welke dag?",
    What.OTHER_TIME: "Op welke dag verandert dit? Noem de dag waarop het eerst was.",
    What.EXTRA: "Op welke dag is dit extra?",
    What.RESUMED: "Op welke dag begint het weer?",
    What.NOTE: "Voor welke dag is dit bericht?",
}

WHAT_CHANGES = (
    "Wat verandert er? Bijvoorbeeld: het gaat niet door, het is op een andere plek of een andere "
    "tijd, het is extra, of er is iets dat mensen moeten weten."
)
IS_IT_NEWS = "Dag, tijd en plek blijven gelijk en dit is alleen een bericht. Klopt dat?"
IS_IT_SURE = "Is dit al zeker? Dan zet ik het erin. Anders kun je wachten tot het zeker is."
IS_IT_A_QUESTION = "Ik lees een vraag. Wil je dat ik dit als wijziging doorgeef?"
ONE_BY_ONE = "Ik lees meer dan één wijziging. Stuur ze een voor een, dan gaat het zeker goed."
MORE_PLACES = "Ik lees meer plaatsen:"
WHICH_DAY = "Welke dag bedoel je:"
EVERY_NTH = "Op welke datum is het voor het eerst op de nieuwe dag?"
HOW_OFTEN = "Verandert hoe vaak dit is? Kijk of het bericht dat goed zegt."
ONCE_OR_EVERY = (
    "Geldt dit één keer, of vaker? Noem de dag, of typ bijvoorbeeld “vanaf 4 december”."
)
EVERY_OFF = "Van welke dag tot en met welke dag gaat dit niet door, of voortaan niet meer?"
BACK_WHEN = "Wanneer begint het daarna weer, of stopt het helemaal?"
INSTEAD_OR_EXTRA = "Is dat in plaats van de gewone dag, of komt het erbij?"
WHOLE_HOUSE = "Geldt deze tijd voor alles in het huis? Noem anders de activiteit."
NEW_TIME = "Wat is de nieuwe tijd?"
NEW_TIME_OR_DAY = "Wat is de nieuwe dag of tijd?"
WHERE_TO = "Naar welke plek gaat het?"


def ask_day(what: What) -> str:
    """Asks on which day it is."""
    return _ON_WHICH_DAY[what]


def ask_half_of_day(time: str) -> str:
    """Asks whether an hour is in the morning or the evening."""
    hour = int(time[:2]) % 12
    return f"Is dat {hour:02d}{time[2:5]} ’s ochtends of {time[:5]} ’s avonds?"


def ask_new_time(time: str) -> str:
    """Asks whether the time changes at all."""
    if time[4:5] == "-":
        return INSTEAD_OR_EXTRA
    return f"Verandert de tijd in {time.replace('-', ' tot ')}?"


def ask_partly(activity: str | None) -> str:
    """Asks whether something is off for the whole day or for some hours."""
    return f"Is {activity or 'het'} de hele dag dicht, of alleen op die uren?"


def ask_other_place(place: str) -> str:
    """Asks whether a place that is named is another one than usual."""
    return f"Is ‘{place}’ een andere plek dan anders?"


def ask_something_else(activity: str | None) -> str:
    """Asks whether it is enough to tell what is off, where something else comes instead."""
    return (
        f"Ik zet erin dat {activity or 'het'} niet doorgaat. Wat er wél is, staat er dan niet "
        "bij. Klopt dat zo?"
    )


def ask_off_or_moved(place: str) -> str:
    """Asks whether something is off, or held elsewhere."""
    return f"Gaat het niet door, of is het op een andere plek ({place})?"


def ask_one_place(places: tuple[str, ...]) -> str:
    """Asks for one place at a time."""
    return f"{MORE_PLACES} {' en '.join(places)}. Stuur het per plaats."


def ask_about(word: str) -> str:
    """Asks whether a word names what does not go on."""
    return f"Is ‘{word}’ de activiteit die niet doorgaat?"


def ask_left_hour(said: str) -> str:
    """Asks what happens at an hour that is named besides."""
    said = re.sub(r"[\s.,]*(?:uur|u)?[\s.,]*$", "", said, flags=re.IGNORECASE)
    return f"Je noemt ook {said} uur: wat gebeurt er dan?"


def ask_left_day(said: str) -> str:
    """Asks what happens on a day that is named besides."""
    return f"Je noemt ook {said}: wat gebeurt er dan?"


def ask_date_or_hours(said: str) -> str:
    """Asks whether figures are a date or two hours."""
    return f"Is ‘{said}’ een datum, of zijn het tijden?"


def ask_left_words(said: str) -> str:
    """Asks what words have to do with a change that says nothing of them."""
    return f"Je noemt ook ‘{said}’: wat verandert daardoor?"


def ask_which_place(home: str, other: str) -> str:
    """Asks which of two places is that of the activity."""
    return f"Je noemt {home} en ook {other}: om welke plaats gaat het?"


def doubt_about(period: Period, what: What, today: date) -> str | None:
    """The question that the days of a change raise, or None where they are clear."""
    if period.start is None:
        return ask_day(what)
    if period.past or (period.end is not None and period.end < today):
        said = day_text(period.end or period.start, "nl")
        return f"{said.capitalize()} is al geweest. Welke dag bedoel je?"
    if period.end is not None and period.end < period.start:
        return "De laatste dag ligt vóór de eerste dag. Van wanneer tot wanneer is het?"
    if period.stops:
        return f"Is {day_text(period.stops, 'nl')} de laatste dag, of is het dan al gestopt?"
    if period.last_time and period.opens is None:
        return BACK_WHEN
    if period.vague:
        return "Op welke dag precies?"
    if period.rivals:
        days = sorted({period.start, *period.rivals})[:4]
        if len(days) == 1:
            return None
        return f"{WHICH_DAY} {_or(days)}?"
    if period.exclusive:
        last = day_text(period.exclusive, "nl")
        return f"Is {last} de laatste dag, of is het dan weer gewoon open?"
    if period.today_said_as_weekday:
        later = period.start + WEEK
        return f"Bedoel je vandaag, {day_text(period.start, 'nl')}, of {day_text(later, 'nl')}?"
    return None


def ask_weekday(weekday: int, day: date, today: date) -> str:
    """Asks which of two is right where a date falls on another weekday than the one said."""
    near = next_weekday(max(today, day - 3 * DAY), weekday)
    said = day_text(day, "nl")
    return (
        f"{said.split(' ', 1)[1].capitalize()} is een {WEEKDAYS[day.weekday()]}, geen "
        f"{WEEKDAYS[weekday]}. Bedoel je {day_text(near, 'nl')} of {said}?"
    )


def _or(days: list[date]) -> str:
    told = [day_text(day, "nl") for day in days]
    return " of ".join(filter(None, (", ".join(told[:-1]), told[-1])))
