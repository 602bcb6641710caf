"""Whatever is typed and pressed, nothing breaks, and only a press on send enters anything."""

import random

import pytest
from counter import Counter
from test_drafting import SAID

from bot.core.message import Matter, Message
from bot.core.reply import CHOICE_LIMIT
from bot.core.roles import Reach, Role, Scope

OTHER = (
    *("3 december", "morgen", "20:00", "van 14 tot 16", "/wijziging", "emmen", "ja", "nee", "99"),
    *("de bieb", "/start", "/uitnodigen", "/logboek", "?", "hoi", "<b>", "elke maandag 10-12"),
    *("waar is een inloop in Emmen?", "x" * 5000, "😀" * 50, "/wijziging aa morgen niet"),
)


@pytest.mark.parametrize("seed", range(3))
async def test_nothing_breaks_and_each_change_has_one_message(counter: Counter, seed: int) -> None:
    chance = random.Random(seed)
    scope = Scope(reach=Reach.REGION, subject="Emmen") if seed else Scope(reach=Reach.ALL)
    coordinator = await counter.hire("telegram:1", Role.COORDINATOR, scope)
    for _ in range(80):
        choices = [one.choice for one in coordinator.buttons if one.choice]
        message = Message(text=chance.choice((*SAID, *OTHER)))
        if choices and chance.random() < 0.6:
            message = Message(matter=Matter.BUTTON, choice=chance.choice(choices))
        before = await counter.database.fetch("SELECT id FROM change")
        await coordinator.send(message)
        after = await counter.database.fetch("SELECT id FROM change")
        assert after == before or message.choice.startswith("d:s:")
        assert all(len(one.choice.encode()) <= CHOICE_LIMIT for one in coordinator.buttons)
    told = await counter.database.fetch("SELECT changes FROM announcement WHERE changes <> ''")
    entered = await counter.database.fetch("SELECT id FROM change WHERE corrects = ''")
    assert sorted(str(row["changes"]) for row in told) == sorted(str(row["id"]) for row in entered)
