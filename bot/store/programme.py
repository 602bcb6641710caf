"""The regular programme in the database: synced in by source, and taken out as a whole.

    sync(database, "kennis", records, now)      one transaction; Synced, or Refused with the reason
    load(database)                              all that goes on

A record that a source no longer has is marked as gone and kept for a year with its changes. A sync
that would take away much of a source at once is refused unless it is forced.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.model import Activity, Location, Organisation
from bot.core.programme.changes import Change
from bot.store.bodies import Body, hashed_body, read_body
from bot.store.changes import fetch_changes
from bot.store.database import Database, Row, Statements
from bot.store.instants import instant

KNOWLEDGE = "kennis"  # the source that the knowledge folder is
_MUCH, _MANY = 0.20, 10  # refused: more than this part, and more than this number
_KEPT = timedelta(days=366)  # how long what has gone or is past is kept

_KINDS: Mapping[str, type[Organisation] | type[Location] | type[Activity]] = {
    "organisation": Organisation,
    "location": Location,
    "activity": Activity,
}
Key = tuple[str, str]  # sort and id
# On which line a record stands changes when another one gets longer; that is no news.
_UNSAID = ("origin",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All that one source holds."""

    organisations: tuple[Organisation, ...] = ()
    locations: tuple[Location, ...] = ()
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a sync does, as sorts and ids; back is what was gone before."""

    new: tuple[Key, ...] = ()
    changed: tuple[Key, ...] = ()
    gone: tuple[Key, ...] = ()
    back: tuple[Key, ...] = ()
    same: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing has to be written."""
        return not (self.new or self.changed or self.gone or self.back)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why a sync was not done, in Dutch, and what it would have done."""

    reason: str
    difference: Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What goes on, with the changes to it, and the revision it was read at."""

    organisations: Mapping[str, Organisation]
    locations: Mapping[str, Location]
    activities: tuple[Activity, ...]
    changes: tuple[Change, ...]
    revision: int


async def compare(database: Database, source: str, records: Records) -> Difference | Refused:
    """What a sync would do, without doing it; Refused where it would be refused."""
    bodies = _bodies(records)
    found = await _existing(database, source)
    difference, others = _difference(found, bodies, source)
    reason = _taken(others) or _loss(found, difference)
    return Refused(reason=reason, difference=difference) if reason else difference


async def sync(
    database: Database, source: str, records: Records, now: datetime, *, forced: bool = False
) -> Difference | Refused:
    """Makes what is kept of a source the same as its records, in one transaction.

    `now` is an instant in UTC. `forced` lets much go at once.
    """
    bodies = _bodies(records)
    async with database.transaction() as inside:
        found = await _existing(inside, source)
        difference, others = _difference(found, bodies, source)
        reason = _taken(others) or ("" if forced else _loss(found, difference))
        if reason:
            return Refused(reason=reason, difference=difference)
        await _note_source(inside, source, now)
        if not difference.is_empty:
            await _write(inside, source, bodies, difference, now)
            await bump(inside)
    return difference


async def load(database: Database, today: date) -> Stored:
    """All that goes on, from all sources, with the changes that are not past.

    An activity without its organisation is left out.
    """
    kept: dict[str, dict[str, Organisation | Location | Activity]] = {sort: {} for sort in _KINDS}
    # The revision first: what is written while we read makes it old, and is read the next time.
    number = await revision(database)
    changes = await fetch_changes(database, today - timedelta(days=1))
    rows = await database.fetch("SELECT sort, id, body FROM record WHERE gone_on IS NULL")
    for row in rows:
        sort = str(row["sort"])
        kept[sort][str(row["id"])] = read_body(_KINDS[sort], str(row["body"]))
    organisations = {k: v for k, v in kept["organisation"].items() if isinstance(v, Organisation)}
    activities = [one for one in kept["activity"].values() if isinstance(one, Activity)]
    return Stored(
        organisations=organisations,
        locations={k: v for k, v in kept["location"].items() if isinstance(v, Location)},
        activities=tuple(one for one in activities if one.organisation in organisations),
        changes=changes,
        revision=number,
    )


async def sweep(database: Database, today: date) -> int:
    """Deletes changes that are a year past, and then what went a year ago; how many rows."""
    limit = {"day": (today - _KEPT).isoformat()}
    async with database.transaction() as inside:
        deleted = await inside.execute("DELETE FROM change WHERE last_day < :day", limit)
        deleted += await inside.execute(
            "DELETE FROM record WHERE gone_on < :day AND NOT EXISTS (SELECT 1 FROM change"
            " WHERE change.scope = record.sort AND change.subject = record.id)",
            limit,
        )
        return deleted


async def known_ids(database: Statements, sort: str) -> frozenset[str]:
    """The ids of all records of a sort, also of what went less than a year ago."""
    rows = await database.fetch("SELECT id FROM record WHERE sort = :sort", {"sort": sort})
    return frozenset(str(row["id"]) for row in rows)


