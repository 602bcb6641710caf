"""A coordinator tells of a change: asked back, shown first, sent once, told to everyone."""

from datetime import timedelta
from sqlite3 import IntegrityError

import pytest
from counter import Counter, DeskChat

from bot.core.desk.drafts.questions import AGAIN_FROM
from bot.core.desk.words import DISCARDED, OUT_OF_REACH, PAST_PRESS, SENT_BEFORE, SENT_NOT
from bot.core.following.interest import Interest, Sort
from bot.core.message import Matter, Message
from bot.core.roles import Reach, Role, Scope
from bot.store.bubbles import read_bubbles
from bot.store.follows import follow

AA = Scope(reach=Reach.ORGANISATION, subject="aa-emmen")
IN_EMMEN = Scope(reach=Reach.REGION, subject="Emmen")
OFF = "AA emmen vrijdag 4 december gaat niet door, de zaal is bezet"


@pytest.fixture
async def coordinator(counter: Counter) -> DeskChat:
    """A coordinator of all there is in Emmen."""
    return await counter.hire("web:1", Role.COORDINATOR, IN_EMMEN)


async def followers(counter: Counter, count: int) -> None:
    """So many people who follow the evening in Emmen."""
    interest = Interest(sort=Sort.ACTIVITY, activity="aa-emmen/groepsavond")
    async with counter.database.transaction() as inside:
        for number in range(count):
            await follow(inside, counter.vault, f"telegram:{number}", interest, "nl")


async def announced(counter: Counter) -> list[str]:
    return [str(row["id"]) for row in await counter.database.fetch("SELECT id FROM announcement")]


async def test_a_message_is_shown_as_residents_will_see_it_and_to_how_many(
    counter: Counter, coordinator: DeskChat
) -> None:
    await followers(counter, 3)
    said = await coordinator.say(OFF)
    assert "Wekelijkse AA-avond, AA Emmen\nGaat niet door." in said
    assert "Wanneer: vrijdag 4 december, 19:00–20:30 uur." in said
    assert "Reden: de zaal is bezet." in said
    assert "Volgende keer: vrijdag 11 december, 19:00–20:30 uur." in said
    assert "Dit gaat naar 3 mensen." in said
    assert await announced(counter) == []


async def test_what_is_shown_is_what_is_sent(counter: Counter, coordinator: DeskChat) -> None:
    await followers(counter, 1)
    await coordinator.say(OFF)
    shown = coordinator.last.bubbles[1]
    await coordinator.press("Versturen")
    (row,) = await counter.database.fetch("SELECT body FROM announcement")
    assert read_bubbles(str(row["body"]))["nl"] == shown


