"""A message for later, and a second pair of eyes on one that goes to many."""

from datetime import timedelta

import pytest
from counter import Counter, DeskChat

from bot.core.desk.words import (
    CORRECTED_BEFORE,
    NO_SECOND,
    OWN_MESSAGE,
    REFUSED,
    SECOND_NO,
    SECOND_NO_CORRECTION,
    SECOND_PAST,
    SECONDED_CORRECTION,
    TOO_LATE,
    WITHDRAWN,
)
from bot.core.following.interest import Interest, Sort
from bot.core.reply import Reply
from bot.core.roles import Reach, Role, Scope
from bot.store.bubbles import read_bubbles
from bot.store.follows import follow
from bot.store.outbox import standing

IN_EMMEN = Scope(reach=Reach.REGION, subject="Emmen")
OFF = "AA emmen vrijdag 4 december gaat niet door, de zaal is bezet"


@pytest.fixture
async def coordinator(counter: Counter) -> DeskChat:
    """A coordinator whose message reaches three people, where two are many."""
    await counter.let_follow(3)
    return await counter.hire("telegram:11", Role.COORDINATOR, IN_EMMEN)


async def told(counter: Counter, chat: str) -> list[Reply]:
    """What is on its way to a chat, the oldest first."""
    rows = await counter.database.fetch(
        "SELECT person.chat, announcement.body FROM delivery"
        " JOIN announcement ON announcement.id = delivery.announcement"
        " JOIN person ON person.id = delivery.person ORDER BY announcement.made_at"
    )
    return [
        Reply(bubbles=(read_bubbles(str(row["body"]))["nl"],))
        for row in rows
        if counter.vault.open(str(row["chat"]), "chat") == chat
    ]


async def state_of_message(counter: Counter) -> str:
    (row,) = await counter.database.fetch("SELECT id FROM change")
    message = await standing(counter.database, str(row["id"]))
    assert message is not None
    return message.state


