"""Whole conversations over a Bot API server that checks each request against the specification."""

import asyncio
import logging
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from bot_api import TOKEN, USERNAME, BotApi, Fault, no_pause
from signpost import EMMEN, Held, Signpost, Stumbler
from telegram import User
from telegram.error import RetryAfter

from bot.channels.fault import CALM, ChannelError
from bot.channels.telegram import FLOODED, TelegramChannel
from bot.channels.telegram_lanes import BACKLOG
from bot.channels.telegram_polling import Poller
from bot.channels.telegram_text import SHARE_LOCATION
from bot.channels.telegram_update import read_update
from bot.core.message import Matter, Message


class Pauses:
    """Notes how long the channel would have waited, and waits not at all."""

    def __init__(self, enough=0):
        self.seconds = []
        self.enough, self.reached = enough, asyncio.Event()

    async def __call__(self, seconds):
        self.seconds.append(seconds)
        if len(self.seconds) >= self.enough:
            self.reached.set()
        await asyncio.sleep(0)


@asynccontextmanager
async def on_air(api, partner, *, pause=no_pause, token=TOKEN):
    channel = TelegramChannel(partner, token=token, api_base_url=api.address, pause=pause)
    stop = asyncio.Event()
    serving = asyncio.create_task(channel.serve(stop))
    try:
        yield channel
    finally:
        stop.set()
        async with asyncio.timeout(15):
            await asyncio.gather(serving, return_exceptions=True)


async def converse(api, partner, *sent, **options):
    """Let a resident send something and wait until it is confirmed; gives what was sent back."""
    async with on_air(api, partner, **options):
        for content in sent:
            await (api.write(content) if isinstance(content, str) else api.write(**content))
        await api.until(lambda: api.confirmed >= api.next_update)
    return api.texts()


async def test_a_conversation_goes_from_start_to_a_venue(api):
    async with on_air(api, Signpost()):
        await api.write("/start")
        await api.until(lambda: len(api.sent()) == 1)
        await api.write("Waar is een herstelgroep?")
        await api.until(lambda: len(api.sent()) == 3)
        choice = api.sent()[1]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await api.press(choice)
        await api.until(lambda: len(api.sent()) == 4)
        await api.press("kaart:emmen")
        await api.until(lambda: api.sent("sendVenue"))
    venue = api.sent("sendVenue")[0]
    assert {
        name: venue[name] for name in ("chat_id", "latitude", "longitude", "title", "address")
    } == {
        "chat_id": 7,
        "latitude": EMMEN.lat,
        "longitude": EMMEN.lon,
        "title": EMMEN.title,
        "address": EMMEN.address,
    }


async def test_marks_links_and_buttons_are_sent_and_previews_are_off(api):
    async with on_air(api, Signpost()):
        await api.press("plaats:emmen")
        await api.until(api.sent)
    sent = api.sent()[0]
    assert sent["text"] == (
        "Herstelruimte &lt;Emmen&gt; &amp; meer, <b>dinsdag 20:00</b>. "
        'Bron: <a href="https://example.org/?a=1&amp;b=2">de website</a>'
    )
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert sent["reply_markup"]["inline_keyboard"] == [
        [{"text": "Toon Emmen op de kaart", "callback_data": "kaart:emmen"}],
        [{"text": "Lees meer over Emmen", "url": "https://example.org/emmen"}],
    ]


async def test_the_location_key_is_offered_and_taken_away_afterwards(api):
    async with on_air(api, Signpost()):
        await api.write("Waar?")
        await api.until(lambda: len(api.sent()) == 2)
        await api.write("Emmen")
        await api.until(lambda: len(api.sent()) == 3)
        await api.write("nog iets")
        await api.until(lambda: len(api.sent()) == 4)
    key = api.sent()[1]["reply_markup"]
    assert key["keyboard"] == [[{"text": SHARE_LOCATION, "request_location": True}]]
    assert [sent.get("reply_markup") for sent in api.sent()[2:]] == [
        {"remove_keyboard": True},
        None,
    ]


async def test_a_press_is_answered_at_once_even_if_the_answer_fails(api):
    async with on_air(api, Stumbler()):
        await api.press("plaats:emmen")
        await api.until(lambda: api.sent("answerCallbackQuery"))
    assert api.sent("answerCallbackQuery") == [{"callback_query_id": "q1000"}]


