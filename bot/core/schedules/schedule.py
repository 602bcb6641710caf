"""Schedules as people write them on posters: reads what a phrase means.

    read_schedule("elke 2e donderdag van de maand 19.30-21.30", anchor=today)

A date without a year is the first one on or after the anchor: the day the phrase was written or
last checked. Times are wall-clock times in Europe/Amsterdam without a zone.
"""

import re
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import OSA

from bot.core.calendar.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.schedules.clauses import clauses_of
from bot.core.schedules.drafts import group
from bot.core.schedules.items import Remark
from bot.core.schedules.lines import fold_lines
from bot.core.schedules.patterns import Missing
from bot.core.schedules.recurrence import Pattern, Rule
from bot.core.schedules.resolve import DateError
from bot.core.schedules.rules import rules_of
from bot.core.schedules.school_holidays import SchoolBreaks
from bot.core.schedules.token import T, Tokens
from bot.core.schedules.tokens import tokens_of

LONGEST = 1000  # characters; the longest programme on a poster has some four hundred
KNOWN_DAYS = (date(1900, 1, 1), date(3000, 12, 31))


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """What a schedule phrase says, and what it leaves open."""

    text: str
    rules: tuple[Rule, ...]
    closed: tuple[Pattern | SchoolBreaks, ...] = ()
    remarks: tuple[Remark, ...] = ()  # "3e week open voor naasten"
    missing: tuple[Missing, ...] = ()  # not empty: the dates are not fixed
    by_appointment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """The word at which reading a schedule phrase failed, and what would work."""

    word: str
    offset: int
    advice: str  # plain Dutch


def read_schedule(text: str, *, anchor: date) -> Schedule | Unreadable:
    """What a schedule phrase means, seen from the anchor date."""
    if len(text) > LONGEST:
        return Unreadable(
            word=text[:20],
            offset=0,
            advice=f"Dit is langer dan {LONGEST} tekens. Zet hier alleen de dagen en tijden.",
        )
    folded = fold_lines(text)
    tokens = tokens_of(folded)
    slip = _slip(folded, tokens)
    if slip is not None:
        return Unreadable(word=text[slip[0] : slip[1]], offset=slip[0], advice=slip[2])
    clauses = clauses_of(tokens)
    if not clauses:
        return _nothing_read(text, tokens)
    try:
        grouping = group(clauses, tokens, text)
        out = rules_of(grouping, min(max(anchor, KNOWN_DAYS[0]), KNOWN_DAYS[1]))
    except DateError as doubt:
        word = text[doubt.start : doubt.end]
        return Unreadable(word=word, offset=doubt.start, advice=doubt.advice)
    return Schedule(
        text=text,
        rules=tuple(out.rules),
        closed=tuple(out.closed),
        remarks=tuple(grouping.remarks),
        missing=tuple(out.missing),
        by_appointment=grouping.by_appointment,
    )


_EXAMPLE = "Schrijf bijvoorbeeld: elke dinsdag 10.00-12.00 uur."


def _nothing_read(text: str, tokens: Tokens) -> Unreadable:
    words = [token for token in tokens if token.kind is T.WORD] or list(tokens)
    if not words:
        return Unreadable(word="", offset=0, advice=f"Er staat nog geen tijd. {_EXAMPLE}")
    first = words[0]
    return Unreadable(
        word=text[first.start : first.end],
        offset=first.start,
        advice=f"Hier staat geen dag of tijd in. {_EXAMPLE}",
    )


# Slips of the pen

_EXPECTED = (
    *WEEKDAYS,
    *(f"{day}{part}" for day in WEEKDAYS for part in ("ochtend", "middag", "avond")),
    *(month for month in MONTHS if len(month) > 6),
    "behalve",
    "feestdagen",
)
_LETTERS = re.compile(r"[a-z]{6,}")


def _slip(folded: str, tokens: Tokens) -> tuple[int, int, str] | None:
    for token in tokens:
        if token.kind is T.BAD_TIME:
            return token.start, token.end, "Een tijd loopt van 0.00 tot 24.00 uur."
        word = folded[token.start : token.end]
        if token.kind is not T.WORD or not _LETTERS.fullmatch(word):
            continue
        meant = _meant(word)
        if meant:
            return token.start, token.end, f"Bedoel je ‘{meant}’?"
    return None


def _meant(word: str) -> str | None:
    """The one word of the calendar that a misspelt word is a single slip away from."""
    near = {known for known in _EXPECTED if OSA.distance(word, known, score_cutoff=1) <= 1}
    return near.pop() if len(near) == 1 else None
