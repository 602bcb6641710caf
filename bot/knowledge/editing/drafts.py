"""Looks at a draft of one file as `check` would, without looking at every other file again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

from bot.core.lexicon.text import words_of
from bot.core.slots.slots import EXPLAINED, ORGANISATION
from bot.core.understanding.brain import compared
from bot.knowledge.checks import check_entry
from bot.knowledge.checks_examples import check_doubles
from bot.knowledge.checks_names import compared_name, note_double, spot_in_lines
from bot.knowledge.editing.held import Held
from bot.knowledge.editing.kinds import FOLDERS, FileKind, OneFile, kind_of, read_one
from bot.knowledge.editing.tree import composed
from bot.knowledge.problems import Problem, Report
from bot.knowledge.reader import read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One file as somebody would have it, what it holds, and what is wrong with it."""

    path: str
    kind: FileKind
    raw: bytes
    one: OneFile | None  # None where it cannot be read at all
    problems: tuple[Problem, ...]
    sound: bool


def look_at(held: Held, path: str, raw: bytes, today: date) -> Draft:
    """What a draft holds and what is wrong in it: all but what needs every question asked again.

    Left to a whole check are the proofs, the overlap of examples, and whether names are reached.
    Raises KeyError for a file that is not edited here.
    """
    kind = kind_of(path)
    if kind is None:
        raise KeyError(path)
    report, one = Report(), None
    entry = read_text(raw, path, report, composed)
    if entry is not None:
        one = read_one(kind, path, entry, held.gazetteer)
        lines = raw.decode("utf-8-sig").splitlines()
        check_entry(entry, lines, held.language, today, report)
        _check_names(held, path, lines, one, report)
        _check_examples(held, path, one, report)
    return Draft(
        path=path,
        kind=kind,
        raw=raw,
        one=one,
        problems=report.in_order(),
        sound=report.sound and one is not None,
    )


def _check_names(
    held: Held, path: str, lines: Sequence[str], one: OneFile, report: Report
) -> None:
    for sort, kind, names in _named(one):
        folder, stem = FOLDERS[kind], PurePosixPath(path).stem
        for name in dict.fromkeys(names):
            owner = held.owners.get((sort, compared_name(name)), stem)
            if owner != stem:
                spot = spot_in_lines(lines, path, name)
                note_double(spot, name, f"{folder}/{owner}.yaml", report)


def _named(one: OneFile) -> Iterable[tuple[str, FileKind, Sequence[str]]]:
    for each in one.directory.organisations.values():
        yield ORGANISATION, FileKind.ORGANISATION, (each.name, *each.names)
    if one.explanation:
        yield EXPLAINED, FileKind.EXPLANATION, one.explanation.names


def _check_examples(held: Held, path: str, one: OneFile, report: Report) -> None:
    keys = [_key_of(each.text) for each in one.examples]
    others = [
        (key, each)
        for key in dict.fromkeys(keys)
        for each in held.alike.get(key, ())
        if each.words.spot.path != path
    ]
    both = [*others, *zip(keys, one.examples, strict=True)]
    check_doubles(both, held.topics, report)


@lru_cache(maxsize=20_000)
def _key_of(text: str) -> str:
    """How an example is compared; while somebody types, all but one are as they were."""
    return compared(words_of(text))
