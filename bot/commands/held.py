"""What was last taken over of each source, as files in the data folder beside the database."""

from collections.abc import Iterable
from pathlib import Path

from bot.exchange.record import ImportedMeeting
from bot.store.bodies import read_body, write_body

DATABASE = "handwijzer.db"
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
