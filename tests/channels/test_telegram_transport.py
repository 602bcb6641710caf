"""How requests travel, and what becomes of the errors on the way."""

import io

import pytest
from aiohttp import web
from bot_api import TOKEN, BotApi, Fault
from telegram import Bot, InputFile
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.channels.telegram_sender import Sender
from bot.channels.telegram_transport import AiohttpTransport, UnreachableError
from bot.core.reply import Bubble, Reply

HOI = Reply(bubbles=(Bubble(pieces=("hoi",)), Bubble(pieces=("dag",))))


@pytest.fixture
async def api():
    async with BotApi() as server:
        yield server


async def with_bot(api, do, *, read_timeout=20.0):
    transport = AiohttpTransport(through_proxy=False, read_timeout=read_timeout)
    async with transport:
        bot = Bot(TOKEN, base_url=f"{api.address}/bot", request=transport)
        return await do(bot)


async def test_a_request_is_valid_and_its_answer_is_read(api):
    sent = await with_bot(api, lambda bot: bot.send_message(7, "é & <"))
    assert (sent.text, api.sent()) == ("é & <", [{"chat_id": 7, "text": "é & <"}])


async def test_an_answer_that_stays_away_is_a_time_out(api):
    api.fail("getMe", Fault(silent=True))
    with pytest.raises(TimedOut):
        await with_bot(api, lambda bot: bot.get_me(), read_timeout=0.05)


async def test_a_cut_connection_is_a_network_error(api):
    api.fail("getMe", Fault(reset=True))
    with pytest.raises(NetworkError) as told:
        await with_bot(api, lambda bot: bot.get_me())
    assert TOKEN not in str(told.value)


async def test_a_server_that_is_not_there_is_unreachable():
    api = BotApi()
    async with api:
        pass
    with pytest.raises(UnreachableError) as told:
        await with_bot(api, lambda bot: bot.get_me())
    assert TOKEN not in str(told.value)


async def test_a_message_that_timed_out_is_sent_once_more(api):
    api.fail("sendMessage", Fault(silent=True))
    await with_bot(api, lambda bot: Sender(bot).send(7, HOI), read_timeout=0.2)
    assert api.texts() == ["hoi", "dag"]


async def test_the_next_bubble_is_sent_though_the_first_timed_out_twice(api):
    api.fail("sendMessage", Fault(silent=True), Fault(silent=True))
    with pytest.raises(TimedOut):
        await with_bot(api, lambda bot: Sender(bot).send(7, HOI), read_timeout=0.2)
    assert api.texts() == ["dag"]


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"\xff", b"[" * 100_000])
async def test_an_answer_that_is_no_json_is_an_error_and_is_not_logged(body, caplog):
    async def answer(_request):
        return web.Response(body=body)

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api = BotApi(address=f"http://127.0.0.1:{runner.addresses[0][1]}")
    with pytest.raises(TelegramError, match="no JSON"):
        await with_bot(api, lambda bot: bot.get_me())
    await runner.cleanup()
    assert "<html>" not in caplog.text


async def test_a_file_travels_in_parts():
    seen = []

    async def answer(request):
        fields = await request.post()
        file = fields["document"]
        seen.append((fields["chat_id"], file.filename, file.file.read()))
        sent = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}
        return web.json_response({"ok": True, "result": sent})

    app = web.Application()
    app.router.add_post("/{any:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api = BotApi(address=f"http://127.0.0.1:{runner.addresses[0][1]}")
    file = InputFile(io.BytesIO(b"BEGIN:VCALENDAR"), filename="groep.ics")
    await with_bot(api, lambda bot: bot.send_document(7, file))
    await runner.cleanup()
    assert seen == [("7", "groep.ics", b"BEGIN:VCALENDAR")]


async def test_a_closed_transport_says_so():
    transport = AiohttpTransport(through_proxy=False)
    with pytest.raises(NetworkError, match="closed"):
        await transport.post("http://127.0.0.1:1/x")