@pytest.mark.parametrize("degrees", [float("nan"), 1e400, 91.0, "noord", None])
async def test_a_location_that_is_nowhere_is_passed_over(api, degrees):
    sent = api.message() | {"location": {"latitude": degrees, "longitude": 6.9}}
    with pytest.raises(TypeError):
        read_update({"message": sent}, User(id=1, first_name="x", is_bot=True))


async def test_a_shared_location_is_deleted_after_use(api):
    signpost = Signpost()
    await converse(api, signpost, {"location": {"latitude": 52.78, "longitude": 6.9}})
    expected = Message(matter=Matter.POSITION, lat=52.78, lon=6.9, app_language="nl")
    assert [message for _, message in signpost.heard] == [expected]
    assert api.sent("deleteMessage") == [{"chat_id": 7, "message_id": 1}]


async def test_commands_and_descriptions_are_told_in_dutch_and_english(api):
    async with on_air(api, Signpost()):
        await api.until(lambda: len(api.sent("setMyShortDescription")) == 2)
    commands, english = api.sent("setMyCommands")
    names = ["start", "hulp", "nood", "plaats", "abonnementen"]
    names += ["taal", "privacy", "over", "stop"]
    assert [command["command"] for command in commands["commands"]] == names
    assert (commands.get("language_code"), english["language_code"]) == (None, "en")


async def test_a_profile_that_telegram_refuses_does_not_stop_the_conversation(api):
    api.fail("setMyCommands", Fault(status=429, retry_after=3600))
    assert await converse(api, Signpost(), "hoi") == ["Je schreef: hoi"]


async def test_messages_of_one_chat_are_answered_in_order(api):
    texts = [f"vraag {number}" for number in range(15)]
    assert await converse(api, Signpost(), *texts) == [f"Je schreef: {text}" for text in texts]


async def test_a_chat_that_waits_does_not_hold_up_another(api):
    slow = Held(lambda message, chat: chat == "telegram:7")
    async with on_air(api, slow):
        await api.write("langzaam", chat=7)
        await api.write("snel", chat=8)
        await api.until(lambda: api.texts(8))
        later = await api.write("later", chat=9)
        await api.until(lambda: api.texts(9))
        assert (api.texts(7), api.confirmed <= later) == ([], True)
        slow.let_go.set()
        await api.until(lambda: api.texts(7))


async def test_an_update_whose_handling_was_cut_off_is_handled_by_the_next_run(api):
    started = asyncio.Event()

    class Stuck(Signpost):
        async def answer(self, message, chat):
            started.set()
            await asyncio.Event().wait()

    channel = TelegramChannel(Stuck(), token=TOKEN, api_base_url=api.address, pause=no_pause)
    serving = asyncio.create_task(channel.serve(asyncio.Event()))
    await api.write("niet kwijtraken")
    await started.wait()
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    async with on_air(api, Signpost()):
        await api.until(api.texts)
    assert api.texts() == ["Je schreef: niet kwijtraken"]


async def test_an_update_in_hand_at_kill_9_is_handled_by_the_next_run(api):
    folder = Path(__file__).parent
    code = "import asyncio, sys, test_telegram; asyncio.run(test_telegram.get_stuck(sys.argv[1]))"
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", code, api.address),
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(folder), str(folder.parents[1])))},
        stdout=asyncio.subprocess.PIPE,
    )
    await api.write("niet kwijtraken")
    assert await process.stdout.readline() == b"handling\n"
    process.kill()
    await process.wait()
    async with on_air(api, Signpost()):
        await api.until(api.texts)
    assert api.texts() == ["Je schreef: niet kwijtraken"]


async def get_stuck(address):
    class Stuck(Signpost):
        async def answer(self, message, chat):
            sys.stdout.write("handling\n")
            sys.stdout.flush()
            await asyncio.Event().wait()

    await TelegramChannel(Stuck(), token=TOKEN, api_base_url=address).serve(asyncio.Event())


async def test_what_is_handled_is_confirmed_when_told_to_stop(api):
    async with on_air(api, Signpost()):
        number = await api.write("hoi")
        await api.until(api.texts)
    assert (api.confirmed, api.waiting) == (number + 1, [])


