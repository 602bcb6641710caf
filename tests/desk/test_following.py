"""What residents follow: kept after a yes only, shown, and ended."""

from pathlib import Path

import pytest
from counter import Counter

from bot.core.deeds import Follow, StopSending, Unfollow
from bot.core.following.announcement import Announcement, Purpose
from bot.core.following.interest import Interest, Sort, around
from bot.core.happenings import NotAllowed, SendingStopped, Unfollowed
from bot.core.message import Matter, Message, Place
from bot.core.model import Theme
from bot.core.reply import Bubble
from bot.core.talk.following import interest_code, read_interest
from bot.store.follows import MOST_FOLLOWED, Interests, followed_by
from bot.store.outbox import announce
from bot.store.people import enter_person, find_person

ANS = "telegram:1"
WEEKENDTREF = "houd me op de hoogte van de Weekendtref in Amersfoort"


async def followed(counter: Counter) -> tuple[Interest, ...]:
    return await followed_by(counter.database, counter.vault, ANS)


async def test_nothing_is_kept_before_the_yes_or_after_a_no(counter: Counter) -> None:
    chat = counter.chat(ANS)
    await chat.say(WEEKENDTREF)
    asked = await chat.press("Weekendtref")
    assert "versleuteld" in asked
    assert "/stop" in asked
    assert "bewaar niets" in await chat.press("Nee")
    assert await find_person(counter.database, counter.vault, ANS) is None


async def test_after_the_yes_it_is_followed_and_shown(counter: Counter) -> None:
    chat = counter.chat(ANS)
    await chat.say(WEEKENDTREF)
    await chat.press("Weekendtref")
    assert "Weekendtref" in await chat.press("Ja")
    (interest,) = await followed(counter)
    assert (interest.sort, "weekendtref" in interest.activity) == (Sort.ACTIVITY, True)
    assert "Weekendtref" in await chat.say("/abonnementen")


async def test_ending_the_last_one_erases_the_chat_too(counter: Counter) -> None:
    chat = counter.chat(ANS)
    await chat.say("houd me op de hoogte van alles rond Assen")
    await chat.press("Elke maandag")
    await chat.press("Ja")
    await chat.say("/abonnementen")
    assert "Gestopt: elke maandag" in await chat.press("Stop")
    assert await find_person(counter.database, counter.vault, ANS) is None


async def test_stop_erases_all_and_says_how_much(counter: Counter) -> None:
    chat = counter.chat(ANS)
    for which in ("Elke maandag", "Alles rond"):
        await chat.say("houd me op de hoogte van alles rond Assen")
        await chat.press(which)
        await chat.press("Ja")
    assert "alles wat je volgde (2)" in await chat.say("/stop")
    assert await find_person(counter.database, counter.vault, ANS) is None
    assert await counter.database.fetch("SELECT hash FROM interest") == []
    assert "Meer had ik niet" in await chat.say("/stop")


