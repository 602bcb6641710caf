"""What words say only together, in whatever order: "hoor" and "die er niet zijn"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from bot.core.lexicon.phrases import GAP, NOTHING, Hit, Meaning
from bot.core.lexicon.text import Token

PART = "samen"  # the category of the lists of words that are joined
AND = "\x1f"  # in a phrase: stands between the names of the lists that have to be met
_APART = 6  # words that may stand between two of them
_LATEST = 2  # words of one list that are held beside a later word of another


class Rule(NamedTuple):
    """Lists of which a word each has to stand near the others, and what that means."""

    meaning: Meaning
    parts: tuple[str, ...]
    text: str


def rules_of(phrases: Iterable[tuple[Meaning, str]]) -> tuple[Rule, ...]:
    """The phrases that join lists: "hoort", AND, "wie er niet is"."""
    return tuple(
        Rule(meaning, tuple(part.strip() for part in text.split(AND)), text.replace(AND, GAP))
        for meaning, text in phrases
        if AND in text
    )


def parts_of(phrases: Iterable[tuple[Meaning, str]]) -> Iterator[tuple[Meaning, str]]:
    """The words of the lists, in a category for each list: one does not hide another."""
    meanings: dict[str, Meaning] = {}
    for (category, name), text in phrases:
        if category == PART:
            yield meanings.setdefault(name, (f"{PART}:{name}", name)), text


def joined(rules: Iterable[Rule], parts: Iterable[Hit], tokens: Sequence[Token]) -> list[Hit]:
    """What the words of several lists say that stand near each other, within one question."""
    found: dict[str, list[Hit]] = {}
    for hit in parts:
        found.setdefault(hit.value, []).append(hit)
    if len(found) < 2:
        return []
    known = found.keys()
    hits: list[Hit] = []
    for rule in rules:
        if known >= set(rule.parts):
            hits += _nearest(rule, [found[part] for part in rule.parts], tokens)
    return hits


def _nearest(rule: Rule, places: Sequence[Sequence[Hit]], tokens: Sequence[Token]) -> list[Hit]:
    """The first place where they stand together; every one for what only looks like something."""
    hits: list[Hit] = []
    latest: list[list[Hit]] = [[] for _ in places]
    every = ((hit, part) for part, found in enumerate(places) for hit in found)
    for hit, part in sorted(every, key=lambda pair: pair[0].first):
        beside = [[hit] if one == part else latest[one] for one in range(len(places))]
        for chosen in product(*beside):
            ordered = sorted(chosen, key=lambda one: one.first)
            if all(_close(one, other, tokens) for one, other in pairwise(ordered)):
                hits.append(Hit(*rule.meaning, ordered[0].first, ordered[-1].last, rule.text))
                if rule.meaning[1] != NOTHING:
                    return hits
        latest[part] = [*latest[part], hit][-_LATEST:]
    return hits


def _close(one: Hit, other: Hit, tokens: Sequence[Token]) -> bool:
    """Whether two words stand near each other and apart, and no question ends between them."""
    if not one.last < other.first <= one.last + 1 + _APART:
        return False
    return not any(token.word == "?" for token in tokens[one.last + 1 : other.first])
