"""The lexicon: which words and phrases stand for which meaning."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from bot.core.lexicon.jointly import AND, PART, joined, parts_of, rules_of
from bot.core.lexicon.labelled_texts import LabelledTexts
from bot.core.lexicon.misspellings import SHORTEST_JOINED, SHORTEST_SWAP, Misspellings
from bot.core.lexicon.near_names import NearNames
from bot.core.lexicon.phrases import (
    ENDING,
    NAMED,
    NOTHING,
    Hit,
    Lookup,
    Meaning,
    Phrase,
    lookup_of,
    near,
    place_of,
    without_overlap,
    words_said,
)
from bot.core.lexicon.swapped import swapped_words
from bot.core.lexicon.tables import tables_of
from bot.core.lexicon.text import Token, plain, stem

_SHORTEST_COMPOUND = 8  # letters of a compound that may be written apart
_REMEMBERED = 4_000  # words whose phrases are remembered


class Lexicon:
    """Finds the phrases of the knowledge in a message, by word, stem, ending or near spelling."""

    def __init__(
        self,
        phrases: Iterable[tuple[Meaning, str]],
        abbreviations: Mapping[str, str] | None = None,
        everyday: Iterable[str] = (),
        ordinary: Iterable[str] = (),
        together: Iterable[str] = (),
        any_case: Iterable[str] = (),
    ) -> None:
        """Builds the tables from (meaning, phrase) pairs and chat words with their full form.

        `everyday` holds words that are never taken for a misspelling of another; `ordinary` those
        that stand for no other word at all, by stem or beginning either. Of the categories that
        are `together` one value does not hide another: "jonge vrouwen" are young and women. Of
        those of `any_case` what is written in capitals counts in small letters too: "wat is wrap".
        """
        self._together, self._any_case = frozenset(together), frozenset(any_case)
        self._ordinary = frozenset(map(plain, ordinary))
        self._everyday = frozenset(everyday) | self._ordinary
        short = {plain(short): full for short, full in (abbreviations or {}).items()}
        self.abbreviations = swapped_words() | short
        every = tuple(phrases)
        self.phrases = LabelledTexts(every)
        self._rules = rules_of(every)
        parts = list(parts_of(every))
        self._parts = Lexicon(parts) if parts else None
        alone = (one for one in every if one[0][0] != PART and AND not in one[1])
        tables = tables_of(alone, self._everyday, self._any_case)
        self._by_word, self._by_stem, self._prefixes, self._suffixes = tables
        self._prefix_lengths = sorted({len(p) for p in self._prefixes}, reverse=True)
        self._suffix_lengths = sorted({len(s) for s in self._suffixes}, reverse=True)
        self._lookups: dict[str, Lookup] = {}
        self._near_names = NearNames(pair for pair in every if pair[0][0] == NAMED)
        self._misspellings = Misspellings(
            _told(self._by_word), _told(self._prefixes), _told(self._suffixes)
        )

    def with_more(self, phrases: Iterable[tuple[Meaning, str]]) -> "Lexicon":
        """A lexicon of the same phrases and these."""
        every = (*self.phrases, *phrases)
        return Lexicon(
            every,
            self.abbreviations,
            self._everyday,
            self._ordinary,
            self._together,
            self._any_case,
        )

    def is_everyday(self, word: str) -> bool:
        """Whether a word, as compared, is one that everybody uses."""
        return word in self._everyday

    def knows(self, word: str) -> bool:
        """Whether a word stands in the lists or is everyday."""
        return word in self._everyday or word in self._by_word

    def spelt_out(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """The words with chat spelling in full: "wnr" as "wanneer", at the same offsets.

        So are common words of which two letters changed places: "zodner".
        """
        short = self.abbreviations
        return tuple([self._in_full(one) if one.word in short else one for one in tokens])

    def find(self, tokens: tuple[Token, ...]) -> tuple[Hit, ...]:
        """All phrases in the message, the longest first where they overlap within a category."""
        hits: list[Hit] = []
        said = words_said(tokens)
        for index, token in enumerate(tokens):
            lookup = self._lookups.get(token.word) or self._look_up(token)
            for _, phrase in near(lookup, tokens, index, said):
                if place := place_of(phrase, tokens, index):
                    hits.append(Hit(*phrase.meaning, *place, phrase.text))
            if index + 1 < len(tokens):
                hits += self._written_apart(token.word + tokens[index + 1].word, index)
        if self._parts is not None:
            hits += joined(self._rules, self._parts.find(tokens), tokens)
        return without_overlap(hits, self._together)

    def near_name(self, text: str, tokens: tuple[Token, ...], rare: Collection[int]) -> Hit | None:
        """The organisation whose name stands here misspelt or cut up otherwise: "in tact"."""
        return self._near_names.find(text, tokens, rare)

    def forget(self) -> None:
        """Forgets which words were looked for."""
        self._lookups.clear()
        if self._parts is not None:
            self._parts.forget()

    def _written_apart(self, joined: str, index: int) -> list[Hit]:
        """What a compound stands for whose two halves are written apart: "kook groep"."""
        if joined not in self._by_word or len(joined) < _SHORTEST_COMPOUND:
            return []
        return [
            Hit(*phrase.meaning, index, index + 1, phrase.text)
            for phrase in self._by_word[joined]
            if len(phrase.words) == 1
        ]

    def _in_full(self, token: Token) -> Token:
        full = self.abbreviations[token.word]
        if " " in full:
            return token
        word = plain(full)
        return Token(word, stem(word), token.start, token.end, token.capitals)

    def _look_up(self, token: Token) -> Lookup:
        """The lookup of a word, which is remembered: most words come back."""
        if len(self._lookups) >= _REMEMBERED:
            self._lookups.clear()
        lookup = self._lookups[token.word] = lookup_of(self._candidates(token))
        return lookup

    def _candidates(self, token: Token) -> list[Phrase]:
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
        if len(word) < SHORTEST_SWAP or word in self._everyday:
            return found
        told = {phrase.meaning[0] for phrase in found if _is_told(phrase.meaning)}
        certain = told and (len(word) < SHORTEST_JOINED or word in self._by_word)
        for repaired in self._misspellings.nearest(word):
            found += [
                phrase
                for phrase in self._meant_by(repaired)
                # Beside a second word that is right, a slip is one even where the first has a
                # meaning of its own: "anonime gokkers".
                if (len(phrase.words) > 1 or not certain)
                and phrase.meaning[0] not in told
                and phrase.meaning[1] != NOTHING
            ]
        return found

    def _meant_by(self, repaired: str) -> tuple[Phrase, ...]:
        """The phrases of a word of the lists, or of the beginning or ending of a compound."""
        if repaired.startswith(ENDING):
            return self._suffixes[repaired[1:]]
        if repaired.endswith(ENDING):
            return self._prefixes[repaired[:-1]]
        return self._by_word[repaired]


def _is_told(meaning: Meaning) -> bool:
    """Whether a misspelt word may be taken for it: not for a look-alike or a word for a person."""
    category, value = meaning
    return value != NOTHING and ":" not in category


def _told(table: Mapping[str, Iterable[Phrase]]) -> Iterator[str]:
    """The words of a table that a misspelt one may be taken for."""
    for word, phrases in table.items():
        for phrase in phrases:
            if _is_told(phrase.meaning):
                yield word
                break
