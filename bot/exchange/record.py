"""What an import yields: a record with where it came from, and what went wrong while reading."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2s
from html import unescape

from bot.core.model import Activity, Location, Organisation
from bot.exchange.proposal import Proposal

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

FED = "feed: opgehaald bij de bron"  # the note of a source that we read as a whole

_TAG = re.compile(r"<\s*(br|/p|/li|/div)\b[^>]*>|<!--.*?-->|</?[a-z][^>]*>", re.IGNORECASE | re.S)
_CONTROL = re.compile(r"[^\S\n]+|[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff]")
_LINES = re.compile(r"\n{3,}")
_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A source of records: its short name in our ids, its name for people, the day of reading."""

    id: str  # letters, digits and hyphens
    name: str
    address: str = ""  # where it was fetched, or the name of the file
    read: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where one record comes from."""

    feed: Feed
    identity: str  # the id of the record in its source
    format: str  # the format it was read from: meeting-guide, icalendar, tabel


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedMeeting:
    """One record of a source in our terms, with all that our terms have no place for.

    `extra` holds the fields of the source as they were that the model cannot say again in full;
    `instead_of` what the model alone says for those fields, so that a later edit is noticed;
    `left_out` the fields that an export adds and the source did not have.
    """

    activity: Activity
    organisation: Organisation
    provenance: Provenance
    location: Location | None = None
    extra: Mapping[str, Json] = field(default_factory=dict)
    instead_of: Mapping[str, Json] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()  # changes that the source itself states


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Something in a source that we could not read or left out on purpose, in plain Dutch."""

    record: str  # the id in the source, or its place in the file
    field: str
    message: str
    fatal: bool = False  # True: this record, or the whole file, is not taken over


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """All records of one reading of a source, and what went wrong."""

    feed: Feed
    meetings: tuple[ImportedMeeting, ...] = ()
    mistakes: tuple[Mistake, ...] = ()


def plain_text(text: str) -> str:
    """A text without markup, entities and control characters, its lines trimmed."""
    bare = _TAG.sub(lambda match: "\n" if match[1] else " ", text.replace("\r\n", "\n"))
    clean = unicodedata.normalize("NFC", unescape(bare)).replace("\r", "\n")
    lines = (_CONTROL.sub(" ", line).strip() for line in clean.split("\n"))
    return _LINES.sub("\n\n", "\n".join(lines)).strip()


def slug_of(text: str) -> str:
    """A text in small letters, digits and hyphens, for use in an id; never empty."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _UNSAFE.sub("-", bare).strip("-")[:64].rstrip("-") or digest(text)


def digest(*parts: str) -> str:
    """Ten hexadecimal digits that stand for a few texts."""
    return blake2s("\x1f".join(parts).encode(), digest_size=5).hexdigest()
