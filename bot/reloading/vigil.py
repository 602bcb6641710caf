"""Keeps an eye on the knowledge folder and the database, and serves what changed once it is sound.

    files change → another process checks and loads all → the snapshot is taken over in a thread
                 → or the last good one stays, and who works here hears once what is wrong

A message in flight keeps the snapshot that it began with.
"""

import asyncio
import contextlib
import logging
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.assistant import Assistant, Snapshot
from bot.channels.fault import place_of
from bot.desk.act import Clock
from bot.desk.broken import tell_broken
from bot.health.memory import give_back
from bot.knowledge.loader import Loaded
from bot.knowledge.problems import Problem, Report, Severity
from bot.knowledge.watch import Watch
from bot.reloading.elsewhere import Errand, GoneError, judged
from bot.reloading.packing import Packed, put_away, unpack
from bot.reloading.served import Keeping, programme_of, snapshot_of
from bot.store.database import Database, StoreError
from bot.store.programme import revision
from bot.store.serving import FILE

_LOG = logging.getLogger(__name__)
_LOOK_EVERY = 0.6  # seconds between two looks at the knowledge folder
_SOON = 0.6  # of that, once something was seen to change: it is live so much sooner
_RECOVERY = 50  # looks until a reload that failed is tried again; a full machine needs some
_SNAPSHOT = "momentopname"

Mark = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What is kept an eye on, and by which clock."""

    folder: Path
    keeping: Keeping  # with the data directory
    clock: Clock
    database: Database | None = None
    numbers_only: bool = False  # then knowledge is checked, and only the help lines served
    look: Callable[[], Awaitable[object]] | None = None  # done at every look
    look_every: float = _LOOK_EVERY


class Vigil:
    """Keeps watch for as long as it runs."""

    def __init__(self, post: Post, assistant: Assistant, loaded: Loaded) -> None:
        """`loaded` is what is served now."""
        self._post, self._assistant = post, assistant
        self._knowledge = loaded.knowledge
        self._safety = loaded.safety
        self._safety_key = ""  # as another process found it
        self._watch = Watch(post.folder)
        self._unsound = False  # whether that was told already
        self._resting = 0  # looks
        self._told = ""  # what went wrong at the last look
        self._old: list[object] = []  # what was served before
        self._first = _errors(loaded.report)
        self._seen: Mark | None = None

    async def run(self) -> None:
        """Serves until it is cancelled."""
        if self._first:
            await self._guarded(self._refuse(self._first))
        while True:
            soon = _SOON if self._watch.is_moving and not self._resting else 1.0
            await asyncio.sleep(self._post.look_every * soon)
            self._assistant.forget_silent()
            await self._guarded(self._step())

    async def _guarded(self, step: Awaitable[None]) -> None:
        try:
            await step
        except GoneError:
            _LOG.error(
                "the process that checks the knowledge ended early; the last good one stays"
            )
        except Exception as error:  # noqa: BLE001 - the guard of a reload; the last good one serves
            self._tell_once(f"reload failed: {place_of(error)}")
        else:
            self._told = ""

    def _tell_once(self, fault: str) -> None:
        """Logs what goes wrong at every look, as without a database, at the first one only."""
        if fault != self._told:
            _LOG.error("%s", fault)
        self._told = fault

    async def _step(self) -> None:
        if self._post.look is not None:
            await self._post.look()
        mark = await self._mark()
        self._resting = max(0, self._resting - 1)
        if not self._resting and self._watch.has_settled():
            try:
                await self._renew(mark)
            except Exception:
                self._watch.forget()
                self._resting = _RECOVERY
                raise
        elif self._seen not in (None, mark):
            await self._follow(mark)
        else:
            self._seen = mark
        if self._old:
            old, self._old = self._old, []
            await asyncio.to_thread(put_away, old)
            await asyncio.to_thread(give_back)

    async def _renew(self, mark: Mark) -> None:
        """Serves the folder as it is now, if it is sound."""
        now = self._post.clock.local()
        with tempfile.TemporaryDirectory(
            prefix="handwijzer-", ignore_cleanup_errors=True
        ) as scratch:
            errand = Errand(
                folder=self._post.folder,
                keeping=self._post.keeping,
                today=now.date(),
                target=Path(scratch) / _SNAPSHOT,
                held=self._safety_key,
            )
            verdict = await judged(errand)
            if verdict.moved:
                self._watch.forget()
                return
            if not verdict.sound:
                await self._refuse(verdict.errors)
                return
            packed = await asyncio.to_thread(unpack, errand.target, self._safety)
            self._safety_key = verdict.safety
        self._unsound = False
        await self._serve(packed, mark, verdict.warning)

    async def _follow(self, mark: Mark) -> None:
        """Serves the same knowledge with the programme as the database has it now."""
        known, safety = self._knowledge, self._safety
        if known is None:
            self._seen = mark
            return
        loaded = Loaded(knowledge=known, safety=safety, report=Report())
        programme, warning = await asyncio.to_thread(programme_of, loaded, self._post.keeping)
        snapshot = await asyncio.to_thread(snapshot_of, loaded, programme)
        await self._serve(Packed(knowledge=known, snapshot=snapshot), mark, warning)

    async def _serve(self, packed: Packed, mark: Mark, warning: str) -> None:
        # The mark was read before, so that what was written meanwhile is seen the next time.
        self._seen = mark
        if warning:
            _LOG.warning("%s", warning)
        served = packed.snapshot
        if self._post.numbers_only:
            served = Snapshot(safety=served.safety)
        self._old.append(self._assistant.serve(served))
        if packed.knowledge is not self._knowledge:
            self._old.append(self._knowledge)
        self._knowledge, self._safety = packed.knowledge, packed.snapshot.safety
        await self._assistant.catch_up()  # with what was entered while this was read
        _LOG.info("programme reloaded")

    async def _refuse(self, errors: tuple[Problem, ...]) -> None:
        """Leaves the last good knowledge as it is, and says so once until it is mended."""
        for one in errors:
            at = f"{one.spot.path}:{one.spot.line}:{one.spot.column}"
            _LOG.warning("%s %s %s", at, one.message, one.hint)
        _LOG.warning("knowledge not served until this is mended; the last good one stays")
        database = self._post.database
        if self._unsound or database is None:
            return
        self._unsound = True
        faults = tuple((_place(one), f"{one.message} {one.hint}".strip()) for one in errors)
        try:
            await tell_broken(database, faults, self._post.clock)
        except StoreError as error:
            self._unsound = False
            _LOG.error("who works here could not be told: %s", error)

    async def _mark(self) -> Mark:
        """Changes when the programme in a database does, by us or by another program."""
        if self._post.database is not None:
            return ((await revision(self._post.database), 0),)
        folder = self._post.keeping.folder
        return await asyncio.to_thread(_file_mark, folder / FILE) if folder else ()


def _place(problem: Problem) -> str:
    return f"{problem.spot.path}, regel {problem.spot.line}"


def _errors(report: Report) -> tuple[Problem, ...]:
    return tuple(one for one in report.in_order() if one.severity is Severity.ERROR)


def _file_mark(path: Path) -> Mark:
    marks = []
    for one in (path, path.with_name(f"{path.name}-wal")):
        with contextlib.suppress(OSError):
            found = one.stat()
            marks.append((found.st_mtime_ns, found.st_size))
    return tuple(marks)
