"""What a loaded folder lets us serve: the knowledge, and the programme as the database has it."""

import contextlib
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.assistant import Snapshot
from bot.core.calendar.dutch_zone import local_of
from bot.core.programme.names import knowing
from bot.core.programme.programme import Programme
from bot.core.safety.builtin import built_in_rules
from bot.knowledge.loader import Loaded
from bot.store.serving import FILE, Moment, keep_programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Where the database is kept, and whether much of the knowledge may go from it at once."""

    folder: Path | None = None  # None: in a temporary one
    forced: bool = False
    url: str = ""  # of PostgreSQL, which then keeps it


def snapshot_of(loaded: Loaded, programme: Programme | None) -> Snapshot:
    """What a loaded folder lets us serve; built-in safety rules where even those are broken."""
    safety = loaded.safety or built_in_rules()
    if loaded.knowledge is None:
        return Snapshot(safety=safety)
    knowledge = loaded.knowledge
    if programme is not None:
        knowledge = knowing(knowledge, programme.organisations.values())
    return Snapshot(safety=safety, knowledge=knowledge, programme=programme)


def programme_of(loaded: Loaded, keeping: Keeping) -> tuple[Programme | None, str]:
    """The programme as the database has it, and what is wrong with that; blocks until done."""
    if loaded.knowledge is None:
        return None, ""
    now = datetime.now(UTC).replace(tzinfo=None)
    moment = Moment(instant=now.replace(tzinfo=UTC), today=local_of(now).date())
    with contextlib.ExitStack() as stack:
        folder = keeping.folder
        if folder is None:
            temporary = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
            folder = Path(stack.enter_context(temporary))
        served = keep_programme(
            folder / FILE, loaded.knowledge, moment, forced=keeping.forced, url=keeping.url
        )
    return served.programme, served.warning
