"""The 943 real groups of `../shared/data` as a programme, and the larger Dutch towns to ask from.

The groups belong to their fellowships and are not part of this project: they are read where they
lie, and everything that uses them is skipped, aloud, where they don't.
"""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bot.core.message import Place
from bot.core.model import Activity, Format, Kind, Location, Organisation, Source, Status
from bot.core.programme.programme import Programme, build_programme
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.problems import Report

ROOT = Path(__file__).resolve().parent.parent
MEETINGS = ROOT.parent / "shared" / "data" / "meetings-nl.json"
READ = date(2026, 7, 15)
_DAYS = ("zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag")
_SOURCE = Source(url="https://example.org/meetings.json", name="Meetings", read=READ)


def fellowship(name: str) -> Organisation:
    """The fellowship that holds groups."""
    return Organisation(
        id=name.lower(),
        name=name,
        kind="twaalfstapsgroep",
        summary="",
        status=Status.ACTIVE,
        source=_SOURCE,
        areas=("Nederland",),
    )


def when_of(meeting: dict[str, object]) -> str:
    """A weekly phrase, as an editor would write it."""
    if meeting.get("day") is None or not meeting.get("time"):
        return ""
    hours = f"{meeting['time']}"
    if meeting.get("end_time"):
        hours += f"-{meeting['end_time']}"
    return f"elke {_DAYS[int(str(meeting['day']))]} {hours}"


def real_records() -> tuple[list[Organisation], list[Location], list[Activity]]:
    """All groups as records."""
    meetings = json.loads(MEETINGS.read_text(encoding="utf-8"))
    organisations = [fellowship(name) for name in sorted({one["entity"] for one in meetings})]
    locations: list[Location] = []
    activities: list[Activity] = []
    for number, one in enumerate(meetings):
        identity = f"{one['entity'].lower()}/{number:04}-{one['slug']}"
        placed = one.get("latitude") is not None and "ONL" not in one.get("types", ())
        if placed:
            locations.append(
                Location(
                    id=identity,
                    name=one.get("location", ""),
                    town=one.get("city", ""),
                    lat=float(one["latitude"]),
                    lon=float(one["longitude"]),
                )
            )
        activities.append(
            Activity(
                id=identity,
                organisation=one["entity"].lower(),
                name=one["name"],
                kind=Kind.PEER_GROUP,
                location=identity if placed else None,
                format=Format.IN_PERSON if placed else Format.ONLINE,
                when=when_of(one),
                source=_SOURCE,
            )
        )
    return organisations, locations, activities


def real_programme() -> Programme:
    """All groups, ready to be searched."""
    organisations, locations, activities = real_records()
    return build_programme(
        {one.id: one for one in organisations}, {one.id: one for one in locations}, activities
    )


def towns(least: int = 15_000) -> Sequence[Place]:
    """The towns with at least so many inhabitants."""
    gazetteer = read_gazetteer(ROOT / "knowledge" / "plaatsen", Report())
    found: dict[tuple[float, float], Place] = {}
    for key in gazetteer.rows:
        if not key.isdigit():
            for place, inhabitants in gazetteer.counted(key):
                if inhabitants >= least:
                    found.setdefault((place.lat, place.lon), place)
    return sorted(found.values(), key=lambda place: place.name)