async def test_a_message_for_later_waits_and_the_answer_is_right_at_once(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    await coordinator.press("Later versturen")
    said = await coordinator.say("overmorgen om half tien")
    assert "Het bericht gaat weg op vrijdag 27 november, 09:30 uur." in said
    assert "donderdag" not in await coordinator.press("Versturen")
    assert await state_of_message(counter) == "planned"
    assert await told(counter, "telegram:0") == []
    answer = await counter.chat("web:9").say("AA in Emmen 4 december")
    assert "vervalt" in answer


async def test_a_message_cannot_go_out_when_it_is_over(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    await coordinator.press("Later versturen")
    assert TOO_LATE in await coordinator.say("zaterdag 5 december om 9 uur")


async def test_one_that_waits_is_taken_back(counter: Counter, coordinator: DeskChat) -> None:
    await coordinator.say(OFF)
    await coordinator.press("Later versturen")
    await coordinator.press("09:00")
    await coordinator.press("Versturen")
    await coordinator.press("Intrekken")
    await coordinator.press("Ja, intrekken")
    assert await state_of_message(counter) == "withdrawn"


async def many(counter: Counter) -> None:
    desk = counter.assistant._desk
    assert desk is not None
    desk.second_from = 2


async def test_many_are_told_after_a_colleagues_yes_only(
    counter: Counter, coordinator: DeskChat
) -> None:
    await many(counter)
    colleague = await counter.hire("telegram:12", Role.COORDINATOR, IN_EMMEN)
    assert "moet een tweede coördinator eerst meekijken" in await coordinator.say(OFF)
    await coordinator.press("Versturen")
    assert await told(counter, "telegram:0") == []
    (colleague.last,) = await told(counter, colleague.name)
    coordinator.last = colleague.last
    assert await coordinator.press("Ja, versturen") == OWN_MESSAGE
    assert "gaat naar 3 mensen" in await colleague.press("Ja, versturen")
    assert len(await told(counter, "telegram:0")) == 1


async def test_the_first_answer_counts(counter: Counter, coordinator: DeskChat) -> None:
    await many(counter)
    colleague = await counter.hire("telegram:12", Role.COORDINATOR, IN_EMMEN)
    await coordinator.say(OFF)
    await coordinator.press("Versturen")
    (question,) = await told(counter, colleague.name)
    colleague.last = question
    assert await colleague.press("Nee, niet versturen") == SECOND_NO
    colleague.last = question
    assert await colleague.press("Ja, versturen") == SECOND_PAST
    assert await told(counter, "telegram:0") == []
    assert [reply.bubbles[0].text for reply in await told(counter, coordinator.name)] == [REFUSED]
    assert await state_of_message(counter) == "withdrawn"


async def test_nobody_to_look_along_sends_nothing(counter: Counter, coordinator: DeskChat) -> None:
    await many(counter)
    assert NO_SECOND.format(count=3) in await coordinator.say(OFF)
    assert await counter.database.fetch("SELECT id FROM change") == []


async def corrected(counter: Counter, coordinator: DeskChat) -> tuple[DeskChat, str]:
    """The colleague who is asked about a correction of what went to three, and what was said."""
    colleague = await counter.hire("telegram:12", Role.COORDINATOR, IN_EMMEN)
    await coordinator.say(OFF)
    await coordinator.press("Versturen")
    await many(counter)
    await coordinator.press("Verbeteren")
    await coordinator.press("De reden")
    assert "moet een tweede coördinator eerst meekijken" in await coordinator.say("het dak lekt")
    said = await coordinator.press("Versturen")
    (colleague.last,) = await told(counter, colleague.name)
    asked = colleague.last.bubbles[0].text
    assert asked.startswith("Een collega wil een bericht verbeteren dat 3 mensen hebben.")
    return colleague, said


async def bodies(counter: Counter) -> list[str]:
    """What is on its way to one who follows it."""
    return [reply.bubbles[0].text for reply in await told(counter, "telegram:0")]


async def test_many_read_a_correction_after_a_colleagues_yes_only(
    counter: Counter, coordinator: DeskChat
) -> None:
    colleague, said = await corrected(counter, coordinator)
    assert "De 3 mensen van het eerdere bericht zien de nieuwe tekst zodra" in said
    assert ["de zaal is bezet" in one for one in await bodies(counter)] == [True]
    assert "het dak lekt" in await counter.chat("web:9").say("AA in Emmen 4 december")
    question = colleague.last
    assert "gaat naar 3 mensen" in await colleague.press("Ja, versturen")
    assert ["het dak lekt" in one for one in await bodies(counter)] == [True]
    colleague.last = question
    assert await colleague.press("Ja, versturen") == SECOND_PAST
    heard = [reply.bubbles[0].text for reply in await told(counter, coordinator.name)]
    assert heard == [SECONDED_CORRECTION.format(count=3)]


async def test_a_correction_reaches_those_who_have_the_message(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    await coordinator.press("Versturen")
    interest = Interest(sort=Sort.ACTIVITY, activity="aa-emmen/groepsavond")
    async with counter.database.transaction() as inside:
        await follow(inside, counter.vault, "telegram:99", interest, "nl")
    await coordinator.press("Verbeteren")
    await coordinator.press("De reden")
    assert "Dit gaat naar 3 mensen." in await coordinator.say("het dak lekt")


async def test_after_a_no_to_a_correction_the_message_before_it_counts_again(
    counter: Counter, coordinator: DeskChat
) -> None:
    colleague, _ = await corrected(counter, coordinator)
    assert await colleague.press("Nee, niet versturen") == SECOND_NO_CORRECTION
    assert ["de zaal is bezet" in one for one in await bodies(counter)] == [True]
    assert "de zaal is bezet" in await counter.chat("web:9").say("AA in Emmen 4 december")
    (coordinator.last,) = await told(counter, coordinator.name)
    await coordinator.press("Intrekken")
    await coordinator.press("Ja, intrekken")
    assert ["ingetrokken" in one for one in await bodies(counter)] == [True]


async def test_a_correction_that_waits_is_corrected_and_the_first_question_is_past(
    counter: Counter, coordinator: DeskChat
) -> None:
    colleague, _ = await corrected(counter, coordinator)
    counter.instant += timedelta(minutes=1)
    await coordinator.press("Verbeteren")
    await coordinator.press("De reden")
    await coordinator.say("er is een optreden")
    await coordinator.press("Versturen")
    first, second = await told(counter, colleague.name)
    colleague.last = first
    assert await colleague.press("Ja, versturen") == SECOND_PAST
    colleague.last = second
    await colleague.press("Nee, niet versturen")
    assert "de zaal is bezet" in await counter.chat("web:9").say("AA in Emmen 4 december")


async def test_what_has_a_correction_that_waits_can_be_taken_back_at_once(
    counter: Counter, coordinator: DeskChat
) -> None:
    colleague, _ = await corrected(counter, coordinator)
    await coordinator.press("Intrekken")
    await coordinator.press("Ja, intrekken")
    assert ["ingetrokken" in one for one in await bodies(counter)] == [True]
    assert await colleague.press("Ja, versturen") == SECOND_PAST


async def test_the_button_of_an_earlier_message_takes_back_what_came_in_its_place(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    await coordinator.press("Versturen")
    earlier = coordinator.last
    await coordinator.press("Verbeteren")
    await coordinator.press("De reden")
    await coordinator.say("het dak lekt")
    await coordinator.press("Versturen")
    coordinator.last = earlier
    await coordinator.press("Intrekken")
    assert await coordinator.press("Ja, intrekken") == WITHDRAWN
    assert ["ingetrokken" in one for one in await bodies(counter)] == [True]


async def test_whoever_coordinates_elsewhere_cannot_say_yes(
    counter: Counter, coordinator: DeskChat
) -> None:
    await many(counter)
    colleague = await counter.hire("telegram:12", Role.COORDINATOR, IN_EMMEN)
    elsewhere = await counter.hire(
        "telegram:13", Role.COORDINATOR, Scope(reach=Reach.REGION, subject="Assen")
    )
    await coordinator.say(OFF)
    await coordinator.press("Versturen")
    assert await told(counter, elsewhere.name) == []
    (elsewhere.last,) = await told(counter, colleague.name)
    await elsewhere.press("Ja, versturen")
    assert await state_of_message(counter) == "held"


async def test_a_held_message_for_later_keeps_its_moment(
    counter: Counter, coordinator: DeskChat
) -> None:
    await many(counter)
    colleague = await counter.hire("telegram:12", Role.COORDINATOR, IN_EMMEN)
    await coordinator.say(OFF)
    await coordinator.press("Later versturen")
    await coordinator.press("vrijdag 27 november, 09:00")
    await coordinator.press("Versturen")
    (colleague.last,) = await told(counter, colleague.name)
    counter.now += timedelta(hours=2)
    await colleague.press("Ja, versturen")
    rows = await counter.database.fetch(
        "SELECT DISTINCT delivery.due_at FROM delivery"
        " JOIN announcement ON announcement.id = delivery.announcement"
        " WHERE announcement.changes <> ''"
    )
    assert [str(row["due_at"])[:16] for row in rows] == ["2026-11-27T08:00"]


async def test_a_message_made_at_night_says_when_it_goes(
    counter: Counter, coordinator: DeskChat
) -> None:
    counter.now += timedelta(hours=9)
    await coordinator.say(OFF)
    said = await coordinator.press("Versturen")
    assert "Het bericht gaat weg op donderdag 26 november, 08:00 uur." in said


async def test_two_who_correct_the_same_message_send_no_second_one(
    counter: Counter, coordinator: DeskChat
) -> None:
    colleague = await counter.hire("telegram:12", Role.COORDINATOR, IN_EMMEN)
    await coordinator.say(OFF)
    await coordinator.press("Versturen")
    colleague.last = coordinator.last
    for one, reason in ((coordinator, "er is een optreden"), (colleague, "het dak lekt")):
        await one.press("Verbeteren")
        await one.press("De reden")
        await one.say(reason)
    assert "Verbeterd." in await coordinator.press("Versturen")
    assert await colleague.press("Versturen") == CORRECTED_BEFORE
    assert len(await told(counter, "telegram:0")) == 1
