"""The phrases of the knowledge, and where they stand in a message."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from bot.core.lexicon.text import Token

Meaning = tuple[str, str]  # (category, value): ("thema", "alcohol"), ("begrip", "kosten")
ENDING = "*"  # in a phrase: "wandel*" begins so, "*groep" ends so
PERHAPS = "misschien "  # begins the value of what counts only where nothing firmer is said
NOTHING = "geen"  # the value of what only looks like one of the others of its category


class Hit(NamedTuple):
    """A phrase found: what it means and the first and last token (inclusive) that say it."""

    category: str
    value: str
    first: int
    last: int
    phrase: str


class Phrase(NamedTuple):
    words: tuple[str, ...]
    stems: tuple[str, ...]  # "" for a word that has to be matched as it is
    anchor: int  # the word it is looked up by: the longest, since that is the rarest
    meaning: Meaning
    text: str
    capitals: bool = False  # an everyday word otherwise: "NA" is a fellowship, "na" is after


class Lookup(NamedTuple):
    """The phrases that a word may be the anchor of, numbered in the order in which they count.

    Of phrases with more words, those whose next (or else previous) word is not there are left
    out by one look: an anchor such as "praten" has dozens.
    """

    single: tuple[tuple[int, Phrase], ...]
    after: dict[str, tuple[tuple[int, Phrase], ...]]  # by the word or stem that has to follow
    before: dict[str, tuple[tuple[int, Phrase], ...]]  # by the one that has to go before


def lookup_of(phrases: Iterable[Phrase]) -> Lookup:
    """Phrases by the word beside their anchor."""
    single: list[tuple[int, Phrase]] = []
    after: dict[str, tuple[tuple[int, Phrase], ...]] = {}
    before: dict[str, tuple[tuple[int, Phrase], ...]] = {}
    for numbered in enumerate(phrases):
        phrase = numbered[1]
        follows = phrase.anchor + 1 < len(phrase.words)
        at = phrase.anchor + 1 if follows else phrase.anchor - 1
        if len(phrase.words) == 1:
            single.append(numbered)
            continue
        found = after if follows else before
        for key in {phrase.words[at], phrase.stems[at]} - {""}:
            found[key] = (*found.get(key, ()), numbered)
    return Lookup(tuple(single), after, before)


def near(lookup: Lookup, tokens: tuple[Token, ...], index: int) -> Iterable[tuple[int, Phrase]]:
    """The phrases that may stand around a token, in the order in which they count."""
    found: dict[int, Phrase] = {}
    if lookup.after and index + 1 < len(tokens):
        word, stem = tokens[index + 1][:2]
        found.update((*lookup.after.get(word, ()), *lookup.after.get(stem, ())))
    if lookup.before and index:
        word, stem = tokens[index - 1][:2]
        found.update((*lookup.before.get(word, ()), *lookup.before.get(stem, ())))
    return sorted((*found.items(), *lookup.single)) if found else lookup.single


def stands(phrase: Phrase, tokens: tuple[Token, ...], first: int) -> bool:
    """Whether all words but the anchor stand side by side from this position on."""
    count = len(phrase.words)
    if count == 1:
        return not phrase.capitals or tokens[first].capitals
    if first < 0 or first + count > len(tokens):
        return False
    for at in range(count):
        if at != phrase.anchor:
            token = tokens[first + at]
            if token.word != phrase.words[at] and token.stem != phrase.stems[at]:
                return False
    return True


def without_overlap(hits: list[Hit], together: Container[str]) -> tuple[Hit, ...]:
    """Within a category a longer phrase hides the shorter ones that lie inside it.

    What only looks like something hides what lies inside it even where that is as long.
    """
    hiding: dict[tuple[str, int], list[Hit]] = {}
    for hit in hits:
        if hit.last > hit.first or hit.value == NOTHING:
            for at in range(hit.first, hit.last + 1):
                hiding.setdefault((hit.category, at), []).append(hit)
    kept = [
        hit
        for hit in hits
        if not any(
            _hides(other, hit, together) for other in hiding.get((hit.category, hit.first), ())
        )
    ]
    return tuple(dict.fromkeys(kept))


def _hides(other: Hit, hit: Hit, together: Container[str]) -> bool:
    if other.first > hit.first or hit.last > other.last:
        return False
    if hit.category in together and other.value not in (hit.value, NOTHING):
        return False
    longer = other.last - other.first > hit.last - hit.first
    return longer or (other.value == NOTHING and hit.value != NOTHING)
