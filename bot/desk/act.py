"""What a deed is done with: the transaction, the chat, the moment, and who it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.core.audit import Act as Done
from bot.core.audit import Entry
from bot.core.knowledge import Knowledge
from bot.core.programme.programme import Programme
from bot.core.roles import Person
from bot.store.audit import note_act
from bot.store.database import Statements
from bot.store.follows import Interests
from bot.store.vault import Vault

SECOND_FROM = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Tells now twice: on the wall in Amsterdam, and as an instant in UTC without a zone."""

    local: Callable[[], datetime]
    instant: Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What residents are told from at this moment."""

    knowledge: Knowledge
    programme: Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Within which transaction, for whom and at which moment a deed is done.

    `person` has the roles as they are within this transaction. `now` is local wall-clock time in
    Europe/Amsterdam, `instant` the same in UTC without a zone.
    """

    inside: Statements
    vault: Vault
    interests: Interests
    chat: str
    person: Person
    now: datetime
    instant: datetime
    bot: str = ""  # the username, where it is known
    second_from: int = SECOND_FROM  # a message to more people needs a second coordinator's yes
    served: Served | None = None

    async def note(
        self, act: Done, subject: str = "", change: str = "", *, anonymous: bool = False
    ) -> None:
        """Adds to the trail what is being done; as a resident where it is nobody's business."""
        role = None if anonymous else self.person.role
        await note_act(
            self.inside,
            Entry(
                at=self.instant,
                role=role.value if role else "resident",
                pseudonym="" if anonymous else self.person.pseudonym,
                act=act,
                subject=subject,
                change=change,
            ),
        )
