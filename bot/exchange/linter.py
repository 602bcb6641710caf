"""Looks at imported records for what people should see, and proposes how to mend it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.message import Place
from bot.core.model import Activity, Format, Location
from bot.core.places.distance import kilometres
from bot.core.places.gazetteer import Gazetteer
from bot.core.programme.programme import schedule_of
from bot.core.schedules.recurrence import Ranked, Shifted, Weekly
from bot.exchange.meeting_guide.fields import types_of
from bot.exchange.meeting_guide.file import FORMAT
from bot.exchange.meeting_guide.reading import codes_of
from bot.exchange.meeting_guide.types import BMLT_CODES, CODES
from bot.exchange.notes.effects import Noted, read_notes
from bot.exchange.notes.weeks import read_weeks
from bot.exchange.privacy import personal_numbers, without_numbers
from bot.exchange.proposal import Proposal, What
from bot.exchange.record import Batch, ImportedMeeting, slug_of
from bot.exchange.weekly import listed

FAR = 12.0  # kilometres from the middle of the town; the largest towns reach that far
SAME_SPOT = 0.06  # kilometres


class Rule(StrEnum):
    """What a finding is about, by the name that stands in the report."""

    DATED_NAME = "datum-in-naam"
    DATED_TEXT = "datum-in-tekst"
    WEEKS = "weken-in-tekst"
    PHONE = "telefoonnummer"
    NAMESAKE = "plaatsnaam-vaker"
    UNKNOWN_TOWN = "plaats-onbekend"
    FAR_AWAY = "ver-van-plaats"
    SAME = "dubbel"
    CODE = "onbekende-code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing in one record that a person should look at, in plain Dutch."""

    record: str  # its id in the source
    rule: Rule
    field: str
    quote: str
    message: str
    proposals: tuple[Proposal, ...] = ()


