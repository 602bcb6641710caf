"""The report of an import in plain Dutch, or as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bot.exchange.difference import Difference
from bot.exchange.linter.finding import Finding, Rule, unknown_codes
from bot.exchange.meeting_guide.types import name_of
from bot.exchange.offers import Offer
from bot.exchange.proposal_words import proposal_text
from bot.exchange.record import Mistake
from bot.exchange.taking import Reading

_SHOWN = 20  # lines of each part, unless all are asked for


def report_lines(reading: Reading, offers: Sequence[Offer], *, everything: bool) -> Iterator[str]:
    """The whole report, line by line."""
    feed = reading.batch.feed
    yield f"Bron: {feed.name} ({feed.address}), id {feed.id}"
    yield f"Gelezen: {len(reading.batch.meetings)} bijeenkomsten"
    told = reading.difference
    yield (
        f"Nieuw: {len(told.new)} · veranderd: {len(told.changed)} · "
        f"verdwenen: {len(told.gone)} · gelijk: {told.same}"
    )
    yield from _part("Nieuw", [f"+ {one.activity.name}" for one in told.new], everything)
    yield from _part("Veranderd", list(_changed(told)), everything)
    yield from _part("Verdwenen", [f"- {one.activity.name}" for one in told.gone], everything)
    yield from _part("Niet of anders overgenomen", _mistakes(reading.batch.mistakes), everything)
    codes = unknown_codes(reading.findings)
    if codes:
        words = (f"{code} {count}" + _named(code) for code, count in codes)
        yield ""
        yield "Codes buiten Meeting Guide (bewaard): " + ", ".join(words)
    seen = [one for one in reading.findings if one.rule is not Rule.CODE]
    counted = Counter(str(one.rule) for one in seen)
    if counted:
        yield ""
        yield "Om naar te kijken: " + ", ".join(f"{rule} {n}" for rule, n in counted.most_common())
    yield from _part("Voorstellen", [_finding(one) for one in seen], everything)
    yield from _part("Over te nemen met --accept en de code", list(_offered(offers)), everything)
    yield ""


def _named(code: str) -> str:
    name = name_of(code)
    return f" ({name})" if name else ""


def _part(title: str, lines: Sequence[str], everything: bool) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield f"{title}:"
    shown = lines if everything else lines[:_SHOWN]
    yield from (f"  {line}" for line in shown)
    if len(lines) > len(shown):
        yield f"  … en nog {len(lines) - len(shown)} (toon ze met --all)"


def _changed(difference: Difference) -> Iterator[str]:
    for one in difference.changed:
        yield f"~ {one.after.activity.name}"
        for field in one.fields:
            yield f"    {field.field}: ‘{field.before}’ → ‘{field.after}’"


def _mistakes(mistakes: Sequence[Mistake]) -> list[str]:
    return [
        ": ".join(part for part in (one.record, one.field, one.message) if part)
        for one in mistakes
    ]


def _finding(one: Finding) -> str:
    proposed = "".join(f"\n      voorstel: {proposal_text(each)}" for each in one.proposals)
    return f"{one.record} [{one.rule}] ‘{one.quote}’\n      {one.message}{proposed}"


def _offered(offers: Sequence[Offer]) -> Iterator[str]:
    return (f"{one.code}  {one.name}: {one.text}" for one in offers)


def as_json(reading: Reading, offers: Sequence[Offer], refused: str) -> dict[str, Any]:
    """The report in a form that stays as it is."""
    told = reading.difference
    return {
        "source": reading.batch.feed.id,
        "read": len(reading.batch.meetings),
        "held": reading.held,
        "refused": refused or None,
        "new": [one.activity.id for one in told.new],
        "changed": [
            {
                "id": one.after.activity.id,
                "fields": {each.field: [each.before, each.after] for each in one.fields},
            }
            for one in told.changed
        ],
        "gone": [one.activity.id for one in told.gone],
        "same": told.same,
        "mistakes": [
            {"record": one.record, "field": one.field, "message": one.message, "fatal": one.fatal}
            for one in reading.batch.mistakes
        ],
        "findings": [
            {
                "record": one.record,
                "rule": str(one.rule),
                "field": one.field,
                "quote": one.quote,
                "message": one.message,
                "proposals": [proposal_text(each) for each in one.proposals],
            }
            for one in reading.findings
        ],
        "offers": [{"code": one.code, "record": one.record, "text": one.text} for one in offers],
    }
