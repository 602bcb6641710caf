"""Messages for many, from being made to having arrived, taken back or ended."""

from dataclasses import replace
from datetime import timedelta

from followers import DROP_IN, NOW, VAULT, WALK, let_follow, saying, send_out

from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.progress import Progress
from bot.core.reply import Bubble, Button, Link, Strong
from bot.store.bubbles import read_bubbles, write_bubbles
from bot.store.deliveries import (
    Delivery,
    claim,
    close_chat,
    end,
    leave_lane,
    move_chat,
    next_due,
    note_sent,
    put_off,
    take_lane,
)
from bot.store.follows import Interests, followed_by
from bot.store.outbox import (
    announce,
    correct,
    planned_until,
    progress,
    release,
    standing,
    stop,
    withdraw,
)
from bot.store.people import chat_of, open_chat
from bot.store.sqlite import Sqlite

CHATS = ("telegram:1", "telegram:2", "telegram:3")
LATER = NOW + timedelta(seconds=30)
ME, OTHER = "courier-a", "courier-b"


async def in_hand(database: Sqlite) -> Delivery:
    """The next delivery, claimed."""
    found = await claim(database, ME, NOW)
    assert found is not None
    return found


async def sent_one(database: Sqlite, message: int = 11) -> Delivery:
    """The next delivery, claimed and arrived."""
    delivery = await in_hand(database)
    assert await note_sent(database, ME, delivery, message, NOW)
    return delivery


async def test_everyone_concerned_is_told_once(database: Sqlite) -> None:
    await let_follow(database, CHATS[:2], DROP_IN, WALK)
    await let_follow(database, CHATS[2:], WALK)
    assert await send_out(database, DROP_IN, WALK) == 3
    assert await send_out(database, DROP_IN, WALK) == 0
    assert await progress(database, "a1") == Progress(due=3)


async def test_what_is_in_hand_is_not_given_twice(database: Sqlite) -> None:
    await let_follow(database, CHATS, DROP_IN)
    await send_out(database, DROP_IN)
    claimed = [await claim(database, ME, NOW) for _ in range(4)]
    chats = {open_chat(VAULT, one.chat) for one in claimed if one is not None}
    assert (chats, claimed[3]) == (set(CHATS), None)


async def test_what_a_dead_courier_had_in_hand_goes_to_the_next(database: Sqlite) -> None:
    await let_follow(database, CHATS, DROP_IN)
    await send_out(database, DROP_IN)
    assert await take_lane(database, ME, NOW, LATER)
    lost = await in_hand(database)
    assert not await take_lane(database, OTHER, NOW, LATER)
    after = LATER + timedelta(seconds=1)
    assert await take_lane(database, OTHER, after, after + timedelta(seconds=5))
    found = [await claim(database, OTHER, after) for _ in range(3)]
    assert lost.person in {one.person for one in found if one is not None}
    assert not await note_sent(database, ME, lost, 11, after)


async def test_a_courier_that_died_before_the_clock_was_set_back_holds_up_nobody(
    database: Sqlite,
) -> None:
    assert await take_lane(database, ME, NOW, LATER)
    before = NOW - timedelta(hours=1)
    assert await take_lane(database, OTHER, before, before + (LATER - NOW))


async def test_a_courier_that_leaves_lets_the_next_begin(database: Sqlite) -> None:
    assert await take_lane(database, ME, NOW, LATER)
    assert await take_lane(database, ME, NOW, LATER)
    await leave_lane(database, ME)
    assert await take_lane(database, OTHER, NOW, LATER)


async def test_nothing_new_goes_out_after_a_stop(database: Sqlite) -> None:
    await let_follow(database, CHATS, DROP_IN)
    await send_out(database, DROP_IN)
    under_way = await in_hand(database)
    assert await stop(database, "a1", NOW) == 3
    assert await claim(database, ME, NOW) is None
    await note_sent(database, ME, under_way, 11, NOW)
    assert await progress(database, "a1") == Progress(sent=1, stopped=2)


async def test_a_correction_edits_what_arrived_and_replaces_what_did_not(
    database: Sqlite,
) -> None:
    await let_follow(database, CHATS, DROP_IN)
    await send_out(database, DROP_IN)
    first = await sent_one(database)
    under_way = await in_hand(database)
    assert await correct(database, "a1", saying("Het gaat wel door."), NOW) == 1
    await note_sent(database, ME, under_way, 12, NOW)
    versions = {}
    for _ in range(3):
        one = await in_hand(database)
        versions[one.person] = (one.version, one.message)
        await note_sent(database, ME, one, one.message or 13, NOW)
    assert versions[first.person] == (2, 11)
    assert versions[under_way.person] == (2, 12)
    assert sorted(versions.values(), key=str)[-1] == (2, None)
    assert await progress(database, "a1") == Progress(sent=3)
    found = await standing(database, "a1")
    assert found is not None
    assert found.bubbles == saying("Het gaat wel door.")