async def test_an_update_that_comes_twice_is_answered_once(api):
    async with on_air(api, Signpost()):
        await api.write("hoi")
        again = api.waiting[0]
        await api.until(lambda: api.confirmed > again["update_id"])
        await api.deliver(again)
        await api.write("dag")
        await api.until(lambda: api.confirmed >= api.next_update)
    assert api.texts() == ["Je schreef: hoi", "Je schreef: dag"]


async def test_a_strange_update_does_not_hold_up_the_rest(api, caplog):
    async with on_air(api, Signpost()):
        await api.update(message={"geheim": "nonsense"})
        await api.update(poll={"id": "1"})
        await api.update(channel_post={"geheim": 1})
        await api.write("hoi")
        await api.until(api.texts)
    assert api.texts() == ["Je schreef: hoi"]
    assert "could not be read" in caplog.text and "geheim" not in caplog.text


async def test_a_bug_is_told_calmly_and_logged_without_anything_personal(api, caplog):
    caplog.set_level(logging.DEBUG)
    texts = await converse(api, Stumbler(), {"text": "geheim struikel", "chat": 31337}, "hoi")
    assert sorted(texts) == sorted([CALM, "Je schreef: hoi"])
    assert "message was not answered: ValueError at" in caplog.text
    found = [word for word in ("geheim", "31337", TOKEN, "test-token") if word in caplog.text]
    assert found == []


async def test_a_flooding_chat_is_slowed_and_told_and_others_are_unharmed(api):
    slow = Held(lambda message, chat: chat == "telegram:7")
    async with on_air(api, slow):
        await api.write("0", chat=7)
        await api.until(lambda: api.polls >= 2)
        for number in range(1, BACKLOG * 3):
            await api.write(str(number), chat=7)
        await api.write("hoi", chat=8)
        await api.until(lambda: api.texts(8))
        slow.let_go.set()
        await api.until(lambda: FLOODED in api.texts(7))
        await api.write("weer rustig", chat=7)
        await api.until(lambda: "Je schreef: weer rustig" in api.texts(7))
    answered = [f"Je schreef: {number}" for number in range(BACKLOG + 1)]
    assert api.texts(7) == [*answered, FLOODED, "Je schreef: weer rustig"]


