"""Hearing updates over HTTP: only from Telegram, and 200 only when handled."""

import asyncio
import socket
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession
from bot_api import TOKEN, Fault, no_pause
from signpost import Signpost, Stumbler

from bot.channels.fault import CALM, ChannelError
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_webhook import Webhook


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def channel_of(api, partner, port):
    webhook = Webhook(url=f"http://127.0.0.1:{port}/hook", port=port, secret="s-e_c-r-e-t")
    return TelegramChannel(
        partner, token=TOKEN, api_base_url=api.address, webhook=webhook, pause=no_pause
    )


@asynccontextmanager
async def listening(api, partner):
    stop = asyncio.Event()
    serving = asyncio.create_task(channel_of(api, partner, free_port()).serve(stop))
    await api.until(lambda: api.webhook)
    yield
    stop.set()
    async with asyncio.timeout(15):
        await serving


def update(api, number, text, chat=7):
    return {"update_id": number, "message": api.message(text, chat=chat)}


async def test_an_update_is_answered_and_then_confirmed(api):
    async with listening(api, Signpost()):
        assert await api.hook(update(api, 1, "hoi")) == 200
        assert api.texts() == ["Je schreef: hoi"]
    assert api.webhook["allowed_updates"] == [
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    ]


@pytest.mark.parametrize("secret", ["", "wrong", "s-e_c-r-e-tt", "S-E_C-R-E-T"])
async def test_who_does_not_know_the_secret_is_refused(api, secret):
    signpost = Signpost()
    async with listening(api, signpost):
        assert await api.hook(update(api, 1, "hoi"), secret) == 403
    assert signpost.heard == []


@pytest.mark.parametrize("body", [b"", b"[]", b'{"update_id": "1"}', b"[" * 100_000])
async def test_a_body_that_is_no_update_is_refused(api, body):
    async with listening(api, Signpost()):
        headers = {"X-Telegram-Bot-Api-Secret-Token": "s-e_c-r-e-t"}
        url = api.webhook["url"]
        async with ClientSession() as session, session.post(url, data=body, headers=headers) as r:
            assert r.status == 400


async def test_an_update_that_is_repeated_is_answered_once(api):
    async with listening(api, Signpost()):
        sent = update(api, 1, "hoi")
        statuses = await asyncio.gather(api.hook(sent), api.hook(sent))
        statuses.append(await api.hook(sent))
    assert (statuses, api.texts()) == ([200, 200, 200], ["Je schreef: hoi"])


async def test_updates_out_of_order_and_twice_are_each_answered_once(api):
    numbers = [5, 3, 4, 3, 5, 1]
    async with listening(api, Signpost()):
        statuses = [await api.hook(update(api, number, str(number))) for number in numbers]
    assert statuses == [200] * 6
    assert api.texts() == [f"Je schreef: {number}" for number in (5, 3, 4, 1)]


async def test_a_bug_is_500_and_told_once_and_given_up_after_three_times(api):
    stumbler = Stumbler()
    async with listening(api, stumbler):
        sent = update(api, 1, "struikel")
        statuses = [await api.hook(sent) for _ in range(4)]
    assert (statuses, api.texts(), len(stumbler.heard)) == ([500, 500, 200, 200], [CALM], 3)


async def test_an_answer_that_could_not_be_delivered_is_tried_again_by_telegram(api):
    api.fail("sendMessage", *[Fault(status=500)] * 5)
    async with listening(api, Signpost()):
        sent = update(api, 1, "hoi")
        assert [await api.hook(sent), await api.hook(sent)] == [500, 200]
    assert api.texts() == ["Je schreef: hoi"]


async def test_an_update_that_is_not_for_us_is_confirmed(api):
    async with listening(api, Signpost()):
        assert await api.hook({"update_id": 1, "poll": {"id": "1"}}) == 200


async def test_what_is_in_hand_at_the_end_is_still_answered(api):
    held = asyncio.Event()

    class Slow(Signpost):
        async def answer(self, message, chat):
            held.set()
            await asyncio.sleep(0.05)
            return await super().answer(message, chat)

    async with listening(api, Slow()):
        hooking = asyncio.create_task(api.hook(update(api, 1, "hoi")))
        await held.wait()
    assert (await hooking, api.texts()) == (200, ["Je schreef: hoi"])


async def test_a_taken_port_is_told_with_what_to_do(api):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ChannelError, match=f"Poort {port} .*TELEGRAM_WEBHOOK_PORT"):
            await channel_of(api, Signpost(), port).serve(asyncio.Event())
