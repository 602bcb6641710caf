"""Writes a bubble as Telegram messages: HTML, keyboards, and never too long."""

import html
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.reply import CHOICE_LIMIT, Bubble, Button, Document, Link, Piece, Strong, Venue

TEXT_LIMIT = 4096  # UTF-16 units of one message after the marks are taken out (Bot API)
SHARE_LOCATION = "Deel mijn locatie"
OR_SHARE_LOCATION = "Of deel je locatie met de knop hieronder. Telegram ziet die dan ook."
PLACEHOLDER = "Typ je plaats of postcode"

# A keyboard as the Bot API takes it; the library's objects of it cost fifteen times as much.
Markup = dict[str, Any]

_LOG = logging.getLogger(__name__)
_SENTENCE_END = re.compile(r"[.!?…]\s+")
_LINKED_SCHEMES = ("https://", "http://", "tg://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One message to send: a text with an optional keyboard, a venue, or a file."""

    pieces: tuple[Piece, ...] = ()
    rows: tuple[tuple[Button, ...], ...] = ()
    venue: Venue | None = None
    asks_location: bool = False
    document: Document | None = None

    @property
    def html(self) -> str:
        """The text with Telegram's HTML marks."""
        return "".join(_mark(piece) for piece in self.pieces)

    @property
    def plain(self) -> str:
        """The text without marks, with the choices to type; for when the marks are refused."""
        text = Bubble(pieces=self.pieces).text.strip()
        if self.venue:
            text = f"{self.venue.title}\n{self.venue.address}"
        if self.document:
            text = self.document.name
        lines = [
            f"- {button.label}: {button.url}" if button.url else f"- {button.label}"
            for row in self.rows
            for button in row
        ]
        return "\n\n".join(part for part in (text, "\n".join(lines)) if part)

    @property
    def markup(self) -> Markup | None:
        """The keyboard, if there is one."""
        if self.asks_location:
            return location_keyboard()
        return inline_keyboard(self.rows)


def render(bubble: Bubble) -> tuple[Parcel, ...]:
    """Give the messages that say this bubble; buttons stand under the last piece of its text."""
    texts = split(bubble.pieces)
    if not texts:
        lone = Parcel(venue=bubble.venue, rows=bubble.buttons)
        return (lone,) if bubble.venue else ()
    parcels = [Parcel(pieces=pieces) for pieces in texts[:-1]]
    has_choices = any(bubble.buttons)
    parcels.append(
        Parcel(
            pieces=texts[-1],
            rows=bubble.buttons,
            asks_location=bubble.asks_location and not has_choices,
        )
    )
    if bubble.venue:
        parcels.append(Parcel(venue=bubble.venue))
    if bubble.document:
        parcels.append(Parcel(document=bubble.document))
    if bubble.asks_location and has_choices:
        parcels.append(Parcel(pieces=(OR_SHARE_LOCATION,), asks_location=True))
    return tuple(parcels)


def split(pieces: Sequence[Piece], limit: int = TEXT_LIMIT) -> tuple[tuple[Piece, ...], ...]:
    """Cut a text that is too long at a blank line, a line, a sentence or a word, in this order."""
    parts: list[tuple[Piece, ...]] = []
    rest = tuple(pieces)
    while len(text := "".join(_words(piece) for piece in rest)) > (fit := _fitting(text, limit)):
        head, rest = _cut(rest, _best_cut(text[:fit]))
        parts.append(head)
    parts.append(rest)
    return tuple(part for part in parts if "".join(_words(piece) for piece in part).strip())


def inline_keyboard(rows: Sequence[Sequence[Button]]) -> Markup | None:
    """Give the buttons that stand under a message."""
    keys = [[key for button in row if (key := _key(button))] for row in rows]
    keys = [row for row in keys if row]
    return {"inline_keyboard": keys} if keys else None


def location_keyboard() -> Markup:
    """Give the one key by which a phone shares where it is."""
    return {
        "keyboard": [[{"text": SHARE_LOCATION, "request_location": True}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
        "input_field_placeholder": PLACEHOLDER,
    }


def _key(button: Button) -> Markup | None:
    if button.url:
        return {"text": button.label, "url": button.url}
    if 1 <= len(button.choice.encode()) <= CHOICE_LIMIT:
        return {"text": button.label, "callback_data": button.choice}
    _LOG.error("a button is left out: its payload is empty or longer than 64 bytes")
    return None


def _mark(piece: Piece) -> str:
    match piece:
        case str():
            return html.escape(piece, quote=False)
        case Strong(text=text):
            return f"<b>{html.escape(text, quote=False)}</b>"
        case Link(text=text, url=url):
            words = html.escape(text, quote=False)
            if url.startswith(_LINKED_SCHEMES):
                return f'<a href="{html.escape(url)}">{words}</a>'
            return words


def _words(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.text


def _fitting(text: str, limit: int) -> int:
    """Count the characters that fit; a character outside the basic plane takes two units."""
    if len(text) * 2 <= limit or len(text.encode("utf-16-le", "replace")) <= limit * 2:
        return len(text)
    units = 0
    for number, letter in enumerate(text):
        units += 2 if letter > "\uffff" else 1
        if units > limit:
            return number
    return len(text)


def _best_cut(window: str) -> int:
    for mark in ("\n\n", "\n"):
        if window.strip() and (at := window.rfind(mark)) > 0 and window[:at].strip():
            return at + len(mark)
    ends = [match.end() for match in _SENTENCE_END.finditer(window)]
    if ends:
        return ends[-1]
    return window.rfind(" ") + 1 or len(window)


def _cut(pieces: tuple[Piece, ...], at: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    for number, piece in enumerate(pieces):
        words = _words(piece)
        if at < len(words):
            if not isinstance(piece, str) and number > 0:
                at = 0  # marked words stay together where they can
            head, tail = _with(piece, words[:at]), _with(piece, words[at:])
            before = (*pieces[:number], head) if at else pieces[:number]
            return before, (tail, *pieces[number + 1 :])
        at -= len(words)
    return pieces, ()


def _with(piece: Piece, words: str) -> Piece:
    match piece:
        case str():
            return words
        case Strong():
            return Strong(text=words)
        case Link(url=url):
            return Link(text=words, url=url)
