"""What all tests share: the shipped knowledge, read once, and a chat to try it in."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.assistant import Assistant, Snapshot
from bot.core.message import Matter, Message
from bot.core.outcome import House, Outcome
from bot.core.programme import build_programme
from bot.core.reply import Button
from bot.knowledge.loader import Loaded, find_folder, load

TESTS = Path(__file__).parent
sys.path.insert(0, str(TESTS / "channels"))  # its Bot API server is used elsewhere too

WEDNESDAY = datetime(2026, 11, 25, 14)
HOUSE = House(operator="Stichting Voorbeeld", contact="hallo@voorbeeld.example")


class Chat:
    """One resident's chat with the real assistant, at a time that the test sets."""

    def __init__(self, snapshot: Snapshot, now: datetime = WEDNESDAY) -> None:
        self.now = now
        self.assistant = Assistant(snapshot, HOUSE, lambda: self.now)
        self.last: Outcome | None = None

    def say(self, text: str) -> str:
        """Sends a text and gives all that is said back."""
        return self.send(Message(text=text))

    def press(self, label: str) -> str:
        """Presses the first button of the last reply whose label holds these words."""
        for button in self.buttons:
            if label.casefold() in button.label.casefold():
                return self.send(Message(matter=Matter.BUTTON, choice=button.choice))
        labels = ", ".join(f"‘{button.label}’" for button in self.buttons) or "geen"
        raise AssertionError(f"Er is geen knop ‘{label}’. De knoppen zijn: {labels}.")

    def send(self, message: Message) -> str:
        """Sends anything and gives all that is said back, the buttons between brackets."""
        self.last = self.assistant.decide(message, "test")
        return "\n\n".join(
            "\n".join([bubble.text, *(f"[{b.label}]" for row in bubble.buttons for b in row)])
            for bubble in self.last.reply.bubbles
        )

    @property
    def buttons(self) -> list[Button]:
        """The buttons of the last reply."""
        bubbles = self.last.reply.bubbles if self.last else ()
        return [button for bubble in bubbles for row in bubble.buttons for button in row]


@pytest.fixture(scope="session")
def shipped() -> Loaded:
    """The knowledge of this checkout."""
    loaded = load(find_folder({}))
    assert loaded.knowledge is not None, loaded.report.in_order()
    return loaded


@pytest.fixture(scope="session")
def snapshot(shipped: Loaded) -> Snapshot:
    """What is served of it, without anybody's changes."""
    known = shipped.knowledge
    assert known is not None and shipped.safety is not None
    programme = build_programme(known.organisations, known.locations, known.activities.values())
    return Snapshot(safety=shipped.safety, knowledge=known, programme=programme)


@pytest.fixture
def chat(snapshot: Snapshot) -> Chat:
    """A new chat on Wednesday 25 November 2026 at two."""
    return Chat(snapshot)


@pytest.fixture(scope="session")
def new_chat(snapshot: Snapshot) -> Callable[[datetime], Chat]:
    """Opens a chat at a given time."""
    return lambda now: Chat(snapshot, now)
