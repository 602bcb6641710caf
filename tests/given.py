"""What a written conversation takes as given: a feed that was imported, and changes passed on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from bot.assistant import Snapshot
from bot.core.programme.changes import Author, Change, Scope, What, problem_with
from bot.core.programme.names import called, knowing
from bot.core.programme.programme import Programme, build_programme
from bot.exchange.intake import read_content
from bot.exchange.record import Feed

FEED = Feed(id="voorbeeld", name="Voorbeeldlijst", address="https://lijst.example/feed.json",
            read=date(2026, 11, 20))  # fmt: skip
CHANGES = {
    "vervalt": What.CANCELLED,
    "dicht": What.CLOSED_PERIOD,
    "andere plek": What.MOVED,
    "andere tijd": What.OTHER_TIME,
    "extra": What.EXTRA,
    "bericht": What.NOTE,
    "gaat weer door": What.RESUMED,
}
KEYS = {"voor", "wat", "van", "tot", "tijd", "dag", "plek", "reden", "bericht"}
_ENTERED = datetime(2026, 11, 1, 12)


def given(snapshot: Snapshot, feed: Path | None, written: Iterable[Mapping[str, Any]]) -> Snapshot:
    """What is served with a feed imported and changes entered."""
    assert snapshot.knowledge is not None and snapshot.programme is not None
    meetings = read_content(feed.read_bytes(), FEED).meetings if feed else ()
    here = snapshot.programme
    organisations = {
        **here.organisations,
        **{one.organisation.id: one.organisation for one in meetings},
    }
    programme = build_programme(
        organisations,
        {**here.locations, **{one.location.id: one.location for one in meetings if one.location}},
        (*here.activities, *(one.activity for one in meetings)),
        called=called(organisations.values(), snapshot.knowledge.lexicon),
    )
    changes = [change(programme, number, one) for number, one in enumerate(written)]
    programme = build_programme(
        programme.organisations,
        programme.locations,
        programme.activities,
        changes,
        programme.called,
    )
    knowledge = knowing(snapshot.knowledge, organisations.values())
    return replace(snapshot, knowledge=knowledge, programme=programme)


def change(programme: Programme, number: int, written: Mapping[str, Any]) -> Change:
    """One change as written in a conversation."""
    assert not set(written) - KEYS, f"onbekend: {sorted(set(written) - KEYS)}"
    about = written["voor"]
    kinds = {
        Scope.ACTIVITY: programme.numbers,
        Scope.LOCATION: programme.locations,
        Scope.ORGANISATION: programme.organisations,
    }
    scope = next((kind for kind, known in kinds.items() if about in known), None)
    assert scope is not None, f"{about} is niet bekend"
    first = date.fromisoformat(written["van"])
    hours = [time.fromisoformat(part) for part in written.get("tijd", "").split("-") if part]
    last = written.get("tot", written["van"])
    made = Change(
        id=f"gegeven-{number}",
        what=CHANGES[written["wat"]],
        scope=scope,
        subject=about,
        first=first,
        last=None if last == "onbekend" else date.fromisoformat(last),
        entered=_ENTERED,
        effective=_ENTERED.date(),
        author=Author.COORDINATOR,
        opens=hours[0] if hours else None,
        closes=hours[1] if len(hours) > 1 else None,
        day=date.fromisoformat(written["dag"]) if "dag" in written else None,
        place=written.get("plek", ""),
        reason=written.get("reden", ""),
        note=written.get("bericht", ""),
    )
    assert not problem_with(made), problem_with(made)
    return made
