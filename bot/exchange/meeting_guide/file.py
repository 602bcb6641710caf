"""Reads and writes Meeting Guide JSON, the format of the twelve-step fellowships' feeds."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot.core.model import Aspect, Tri
from bot.exchange.listing import ASPECT_NAMES, Listing
from bot.exchange.loss import Export, Loss
from bot.exchange.meeting_guide.fields import fields_of, timing
from bot.exchange.meeting_guide.reading import read_meeting
from bot.exchange.meeting_guide.types import CODE_OF_AUDIENCE
from bot.exchange.record import Batch, Feed, ImportedMeeting, Json, Mistake, slug_of
from bot.exchange.weekly import weekly_hours

FORMAT = "meeting-guide"
NO_FIELD = "daar is geen veld voor"
SAYABLE = frozenset({Aspect.BRING_SOMEONE, Aspect.WHEELCHAIR, Aspect.LANGUAGE})
_NEVER = 50_000  # records; the largest national feed has fewer


def read_meeting_guide(
    content: bytes, feed: Feed, *, allowed: frozenset[str] = frozenset()
) -> Batch:
    """All records of a feed; `allowed` holds telephone numbers that may stay in the texts."""
    try:
        rows: Any = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return _refused(feed, "Dit is geen geldige JSON in UTF-8.")
    if isinstance(rows, dict) and isinstance(rows.get("meetings"), list):
        rows = rows["meetings"]
    if not isinstance(rows, list):
        return _refused(feed, "Hier hoort een lijst met bijeenkomsten te staan: [ {…}, {…} ].")
    if len(rows) > _NEVER:
        return _refused(feed, f"Dit zijn er meer dan {_NEVER}. Dat kan niet kloppen.")
    return read_rows(rows, feed, format_=FORMAT, allowed=allowed)


def _refused(feed: Feed, message: str) -> Batch:
    mistake = Mistake(record="", field="", message=message, fatal=True)
    return Batch(feed=feed, mistakes=(mistake,))


def read_rows(
    rows: Iterable[Any], feed: Feed, *, format_: str, allowed: frozenset[str] = frozenset()
) -> Batch:
    """Records in the fields of Meeting Guide, wherever they came from."""
    meetings: dict[str, ImportedMeeting] = {}
    mistakes: list[Mistake] = []
    for number, row in enumerate(rows, 1):
        meeting = read_meeting(row, number, feed, allowed, mistakes)
        if meeting is None:
            continue
        if meeting.activity.id in meetings:
            meeting = _again(meeting, meetings, mistakes)
        provenance = replace(meeting.provenance, format=format_)
        meetings[meeting.activity.id] = replace(
            meeting, provenance=provenance, **remainder_of(meeting.extra, meeting)
        )
    return Batch(feed=feed, meetings=tuple(meetings.values()), mistakes=tuple(mistakes))


def _again(
    meeting: ImportedMeeting, taken: Mapping[str, ImportedMeeting], mistakes: list[Mistake]
) -> ImportedMeeting:
    """A second record with the same slug, under an id of its own."""
    slug = meeting.provenance.identity
    mistakes.append(
        Mistake(record=slug, field="slug", message="Deze slug komt vaker voor; elk hoort eigen.")
    )
    number = next(n for n in range(2, _NEVER) if f"{meeting.activity.id}-{n}" not in taken)
    identity = f"{meeting.activity.id}-{number}"
    return replace(
        meeting,
        activity=replace(meeting.activity, id=identity),
        provenance=replace(meeting.provenance, identity=f"{slug}-{number}"),
    )


def remainder_of(row: Mapping[str, Json], meeting: ImportedMeeting) -> dict[str, Any]:
    """The fields of a row that our model does not say in the same way."""
    told = fields_of(
        meeting.activity, meeting.location, meeting.organisation, meeting.provenance.identity
    )[0]
    extra = {key: value for key, value in row.items() if key not in told or told[key] != value}
    return {
        "extra": extra,
        "instead_of": {key: told[key] for key in extra if key in told},
        "left_out": tuple(key for key in told if key not in row),
    }


def write_meeting_guide(listings: Iterable[Listing]) -> Export:
    """The listings as a feed; what was imported goes out with every field and code it had."""
    rows: list[dict[str, Json]] = []
    losses: list[Loss] = []
    count = 0
    for listing in listings:
        count += 1
        rows += guide_rows(listing)
        losses += _losses(listing)
    content = json.dumps(rows, ensure_ascii=False, indent=1).encode()
    return Export(content=content, losses=tuple(losses), count=count)


def guide_rows(listing: Listing) -> tuple[dict[str, Json], ...]:
    """The records of one listing."""
    slug = listing.identity or slug_of(listing.activity.id)
    told = fields_of(listing.activity, listing.location, listing.organisation, slug)
    return tuple(_restored(row, listing) for row in told)


def _restored(row: dict[str, Json], listing: Listing) -> dict[str, Json]:
    """A record of the model with what its source had besides; an edit since then wins."""
    out = {key: value for key, value in row.items() if key not in listing.left_out}
    for key, value in listing.extra.items():
        before, now = listing.instead_of.get(key), row.get(key)
        if before == now:
            out[key] = value
        elif key == "types" and isinstance(value, list):
            out[key] = _merged(value, before, now)
    return out


def _merged(codes: list[Json], before: Json, now: Json) -> list[Json]:
    """The codes of the source, less those that an edit took away, with those it added."""
    old = before if isinstance(before, list) else []
    new = now if isinstance(now, list) else []
    kept = [code for code in codes if code in new or code not in old]
    return kept + [code for code in new if code not in old and code not in codes]


def _losses(listing: Listing) -> Iterable[Loss]:
    activity = listing.activity
    if activity.when and weekly_hours(activity) is None:
        reason = f"alleen vaste weekdagen kunnen; ‘{timing(activity)}’ staat bij de notities"
        yield Loss(record=activity.id, fact="wanneer", reason=reason)
    for aspect, fact in activity.facts.items():
        if aspect not in SAYABLE and fact.value is not Tri.UNKNOWN:
            yield Loss(record=activity.id, fact=ASPECT_NAMES[aspect], reason=NO_FIELD)
    codeless = [one for one in activity.audiences if one not in CODE_OF_AUDIENCE]
    if codeless:
        yield Loss(record=activity.id, fact="voor", reason="geen code voor deze doelgroep")
    if activity.themes and not listing.extra:
        yield Loss(record=activity.id, fact="thema", reason=NO_FIELD)
