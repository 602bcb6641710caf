"""What comes in from a resident, and the little that is remembered of one chat."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.core.model import Audience, Format, Kind, Part, Theme


class Matter(StrEnum):
    """What sort of message came in."""

    TEXT = "text"
    BUTTON = "button"
    POSITION = "position"
    VOICE = "voice"
    PICTURE = "picture"
    STICKER = "sticker"
    EDIT = "edit"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing a resident sent: a text, a pressed button, a position, or something unreadable."""

    matter: Matter = Matter.TEXT
    text: str = ""  # also a caption
    choice: str = ""  # the payload of a pressed button
    lat: float | None = None
    lon: float | None = None
    app_language: str = ""  # what the resident's app is set to; a hint, no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town, village, neighbourhood or postcode, or a shared position, with where it lies."""

    name: str
    lat: float
    lon: float
    province: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """First and last day (inclusive) and the part of the day, as far as they were said."""

    start: date | None = None
    end: date | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What a message states besides its topic."""

    place: Place | None = None
    when: When | None = None
    kind: Kind | None = None
    themes: tuple[Theme, ...] = ()
    audiences: tuple[Audience, ...] = ()
    format: Format | None = None
    organisation: str | None = None  # the id, or the name as typed where we do not know it
    namesakes: tuple[Place, ...] = ()  # places of one name of which we cannot tell which is meant
    nearly: tuple[Place, ...] = ()  # places the spelling comes close to; to be asked back


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The request as it stands after follow-ups: a topic and the merged slots."""

    topic: str | None = None
    slots: Slots = Slots()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The little that is remembered of one chat, for at most 30 minutes, in memory only."""

    query: Query = Query()
    language: str | None = None  # chosen with /taal, or the language last written in
    language_chosen: bool = False  # it was chosen, so it stays whatever is written in
    shown: tuple[str, ...] = ()  # ids of the activities or organisations last listed, in order
    awaiting: str = ""  # what the bot asked back: "place", "topic"
    alarmed: int = 0  # safety replies given in this chat so far
    greeted: bool = False
    touched: datetime | None = None
    gap: str = ""  # a question that was not understood, scrubbed, until it may be passed on or not
    gap_closed: bool = False  # passing a question on is not offered (again) in this chat
    options: tuple[tuple[str, str], ...] = field(default=())  # (label, payload) last offered
