"""What was last taken over of each source, as files in the data folder beside the database."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.exchange.feed import Mark
from bot.exchange.record import ImportedMeeting
from bot.store.bodies import read_body, write_body

_FOLDER = "bronnen"


def held_meetings(data: Path, feed: str) -> tuple[ImportedMeeting, ...]:
    """The records that were last taken over of a source; none where it is new."""
    path = data / _FOLDER / f"{feed}.jsonl"
    if not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(read_body(ImportedMeeting, line) for line in lines if line)


def all_held(data: Path) -> dict[str, ImportedMeeting]:
    """The records of all sources by the id of the activity."""
    feeds = sorted(path.stem for path in (data / _FOLDER).glob("*.jsonl"))
    return {one.activity.id: one for feed in feeds for one in held_meetings(data, feed)}


def hold(data: Path, feed: str, meetings: Iterable[ImportedMeeting]) -> None:
    """Keeps the records of a source; a file is whole or as it was."""
    folder = data / _FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = folder / f"{feed}.nieuw"
    fresh.write_text("".join(write_body(one) + "\n" for one in meetings), encoding="utf-8")
    fresh.replace(folder / f"{feed}.jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """When and where a source was last asked, and how what was taken over was marked."""

    address: str
    at: datetime  # an instant in UTC, without its zone
    mark: Mark


def last_asked(data: Path, feed: str) -> Asked | None:
    """When a source was last asked; nothing where it never was, or nobody can tell."""
    try:
        told = json.loads((data / _FOLDER / f"{feed}.gevraagd").read_text(encoding="utf-8"))
        return Asked(
            address=str(told["address"]),
            at=datetime.fromisoformat(told["at"]),
            mark=Mark(etag=str(told["etag"]), modified=str(told["modified"])),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def note_asked(data: Path, feed: str, asked: Asked) -> None:
    """Notes when a source was asked."""
    told = {"address": asked.address, "at": asked.at.isoformat(timespec="seconds")}
    told |= {"etag": asked.mark.etag, "modified": asked.mark.modified}
    _write(data, f"{feed}.gevraagd", json.dumps(told))


def _write(data: Path, name: str, text: str) -> None:
    folder = data / _FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = folder / f"{name}.nieuw"
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(folder / name)
