"""What a decision asks to be done: values that the desk performs in one transaction.

The core only names a deed; `bot.desk` does it and says in a happening how it ended.
"""

from dataclasses import dataclass

from bot.core.draft import Draft
from bot.core.following.interest import Interest
from bot.core.reply import Bubble
from bot.core.reports import Wrong
from bot.core.roles import Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget:
    """Erase everything kept of this chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Keep that this chat follows something, and in which language it is told."""

    interest: Interest
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfollow:
    """End what a button stands for; `code` as in its payload."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFollowed:
    """Show what this chat follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopSending:
    """Let nothing of a message for many go out any more; by whoever sent it."""

    announcement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """Make a one-time link that gives a role."""

    role: Role
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """Take the role that an invitation gives."""

    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRoles:
    """Show who has which role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoke:
    """Take a role away, at once; `grant` is its id."""

    grant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLog:
    """Show what was done at the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """Keep a draft that is not ready yet, in the place of the one before."""

    draft: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Keep a draft that is ready, and show it as residents will see it."""

    draft: Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Discard:
    """Throw a draft away."""

    draft: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """Enter the change of a draft and announce it, in one transaction and once.

    `turn` is which version of the draft was shown.
    """

    draft: str
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn:
    """Go on to the next draft of the same message, once the one before it is dealt with.

    `bubbles` are said only then.
    """

    after: str  # the id of the draft before it
    bubbles: tuple[Bubble, ...]
    deed: Keep | Preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """Say yes or no, as a second coordinator, to a message that goes to many."""

    change: str
    yes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Take back a change that was sent, and its announcement with it."""

    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Tell the coordinators of a place what a resident found there, without who it was."""

    activity: str
    wrong: Wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepGap:
    """Keep a question that was not understood for the editors, scrubbed, after a clear yes."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFigures:
    """Show how often what was asked this week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReminded:
    """Keep that somebody has heard which help lines to check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyNumbers:
    """Answer everything with the help lines alone, or no longer."""

    on: bool


Deed = (
    Forget
    | Follow
    | Unfollow
    | ListFollowed
    | StopSending
    | Invite
    | Accept
    | ListRoles
    | Revoke
    | ReadLog
    | ReadFigures
    | Keep
    | GoOn
    | Preview
    | Discard
    | Send
    | Second
    | Withdraw
    | Report
    | KeepGap
    | NoteReminded
    | OnlyNumbers
)
