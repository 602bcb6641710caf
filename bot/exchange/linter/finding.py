"""A finding: one thing in one record that a person should look at."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.exchange.proposal import Proposal


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


def unknown_codes(findings: Iterable[Finding]) -> tuple[tuple[str, int], ...]:
    """The codes outside the specification with how often each occurs."""
    return tuple(Counter(one.quote for one in findings if one.rule is Rule.CODE).most_common())
