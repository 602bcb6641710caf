"""The desk with a real assistant and a fresh database, and chats at it, as the tests hold them."""

from datetime import datetime
from pathlib import Path

from resident import HOUSE, WEDNESDAY

from bot.assistant import Assistant, Snapshot
from bot.core.following.interest import Interest, Sort
from bot.core.message import Matter, Message
from bot.core.reply import Button, Reply
from bot.core.roles import Reach, Role, Scope
from bot.desk.act import Clock
from bot.desk.desk import Desk
from bot.store.follows import follow
from bot.store.migrate import migrate
from bot.store.programme import KNOWLEDGE, sync
from bot.store.roles import Invitation, invite, new_token
from bot.store.serving import records_of
from bot.store.sqlite import Sqlite
from bot.store.vault import Vault

NOON = datetime(2026, 11, 25, 13)
KEY = bytes(range(32))
EVERYTHING = Scope(reach=Reach.ALL)
EVENING = Interest(sort=Sort.ACTIVITY, activity="aa-emmen/groepsavond")


class Counter:
    """An assistant with its desk; `async with` opens the database, and again after a restart."""

    def __init__(self, path: Path, snapshot: Snapshot) -> None:
        self.now, self.instant = WEDNESDAY, NOON
        self.snapshot = snapshot
        self.database = Sqlite(path, patience=0.1)
        self.vault = Vault((KEY,))
        self.assistant = Assistant(snapshot, HOUSE, lambda: self.now)

    async def __aenter__(self) -> "Counter":
        await self.database.__aenter__()
        await migrate(self.database, NOON)
        assert self.snapshot.knowledge is not None
        await sync(self.database, KNOWLEDGE, records_of(self.snapshot.knowledge), NOON)
        clock = Clock(local=lambda: self.now, instant=lambda: self.instant)
        desk = Desk(self.database, self.vault, clock)
        await desk.open()
        self.assistant.attend(desk)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.database.close()

    async def invitation(self, role: Role, scope: Scope = EVERYTHING) -> str:
        """The token of a new invitation."""
        token = new_token()
        async with self.database.transaction() as inside:
            made = Invitation(role=role, scope=scope, by="operator", made=self.instant)
            await invite(inside, token, made)
        return token

    async def let_follow(self, chats: int) -> None:
        """So many people follow an evening in Emmen."""
        async with self.database.transaction() as inside:
            for number in range(chats):
                await follow(inside, self.vault, f"telegram:{number}", EVENING, "nl")

    async def hire(self, chat: str, role: Role, scope: Scope = EVERYTHING) -> "DeskChat":
        """A chat of somebody who has a role."""
        hired = DeskChat(self, chat)
        await hired.say(f"/start {await self.invitation(role, scope)}")
        return hired

    def chat(self, name: str) -> "DeskChat":
        """A chat of somebody."""
        return DeskChat(self, name)


class DeskChat:
    """One chat with the assistant at its desk."""

    def __init__(self, counter: Counter, name: str) -> None:
        self.counter, self.name = counter, name
        self.last = Reply()

    async def say(self, text: str) -> str:
        """Sends a text and gives all that is said back."""
        return await self.send(Message(text=text))

    async def press(self, label: str) -> str:
        """Presses the first button of the last reply whose label holds these words."""
        return await self.send(Message(matter=Matter.BUTTON, choice=self.choice(label)))

    async def send(self, message: Message) -> str:
        """Sends anything and gives all that is said back, the buttons between brackets."""
        self.last = await self.counter.assistant.answer(message, self.name)
        return "\n\n".join(
            "\n".join([bubble.text, *(f"[{b.label}]" for row in bubble.buttons for b in row)])
            for bubble in self.last.bubbles
        )

    def choice(self, label: str) -> str:
        """The payload behind a button of the last reply."""
        for button in self.buttons:
            if label.casefold() in button.label.casefold():
                return button.choice
        labels = ", ".join(f"‘{button.label}’" for button in self.buttons) or "geen"
        raise AssertionError(f"Er is geen knop ‘{label}’. De knoppen zijn: {labels}.")

    @property
    def buttons(self) -> list[Button]:
        """The buttons of the last reply."""
        return [button for one in self.last.bubbles for row in one.buttons for button in row]