async def test_what_is_withdrawn_says_so_where_it_arrived_only(database: Sqlite) -> None:
    await let_follow(database, CHATS, DROP_IN)
    await send_out(database, DROP_IN)
    first = await sent_one(database)
    assert await withdraw(database, "a1", saying("Dit bericht is ingetrokken."), NOW) == 1
    edit = await in_hand(database)
    assert (edit.person, edit.message, edit.had) == (first.person, 11, True)
    assert await claim(database, ME, NOW) is None
    assert await correct(database, "a1", saying("Toch niet."), NOW) == 0


async def test_the_urgent_goes_before_the_rest(database: Sqlite) -> None:
    await let_follow(database, CHATS[:1], DROP_IN)
    await send_out(database, DROP_IN, identity="week", purpose=Purpose.WEEKLY)
    await send_out(database, DROP_IN, identity="change")
    assert [(await in_hand(database)).announcement for _ in range(2)] == ["change", "week"]


async def test_what_waits_for_the_morning_is_not_given_before(database: Sqlite) -> None:
    await let_follow(database, CHATS[:1], DROP_IN)
    await send_out(database, DROP_IN, due=LATER)
    assert await claim(database, ME, NOW) is None
    assert await next_due(database) == LATER
    assert await claim(database, ME, LATER) is not None


async def test_a_try_that_does_not_count_is_not_counted(database: Sqlite) -> None:
    await let_follow(database, CHATS[:1], DROP_IN)
    await send_out(database, DROP_IN)
    assert await put_off(database, ME, await in_hand(database), NOW, counts=False)
    assert (await in_hand(database)).tries == 1


async def test_a_try_that_counts_is_counted(database: Sqlite) -> None:
    await let_follow(database, CHATS[:1], DROP_IN)
    await send_out(database, DROP_IN)
    assert await put_off(database, ME, await in_hand(database), NOW, counts=True)
    assert (await in_hand(database)).tries == 2


async def test_a_closed_chat_follows_nothing_and_gets_nothing_more(database: Sqlite) -> None:
    await let_follow(database, CHATS[:1], DROP_IN, WALK)
    await send_out(database, DROP_IN)
    await send_out(database, WALK, identity="a2")
    assert await close_chat(database, ME, await in_hand(database), NOW) == 2
    assert await claim(database, ME, NOW) is None
    assert await followed_by(database, VAULT, CHATS[0]) == ()
    assert await progress(database, "a1") == Progress(unreachable=1)
    assert await progress(database, "a2") == Progress(unreachable=1)


async def test_a_chat_that_moved_gets_it_at_its_new_number(database: Sqlite) -> None:
    await let_follow(database, CHATS[:1], DROP_IN)
    await send_out(database, DROP_IN)
    delivery = await in_hand(database)
    await move_chat(database, VAULT, ME, delivery, "telegram:-100", NOW)
    again = await in_hand(database)
    assert (open_chat(VAULT, again.chat), again.tries) == ("telegram:-100", 1)
    assert await chat_of(database, VAULT, again.person) == "telegram:-100"


async def test_what_is_refused_or_too_late_ends(database: Sqlite) -> None:
    await let_follow(database, CHATS[:2], DROP_IN)
    await send_out(database, DROP_IN, expires=LATER)
    first = await in_hand(database)
    assert first.expires == LATER
    assert await end(database, ME, first, "refused", NOW)
    assert await end(database, ME, await in_hand(database), "expired", NOW)
    assert await progress(database, "a1") == Progress(refused=1, expired=1)


async def test_what_is_planned_goes_to_who_follows_by_then(database: Sqlite) -> None:
    plan = Announcement(
        id="a1", purpose=Purpose.CHANGE, bubbles=saying("Zo is het."), due=LATER, planned=True
    )
    assert await announce(database, plan, (), None, NOW) == 0
    assert await planned_until(database, NOW) == ()
    await let_follow(database, CHATS, DROP_IN)
    keys = await Interests(VAULT).meeting(database, lambda one: one == DROP_IN)
    assert [one.id for one in await planned_until(database, LATER)] == ["a1"]
    assert await release(database, "a1", keys, LATER) == 3
    assert await release(database, "a1", keys, LATER) is None
    assert await planned_until(database, LATER) == ()


async def test_what_is_held_goes_out_after_the_second_yes_only(database: Sqlite) -> None:
    await let_follow(database, CHATS, DROP_IN)
    keys = await Interests(VAULT).meeting(database, lambda one: one == DROP_IN)
    held = Announcement(
        id="a1", purpose=Purpose.CHANGE, bubbles=saying("Zo is het."), due=NOW, held=True
    )
    assert await announce(database, held, keys, None, NOW) == 0
    assert await claim(database, ME, NOW) is None
    assert await stop(database, "a1", NOW) == 0
    assert await release(database, "a1", keys, NOW) is None
    again = replace(held, id="a2")
    await announce(database, again, keys, None, NOW)
    assert await release(database, "a2", keys, NOW) == 3


def test_a_text_keeps_its_marks_and_buttons() -> None:
    bubble = Bubble(
        pieces=("Let op: ", Strong(text="vervalt"), " ", Link(text="meer", url="https://x.nl")),
        buttons=((Button(label="Stop", choice="1:x:a"), Button(label="Lees", url="https://y")),),
    )
    assert read_bubbles(write_bubbles({"nl": bubble})) == {"nl": bubble}
