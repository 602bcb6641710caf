"""Gives the dates of an activity as a file for an agenda, and shows the first of them."""

from collections.abc import Iterator
from itertools import islice

from bot.core.calendar.day_text import occurrence_text
from bot.core.model import Activity, Occurrence, Status
from bot.core.programme.changed import is_off
from bot.core.programme.search import is_over
from bot.core.reply import Bubble
from bot.core.talk.cards import contact_line, joined
from bot.core.talk.outcome import Answer, Scene
from bot.core.talk.teller import Teller

_AHEAD = 100  # days
_SHOWN = 3  # dates


def give_calendar(scene: Scene, teller: Teller, activity: Activity) -> Answer:
    """The file of one activity; whom to ask where no date is fixed."""
    coming = list(islice(_coming(scene, activity), _SHOWN))
    organisation = teller.programme.organisation(activity)
    if not coming:
        said = (teller.say("agenda-geen-datums", naam=activity.name),)
        contact = contact_line(teller, activity.contact or organisation.contact)
        bubble = Bubble(pieces=joined([said, contact]))
    else:
        lines = [
            teller.say("agenda-bestand", naam=activity.name),
            *(_line(teller, one) for one in coming),
        ]
        bubble = Bubble(pieces=joined((line,) for line in lines), calendar=activity.id)
    return Answer(bubbles=(bubble,), activities=(activity.id,), organisations=(organisation.id,))


def _coming(scene: Scene, activity: Activity) -> Iterator[Occurrence]:
    """The dates that are not over, what is off among them; none of what is shut or too old."""
    programme, today = scene.programme, scene.now.date()
    if programme.status(activity) is Status.PAUSED or programme.is_stale(activity, today):
        return
    for one in programme.dates(activity, today, _AHEAD, today) or ():
        if not is_over(one, scene.now):
            yield one


def _line(teller: Teller, one: Occurrence) -> str:
    when = occurrence_text(one, teller.language)
    return f"- {teller.say('vervalt', wanneer=when) if is_off(one) else when}"
