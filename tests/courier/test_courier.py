"""The courier: everyone gets it, whatever happens on the way."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from bot_api import Fault
from followers import VAULT, saying
from post_office import PostOffice, now, post_office

from bot.channels.post import Arrived, Away, Letter
from bot.core.following.progress import Progress
from bot.store.deliveries import claim, take_lane
from bot.store.follows import followed_by
from bot.store.instants import read_instant
from bot.store.outbox import correct, stop
from bot.store.people import find_person


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with post_office(tmp_path) as opened:
        yield opened


def chats_told(office: PostOffice) -> list[int]:
    return sorted(sent["chat_id"] for sent in office.api.sent())


async def test_everyone_gets_it_once(office: PostOffice) -> None:
    await office.let_follow(1, 2, 3)
    async with office.open():
        await office.send_out()
        await office.until(Progress(sent=3))
    assert chats_told(office) == [1, 2, 3]


async def test_a_limit_halts_all_and_nobody_is_forgotten(office: PostOffice) -> None:
    await office.let_follow(1, 2, 3)
    office.api.fail("sendMessage", Fault(status=429, retry_after=1))
    await office.send_out()
    async with office.open():
        await office.until(Progress(sent=3))
    assert chats_told(office) == [1, 2, 3]


@pytest.mark.parametrize(
    "fault", [Fault(status=403), Fault(status=400, says="Bad Request: chat not found")]
)
async def test_a_closed_chat_follows_nothing_any_more(office: PostOffice, fault: Fault) -> None:
    await office.let_follow(1)
    office.api.fail("sendMessage", fault)
    await office.send_out()
    async with office.open():
        await office.until(Progress(unreachable=1))
    assert await followed_by(office.database, VAULT, "telegram:1") == ()


async def test_a_chat_that_moved_gets_it_at_its_new_number(office: PostOffice) -> None:
    await office.let_follow(1)
    office.api.fail("sendMessage", Fault(status=400, moved_to=-1001))
    await office.send_out()
    async with office.open():
        await office.until(Progress(sent=1))
    assert chats_told(office) == [-1001]
    assert await find_person(office.database, VAULT, "telegram:-1001") is not None


@pytest.mark.parametrize("fault", [Fault(reset=True), Fault(status=500), Fault(status=502)])
async def test_what_went_wrong_on_the_way_is_tried_again(office: PostOffice, fault: Fault) -> None:
    await office.let_follow(1)
    office.api.fail("sendMessage", fault)
    await office.send_out()
    async with office.open():
        await office.until(Progress(sent=1))
    assert chats_told(office) == [1]


async def test_a_refused_message_ends_and_is_counted(office: PostOffice) -> None:
    await office.let_follow(1, 2)
    office.api.fail("sendMessage", Fault(status=400))
    await office.send_out()
    async with office.open():
        await office.until(Progress(sent=1, refused=1))


async def test_what_is_too_late_is_not_sent(office: PostOffice) -> None:
    await office.let_follow(1)
    await office.send_out(expires=now() - timedelta(minutes=1))
    async with office.open():
        await office.until(Progress(expired=1))
    assert chats_told(office) == []


async def test_at_night_it_comes_without_a_sound(office: PostOffice) -> None:
    await office.let_follow(1)
    await office.send_out(silent=True)
    async with office.open():
        await office.until(Progress(sent=1))
    assert [sent["disable_notification"] for sent in office.api.sent()] == [True]


async def test_a_correction_edits_the_message_that_arrived(office: PostOffice) -> None:
    await office.let_follow(1)
    await office.send_out()
    async with office.open() as courier:
        await office.until(Progress(sent=1))
        async with office.database.transaction() as inside:
            await correct(inside, "a1", saying("Het gaat toch door."), now())
        courier.wake()
        await office.api.until(lambda: office.api.sent("editMessageText"))
    edited = office.api.sent("editMessageText")[0]
    assert (edited["chat_id"], edited["text"]) == (1, "Het gaat toch door.")
    assert len(office.api.sent()) == 1


async def test_where_editing_fails_a_new_message_comes(office: PostOffice) -> None:
    await office.let_follow(1)
    await office.send_out()
    gone = Fault(status=400, says="Bad Request: message to edit not found")
    office.api.fail("editMessageText", gone)
    async with office.open():
        await office.until(Progress(sent=1))
        async with office.database.transaction() as inside:
            await correct(inside, "a1", saying("Het gaat toch door."), now())
        await office.api.until(lambda: len(office.api.sent()) == 2)
    assert office.api.texts() == ["Het gaat niet door.", "Het gaat toch door."]


async def test_nothing_goes_out_after_a_stop(office: PostOffice) -> None:
    await office.let_follow(1, 2)
    await office.send_out()
    async with office.database.transaction() as inside:
        await stop(inside, "a1", now())
    async with office.open():
        await office.let_follow(3)
        await office.send_out(identity="a2")
        await office.until(Progress(sent=3), "a2")
    assert chats_told(office) == [1, 2, 3]
    assert {sent["text"] for sent in office.api.sent()} == {"Het gaat niet door."}


async def test_what_a_dead_courier_left_in_hand_is_sent(office: PostOffice) -> None:
    await office.let_follow(1)
    await office.send_out()
    long_ago = now() - timedelta(seconds=1)
    async with office.database.transaction() as inside:
        await take_lane(inside, "dead", now() - timedelta(seconds=9), long_ago)
        assert await claim(inside, "dead", now()) is not None
    async with office.open():
        await office.until(Progress(sent=1))


async def test_two_couriers_do_not_send_the_same(office: PostOffice) -> None:
    await office.let_follow(1, 2, 3, 4)
    await office.send_out()
    async with office.open(), office.open():
        await office.until(Progress(sent=4))
    assert chats_told(office) == [1, 2, 3, 4]


@pytest.mark.parametrize("jump", [timedelta(minutes=40), timedelta(days=9)])
async def test_what_is_under_way_when_the_clock_jumps_is_sent_once(
    office: PostOffice, jump: timedelta
) -> None:
    await office.let_follow(1)
    answers = asyncio.Event()
    office.api.fail("sendMessage", Fault(until=answers))
    await office.send_out()
    async with office.open():
        await office.api.until(office.api.sent)
        office.ahead = jump
        await office.send_out("a2")
        await office.until(Progress(sent=1), "a2")
        answers.set()
        await office.until(Progress(sent=1))
    assert chats_told(office) == [1, 1]


@pytest.mark.parametrize("jump", [timedelta(days=9), timedelta(days=-9)])
async def test_after_a_jump_of_the_clock_it_goes_on(office: PostOffice, jump: timedelta) -> None:
    await office.let_follow(1)
    async with office.open():
        await office.send_out()
        await office.until(Progress(sent=1))
        office.ahead = jump
        await office.send_out("a2")
        await office.until(Progress(sent=1), "a2")
        async with office.database.transaction() as inside:
            await correct(inside, "a2", saying("Het gaat toch door."), office.now())
        await office.api.until(lambda: office.api.sent("editMessageText"))
    assert chats_told(office) == [1, 1]


async def test_after_the_clock_is_set_back_its_turn_is_as_short_as_ever(
    office: PostOffice,
) -> None:
    await office.let_follow(1)
    async with office.open():
        await office.send_out()
        await office.until(Progress(sent=1))
        office.ahead = -timedelta(days=9)
        await office.send_out("a2")
        await office.until(Progress(sent=1), "a2")
        rows = await office.database.fetch("SELECT until FROM courier")
    until = [read_instant(str(row["until"])) for row in rows]
    assert [one - office.now() < timedelta(seconds=4) for one in until] == [True]


async def test_what_is_under_way_arrives_before_the_post_closes(office: PostOffice) -> None:
    letter = Letter(bubble=saying("Het gaat niet door.")["nl"])
    going = asyncio.create_task(office.post.deliver("telegram:1", letter))
    await asyncio.sleep(0)
    await office.post.close(10.0)
    assert chats_told(office) == [1]
    assert isinstance(await going, Arrived)
    assert await office.post.deliver("telegram:2", letter) == Away()
