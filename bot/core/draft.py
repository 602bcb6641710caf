"""A change that a coordinator is making, as it stands; kept until it is sent or thrown away."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.programme.changes import Scope, What


class Ask(StrEnum):
    """What a coordinator is asked about a draft."""

    NOTHING = ""  # it is ready: the preview waits for a press
    WHERE = "where"  # in which place
    SUBJECT = "subject"  # which of the choices
    DAYS = "days"
    AT = "at"  # which of several on one day
    WHAT = "what"
    LAST = "last"  # until when
    TIME = "time"
    WHEN = "when"  # a new regular time, in words
    PLACE = "place"
    REASON = "reason"
    NOTE = "note"
    SURE = "sure"
    MOMENT = "moment"  # when it goes out
    PART = "part"  # which part of a ready draft is to be made different


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """What a change may be about: an activity, a location or an organisation, by its id."""

    scope: Scope
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One change in the making.

    `new_time` is written as in `ReadChange`: "HH:MM", "HH:MM-HH:MM", "-HH:MM", or a date with or
    without "T" and a time. `turn` goes up with each step, so that an old button is known as one.
    """

    id: str
    turn: int = 0
    asked: Ask = Ask.NOTHING
    question: str = ""  # in the words of whoever read the message, where it was not clear
    what: What | None = None
    choices: tuple[Ref, ...] = ()  # what may be meant; one where it is settled
    first: date | None = None
    last: date | None = None  # None with a first day: until further notice
    days: tuple[date, ...] = ()
    at: str = ""  # HH:MM, which of several on one day
    all_hours: bool = False  # all of several on one day are meant
    new_time: str = ""
    when: str = ""
    place: str = ""
    reason: str = ""
    note: str = ""
    sure: bool = True
    remark: str = ""  # a question about what the message also names, shown beside the preview
    later: str = ""  # YYYY-MM-DDTHH:MM on the wall clock: when it is to go out; empty is at once
    offered: tuple[str, ...] = ()  # what the buttons of the question stand for, in order
    corrects: str = ""  # the id of a change that was sent, which this one replaces
    rest: tuple[str, ...] = ()  # the other changes of the same message, in words, still to come

    @property
    def subject(self) -> Ref | None:
        """What it is about, where that is settled."""
        return self.choices[0] if len(self.choices) == 1 else None
