"""Cuts a message into tokens that remember where they stood."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from Stemmer import Stemmer

LENGTH_LIMIT = 4096  # characters; Telegram sends no more

_TOKEN = re.compile(r"[^\W_]+(?:['’`´][^\W_]+)*|[?!]+")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
# "en" and "and" part two clauses only where a new question or sentence begins after them.
_CLAUSE = re.compile(
    r"[.!?;\n…]+(?:\s|$)|,\s|\s[-–—]\s"
    r"|\s(?=(?:maar|want|dus|en dan|en nu|but|so)\s)"
    r"|\s(?=(?:en|of)\s(?:ook\s)?(?:heb|heeft|hebben|moet|moeten|mag|mogen|kan|kun|kunnen|wat|hoe|waar|"
    r"wanneer|wie|welke|kost|gaat|zijn|wordt|krijg|is|ben|ik|hoelang|hoeveel)\b)"
    r"|\s(?=(?:and|or)\s(?:do|does|can|is|are|how|what|where|when|who|may|must|i|will)\b)",
    re.IGNORECASE,
)
# dutch_porter and not the newer "dutch": that one strips ge-, so that "gebruikt" becomes "bruik".
# It keeps no words: those that are asked for again are kept below.
_STEMMER = Stemmer("dutch_porter", 0)


class Token(NamedTuple):
    """One word: as compared, its stem, and its first and last offset in the message."""

    word: str
    stem: str
    start: int
    end: int
    capitals: bool = False  # written in capitals, in a message that is not


class Clause(NamedTuple):
    """A stretch of a message between stops, by offsets."""

    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text, lower case and without accents, and its question and call marks."""
    found = []
    shouted = text.isupper()
    for match in _TOKEN.finditer(text):
        word, its_stem, capitals = _looked_at(match[0])
        start, end = match.span()
        found.append(Token(word, its_stem, start, end, capitals and not shouted))
    return tuple(found)


def first_words(text: str, most: int) -> tuple[str, ...] | None:
    """The words of a text without its marks, or None where there are more than so many."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        if match[0][0] not in "?!":
            found.append(plain(match[0]))
            if len(found) > most:
                return None
    return tuple(found)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as its tokens have them, without the cost of their stems."""
    if text.isalnum():
        return (plain(text),)
    return tuple(map(plain, _TOKEN.findall(text)))


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The stretches between stops, commas and a few joining words."""
    cuts = [0]
    for match in _CLAUSE.finditer(text):
        cuts.append(match.end())
    cuts.append(len(text))
    return tuple(Clause(a, b) for a, b in pairwise(cuts) if text[a:b].strip())


@lru_cache(maxsize=12_000)  # most of the different words of the examples, met again and again
def plain(word: str) -> str:
    """A word in lower case, without accents, apostrophes and stretched letters."""
    lowered = word.casefold()
    if lowered == word:
        lowered = word  # one string instead of two, of tens of thousands
    if not lowered.isascii():
        decomposed = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(c for c in decomposed if not unicodedata.combining(c))
        lowered = unicodedata.normalize("NFC", lowered) or word  # a mark that stands alone
    if not lowered.isalpha():
        for mark in "'’`´":
            lowered = lowered.replace(mark, "")
    if len(set(lowered)) > len(lowered) - 2 or not _STRETCHED.search(lowered):
        return lowered
    return _STRETCHED.sub(r"\1\1", lowered)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a Dutch word."""
    if len(word) <= 3 or not word.isascii():
        return word
    # A stemmer holds the word it works on, but lets no other thread in between.
    found = str(_STEMMER.stemWord(word))
    return word if found == word else found


@lru_cache(maxsize=4_000)
def _looked_at(surface: str) -> tuple[str, str, bool]:
    """A word as compared, its stem, and whether it is in capitals."""
    word = plain(surface)
    return word, stem(word), surface.isupper()


def forget_plain_words() -> None:
    """Forgets which words were read."""
    _looked_at.cache_clear()
    plain.cache_clear()
    stem.cache_clear()
