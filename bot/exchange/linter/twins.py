"""Records at one spot, day and hour: perhaps one meeting that is listed twice."""

import re
from collections.abc import Iterator, Sequence

from bot.core.places.distance import kilometres
from bot.core.programme.programme import schedule_of
from bot.exchange.linter.finding import Finding, Rule
from bot.exchange.proposal import Proposal, What
from bot.exchange.record import ImportedMeeting, slug_of

SAME_SPOT = 0.06  # kilometres


def find_twins(meetings: Sequence[ImportedMeeting]) -> Iterator[Finding]:
    """Each record that another one before it may be the same as."""
    seen: dict[tuple[object, ...], list[ImportedMeeting]] = {}
    for meeting in meetings:
        schedule = schedule_of(meeting.activity)
        if schedule and not schedule.missing and meeting.location is not None:
            begin = re.split(r"(?<=\d)-", meeting.activity.when)[0]
            key = (begin, slug_of(meeting.location.town))
            seen.setdefault(key, []).append(meeting)
    for group in seen.values():
        for place, one in enumerate(group):
            twin = next((other for other in group[:place] if _at_one_spot(one, other)), None)
            if twin is not None:
                yield _twins(one, twin)


def _at_one_spot(one: ImportedMeeting, other: ImportedMeeting) -> bool:
    here, there = one.location, other.location
    if here is None or there is None:
        return False
    if None not in (here.lat, here.lon, there.lat, there.lon):
        return kilometres(here.lat, here.lon, there.lat, there.lon) <= SAME_SPOT  # type: ignore[arg-type]
    return bool(here.street) and slug_of(here.street) == slug_of(there.street)


def _twins(one: ImportedMeeting, twin: ImportedMeeting) -> Finding:
    message = (
        f"Op dezelfde plek, dag en tijd staat ook ‘{twin.activity.name}’ "
        f"({twin.provenance.identity}). Is dit dezelfde groep?"
    )
    return Finding(
        record=one.provenance.identity,
        rule=Rule.SAME,
        field="wanneer",
        quote=one.activity.name,
        message=message,
        proposals=(Proposal(what=What.SAME, words=twin.provenance.identity),),
    )
