"""How long a question about what is on takes, how much memory, and how long a sync.

    python -m bench.programme

Without the understanding: from a request with its slots to the finished reply. Each size runs in a
process of its own, so that the memory is its own too. On a machine that is busy with other
things the clock says little; the time spent computing is what is held against the limits.
"""

import asyncio
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from bench.meetings import ROOT, towns
from bot.core.message import Place, Query, Session, Slots, When
from bot.core.model import (
    Activity,
    Aspect,
    Audience,
    Contact,
    Fact,
    Format,
    Kind,
    Location,
    Organisation,
    Part,
    Source,
    Status,
    Theme,
    Tri,
)
from bot.core.programme.programme import build_programme
from bot.core.talk.answer import answer
from bot.core.talk.outcome import House, Scene
from bot.knowledge.loader import load
from bot.store.migrate import migrate
from bot.store.programme import Records, sync
from bot.store.programme import load as load_stored
from bot.store.sqlite import Sqlite

SIZES = (1_000, 10_000, 100_000)
ALLOWED = {1_000: 1.0, 10_000: 1.5, 100_000: 4.0}  # milliseconds, the median
ALLOWED_MEGABYTES, ALLOWED_SYNC = 400, 5.0
_NOW = datetime(2026, 11, 25, 14, 0)  # noqa: DTZ001 - local wall-clock time
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_QUESTIONS = 1_000


def phrases(chance: random.Random) -> list[str]:
    """Some two thousand different ways in which groups meet; mostly weekly, as in the field."""
    found = []
    for _ in range(2_000):
        hour, minute = chance.randint(8, 20), chance.choice(("00", "15", "30", "45"))
        hours = f"{hour}.{minute}-{hour + 2}.{minute}"
        day = chance.choice(_DAYS)
        rhythm = chance.choices(
            (f"elke {day}", f"elke {chance.randint(1, 4)}e {day} van de maand",
             f"elke laatste {day} van de maand", f"{day} en {chance.choice(_DAYS)}"),
            weights=(75, 12, 5, 8),
        )  # fmt: skip
        found.append(f"{rhythm[0]} {hours} uur")
    return found


def made_up_records(count: int, places: Sequence[Place]) -> Records:
    """A programme of so many activities, spread as people live."""
    chance = random.Random(count)
    ways = phrases(chance)
    organisations, locations, activities = [], [], []
    for number in range(count):
        holder = f"organisatie-{number // 8}"
        if number % 8 == 0:
            organisations.append(_organisation(holder))
        place = chance.choice(places)
        locations.append(
            Location(
                id=f"{holder}/plek-{number}",
                name=f"Buurthuis {number}",
                town=place.name,
                street=f"Straat {number}",
                lat=place.lat + chance.gauss(0, 0.05),
                lon=place.lon + chance.gauss(0, 0.08),
            )
        )
        activities.append(_activity(number, holder, chance, ways))
    return Records(
        organisations=tuple(organisations),
        locations=tuple(locations),
        activities=tuple(activities),
    )


def _organisation(identity: str) -> Organisation:
    return Organisation(
        id=identity,
        name=identity.title(),
        kind="zelfregiecentrum",
        summary="Een plek om elkaar te zien.",
        status=Status.ACTIVE,
        source=_source(),
        contact=Contact(phone="0800 1234"),
    )


def _source() -> Source:
    return Source(
        url="https://example.org/", name="Site", dated="2026-09-01", read=date(2026, 11, 1)
    )


def _activity(number: int, holder: str, chance: random.Random, ways: list[str]) -> Activity:
    online = chance.random() < 0.08
    return Activity(
        id=f"{holder}/activiteit-{number}",
        organisation=holder,
        name=f"Activiteit {number}",
        kind=chance.choice(list(Kind)),
        location=None if online else f"{holder}/plek-{number}",
        themes=(chance.choice(list(Theme)),) if chance.random() < 0.4 else (),
        audiences=(chance.choice(list(Audience)),) if chance.random() < 0.15 else (),
        format=Format.ONLINE if online else Format.IN_PERSON,
        when=chance.choice(ways),
        about="Je bent welkom.",
        facts={Aspect.COST: Fact(value=Tri.NO), Aspect.REFERRAL: Fact(value=Tri.NO)},
        source=_source(),
    )


