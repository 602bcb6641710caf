"""Performs a report: tells the coordinators of a place what was not right, never by whom."""

from functools import partial
from hashlib import blake2s

from bot.core.audit import Act as Done
from bot.core.calendar.dutch_zone import instant_of
from bot.core.deeds import Report
from bot.core.desk.reporting import report_bubble
from bot.core.desk.scopes import subject_of
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.quiet_hours import sending_at
from bot.core.happenings import Happening, Reported
from bot.core.model import Activity
from bot.core.roles import Action, Person, Role, may
from bot.core.talk.teller import in_each_language
from bot.desk.act import Act, Served
from bot.desk.sending import reachable
from bot.store.outbox import announce_to
from bot.store.roles import fetch_roster


async def do_report(act: Act, deed: Report) -> Happening:
    """Tells the coordinators of an activity; the same thing on one day is told once."""
    served = act.served
    activity = served.programme.activity(deed.activity) if served else None
    if served is None or activity is None:
        return Reported(told=0)
    roster = await fetch_roster(act.inside)
    able = hearers(tuple(roster.values()), activity, served)
    whom = await reachable(act.inside, act.vault, tuple(one.id for one in able))
    if not whom:
        return Reported(told=0)
    said = f"{activity.id}\0{deed.wrong}\0{act.now.date()}"
    message = Announcement(
        id=f"m{blake2s(said.encode(), digest_size=8).hexdigest()}",
        purpose=Purpose.CHANGE,
        bubbles=in_each_language(
            served.knowledge,
            served.programme,
            act.now,
            partial(report_bubble, activity=activity, wrong=deed.wrong),
        ),
        due=instant_of(sending_at(act.now, None).due),
    )
    new = await announce_to(act.inside, message, whom, act.instant)
    if new:
        await act.note(Done.REPORTED, activity.id, anonymous=True)
    return Reported(told=len(whom))


def hearers(roster: tuple[Person, ...], activity: Activity, served: Served) -> tuple[Person, ...]:
    """The coordinators of an activity, or the administrators where it has none."""
    about = subject_of(activity, served.programme, served.knowledge.gazetteer)
    able = [one for one in roster if may(one, Action.ANSWER_REPORT, about)]
    coordinators = [
        one for one in able if any(grant.role is Role.COORDINATOR for grant in one.grants)
    ]
    return tuple(coordinators or able)