@pytest.mark.parametrize(
    ("content", "matter", "text"),
    [
        ({"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}}, Matter.VOICE, ""),
        (
            {"video_note": {"file_id": "a", "file_unique_id": "b", "length": 9, "duration": 3}},
            Matter.VOICE,
            "",
        ),
        (
            {
                "photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}],
                "caption": "wat is dit?",
            },
            Matter.PICTURE,
            "wat is dit?",
        ),
        (
            {
                "sticker": {
                    "file_id": "a",
                    "file_unique_id": "b",
                    "type": "regular",
                    "width": 1,
                    "height": 1,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            Matter.STICKER,
            "",
        ),
        ({"document": {"file_id": "a", "file_unique_id": "b"}}, Matter.OTHER, ""),
        ({"contact": {"phone_number": "0", "first_name": "A"}}, Matter.OTHER, ""),
        ({"text": f"/start@{USERNAME} p7811"}, Matter.TEXT, "/start p7811"),
        ({"text": "/developer_info"}, Matter.TEXT, "/developer_info"),
        ({"text": "/start@AnotherBot"}, Matter.TEXT, "/start@AnotherBot"),
        ({"text": "n" * 4096}, Matter.TEXT, "n" * 4096),
    ],
)
async def test_each_sort_of_message_arrives_as_what_it_is(api, content, matter, text):
    signpost = Signpost()
    await converse(api, signpost, content)
    expected = Message(matter=matter, text=text, app_language="nl")
    assert signpost.heard == [("telegram:7", expected)]


async def test_a_notice_of_telegram_itself_is_not_answered(api):
    pinned = {"pinned_message": api.message("oud")}
    assert await converse(api, Signpost(), pinned) == []


async def test_an_edited_text_is_answered_and_a_moving_location_is_not(api):
    signpost = Signpost()
    moving = {"location": {"latitude": 52.0, "longitude": 6.0, "live_period": 900}}
    async with on_air(api, signpost):
        await api.update(edited_message=api.message(edit_date=1, **moving))
        await api.update(edited_message=api.message("beter gezegd", edit_date=1))
        await api.until(api.texts)
    expected = Message(matter=Matter.EDIT, text="beter gezegd", app_language="nl")
    assert [message for _, message in signpost.heard] == [expected]


async def test_a_resident_who_blocks_us_is_forgotten(api):
    signpost = Signpost()
    user = {"id": 123456, "is_bot": True, "first_name": "H"}
    change = {
        "chat": {"id": 7, "type": "private"},
        "from": {"id": 7, "is_bot": False, "first_name": "T"},
        "date": 1764000000,
        "old_chat_member": {"status": "member", "user": user},
        "new_chat_member": {"status": "kicked", "user": user, "until_date": 0},
    }
    async with on_air(api, signpost):
        await api.update(my_chat_member=change)
        await api.until(lambda: api.confirmed >= api.next_update)
    assert signpost.forgotten == ["telegram:7"]


async def test_a_group_hears_one_sentence_an_hour_and_only_when_it_asks(api):
    mention = {"entities": [{"type": "mention", "offset": 0, "length": len(USERNAME) + 1}]}
    signpost = Signpost()
    async with on_air(api, signpost):
        await api.write("zomaar wat", chat=-5)
        await api.write(f"@{USERNAME} waar is een groep?", chat=-5, **mention)
        await api.write("/start", chat=-5)
        await api.write("/start@AnotherBot", chat=-6)
        await api.write("ja?", chat=-8, reply_to_message=api.message("x") | {"from": api_me()})
        await api.press("stray", chat=-5)
        await api.until(lambda: api.confirmed >= api.next_update)
    sentence = f"Stuur mij een privébericht, dan leest de groep niet mee: https://t.me/{USERNAME}"
    assert (api.texts(-5), api.texts(-6), api.texts(-8)) == ([sentence], [], [sentence])
    assert (signpost.heard, len(api.sent("answerCallbackQuery"))) == ([], 1)


def api_me():
    return {"id": 123456, "is_bot": True, "first_name": "Handwijzer"}


async def test_a_limit_is_waited_out_and_the_message_sent_again(api):
    pauses = Pauses()
    api.fail("sendMessage", Fault(status=429, retry_after=7), Fault(status=429, retry_after=2))
    assert await converse(api, Signpost(), "hoi", pause=pauses) == ["Je schreef: hoi"]
    assert pauses.seconds == [7.1, 2.1]


async def test_a_message_that_is_refused_is_sent_again_as_plain_text(api):
    api.fail("sendMessage", Fault(status=400))
    async with on_air(api, Signpost()):
        await api.press("plaats:emmen")
        await api.until(api.sent)
    assert api.sent() == [
        {
            "chat_id": 7,
            "text": "Herstelruimte <Emmen> & meer, dinsdag 20:00. "
            "Bron: de website (https://example.org/?a=1&b=2)\n\n"
            "- Toon Emmen op de kaart\n- Lees meer over Emmen: https://example.org/emmen",
        }
    ]


async def test_a_venue_that_is_refused_is_sent_as_an_address(api):
    api.fail("sendVenue", Fault(status=400))
    async with on_air(api, Signpost()):
        await api.press("kaart:emmen")
        await api.until(lambda: len(api.sent()) == 2)
    assert api.texts() == ["Hier is het.", f"{EMMEN.title}\n{EMMEN.address}"]


async def test_a_message_refused_twice_is_given_up_and_the_next_is_answered(api):
    api.fail("sendMessage", Fault(status=400), Fault(status=400))
    assert await converse(api, Signpost(), "hoi", "dag") == ["Je schreef: dag"]


async def test_a_chat_that_is_closed_to_us_ends_quietly(api, caplog):
    api.fail("sendMessage", Fault(status=403))
    assert await converse(api, Signpost(), "Waar?") == []
    assert caplog.text == ""


@pytest.mark.parametrize("fault", [Fault(status=500), Fault(status=502), Fault(reset=True)])
async def test_an_error_at_the_other_side_is_tried_again(api, fault):
    api.fail("sendMessage", fault, fault)
    assert await converse(api, Signpost(), "hoi") == ["Je schreef: hoi"]


async def test_an_error_that_stays_is_logged_and_does_not_stop_the_chat(api, caplog):
    api.fail("sendMessage", *[Fault(status=500)] * 5)
    assert await converse(api, Signpost(), "hoi", "dag") == ["Je schreef: dag"]
    assert "an answer to message was not delivered: NetworkError at" in caplog.text


@pytest.mark.parametrize(
    "fault",
    [Fault(status=500), Fault(status=429, retry_after=1), Fault(reset=True), Fault(status=409)],
)
async def test_polling_goes_on_after_a_failure(api, fault, caplog):
    api.fail("getUpdates", fault, fault)
    assert await converse(api, Signpost(), "hoi") == ["Je schreef: hoi"]
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] != []


async def test_a_second_poller_is_named_in_the_log(api, caplog):
    api.fail("getUpdates", Fault(status=409))
    await converse(api, Signpost(), "hoi")
    assert "another program listens with this token (409)" in caplog.text


async def test_no_network_at_the_start_is_waited_out():
    pauses = Pauses(enough=8)
    api = BotApi()
    async with api:
        await api.write("hoi")
    async with on_air(api, Signpost(), pause=pauses):
        await pauses.reached.wait()
        async with api:
            await api.until(api.texts)
    assert pauses.seconds[:8] == [1, 2, 4, 8, 16, 30, 30, 30]


async def test_a_network_that_goes_away_and_comes_back_loses_nothing(api):
    slow = Held(lambda message, chat: message.text == "onderweg")
    pauses = Pauses(enough=20)
    async with on_air(api, slow, pause=pauses):
        await api.write("onderweg")
        await api.until(lambda: api.polls >= 2)
        await api.__aexit__()
        slow.let_go.set()
        await pauses.reached.wait()
        await api.__aenter__()
        await api.write("weer terug")
        await api.until(lambda: len(api.texts()) == 2)
    assert api.texts() == ["Je schreef: onderweg", "Je schreef: weer terug"]


@pytest.mark.parametrize("token", ["123456:wrong", "wrong", ""])
async def test_a_wrong_token_is_told_and_ends_it_without_showing_it(api, token, caplog):
    with pytest.raises(ChannelError, match="Telegram kent dit token niet") as told:
        channel = TelegramChannel(Signpost(), token=token, api_base_url=api.address)
        await channel.serve(asyncio.Event())
    assert token == "" or token not in str(told.value) + caplog.text


async def test_a_token_that_is_revoked_ends_it_but_one_hiccup_does_not(api):
    api.fail("getUpdates", Fault(status=401))
    channel = TelegramChannel(Signpost(), token=TOKEN, api_base_url=api.address, pause=no_pause)
    serving = asyncio.create_task(channel.serve(asyncio.Event()))
    await api.write("hoi")
    await api.until(api.texts)
    api.fail("getUpdates", *[Fault(status=401)] * 4)
    await api.write("dag")
    with pytest.raises(ChannelError):
        await serving


async def test_how_long_telegram_was_silent_can_be_asked(api):
    async with on_air(api, Signpost()) as channel:
        assert channel.silent_for is None
        await api.write("hoi")
        await api.until(api.texts)
        assert 0 <= channel.silent_for < 10


async def test_a_poll_that_hangs_ends_the_serving_with_a_clear_line(api, caplog):
    api.fail("getUpdates", Fault(silent=True))
    channel = TelegramChannel(Signpost(), token=TOKEN, api_base_url=api.address)
    channel.patience = 0.1
    with pytest.raises(ChannelError, match="opnieuw gestart"):
        await channel.serve(asyncio.Event())
    assert "polling hangs" in caplog.text


async def test_a_long_pause_that_telegram_asks_for_is_no_hanging_poll(api):
    resting = asyncio.Event()

    async def rest(seconds):
        resting.set()
        await asyncio.Event().wait()

    poller = Poller(fetch=limited, accept=lambda update, ended: None, pause=rest)
    polling = asyncio.create_task(poller.run())
    await resting.wait()
    assert poller.stuck_for == 0.0
    polling.cancel()


async def limited(offset, seconds):
    raise RetryAfter(3600)
