"""What the net makes of a text, and what follows from it beside the patterns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.safety.net import DANGER, LEVELS, TREATMENT
from bot.core.safety.rules import CRISIS, Level, SafetyRules, Verdict
from bot.core.safety.sight import Hit, Sight, net_features, net_places, settled_places

# From which chance the net decides alone. Chosen on writers it had not been fitted to: about one
# in twenty hard negatives and one in a hundred ordinary questions sets it off.
CRISIS_FROM = 0.52  # the whole message
CRISIS_IN_STORY_FROM = 0.85  # a long message, of which much is about something else
STORY_FROM = 45  # words
CRISIS_IN_PHRASE_FROM = 0.95  # what stands between two commas or stops, by itself
CRISIS_IN_PHRASE_OF_STORY_FROM = 0.99  # of many phrases one may sound like anything
CRISIS_OVER_TREATMENT_FROM = 0.85  # where a treatment question was seen, or is likelier
# Below which chance the net overrules a pattern of danger. With 0 it never would: of 2,680 plain
# questions one more would raise an alarm. With 0.3 it silenced true alarms too.
DOUBTED_BELOW = 0.1
TREATMENT_FROM = 0.45
TREATMENT_IN_REST_FROM = 0.45  # where a part of the message is settled to be something else
TREATMENT_IN_SENTENCE_FROM = 0.95
TREATMENT_FROM_WORDS = 3  # "autisme" and "psycholoog" alone ask for a group as well as for a cure


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece of a text by its places, with the chance of each label of the net."""

    places: int
    chances: list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The pieces that were weighed for danger and those for treatment; none without a net.

    The first of each is the text without what guards have settled; the others are, for danger,
    what stands between its commas and stops, and for treatment its sentences.
    """

    danger: tuple[Weighed, ...]
    treatment: tuple[Weighed, ...]
    known: bool = False  # a net that knows nothing of a text may not overrule its hits


def weigh(sight: Sight, rules: SafetyRules) -> Weighing:
    """The chances of all that guards leave open."""
    net = rules.net
    if net is None:
        return Weighing(danger=(), treatment=())
    settled = {verdict: settled_places(sight, rules, verdict) for verdict in Verdict}
    danger = tuple(net_places(sight, sight.tokens.phrases, settled[Verdict.DANGER]))
    treatment = tuple(net_places(sight, sight.tokens.sentences, settled[Verdict.TREATMENT]))
    every = tuple(dict.fromkeys((*danger, *treatment)))
    if not every:
        return Weighing(danger=(), treatment=())
    features = net_features(sight, rules, every)
    weighed = dict(zip(every, map(Weighed, every, net.chances(features)), strict=True))
    return Weighing(
        danger=tuple(weighed[places] for places in danger),
        treatment=tuple(weighed[places] for places in treatment),
        known=bool(sight.hits) and net.knows(features),
    )


def upheld(sight: Sight, weighing: Weighing) -> tuple[Hit, ...]:
    """The hits of patterns that the net does not overrule."""
    if not weighing.known:
        return sight.hits
    return tuple(hit for hit in sight.hits if not _doubted(hit, sight, weighing.danger))


def _doubted(hit: Hit, sight: Sight, weighed: Sequence[Weighed]) -> bool:
    """Whether the net sees no danger where a pattern did.

    Only where it has weighed each phrase of the hit by itself, and of no question for treatment:
    that pulls the chance of danger down. In a long phrase much else drowns a few words.
    """
    if hit.rule.level not in CRISIS or not weighed:
        return False
    if weighed[0].chances[DANGER] >= DOUBTED_BELOW:
        return False
    if any(other.rule.level is Level.TREATMENT for other in sight.hits):
        return False
    return all(
        chance < DOUBTED_BELOW and phrase.bit_count() <= STORY_FROM
        for phrase, chance in _by_phrase(sight, weighed)
        if hit.places & phrase
    )


def _by_phrase(sight: Sight, weighed: Sequence[Weighed]) -> Iterator[tuple[int, float]]:
    """Every phrase with its chance of danger; 1 where it was not weighed."""
    phrases = sight.tokens.phrases
    first = weighed[0].chances[DANGER]
    chances = {one.places: one.chances[DANGER] for one in weighed}
    for phrase in phrases:
        yield phrase, first if len(phrases) == 1 else chances.get(phrase, 1.0)


def netted(
    sight: Sight, hits: Sequence[Hit], weighing: Weighing, labels: Sequence[str]
) -> dict[Level, float]:
    """The levels that the net finds likely where no pattern has decided, with the chance."""
    decided = {hit.rule.level for hit in hits}
    found: dict[Level, float] = {}
    if not decided & CRISIS:
        for one, limit in zip(weighing.danger, _crisis_limits(sight, decided), strict=False):
            crisis, treatment = one.chances[DANGER], one.chances[TREATMENT]
            if crisis >= (max(limit, CRISIS_OVER_TREATMENT_FROM) if treatment > crisis else limit):
                levels = one.chances[LEVELS:]
                likeliest = Level(labels[LEVELS + levels.index(max(levels))])
                found[likeliest] = max(crisis, found.get(likeliest, 0.0))
    if Level.TREATMENT not in decided and len(sight.words) >= TREATMENT_FROM_WORDS:
        for one, limit in zip(weighing.treatment, _treatment_limits(weighing), strict=False):
            if one.chances[TREATMENT] >= limit:
                found[Level.TREATMENT] = max(
                    one.chances[TREATMENT], found.get(Level.TREATMENT, 0.0)
                )
    return found


def _crisis_limits(sight: Sight, decided: set[Level]) -> Iterator[float]:
    long = len(sight.words) > STORY_FROM
    first = CRISIS_IN_STORY_FROM if long else CRISIS_FROM
    yield CRISIS_OVER_TREATMENT_FROM if Level.TREATMENT in decided else first
    while True:
        yield CRISIS_IN_PHRASE_OF_STORY_FROM if long else CRISIS_IN_PHRASE_FROM


def _treatment_limits(weighing: Weighing) -> Iterator[float]:
    whole = weighing.treatment and weighing.treatment[0].places == -1
    yield TREATMENT_FROM if whole else TREATMENT_IN_REST_FROM
    while True:
        yield TREATMENT_IN_SENTENCE_FROM
