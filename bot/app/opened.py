"""The knowledge and the assistant that serves it, as opened at the start."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.app.clocks import local_now
from bot.assistant import Assistant, Snapshot
from bot.core.talk.outcome import House
from bot.knowledge.loader import Loaded, find_folder, load
from bot.knowledge.problems import Problem
from bot.reloading.served import Keeping, programme_of, snapshot_of
from bot.settings import Settings, SettingsError
from bot.store.owner import leave

_TEMPORARY = Keeping()


@dataclass(slots=True, kw_only=True)  # the one value that changes: old knowledge is let go
class Opened:
    """What is served at the start, and what was wrong with the knowledge."""

    assistant: Assistant
    problems: tuple[Problem, ...]
    folder: Path
    only_numbers: bool
    loaded: Loaded
    numbers_only: bool = False  # as the operator asked for
    warning: str = ""  # about the database


def open_assistant(
    environment: Mapping[str, str],
    house: House,
    clock: Callable[[], datetime] = local_now,
    *,
    cache: Path | None = None,
    keeping: Keeping = _TEMPORARY,
    numbers_only: bool = False,
) -> Opened:
    """Loads the knowledge and builds the assistant that serves it."""
    folder = find_folder(environment)
    loaded = load(folder, cache)
    programme, warning = programme_of(loaded, keeping)
    snapshot = snapshot_of(loaded, programme)
    if numbers_only:
        snapshot = Snapshot(safety=snapshot.safety)
    return Opened(
        assistant=Assistant(snapshot, house, clock),
        problems=loaded.report.in_order(),
        folder=folder,
        only_numbers=snapshot.knowledge is None,
        loaded=loaded,
        numbers_only=numbers_only,
        warning=warning,
    )


def prepare_data(settings: Settings) -> Path:
    """The folder for fitted weights in the data directory; raises SettingsError where it can't."""
    cache = settings.data / "weights"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        leave(cache)
        probe = settings.data / ".schrijfproef"
        probe.write_text("", encoding="utf-8")
        probe.unlink()
    except OSError as error:
        raise SettingsError(
            f"In de map {settings.data} kan ik niet schrijven ({error.strerror}). "
            "Maak hem schrijfbaar of kies een andere met HANDWIJZER_DATA."
        ) from error
    return cache