def all_bytes(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


async def test_after_stop_nothing_is_left_in_the_files_either(
    counter: Counter, tmp_path: Path
) -> None:
    chat = counter.chat(ANS)
    await chat.say(WEEKENDTREF)
    await chat.press("Weekendtref")
    await chat.press("Ja")
    (row,) = await counter.database.fetch("SELECT chat FROM person")
    await chat.say("/stop")
    assert str(row["chat"]).encode() not in all_bytes(tmp_path)


async def test_in_plain_words_it_is_erased_too(counter: Counter) -> None:
    chat = counter.chat(ANS)
    await chat.say(WEEKENDTREF)
    await chat.press("Weekendtref")
    await chat.press("Ja")
    assert "alles wat je volgde (1)" in await chat.say("wis alles wat je van mij weet")
    assert await followed(counter) == ()


async def test_where_nobody_can_be_written_to_nothing_is_kept(counter: Counter) -> None:
    chat = counter.chat("web:1")
    for said in (WEEKENDTREF, "herinner me eraan"):
        assert "alleen in Telegram" in await chat.say(said)
    await chat.say("wat is er in Amersfoort?")
    assert "Houd me op de hoogte" not in await chat.press("Weekendtref")
    yes = Message(matter=Matter.BUTTON, choice="1:y:p52.779,6.907,10")
    assert "alleen in Telegram" in await chat.send(yes)
    assert await find_person(counter.database, counter.vault, "web:1") is None


async def test_nobody_follows_without_end(counter: Counter) -> None:
    desk = counter.assistant._desk
    assert desk is not None
    many = [Interest(sort=Sort.ACTIVITY, activity=str(one)) for one in range(MOST_FOLLOWED)]
    await desk.perform(tuple(Follow(interest=one, language="nl") for one in many), ANS)
    chat = counter.chat(ANS)
    await chat.say(WEEKENDTREF)
    await chat.press("Weekendtref")
    assert f"al {MOST_FOLLOWED} dingen" in await chat.press("Ja")


async def test_what_is_no_more_can_still_be_ended(counter: Counter) -> None:
    gone = Interest(sort=Sort.ACTIVITY, activity="opgeheven")
    desk = counter.assistant._desk
    assert desk is not None
    await desk.perform((Follow(interest=gone, language="nl"),), ANS)
    ended = await desk.perform((Unfollow(code=interest_code(gone)),), ANS)
    assert ended == (Unfollowed(interest=gone, left=0),)


async def test_only_whoever_sent_a_message_stops_it(counter: Counter) -> None:
    desk = counter.assistant._desk
    assert desk is not None
    wanted = Interest(sort=Sort.ACTIVITY, activity="a")
    await desk.perform((Follow(interest=wanted, language="nl"),), ANS)
    async with counter.database.transaction() as inside:
        sender = await enter_person(inside, counter.vault, "telegram:9")
        message = Announcement(
            id="m1",
            purpose=Purpose.CHANGE,
            bubbles={"nl": Bubble(pieces=("Hoi",))},
            due=counter.instant,
        )
        keys = await Interests(counter.vault).meeting(inside, lambda one: one == wanted)
        assert await announce(inside, message, keys, sender, counter.instant) == 1
    stopping = (StopSending(announcement="m1"),)
    assert await desk.perform(stopping, ANS) == (NotAllowed(),)
    assert await desk.perform(stopping, "telegram:9") == (SendingStopped(sent=0, spared=1),)


@pytest.mark.parametrize(
    "interest",
    [
        around(Sort.WEEKLY, Place(name="Assen", lat=52.9928, lon=6.5642)),
        around(Sort.PLACE, Place(name="Emmen", lat=52.7792, lon=6.9069)),
        around(Sort.THEME, Place(name="Emmen", lat=52.7792, lon=6.9069), 25, Theme.ALCOHOL),
    ],
)
def test_a_button_says_the_same_when_it_is_pressed(counter: Counter, interest: Interest) -> None:
    known, programme = counter.snapshot.knowledge, counter.snapshot.programme
    assert known is not None
    assert programme is not None
    read = read_interest(interest_code(interest), known, programme)
    assert read is not None
    assert (read.sort, read.place, read.theme) == (interest.sort, interest.place, interest.theme)
    assert read_interest(interest_code(read), known, programme) == read
    for old in ("", "a0000", "p1,2", "x52,6,10", "t52.78,6.91,25", "p52.78,6.91,10,alcohol"):
        assert read_interest(old, known, programme) is None


async def test_how_far_is_chosen_with_the_yes(counter: Counter) -> None:
    chat = counter.chat(ANS)
    await chat.say("houd me op de hoogte van alcohol in Emmen")
    assert "Kies tot hoe ver" in await chat.press("Alcohol rond Emmen")
    assert "tot 50 kilometer" in await chat.press("Ja, tot 50")
    (interest,) = await followed(counter)
    kept = (interest.sort, interest.theme, interest.place, interest.within)
    assert kept == (Sort.THEME, Theme.ALCOHOL, "Emmen", 50)
