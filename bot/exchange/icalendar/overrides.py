"""Exceptions of one date, as changes that a person may take over: off, extra, later, elsewhere."""

from collections.abc import Iterator
from datetime import datetime

from bot.exchange.icalendar.moments import day_of, end_of, moment_of
from bot.exchange.icalendar.rule_words import hours_text
from bot.exchange.icalendar.vevent import Vevent
from bot.exchange.proposal import Proposal, What
from bot.exchange.record import plain_text


def proposals_of(event: Vevent, end: datetime | None) -> Iterator[Proposal]:
    """What each event that replaces a date says is different; `end` is that of the series."""
    for part in event.overrides:
        old, new = moment_of(part, "RECURRENCE-ID"), moment_of(part, "DTSTART")
        if old is None:
            continue
        day, past = (day_of(old),), day_of(old) < event.feed.read
        if str(part.get("STATUS", "")) == "CANCELLED":
            reason = plain_text(str(part.get("COMMENT") or ""))
            yield Proposal(what=What.CANCELLED, days=day, reason=reason, past=past)
            continue
        new_end = end_of(part, new) if new else None
        if new is not None and (new != old or (new_end and end and new_end.time() != end.time())):
            time_ = hours_text(new, new_end)
            if day_of(new) != day[0]:
                yield Proposal(what=What.CANCELLED, days=day, past=past)
                yield Proposal(what=What.EXTRA, days=(day_of(new),), time=time_, past=past)
            else:
                yield Proposal(what=What.OTHER_TIME, days=day, time=time_, past=past)
        place = plain_text(str(part.get("LOCATION") or ""))
        if place and place != event.text("LOCATION"):
            yield Proposal(what=What.MOVED, days=day, place=place, past=past)
