"""Whoever sent a message for many sees how it goes, in one message."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from bot_api import Fault
from followers import VAULT, saying
from post_office import DROP_IN, PostOffice, now, post_office

from bot.core.desk.progress_text import progress_bubble
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.progress import Progress
from bot.courier.reporter import Reporter
from bot.store.follows import Interests
from bot.store.outbox import announce, stop
from bot.store.people import enter_person

SENDER = 99


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with post_office(tmp_path) as opened:
        yield opened


async def send_out(office: PostOffice) -> None:
    """Announces something in the name of a coordinator, who hears of it at once."""
    message = Announcement(
        id="a1", purpose=Purpose.CHANGE, bubbles=saying("Het gaat niet door."), due=now()
    )
    async with office.database.transaction() as inside:
        sender = await enter_person(inside, VAULT, f"telegram:{SENDER}")
        keys = await Interests(VAULT).meeting(inside, lambda one: one == DROP_IN)
        await announce(inside, message, keys, sender, now() - timedelta(seconds=2))


@asynccontextmanager
async def reporting(office: PostOffice) -> AsyncIterator[None]:
    working = asyncio.create_task(Reporter(office.database, VAULT, office.post, now).run())
    try:
        yield
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)


async def test_it_tells_how_far_it_is_with_a_button_to_stop(office: PostOffice) -> None:
    await office.let_follow(1, 2)
    await send_out(office)
    async with reporting(office):
        await office.api.until(lambda: office.api.sent(chat=SENDER))
    (told,) = office.api.sent(chat=SENDER)
    assert told["text"].startswith("Bezig met versturen: 0 van de 2 mensen.")
    (button,) = told["reply_markup"]["inline_keyboard"][0]
    assert button["callback_data"] == "1:s:a1"


async def test_a_stop_is_told_in_the_same_message(office: PostOffice) -> None:
    await office.let_follow(1, 2)
    await send_out(office)
    async with reporting(office):
        await office.api.until(lambda: office.api.sent(chat=SENDER))
        async with office.database.transaction() as inside:
            await stop(inside, "a1", now())
        await office.api.until(lambda: office.api.sent("editMessageText"))
    (told,) = office.api.sent("editMessageText")
    assert told["text"] == "Gestopt. Niemand heeft het bericht. " + (
        "Naar 2 mensen ging het niet meer."
    )
    assert "reply_markup" not in told


async def test_a_message_that_is_done_is_told_of_once(office: PostOffice) -> None:
    await office.let_follow(1)
    await send_out(office)
    async with office.open():
        await office.until(Progress(sent=1))
    async with reporting(office):
        await office.api.until(lambda: office.api.sent(chat=SENDER))
    assert office.api.texts(SENDER) == ["Klaar. Het bericht is bij 1 mens."]
    waiting = "SELECT id FROM announcement WHERE report_at IS NOT NULL"
    assert await office.database.fetch(waiting) == []


async def test_where_the_first_message_is_gone_a_new_one_comes(office: PostOffice) -> None:
    await office.let_follow(1, 2)
    await send_out(office)
    gone = Fault(status=400, says="Bad Request: message to edit not found")
    office.api.fail("editMessageText", gone)
    async with reporting(office):
        await office.api.until(lambda: office.api.sent(chat=SENDER))
        async with office.database.transaction() as inside:
            await stop(inside, "a1", now())
        await office.api.until(lambda: len(office.api.sent(chat=SENDER)) == 2)
    assert office.api.texts(SENDER)[1].startswith("Gestopt.")


@pytest.mark.parametrize(
    ("progress", "state", "words"),
    [
        (Progress(sent=100, due=3000), "going", "Nog 3000. Dat duurt ongeveer 2 minuten."),
        (Progress(sent=1, due=700), "going", "Dat duurt ongeveer een minuut."),
        (Progress(sent=9, due=1, unreachable=2), "going", "Niet bereikbaar: 2."),
        (Progress(sent=9, refused=1), "going", "Telegram weigerde het bij 1 mens."),
        (Progress(sent=9, expired=2), "going", "Voor 2 mensen was het te laat."),
        (Progress(sent=300), "going", "Klaar. Het bericht is bij 300 mensen."),
        (Progress(sent=9, expired=1), "going", "Het bericht is bij 9 van de 10 mensen."),
        (Progress(due=1), "going", "Bezig met versturen, naar 1 mens."),
        (Progress(sent=3, due=6), "withdrawn", "Bezig met intrekken: 3 van de 9 mensen."),
        (Progress(sent=3, due=6, stopped=9), "stopped", "Bezig met verbeteren: 3 van de 9"),
        (Progress(sent=9), "withdrawn", "Er staat nu bij dat het niet meer geldt."),
    ],
)
def test_the_words_say_what_counts(progress: Progress, state: str, words: str) -> None:
    assert words in progress_bubble(progress, "a1", state=state, until=None).text


def test_at_night_it_says_until_when_it_waits() -> None:
    morning = datetime(2026, 11, 25, 8, 0)
    told = progress_bubble(Progress(due=12), "a1", state="going", until=morning).text
    assert told.startswith("Het bericht gaat om 08:00 uur naar 12 mensen.")
