"""A small assistant for the channels' tests: it really answers, from three groups it knows."""

import asyncio
from collections.abc import Callable

from bot.core.message import Matter, Message
from bot.core.reply import Bubble, Button, Link, Reply, Strong, Venue

EMMEN = Venue(
    title="Herstelruimte Emmen", address="Voorbeeldstraat 1, Emmen", lat=52.78576, lon=6.89755
)


class Signpost:
    """Answers by the words of a message and remembers what each chat said."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Message]] = []
        self.forgotten: list[str] = []

    async def answer(self, message: Message, chat: str) -> Reply:
        self.heard.append((chat, message))
        return Reply(bubbles=_decide(message))

    async def forget(self, chat: str) -> None:
        self.forgotten.append(chat)

    @property
    def texts(self) -> list[str]:
        return [message.text for _, message in self.heard]


class Stumbler(Signpost):
    """An assistant with a bug: it falls over the word 'struikel'."""

    async def answer(self, message: Message, chat: str) -> Reply:
        if "struikel" in message.text:
            self.heard.append((chat, message))
            raise ValueError(f"cannot read {message.text!r} of {chat}")
        return await super().answer(message, chat)


class Held(Signpost):
    """An assistant that takes its time over what `waits` says, until it is let go."""

    def __init__(self, waits: Callable[[Message, str], bool]) -> None:
        super().__init__()
        self._waits, self.let_go = waits, asyncio.Event()

    async def answer(self, message: Message, chat: str) -> Reply:
        if self._waits(message, chat):
            await self.let_go.wait()
        return await super().answer(message, chat)


def _decide(message: Message) -> tuple[Bubble, ...]:
    text = message.text.lower()
    if message.matter is Matter.VOICE:
        return (_say("Ik kan niet luisteren. Typ je vraag."),)
    if message.matter is Matter.POSITION or message.choice == "plaats:emmen":
        return (_found(),)
    if message.choice == "kaart:emmen":
        return (Bubble(pieces=("Hier is het.",), venue=EMMEN),)
    if text.startswith("/start"):
        return (_greet(),)
    if text == "/nood":
        return (_say("112\nBel 112 bij gevaar."),)
    if "waar" in text:
        return (_ask_place(),)
    return (_say(f"Je schreef: {message.text}"),)


def _say(text: str) -> Bubble:
    return Bubble(pieces=(text,))


def _greet() -> Bubble:
    return Bubble(
        pieces=(
            "Hoi, ik ben ",
            Strong(text="Handwijzer"),
            ". Ik ben een computer.\n\nBel 112 of 113.",
        ),
        buttons=((Button(label="Wat kun je?", choice="hulp"),),),
    )


def _ask_place() -> Bubble:
    return Bubble(
        pieces=("In welke plaats? Typ je plaats of postcode.",),
        buttons=((Button(label="Kies Emmen", choice="plaats:emmen"),),),
        asks_location=True,
    )


def _found() -> Bubble:
    return Bubble(
        pieces=(
            "Herstelruimte <Emmen> & meer, ",
            Strong(text="dinsdag 20:00"),
            ". Bron: ",
            Link(text="de website", url="https://example.org/?a=1&b=2"),
        ),
        buttons=(
            (Button(label="Toon Emmen op de kaart", choice="kaart:emmen"),),
            (Button(label="Lees meer over Emmen", url="https://example.org/emmen"),),
        ),
    )
