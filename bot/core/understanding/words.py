"""The lexicon: which words and phrases stand for which meaning."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.core.understanding.text import Token, plain, stem, words_of

Meaning = tuple[str, str]  # (category, value): ("thema", "alcohol"), ("begrip", "kosten")

ENDING = "*"  # in a phrase: "wandel*" begins so, "*groep" ends so
_SHORTEST_REPAIR = 5  # letters; shorter words have too many neighbours
_SHORTEST_REPLACED = 6  # letters of which one may be another: "kosst" is no "kotst"
_SHORTEST_SWAP = 5  # letters; two of them may have changed places
_REMEMBERED = 4_000  # words whose phrases are remembered
_SHORTEST_PIECE = 7  # letters of the part of a compound that may be misspelt
_SHORTEST_JOINED = 9  # letters of a compound of which a part may be
_NEAREST = 4  # words that one may be a misspelling of
_SHORTEST_COMPOUND = 8  # letters of a compound that may be written apart
PERHAPS = "misschien "  # begins the value of what counts only where nothing firmer is said
NOTHING = "geen"  # the value of what only looks like one of the others of its category


class Hit(NamedTuple):
    """A phrase found: what it means and the first and last token (inclusive) that say it."""

    category: str
    value: str
    first: int
    last: int
    phrase: str


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    stems: tuple[str, ...]  # "" for a word that has to be matched as it is
    anchor: int  # the word it is looked up by: the longest, since that is the rarest
    meaning: Meaning
    text: str
    capitals: bool = False  # an everyday word otherwise: "NA" is a fellowship, "na" is after


class _Lookup(NamedTuple):
    """The phrases that a word may be the anchor of, numbered in the order in which they count.

    Of phrases with more words, those whose next (or else previous) word is not there are left
    out by one look: an anchor such as "praten" has dozens.
    """

    single: tuple[tuple[int, _Phrase], ...]
    after: dict[str, tuple[tuple[int, _Phrase], ...]]  # by the word or stem that has to follow
    before: dict[str, tuple[tuple[int, _Phrase], ...]]  # by the one that has to go before


class Lexicon:
    """Finds the phrases of the knowledge in a message, by word, stem, ending or near spelling."""

    def __init__(
        self,
        phrases: Iterable[tuple[Meaning, str]],
        abbreviations: Mapping[str, str] | None = None,
        everyday: Iterable[str] = (),
        ordinary: Iterable[str] = (),
        together: Iterable[str] = (),
    ) -> None:
        """Builds the tables from (meaning, phrase) pairs and chat words with their full form.

        `everyday` holds words that are never taken for a misspelling of another; `ordinary` those
        that stand for no other word at all, by stem or beginning either. Of the categories that
        are `together` one value does not hide another: "jonge vrouwen" are young and women.
        """
        self._together = frozenset(together)
        self._ordinary = frozenset(map(plain, ordinary))
        self._everyday = frozenset(everyday) | self._ordinary
        self.abbreviations = {plain(short): full for short, full in (abbreviations or {}).items()}
        self._by_word: dict[str, list[_Phrase]] = {}
        self._by_stem: dict[str, list[_Phrase]] = {}
        self._prefixes: dict[str, list[_Phrase]] = {}
        self._suffixes: dict[str, list[_Phrase]] = {}
        self.phrases = tuple(phrases)
        for meaning, text in self.phrases:
            self._add(meaning, text)
        self._prefix_lengths = sorted({len(p) for p in self._prefixes}, reverse=True)
        self._suffix_lengths = sorted({len(s) for s in self._suffixes}, reverse=True)
        self._repairable = self._repairable_words()
        self._lookups: dict[str, _Lookup] = {}
        self._beginnings = self._pieces(self._prefixes, 0)
        self._endings = self._pieces(self._suffixes, -1)

    def with_more(self, phrases: Iterable[tuple[Meaning, str]]) -> "Lexicon":
        """A lexicon of the same phrases and these."""
        return Lexicon((*self.phrases, *phrases), self.abbreviations, self._everyday)

    def is_everyday(self, word: str) -> bool:
        """Whether a word, as compared, is one that everybody uses."""
        return word in self._everyday

    def knows(self, word: str) -> bool:
        """Whether a word stands in the lists or is everyday."""
        return word in self._everyday or word in self._by_word

    def spelt_out(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """The words with chat spelling in full: "wnr" as "wanneer", at the same offsets."""
        return tuple(self._in_full(token) for token in tokens)

    def find(self, tokens: tuple[Token, ...]) -> tuple[Hit, ...]:
        """All phrases in the message, the longest first where they overlap within a category."""
        hits: list[Hit] = []
        for index, token in enumerate(tokens):
            lookup = self._lookups.get(token.word) or self._look_up(token)
            for _, phrase in _near(lookup, tokens, index):
                first = index - phrase.anchor
                if _stands(phrase, tokens, first):
                    last = first + len(phrase.words) - 1
                    hits.append(Hit(*phrase.meaning, first, last, phrase.text))
            hits += self._written_apart(tokens, index)
        return _without_overlap(hits, self._together)

    def _add(self, meaning: Meaning, text: str) -> None:
        bare = text.replace(ENDING, "")
        if ENDING in text and " " not in text.strip():
            word = plain(bare.strip())
            phrase = _Phrase((word,), ("",), 0, meaning, text)
            if text.startswith(ENDING):
                self._suffixes.setdefault(word, []).append(phrase)
            if text.endswith(ENDING):
                self._prefixes.setdefault(word, []).append(phrase)
                self._by_word.setdefault(word, []).append(phrase)
            return
        words = words_of(bare)
        if not words:
            return
        stems = tuple(stem(word) if len(word) > 4 else "" for word in words)
        anchor = max(range(len(words)), key=lambda at: len(words[at]))
        capitals = len(words) == 1 and text.isupper() and words[0] in self._everyday
        phrase = _Phrase(words, stems, anchor, meaning, text, capitals)
        self._by_word.setdefault(words[anchor], []).append(phrase)
        if stems[anchor]:
            self._by_stem.setdefault(stems[anchor], []).append(phrase)

    def forget(self) -> None:
        """Forgets which words were looked for."""
        self._lookups.clear()

    def _written_apart(self, tokens: tuple[Token, ...], index: int) -> list[Hit]:
        """What a compound stands for whose two halves are written apart: "kook groep"."""
        if index + 1 == len(tokens):
            return []
        joined = tokens[index].word + tokens[index + 1].word
        if len(joined) < _SHORTEST_COMPOUND:
            return []
        return [
            Hit(*phrase.meaning, index, index + 1, phrase.text)
            for phrase in self._by_word.get(joined, ())
            if len(phrase.words) == 1
        ]

    def _repairable_words(self) -> dict[tuple[str, int], list[str]]:
        """The words that a misspelt one may stand for, by first letter and length."""
        found: dict[tuple[str, int], list[str]] = {}
        for word, phrases in self._by_word.items():
            told = any(_is_told(phrase.meaning) for phrase in phrases)
            if len(word) >= _SHORTEST_SWAP and told:
                found.setdefault((word[0], len(word)), []).append(word)
        return found

    def _in_full(self, token: Token) -> Token:
        full = self.abbreviations.get(token.word)
        if full is None or " " in full:
            return token
        word = plain(full)
        return Token(word, stem(word), token.start, token.end, token.capitals)

    def _look_up(self, token: Token) -> _Lookup:
        """The lookup of a word, which is remembered: most words come back."""
        if len(self._lookups) >= _REMEMBERED:
            self._lookups.clear()
        lookup = self._lookups[token.word] = _lookup_of(self._candidates(token))
        return lookup

    def _candidates(self, token: Token) -> list[_Phrase]:
        word = token.word
        found = list(self._by_word.get(word, ()))
        if word in self._ordinary:
            return found
        if not found and len(word) > 4:
            found += self._by_stem.get(token.stem, ())
        for length in self._prefix_lengths:
            if len(word) >= length:
                found += self._prefixes.get(word[:length], ())
        for length in self._suffix_lengths:
            if len(word) >= length:
                found += self._suffixes.get(word[-length:], ())
        if len(word) < _SHORTEST_SWAP or word in self._everyday:
            return found
        told = {phrase.meaning[0] for phrase in found if _is_told(phrase.meaning)}
        if not told or (len(word) >= _SHORTEST_JOINED and word not in self._by_word):
            for repaired in self._nearest(word):
                found += [
                    phrase
                    for phrase in self._meant_by(repaired)
                    if phrase.meaning[0] not in told and phrase.meaning[1] != NOTHING
                ]
        return found

    def _meant_by(self, repaired: str) -> list[_Phrase]:
        """The phrases of a word of the lists, or of the beginning or ending of a compound."""
        if repaired.startswith(ENDING):
            return self._suffixes[repaired[1:]]
        if repaired.endswith(ENDING):
            return self._prefixes[repaired[:-1]]
        return self._by_word[repaired]

    def _nearest(self, word: str) -> tuple[str, ...]:
        """The words that a misspelt one comes nearest to."""
        allowed = 1 if len(word) < 9 else 2
        near = [
            candidate
            for length in range(len(word) - allowed, len(word) + allowed + 1)
            for candidate in self._repairable.get((word[0], length), ())
        ]
        if len(word) < _SHORTEST_REPLACED:
            letters = sorted(word)
            near = [one for one in near if len(one) != len(word) or sorted(one) == letters]
        close = extract(word, near, scorer=OSA.distance, score_cutoff=allowed, limit=_NEAREST)
        if not close and len(word) >= _SHORTEST_JOINED:
            return tuple(self._nearest_pieces(word))
        return tuple(name for name, slips, _ in close if slips == close[0][1])

    def _nearest_pieces(self, word: str) -> Iterator[str]:
        """What a compound begins or ends with but for one slip: "mantezlorg*", "*wandelign"."""
        for bare in self._beginnings.get(word[0], ()):
            heads = (word[: len(bare) + more] for more in (0, 1, -1))
            if any(OSA.distance(head, bare, score_cutoff=1) == 1 for head in heads):
                yield bare + ENDING
        for bare in self._endings.get(word[-1], ()):
            tails = (word[-len(bare) - more :] for more in (0, 1, -1))
            if any(OSA.distance(tail, bare, score_cutoff=1) == 1 for tail in tails):
                yield ENDING + bare

    @staticmethod
    def _pieces(table: Mapping[str, list[_Phrase]], at: int) -> dict[str, list[str]]:
        """The beginnings or endings that may be misspelt, by their letter at the outer end."""
        found: dict[str, list[str]] = {}
        for bare, phrases in table.items():
            told = any(_is_told(phrase.meaning) for phrase in phrases)
            if len(bare) >= _SHORTEST_PIECE and told:
                found.setdefault(bare[at], []).append(bare)
        return found


def _is_told(meaning: Meaning) -> bool:
    """Whether a misspelt word may be taken for it: not for a look-alike or a word for a person."""
    category, value = meaning
    return value != NOTHING and ":" not in category


def _lookup_of(phrases: Iterable[_Phrase]) -> _Lookup:
    """Phrases by the word beside their anchor."""
    single: list[tuple[int, _Phrase]] = []
    after: dict[str, tuple[tuple[int, _Phrase], ...]] = {}
    before: dict[str, tuple[tuple[int, _Phrase], ...]] = {}
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
    return _Lookup(tuple(single), after, before)


def _near(lookup: _Lookup, tokens: tuple[Token, ...], index: int) -> Iterable[tuple[int, _Phrase]]:
    """The phrases that may stand around a token, in the order in which they count."""
    found: dict[int, _Phrase] = {}
    if lookup.after and index + 1 < len(tokens):
        word, stem = tokens[index + 1][:2]
        found.update((*lookup.after.get(word, ()), *lookup.after.get(stem, ())))
    if lookup.before and index:
        word, stem = tokens[index - 1][:2]
        found.update((*lookup.before.get(word, ()), *lookup.before.get(stem, ())))
    return sorted((*found.items(), *lookup.single)) if found else lookup.single


def _stands(phrase: _Phrase, tokens: tuple[Token, ...], first: int) -> bool:
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


def _without_overlap(hits: list[Hit], together: Container[str]) -> tuple[Hit, ...]:
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
