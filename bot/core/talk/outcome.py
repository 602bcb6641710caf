"""What is decided about one message: what to say, what to remember, what to do."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.core.deeds import Deed, Forget
from bot.core.knowledge import Knowledge
from bot.core.message import Query, Session
from bot.core.programme.programme import Programme
from bot.core.reply import Bubble, Reply
from bot.core.safety.screen import Screening
from bot.core.talk.teller import Teller, teller_of
from bot.core.understanding.understand import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Who runs this Handwijzer and answers for it, as shown in /privacy and /over."""

    operator: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything a decision is made from besides the message: what is known, and now.

    `now` is local wall-clock time in Europe/Amsterdam.
    """

    knowledge: Knowledge
    programme: Programme
    house: House
    now: datetime
    reaches: bool = True  # whoever writes can be written to later

    def teller(self, language: str) -> Teller:
        """Tells of activities in a language."""
        return teller_of(self.knowledge, self.programme, language, self.now, reaches=self.reaches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The part of a reply that answers a topic, with what it showed."""

    bubbles: tuple[Bubble, ...]
    activities: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    awaiting: str = ""  # what was asked back
    deeds: tuple[Deed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The decision about one message."""

    reply: Reply
    session: Session
    screening: Screening
    query: Query = field(default_factory=Query)
    understanding: Understanding | None = None
    activities: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()  # what is to be done, in order, all or nothing

    @property
    def forgets(self) -> bool:
        """Whether everything kept of this chat is to be erased."""
        return Forget() in self.deeds


def options_of(reply: Reply) -> tuple[tuple[str, str], ...]:
    """The choices a reply offers, in the order in which they are numbered: label and payload."""
    return tuple(
        (button.label, button.choice)
        for bubble in reply.bubbles
        for row in bubble.buttons
        for button in row
        if button.choice
    )
