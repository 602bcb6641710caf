"""The shell around the core: recalls the chat, lets the core decide, has it done, replies."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter

from bot.core.days.asked.held import forget_activity_words
from bot.core.days.marks import forget_day_words
from bot.core.deeds import Deed, Forget
from bot.core.desk.front import receive, switched
from bot.core.desk.telling import Telling, tell
from bot.core.desk.visitor import RESIDENT, Visitor
from bot.core.happenings import Failed, Happening, NotForgotten, Seconded, Sent, Withdrawn
from bot.core.knowledge import Knowledge
from bot.core.message import Message, Session
from bot.core.programme.programme import Programme, rechanged
from bot.core.reply import Reply
from bot.core.safety.screen import SafetyRules
from bot.core.talk.conversation import REMEMBERED
from bot.core.talk.numbers_only import respond_with_numbers
from bot.core.talk.outcome import House, Outcome, Scene, options_of
from bot.core.understanding.brain import forget_words
from bot.desk.act import Served
from bot.desk.desk import Desk
from bot.exchange.icalendar.card import with_calendars
from bot.exchange.plan import horizon_from
from bot.store.database import StoreError
from bot.store.sessions import StoredSessions

Witness = Callable[[Outcome, float, datetime], None]  # seconds, and now as local time

_LOG = logging.getLogger(__name__)
_NOT_REACHED = ("web:", "terminal:")  # chats that nobody can be written to later in
_MOST_CHATS = 50_000  # sessions kept at once; the longest silent go first


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What is served at one moment; without knowledge only the help lines are."""

    safety: SafetyRules
    knowledge: Knowledge | None = None
    programme: Programme | None = None


