"""Performs what residents ask about following, and stopping a message for many."""

from bot.core.deeds import Follow, StopSending, Unfollow
from bot.core.happenings import (
    Followed,
    FollowsListed,
    Forgot,
    NotAllowed,
    NotFollowed,
    SendingStopped,
    Unfollowed,
)
from bot.core.talk.following import interest_code
from bot.desk.act import Act
from bot.store.follows import MOST_FOLLOWED, end_follows, follow, followed_by, unfollow
from bot.store.outbox import progress, standing, stop
from bot.store.people import find_person, forget_if_idle, forget_person

_REACHED = "telegram:"  # the channel through which somebody can be written to later


async def do_forget(act: Act) -> Forgot:
    """Erases all that is kept of a chat, and counts what it followed."""
    person = await find_person(act.inside, act.vault, act.chat)
    if person is None:
        return Forgot()
    follows = await end_follows(act.inside, person)
    await forget_person(act.inside, act.vault, act.chat)
    return Forgot(follows=follows, known=True, role=act.person.role is not None)


async def do_follow(act: Act, deed: Follow) -> Followed | NotFollowed:
    """Keeps that a chat follows something."""
    if not act.chat.startswith(_REACHED):
        return NotFollowed()
    kept = await follow(act.inside, act.vault, act.chat, deed.interest, deed.language)
    return Followed(interest=deed.interest) if kept else NotFollowed(most=MOST_FOLLOWED)


async def do_unfollow(act: Act, deed: Unfollow) -> Unfollowed:
    """Ends what a button stands for; also where the activity is no more."""
    followed = await followed_by(act.inside, act.vault, act.chat)
    found = next((one for one in followed if interest_code(one) == deed.code), None)
    if found is not None:
        await unfollow(act.inside, act.vault, act.chat, (found,))
    person = await find_person(act.inside, act.vault, act.chat)
    if person is not None:
        await forget_if_idle(act.inside, person)
    return Unfollowed(interest=found, left=len(followed) - (found is not None))


async def do_list_followed(act: Act) -> FollowsListed:
    """Looks up what a chat follows."""
    return FollowsListed(interests=await followed_by(act.inside, act.vault, act.chat))


async def do_stop_sending(act: Act, deed: StopSending) -> SendingStopped | NotAllowed:
    """Stops a message for many; only for whoever sent it."""
    message = await standing(act.inside, deed.announcement)
    person = await find_person(act.inside, act.vault, act.chat)
    if message is None or person is None or message.reporter != person:
        return NotAllowed()
    await stop(act.inside, deed.announcement, act.instant)
    ended = await progress(act.inside, deed.announcement)
    return SendingStopped(sent=ended.sent, spared=ended.stopped)
