"""What is new, changed and gone between two readings of a source."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from bot.core.model import Activity, Aspect, Contact, Fact, Location, Organisation
from bot.exchange.listing import ASPECT_NAMES
from bot.exchange.record import ImportedMeeting, Json

MUCH, MANY = 0.20, 10  # refused: more than this part gone, and more than this number
_MARKS = str.maketrans(dict.fromkeys("‘’‛′`´", "'") | dict.fromkeys("“”„‟″", '"'))
_DASHES = re.compile(r"[‐‑‒–—―−]")
_SPACES = re.compile(r"[\s\u200b\ufeff]+")
_STAMPS = frozenset({"updated", "time_formatted", "id", "DTSTAMP", "LAST-MODIFIED", "CREATED"})
_NOT_TOLD = frozenset({"id", "organisation", "source", "origin", "facts", "contact", "location"})
_NAMES = {
    "name": "naam", "kind": "soort", "themes": "thema", "audiences": "voor", "format": "vorm",
    "when": "wanneer", "except_": "behalve", "about": "kort", "status": "status",
    "town": "plaats", "street": "straat", "postcode": "postcode", "directions": "uitleg",
    "lat": "breedte", "lon": "lengte", "exact": "precies", "phone": "telefoon", "mail": "mail",
    "web": "web", "note": "uitleg",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that a source has changed, with what it was and is."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """One record that a source has changed."""

    before: ImportedMeeting
    after: ImportedMeeting
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The difference between what was held of a source and what it says now."""

    new: tuple[ImportedMeeting, ...] = ()
    changed: tuple[RecordChange, ...] = ()
    gone: tuple[ImportedMeeting, ...] = ()
    same: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs that people would see."""
        return not (self.new or self.changed or self.gone)


def compare(held: Iterable[ImportedMeeting], read: Iterable[ImportedMeeting]) -> Difference:
    """The difference by the id in the source; kinds of quotes, white space and stamps are none."""
    before = {one.activity.id: one for one in held}
    after = {one.activity.id: one for one in read}
    changed = [
        RecordChange(before=before[key], after=one, fields=told)
        for key, one in after.items()
        if key in before and (told := tuple(field_changes(before[key], one)))
    ]
    known = sum(key in before for key in after)
    return Difference(
        new=tuple(one for key, one in after.items() if key not in before),
        changed=tuple(changed),
        gone=tuple(one for key, one in before.items() if key not in after),
        same=known - len(changed),
    )


def refusal(difference: Difference, held: int) -> str:
    """Why so much going at once is suspect, in Dutch; empty where it is not."""
    gone = len(difference.gone)
    if gone <= MANY or gone <= MUCH * held:
        return ""
    return (
        f"Van de {held} bijeenkomsten zouden er {gone} in één keer verdwijnen. Dat lijkt een fout "
        "bij de bron, dus er is niets veranderd. Klopt het toch? Doe het dan met --force."
    )


def field_changes(before: ImportedMeeting, after: ImportedMeeting) -> Iterator[FieldChange]:
    """The fields that differ, by their Dutch name, or by the source's where we have none."""
    old, new = dict(_told(before)), dict(_told(after))
    for name in (*old, *(name for name in new if name not in old)):
        was, now = old.get(name, ""), new.get(name, "")
        if same_text(was) != same_text(now):
            yield FieldChange(field=name, before=was, after=now)


def same_text(text: str) -> str:
    """A text without what is no difference: kinds of quotes and dashes, and white space."""
    plain = _DASHES.sub("-", text.translate(_MARKS))
    return _SPACES.sub(" ", plain).strip()


def _told(meeting: ImportedMeeting) -> Iterator[tuple[str, str]]:
    """All that a record says, as texts by name."""
    yield from _fields(meeting.activity, "")
    yield from _facts(meeting.activity.facts)
    if meeting.activity.contact:
        yield from _fields(meeting.activity.contact, "contact: ")
    if meeting.location:
        yield from _fields(meeting.location, "plek: ")
    yield "organisatie", meeting.organisation.name
    yield from _fields(meeting.organisation.contact, "organisatie: ")
    for key, value in meeting.extra.items():
        if key not in _STAMPS and key not in meeting.instead_of:
            yield f"bron: {key}", _text(value)
    if "types" in meeting.extra:
        yield "bron: types", _text(meeting.extra["types"])


def _fields(
    record: Activity | Location | Contact | Organisation, prefix: str
) -> Iterator[tuple[str, str]]:
    for one in fields(record):
        value = getattr(record, one.name)
        if one.name not in _NOT_TOLD and value not in ("", None, ()):
            yield prefix + _NAMES.get(one.name, one.name), _plain(value)


def _facts(facts: Mapping[Aspect, Fact]) -> Iterator[tuple[str, str]]:
    for aspect, fact in facts.items():
        yield ASPECT_NAMES[aspect], f"{fact.value} {fact.detail}".strip()


def _plain(value: object) -> str:
    match value:
        case float():
            return f"{value:.5f}"
        case StrEnum():
            return value.value
        case tuple():
            return ", ".join(_plain(one) for one in value)
        case _:
            return str(value)


def _text(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(_text(one) for one in value)
    return _plain(value)
