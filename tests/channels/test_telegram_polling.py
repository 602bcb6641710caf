"""What is acknowledged, and when."""

import asyncio

from bot.channels.telegram_lanes import Lanes
from bot.channels.telegram_polling import BATCH, Ledger, Poller


def take(ledger, *numbers):
    taken = [number for number in numbers if ledger.take(number)]
    ledger.seen(numbers[-1])
    return taken


def test_nothing_is_acknowledged_before_the_first_update():
    assert Ledger().offset is None


def test_only_what_has_been_handled_from_the_front_is_acknowledged():
    ledger = Ledger()
    take(ledger, 10, 11, 12)
    offsets = []
    for number in (11, 10, 12):
        ledger.close(number)
        offsets.append(ledger.offset)
    assert offsets == [10, 12, 13]


def test_an_update_in_hand_or_handled_is_not_taken_again():
    ledger = Ledger()
    take(ledger, 10, 11)
    ledger.close(10)
    assert take(ledger, 10, 11, 12) == [12]


def test_numbers_that_start_again_lower_are_taken_and_acknowledged():
    ledger = Ledger()
    take(ledger, 5000)
    ledger.close(5000)
    assert take(ledger, 7) == [7]
    ledger.close(7)
    assert ledger.offset == 8


def test_what_is_passed_by_no_longer_holds_the_offset_but_is_still_in_hand():
    ledger = Ledger()
    take(ledger, 10, 11)
    ledger.pass_by()
    assert (ledger.offset, ledger.take(10), ledger.idle.is_set()) == (12, False, False)
    ledger.close(10)
    ledger.close(11)
    assert (ledger.offset, ledger.idle.is_set()) == (12, True)


async def test_a_full_batch_that_stays_stuck_is_passed_so_that_others_are_heard():
    offsets = []
    heard = asyncio.Event()

    async def fetch(offset, _seconds):
        offsets.append(offset)
        start = offset or 1
        await asyncio.sleep(0)
        return [{"update_id": number} for number in range(start, start + BATCH)]

    def accept(update, _ended):
        if update["update_id"] > BATCH:
            heard.set()

    poller = Poller(fetch=fetch, accept=accept, pause=asyncio.sleep, settle=0)
    running = asyncio.create_task(poller.run())
    async with asyncio.timeout(10):
        await heard.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert offsets == [None, *[1] * 16, BATCH + 1]


async def test_work_of_one_chat_is_done_in_order_and_chats_go_side_by_side():
    done, gate = [], asyncio.Event()
    lanes = Lanes()

    def work(name, *, waits=False):
        async def _do():
            if waits:
                await gate.wait()
            done.append(name)

        return _do

    lanes.add(1, work("a", waits=True))
    lanes.add(1, work("b"))
    lanes.add(2, work("c"))
    await asyncio.sleep(0)
    assert done == ["c"]
    gate.set()
    await lanes.drain(10)
    assert (done, len(lanes)) == (["c", "a", "b"], 0)


async def test_a_lane_takes_no_more_than_its_backlog_and_is_gone_when_empty():
    async def wait():
        await asyncio.sleep(0)

    lanes = Lanes(backlog=2)
    assert [lanes.add(1, wait) for _ in range(4)] == [True, True, False, False]
    await lanes.drain(10)
    assert len(lanes) == 0


async def test_work_that_goes_on_too_long_is_broken_off_at_the_end():
    lanes = Lanes()
    lanes.add(1, asyncio.Event().wait)
    await asyncio.sleep(0)
    await lanes.drain(0)
    assert len(lanes) == 0
