"""Tells a change to everyone it concerns, at once, later, or after a second coordinator's yes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from bot.core.calendar.dutch_zone import instant_of, local_of
from bot.core.desk.drafts.preview import ask_second
from bot.core.desk.scopes import about
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.concerns import concern_of
from bot.core.following.quiet_hours import is_quiet, sending_at
from bot.core.programme.changes import Change
from bot.core.reply import Bubble
from bot.core.roles import Action, may
from bot.core.talk.announcement import announcement_text, first_moment, withdrawn_text
from bot.core.talk.teller import Teller, in_each_language, teller_of
from bot.desk.act import Act, Served
from bot.store import outbox
from bot.store.changes import announcement_of
from bot.store.database import Statements
from bot.store.follows import count_followers
from bot.store.people import chat_of
from bot.store.roles import fetch_roster
from bot.store.vault import Vault

_REACHED = "telegram:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom a change reaches, and which colleagues have to be asked before it goes to so many."""

    keys: tuple[str, ...]
    reached: int
    is_many: bool = False
    colleagues: tuple[str, ...] = ()  # ids of people


async def audience_of(act: Act, change: Change, served: Served, before: str = "") -> Audience:
    """Whom a change would reach now: who has the message of the one `before` it, or followers."""
    keys = await act.interests.meeting(act.inside, concern_of(served.programme, (change,)))
    reached = await count_followers(act.inside, keys)
    if before:
        earlier = await announcement_of(act.inside, before)
        reached = await outbox.had_by(act.inside, earlier) or reached
    if reached <= act.second_from:
        return Audience(keys=keys, reached=reached)
    subject = about(change.scope, change.subject, served.programme, served.knowledge.gazetteer)
    roster = await fetch_roster(act.inside)
    others = tuple(
        one.id
        for one in roster.values()
        if one.id != act.person.id and subject and may(one, Action.CHANGE, subject)
    )
    colleagues = await reachable(act.inside, act.vault, others)
    return Audience(keys=keys, reached=reached, is_many=True, colleagues=colleagues)


async def reachable(
    statements: Statements, vault: Vault, people: tuple[str, ...]
) -> tuple[str, ...]:
    """Those who can be written to later; a chat page or a terminal cannot."""
    chats = [(one, await chat_of(statements, vault, one)) for one in people]
    return tuple(one for one, chat in chats if chat and chat.startswith(_REACHED))


async def announce(
    act: Act, change: Change, served: Served, audience: Audience, later: datetime | None
) -> datetime:
    """Keeps the message of a change, and asks a colleague where it goes to many.

    Gives when it goes out on the wall clock: at once, at the moment asked for, or in the morning.
    """
    begins = first_moment(change, teller_of(served.knowledge, served.programme, "nl", act.now))
    sending = sending_at(later or act.now, begins)
    due = later or sending.due
    texts = texts_of(act, served, partial(announcement_text, change))
    announcement = Announcement(
        id=change.id,
        purpose=Purpose.CHANGE,
        bubbles=texts,
        due=instant_of(due),
        expires=_end_of(change),
        silent=sending.silent,
        changes=(change.id,),
        held=audience.is_many,
        planned=later is not None and not audience.is_many,
    )
    await outbox.announce(act.inside, announcement, audience.keys, act.person.id, act.instant)
    if audience.is_many:
        await _ask(act, change.id, texts["nl"], audience)
    return due


async def let_go(act: Act, change: Change, served: Served, due: datetime) -> int | None:
    """Lets a message go that waited for a colleague; to how many, None where it waited no more.

    `due` is the instant it was made for; a moment that has passed is now.
    """
    audience = await audience_of(act, change, served)
    begins = first_moment(change, teller_of(served.knowledge, served.programme, "nl", act.now))
    sending = sending_at(max(act.now, local_of(due)), begins)
    return await outbox.release(
        act.inside, change.id, audience.keys, instant_of(sending.due), silent=sending.silent
    )


async def correct(act: Act, change: Change, served: Served, audience: Audience) -> int:
    """Puts the text of a change in the place of the one sent before; how many it reaches.

    Where it goes to many a colleague is asked, and the one before stands until their yes.
    """
    texts = texts_of(act, served, partial(announcement_text, change, corrected=True))
    if not audience.is_many:
        return await rewrite(act, change, served, texts)
    waiting = Announcement(
        id=change.id,
        purpose=Purpose.CHANGE,
        bubbles=texts,
        due=act.instant,
        expires=_end_of(change),
        changes=(change.id,),
        held=True,
    )
    await outbox.announce(act.inside, waiting, audience.keys, act.person.id, act.instant)
    await _ask(act, change.id, texts["nl"], audience, corrects=True)
    return audience.reached


async def rewrite(act: Act, change: Change, served: Served, texts: Mapping[str, Bubble]) -> int:
    """Gives the message that a change takes over another text; how many people read it."""
    announcement = await announcement_of(act.inside, change.id)
    await outbox.correct(act.inside, announcement, texts, act.instant)
    await _tell_anew(act, announcement, change, served)
    return (await outbox.progress(act.inside, announcement)).told


async def take_back(act: Act, change: Change, served: Served) -> None:
    """Says where a message had arrived that it was taken back, and sends no more of it."""
    texts = texts_of(act, served, partial(withdrawn_text, change))
    announcement = await announcement_of(act.inside, change.id)
    if announcement != change.id:
        await outbox.drop_held(act.inside, change.id)
    await outbox.withdraw(act.inside, announcement, texts, act.instant)
    await _tell_anew(act, announcement, change, served)


async def _tell_anew(act: Act, announcement: str, change: Change, served: Served) -> None:
    """Tells followers what was rewritten, after a week, when nobody knows who had it.

    What goes as a new message at night, also where an edit fails, goes without a sound.
    """
    silent = is_quiet(act.now)
    await outbox.renew(act.inside, announcement, _end_of(change), act.instant, silent=silent)
    keys = await act.interests.meeting(act.inside, concern_of(served.programme, (change,)))
    await outbox.tell_anew(act.inside, announcement, keys, act.person.id, act.instant)


def _end_of(change: Change) -> datetime | None:
    """The instant from which nobody needs to hear of a change; None where it has no end."""
    over = change.day or change.last
    return instant_of(datetime.combine(over + timedelta(days=1), time())) if over else None


async def write_to(act: Act, identity: str, bubble: Bubble, people: tuple[str, ...]) -> None:
    """Sends a message of the desk to some colleagues."""
    message = Announcement(
        id=identity,
        purpose=Purpose.CHANGE,
        bubbles={"nl": bubble},
        due=instant_of(sending_at(act.now, act.now).due),
    )
    await outbox.announce_to(act.inside, message, people, act.instant)


def texts_of(act: Act, served: Served, write: Callable[[Teller], Bubble]) -> Mapping[str, Bubble]:
    """A message in each language."""
    return in_each_language(served.knowledge, served.programme, act.now, write)


async def _ask(
    act: Act, change: str, shown: Bubble, audience: Audience, *, corrects: bool = False
) -> None:
    question = ask_second(shown, change, audience.reached, corrects=corrects)
    await write_to(act, f"s{change}", question, audience.colleagues)