async def test_the_next_question_gets_the_new_answer(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say("AA emmen vrijdag gaat niet door, ziekte")
    await coordinator.press("Versturen")
    said = await counter.chat("web:2").say("AA in Emmen vrijdag")
    assert "Vrijdag 27 november, 19:00–20:30 uur vervalt: ziekte." in said


async def test_pressing_twice_sends_once(counter: Counter, coordinator: DeskChat) -> None:
    await followers(counter, 2)
    await coordinator.say(OFF)
    press = Message(matter=Matter.BUTTON, choice=coordinator.choice("Versturen"))
    assert "Het bericht gaat nu naar 2 mensen." in await coordinator.send(press)
    assert await coordinator.send(press) == SENT_BEFORE
    assert len(await announced(counter)) == 1


async def test_the_change_and_its_message_are_kept_together_or_not_at_all(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    await counter.database.execute(
        "CREATE TRIGGER full BEFORE INSERT ON announcement"
        " BEGIN SELECT RAISE(ABORT, 'no room'); END"
    )
    with pytest.raises(IntegrityError):
        await coordinator.press("Versturen")
    assert await counter.database.fetch("SELECT id FROM change") == []
    await counter.database.execute("DROP TRIGGER full")
    assert "Het staat erin." in await coordinator.press("Versturen")


async def test_a_draft_outlives_a_restart_and_is_not_to_be_read_in_the_database(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    rows = await counter.database.fetch("SELECT * FROM draft")
    assert "bezet" not in str(rows)
    await counter.database.close()
    async with counter:
        assert "Het staat erin." in await coordinator.press("Versturen")


async def test_a_draft_is_gone_after_a_day(counter: Counter, coordinator: DeskChat) -> None:
    await coordinator.say(OFF)
    counter.instant += timedelta(days=1)
    assert await coordinator.press("Versturen") == SENT_NOT


async def test_what_is_thrown_away_is_erased(counter: Counter, coordinator: DeskChat) -> None:
    await coordinator.say(OFF)
    assert await coordinator.press("Weg") == DISCARDED
    assert await counter.database.fetch("SELECT * FROM draft") == []


async def test_a_button_of_an_older_preview_shows_how_it_stands_now(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    old = Message(matter=Matter.BUTTON, choice=coordinator.choice("Versturen"))
    await coordinator.press("Aanpassen")
    await coordinator.press("De reden")
    await coordinator.say("er is een optreden")
    said = await coordinator.send(old)
    assert "Reden: er is een optreden." in said and "[Versturen]" in said
    assert await announced(counter) == []


async def test_a_question_is_asked_with_buttons_where_it_may_be_more_than_one(
    coordinator: DeskChat,
) -> None:
    said = await coordinator.say("emmen is maandag dicht")
    assert "Waar gaat het over?" in said
    assert "Gaat niet door" in await coordinator.press("Inloop") or "Dicht" in str(
        coordinator.last
    )


async def test_what_a_message_names_besides_is_asked_beside_the_preview(
    coordinator: DeskChat,
) -> None:
    said = await coordinator.say(
        "AA emmen vrijdag 4 december om 20.00 ipv 19.00 uur, taart is er om 18.15"
    )
    assert "Let op:\n– Klopt dit? Je noemt ook 18.15 uur: wat gebeurt er dan?" in said
    assert "[Versturen]" in said
    await coordinator.press("Aanpassen")
    await coordinator.press("De tijd")
    assert "Je noemt ook" not in await coordinator.say("18:15")


async def test_a_new_change_is_never_taken_for_an_answer(coordinator: DeskChat) -> None:
    await coordinator.say("extra herstelcafe zondag om 14 uur")
    said = await coordinator.say("AA dicht van 24 december tm 3 januari")
    assert "Dicht." in said
    assert "vrijdag 24 december tot en met" in said or "24 december" in said


async def test_nobody_changes_what_is_not_theirs(counter: Counter) -> None:
    other = await counter.hire("web:3", Role.COORDINATOR, AA)
    said = await other.say("inloop herstelruimte emmen dinsdag gaat niet door")
    assert "Inloop, Herstelruimte" not in said
    assert "[Versturen]" not in said or "AA" in said


async def test_whoever_lost_the_role_in_the_meantime_sends_nothing(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    await counter.database.execute("DELETE FROM role")
    await coordinator.press("Versturen")
    assert await announced(counter) == []
    assert await counter.database.fetch("SELECT id FROM change") == []


async def test_a_resident_cannot_change_anything(counter: Counter) -> None:
    resident = counter.chat("web:2")
    await resident.say(OFF)
    assert not any(one.choice.startswith("d:") for one in resident.buttons)


async def test_with_buttons_it_goes_from_activity_to_day_to_what(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say("/wijziging")
    await coordinator.press("AA-avond")
    await coordinator.press("vrijdag 4 december")
    assert "Waar is het dan?" in await coordinator.press("Andere plek")
    said = await coordinator.say("buurthuis De Marke")
    assert "Op een andere plek: buurthuis De Marke." in said
    await coordinator.press("Versturen")
    assert len(await announced(counter)) == 1


async def test_only_what_is_off_can_go_on_again(counter: Counter, coordinator: DeskChat) -> None:
    await coordinator.say(OFF)
    await coordinator.press("Versturen")
    await coordinator.say("/wijziging")
    said = await coordinator.press("AA-avond")
    assert "[vrijdag 4 december, 19:00–20:30 uur: gaat niet door]" in said
    assert "[vrijdag 11 december, 19:00–20:30 uur]" in said
    await coordinator.press("vrijdag 4 december")
    assert coordinator.buttons[0].label == "Gaat weer door"
    await coordinator.press("Stoppen")
    await coordinator.say("/wijziging")
    await coordinator.press("AA-avond")
    assert "Gaat weer door" not in await coordinator.press("vrijdag 11 december")


@pytest.mark.parametrize(
    ("how", "shown", "after"),
    [
        ("Vanaf die dag", "Wanneer: vanaf vrijdag 11 december.", "vrijdag 18 december, 19:00"),
        ("Alleen die dag", "vrijdag 11 december, 19:00–20:30 uur.", "Dicht vanaf vrijdag 18"),
    ],
)
async def test_with_buttons_a_closed_period_ends_on_a_day_or_is_broken_for_it(
    counter: Counter, coordinator: DeskChat, how: str, shown: str, after: str
) -> None:
    await coordinator.say("/wijziging")
    await coordinator.press("AA-avond")
    await coordinator.press("vrijdag 27 november")
    await coordinator.press("Een tijd dicht")
    await coordinator.press("Tot nader bericht")
    await coordinator.press("Versturen")
    counter.instant += timedelta(minutes=1)
    await coordinator.say("/wijziging")
    await coordinator.press("AA-avond")
    await coordinator.press("vrijdag 11 december")
    assert AGAIN_FROM in await coordinator.press("Gaat weer door")
    assert shown in await coordinator.press(how)
    await coordinator.press("Versturen")
    assert after in await counter.chat("web:2").say("AA in Emmen op 18 december")


async def test_one_that_moved_is_told_to_who_asks_for_the_old_day(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say("/wijziging")
    await coordinator.press("AA-avond")
    await coordinator.press("vrijdag 4 december")
    assert "Is het op een andere dag?" in await coordinator.press("Andere dag of tijd")
    await coordinator.say("donderdag 3 december 19:30")
    await coordinator.press("Versturen")
    said = await counter.chat("web:2").say("gaat de AA in Emmen op 4 december door?")
    assert "donderdag 3 december, 19:30 uur. Dat is in plaats van vrijdag 4 december." in said


async def test_one_that_was_sent_is_corrected_in_place(
    counter: Counter, coordinator: DeskChat
) -> None:
    await followers(counter, 1)
    await coordinator.say(OFF)
    await coordinator.press("Versturen")
    await coordinator.press("Verbeteren")
    await coordinator.press("De reden")
    assert "Dit is verbeterd." in await coordinator.say("er is een optreden")
    await coordinator.press("Versturen")
    await coordinator.press("Verbeteren")
    await coordinator.press("De reden")
    await coordinator.say("er is een bruiloft")
    await coordinator.press("Versturen")
    (row,) = await counter.database.fetch("SELECT body, version FROM announcement")
    assert "er is een bruiloft" in str(row["body"]) and row["version"] == 3
    said = await counter.chat("web:2").say("AA in Emmen 4 december")
    assert "bruiloft" in said and "optreden" not in said


async def test_one_that_was_sent_is_taken_back(counter: Counter, coordinator: DeskChat) -> None:
    await followers(counter, 1)
    await coordinator.say(OFF)
    await coordinator.press("Versturen")
    await coordinator.press("Intrekken")
    await coordinator.press("Ja, intrekken")
    (row,) = await counter.database.fetch("SELECT state FROM announcement")
    assert row["state"] == "withdrawn"
    assert "vervalt" not in await counter.chat("web:2").say("AA in Emmen")


async def test_names_numbers_and_heavy_words_are_pointed_out(coordinator: DeskChat) -> None:
    await coordinator.say(OFF)
    await coordinator.press("Aanpassen")
    await coordinator.press("Wat mensen moeten weten")
    said = await coordinator.say("Bel mevrouw Jansen op 06-12345678 na de zelfdoding.")
    assert "zelfdoding of medicijnen" in said
    assert "‘06-12345678’ is een mobiel nummer" in said
    assert "lijkt de naam van iemand" in said
    assert "[Versturen]" in said


async def test_a_day_on_which_there_is_nothing_is_pointed_out(coordinator: DeskChat) -> None:
    said = await coordinator.say("AA emmen donderdag 3 december gaat niet door")
    assert "Volgens het programma is er op donderdag 3 december niets." in said


async def test_a_coordinator_in_danger_gets_help_first(coordinator: DeskChat) -> None:
    said = await coordinator.say("ik wil dood. AA emmen vrijdag 4 december gaat niet door")
    assert said.index("113") < said.index("Gaat niet door.")


async def test_a_coordinator_can_ask_what_anybody_asks(coordinator: DeskChat) -> None:
    assert "Emmen" in await coordinator.say("is er een inloop in Emmen?")
    assert not any(one.choice.startswith("d:") for one in coordinator.buttons)


async def test_a_message_that_comes_in_twice_after_a_restart_is_one_draft(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    first = Message(matter=Matter.BUTTON, choice=coordinator.choice("Versturen"))
    await coordinator.say(OFF)
    assert "Het staat erin." in await coordinator.send(first)


async def test_what_somebody_in_danger_says_is_never_put_into_a_message(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(OFF)
    await coordinator.press("Aanpassen")
    await coordinator.press("Wat mensen moeten weten")
    said = await coordinator.say("ik wil niet meer leven")
    assert "113" in said and "[Versturen]" not in said


async def test_a_button_can_be_typed_as_it_reads(counter: Counter, coordinator: DeskChat) -> None:
    await coordinator.say(OFF)
    assert "Het staat erin." in await coordinator.say("versturen")


async def test_what_is_too_long_for_one_message_is_asked_shorter(coordinator: DeskChat) -> None:
    said = await coordinator.say(
        "neem vrijdag 4 december zelf een mok mee, AA emmen. " + "De vaatwasser is stuk. " * 20
    )
    assert "in minder dan 300 tekens" in said
    assert "Neem een mok mee <b>& een koekje</b>." in await coordinator.say(
        "neem een mok mee <b>& een koekje</b>"
    )


async def test_a_new_weekly_time_is_told_beside_the_old_one(coordinator: DeskChat) -> None:
    said = await coordinator.say("vanaf volgende week AA emmen op dinsdag ipv vrijdag")
    assert "Eerst: elke vrijdag van 19.00 tot 20.30 uur." in said
    assert "Nu: elke dinsdag 19.00-20.30 uur, vanaf" in said


TWO = "AA emmen vrijdag 4 december dicht en vrijdag 11 december om 20.00 ipv 19.00"


async def test_two_changes_in_one_message_are_shown_and_sent_one_after_the_other(
    counter: Counter, coordinator: DeskChat
) -> None:
    await followers(counter, 1)
    said = await coordinator.say(TWO)
    assert said.startswith("Ik lees 2 wijzigingen. Eerst deze:")
    assert "Wanneer: vrijdag 4 december" in said
    said = await coordinator.press("Versturen")
    assert "gaat nu naar 1 mens." in said and "Dan nu deze:" in said
    assert "vrijdag 11 december" in said and "20:00" in said
    assert len(await announced(counter)) == 1
    assert "gaat nu naar 1 mens." in await coordinator.press("Versturen")
    assert len(await announced(counter)) == 2


async def test_a_question_about_several_changes_is_no_change(coordinator: DeskChat) -> None:
    assert "Versturen" not in await coordinator.say(f"wanneer is {TWO}")


async def test_throwing_one_of_two_away_leaves_the_other(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(TWO)
    said = await coordinator.press("Weg")
    assert said.startswith(DISCARDED) and "vrijdag 11 december" in said
    assert "Het staat erin." in await coordinator.press("Versturen")
    assert await counter.database.fetch("SELECT id FROM draft") == []


async def test_pressing_the_first_twice_neither_sends_nor_loses_the_second(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(TWO)
    press = Message(matter=Matter.BUTTON, choice=coordinator.choice("Versturen"))
    await coordinator.send(press)
    second = coordinator.choice("Versturen")
    assert await coordinator.send(press) == SENT_BEFORE
    assert "Het staat erin." in await coordinator.send(
        Message(matter=Matter.BUTTON, choice=second)
    )
    assert len(await announced(counter)) == 2


@pytest.mark.parametrize(
    ("said", "mended", "shown"),
    [
        ("AA emmen op 4, 11 en de 18e geen groep", "4, 11 en 18 december", "11 december"),
        ("AA emmen vrijdag 4 december om 20 uur ipv 19", "nee, 20.30 uur", "20:30 uur"),
        ("AA emmen vrijdag 4 december vervalt", "nee de 11e", "Wanneer: vrijdag 11 december"),
    ],
)
async def test_a_day_or_an_hour_alone_mends_what_is_shown(
    coordinator: DeskChat, said: str, mended: str, shown: str
) -> None:
    assert "Zo zien mensen het" in await coordinator.say(said)
    again = await coordinator.say(mended)
    assert "Zo zien mensen het" in again and shown in again and "Je noemt ook" not in again


async def test_a_question_is_answered_while_a_message_waits(coordinator: DeskChat) -> None:
    await coordinator.say("AA emmen vrijdag 4 december vervalt")
    assert "Zo zien mensen het" not in await coordinator.say("wat is er 11 december in Emmen?")


async def test_throwing_away_what_is_gone_leaves_what_is_made_now(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say("AA emmen vrijdag 4 december gaat niet door")
    earlier = Message(matter=Matter.BUTTON, choice=coordinator.choice("Weg"))
    assert await coordinator.send(earlier) == DISCARDED
    await coordinator.say("AA emmen vrijdag 11 december gaat niet door")
    said = await coordinator.send(earlier)
    assert said.startswith(PAST_PRESS) and "vrijdag 11 december" in said
    assert "Het staat erin." in await coordinator.press("Versturen")


async def test_the_second_of_two_outlives_a_restart(
    counter: Counter, coordinator: DeskChat
) -> None:
    await coordinator.say(TWO)
    await counter.database.close()
    async with counter:
        assert "vrijdag 11 december" in await coordinator.press("Versturen")


async def test_the_new_day_moves_along_with_another_first_day(coordinator: DeskChat) -> None:
    await coordinator.say("AA emmen van vrijdag 4 december gaat naar zaterdag 5 december")
    await coordinator.press("Aanpassen")
    await coordinator.press("De dag")
    said = await coordinator.say("vrijdag 11 december")
    assert "Eerst: vrijdag 11 december" in said and "Nu: zaterdag 12 december" in said


async def test_what_is_out_of_reach_is_said_to_be(counter: Counter) -> None:
    elsewhere = Scope(reach=Reach.REGION, subject="Amersfoort")
    other = await counter.hire("web:3", Role.COORDINATOR, elsewhere)
    assert await other.say(OFF) == OUT_OF_REACH