def questions(places: Sequence[Place], count: int) -> list[Slots]:
    """Requests as they come: a place, and often a kind, a theme, a day or a part of the day."""
    chance = random.Random(7)
    found = []
    for _ in range(count):
        slots = Slots(place=chance.choice(places))
        if chance.random() < 0.5:
            slots = replace(slots, kind=chance.choice(list(Kind)))
        if chance.random() < 0.4:
            slots = replace(slots, themes=(chance.choice(list(Theme)),))
        if chance.random() < 0.1:
            slots = replace(slots, audiences=(chance.choice(list(Audience)),))
        if chance.random() < 0.4:
            day = _NOW.date() + timedelta(days=chance.randint(0, 6))
            part = chance.choice((None, None, Part.EVENING))
            slots = replace(slots, when=When(start=day, end=day, part=part))
        found.append(slots)
    return found


def measure(size: int) -> dict[str, float]:
    """The figures of one size: milliseconds, megabytes and seconds."""
    places = towns()
    knowledge = load(ROOT / "knowledge").knowledge
    if knowledge is None:
        raise SystemExit("De kennis klopt niet; kijk met: handwijzer check")
    records = made_up_records(size, places)
    began = time.perf_counter()
    programme = build_programme(
        {one.id: one for one in records.organisations},
        {one.id: one for one in records.locations},
        records.activities,
    )
    built = time.perf_counter() - began
    scene = Scene(knowledge=knowledge, programme=programme, house=House(), now=_NOW)
    asked = questions(places, _QUESTIONS)
    cold = _milliseconds(scene, asked[:100])
    warm = _milliseconds(scene, asked)
    told = {
        "built": built,
        "cold": statistics.median(cold),
        "median": statistics.median(warm),
        "p95": statistics.quantiles(warm, n=20)[-1],
        "computing": statistics.median(_milliseconds(scene, asked, time.thread_time)),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    if size <= 10_000:
        told |= asyncio.run(_sync_seconds(records))
    return told


def _milliseconds(
    scene: Scene, asked: Sequence[Slots], clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    found = []
    for slots in asked:
        began = clock()
        answer(scene, Session(), Query(topic="find_activity", slots=slots), "", "nl")
        found.append((clock() - began) * 1000)
    return found


async def _sync_seconds(records: Records) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        async with Sqlite(Path(folder) / "programma.db") as database:
            await migrate(database, _NOW)
            began = time.perf_counter()
            await sync(database, "kennis", records, _NOW)
            first = time.perf_counter() - began
            began = time.perf_counter()
            await sync(database, "kennis", records, _NOW)
            again = time.perf_counter() - began
            began = time.perf_counter()
            await load_stored(database, _NOW.date())
            return {"sync": first, "again": again, "load": time.perf_counter() - began}


def main() -> int:
    """Prints a table; 1 where a figure is over what is allowed."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1]))))
        return 0
    heads = ("activiteiten", "antwoord (mediaan)", "rekentijd", "95%", "eerste 100", "geheugen")
    print("| " + " | ".join((*heads, "opbouwen", "sync", "sync zonder nieuws", "lezen")) + " |")
    print("| " + " | ".join(["---:"] * 10) + " |")
    fine = True
    for size in SIZES:
        command = [sys.executable, "-m", "bench.programme", str(size)]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, text=True, check=True, env=os.environ
        )
        told = json.loads(done.stdout)
        cells = [
            f"{size:,}".replace(",", "."),
            *(f"{told[key]:.2f} ms" for key in ("median", "computing", "p95", "cold")),
            f"{told['megabytes']:.0f} MB",
            *(f"{told[key]:.1f} s" if key in told else "" for key in
              ("built", "sync", "again", "load")),
        ]  # fmt: skip
        print("| " + " | ".join(cells) + " |", flush=True)
        fine &= told["computing"] <= ALLOWED[size] and told["megabytes"] <= ALLOWED_MEGABYTES
        fine &= told.get("sync", 0.0) <= ALLOWED_SYNC
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
