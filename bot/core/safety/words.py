"""Words of a text and the word classes they belong to, spelling mistakes included."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from bot.core.safety.near_spellings import NearSpellings
from bot.core.safety.patterns import Tokens

TYPO_FROM = 5  # letters; in a shorter word one wrong letter makes another word
PREFIX_FROM = 3
_REMEMBERED = 4_000  # words
_STRETCHES = 48  # sentences or clauses that are told apart; nobody writes more in one message
_TOKEN = re.compile(r"[^\W_]+(?:['’`´*][^\W_]+)*|[.!?;…\n]+|[,:()–—]|[.!?…]")
_ALSO = frozenset(["en", "maar", "of", "and", "but", "noem", "zoek", "und", "i", "ve"])
_ASKING = frozenset([
    *("waar", "wanneer", "is", "zijn", "bestaat", "bestaan", "hoe", "welke", "kan", "mag", "wie"),
    *("where", "when", "are", "how", "which", "can", "does", "wo", "gibt", "czy", "gdzie", "чи"),
])  # fmt: skip
_JOINING = frozenset(["want", "maar", "omdat", "dus", "terwijl", "because", "but", "since"])
# "kwil", "kben": a k that stands for "ik", written against what follows.
_CLITIC = frozenset((
    *("kwil", "kwl", "kwou", "kwilde", "kben", "kheb", "kga", "kkan", "kzou", "kvoel", "kzie"),
    *("kdenk", "khoef", "ksta", "kmoet", "kmag", "kvind", "khoop", "khad", "kdoe", "kword"),
    *("ksnap", "kweet", "ksnij", "kspring", "kdurf", "kleef", "kslaap", "kslik", "ktrek"),
))  # fmt: skip
_STRETCH = re.compile(r"(.)\1{2,}")
_PLAIN = str.maketrans({
    "ł": "l", "ı": "i", "ß": "ss", "ø": "o", "đ": "d", "ё": "е", "æ": "ae", "œ": "oe",
    "ة": "ه", "ى": "ي", "ـ": None, "’": None, "'": None, "`": None, "´": None,
})  # fmt: skip
_LEET = str.maketrans("013457@$", "oieastas")


@lru_cache(maxsize=_REMEMBERED)
def plain(word: str) -> str:
    """One word as words are compared: small letters, no accents, no apostrophes."""
    word = word.lower()
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in word if not unicodedata.combining(letter))
    word = word.translate(_PLAIN) if not word.isalpha() or not word.isascii() else word
    if len(set(word)) > len(word) - 2 or not _STRETCH.search(word):
        return word
    return _STRETCH.sub(r"\1\1", word)


def split(text: str) -> list[str]:
    """The plain words of a text; "." stands for any end of a sentence, "," of a clause."""
    found = []
    for match in _TOKEN.finditer(text):
        piece = match.group()
        if piece[0] in ".!?;…\n":
            found.append(".")
        elif piece[0] in ",:()–—":
            found.append(",")
        else:
            word = plain(piece)
            if word in _ASKING or word in _ALSO:
                _begin_question(found, word)
            if word in _CLITIC:
                found.append("ik")
                word = word[1:]
            found.append(word)
    return found


def _begin_question(found: list[str], word: str) -> None:
    """Ends the sentence where a second matter begins: ", en waar …", "en is er …", ", is er …"."""
    if found and found[-1] == ",":
        found[-1] = "."
    elif word in _ASKING and len(found) > 1 and found[-1] in _ALSO:
        if found[-2] == ",":
            found[-2] = "."
        elif found[-2] != ".":
            found.insert(-1, ".")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordIndex:
    """Which classes a word belongs to: as it stands, by its edges, or with one mistake."""

    words: Mapping[str, tuple[int, ...]]
    prefixes: Mapping[str, tuple[int, ...]]
    suffixes: Mapping[str, tuple[int, ...]]
    spellings: NearSpellings  # of the words that are long enough to be known with a wrong letter
    everyday: frozenset[str]  # words that look like a class word and are none
    filler: int  # the id of the class of filler words
    longest: int  # letters of the longest prefix or suffix
    names: Mapping[int, str]  # of the classes that have one; literal words have none
    met: dict[str, tuple[tuple[int, ...], int]] = field(default_factory=dict, compare=False)
    labelled: dict[str, str] = field(default_factory=dict, compare=False)

    def classes_of(self, word: str) -> tuple[tuple[int, ...], int]:
        """The ids of all classes the word belongs to, and a bit for each; remembered."""
        found = self.met.get(word)
        if found is None:
            if len(self.met) >= _REMEMBERED:
                self.met.clear()
            classes = self._classes(word)
            bits = 0
            for number in classes:
                bits |= 1 << number
            found = self.met[word] = (classes, bits)
        return found

    def label_of(self, word: str) -> str:
        """The name of the last class of the word that has one, or else the word; remembered."""
        label = self.labelled.get(word)
        if label is None:
            if len(self.labelled) >= _REMEMBERED:
                self.labelled.clear()
            named = [number for number in self.classes_of(word)[0] if number in self.names]
            label = self.labelled[word] = self.names[named[-1]] if named else word
        return label

    def forget(self) -> None:
        """Forgets which words were met."""
        self.met.clear()
        self.labelled.clear()
        plain.cache_clear()

    def _classes(self, word: str) -> tuple[int, ...]:
        exact = self.words.get(word, ()) + self._by_edge(word)
        if exact or word in self.everyday:
            return exact
        return self._repaired(word)

    def _by_edge(self, word: str) -> tuple[int, ...]:
        found: tuple[int, ...] = ()
        for size in range(PREFIX_FROM, min(len(word), self.longest) + 1):
            if word[:size] in self.prefixes:
                found += self.prefixes[word[:size]]
            if word[-size:] in self.suffixes:
                found += self.suffixes[word[-size:]]
        return found

    def _repaired(self, word: str) -> tuple[int, ...]:
        if any(sign.isdigit() for sign in word) and any(sign.isalpha() for sign in word):
            word = word.translate(_LEET)
            if found := self.words.get(word, ()) + self._by_edge(word):
                return found
        single = _single(word)
        if single != word and (found := self.words.get(single, ()) + self._by_edge(single)):
            return found
        if len(word) < TYPO_FROM:
            return ()
        near = self.spellings.near(word)
        return tuple(found for candidate in near for found in self.words[candidate])


def index_words(
    classes: Mapping[int, Iterable[str]],
    everyday: Iterable[str],
    names: Mapping[str, int],
    filler: str,
) -> WordIndex:
    """The index of all class words; "zelfmoord*" is a beginning and "*pillen" an end."""
    words: dict[str, tuple[int, ...]] = {}
    prefixes: dict[str, tuple[int, ...]] = {}
    suffixes: dict[str, tuple[int, ...]] = {}
    for number, entries in classes.items():
        for entry in entries:
            table = prefixes if entry.endswith("*") else suffixes if entry[0] == "*" else words
            key = entry.strip("*")
            if number not in table.get(key, ()):
                table[key] = (*table.get(key, ()), number)
    told = (word for word in words if len(word) >= TYPO_FROM and word.isalpha())
    return WordIndex(
        words=words,
        prefixes=prefixes,
        suffixes=suffixes,
        spellings=NearSpellings(told),
        everyday=frozenset(everyday),
        filler=names.get(filler, -1),
        names={number: name for name, number in names.items() if name.isupper()},
        longest=max((len(key) for key in (*prefixes, *suffixes)), default=0),
    )


def read_tokens(words: list[str], index: WordIndex) -> Tokens:
    """Where each class stands in a text of plain words and stops."""
    places: dict[int, int] = {}
    comma = stop = have = 0
    cuts, breaths, ends = [0], [0], [0]  # where clauses, phrases and sentences begin
    for at, word in enumerate(words):
        bit = 1 << at
        if word == ".":
            stop |= bit
            ends.append(at + 1)
            breaths.append(at + 1)
            cuts.append(at + 1)
        elif word == ",":
            comma |= bit
            breaths.append(at + 1)
            cuts.append(at + 1)
        else:
            if word in _JOINING:
                cuts.append(at)
            classes, bits = index.classes_of(word)
            have |= bits
            for number in classes:
                places[number] = places.get(number, 0) | bit
    return Tokens(
        places=places,
        have=have,
        filler=places.get(index.filler, 0),
        comma=comma,
        stop=stop,
        length=len(words),
        sentences=_stretches(ends, len(words)),
        clauses=_stretches(cuts, len(words)),
        phrases=_stretches(breaths, len(words)),
    )


def _stretches(begins: list[int], length: int) -> tuple[int, ...]:
    """The positions from each beginning up to the next; of very many the last holds the rest."""
    begins = begins[:_STRETCHES]
    pairs = zip(begins, [*begins[1:], length], strict=True)
    return tuple((1 << end) - (1 << begin) for begin, end in pairs if end > begin)


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)
