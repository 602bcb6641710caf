"""Proposals in plain Dutch, and as changes that the programme can apply."""

from collections.abc import Iterator
from datetime import date, datetime, time

from bot.core.programme import changes
from bot.core.programme.changes import Author, Change, Scope, problem_with
from bot.exchange.icalendar.rule_words import day_text
from bot.exchange.proposal import Proposal, What
from bot.exchange.record import digest
from bot.exchange.weekly import listed

_AS_CHANGE = {
    What.CANCELLED: changes.What.CANCELLED,
    What.MOVED: changes.What.MOVED,
    What.OTHER_TIME: changes.What.OTHER_TIME,
    What.CLOSED: changes.What.CLOSED_PERIOD,
    What.EXTRA: changes.What.EXTRA,
    What.RESUMED: changes.What.RESUMED,
}
_GO = "Dit kan weg."
_LATER = {
    What.MOVED: "Is de verhuizing klaar en klopt het adres? Dan kan dit weg.",
    What.OTHER_TIME: "Klopt de tijd in het rooster? Dan kan dit weg.",
}


def proposal_text(proposal: Proposal) -> str:
    """What is proposed, as an editor reads it: "andere plek van 13 juli 2026 …: de bieb"."""
    if proposal.past:
        for_good = proposal.first and not proposal.last
        after = _LATER.get(proposal.what, _GO) if for_good else _GO
        return f"voorbij ({_said(proposal)}). {after}"
    return _said(proposal)


def _said(proposal: Proposal) -> str:
    what = str(proposal.what)
    extra = ", ".join(part for part in (proposal.time, proposal.place, proposal.words) if part)
    when = _when(proposal)
    told = f"{what} {when}".strip() + (f": {extra}" if extra else "")
    missing = _missing(proposal)
    return f"{told} ({missing})" if missing else told


def _when(proposal: Proposal) -> str:
    if proposal.days:
        return listed([day_text(day) for day in proposal.days])
    first = f"vanaf {day_text(proposal.first)}" if proposal.first else ""
    last = f"tot en met {day_text(proposal.last)}" if proposal.last else ""
    return f"{first} {last}".strip()


def _missing(proposal: Proposal) -> str:
    if proposal.what is What.MOVED and not proposal.place:
        return "vul zelf in waar"
    if proposal.what is What.OTHER_TIME and not proposal.time:
        return "vul zelf in hoe laat"
    return ""


def changes_of(
    proposal: Proposal, activity: str, entered: datetime, today: date
) -> tuple[Change, ...]:
    """The changes a proposal comes down to; none where it is over or leaves something open."""
    if proposal.past or proposal.what not in _AS_CHANGE:
        return ()
    made = (_change(proposal, activity, entered, days) for days in _stretches(proposal, today))
    return tuple(change for change in made if not problem_with(change))


def _stretches(proposal: Proposal, today: date) -> Iterator[tuple[date, date | None]]:
    if proposal.days:
        yield from ((day, day) for day in proposal.days)
    else:
        yield proposal.first or today, proposal.last


def _change(
    proposal: Proposal, activity: str, entered: datetime, days: tuple[date, date | None]
) -> Change:
    first, last = days
    opens, closes = _hours(proposal.time)
    return Change(
        id=f"bron-{digest(activity, proposal.what, first.isoformat(), str(last))}",
        what=_AS_CHANGE[proposal.what],
        scope=Scope.ACTIVITY,
        subject=activity,
        first=first,
        last=last,
        entered=entered,
        effective=entered.date(),
        author=Author.FEED,
        opens=opens,
        closes=closes,
        place=proposal.place,
        reason=proposal.reason,
    )


def _hours(words: str) -> tuple[time | None, time | None]:
    parts = [part for part in words.split("-") if part]
    times = [time(int(part[:2]) % 24, int(part[3:])) for part in parts]
    return (times[0] if times else None), (times[1] if len(times) > 1 else None)