async def revision(database: Statements) -> int:
    """Which revision of the programme is kept; another number means that there is news."""
    rows = await database.fetch("SELECT number FROM revision")
    return int(rows[0]["number"] or 0)


async def bump(inside: Statements) -> None:
    """Notes that there is news; part of each transaction that changes the programme."""
    await inside.execute("UPDATE revision SET number = number + 1")


def _bodies(records: Records) -> dict[Key, Body]:
    """Each record as text, in the order in which one may refer to another."""
    found: dict[Key, Body] = {}
    for sort, group in (
        ("organisation", records.organisations),
        ("location", records.locations),
        ("activity", records.activities),
    ):
        for record in group:
            found[sort, record.id] = hashed_body(record, _UNSAID)
    return found


async def _existing(database: Statements, source: str) -> dict[Key, Row]:
    """The rows of a source, and those of another source that still go on, by sort and id."""
    rows = await database.fetch(
        "SELECT sort, id, source, hash, gone_on FROM record"
        " WHERE source = :source OR gone_on IS NULL",
        {"source": source},
    )
    return {(str(row["sort"]), str(row["id"])): row for row in rows}


def _difference(
    found: Mapping[Key, Row], bodies: Mapping[Key, Body], source: str
) -> tuple[Difference, tuple[Key, ...]]:
    """What is different, and the ids that another source holds already."""
    new, changed, back, others = [], [], [], []
    for key, body in bodies.items():
        row = found.get(key)
        if row is None:
            new.append(key)
        elif row["source"] != source:
            others.append(key)
        elif row["gone_on"] is not None:
            back.append(key)
        elif row["hash"] != body.hash:
            changed.append(key)
    gone = [
        key
        for key, row in found.items()
        if row["source"] == source and row["gone_on"] is None and key not in bodies
    ]
    difference = Difference(
        new=tuple(new),
        changed=tuple(changed),
        gone=tuple(sorted(gone)),
        back=tuple(back),
        same=len(bodies) - len(new) - len(changed) - len(back) - len(others),
    )
    return difference, tuple(others)


def _taken(others: tuple[Key, ...]) -> str:
    if not others:
        return ""
    names = ", ".join(identity for _, identity in others[:5])
    more = f" en {len(others) - 5} andere" if len(others) > 5 else ""
    return f"Deze ids zijn al van een andere bron: {names}{more}. Geef ze een andere id."


def _loss(found: Mapping[Key, Row], difference: Difference) -> str:
    """Why so much going at once is suspect; of all records, and of the activities alone."""
    source = {found[key]["source"] for key in difference.gone}
    held = [
        key for key, row in found.items() if row["gone_on"] is None and row["source"] in source
    ]
    for sorts, name in ((tuple(_KINDS), "records"), (("activity",), "activiteiten")):
        before = sum(sort in sorts for sort, _ in held)
        gone = sum(sort in sorts for sort, _ in difference.gone)
        if gone > _MANY and gone > _MUCH * before:
            return (
                f"Van de {before} {name} zouden er {gone} in één keer verdwijnen. Dat lijkt een "
                "fout, dus er is niets veranderd. Klopt het toch? Doe het dan met --force."
            )
    return ""


async def _note_source(inside: Statements, source: str, now: datetime) -> None:
    values = {"id": source, "at": instant(now)}
    known = await inside.execute("UPDATE source SET synced_at = :at WHERE id = :id", values)
    if not known:
        await inside.execute("INSERT INTO source (id, synced_at) VALUES (:id, :at)", values)


# A new id may still have a row: gone, and of another source.
_ADD = (
    "INSERT INTO record (sort, id, source, hash, body, changed_at)"
    " VALUES (:sort, :id, :source, :hash, :body, :at)"
    " ON CONFLICT (sort, id) DO UPDATE SET source = excluded.source, hash = excluded.hash,"
    " body = excluded.body, changed_at = excluded.changed_at, gone_on = NULL"
    " WHERE record.gone_on IS NOT NULL"
)
_CHANGE = (
    "UPDATE record SET hash = :hash, body = :body, changed_at = :at, gone_on = NULL"
    " WHERE sort = :sort AND id = :id AND source = :source"
)
_MARK_AS_GONE = (
    "UPDATE record SET gone_on = :day, changed_at = :at"
    " WHERE sort = :sort AND id = :id AND source = :source AND gone_on IS NULL"
)


async def _write(
    inside: Statements,
    source: str,
    bodies: Mapping[Key, Body],
    difference: Difference,
    now: datetime,
) -> None:
    """Writes what is different, and nothing else."""

    def row(key: Key) -> Row:
        return {"sort": key[0], "id": key[1], "source": source, "at": instant(now)}

    def written(key: Key) -> Row:
        return {**row(key), "body": bodies[key].text, "hash": bodies[key].hash}

    day = now.date().isoformat()
    await inside.execute(_ADD, [written(key) for key in difference.new])
    await inside.execute(
        _CHANGE, [written(key) for key in (*difference.changed, *difference.back)]
    )
    await inside.execute(_MARK_AS_GONE, [{**row(key), "day": day} for key in difference.gone])
