"""A resident's chat with the real assistant, as the tests hold it."""

from datetime import datetime

from bot.assistant import Assistant, Snapshot
from bot.core.message import Matter, Message
from bot.core.reply import Button
from bot.core.talk.outcome import House, Outcome

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