class Assistant:
    """Answers the messages of all chats; sessions live in its memory only."""

    def __init__(self, snapshot: Snapshot, house: House, clock: Callable[[], datetime]) -> None:
        """Serves a snapshot; `clock` tells local time in Europe/Amsterdam."""
        self._snapshot = snapshot
        self._house = house
        self._clock = clock
        self._desk: Desk | None = None
        self._missing = False
        self._witness: Witness | None = None
        self._shared: StoredSessions | None = None
        self._sessions: dict[str, Session] = {}
        self._swept = datetime.min  # noqa: DTZ901 - local wall-clock time, before any message

    def serve(self, snapshot: Snapshot) -> Snapshot:
        """Serves another snapshot from the next message on; gives the one that was served."""
        earlier, self._snapshot = self._snapshot, snapshot
        return earlier

    def attend(self, desk: Desk | None, *, missing: bool = False) -> None:
        """Lets a desk do what is decided from the next message on; None where there is none.

        `missing` says that there should be one: something may be kept that nobody can reach now.
        """
        self._desk, self._missing = desk, missing

    def be_seen_by(self, witness: Witness) -> None:
        """Shows somebody each outcome for a resident, and how many seconds it took."""
        self._witness = witness

    @property
    def knows(self) -> bool:
        """Whether more than the help lines is served."""
        return self._snapshot.knowledge is not None

    async def answer(self, message: Message, chat: str) -> Reply:
        """The reply to one message of a chat, what it asked for having been done."""
        begun = perf_counter()
        visitor = await self._desk.visitor(chat) if self._desk else RESIDENT
        version = await self._recall(chat)
        outcome = self.decide(message, chat, visitor)
        reply = await self._done(outcome, chat)
        await self._share(chat, version)
        if self._witness is not None and not visitor.works_here:
            self._witness(outcome, perf_counter() - begun, self._clock())
        return reply

    def share(self, shared: StoredSessions | None) -> None:
        """Lets other replicas know what is remembered of a chat, and knows it of them."""
        self._shared = shared

    async def _recall(self, chat: str) -> int:
        """Takes over what another replica remembers, but for whether somebody is in danger."""
        if self._shared is None:
            return 0
        try:
            recalled = await self._shared.recall(chat)
        except StoreError:
            return 0
        own = self._sessions.pop(chat, Session())
        self._sessions[chat] = replace(
            recalled.session, alarmed=own.alarmed, touched=recalled.session.touched or own.touched
        )
        return recalled.version

    async def _share(self, chat: str, version: int) -> None:
        if self._shared is None:
            return
        session = self._sessions.get(chat)
        try:
            if session is None:
                await self._shared.forget(chat)
            elif not await self._shared.keep(chat, session, version):
                _LOG.info("another replica was first with a chat; what it remembers stands")
        except StoreError as error:
            _LOG.warning("a session is not shared: %s", error)

    async def _done(self, outcome: Outcome, chat: str) -> Reply:
        if not outcome.deeds:
            return self._filled(outcome.reply)
        happened = await self._perform(outcome.deeds, chat)
        told = tell(happened, self._telling(outcome.session))
        reply = Reply(bubbles=(*outcome.reply.bubbles, *told))
        if chat in self._sessions:
            self._sessions[chat] = replace(self._sessions[chat], options=options_of(reply))
        return self._filled(reply)

    def decide(self, message: Message, chat: str, visitor: Visitor = RESIDENT) -> Outcome:
        """The whole decision about one message; the session is remembered."""
        now = self._clock()
        self._sweep(now)
        session = self._sessions.pop(chat, Session())
        outcome = self._respond(session, message, self._scene(now, chat), visitor)
        if not outcome.forgets:
            self._remember(chat, outcome.session, now)
        return outcome

    def _filled(self, reply: Reply) -> Reply:
        """A reply with the files that it asks for."""
        programme = self._snapshot.programme
        if programme is None or not any(bubble.calendar for bubble in reply.bubbles):
            return reply
        horizon = horizon_from(self._clock(), school=programme.school)
        return with_calendars(reply, programme, horizon)

    async def forget(self, chat: str) -> None:
        """Erases what is remembered of a chat."""
        self._sessions.pop(chat, None)
        await self._share(chat, 0)
        if self._desk is not None:
            await self._desk.perform((Forget(),), chat)

    async def _perform(self, deeds: tuple[Deed, ...], chat: str) -> tuple[Happening, ...]:
        if self._desk is None:
            if any(not isinstance(deed, Forget) for deed in deeds):
                return (Failed(),)
            return (NotForgotten(),) if self._missing and _is_reached(chat) else ()
        happened = await self._desk.perform(deeds, chat, self.served)
        if any(isinstance(one, Sent | Withdrawn | Seconded) for one in happened):
            await self.catch_up()
        return happened

    async def catch_up(self) -> None:
        """Tells of the programme with the changes as they are now."""
        programme = self._snapshot.programme
        if self._desk is None or programme is None:
            return
        changed = rechanged(programme, await self._desk.changes())
        self._snapshot = replace(self._snapshot, programme=changed)

    @property
    def served(self) -> Served | None:
        """What residents are told from now; None without knowledge."""
        known = self._snapshot
        if known.knowledge is None or known.programme is None:
            return None
        return Served(knowledge=known.knowledge, programme=known.programme)

    def _telling(self, session: Session) -> Telling:
        return Telling(language=session.language or "nl", scene=self._scene(self._clock()))

    def _scene(self, now: datetime, chat: str = "") -> Scene | None:
        served = self._snapshot
        if served.knowledge is None or served.programme is None:
            return None
        return Scene(
            knowledge=served.knowledge,
            programme=served.programme,
            house=self._house,
            now=now,
            reaches=_is_reached(chat),
        )

    def _sweep(self, now: datetime) -> None:
        """Forgets the single words that understanding keeps, as long as a chat is remembered."""
        if abs(now - self._swept) > REMEMBERED and self._snapshot.knowledge is not None:
            forget_words(self._snapshot.knowledge.brain)
            self._snapshot.knowledge.safety.forget()
            forget_day_words()
            forget_activity_words()
            self._swept = now

    def _respond(
        self, session: Session, message: Message, scene: Scene | None, visitor: Visitor
    ) -> Outcome:
        only_numbers = self._desk is not None and self._desk.only_numbers
        if scene is None or only_numbers:
            switch = switched(visitor, session, message)
            return switch or respond_with_numbers(self._snapshot.safety, session, message)
        return receive(scene, session, message, visitor)

    def _remember(self, chat: str, session: Session, now: datetime) -> None:
        """Keeps the session; the dictionary is in order of last use, so old ones are in front."""
        self._sessions[chat] = replace(session, touched=now)
        while len(self._sessions) > _MOST_CHATS:
            del self._sessions[next(iter(self._sessions))]
        self._forget_before(now)

    def forget_silent(self) -> None:
        """Forgets what was said half an hour ago, also where nobody says anything any more."""
        now = self._clock()
        self._sweep(now)
        self._forget_before(now)

    def _forget_before(self, now: datetime) -> None:
        while self._sessions:
            chat, oldest = next(iter(self._sessions.items()))
            # A clock that was set back makes the past the future; no reason to remember longer.
            if oldest.touched is not None and abs(now - oldest.touched) <= REMEMBERED:
                return
            del self._sessions[chat]


def _is_reached(chat: str) -> bool:
    return not chat.startswith(_NOT_REACHED)
