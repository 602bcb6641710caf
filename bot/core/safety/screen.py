"""The safety screen: which levels of danger a text speaks of, before anything else is guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.safety.rules import CRISIS, PRECEDENCE, Guard, Level, Rule, SafetyRules
from bot.core.safety.sight import Hit, Sight, look, net_pieces
from bot.core.understanding.language import language_of

__all__ = ["CRISIS", "PRECEDENCE", "Guard", "Level", "Rule", "SafetyRules", "Screening", "screen"]

READ_AT_MOST = 8000  # characters; of a longer text the beginning and the end are read
MINOR_BELOW = 18
YOUNG = range(16, 28)
# From which chance the net decides alone. Chosen on writers it had not been fitted to: about one
# in twenty hard negatives and one in a hundred ordinary questions sets it off.
CRISIS_FROM = 0.65  # the whole message
CRISIS_IN_STORY_FROM = 0.85  # a long message, of which much is about something else
STORY_FROM = 45  # words
CRISIS_IN_SENTENCE_FROM = 0.97  # one sentence of a longer message
CRISIS_OVER_TREATMENT_FROM = 0.85  # where a pattern has already seen a treatment question
# Below which chance the net overrules a pattern of danger. Of 2,300 messages of danger that a
# pattern found, by writers the net had not been fitted to, it would have lost one in five hundred.
DOUBTED_BELOW = 0.3
TREATMENT_FROM = 0.45
TREATMENT_IN_SENTENCE_FROM = 0.95
TREATMENT_FROM_WORDS = 3  # "autisme" and "psycholoog" alone ask for a group as well as for a cure


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
    sight = look(text, rules)
    weighed = _weighed(sight, rules)
    upheld = tuple(hit for hit in sight.hits if not _doubted(hit, sight, weighed))
    netted = _netted(sight, upheld, weighed, rules)
    hits = [hit.rule for hit in upheld]
    found = {rule.level for rule in hits} | netted.keys()
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
        stopping=any(rule.stopping for rule in hits) or Level.TREATMENT in netted,
        language=hits[0].language if hits else language_of(text, sight.words),
        because=_because(upheld, netted),
    )


def _weighed(sight: Sight, rules: SafetyRules) -> list[tuple[int, list[float]]]:
    """What the net makes of the whole text and of its sentences, each with its places."""
    if rules.net is None:
        return []
    pieces = list(net_pieces(sight, rules, rules.net.letters))
    chances = rules.net.chances([one.features for one in pieces])
    return list(zip([one.places for one in pieces], chances, strict=True))


def _doubted(hit: Hit, sight: Sight, weighed: Sequence[tuple[int, list[float]]]) -> bool:
    """Whether the net sees no danger where a pattern did.

    Only where it has weighed each sentence of the hit by itself, and of no question for treatment:
    that pulls the chance of danger down. In a long sentence much else drowns a few words.
    """
    if hit.rule.level not in CRISIS or not weighed:
        return False
    if any(other.rule.level is Level.TREATMENT for other in sight.hits):
        return False
    places = {place: chances[0] for place, chances in weighed}
    if len(sight.tokens.sentences) == 1:
        places = {sight.tokens.sentences[0]: places[-1]}
    for sentence in sight.tokens.sentences:
        if hit.places & sentence:
            unsure = places.get(sentence, 1.0) >= DOUBTED_BELOW
            if unsure or sentence.bit_count() > STORY_FROM:
                return False
    return weighed[0][1][0] < DOUBTED_BELOW


def _netted(
    sight: Sight,
    upheld: Sequence[Hit],
    weighed: Sequence[tuple[int, list[float]]],
    rules: SafetyRules,
) -> dict[Level, float]:
    """The levels that the net finds likely where no pattern has decided, with the chance."""
    net = rules.net
    if net is None:
        return {}
    decided = {hit.rule.level for hit in upheld}
    found: dict[Level, float] = {}
    treated = Level.TREATMENT in decided
    crisis_from = CRISIS_IN_STORY_FROM if len(sight.words) > STORY_FROM else CRISIS_FROM
    if treated:
        crisis_from = CRISIS_OVER_TREATMENT_FROM
    quiet = len(sight.words) < TREATMENT_FROM_WORDS or any(
        rules.guards[name].quiets_net for name in sight.excused
    )
    treatment_from = TREATMENT_FROM
    for _, (crisis, treatment, *levels) in weighed:
        if crisis >= crisis_from and not decided & CRISIS:
            likeliest = Level(net.labels[2 + levels.index(max(levels))])
            found[likeliest] = max(crisis, found.get(likeliest, 0.0))
        if treatment >= treatment_from and not treated and not quiet:
            found[Level.TREATMENT] = max(treatment, found.get(Level.TREATMENT, 0.0))
        crisis_from, treatment_from = CRISIS_IN_SENTENCE_FROM, TREATMENT_IN_SENTENCE_FROM
    return found


def _because(upheld: Iterable[Hit], netted: dict[Level, float]) -> tuple[str, ...]:
    """Which rules with which word classes decided, and where the net did."""
    ruled = (f"{hit.rule.id} {' '.join(hit.pattern.classes)}".rstrip() for hit in upheld)
    return (*ruled, *(f"net {level} {chance:.2f}" for level, chance in netted.items()))


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
