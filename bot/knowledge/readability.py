"""Says where a text is harder than B1: sentences that are long, words that have a simpler one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.problems import Report
from bot.knowledge.reader import read_file

FILE = "moeilijke-woorden.yaml"
LONGEST = 20  # words in a sentence
_SENTENCE = re.compile(r"[^.!?\n:;]+(?:[.!?:;](?=\S)[^.!?\n:;]*)*[.!?:;]*")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# Where a long sentence is best cut; of several the one nearest to the middle.
_JOINTS = re.compile(r"(?<=\s)(?:en|maar|want|omdat|zodat|waar|die|dat|als|of|dus|terwijl)(?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Some words of a text that are hard to read, why, and what to write instead."""

    found: str
    rule: str
    message: str
    hint: str


def read_hard_words(folder: Path, report: Report) -> dict[str, str]:
    """Each form of a hard word with what to write instead; nothing where there is no list."""
    path = folder / FILE
    entry = read_file(path, report, f"{folder.name}/{FILE}") if path.is_file() else None
    if entry is None:
        return {}
    return {
        form.strip().casefold(): entry.needed(key)
        for key in entry.keys()
        for form in key.split(",")
    }


def remarks_on(text: str, hard_words: Mapping[str, str]) -> Iterator[Remark]:
    """What makes a text harder than it has to be."""
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        count = len(_WORD.findall(sentence))
        if count > LONGEST:
            yield Remark(
                found=sentence,
                rule="lange-zin",
                message=f"Deze zin heeft {count} woorden. Meer dan {LONGEST} leest moeilijk.",
                hint=_cut(sentence),
            )
    seen = set()
    for match in _WORD.finditer(text):
        word = match.group()
        simpler = hard_words.get(word.casefold())
        if simpler and word.casefold() not in seen and not _is_name(text, match.start()):
            seen.add(word.casefold())
            yield Remark(
                found=word,
                rule="moeilijk-woord",
                message=f"‘{word}’ is voor veel mensen een moeilijk woord.",
                hint=f"Schrijf liever: {simpler}",
            )


def _is_name(text: str, start: int) -> bool:
    """Whether a word is part of a name: it has a capital and begins no sentence."""
    before = text[:start].rstrip(" \"'‘“(")
    return text[start].isupper() and bool(before) and before[-1] not in ".!?:\n"


def _cut(sentence: str) -> str:
    middle = len(sentence) / 2
    joints = sorted(_JOINTS.finditer(sentence), key=lambda one: abs(one.start() - middle))
    if not joints:
        return "Maak er twee zinnen van."
    after = " ".join(sentence[joints[0].start() :].split()[:3])
    return f"Maak er twee zinnen van, bijvoorbeeld bij ‘{after} …’."
