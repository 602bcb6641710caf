"""What goes out to a resident: bubbles of text with buttons, the same for every channel."""

from dataclasses import dataclass

CHOICE_LIMIT = 64  # bytes of a button's payload (Bot API, InlineKeyboardButton.callback_data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to a page; shown as a link where the channel can."""

    text: str
    url: str


Piece = str | Strong | Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A choice, or a link, with a label that makes sense alone; a payload is at most 64 bytes."""

    label: str
    choice: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A place to show on a map."""

    title: str
    address: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A small file to keep; its name holds small letters, digits, hyphens and one point."""

    name: str
    kind: str  # the media type
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """One message: text, rows of buttons, and perhaps a venue, a file or a question where one is.

    `calendar` is the id of an activity whose dates go with it as a file, which the shell makes.
    """

    pieces: tuple[Piece, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    venue: Venue | None = None
    asks_location: bool = False
    calendar: str = ""
    document: Document | None = None

    @property
    def text(self) -> str:
        """The text without marks; a link whose words are not its address is followed by it."""
        return "".join(_plain(piece) for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Everything that is said in answer to one message, in order."""

    bubbles: tuple[Bubble, ...] = ()


def _plain(piece: Piece) -> str:
    match piece:
        case str():
            return piece
        case Strong(text=text):
            return text
        case Link(text=text, url=url):
            return text if text == url else f"{text} ({url})"
