"""Dates and weeks in the words of a record, which belong in its schedule or in a change."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.core.model import Activity
from bot.core.programme.programme import schedule_of
from bot.core.schedules.recurrence import Ranked, Shifted, Weekly
from bot.exchange.linter.finding import Finding, Rule
from bot.exchange.notes.effects import Noted, read_notes
from bot.exchange.notes.weeks import read_weeks
from bot.exchange.proposal import Proposal
from bot.exchange.record import ImportedMeeting


def find_dates(meeting: ImportedMeeting) -> Iterator[Finding]:
    """What the name, the text and the directions say of dates and of weeks."""
    activity, read = meeting.activity, meeting.provenance.feed.read
    weekdays = _weekdays(activity)
    texts = {
        "naam": activity.name,
        "kort": activity.about,
        "uitleg": meeting.location.directions if meeting.location else "",
    }
    noted = {field: read_notes(text, read, weekdays) for field, text in texts.items()}
    whole = [one for notes in noted.values() for one in notes]
    for field, text in texts.items():
        for quote, proposals in _by_quote(noted[field], whole):
            rule = Rule.DATED_NAME if field == "naam" else Rule.DATED_TEXT
            yield _finding(meeting, rule, field, quote, proposals)
        for one in read_weeks(text, activity.when, read, is_name=field == "naam"):
            yield _finding(meeting, Rule.WEEKS, field, one.quote, (one.proposal,))


def _finding(
    meeting: ImportedMeeting, rule: Rule, field: str, quote: str, proposals: tuple[Proposal, ...]
) -> Finding:
    weeks = "Hier staat iets over bepaalde weken of dagen; dat kan in het rooster."
    return Finding(
        record=meeting.provenance.identity,
        rule=rule,
        field=field,
        quote=quote,
        message=weeks if rule is Rule.WEEKS else _dated_message(field, proposals),
        proposals=proposals,
    )


def _weekdays(activity: Activity) -> tuple[int, ...]:
    schedule = schedule_of(activity)
    found: list[int] = []
    for rule in schedule.rules if schedule else ():
        pattern = rule.pattern.base if isinstance(rule.pattern, Shifted) else rule.pattern
        if isinstance(pattern, (Weekly, Ranked)):
            found += pattern.weekdays
    return tuple(dict.fromkeys(found))


def _by_quote(
    notes: Sequence[Noted], whole: Sequence[Noted]
) -> Iterator[tuple[str, tuple[Proposal, ...]]]:
    """The notes of a field, those that say the same of other days taken together."""
    groups: dict[tuple[object, ...], list[Noted]] = {}
    for one in notes:
        proposal = _completed(one.proposal, whole)
        single = proposal.days and not proposal.past
        key = (proposal.what, proposal.place, proposal.time) if single else (one.quote, proposal)
        groups.setdefault(key, []).append(Noted(one.quote, proposal))
    for group in groups.values():
        quote = " / ".join(dict.fromkeys(one.quote for one in group))
        days = tuple(sorted({day for one in group for day in one.proposal.days}))
        yield quote, (replace(group[0].proposal, days=days),)


def _completed(proposal: Proposal, whole: Sequence[Noted]) -> Proposal:
    """A proposal with the place or the time that another note of the same dates gives."""
    for other in (one.proposal for one in whole):
        alike = other.what is proposal.what and (
            (other.days and other.days == proposal.days)
            or (
                (other.first or other.last)
                and (other.first, other.last) == (proposal.first, proposal.last)
            )
        )
        if alike:
            proposal = replace(
                proposal,
                place=proposal.place or other.place,
                time=max(proposal.time, other.time, key=len),
            )
    return proposal


def _dated_message(field: str, proposals: Sequence[Proposal]) -> str:
    where = "de naam" if field == "naam" else "de tekst"
    if all(proposal.past for proposal in proposals):
        return f"In {where} staat iets wat voorbij is."
    return f"In {where} staat een wijziging; die hoort als wijziging ingevoerd."
