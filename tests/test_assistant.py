"""The shell around the core: what is remembered of each chat, for how long, and what is not."""

import gc
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from resident import HOUSE, WEDNESDAY, Chat

from bot import assistant as module
from bot.assistant import Assistant, Snapshot
from bot.core.lexicon.text import plain
from bot.core.message import Message
from bot.store.migrate import migrate
from bot.store.sessions import StoredSessions
from bot.store.sqlite import Sqlite
from bot.store.vault import Vault


class Clock:
    """A clock that stands still until it is put on."""

    def __init__(self) -> None:
        self.now = WEDNESDAY

    def __call__(self) -> datetime:
        return self.now


def said(assistant: Assistant, text: str, chat: str) -> str:
    bubbles = assistant.decide(Message(text=text), chat).reply.bubbles
    return "\n".join(bubble.text for bubble in bubbles)


def test_chats_do_not_know_of_one_another(snapshot: Snapshot) -> None:
    assistant = Assistant(snapshot, HOUSE, Clock())
    said(assistant, "inloop in Assen", "een")
    assert "koffie" in said(assistant, "wat kost dat?", "een")
    assert "Noem een plaats" in said(assistant, "wat kost dat?", "twee")


async def test_what_is_forgotten_is_gone(snapshot: Snapshot) -> None:
    assistant = Assistant(snapshot, HOUSE, Clock())
    said(assistant, "inloop in Assen", "een")
    await assistant.forget("een")
    await assistant.forget("nooit geweest")
    assert "Noem een plaats" in said(assistant, "wat kost dat?", "een")


def test_silent_chats_leave_the_memory_when_others_talk(snapshot: Snapshot) -> None:
    clock = Clock()
    assistant = Assistant(snapshot, HOUSE, clock)
    for number in range(5):
        said(assistant, "hoi", str(number))
    clock.now += timedelta(minutes=31)
    for _ in range(5):
        said(assistant, "hoi", "laat")
    assert list(assistant._sessions) == ["laat"]


def test_silent_chats_leave_the_memory_when_nobody_talks(snapshot: Snapshot) -> None:
    clock = Clock()
    assistant = Assistant(snapshot, HOUSE, clock)
    for number in range(5):
        said(assistant, "hoi", str(number))
    clock.now += timedelta(minutes=31)
    assistant.forget_silent()
    assert list(assistant._sessions) == []


@pytest.mark.parametrize("jump", [timedelta(days=-1), timedelta(hours=-1), timedelta(days=400)])
def test_a_clock_that_jumps_makes_nothing_be_remembered_longer(
    snapshot: Snapshot, jump: timedelta
) -> None:
    clock = Clock()
    assistant = Assistant(snapshot, HOUSE, clock)
    said(assistant, "inloop in Assen", "een")
    clock.now += jump
    assert "Noem een plaats" in said(assistant, "wat kost dat?", "een")
    clock.now += jump
    assistant.forget_silent()
    assert list(assistant._sessions) == []


def test_memory_is_bounded(snapshot: Snapshot, monkeypatch) -> None:
    monkeypatch.setattr(module, "_MOST_CHATS", 3)
    assistant = Assistant(snapshot, HOUSE, Clock())
    for number in range(9):
        said(assistant, "hoi", str(number))
    assert list(assistant._sessions) == ["6", "7", "8"]


def test_a_new_snapshot_is_served_from_the_next_message_on(snapshot: Snapshot) -> None:
    assistant = Assistant(Snapshot(safety=snapshot.safety), HOUSE, Clock())
    before = said(assistant, "inloop in Assen", "een")
    assistant.serve(snapshot)
    assert ("Assen" in before, "0800-0113" in before) == (False, True)
    assert "Leger des Heils" in said(assistant, "inloop in Assen", "een")


def test_without_knowledge_danger_is_still_answered_with_its_own_line_first(
    snapshot: Snapshot,
) -> None:
    chat = Chat(Snapshot(safety=snapshot.safety))
    told = chat.say("mijn man slaat me")
    assert told.index("0800-2000") < told.index("alleen deze nummers")
    assert told.count("0800-2000") == 1
    assert chat.last is not None and chat.last.screening.crisis


def test_a_button_of_something_that_is_gone_is_told(snapshot: Snapshot) -> None:
    chat = Chat(snapshot)
    chat.say("inloop in Assen")
    label = chat.buttons[0].label
    assert snapshot.programme is not None
    gone = replace(snapshot.programme, activities=(), numbers={})
    chat.assistant.serve(replace(snapshot, programme=gone))
    assert "te oud" in chat.press(label)


def test_single_words_are_kept_no_longer_than_a_chat(snapshot: Snapshot) -> None:
    clock = Clock()
    assistant = Assistant(snapshot, HOUSE, clock)
    said(assistant, "waar vind ik een groep in Assen voor mensen met een xylofoon", "een")
    assert plain.cache_info().currsize > 8
    clock.now += timedelta(minutes=31)
    said(assistant, "hoi", "twee")
    assert plain.cache_info().currsize < 8


async def test_another_replica_goes_on_where_one_was_but_knows_nothing_of_danger(
    snapshot: Snapshot, tmp_path: Path
) -> None:
    async with Sqlite(tmp_path / "a.db") as database:
        await migrate(database, WEDNESDAY)
        one, other = (Assistant(snapshot, HOUSE, Clock()) for _ in range(2))
        for assistant in (one, other):
            vault = Vault((bytes(range(32)),))
            assistant.share(StoredSessions(database, vault, lambda: WEDNESDAY))
        await one.answer(Message(text="ik wil dood"), "web:1")
        await one.answer(Message(text="inloop in Assen"), "web:1")
        told = await other.answer(Message(text="wat kost dat?"), "web:1")
        alarmed = [assistant._sessions["web:1"].alarmed for assistant in (one, other)]
        await other.forget("web:1")
        assert (alarmed, await database.fetch("SELECT * FROM session")) == ([1, 0], [])
    assert "koffie" in "\n".join(bubble.text for bubble in told.bubbles)


async def talk_of_somebody(assistant: Assistant) -> frozenset[int]:
    """Says a name in many ways; the hashes of the words, so that nobody here holds them."""
    name = "".join(reversed("zlewnetteip"))
    words = (name, f"{name}middag", f"{name}dam", f"{name}adres")
    texts = (
        f"is er een inloop in Assen voor {words[0]} op wo {words[1]}",
        f"ik wil {words[0]} dood",
        f"waar is {words[2]} om {words[0]} uur vrijdag",
        f"mijn {words[3]} is {words[0]}",
    )
    for text in texts:
        await assistant.answer(Message(text=text), "telegram:1")
    return frozenset(hash(one) for one in (*words, *texts))


def count_in_memory(hashes: frozenset[int]) -> int:
    """How many values of this process hold a text with one of these hashes."""
    seen: set[int] = set()

    def count(value: object) -> int:
        found = 0
        for one in gc.get_referents(value):
            if type(one) is str:
                found += hash(one) in hashes
            elif not gc.is_tracked(one) and id(one) not in seen:
                seen.add(id(one))
                found += count(one)
        return found

    return sum(count(value) for value in gc.get_objects())


async def test_half_an_hour_later_no_word_of_anybody_is_left_in_memory(snapshot: Snapshot) -> None:
    clock = Clock()
    assistant = Assistant(snapshot, HOUSE, clock)
    said = await talk_of_somebody(assistant)
    before = count_in_memory(said)
    clock.now += timedelta(minutes=31)
    assistant.forget_silent()
    assert (before > 0, count_in_memory(said)) == (True, 0)
