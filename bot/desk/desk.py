"""Performs the deeds of a decision in one transaction, and says how each ended."""

import logging
import secrets
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta
from typing import Any

from bot.core import deeds as to_do
from bot.core.audit import Act as Done
from bot.core.deeds import Deed
from bot.core.desk.visitor import HEARD, KEPT, Visitor
from bot.core.draft import Draft
from bot.core.happenings import Failed, Forgot, Happening, NotForgotten, Reported
from bot.core.programme.changes import Change
from bot.core.roles import Person
from bot.desk.act import SECOND_FROM, Act, Clock, Served
from bot.desk.changes import do_discard, do_go_on, do_keep, do_preview, do_send, do_withdraw
from bot.desk.figures import do_read_figures
from bot.desk.following import (
    do_follow,
    do_forget,
    do_list_followed,
    do_stop_sending,
    do_unfollow,
)
from bot.desk.gaps import do_keep_gap
from bot.desk.reports import do_report
from bot.desk.roles import (
    do_accept,
    do_invite,
    do_list_roles,
    do_note_reminded,
    do_only_numbers,
    do_read_log,
    do_revoke,
)
from bot.desk.seconds import do_second
from bot.desk.sending import reachable
from bot.store.changes import fetch_changes
from bot.store.database import Database, StoreError
from bot.store.drafts import fetch_draft
from bot.store.erasing import leave_no_trace
from bot.store.follows import Interests
from bot.store.people import find_person, hash_of
from bot.store.roles import fetch_person, fetch_roster
from bot.store.switches import ONLY_NUMBERS, is_on
from bot.store.vault import Vault

_LOG = logging.getLogger(__name__)
_REPORTS_A_DAY = 5  # of one chat; coordinators must not be flooded


class Desk:
    """Does what has been decided; an open database is handed to it.

    Who has a role is kept in memory to know them by, so that nobody else waits for the store; what
    they may do is looked up again in the transaction in which it is done.
    """

    def __init__(self, database: Database, vault: Vault, clock: Clock) -> None:
        """Performs deeds on this database; `open` it before it knows anybody."""
        self._database = database
        self._vault = vault
        self._clock = clock
        self._interests = Interests(vault)
        self._roster: dict[str, Person] = {}
        self._reports: Counter[tuple[date, str]] = Counter()
        self._reads = True  # whether roles were read at the last look; it is told once if not
        self._heard = False  # whether anybody can be told what a resident reports
        self.second_from = SECOND_FROM
        self.bot = ""  # the username on Telegram, once it is known
        self.only_numbers = False
        self.afterwards: Callable[[], None] = lambda: None  # called when deeds have been done

    async def open(self) -> None:
        """Reads who has a role, and which switches are on; may raise StoreError."""
        self._roster = await fetch_roster(self._database)
        people = tuple(one.id for one in self._roster.values())
        self._heard = bool(await reachable(self._database, self._vault, people))
        self.only_numbers = await is_on(self._database, ONLY_NUMBERS)

    async def visitor(self, chat: str) -> Visitor:
        """Who writes in a chat; a resident is known at once, without a look at the store."""
        person = self._roster.get(hash_of(self._vault, chat)) if self._roster else None
        if person is None:
            return HEARD if self._heard else KEPT
        return Visitor(
            person=person,
            draft=await self._draft(person),
            fresh=secrets.token_hex(8),
            heard=self._heard,
            keeps=True,
            only_numbers=self.only_numbers,
        )

    async def _draft(self, person: Person) -> Draft | None:
        """What somebody is making; one that cannot be read is as good as gone."""
        try:
            now = self._clock.instant()
            return await fetch_draft(self._database, self._vault, person.id, now)
        except StoreError as error:
            _LOG.error("a draft was not read: %s", error)
            return None

    async def changes(self) -> tuple[Change, ...]:
        """The changes that count now; may raise StoreError."""
        since = self._clock.local().date() - timedelta(days=1)
        return await fetch_changes(self._database, since)

    async def perform(
        self, deeds: tuple[Deed, ...], chat: str, served: Served | None = None
    ) -> tuple[Happening, ...]:
        """Does all of them or none; how they ended."""
        if any(isinstance(deed, to_do.Report) for deed in deeds) and self._has_enough(chat):
            return (Reported(told=0, enough=True),)
        forgets = any(isinstance(deed, to_do.Forget) for deed in deeds)
        try:
            async with self._database.transaction() as inside:
                identity = await find_person(inside, self._vault, chat)
                act = Act(
                    inside=inside,
                    vault=self._vault,
                    interests=self._interests,
                    chat=chat,
                    person=await fetch_person(inside, identity or ""),
                    now=self._clock.local(),
                    instant=self._clock.instant(),
                    bot=self.bot,
                    second_from=self.second_from,
                    served=served,
                )
                happened = tuple([await _WORK[type(deed)](act, deed) for deed in deeds])
            self.afterwards()
        except StoreError as error:
            _LOG.error("deeds were not done: %s", error)
            return (NotForgotten() if forgets else Failed(),)
        if forgets and any(isinstance(one, Forgot) and one.known for one in happened):
            await self._leave_no_trace()
        await self.look_again()
        return happened

    async def _leave_no_trace(self) -> None:
        """What was erased is gone; that it is not in the files either may wait for the night."""
        try:
            await leave_no_trace(self._database)
        except StoreError as error:
            _LOG.warning("what was erased is still in a file: %s", error)

    def _has_enough(self, chat: str) -> bool:
        """Counts a report of a chat, in memory only; whether there were enough today."""
        key = (self._clock.local().date(), hash_of(self._vault, chat))
        self._reports = Counter({one: n for one, n in self._reports.items() if one[0] == key[0]})
        self._reports[key] += 1
        return self._reports[key] > _REPORTS_A_DAY

    async def look_again(self) -> None:
        """Reads anew who has a role and which switches are on; another program may change them."""
        try:
            await self.open()
        except StoreError as error:
            if self._reads:
                _LOG.error("roles were not read: %s", error)
            self._reads = False
        else:
            self._reads = True


async def _forget(act: Act) -> Happening:
    """Erases all that is kept of a chat; that a role is free again is noted."""
    if act.person.grants:
        await act.note(Done.LEFT)
    return await do_forget(act)


# Each kind of deed, and what does it; a new one gets its line here and a module of its own.
_WORK: Mapping[type[Deed], Callable[[Act, Any], Awaitable[Happening]]] = {
    to_do.Forget: lambda act, _: _forget(act),
    to_do.Follow: do_follow,
    to_do.Unfollow: do_unfollow,
    to_do.ListFollowed: lambda act, _: do_list_followed(act),
    to_do.StopSending: do_stop_sending,
    to_do.Invite: do_invite,
    to_do.Accept: do_accept,
    to_do.ListRoles: do_list_roles,
    to_do.Revoke: do_revoke,
    to_do.ReadLog: do_read_log,
    to_do.ReadFigures: lambda act, _: do_read_figures(act),
    to_do.OnlyNumbers: do_only_numbers,
    to_do.NoteReminded: do_note_reminded,
    to_do.Keep: do_keep,
    to_do.GoOn: do_go_on,
    to_do.Preview: do_preview,
    to_do.Discard: do_discard,
    to_do.Send: do_send,
    to_do.Withdraw: do_withdraw,
    to_do.Second: do_second,
    to_do.Report: do_report,
    to_do.KeepGap: do_keep_gap,
}
