"""The payloads behind buttons: short, stable over releases, and read back in one place.

A payload is `1:<verb>:<value>`; the number is the version, so that old buttons stay readable. Ids
of records are shortened to a hash, since a payload has 64 bytes and an id may be longer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2s

_VERSION = "1"


class Verb(StrEnum):
    """What a pressed button asks for."""

    TOPIC = "t"  # answer this topic
    ACTIVITY = "a"  # show this activity
    ORGANISATION = "o"  # show this organisation
    ROUTE = "r"  # show where this activity is
    PLACE = "p"  # search around this place
    NOW = "n"  # help lines now
    MENU = "m"  # what can be asked
    PLACE_ASK = "w"  # ask for another place
    LANGUAGE = "l"  # answer in this language
    FOLLOW = "f"  # ask whether to follow this
    REMIND = "e"  # ask whether to remind of this activity
    FOLLOW_YES = "y"  # follow this
    FOLLOW_NO = "q"  # follow nothing
    UNFOLLOW = "u"  # follow this no longer
    STOP_SENDING = "s"  # let nothing of this message go out any more
    CALENDAR = "c"  # give the dates of this activity as a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a payload says."""

    verb: Verb
    value: str = ""


def payload(verb: Verb, value: str = "") -> str:
    """The payload of a button."""
    return f"{_VERSION}:{verb}:{value}"


def read_payload(text: str) -> Choice | None:
    """What a payload says, or nothing where it is not one of ours."""
    version, _, rest = text.partition(":")
    verb, _, value = rest.partition(":")
    if version != _VERSION or verb not in Verb._value2member_map_:
        return None
    return Choice(verb=Verb(verb), value=value)


def short(identity: str) -> str:
    """Eight hexadecimal digits that stand for the id of a record in a payload."""
    return blake2s(identity.encode(), digest_size=4).hexdigest()


def named(value: str, identities: Iterable[str]) -> str | None:
    """The id that a shortened one stands for."""
    return next((identity for identity in identities if short(identity) == value), None)
