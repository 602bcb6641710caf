"""The safety screen: which levels of danger a text speaks of, before anything else is guessed."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.safety.rules import CRISIS, PRECEDENCE, Guard, Level, Rule, SafetyRules
from bot.core.safety.sight import Hit, Sight, look
from bot.core.safety.weighing import netted, upheld, weigh
from bot.core.understanding.language import language_of

__all__ = ["CRISIS", "PRECEDENCE", "Guard", "Level", "Rule", "SafetyRules", "Screening", "screen"]

READ_AT_MOST = 8000  # characters; of a longer text the beginning and the end are read
MINOR_BELOW = 18
YOUNG = range(16, 28)


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
    return screened(text, look(text, rules), rules)


def screened(text: str, sight: Sight, rules: SafetyRules) -> Screening:
    """As `screen`, of a text in which the patterns were looked for before."""
    weighing = weigh(sight, rules)
    held = upheld(sight, weighing)
    likely = netted(sight, held, weighing, rules.net.labels if rules.net else ())
    hits = [hit.rule for hit in held]
    found = {rule.level for rule in hits} | likely.keys()
    if not found:
        return Screening()
    levels = tuple(level for level in PRECEDENCE if level in found)
    crisis = [rule for rule in hits if rule.level in CRISIS]
    age = said_age(sight.words)
    return Screening(
        levels=levels,
        lines=_lines(levels, hits, rules),
        about_other=bool(crisis) and all(rule.other for rule in crisis),
        minor=age is not None and age < MINOR_BELOW,
        young=age in YOUNG,
        stopping=any(rule.stopping for rule in hits) or Level.TREATMENT in likely,
        language=hits[0].language if hits else language_of(text, sight.words),
        because=_because(held, likely),
    )


def _because(held: Iterable[Hit], likely: dict[Level, float]) -> tuple[str, ...]:
    """Which rules with which word classes decided, and where the net did."""
    ruled = (f"{hit.rule.id} {' '.join(hit.pattern.classes)}".rstrip() for hit in held)
    return (*ruled, *(f"net {level} {chance:.2f}" for level, chance in likely.items()))


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
_SPANS = frozenset((
    *("maand", "maanden", "mnd", "week", "weken", "dag", "dagen", "uur", "minuten", "keer"),
    *("months", "weeks", "days", "hours", "minutes", "kilo", "kg", "km", "mg", "procent", "euro"),
))  # fmt: skip
_SINCE = frozenset((
    *("clean", "nuchter", "droog", "sober", "getrouwd", "samen", "gescheiden", "bezig", "hier"),
    *("lid", "weg"),
))  # fmt: skip