def lint(
    batch: Batch, gazetteer: Gazetteer, allowed: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """Everything there is to look at in the records of one source, in their order."""
    found: list[Finding] = []
    for meeting in batch.meetings:
        found += _dates(meeting)
        found += _phones(meeting, allowed)
        found += _place(meeting, gazetteer)
        found += _codes(meeting)
    return (*found, *_same(batch.meetings))


# Dates and weeks in words


def _dates(meeting: ImportedMeeting) -> Iterator[Finding]:
    activity, read = meeting.activity, meeting.provenance.feed.read
    weekdays = _weekdays(activity)
    texts = (
        ("naam", activity.name, Rule.DATED_NAME),
        ("kort", activity.about, Rule.DATED_TEXT),
        ("uitleg", meeting.location.directions if meeting.location else "", Rule.DATED_TEXT),
    )
    noted = {field: read_notes(text, read, weekdays) for field, text, _ in texts}
    whole = [one for notes in noted.values() for one in notes]
    for field, text, rule in texts:
        for quote, proposals in _by_quote(noted[field], whole):
            yield Finding(
                record=meeting.provenance.identity,
                rule=rule,
                field=field,
                quote=quote,
                message=_dated_message(field, proposals),
                proposals=proposals,
            )
        weeks = read_weeks(text, activity.when, read, is_name=field == "naam")
        for one in weeks:
            message = "Hier staat iets over bepaalde weken of dagen; dat kan in het rooster."
            yield Finding(
                record=meeting.provenance.identity,
                rule=Rule.WEEKS,
                field=field,
                quote=one.quote,
                message=message,
                proposals=(one.proposal,),
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


# Personal telephone numbers


def _phones(meeting: ImportedMeeting, allowed: frozenset[str]) -> Iterator[Finding]:
    texts = {
        "naam": meeting.activity.name,
        "kort": meeting.activity.about,
        "uitleg": meeting.location.directions if meeting.location else "",
    }
    for field, text in texts.items():
        for number in personal_numbers(text, allowed):
            yield Finding(
                record=meeting.provenance.identity,
                rule=Rule.PHONE,
                field=field,
                quote=f"…{number[-3:]}",
                message="Hier staat een mobiel nummer, waarschijnlijk van een persoon.",
                proposals=(Proposal(what=What.TEXT, words=without_numbers(text, allowed)),),
            )


# Towns and coordinates

_NO_TOWN = "Er staat geen plaats bij. Wie in de buurt zoekt, vindt dit dus niet."


def _place(meeting: ImportedMeeting, gazetteer: Gazetteer) -> Iterator[Finding]:
    location, record = meeting.location, meeting.provenance.identity
    if location is None or not location.town:
        if meeting.activity.format is Format.IN_PERSON and not _is_placed(location):
            yield _placed(record, Rule.UNKNOWN_TOWN, "", _NO_TOWN)
        return
    towns = gazetteer.named(location.town)
    if not towns:
        message = f"De plaats ‘{location.town}’ kennen we niet."
        yield _placed(record, Rule.UNKNOWN_TOWN, location.town, message)
        return
    point = _point(location.lat, location.lon) or _of_postcode(location.postcode, gazetteer)
    near = sorted(towns, key=lambda town: _away(point, town)) if point else list(towns)
    others = {(town.municipality, town.province) for town in towns}
    if len(others) > 1 and near[0] != towns[0]:
        which = f"{near[0].name} ({near[0].municipality}, {near[0].province})"
        message = f"Er is meer dan één {location.town}. Hier is vast bedoeld: {which}."
        proposal = Proposal(what=What.PLACE, place=which)
        yield replace(
            _placed(record, Rule.NAMESAKE, location.town, message), proposals=(proposal,)
        )
    elif len(others) > 1 and point is None:
        choices = listed([f"{town.municipality} ({town.province})" for town in towns])
        message = f"Er is meer dan één {location.town}: {choices}. Zeg welke."
        yield _placed(record, Rule.NAMESAKE, location.town, message)
    if point and _away(point, near[0]) > FAR:
        away = _away(point, near[0])
        message = f"De coördinaten liggen {away:.0f} km van {location.town}. Klopt de plaats?"
        yield _placed(record, Rule.FAR_AWAY, location.town, message)


def _is_placed(location: Location | None) -> bool:
    return location is not None and (location.lat is not None or bool(location.postcode))


def _placed(record: str, rule: Rule, town: str, message: str) -> Finding:
    return Finding(record=record, rule=rule, field="plaats", quote=town, message=message)


def _point(lat: float | None, lon: float | None) -> tuple[float, float] | None:
    return (lat, lon) if lat is not None and lon is not None else None


def _of_postcode(postcode: str, gazetteer: Gazetteer) -> tuple[float, float] | None:
    found = gazetteer.named(postcode[:4]) if postcode else ()
    return (found[0].lat, found[0].lon) if found else None


def _away(point: tuple[float, float], town: Place) -> float:
    return kilometres(*point, town.lat, town.lon)


# Codes and duplicates


def _codes(meeting: ImportedMeeting) -> Iterator[Finding]:
    given = codes_of(meeting.extra.get("types"))
    if not given and meeting.provenance.format == FORMAT:
        given = tuple(types_of(meeting.activity))
    for code in given:
        if code in CODES:
            continue
        known = BMLT_CODES.get(code)
        message = (
            f"‘{code}’ hoort niet bij Meeting Guide; in de lijsten van NA is het {known}."
            if known
            else f"‘{code}’ kennen we niet. De code blijft bewaard; er wordt niets van gemaakt."
        )
        yield Finding(
            record=meeting.provenance.identity,
            rule=Rule.CODE,
            field="types",
            quote=code,
            message=message,
        )


def unknown_codes(findings: Iterable[Finding]) -> tuple[tuple[str, int], ...]:
    """The codes outside the specification with how often each occurs."""
    return tuple(Counter(one.quote for one in findings if one.rule is Rule.CODE).most_common())


def _same(meetings: Sequence[ImportedMeeting]) -> Iterator[Finding]:
    """Records at one spot, day and hour: perhaps one meeting that is listed twice."""
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
