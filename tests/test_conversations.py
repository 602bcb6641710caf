"""Whole conversations, one for each file of `conversations/`; see LEESMIJ.md there."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from given import given
from resident import WEDNESDAY, Chat

from bot.assistant import Snapshot
from bot.core.message import Matter, Message
from bot.core.reply import CHOICE_LIMIT, Reply

FOLDER = Path(__file__).with_name("conversations")
FILES = sorted(FOLDER.glob("*.yaml"))
_KEYS = {"naam", "nu", "nog niet", "gesprek", "bron", "wijzigingen"}
_ACTS = {"zij", "knop", "locatie", "stuurt"}
_TURN_KEYS = _ACTS | {"nu", "wij", "niet"}
_SENT = {
    "spraak": Matter.VOICE,
    "foto": Matter.PICTURE,
    "sticker": Matter.STICKER,
    "iets anders": Matter.OTHER,
}
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
# What no reply may hold, whatever was asked: traces of the program, and promises.
_NEVER = re.compile(
    r"None|\{[a-z]+\}|  |\.\.|,\s*\.|: \.|komt (het )?goed|zelfmoord plegen", re.IGNORECASE
)


def test_there_are_conversations_and_each_has_its_own_name() -> None:
    names = [read(path)["naam"] for path in FILES]
    assert len(names) >= 35
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_conversation(path: Path, snapshot: Snapshot, request: pytest.FixtureRequest) -> None:
    written = read(path)
    if "nog niet" in written:
        request.applymarker(pytest.mark.xfail(reason=written["nog niet"], strict=True))
    if {"bron", "wijzigingen"} & set(written):
        feed = FOLDER / "bronnen" / written["bron"] if "bron" in written else None
        snapshot = given(snapshot, feed, written.get("wijzigingen", ()))
    chat = Chat(snapshot, moment(written.get("nu"), WEDNESDAY))
    for number, turn in enumerate(written["gesprek"], start=1):
        chat.now = moment(turn.get("nu"), chat.now)
        said = act(chat, turn)
        assert list(missed(turn, said)) == [], f"{path.name}, beurt {number}: {turn}\n\n{said}"
        assert chat.last is not None
        assert list(misconduct(chat.last.reply)) == [], f"{path.name}, beurt {number}\n\n{said}"


def read(path: Path) -> Mapping[str, Any]:
    """A conversation as written; all values stay text, so that "4" is no number."""
    written = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    unknown = set(written) - _KEYS
    unknown |= {key for turn in written["gesprek"] for key in turn} - _TURN_KEYS
    assert not unknown, f"{path.name}: onbekend: {', '.join(sorted(unknown))}"
    for turn in written["gesprek"]:
        assert len(_ACTS & set(turn)) == 1, f"{path.name}: één van {sorted(_ACTS)} per beurt"
        assert turn.get("wij") or turn.get("niet"), f"{path.name}: deze beurt eist niets: {turn}"
    return written


def moment(words: str | None, otherwise: datetime) -> datetime:
    return datetime.fromisoformat(words) if words else otherwise


def act(chat: Chat, turn: Mapping[str, Any]) -> str:
    """Does what they do in this turn, and gives what we say."""
    if "knop" in turn:
        return chat.press(turn["knop"])
    if "locatie" in turn:
        lat, lon = map(float, turn["locatie"])
        return chat.send(Message(matter=Matter.POSITION, lat=lat, lon=lon))
    if "stuurt" in turn:
        return chat.send(Message(matter=_SENT[turn["stuurt"]]))
    return chat.say(turn["zij"])


def missed(turn: Mapping[str, Any], said: str) -> Iterator[str]:
    """What should have been said and was not, and the other way round."""
    told = plain(said)
    for fragment in listed(turn.get("wij")):
        if plain(fragment) not in told:
            yield f"ontbreekt: {fragment}"
    for fragment in listed(turn.get("niet")):
        if plain(fragment) in told:
            yield f"hoort er niet in: {fragment}"


def listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


def misconduct(reply: Reply) -> Iterator[str]:
    """What holds for every reply: something is said, briefly, and it can be pressed."""
    if not reply.bubbles:
        yield "er wordt niets gezegd"
    for bubble in reply.bubbles:
        bare = re.sub(r"https?://\S+", "", bubble.text)
        if not bubble.text.strip() or len(bubble.text) > 4096:
            yield f"{len(bubble.text)} tekens in één bericht"
        if len(_EMOJI.findall(bubble.text)) > 1:
            yield "meer dan één plaatje"
        yield from (f"mag nooit: {found}" for found in _NEVER.findall(bare))
        for button in (button for row in bubble.buttons for button in row):
            if not button.label or len(button.choice.encode()) > CHOICE_LIMIT:
                yield f"knop ‘{button.label}’ past niet"
