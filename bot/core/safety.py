"""The safety screen: which levels of danger a text speaks of, before anything else is guessed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.core.help_lines import HelpLine
from bot.core.safety_patterns import Pattern, Tokens
from bot.core.safety_words import WordIndex, read_tokens, split

READ_AT_MOST = 8000  # characters; of a longer text the beginning and the end are read
MINOR_BELOW = 18
YOUNG = range(16, 28)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What the screen found; ids only, never the words of the message."""

    levels: tuple[Level, ...] = ()
    lines: tuple[str, ...] = ()
    about_other: bool = False
    minor: bool = False
    young: bool = False
    stopping: bool = False  # the treatment question is about stopping, changing or taking too much
    language: str = "nl"
    because: tuple[str, ...] = ()

    @property
    def crisis(self) -> bool:
        """Whether a crisis reply is due."""
        return any(level in CRISIS for level in self.levels)

    @property
    def treatment(self) -> bool:
        """Whether the fixed reply to treatment questions is due."""
        return Level.TREATMENT in self.levels


def screen(text: str, rules: SafetyRules) -> Screening:
    """All levels that a text reaches, with the lines to show and why."""
    if len(text) > READ_AT_MOST:
        text = f"{text[: READ_AT_MOST // 2]}\n{text[-READ_AT_MOST // 2 :]}"
    words = split(text)
    tokens = read_tokens(words, rules.index)
    hits = _hits(tokens, rules)
    if not hits:
        return Screening()
    found = {rule.level for rule, _ in hits}
    levels = tuple(level for level in PRECEDENCE if level in found)
    crisis = [rule for rule, _ in hits if rule.level in CRISIS]
    age = said_age(words)
    return Screening(
        levels=levels,
        lines=_lines(levels, [rule for rule, _ in hits], rules),
        about_other=bool(crisis) and all(rule.other for rule in crisis),
        minor=(age is not None and age < MINOR_BELOW) or not rules.minor_words.isdisjoint(words),
        young=age in YOUNG,
        stopping=any(rule.stopping for rule, _ in hits),
        language=hits[0][0].language,
        because=tuple(f"{rule.id}: {' '.join(pattern.classes)}" for rule, pattern in hits),
    )


def _hits(tokens: Tokens, rules: SafetyRules) -> list[tuple[Rule, Pattern]]:
    excused: dict[str, int] = {}
    hits = []
    for rule in rules.rules:
        for pattern in rule.patterns:
            held = pattern.sentences(tokens)
            if not held:
                continue
            for name in rule.unless:
                if name not in excused:
                    excused[name] = rules.guards[name].sentences(tokens)
                held &= ~excused[name]
            if held:
                hits.append((rule, pattern))
                break
    return hits


def _lines(levels: tuple[Level, ...], hits: list[Rule], rules: SafetyRules) -> tuple[str, ...]:
    ids: dict[str, None] = {}
    for level in levels:
        own = [line for rule in hits if rule.level == level for line in rule.lines]
        ids.update(dict.fromkeys(own or rules.level_lines.get(level, ())))
    if any(level in CRISIS for level in levels):
        ids.setdefault("112")
    return tuple(ids)


def said_age(words: list[str]) -> int | None:
    """The age that someone says to have ("ik ben 15", "15 jaar oud"), if they say one."""
    for at, word in enumerate(words):
        if not (word.isascii() and word.isdigit() and len(word) < 3):
            continue
        before = words[max(0, at - 2) : at]
        after = words[at + 1 : at + 3]
        if after[:1] and after[0] in _SPANS:
            continue
        if after[:1] and after[0] in _YEARS and after[1:2] and after[1] in _SINCE:
            continue
        if before[-2:] in _I_AM or before[-1:] == ["im"] or after == ["jaar", "oud"]:
            return int(word)
    return None


_I_AM = (["ik", "ben"], ["ben", "ik"], ["ben", "pas"], ["ben", "nu"], ["i", "am"], ["ich", "bin"])
_YEARS = frozenset(("jaar", "jr", "years", "j"))
_SPANS = frozenset(
    [
        "maand",
        "maanden",
        "mnd",
        "week",
        "weken",
        "dag",
        "dagen",
        "uur",
        "minuten",
        "kilo",
        "kg",
        "km",
        "keer",
        "months",
        "weeks",
        "days",
        "hours",
        "minutes",
        "procent",
        "euro",
        "mg",
    ]
)
_SINCE = frozenset(
    [
        "clean",
        "nuchter",
        "droog",
        "getrouwd",
        "samen",
        "gescheiden",
        "sober",
        "bezig",
        "hier",
        "lid",
        "weg",
    ]
)
