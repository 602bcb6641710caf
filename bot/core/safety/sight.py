"""What patterns and net see in a text, before it is decided what that means."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.safety.features import WORD_LIMIT, Features, Piece, features_of
from bot.core.safety.patterns import Pattern, Tokens, follows, widen
from bot.core.safety.rules import Gated, Guard, Rule, SafetyRules, Scope, Verdict
from bot.core.safety.words import read_tokens, split

STRETCH_FROM = 3  # words; a shorter sentence or phrase says too little to be weighed alone
STRETCHES = 16  # weighed alone at most


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that holds, the first of its patterns that does, and the clauses where it holds."""

    rule: Rule
    pattern: Pattern
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A text as the screen sees it."""

    words: list[str]
    tokens: Tokens
    hits: tuple[Hit, ...]
    excused: tuple[str, ...]  # names of the guards that hold anywhere
    seen: tuple[tuple[str, int], ...]  # all that matched, guards too, and in which clauses


def look(text: str, rules: SafetyRules) -> Sight:
    """Everything the patterns find."""
    words = split(text)
    tokens = read_tokens(words, rules.index)
    excused, raised = _matches(tokens, rules)
    excused = _without_lone_backdrops(excused, tokens, rules)
    seen = [("tenzij/" + name, held) for name, held in excused.items()]
    hits = []
    for rule in rules.rules if raised else ():
        found = raised.get(rule.id)
        if found is None:
            continue
        excuse = 0
        for name in rule.unless:
            excuse |= excused.get(name, 0)
        holding = [(pattern, held & ~excuse) for pattern, held in found if held & ~excuse]
        if holding:
            hits.append(Hit(rule, holding[0][0], _joined(held for _, held in holding)))
            seen.append(("raak/" + rule.level, hits[-1].places))
        seen.append((rule.id, _joined(held for _, held in found)))
    return Sight(
        words=words, tokens=tokens, hits=tuple(hits), excused=tuple(excused), seen=tuple(seen)
    )


def _without_lone_backdrops(
    excused: dict[str, int], tokens: Tokens, rules: SafetyRules
) -> dict[str, int]:
    """What guards excuse, less the backdrops to which there is no plain question."""
    backdrops = [rules.guards[name] for name in excused if rules.guards[name].beside]
    if not backdrops:
        return excused
    others = excused.keys() - {guard.name for guard in backdrops}
    settled = _settled(others, excused, Verdict.TREATMENT, rules)
    lone = {
        guard.name
        for guard in backdrops
        if not _is_backdrop(guard, excused[guard.name], settled, tokens)
    }
    return {name: held for name, held in excused.items() if name not in lone}


def _is_backdrop(guard: Guard, held: int, settled: int, tokens: Tokens) -> bool:
    plain = settled | widen(_clauses(guard.beside, tokens), tokens.sentences)
    return bool(plain) and not _clauses(guard.spoilers, tokens) & ~(plain | held)


def _clauses(patterns: Iterable[Pattern], tokens: Tokens) -> int:
    return _joined(pattern.clauses(tokens) for pattern in patterns)


def _settled(
    names: Iterable[str], excused: Mapping[str, int], verdict: Verdict, rules: SafetyRules
) -> int:
    guards = (rules.guards[name] for name in names)
    return _joined(excused[guard.name] for guard in guards if guard.settles is verdict)


def _joined(places: Iterable[int]) -> int:
    joined = 0
    for some in places:
        joined |= some
    return joined


def _reach(guard: Guard, held: int, tokens: Tokens) -> int:
    """The positions a guard excuses."""
    if guard.scope is Scope.MESSAGE:
        return -1
    return held if guard.scope is Scope.CLAUSE else widen(held, tokens.sentences)


_Found = dict[str, list[tuple[Pattern, int]]]


def _matches(tokens: Tokens, rules: SafetyRules) -> tuple[dict[str, int], _Found]:
    """The clauses that each guard excuses, and the patterns of each rule that match at all."""
    excused: dict[str, int] = {}
    raised: _Found = {}
    tried: set[int] = set()
    places, gates = tokens.places, rules.gates
    for number in places:
        for gated in gates.get(number, ()):
            for must in gated.musts:
                if must not in places:
                    break
            else:
                pair = gated.beside
                if pair and not follows(places.get(pair[0], 0), places.get(pair[1], 0)):
                    continue
                if id(gated) not in tried:
                    tried.add(id(gated))
                    held = gated.pattern.clauses(tokens)
                    if held:
                        _note(gated, held, tokens, excused, raised)
    return excused, raised


def _note(
    gated: Gated, held: int, tokens: Tokens, excused: dict[str, int], raised: _Found
) -> None:
    owner = gated.owner
    if isinstance(owner, Guard):
        excused[owner.name] = excused.get(owner.name, 0) | _reach(owner, held, tokens)
    else:
        raised.setdefault(owner.id, []).append((gated.pattern, held))


def settled_places(sight: Sight, rules: SafetyRules, verdict: Verdict) -> int:
    """Where guards have settled one of the net's questions: whole sentences."""
    guards = (rules.guards[name] for name in sight.excused)
    names = {"tenzij/" + guard.name for guard in guards if guard.settles is verdict}
    held = _joined(held for name, held in sight.seen if name in names) if names else 0
    return widen(held, sight.tokens.sentences)


def net_places(sight: Sight, stretches: Sequence[int], settled: int = 0) -> Iterator[int]:
    """What the net weighs: the text (-1), then each of its longer stretches, but what is settled.

    Of a text that is settled nearly everywhere nothing is left to weigh.
    """
    left = ~settled & ((1 << sight.tokens.length) - 1) if settled else -1
    if settled and sum(word not in ".," for word in _words_at(sight, left)) < STRETCH_FROM:
        return
    yield left
    if len(stretches) > 1:
        for stretch in stretches[:STRETCHES]:
            if stretch.bit_count() > STRETCH_FROM and not stretch & settled:
                yield stretch


def net_features(sight: Sight, rules: SafetyRules, every: Sequence[int]) -> Features:
    """The features of what stands at each of these places of a text."""
    names = rules.index.names
    classes = [
        (f"c:{names[number]}", held)
        for number, held in sight.tokens.places.items()
        if number in names
    ]
    hits = [(f"h:{name}", held) for name, held in sight.seen]
    pieces = [
        Piece(
            _spans(places, len(sight.words)),
            [name for name, held in classes if held & places],
            [name for name, held in hits if held & places],
        )
        for places in every
    ]
    ends = max((piece.spans[-1][1] for piece in pieces if piece.spans), default=0)
    words = sight.words[:ends]
    return features_of(words, [rules.index.label_of(word) for word in words], pieces)


def _spans(places: int, length: int) -> list[tuple[int, int]]:
    """Where stretches of places begin and end, up to as many words as the net reads at once."""
    if places == -1:
        return [(0, min(length, WORD_LIMIT))]
    spans = []
    left = WORD_LIMIT
    while places and left:
        begin = (places & -places).bit_length() - 1
        run = places >> begin
        size = min(left, (~run & (run + 1)).bit_length() - 1)
        spans.append((begin, begin + size))
        left -= size
        places &= -1 << (begin + size)
    return spans


def _words_at(sight: Sight, places: int) -> list[str]:
    if places == -1:
        return sight.words
    if not places:
        return []
    first, last = (places & -places).bit_length() - 1, places.bit_length()
    words = sight.words[first:last]
    if places.bit_count() == last - first:
        return words
    return [word for at, word in enumerate(words, first) if places >> at & 1]
