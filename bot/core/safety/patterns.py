"""Patterns over words: which sequences of word classes stand in a text, found in linear time.

A set of positions is one integer: bit *i* says that a match may go on at token *i*. Every step of
a pattern is a shift and an "and" over the whole text, so there is nothing to go back to and no
text can make it slow.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

NEAR_GAP = 2  # ".." in a pattern: at most this many words, no comma in between
FAR_GAP = 6  # "..." in a pattern: at most this many words or commas, the same sentence
_ANY = -1  # instead of a class id
FILLERS = 2  # filler words (echt, gewoon, zo) that may stand between any two words of a pattern


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """A text as positions: which class stands where, where sentences and clauses end."""

    places: Mapping[int, int]  # class id → the positions where it stands
    have: int  # one bit for each class id that stands anywhere
    filler: int
    comma: int
    stop: int
    length: int
    sentences: tuple[int, ...]  # the positions of each sentence, its end included
    clauses: tuple[int, ...]  # the positions of each clause
    phrases: tuple[int, ...]  # what stands between two commas or stops


class Part(Protocol):
    """A part of a pattern."""

    def advance(self, starts: int, tokens: Tokens) -> int:
        """The positions just after this part, for all places where it may start."""
        ...

    def needs(self) -> tuple[int, ...]:
        """Sets of class ids; a text that lacks one of them altogether cannot match."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a class."""

    id: int

    def advance(self, starts: int, tokens: Tokens) -> int:
        """One step on where the class stands."""
        return (starts & tokens.places.get(self.id, 0)) << 1

    def needs(self) -> tuple[int, ...]:
        """The class itself."""
        return (1 << self.id,)


@dataclass(frozen=True, slots=True)
class Gap:
    """A few words of any kind, within the sentence."""

    words: int
    commas: bool

    def advance(self, starts: int, tokens: Tokens) -> int:
        """Where one is after skipping none, one, two … words."""
        blocked = tokens.stop if self.commas else tokens.stop | tokens.comma
        reached = here = starts
        for _ in range(self.words):
            here = (here & ~blocked) << 1
            reached |= here
        return reached & ((2 << tokens.length) - 1)

    def needs(self) -> tuple[int, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Later:
    """Anything up to the end of the text, over sentences."""

    def advance(self, starts: int, tokens: Tokens) -> int:
        """All positions from the first start on."""
        first = starts & -starts
        return ((2 << tokens.length) - 1) & ~(first - 1) if first else 0

    def needs(self) -> tuple[int, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of a sentence."""

    def advance(self, starts: int, tokens: Tokens) -> int:
        """The starts that begin a sentence."""
        return starts & (1 | tokens.stop << 1)

    def needs(self) -> tuple[int, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class End:
    """The end of a clause or of the text."""

    def advance(self, starts: int, tokens: Tokens) -> int:
        """The starts at which nothing of the clause is left."""
        return starts & (tokens.stop | tokens.comma | (1 << tokens.length))

    def needs(self) -> tuple[int, ...]:
        """Nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts after each other, with filler words in between."""

    parts: tuple[Part, ...]

    def advance(self, starts: int, tokens: Tokens) -> int:
        """One part after the other."""
        here = self.parts[0].advance(starts, tokens)
        for part in self.parts[1:]:
            if not here:
                return 0
            for _ in range(FILLERS):
                here |= (here & tokens.filler) << 1
            here = part.advance(here, tokens)
        return here

    def needs(self) -> tuple[int, ...]:
        """What all its parts need."""
        return tuple(need for part in self.parts for need in part.needs())


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several parts, or perhaps none."""

    options: tuple[Part, ...]
    optional: bool = False
    # One bit for each class of which an option needs one; None where an option needs nothing.
    telling: int | None = field(init=False, repr=False, compare=False)
    # For each option a class without which it cannot stand there, or _ANY.
    firsts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Works out by which classes a text shows that an option may stand in it."""
        each = [option.needs() for option in self.options]
        telling = 0
        for needs in filter(None, each):
            telling |= needs[0]
        object.__setattr__(self, "telling", telling if all(each) else None)
        object.__setattr__(self, "firsts", tuple(map(_first, self.options, each)))

    def advance(self, starts: int, tokens: Tokens) -> int:
        """Where any of the options leads."""
        here = starts if self.optional else 0
        if self.telling is not None and not self.telling & tokens.have:
            return here
        places = tokens.places
        for first, option in zip(self.firsts, self.options, strict=True):
            if first in places or first == _ANY:
                here |= option.advance(starts, tokens)
        return here

    def needs(self) -> tuple[int, ...]:
        """One need of each option, any of which is enough."""
        return () if self.optional or self.telling is None else (self.telling,)


def _first(option: Part, needs: tuple[int, ...]) -> int:
    """A class that an option cannot do without, or _ANY where it needs one of several."""
    if isinstance(option, Word):
        return option.id  # the number itself and no copy: there are 15,000
    return next((need.bit_length() - 1 for need in needs if need.bit_count() == 1), _ANY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Parts that must stand in one sentence in any order, and parts that may not stand there."""

    wanted: tuple[Part, ...]
    unwanted: tuple[Part, ...] = ()
    needed: tuple[int, ...] = ()
    classes: tuple[str, ...] = ()  # the names of the word classes, to say why it hit
    text: str = ""  # as it is written

    def clauses(self, tokens: Tokens) -> int:
        """The positions of the clauses in which the pattern ends; 0 where it does not hold."""
        have = tokens.have
        for need in self.needed:
            if not need & have:
                return 0
        everywhere = (1 << tokens.length) - 1
        first = self.wanted[0].advance(everywhere, tokens)
        held = widen(first >> 1, tokens.sentences)
        for part in self.wanted[1:]:
            if not held:
                return 0
            held &= widen(part.advance(everywhere, tokens) >> 1, tokens.sentences)
        for part in self.unwanted:
            if held:
                held &= ~widen(part.advance(everywhere, tokens) >> 1, tokens.sentences)
        return widen(first >> 1 & held, tokens.clauses) if held else 0


def words_beside(pattern: Pattern) -> tuple[int, int] | None:
    """Two classes of words that a pattern wants one after the other, if it has such."""
    for part in pattern.wanted:
        for one, other in pairwise(part.parts if isinstance(part, Sequence) else ()):
            if isinstance(one, Word) and isinstance(other, Word):
                return one.id, other.id
    return None


def follows(first: int, second: int) -> bool:
    """Whether any of the second positions comes soon enough after one of the first."""
    reached = 0
    for step in range(1, FILLERS + 2):
        reached |= first << step
    return bool(reached & second)


def widen(positions: int, stretches: tuple[int, ...]) -> int:
    """All positions of the stretches that hold any of these positions."""
    if not positions:
        return 0
    wide = 0
    for stretch in stretches:
        if stretch & positions:
            wide |= stretch
    return wide
