"""Roles without accounts: invited, accepted once, revoked at once, and every act noted."""

from datetime import timedelta

import pytest
from counter import Counter, DeskChat

from bot.core.audit import Act
from bot.core.desk.words import (
    NO_ACCESS,
    NO_INVITATION,
    NO_INVITATION_ANY_MORE,
    NOT_YOURS_TO_DO,
    SURE_TO_REVOKE_OWN,
)
from bot.core.figures import Count, Sort, week_of
from bot.core.roles import Reach, Role, Scope
from bot.store.audit import fetch_log
from bot.store.tally import add_counts

EMMEN = Scope(reach=Reach.ORGANISATION, subject="herstelruimte-emmen")
COMMANDS = (
    "/uitnodigen",
    "/intrekken",
    "/logboek",
    "/alleennummers aan",
    "/wijziging",
    "/cijfers",
)


async def revoke_the_other(boss: DeskChat) -> None:
    await boss.say("/intrekken")
    await boss.press(next(one.label for one in boss.buttons if "jij" not in one.label))
    await boss.press("Ja, intrekken")


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_resident_is_told_kindly_that_this_is_not_for_them(
    counter: Counter, command: str
) -> None:
    assert await counter.chat("web:1").say(command) == NO_ACCESS["nl"]


@pytest.mark.parametrize("command", COMMANDS[:4])
async def test_a_coordinator_may_not_do_what_an_administrator_may(
    counter: Counter, command: str
) -> None:
    coordinator = await counter.hire("web:1", Role.COORDINATOR, EMMEN)
    assert await coordinator.say(command) == NOT_YOURS_TO_DO


async def test_whoever_opens_their_own_invitation_again_keeps_what_they_had(
    counter: Counter,
) -> None:
    token = await counter.invitation(Role.COORDINATOR, EMMEN)
    coordinator = counter.chat("web:1")
    await coordinator.say(f"/start {token}")
    said = await coordinator.say(f"/start {token}")
    assert NO_INVITATION_ANY_MORE in said and NO_INVITATION["nl"] not in said


@pytest.mark.parametrize("command", ["/start", "/help"])
async def test_an_administrator_hears_what_they_can_do(counter: Counter, command: str) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    assert "/uitnodigen, /intrekken, /logboek" in await boss.say(command)


async def test_it_is_said_that_one_takes_away_their_own_access(counter: Counter) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    await boss.say("/intrekken")
    assert SURE_TO_REVOKE_OWN in await boss.press("dat ben jij")


async def test_a_coordinator_who_stops_hears_that_the_role_is_gone(counter: Counter) -> None:
    coordinator = await counter.hire("web:1", Role.COORDINATOR, EMMEN)
    assert "Je kunt hier nu niets meer doorgeven of beheren." in await coordinator.say("/stop")
    assert await coordinator.say("/wijziging") == NO_ACCESS["nl"]


async def test_an_invitation_gives_its_role_and_says_what_one_can_do(counter: Counter) -> None:
    token = await counter.invitation(Role.COORDINATOR, EMMEN)
    said = await counter.chat("web:1").say(f"/start {token}")
    assert "Je bent nu coördinator van Herstelruimte Emmen" in said
    assert "/uitnodigen" not in said


async def test_wrong_used_and_past_invitations_get_the_same_answer(counter: Counter) -> None:
    used, late = [await counter.invitation(Role.ADMINISTRATOR) for _ in range(2)]
    await counter.chat("web:1").say(f"/start {used}")
    wrong = await counter.chat("web:2").say("/start uit-watdanook")
    again = await counter.chat("web:2").say(f"/start {used}")
    counter.instant += timedelta(days=4)
    past = await counter.chat("web:2").say(f"/start {late}")
    assert {wrong, again, past} == {NO_INVITATION["nl"]}


async def test_only_the_hash_of_an_invitation_is_kept(counter: Counter) -> None:
    token = await counter.invitation(Role.ADMINISTRATOR)
    rows = await counter.database.fetch("SELECT * FROM invitation")
    assert token not in str(rows)


async def test_whoever_loses_a_role_loses_it_at_once(counter: Counter) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    other = await counter.hire("web:2", Role.ADMINISTRATOR)
    await revoke_the_other(boss)
    assert await other.say("/logboek") == NO_ACCESS["nl"]


async def test_an_invitation_of_somebody_revoked_no_longer_works(counter: Counter) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    other = await counter.hire("web:2", Role.ADMINISTRATOR)
    await other.say("/uitnodigen")
    command = (await other.press("Een beheerder")).rpartition("\n")[2]
    await revoke_the_other(boss)
    assert await counter.chat("web:3").say(command) == NO_INVITATION["nl"]


async def test_an_administrator_invites_for_an_organisation_a_region_and_everything(
    counter: Counter,
) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    await boss.say("/uitnodigen")
    assert "Alles in Emmen" in await boss.say("emmen")
    command = (await boss.press("Alles in Emmen")).rpartition("\n")[2]
    assert "Je bent nu coördinator in Emmen" in await counter.chat("web:2").say(command)


async def test_every_act_is_noted_with_role_and_pseudonym_and_no_more(counter: Counter) -> None:
    boss = await counter.hire("telegram:4711", Role.ADMINISTRATOR)
    await boss.say("/uitnodigen emmen")
    await boss.press("Alles in Emmen")
    await boss.say("/alleennummers aan")
    await boss.say("/alleennummers uit")
    log = await fetch_log(counter.database, 9)
    assert [one.act for one in log] == [
        *(Act.EVERYTHING, Act.ONLY_NUMBERS, Act.INVITED, Act.JOINED),
    ]
    assert {(one.role, one.pseudonym) for one in log} == {("administrator", log[0].pseudonym)}
    assert log[0].pseudonym in await boss.say("/logboek")
    assert "4711" not in str(log)


async def test_the_numbers_alone_are_given_to_everybody_until_it_is_turned_off(
    counter: Counter,
) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    await boss.say("/alleennummers aan")
    resident = counter.chat("web:2")
    assert "alleen deze nummers" in await resident.say("inloop in Emmen")
    assert "alleen deze nummers" in await resident.say("/alleennummers uit")
    await boss.say("/alleennummers uit")
    assert "Emmen" in await resident.say("inloop in Emmen")


async def test_the_numbers_alone_outlive_a_restart(counter: Counter) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    await boss.say("/alleennummers aan")
    await counter.database.close()
    async with counter:
        assert "alleen deze nummers" in await counter.chat("web:2").say("inloop in Emmen")


async def test_safety_goes_before_a_command_of_the_desk(counter: Counter) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    assert "113" in await boss.say("/logboek ik wil dood")


async def test_whoever_stops_is_nobody_at_the_desk_any_more(counter: Counter) -> None:
    boss = await counter.hire("web:1", Role.ADMINISTRATOR)
    await boss.say("/stop")
    assert await boss.say("/logboek") == NO_ACCESS["nl"]
    assert await counter.database.fetch("SELECT * FROM role") == []
    assert (await fetch_log(counter.database, 1))[0].act is Act.LEFT


async def test_a_coordinator_reads_what_was_asked_ten_times_or_more(counter: Counter) -> None:
    coordinator = await counter.hire("web:1", Role.COORDINATOR, EMMEN)
    place = Count(period=week_of(counter.now.date()), sort=Sort.PLACE, name="Emmen")
    await add_counts(counter.database, {place: 12})
    assert "Emmen: 12" in await coordinator.say("/cijfers")
