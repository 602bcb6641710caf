"""Changes that a source speaks of in its texts, each under a code by which a person accepts it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.programme.changes import Change
from bot.exchange.linter.finding import Finding
from bot.exchange.proposal import Proposal
from bot.exchange.proposal_words import changes_of, proposal_text
from bot.exchange.record import Batch, digest

_LENGTH = 4  # letters and digits of a code; enough for some hundreds in one report


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One proposal that can be taken over as it is."""

    code: str  # the same as long as the source says the same
    record: str  # its id in the source
    name: str  # of the activity
    text: str
    quote: str  # the words of the source that speak of it; empty where a field says it
    changes: tuple[Change, ...]


def offers_of(batch: Batch, findings: Iterable[Finding], entered: datetime) -> tuple[Offer, ...]:
    """What of a source can be accepted; not what is over, or leaves something open.

    `entered` is an instant in UTC without its zone.
    """
    found: dict[str, Offer] = {}
    by_identity = {one.provenance.identity: one for one in batch.meetings}
    for record, proposal, quote in _proposals(batch, findings):
        activity = by_identity[record].activity
        changes = changes_of(proposal, activity.id, entered, batch.feed.read)
        if changes:
            code = _code([one.id for one in changes], found)
            found[code] = Offer(
                code=code,
                record=record,
                name=activity.name,
                text=proposal_text(proposal),
                quote=quote,
                changes=changes,
            )
    return tuple(found.values())


def accepted(offers: Iterable[Offer], codes: Iterable[str]) -> tuple[list[Offer], list[str]]:
    """The offers with these codes, and the codes that no offer has."""
    known: Mapping[str, Offer] = {one.code: one for one in offers}
    asked = list(dict.fromkeys(code.casefold() for code in codes))
    return [known[code] for code in asked if code in known], [
        code for code in asked if code not in known
    ]


def _proposals(batch: Batch, findings: Iterable[Finding]) -> Iterator[tuple[str, Proposal, str]]:
    """What the source states itself comes first, then what its texts speak of."""
    for meeting in batch.meetings:
        for proposal in meeting.proposals:
            yield meeting.provenance.identity, proposal, ""
    for finding in findings:
        for proposal in finding.proposals:
            yield finding.record, proposal, finding.quote


def _code(changes: Iterable[str], taken: Mapping[str, Offer]) -> str:
    whole = digest(*changes)
    return next(
        whole[:length]
        for length in range(_LENGTH, len(whole) + 1)
        if whole[:length] not in taken or length == len(whole)
    )
