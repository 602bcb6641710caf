"""Performs what is about roles: inviting, accepting, revoking, and looking back."""

from dataclasses import replace

from bot.core.audit import Act as Done
from bot.core.calendar.dutch_zone import local_of
from bot.core.deeds import Accept, Invite, ListRoles, NoteReminded, OnlyNumbers, ReadLog, Revoke
from bot.core.happenings import (
    Accepted,
    Happening,
    Invited,
    Kept,
    LogRead,
    NotAccepted,
    NotAllowed,
    Revoked,
    RolesListed,
    Switched,
)
from bot.core.roles import Action, may
from bot.desk.act import Act
from bot.store.audit import fetch_log
from bot.store.people import enter_person, forget_if_idle
from bot.store.roles import (
    Invitation,
    claim,
    fetch_roster,
    grant_role,
    invite,
    new_token,
    note_reminded,
    revoke,
)
from bot.store.switches import ONLY_NUMBERS, set_switch

_SHOWN = 20  # entries of the log at once


async def do_invite(act: Act, deed: Invite) -> Happening:
    """Makes an invitation, of which only the link holds the token."""
    if not may(act.person, Action.INVITE):
        return NotAllowed()
    token = new_token()
    invitation = Invitation(
        role=deed.role, scope=deed.scope, by=act.person.pseudonym, made=act.instant
    )
    expires = await invite(act.inside, token, invitation)
    await act.note(Done.INVITED, deed.scope.subject)
    return Invited(
        token=token,
        bot=act.bot,
        role=deed.role,
        scope=deed.scope,
        until=local_of(expires),
    )


async def do_accept(act: Act, deed: Accept) -> Happening:
    """Gives the role of an invitation that can still be used, once."""
    invitation = await claim(act.inside, deed.token, act.instant)
    if invitation is None:
        return NotAccepted(works_here=act.person.role is not None)
    identity = await enter_person(act.inside, act.vault, act.chat)
    person = await grant_role(act.inside, identity, invitation)
    joined = replace(act, person=person)
    await joined.note(Done.JOINED, invitation.scope.subject)
    return Accepted(person=person)


async def do_list_roles(act: Act, deed: ListRoles) -> Happening:
    """Everybody with a role."""
    if not may(act.person, Action.REVOKE):
        return NotAllowed()
    roster = await fetch_roster(act.inside)
    return RolesListed(people=tuple(roster.values()), own=act.person.id)


async def do_revoke(act: Act, deed: Revoke) -> Happening:
    """Takes a role away."""
    if not may(act.person, Action.REVOKE):
        return NotAllowed()
    whose = await revoke(act.inside, deed.grant)
    if whose is None:
        return Revoked()
    await act.note(Done.REVOKED, whose.pseudonym)
    await forget_if_idle(act.inside, whose.id)
    return Revoked(pseudonym=whose.pseudonym)


async def do_read_log(act: Act, deed: ReadLog) -> Happening:
    """The latest entries of the trail."""
    if not may(act.person, Action.READ_LOG):
        return NotAllowed()
    entries = await fetch_log(act.inside, _SHOWN)
    return LogRead(entries=tuple((one, local_of(one.at)) for one in entries))


async def do_note_reminded(act: Act, deed: NoteReminded) -> Happening:
    """Keeps that somebody has heard which help lines to check."""
    await note_reminded(act.inside, act.person.id, act.now.date())
    return Kept()


async def do_only_numbers(act: Act, deed: OnlyNumbers) -> Happening:
    """Turns the numbers alone on or off, also after a restart."""
    if not may(act.person, Action.ONLY_NUMBERS):
        return NotAllowed()
    await set_switch(act.inside, ONLY_NUMBERS, deed.on)
    await act.note(Done.ONLY_NUMBERS if deed.on else Done.EVERYTHING)
    return Switched(only_numbers=deed.on)
