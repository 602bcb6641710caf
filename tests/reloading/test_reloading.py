"""Changed knowledge: judged in another process, handed over whole, or told to who works here."""

import asyncio
import pickle
import shutil
import weakref
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from counter import NOON, Counter
from resident import WEDNESDAY, Chat
from small_knowledge import SHIPPED

from bot.assistant import Snapshot
from bot.core.roles import Role
from bot.core.safety.screen import screen
from bot.desk.act import Clock
from bot.desk.broken import tell_broken
from bot.knowledge.loader import Loaded
from bot.knowledge.problems import Report
from bot.reloading.elsewhere import Errand, judge, judged
from bot.reloading.packing import Packed, pack, put_away, unpack
from bot.reloading.served import Keeping
from bot.reloading.vigil import Post, Vigil
from bot.store.database import StoreError

CLOCK = Clock(local=lambda: WEDNESDAY, instant=lambda: NOON)
FAULTS = (("uitleg/herstel.yaml, regel 3", "Ik ken ‘onzin’ niet. Haal het weg."),)


@pytest.fixture
def errand(tmp_path: Path) -> Errand:
    data = tmp_path / "data"
    (data / "weights").mkdir(parents=True)
    folder = shutil.copytree(SHIPPED, tmp_path / "kennis")
    keeping, target = Keeping(folder=data), tmp_path / "momentopname"
    return Errand(folder=folder, keeping=keeping, today=date(2026, 11, 25), target=target)


async def test_another_process_hands_over_a_snapshot_that_answers(errand):
    verdict = await judged(errand)
    assert (verdict.sound, verdict.errors) == (True, ())
    chat = Chat(unpack(errand.target).snapshot)
    assert "Leger des Heils" in chat.say("is er een inloop in Assen?")


async def test_the_net_of_another_process_knows_words_here(errand):
    await judged(errand)
    safety = unpack(errand.target).snapshot.safety
    found = screen("over een paar weken hoeft niemand zich nog druk te maken om mij", safety)
    assert any(reason.startswith("net ") for reason in found.because)
    assert screen("ik wil dood", safety).crisis


def test_safety_rules_that_did_not_change_stay_the_same_ones(errand):
    first = judge(errand)
    safety = unpack(errand.target).snapshot.safety
    again = judge(replace(errand, held=first.safety))
    taken = unpack(errand.target, safety)
    assert again.safety == first.safety
    assert taken.snapshot.safety is safety
    assert taken.knowledge.safety is safety


def test_safety_rules_that_did_change_are_handed_over(errand):
    first = judge(errand)
    path = errand.folder / "veiligheid" / "hulplijnen.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# gezien\n", encoding="utf-8")
    again = judge(replace(errand, held=first.safety))
    assert again.safety != first.safety
    assert unpack(errand.target).snapshot.safety.lines


def test_a_snapshot_without_rules_is_not_served_without_any(snapshot: Snapshot, tmp_path):
    assert snapshot.knowledge is not None
    packed = Packed(knowledge=snapshot.knowledge, snapshot=snapshot)
    pack(packed, tmp_path / "momentopname", with_safety=False)
    with pytest.raises(pickle.UnpicklingError):
        unpack(tmp_path / "momentopname")


def test_a_mistake_is_told_and_no_snapshot_is_made(errand):
    path = errand.folder / "uitleg" / "herstel.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "onzin: ja\n", encoding="utf-8")
    verdict = judge(errand)
    assert (verdict.sound, verdict.moved) == (False, False)
    assert [one.spot.path for one in verdict.errors] == ["uitleg/herstel.yaml"]
    assert not errand.target.exists()


def test_a_snapshot_is_the_same_on_the_other_side(snapshot: Snapshot, tmp_path):
    assert snapshot.knowledge is not None
    pack(Packed(knowledge=snapshot.knowledge, snapshot=snapshot), tmp_path / "momentopname")
    said = Chat(unpack(tmp_path / "momentopname").snapshot).say("is er een inloop in Assen?")
    assert said == Chat(snapshot).say("is er een inloop in Assen?")


