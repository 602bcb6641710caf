"""Takes a message that tells several changes apart, so that each can be read on its own.

A message is cut only where each piece is a change by itself; what cannot be cut so is left whole,
and asked about as before.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from bot.core.changes.questions import MORE_PLACES, WHICH_DAY, Doubt
from bot.core.changes.text import ReadChange
from bot.core.programme.changes import What

Reader = Callable[[str], ReadChange]
_MOST = 5  # changes in one message
_MOST_JOINTS = 8  # places that are tried to cut at
_LONGEST = 400  # characters that are tried to cut elsewhere than at sentences
_SENTENCES = re.compile(r"\s*(?:\n+|;|[.!](?=\s|$))\s*")
_JOINTS = re.compile(
    r"\s*,\s*(?:(?:en|maar|ook|verder)\s+)?|\s+(?:en(?: ook)?|maar|&|\+)\s+", re.I
)
_BETWEEN = re.compile(r"\s*(?:,|&|\+|\ben\b)\s*", re.I)
_BARE = {What.CANCELLED: "vervalt", What.CLOSED_PERIOD: "dicht"}


def changes_in(text: str, read: Reader) -> tuple[str, ...]:
    """The changes that a message tells, each in words that stand alone; all of it where it is one.

    `read` reads one change.
    """
    read = cache(read)
    told = read(text)
    question = told.question or ""
    if question.startswith(MORE_PLACES):
        places = _BETWEEN.split(question.removeprefix(MORE_PLACES).partition(".")[0].strip())
        return _for_each(text, tuple(places), read) or _cut(text, read) or (text,)
    if told.doubt in (Doubt.SEVERAL, Doubt.LEFT_OVER) or question.startswith(WHICH_DAY):
        return _cut(text, read) or (text,)
    return (text,)


def for_each_activity(text: str, told: ReadChange, read: Reader) -> tuple[str, ...]:
    """The same change for each of the activities that are named together; else all of it."""
    named = tuple(_BETWEEN.split(told.activity or ""))
    found = _for_each(text, named, read) if told.doubt is None and len(named) > 1 else None
    return found or (text,)


def _for_each(text: str, names: tuple[str, ...], read: Reader) -> tuple[str, ...] | None:
    """The text with one name at a time, where all of it then is one change."""
    listed = re.compile(rf"{_BETWEEN.pattern}".join(map(re.escape, names)), re.I)
    if not 1 < len(names) <= _MOST or not all(names):
        return None
    place = listed.search(text)
    if place is None:
        return None
    found = tuple(f"{text[: place.start()]}{name}{text[place.end() :]}" for name in names)
    return found if all(_is_one(read(one)) for one in found) else None


def _cut(text: str, read: Reader) -> tuple[str, ...] | None:
    return next(filter(None, (_own(cut, read) for cut in _cuts(text))), None)


def _cuts(text: str) -> Iterator[tuple[str, ...]]:
    """Ways to cut a message, the plainest first: at its sentences, at one joint, at more."""
    sentences = tuple(one for one in _SENTENCES.split(text.strip()) if one)
    if len(sentences) > 1:
        yield sentences
    if len(text) > _LONGEST:
        return
    joints = list(islice(_JOINTS.finditer(text), _MOST_JOINTS))
    for joint in joints:
        yield text[: joint.start()], text[joint.end() :]
    pairs = ((one, two) for one in joints for two in joints if one.end() < two.start())
    for first, second in pairs:
        yield text[: first.start()], text[first.end() : second.start()], text[second.end() :]
    if len(sentences) > 1:
        yield tuple(piece for one in sentences for piece in _JOINTS.split(one) if piece)


def _own(pieces: tuple[str, ...], read: Reader) -> tuple[str, ...] | None:
    """The pieces that are changes, with the names that the others give; None where one is not."""
    told = [(piece, read(piece)) for piece in pieces if piece.strip()]
    changes = [(piece, one) for piece, one in told if not _is_aside(one)]
    if not 1 < len(changes) <= _MOST or not any(one.what for _, one in changes):
        return None
    names = _names_of([one for _, one in told])
    completed = [_completed(piece, one, names, changes, read) for piece, one in changes]
    if any(one is None for one in completed):
        return None
    found = tuple(dict.fromkeys(one for one in completed if one))
    return found if len(found) > 1 else None


def _is_aside(told: ReadChange) -> bool:
    """Whether a piece says no more than a name, a reason or a greeting."""
    return told.start is None and told.what in (None, What.NOTE)


def _names_of(told: list[ReadChange]) -> tuple[str, str]:
    """The activity that is named first, and the place where there is one for all."""
    places = {one.place for one in told if one.place}
    return (
        next((one.activity for one in told if one.activity and _is_whole(one)), ""),
        places.pop() if len(places) == 1 else "",
    )


def _is_whole(told: ReadChange) -> bool:
    return told.what is not None or told.start is None


def _completed(
    piece: str,
    told: ReadChange,
    names: tuple[str, str],
    others: list[tuple[str, ReadChange]],
    read: Reader,
) -> str | None:
    """A piece as a change of its own, with what it shares with the others; None where not one."""
    words = piece
    if told.what is None:
        shared = next((one.what for _, one in others if one.what in _BARE), None)
        if shared is None or told.start is None:
            return None
        words = f"{words} {_BARE[shared]}"
    lead = [names[0] if told.activity is None else "", names[1] if told.place is None else ""]
    named = " ".join([*filter(None, lead), words])
    if named != words and _is_one(other := read(named)) and _alike(other, read(words)):
        words = named
    return words if _is_one(read(words)) else None


def _alike(one: ReadChange, other: ReadChange) -> bool:
    """Whether two readings tell the same of what changes, whatever it is about."""
    off = {one.what, other.what} <= _BARE.keys()
    return (off or one.what is other.what) and (
        (one.start, one.end, one.new_time, one.new_place)
        == (other.start, other.end, other.new_time, other.new_place)
    )


def _is_one(told: ReadChange) -> bool:
    """Whether words tell one change, of which at most something can be asked."""
    if told.what in (None, What.NOTE) or told.start is None:
        return False
    if told.doubt is Doubt.DAY:
        return not (told.question or "").startswith(WHICH_DAY)
    return told.doubt not in (Doubt.SEVERAL, Doubt.PLACE, Doubt.WHAT, Doubt.LEFT_OVER)
