"""The small language in which patterns are written, and the vocabulary they are written over.

``IK ... WILLEN .. dood & !VROEGER``: capitals name a word class, other words stand for
themselves. ``a|b`` is a choice of words, ``(er aan|eraan)`` of groups; ``?`` makes the word before
it optional. ``..`` skips up to two words, ``..4`` up to four, ``...`` up to six and commas too,
``//`` everything. ``^`` begins a sentence, ``$`` ends a clause. ``&`` joins what stands in one
sentence in any order, ``!`` names what may not stand there.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.core.safety.patterns import (
    FAR_GAP,
    NEAR_GAP,
    Choice,
    End,
    Gap,
    Later,
    Part,
    Pattern,
    Sequence,
    Start,
    Word,
)
from bot.core.safety.words import WordIndex, index_words, plain

FILLER = "VUL"
_SIGN = re.compile(r"\.{2,3}\d*|//|[()|?&!^$]|[^\s()|?&!^$]+")
_GAP = re.compile(r"(\.{2,3})(\d*)")
_ALONE = (["|"], [")"])  # what follows a word that is a whole option
_SIGNS: Mapping[str, Part] = {
    "//": Later(),
    "^": Start(),
    "$": End(),
}


class PatternError(ValueError):
    """A pattern that cannot be read, with what is wrong in plain Dutch."""


@dataclass(slots=True, kw_only=True)
class Vocabulary:
    """The word classes while patterns are read; literal words become classes of their own."""

    classes: Mapping[str, tuple[str, ...]]
    numbers: dict[str, int] = field(default_factory=dict)
    words: dict[int, tuple[str, ...]] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    read: dict[str, Part] = field(default_factory=dict)  # whole parts, by how they are written

    def part(self, name: str) -> Part:
        """The part that a class name or a literal word stands for."""
        if name not in self.parts:
            if name.isupper() and name.replace("_", "").isalpha():
                self.parts[name] = self._class_part(name)
            elif len(words := name.split("-")) > 1 and all(words):
                self.parts[name] = Sequence(tuple(map(self.part, words)))  # as a text is split
            else:
                self.parts[name] = Word(self._number(name, (_key(name),)))
        return self.parts[name]

    def index(self, everyday: Iterable[str]) -> WordIndex:
        """The index over all words that were used."""
        self.part(FILLER)
        everyday = (plain(word) for word in everyday)
        return index_words(self.words, everyday, self.numbers, FILLER)

    def _class_part(self, name: str) -> Part:
        if name not in self.classes:
            raise PatternError(f"de woordsoort {name} bestaat niet")
        single, options = self._members(name, (name,))
        if single:
            options.insert(0, Word(self._number(name, tuple(dict.fromkeys(single)))))
        if not options:
            return Choice(())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _members(self, name: str, trail: tuple[str, ...]) -> tuple[list[str], list[Part]]:
        """The single words of a class and of the classes in it, and its longer expressions."""
        single: list[str] = []
        options: list[Part] = []
        for entry in self.classes[name]:
            if entry.isupper() and entry.replace("_", "").isalpha():
                if entry in trail or entry not in self.classes:
                    raise PatternError(f"{name} verwijst naar {entry}: dat kan hier niet")
                inner, more = self._members(entry, (*trail, entry))
                single += inner
                options += more
            elif re.fullmatch(r"[^\s|()?&!^$/-]+", entry) and ".." not in entry:
                single.append(_key(entry))
            else:
                options.append(read_part(entry, self))
        return single, options

    def _number(self, name: str, words: tuple[str, ...]) -> int:
        if name not in self.numbers:
            self.numbers[name] = len(self.numbers)
            self.words[self.numbers[name]] = words
        return self.numbers[name]


def read_pattern(text: str, vocabulary: Vocabulary) -> Pattern:
    """A whole pattern; raises PatternError where it cannot be read."""
    wanted: list[Part] = []
    unwanted: list[Part] = []
    for piece in map(str.strip, text.split("&")):
        if not piece:
            raise PatternError(f"er staat niets voor of na & in {text!r}")
        if piece.startswith("!"):
            unwanted.append(read_part(piece[1:], vocabulary))
        else:
            wanted.append(read_part(piece, vocabulary))
    if not wanted:
        raise PatternError(f"{text!r} zegt alleen wat er niet mag staan")
    needed = tuple(dict.fromkeys(need for part in wanted for need in part.needs()))
    if not needed:
        raise PatternError(f"{text!r} past op elke zin")
    names = tuple(dict.fromkeys(re.findall(r"\b[A-Z][A-Z_]+\b", text.split("!", maxsplit=1)[0])))
    return Pattern(
        wanted=tuple(wanted),
        unwanted=tuple(unwanted),
        needed=needed,
        classes=names,
        text=text,
    )


def read_part(text: str, vocabulary: Vocabulary) -> Part:
    """One part of a pattern: words, classes, gaps, choices and groups."""
    known = vocabulary.read.get(text)
    if known is not None:
        return known
    signs = _SIGN.findall(text)
    part, rest = _read_sequence(signs, 0, vocabulary)
    if rest != len(signs):
        raise PatternError(f"{text!r} heeft een haakje te veel")
    vocabulary.read[text] = part
    return part


def _read_group(signs: list[str], at: int, vocabulary: Vocabulary) -> tuple[Part, int]:
    options: list[Part] = []
    while True:
        known = vocabulary.parts.get(signs[at]) if signs[at + 1 : at + 2] in _ALONE else None
        if known is not None:  # most of a choice are single words that were met before
            part, at = known, at + 1
        else:
            part, at = _read_sequence(signs, at, vocabulary, ends=")|")
        options.append(part)
        if at >= len(signs):
            raise PatternError("er is een haakje niet gesloten")
        at += 1
        if signs[at - 1] == ")":
            return (options[0] if len(options) == 1 else Choice(tuple(options))), at


def _read_sequence(
    signs: list[str], at: int, vocabulary: Vocabulary, ends: str = ")"
) -> tuple[Part, int]:
    parts: list[Part] = []
    while at < len(signs) and signs[at] not in ends:
        if ends == ")|":
            part, at = _read_one(signs, at, vocabulary)
            if at < len(signs) and signs[at] == "?":
                part, at = Choice((part,), True), at + 1
            parts.append(part)
            continue
        part, at = _read_choice(signs, at, vocabulary)
        parts.append(part)
    if not parts:
        raise PatternError("er staat een leeg stuk in een patroon")
    return (parts[0] if len(parts) == 1 else Sequence(tuple(parts))), at


def _read_choice(signs: list[str], at: int, vocabulary: Vocabulary) -> tuple[Part, int]:
    part, at = _read_one(signs, at, vocabulary)
    options = [part]
    while at < len(signs) and signs[at] == "|":
        part, at = _read_one(signs, at + 1, vocabulary)
        options.append(part)
    optional = at < len(signs) and signs[at] == "?"
    if len(options) == 1 and not optional:
        return options[0], at
    return Choice(tuple(options), optional), at + optional


def _read_one(signs: list[str], at: int, vocabulary: Vocabulary) -> tuple[Part, int]:
    if at >= len(signs) or signs[at] in "|?)!":
        raise PatternError("er staat een teken op een plek waar een woord hoort")
    sign = signs[at]
    known = vocabulary.parts.get(sign) or _SIGNS.get(sign)
    if known is not None:
        return known, at + 1
    if gap := _GAP.fullmatch(sign):
        far = gap[1] == "..."
        return Gap(int(gap[2] or (FAR_GAP if far else NEAR_GAP)), far), at + 1
    if sign == "(":
        return _read_group(signs, at + 1, vocabulary)
    return vocabulary.part(sign), at + 1


def _key(entry: str) -> str:
    """A class word in plain form, with its star where it has one."""
    if "*" not in entry:
        return plain(entry)
    head, tail = entry.startswith("*"), entry.endswith("*")
    return "*" * head + plain(entry.strip("*")) + "*" * tail
