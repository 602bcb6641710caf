"""Everything there is to look at in the records of one source."""

from collections.abc import Iterator

from bot.core.places.gazetteer import Gazetteer
from bot.exchange.linter.dated_texts import find_dates
from bot.exchange.linter.finding import Finding, Rule
from bot.exchange.linter.towns import find_towns
from bot.exchange.linter.twins import find_twins
from bot.exchange.meeting_guide.fields import types_of
from bot.exchange.meeting_guide.file import FORMAT
from bot.exchange.meeting_guide.reading import codes_of
from bot.exchange.meeting_guide.types import BMLT_CODES, CODES
from bot.exchange.privacy import personal_numbers, without_numbers
from bot.exchange.proposal import Proposal, What
from bot.exchange.record import Batch, ImportedMeeting


def lint(
    batch: Batch, gazetteer: Gazetteer, allowed: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """Everything there is to look at in the records of one source, in their order."""
    found: list[Finding] = []
    for meeting in batch.meetings:
        found += find_dates(meeting)
        found += _phones(meeting, allowed)
        found += find_towns(meeting, gazetteer)
        found += _codes(meeting)
    return (*found, *find_twins(batch.meetings))


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
