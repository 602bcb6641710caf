"""What the safety screen goes by: levels, rules with their guards, lines, replies and the net."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.help_lines import HelpLine
from bot.core.safety_net import SafetyNet
from bot.core.safety_patterns import Pattern, Tokens
from bot.core.safety_words import WordIndex


class Level(StrEnum):
    """What a message is about, in order of precedence."""

    DANGER = "danger"
    SUICIDE = "suicide"
    HARM = "harm"
    UNSAFE = "unsafe"
    CONFUSION = "confusion"
    TREATMENT = "treatment"
    CONCERN = "concern"


PRECEDENCE = tuple(Level)
CRISIS = frozenset(PRECEDENCE[:5])


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What makes a pattern mean something else: the past, mourning, a figure of speech."""

    name: str
    patterns: tuple[Pattern, ...]
    whole: bool = False  # holds for the whole message, not only for its own sentence

    def sentences(self, tokens: Tokens) -> int:
        """The positions of the sentences it excuses."""
        held = 0
        for pattern in self.patterns:
            held |= pattern.sentences(tokens)
            if held and self.whole:
                return -1
        return held


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One sort of alarm: its level, its lines, and the patterns that raise it."""

    id: str
    level: Level
    patterns: tuple[Pattern, ...]
    lines: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()  # names of guards
    other: bool = False  # the worry is about someone else
    stopping: bool = False  # about stopping, changing or taking too much
    language: str = "nl"
    proofs: tuple[str, ...] = ()
    counter_proofs: tuple[str, ...] = ()
    line: int = 0  # in the file it was read from
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyRules:
    """All that the screen and its replies go by; compiled once, never changed."""

    index: WordIndex
    rules: tuple[Rule, ...]
    guards: Mapping[str, Guard]
    level_lines: Mapping[Level, tuple[str, ...]]
    lines: Mapping[str, HelpLine]
    replies: Mapping[str, Mapping[str, str]]  # name of a reply → language → text
    minor_words: frozenset[str] = field(default_factory=frozenset)
    net: SafetyNet | None = None  # fitted to examples; the screen works without it
