"""Reads conversations that must always go well: what they do, and what is in our answer.

The same files stand in `tests/conversations/`, where they may also take something as given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from bot.core.message import Matter, Message
from bot.knowledge.entry import Entry, Words
from bot.knowledge.problems import Report, Spot
from bot.knowledge.reader import read_file
from bot.knowledge.shapes import Shape

FOLDER = "proeven"
USUAL_MOMENT = datetime(2026, 11, 25, 14)  # noqa: DTZ001 - local time; a Wednesday afternoon


class Act(StrEnum):
    """What they do in a turn."""

    SAYS = "zij"
    PRESSES = "knop"
    SHARES = "locatie"
    SENDS = "stuurt"


SENT: Mapping[str, Matter] = {
    "spraak": Matter.VOICE,
    "foto": Matter.PICTURE,
    "sticker": Matter.STICKER,
    "iets anders": Matter.OTHER,
}
_CHANGE = ("voor", "wat", "van", "tot", "tijd", "dag", "plek", "reden", "bericht")
_ACTS = ", ".join(f"‘{act}’" for act in Act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing they do, and what our answer must and must not hold.

    `message` is nothing where a button is pressed, by a part of the words on it: `words`.
    """

    act: Act
    words: str
    message: Message | None
    spot: Spot
    now: datetime | None
    holds: tuple[Words, ...]
    lacks: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One conversation; what it takes as given stands in `feed` and `changes`."""

    name: str
    spot: Spot
    now: datetime
    turns: tuple[Turn, ...]
    not_yet: str = ""  # why it does not go well yet
    feed: str = ""
    changes: tuple[Mapping[str, str], ...] = ()


def read_conversations(folder: Path, report: Report) -> tuple[Conversation, ...]:
    """The conversations that editors wrote; each with a name of its own."""
    found: dict[str, Conversation] = {}
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        entry = read_file(path, report, f"{FOLDER}/{path.name}")
        one = read_conversation(entry) if entry else None
        if one is None:
            continue
        if one.name in found:
            report.error(
                one.spot,
                "dubbele-naam",
                f"Zo heet het gesprek in {found[one.name].spot.path} ook.",
                "Geef elk gesprek een eigen naam.",
            )
        found.setdefault(one.name, one)
    return tuple(found.values())


def read_conversation(entry: Entry, *, given: bool = False) -> Conversation | None:
    """One conversation; None where it cannot be held. `given`: whether it may take things so."""
    name = entry.needed("naam")
    now = _moment(entry) or USUAL_MOMENT
    feed = entry.text("bron") if given else ""
    not_yet = entry.text("nog niet") if given else ""
    changes = tuple(_change(one) for one in entry.entries("wijzigingen")) if given else ()
    turns = [_turn(one) for one in entry.entries("gesprek")]
    if not turns and "gesprek" not in entry:
        entry.report.error(
            entry.spot,
            "ontbreekt",
            "Hier ontbreekt ‘gesprek’.",
            "Zet er een regel bij: gesprek: met daaronder - zij: een vraag",
        )
    entry.done()
    whole = tuple(one for one in turns if one is not None)
    if not name or not whole or len(whole) < len(turns):
        return None
    return Conversation(
        name=name,
        spot=entry.places.get("naam", entry.spot),
        now=now,
        turns=whole,
        not_yet=not_yet,
        feed=feed,
        changes=changes,
    )


def _turn(entry: Entry) -> Turn | None:
    entry.expect((Act.SAYS, Act.PRESSES))
    entry.expect((Act.SHARES,), Shape.TEXTS)
    entry.expect((Act.SENDS,), Shape.CHOICE, SENT)
    acts = [act for act in Act if act in entry]
    holds, lacks, now = entry.listed("wij"), entry.listed("niet"), _moment(entry)
    spot = entry.spot
    words, message = _act(entry, acts[0]) if len(acts) == 1 else ("", None)
    entry.done()
    if len(acts) != 1:
        entry.report.error(
            spot,
            "ontbreekt" if not acts else "onbekende-sleutel",
            "In één beurt doen zij één ding.",
            f"Kies er één: {_ACTS}.",
        )
        return None
    if not (holds or lacks):
        entry.report.error(
            spot,
            "ontbreekt",
            "Deze beurt vraagt niets van ons antwoord.",
            "Zet erbij wat er in het antwoord hoort: wij: …",
        )
        return None
    if message is None and not (acts[0] is Act.PRESSES and words):
        return None
    return Turn(
        act=acts[0], words=words, message=message, spot=spot, now=now, holds=holds, lacks=lacks
    )


def _act(entry: Entry, act: Act) -> tuple[str, Message | None]:
    """The words of an act, and the message that it is."""
    match act:
        case Act.SAYS:
            said = entry.text(act)  # an empty message is one too
            return said, Message(text=said)
        case Act.PRESSES:
            return entry.needed(act), None
        case Act.SENDS:
            matter = entry.choice(act, SENT)
            return entry.text(act), Message(matter=matter) if matter else None
        case Act.SHARES:
            return _position(entry)


def _position(entry: Entry) -> tuple[str, Message | None]:
    listed = entry.texts(Act.SHARES)
    try:
        lat, lon = map(float, listed)
    except ValueError:
        entry.report.error(
            entry.places[Act.SHARES],
            "onbekende-waarde",
            "Een locatie is twee getallen.",
            "Schrijf: locatie: [52.78, 6.90]",
        )
        return "", None
    return ", ".join(listed), Message(matter=Matter.POSITION, lat=lat, lon=lon)


def _change(entry: Entry) -> Mapping[str, str]:
    told = {key: entry.text(key) for key in _CHANGE}
    entry.done()
    return {key: text for key, text in told.items() if text}


def _moment(entry: Entry) -> datetime | None:
    found = entry.words("nu")
    if found is None:
        return None
    try:
        return datetime.fromisoformat(found.text).replace(tzinfo=None)
    except ValueError:
        entry.report.error(
            found.spot,
            "datum",
            f"‘{found.text}’ is geen dag met een tijd.",
            "Schrijf: nu: 2026-11-25T14:00",
        )
        return None
