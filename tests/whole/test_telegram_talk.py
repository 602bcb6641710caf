"""Telegram on the wire with the real assistant and the shipped knowledge."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from bot_api import TOKEN, no_pause
from icalendar import Calendar

from bot.channels.telegram import TelegramChannel


@asynccontextmanager
async def on_air(api, chat):
    channel = TelegramChannel(
        chat.assistant, token=TOKEN, api_base_url=api.address, pause=no_pause
    )
    stop = asyncio.Event()
    serving = asyncio.create_task(channel.serve(stop))
    try:
        yield
    finally:
        stop.set()
        async with asyncio.timeout(15):
            await serving


async def hear(api, act):
    """What is sent in answer to one act, until it has been handled to the end."""
    before = len(api.sent())
    await act
    await api.until(lambda: api.confirmed >= api.next_update)
    return api.sent()[before:]


def choice(sent, words):
    """The payload of the first button whose label holds these words."""
    rows = [
        row
        for message in sent
        for row in message.get("reply_markup", {}).get("inline_keyboard", [])
    ]
    return next(b["callback_data"] for row in rows for b in row if words in b["text"])


async def test_a_conversation_goes_from_start_to_the_venue_of_a_chosen_place(api, chat):
    async with on_air(api, chat):
        greeted = await hear(api, api.write("/start"))
        found = await hear(api, api.write("is er een inloop in Assen?"))
        shown = await hear(api, api.press(choice(found, "Leger des Heils")))
        await hear(api, api.press(choice(shown, "Adres en kaart")))
    assert [words in greeted[0]["text"] for words in ("computer", "112", "113")] == [True] * 3
    assert "Dit weet ik niet" in shown[0]["text"]
    venue = api.sent("sendVenue")[0]
    assert (venue["chat_id"], venue["address"]) == (7, "Brink, Assen")
    assert (round(venue["latitude"], 1), round(venue["longitude"], 1)) == (53.0, 6.6)
    assert len(api.sent("answerCallbackQuery")) == 2


async def test_the_dates_of_a_group_are_sent_as_a_calendar_file(api, chat):
    async with on_air(api, chat):
        shown = await hear(api, api.write("AA in Emmen"))
        told = await hear(api, api.press(choice(shown, "Zet in agenda")))
        await api.until(lambda: api.sent("sendDocument"))
    assert "vrijdag 27 november" in told[0]["text"]
    file = api.sent("sendDocument")[0]["document"]
    assert (file.name, file.kind) == ("wekelijkse-aa-avond.ics", "text/calendar")
    calendar = Calendar.from_ical(file.content)
    assert [event["SUMMARY"] for event in calendar.events] == ["Wekelijkse AA-avond"]


async def test_a_place_is_asked_for_with_a_location_key_and_the_shared_one_is_deleted(api, chat):
    async with on_air(api, chat):
        asked = await hear(api, api.write("/plaats"))
        position = {"latitude": 52.7790, "longitude": 6.9069}
        found = await hear(api, api.write(location=position))
    assert asked[-1]["reply_markup"]["keyboard"][0][0]["request_location"] is True
    assert "Ik zoek rond Emmen" in found[0]["text"]
    assert "AA Emmen" in found[1]["text"]
    assert len(api.sent("deleteMessage")) == 1


PICTURE = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
VOICE = {"file_id": "f", "file_unique_id": "u", "duration": 1}
STICKER = {
    "file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1,
    "is_animated": False, "is_video": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"voice": VOICE}, "Ik kan niet luisteren"),
        ({"sticker": STICKER}, "Stickers begrijp ik niet"),
        ({"photo": PICTURE}, "Ik kan geen foto"),
        ({"photo": PICTURE, "caption": "is er een inloop in Assen?"}, "Leger des Heils"),
        ({"text": "x" * 4096}, "dat begrijp ik niet"),
        ({"text": "\u202e\u0000 <b>&amp;"}, "112"),
        ({"text": "/start@HandwijzerTestBot"}, "Ik ben een computer"),
        ({"text": "ik wil dood"}, "0800-0113"),
    ],
    ids=["voice", "sticker", "photo", "caption", "long", "odd", "addressed", "crisis"],
)
async def test_whatever_is_sent_is_met_with_a_clear_sentence(api, chat, content, words):
    async with on_air(api, chat):
        sent = await hear(api, api.write(**content))
    assert words in sent[0]["text"] or words in sent[-1]["text"]


async def test_an_edited_question_is_answered_as_it_now_stands(api, chat):
    edited = api.message("is er een inloop in Assen?") | {"edit_date": 1764000001}
    async with on_air(api, chat):
        sent = await hear(api, api.update(edited_message=edited))
    assert "Leger des Heils" in sent[0]["text"]


async def test_in_a_group_it_says_one_sentence_with_a_link(api, chat):
    async with on_air(api, chat):
        sent = await hear(api, api.write("/start@HandwijzerTestBot", chat=-5))
    assert len(sent) == 1
    assert "t.me/HandwijzerTestBot" in str(sent[0])


async def test_every_command_of_the_menu_is_answered(api, chat):
    async with on_air(api, chat):
        await api.until(lambda: api.sent("setMyCommands"))
        commands = [c["command"] for c in api.sent("setMyCommands")[0]["commands"]]
        answers = [await hear(api, api.write(f"/{command}")) for command in commands]
    silent = [c for c, sent in zip(commands, answers, strict=True) if not sent]
    assert (commands[0], silent) == ("start", [])
