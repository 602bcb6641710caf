"""What a resident found not to be right reaches the coordinator there, without who it was."""

import pytest
from counter import Counter, DeskChat

from bot.core.reply import Reply
from bot.core.roles import Reach, Role, Scope
from bot.store.bubbles import read_bubbles

AA = Scope(reach=Reach.ORGANISATION, subject="aa-emmen")
WORDS = "er was niemand bij de AA in Emmen, de deur was dicht"


@pytest.fixture
async def coordinator(counter: Counter) -> DeskChat:
    """The coordinator of the evening in Emmen."""
    await counter.hire("telegram:2", Role.ADMINISTRATOR)
    return await counter.hire("telegram:1", Role.COORDINATOR, AA)


async def told(counter: Counter) -> list[tuple[str, str]]:
    """Whose chat hears what, so far."""
    rows = await counter.database.fetch(
        "SELECT person.chat, announcement.body FROM delivery"
        " JOIN announcement ON announcement.id = delivery.announcement"
        " JOIN person ON person.id = delivery.person"
    )
    return [
        (counter.vault.open(str(row["chat"]), "chat"), read_bubbles(str(row["body"]))["nl"].text)
        for row in rows
    ]


async def test_it_is_asked_first_and_told_after_a_yes(
    counter: Counter, coordinator: DeskChat
) -> None:
    resident = counter.chat("web:9")
    assert "Zal ik het doorgeven aan de mensen van" in await resident.say(WORDS)
    assert await told(counter) == []
    assert "Ze weten niet wie je bent." in await resident.press("Er was niemand")
    ((chat, words),) = await told(counter)
    assert chat == coordinator.name
    assert "Iemand gaf door over Wekelijkse AA-avond, AA Emmen: Er was niemand" in words


async def test_neither_who_it_was_nor_their_words_are_kept(
    counter: Counter, coordinator: DeskChat
) -> None:
    resident = counter.chat("web:9")
    await resident.say(f"{WORDS} en ik schaamde me zo")
    await resident.press("Er was niemand")
    everything = [
        str(await counter.database.fetch(f"SELECT * FROM {table}"))
        for table in ("announcement", "delivery", "audit", "person", "draft")
    ]
    assert not any("schaamde" in held or "web:9" in held for held in everything)
    assert len(await counter.database.fetch("SELECT id FROM person")) == 2


async def test_a_no_tells_nothing(counter: Counter, coordinator: DeskChat) -> None:
    resident = counter.chat("web:9")
    await resident.say(WORDS)
    assert await resident.press("Niet doorgeven") == "Goed. Ik geef niets door."
    assert await told(counter) == []


async def test_the_same_thing_on_one_day_is_told_once(
    counter: Counter, coordinator: DeskChat
) -> None:
    for name in ("web:8", "web:9"):
        resident = counter.chat(name)
        await resident.say(WORDS)
        await resident.press("Er was niemand")
    assert len(await told(counter)) == 1


async def test_where_there_is_no_coordinator_the_administrator_hears_it(counter: Counter) -> None:
    boss = await counter.hire("telegram:2", Role.ADMINISTRATOR)
    resident = counter.chat("web:9")
    await resident.say(WORDS)
    await resident.press("Er was niemand")
    assert [chat for chat, _ in await told(counter)] == [boss.name]


async def test_where_nobody_hears_it_nothing_is_promised(counter: Counter) -> None:
    assert "Zal ik het doorgeven" not in await counter.chat("web:9").say(WORDS)


async def test_it_is_asked_which_place_where_that_was_not_said(
    counter: Counter, coordinator: DeskChat
) -> None:
    resident = counter.chat("web:9")
    assert "Typ dan de naam van de plek" in await resident.say("ik stond voor een dichte deur")
    await resident.say("AA in Emmen")
    await resident.press("Er was niemand")
    assert len(await told(counter)) == 1


async def test_the_coordinator_answers_with_a_change(
    counter: Counter, coordinator: DeskChat
) -> None:
    resident = counter.chat("web:9")
    await resident.say(WORDS)
    await resident.press("Er was niemand")
    (row,) = await counter.database.fetch("SELECT body FROM announcement")
    coordinator.last = Reply(bubbles=(read_bubbles(str(row["body"]))["nl"],))
    assert "Om welke dag gaat het?" in await coordinator.press("Een wijziging doorgeven")
    await coordinator.press("vrijdag 27 november")
    assert "Gaat niet door." in await coordinator.press("Gaat niet door")


async def test_one_chat_cannot_flood_the_coordinators(
    counter: Counter, coordinator: DeskChat
) -> None:
    resident = counter.chat("web:9")
    await resident.say(WORDS)
    question = resident.last
    for label in ("Er was niemand", "De dag", "De plek", "Het bestaat niet", "iets anders"):
        resident.last = question
        await resident.press(label)
    resident.last = question
    assert "Morgen kan het weer." in await resident.press("Er was niemand")
    assert len(await told(counter)) == 5
