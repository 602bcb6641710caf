"""Holds the folder that is edited: looks at drafts, answers with them, reviews and saves them."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from bot.assistant import Assistant
from bot.channels.fault import place_of
from bot.core.knowledge import Knowledge
from bot.core.message import Message
from bot.core.reply import Reply
from bot.core.talk.outcome import House
from bot.knowledge.editing.drafted import Drafted, with_draft
from bot.knowledge.editing.drafts import Draft, look_at
from bot.knowledge.editing.edits import edited
from bot.knowledge.editing.form import order_of
from bot.knowledge.editing.held import Held, hold
from bot.knowledge.editing.kinds import kind_of
from bot.knowledge.editing.safekeeping import Opened, Safekeeping, mark_of
from bot.knowledge.editing.tree import Steps, Value
from bot.knowledge.watch import Watch
from bot.workbench import review
from bot.workbench.answers import snapshot_of
from bot.workbench.review import Reviewed

_LOG = logging.getLogger(__name__)
_LOOK_EVERY = 1.0  # seconds between two looks at the folder
_NO_PATH = ("", "")

T = TypeVar("T")
Edit = tuple[Steps, Value | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """An answer, and how far it is the draft's: word for word only where nothing was learnt."""

    reply: Reply
    with_draft: bool
    learnt: bool


class Workroom:
    """One knowledge folder, its drafts' answers, and the process that reviews them."""

    def __init__(
        self, folder: Path, data: Path, house: House, clock: Callable[[], datetime]
    ) -> None:
        """`data` is where weights, verdicts and earlier versions are kept; nothing is read yet."""
        self.files = Safekeeping(folder, data / "werkbank" / "eerder")
        self._folder, self._house, self._clock = folder, house, clock
        self._cache = data / "weights"  # the bot's own, so that it need not learn it once more
        self._held: Held | None = None
        self._assistant: Assistant | None = None
        self._readings = 0  # how often the folder was read
        self._drafted: tuple[tuple[str, str], Drafted | None] = (_NO_PATH, None)
        self._answering, self._reading = asyncio.Lock(), asyncio.Lock()
        self._saving = asyncio.Lock()
        self._fresh = asyncio.Event()  # whether all that was saved here has been read
        self._saved: Knowledge | None = None  # until then, what is served of it
        self._reviews: tuple[tuple[str, str, object], Reviewed] | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._warming: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Reads the folder, and keeps an eye on it from then on."""
        self._cache.mkdir(parents=True, exist_ok=True)
        watch = Watch(self._folder)
        await self.reread()
        self._watching = asyncio.create_task(self._watch(watch))

    async def close(self) -> None:
        """Ends what was begun."""
        if self._watching is not None:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    @property
    def held(self) -> Held:
        """The folder as it was read last."""
        if self._held is None:
            raise RuntimeError("the workroom is not open")
        return self._held

    @property
    def now(self) -> datetime:
        """Local time."""
        return self._clock()

    # A draft

    def write(self, path: str, text: str, edits: Sequence[Edit]) -> str:
        """A text with changes of a form put in. Raises EditError where one cannot be."""
        kind = kind_of(path)
        if kind is None:
            raise KeyError(path)
        for at, value in edits:
            text = edited(text, at, value, lambda steps: order_of(kind, steps))
        return text

    def look(self, path: str, text: str) -> Draft:
        """What a draft holds and what is wrong in it, as far as a moment's look shows."""
        raw = self.files.bytes_of(path, text)
        return look_at(self.held, path, raw, self._clock().date())

    async def answer(self, message: Message, chat: str, path: str, text: str) -> Tried | None:
        """What the bot would say with the draft; None where it has nothing to answer with."""
        async with self._answering:
            return await asyncio.to_thread(self._answer, message, chat, path, text)

    def _answer(self, message: Message, chat: str, path: str, text: str) -> Tried | None:
        held, standing = self.held, self._saved or self.held.knowledge
        if standing is None:
            return None
        key = (path, mark_of(text.encode("utf-8", "replace")))
        known = self._drafted[1] if self._drafted[0] == key else None
        if known is None or not known.learnt:
            known = with_draft(held, self.look(path, text), self._cache) if path else None
            self._drafted = (key, known)
        served = snapshot_of(known.knowledge if known else standing)
        if self._assistant is None:
            self._assistant = Assistant(served, self._house, self._clock)
        self._assistant.serve(served)
        reply = self._assistant.decide(message, chat).reply
        return Tried(reply=reply, with_draft=known is not None, learnt=not known or known.learnt)

    # What it changes, and keeping it

    async def review(self, path: str, text: str) -> Reviewed:
        """Everything that a draft changes; takes seconds, in another process."""
        raw, today = self.files.bytes_of(path, text), self._clock().date()
        key = (path, mark_of(raw), (self._readings, today))
        if self._reviews is None or self._reviews[0] != key:
            found = await self._elsewhere(review.review, path, raw, today)
            self._reviews = (key, found)
        return self._reviews[1]

    async def save(self, path: str, text: str, mark: str) -> Opened | None:
        """Writes a draft; None where the file was changed since it was opened."""
        async with self._saving:
            kept = await asyncio.to_thread(self.files.save, path, text, mark, self._clock())
            if kept is not None and kept.mark != mark:
                self._fresh.clear()
                await asyncio.to_thread(self._serve_saved, path, text)
        return kept

    def _serve_saved(self, path: str, text: str) -> None:
        """Answers with what was saved from now on; the folder is read again in a moment."""
        drafted = with_draft(self.held, self.look(path, text), self._cache)
        if drafted is not None:
            self._saved = drafted.knowledge

    async def settled(self) -> None:
        """Waits until what was saved has been read."""
        await self._fresh.wait()

    def warm_meanwhile(self) -> None:
        """Readies the other process while somebody reads, so that no review need wait for it."""
        if self._warming is None:
            self._warming = asyncio.create_task(self._warm())

    async def _warm(self) -> None:
        with suppress(BrokenProcessPool):
            await self._elsewhere(review.warm, self._clock().date())

    async def _elsewhere(self, act: Callable[..., T], *arguments: object) -> T:
        """Does something in the other process; begins a new one where that has died."""
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._process(), act, *arguments)
        except BrokenProcessPool:
            self._pool = None
            return await loop.run_in_executor(self._process(), act, *arguments)

    def _process(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                max_workers=1,
                mp_context=get_context("spawn"),
                initializer=review.begin,
                initargs=(self._folder, self._cache, self._house),
            )
        return self._pool

    async def reread(self) -> None:
        """Reads the folder anew."""
        async with self._reading:
            self._held = await asyncio.to_thread(hold, self._folder, self._cache)
            self._readings += 1
            self._drafted, self._saved = (_NO_PATH, None), None
            self._fresh.set()

    async def _watch(self, watch: Watch) -> None:
        """Reads the folder again where somebody changed it from outside."""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            try:
                if watch.has_settled():
                    await self.reread()
            except Exception as error:  # noqa: BLE001 - the guard of a reading; the last one stays
                _LOG.error("reading the folder failed: %s", place_of(error))
