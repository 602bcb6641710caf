"""What the safety screen goes by: levels, rules with their guards, lines, replies and the net."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.safety.help_lines import HelpLine
from bot.core.safety.net import SafetyNet
from bot.core.safety.patterns import Pattern, words_beside
from bot.core.safety.words import WordIndex


class Level(StrEnum):
    """What a message is about, in order of precedence."""

    DANGER = "danger"
    SUICIDE = "suicide"
    HARM = "harm"
    UNSAFE = "unsafe"
    CONFUSION = "confusion"
    TREATMENT = "treatment"
    CONCERN = "concern"


class Scope(StrEnum):
    """How far a guard reaches."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    MESSAGE = "message"


class Verdict(StrEnum):
    """What the net is asked about a text."""

    DANGER = "danger"
    TREATMENT = "treatment"


PRECEDENCE = tuple(Level)
CRISIS = frozenset(PRECEDENCE[:5])


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """What makes a pattern mean something else: the past, mourning, a figure of speech."""

    name: str
    patterns: tuple[Pattern, ...]
    scope: Scope = Scope.SENTENCE
    settles: Verdict | None = None  # precise enough to keep its sentences from the net
    # Holds only where one of `beside` does too (or a question about treatment is settled), and
    # where in all other sentences none of `spoilers` does.
    beside: tuple[Pattern, ...] = ()
    spoilers: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A message that a rule must, or must not, hold for, and where it stands."""

    text: str
    path: str
    line: int


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
    proofs: tuple[Proof, ...] = ()
    counter_proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Gated:
    """A pattern of a rule or of a guard, to be looked at where its rarest word class occurs."""

    owner: Rule | Guard
    pattern: Pattern
    # A quick look before the pattern itself, which most patterns do not come through:
    musts: tuple[int, ...]  # classes without which it cannot hold
    beside: tuple[int, int] | None  # two classes of which the second soon follows the first


# Words so common that a pattern is not looked up by them if it has anything rarer.
_COMMON = frozenset((
    "ik de het een is en van niet mijn in te dat je op met voor er zijn die maar aan of wil kan "
    "mag moet heb hij ze naar bij nu meer hoe wat waar zo ook als uit me mij was the i to a my "
    "and groep"
).split())  # fmt: skip


def gate(
    rules: tuple[Rule, ...], guards: Mapping[str, Guard], index: WordIndex
) -> Mapping[int, tuple[Gated, ...]]:
    """All patterns by the one word class, of those they need, that the fewest texts hold."""
    cost: dict[int, int] = {}
    for word, numbers in (*index.words.items(), *index.prefixes.items(), *index.suffixes.items()):
        for number in numbers:
            cost[number] = cost.get(number, 0) + (1000 if word in _COMMON else 1)
    gates: dict[int, list[Gated]] = {}
    owners: tuple[Rule | Guard, ...] = (*guards.values(), *rules)
    for owner in owners:
        for pattern in owner.patterns:
            best = min(pattern.needed, key=lambda need: sum(cost.get(n, 0) for n in _bits(need)))
            musts = [need for need in pattern.needed if need != best and need.bit_count() == 1]
            rare = tuple(number for need in musts for number in _bits(need))
            gated = Gated(owner, pattern, rare, words_beside(pattern))
            for number in _bits(best):
                gates.setdefault(number, []).append(gated)
    return {number: tuple(gated) for number, gated in gates.items()}


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyRules:
    """All that the screen and its replies go by; compiled once, never changed."""

    index: WordIndex
    rules: tuple[Rule, ...]
    guards: Mapping[str, Guard]
    level_lines: Mapping[Level, tuple[str, ...]]
    lines: Mapping[str, HelpLine]
    replies: Mapping[str, Mapping[str, str]]  # name of a reply → language → text
    gates: Mapping[int, tuple[Gated, ...]] = field(default_factory=dict)  # of all patterns
    classes: str = ""  # a key of the word classes as they are written
    net: SafetyNet | None = None  # fitted to examples; the screen works without it

    def forget(self) -> None:
        """Forgets the single words that were kept to be quick; they are of residents."""
        self.index.forget()
        if self.net is not None:
            self.net.forget()
