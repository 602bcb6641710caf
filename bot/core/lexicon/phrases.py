"""The phrases of the knowledge, and where they stand in a message."""

from collections.abc import Container, Iterable
from itertools import chain
from typing import NamedTuple

from bot.core.lexicon.text import Token

Meaning = tuple[str, str]  # (category, value): ("thema", "alcohol"), ("begrip", "kosten")
ENDING = "*"  # in a phrase: "wandel*" begins so, "*groep" ends so
GAP = "…"  # in a phrase: a few other words may stand here
_WITHIN = 4  # words that a gap may hold
PERHAPS = "misschien "  # begins the value of what counts only where nothing firmer is said
NAMED = "organisatie"  # the category of the names of organisations
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
    written: str  # "" where that is the words with spaces between
    capitals: bool = False  # an everyday word otherwise: "NA" is a fellowship, "na" is after

    @property
    def text(self) -> str:
        """The phrase as the knowledge has it."""
        return self.written or " ".join(self.words)


_Numbered = dict[str, tuple[tuple[int, Phrase], ...]]
_NONE: _Numbered = {}  # one for all: most words begin no phrase of more words


class Lookup(NamedTuple):
    """The phrases that a word may be the anchor of, numbered in the order in which they count.

    Of phrases with more words, those whose next (or else previous) word is not there are left
    out by one look, and past a gap those whose word is nowhere in the message: an anchor such
    as "praten" has dozens.
    """

    single: tuple[tuple[int, Phrase], ...]
    after: _Numbered  # by the word or stem that has to follow
    before: _Numbered  # by the one that has to go before
    beyond: _Numbered  # by the one on the other side of a gap


def lookup_of(phrases: Iterable[Phrase]) -> Lookup:
    """Phrases by the word beside their anchor."""
    single: list[tuple[int, Phrase]] = []
    after: _Numbered = {}
    before: _Numbered = {}
    beyond: _Numbered = {}
    for numbered in enumerate(phrases):
        phrase = numbered[1]
        if len(phrase.words) == 1:
            single.append(numbered)
            continue
        step = 1 if phrase.anchor + 1 < len(phrase.words) else -1
        at = phrase.anchor + step
        found = after if step == 1 else before
        if phrase.words[at] == GAP:
            at, found = at + step, beyond
        for key in {phrase.words[at], phrase.stems[at]} - {""}:
            found[key] = (*found.get(key, ()), numbered)
    return Lookup(tuple(single), after or _NONE, before or _NONE, beyond or _NONE)


def words_said(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The words of a message and their stems, for phrases with a gap."""
    return frozenset(chain.from_iterable(token[:2] for token in tokens))


def near(
    lookup: Lookup, tokens: tuple[Token, ...], index: int, said: frozenset[str]
) -> Iterable[tuple[int, Phrase]]:
    """The phrases that may stand around a token, in the order in which they count."""
    found: dict[int, Phrase] = {}
    if lookup.after and index + 1 < len(tokens):
        for form in tokens[index + 1][:2]:
            if form in lookup.after:
                found.update(lookup.after[form])
    if lookup.before and index:
        for form in tokens[index - 1][:2]:
            if form in lookup.before:
                found.update(lookup.before[form])
    if lookup.beyond:
        for form in lookup.beyond.keys() & said:
            found.update(lookup.beyond[form])
    return sorted((*found.items(), *lookup.single)) if found else lookup.single


def place_of(phrase: Phrase, tokens: tuple[Token, ...], index: int) -> tuple[int, int] | None:
    """The first and last token of a phrase whose anchor stands here, if all its words do."""
    if len(phrase.words) == 1:
        return (index, index) if not phrase.capitals or tokens[index].capitals else None
    first = _reached(phrase, tokens, index, -1)
    last = _reached(phrase, tokens, index, 1) if first is not None else None
    return None if first is None or last is None else (first, last)


def _reached(phrase: Phrase, tokens: tuple[Token, ...], index: int, step: int) -> int | None:
    """The outermost token on one side of the anchor, going from word to word."""
    at, room = phrase.anchor + step, 1
    while 0 <= at < len(phrase.words):
        if phrase.words[at] == GAP:
            room = 1 + _WITHIN
        else:
            found = _next(phrase, at, tokens, index, step, room)
            if found is None:
                return None
            index, room = found, 1
        at += step
    return index


def _next(
    phrase: Phrase, at: int, tokens: tuple[Token, ...], index: int, step: int, room: int
) -> int | None:
    """The nearest token that says one word of a phrase; past a gap within the same clause."""
    for ahead in range(index + step, index + step * (room + 1), step):
        if not 0 <= ahead < len(tokens):
            return None
        token = tokens[ahead]
        if room > 1 and _parted(tokens, min(ahead, ahead - step)):
            return None
        if token.word == phrase.words[at] or token.stem == phrase.stems[at]:
            return ahead
    return None


def _parted(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a mark stands between a token and the next one."""
    return tokens[at + 1].start - tokens[at].end > 1 or tokens[at + 1].word[0] in "?!"


def without_overlap(hits: list[Hit], together: Container[str]) -> tuple[Hit, ...]:
    """Within a category a longer phrase hides the shorter ones that lie inside it.

    What only looks like something hides what lies inside it even where that is as long.
    """
    hiding: dict[tuple[str, int], list[Hit]] = {}
    for hit in hits:
        if hit.value == NOTHING or (hit.last > hit.first and GAP not in hit.phrase):
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
