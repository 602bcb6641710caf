"""How the deeds of a decision ended, to be told by `bot.core.desk.telling`."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.core.audit import Entry
from bot.core.draft import Draft
from bot.core.figures import Figure
from bot.core.following.interest import Interest
from bot.core.programme.changes import Change
from bot.core.reply import Bubble
from bot.core.roles import Person, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgot:
    """Everything that was kept of a chat is gone: so many things that it followed."""

    follows: int = 0
    known: bool = False  # something was kept of this chat at all
    role: bool = False  # they had a role here, which ended with it


@dataclass(frozen=True, slots=True, kw_only=True)
class NotForgotten:
    """What may be kept of a chat could not be erased; the store could not be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """Something is followed from now on."""

    interest: Interest


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFollowed:
    """Nothing was kept: so many things are followed already, or it cannot be told here."""

    most: int = 0  # 0: nobody can be written to here


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfollowed:
    """Something is followed no longer; None where it wasn't. So much still is."""

    interest: Interest | None
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowsListed:
    """What a chat follows."""

    interests: tuple[Interest, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingStopped:
    """A message goes out no more: so many have it, and so many don't."""

    sent: int
    spared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Nothing was done; the store could not be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAllowed:
    """Nothing was done; whoever asked may not do this, or no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """An invitation was made; `bot` is the username it is for, `until` local time."""

    token: str
    bot: str
    role: Role
    scope: Scope
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """Somebody took a role."""

    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAccepted:
    """An invitation is wrong, was used, or is past: nobody hears which."""

    works_here: bool = False  # whoever tried it has a role already, perhaps by this very one


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesListed:
    """Who has a role, oneself among them."""

    people: tuple[Person, ...]
    own: str  # the id of whoever asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoked:
    """A role was taken away; without a pseudonym it was gone already."""

    pseudonym: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRead:
    """What was done at the desk, the newest first, each with its local time."""

    entries: tuple[tuple[Entry, datetime], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A draft was kept; what is asked about it stands in the reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOn:
    """The next change of the same message was begun; `bubbles` say or ask so."""

    bubbles: tuple[Bubble, ...]
    happening: "Happening"


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """A draft is ready and kept; `reached` is how many people it will go to.

    Where there is a problem, in Dutch, it cannot be sent as it is.
    """

    draft: Draft
    change: Change
    reached: int = 0
    seconds: int = 0  # of how many coordinators one has to say yes first; 0: nobody
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discarded:
    """A draft is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A change was entered and announced; `corrected` is the change it came in the place of.

    It goes out `later`, in local time, or only after the yes of one of so many `seconds`.
    """

    change: Change
    reached: int
    corrected: str = ""
    later: datetime | None = None
    seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconded:
    """A second coordinator said yes, and it went to so many people; or no, and it was withdrawn.

    `already` is where somebody else had answered, or it was withdrawn; `corrected` the change that
    counts again after a no.
    """

    yes: bool
    reached: int = 0
    already: bool = False
    own: bool = False  # it is one's own message
    corrected: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSent:
    """Nothing was sent: it was sent already, it is another version, or it cannot be."""

    already: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A change that was sent counts no longer; or it did not any more."""

    change: str
    already: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report went to so many coordinators, or to none, since this chat reported enough today."""

    told: int
    enough: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GapKept:
    """A question is kept for the editors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresRead:
    """The counts of the week of a day."""

    figures: tuple[Figure, ...]
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """Everything is answered with the help lines alone, or no longer."""

    only_numbers: bool


Happening = (
    WentOn
    | Forgot
    | NotForgotten
    | Followed
    | NotFollowed
    | Unfollowed
    | FollowsListed
    | SendingStopped
    | Failed
    | NotAllowed
    | Invited
    | Accepted
    | NotAccepted
    | RolesListed
    | Revoked
    | LogRead
    | FiguresRead
    | Kept
    | Previewed
    | Discarded
    | Sent
    | NotSent
    | Seconded
    | Withdrawn
    | Reported
    | GapKept
    | Switched
)
