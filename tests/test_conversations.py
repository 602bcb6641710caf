"""Whole conversations, one for each file of `conversations/`; see LEESMIJ.md there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from given import given
from resident import Chat

from bot.assistant import Snapshot
from bot.core.reply import CHOICE_LIMIT, Reply
from bot.knowledge.conversations import Conversation, Turn, read_conversation
from bot.knowledge.problems import Report
from bot.knowledge.reader import read_file
from bot.knowledge.rehearsal import missed_in

FOLDER = Path(__file__).with_name("conversations")
FILES = sorted(FOLDER.glob("*.yaml"))
_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
# What no reply may hold, whatever was asked: traces of the program, and promises.
_NEVER = re.compile(
    r"None|\{[a-z]+\}|  |\.\.|,\s*\.|: \.|komt (het )?goed|zelfmoord plegen", re.IGNORECASE
)


def test_there_are_conversations_and_each_has_its_own_name() -> None:
    names = [read(path).name for path in FILES]
    assert len(names) >= 35
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_conversation(path: Path, snapshot: Snapshot, request: pytest.FixtureRequest) -> None:
    written = read(path)
    if written.not_yet:
        request.applymarker(pytest.mark.xfail(reason=written.not_yet, strict=True))
    if written.feed or written.changes:
        feed = FOLDER / "bronnen" / written.feed if written.feed else None
        snapshot = given(snapshot, feed, written.changes)
    chat = Chat(snapshot, written.now)
    for number, turn in enumerate(written.turns, start=1):
        chat.now = turn.now or chat.now
        said = act(chat, turn)
        place = f"{path.name}, beurt {number}: {turn.words}\n\n{said}"
        assert [(one.words.text, one.wanted) for one in missed_in(turn, said)] == [], place
        assert chat.last is not None
        assert list(misconduct(chat.last.reply)) == [], place


def read(path: Path) -> Conversation:
    """A conversation as written, read as editors' own are."""
    report = Report()
    entry = read_file(path, report)
    found = read_conversation(entry, given=True) if entry else None
    assert found is not None and report.found == [], report.found
    return found


def act(chat: Chat, turn: Turn) -> str:
    """Does what they do in this turn, and gives what we say."""
    return chat.send(turn.message) if turn.message else chat.press(turn.words)


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