def test_letting_go_of_parts_leaves_none(snapshot: Snapshot):
    parts: list[object] = [snapshot]
    put_away(parts)
    assert parts == []
    assert snapshot.knowledge is not None


class Leaf:
    """A value that can be seen to go."""


def test_all_is_let_go_of_but_what_somebody_else_holds():
    kept, deep, shared = {"x": Leaf()}, [[[[[[[Leaf()]]]]]]], {Leaf(): Leaf() for _ in range(500)}
    seen = [weakref.ref(one) for one in (kept["x"], deep[0][0][0][0][0][0][0], *shared)]
    parts: list[object] = [deep, kept, {"a": (shared, shared), "b": shared}]
    del deep, shared
    put_away(parts)
    assert [one() for one in seen] == [kept["x"], *(None,) * 501]


async def test_everybody_with_a_role_hears_once_what_is_wrong(counter: Counter):
    await counter.hire("els", Role.ADMINISTRATOR)
    await counter.hire("bo", Role.COORDINATOR)
    first = await tell_broken(counter.database, FAULTS, CLOCK)
    assert (first, await tell_broken(counter.database, FAULTS, CLOCK)) == (2, 0)
    rows = await counter.database.fetch("SELECT body FROM announcement")
    assert [FAULTS[0][0] in str(row["body"]) for row in rows] == [True]


async def test_nobody_is_told_where_nobody_works(counter: Counter):
    assert await tell_broken(counter.database, FAULTS, CLOCK) == 0
    assert await counter.database.fetch("SELECT id FROM announcement") == []


class NoDay:
    """A moment of no day, on which the other process trips."""

    def date(self) -> str:
        return "geen dag"


def watched(errand: Errand, snapshot: Snapshot, **fields: object) -> Vigil:
    """A vigil over a folder in which something changed just now."""
    post = Post(folder=errand.folder, keeping=errand.keeping, look_every=0.01, **fields)
    loaded = Loaded(knowledge=snapshot.knowledge, safety=snapshot.safety, report=Report())
    vigil = Vigil(post, Chat(snapshot).assistant, loaded)
    path = errand.folder / "uitleg" / "herstel.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# anders\n", encoding="utf-8")
    return vigil


async def test_where_the_other_process_dies_it_is_given_a_rest(errand, snapshot, caplog):
    looks, many = [], asyncio.Event()

    async def look() -> None:
        looks.append(1)
        if len(looks) == 20:
            many.set()

    clock = Clock(local=NoDay, instant=lambda: NOON)
    running = asyncio.create_task(watched(errand, snapshot, clock=clock, look=look).run())
    await many.wait()
    running.cancel()
    assert [one.getMessage() for one in caplog.records if "ended early" in one.getMessage()] == [
        "the process that checks the knowledge ended early; the last good one stays"
    ]


class Trips:
    """A clock that trips when it is first asked, and rings when it is asked again."""

    def __init__(self) -> None:
        self.asked, self.again = 0, asyncio.Event()

    def __call__(self) -> datetime:
        self.asked += 1
        if self.asked == 1:
            raise OSError
        self.again.set()
        return WEDNESDAY


async def test_a_reload_that_failed_is_tried_again(errand, snapshot, caplog):
    clock = Trips()
    vigil = watched(errand, snapshot, clock=Clock(local=clock, instant=lambda: NOON))
    running = asyncio.create_task(vigil.run())
    async with asyncio.timeout(10):
        await clock.again.wait()
    running.cancel()
    told = [one.getMessage() for one in caplog.records if "reload failed" in one.getMessage()]
    assert len(told) == 1


async def test_what_fails_at_every_look_is_told_once(errand, snapshot, caplog):
    looks, many = [], asyncio.Event()

    async def look() -> None:
        looks.append(1)
        if len(looks) == 20:
            many.set()
        raise StoreError

    running = asyncio.create_task(watched(errand, snapshot, clock=CLOCK, look=look).run())
    await many.wait()
    running.cancel()
    told = [one.getMessage() for one in caplog.records if "reload failed" in one.getMessage()]
    assert len(told) == 1
