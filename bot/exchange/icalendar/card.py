"""Puts the calendar file of an activity with a reply that asks for one."""

from dataclasses import replace

from bot.core.programme.programme import Programme
from bot.core.reply import Bubble, Document, Reply
from bot.exchange.icalendar.file import Horizon, ics_for
from bot.exchange.listing import Listing
from bot.exchange.record import slug_of

KIND = "text/calendar"


def with_calendars(reply: Reply, programme: Programme, horizon: Horizon) -> Reply:
    """The reply with the files it asks for; one without any date is left out."""
    return Reply(bubbles=tuple(_with_file(one, programme, horizon) for one in reply.bubbles))


def _with_file(bubble: Bubble, programme: Programme, horizon: Horizon) -> Bubble:
    activity = programme.activity(bubble.calendar)
    if activity is None:
        return bubble
    listing = Listing(
        activity=activity,
        organisation=programme.organisation(activity),
        location=programme.location(activity),
    )
    content = ics_for(listing, programme.changes.get(activity.id, ()), horizon)
    if not content:
        return bubble
    name = f"{slug_of(activity.name)}.ics"
    return replace(bubble, document=Document(name=name, kind=KIND, content=content))
