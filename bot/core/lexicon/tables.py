"""The phrases of a lexicon by the word that each is looked up by."""

from collections import defaultdict
from collections.abc import Container, Hashable, Iterable, Mapping
from typing import NamedTuple, TypeVar, cast

from bot.core.lexicon.phrases import ENDING, GAP, Meaning, Phrase
from bot.core.lexicon.text import plain, stem, words_of

T = TypeVar("T", bound=Hashable)
Table = Mapping[str, tuple[Phrase, ...]]


class Tables(NamedTuple):
    """Phrases by a whole word, by its stem, and by how a word begins or ends."""

    by_word: Table
    by_stem: Table
    prefixes: Table
    suffixes: Table


def tables_of(
    phrases: Iterable[tuple[Meaning, str]], everyday: Container[str], any_case: Container[str]
) -> Tables:
    """Phrases as a lexicon looks them up.

    What is written in capitals counts in capitals only where it is `everyday` otherwise, unless
    its category is among `any_case`.
    """
    shelf: dict[Hashable, Hashable] = {}  # what is equal is kept once: a third of it is
    by_word: dict[str, list[Phrase]] = defaultdict(list)
    by_stem: dict[str, list[Phrase]] = defaultdict(list)
    prefixes: dict[str, list[Phrase]] = defaultdict(list)
    suffixes: dict[str, list[Phrase]] = defaultdict(list)
    for meaning, text in phrases:
        if ENDING in text and " " not in text.strip():
            part = plain(text.replace(ENDING, "").strip())
            phrase = _phrase(shelf, (part,), ("",), meaning, text)
            if text.startswith(ENDING):
                suffixes[part].append(phrase)
            if text.endswith(ENDING):
                prefixes[part].append(phrase)
                by_word[part].append(phrase)
            continue
        words = _words_in(text)
        if not any(words):
            continue
        stems = tuple([stem(word) if len(word) > 4 else "" for word in words])
        phrase = _phrase(shelf, words, stems, meaning, text)
        if len(words) == 1 and text.isupper() and meaning[0] not in any_case:
            phrase = phrase._replace(capitals=words[0] in everyday)
        by_word[phrase.words[phrase.anchor]].append(phrase)
        if phrase.stems[phrase.anchor]:
            by_stem[phrase.stems[phrase.anchor]].append(phrase)
    tables = (by_word, by_stem, prefixes, suffixes)
    return Tables(
        *[{key: _once(shelf, tuple(found)) for key, found in one.items()} for one in tables]
    )


def _phrase(
    shelf: dict[Hashable, Hashable],
    words: tuple[str, ...],
    stems: tuple[str, ...],
    meaning: Meaning,
    text: str,
) -> Phrase:
    """A phrase of which each piece is kept once."""
    words, stems = (
        _once(shelf, tuple([_once(shelf, word) for word in one])) for one in (words, stems)
    )
    anchor = words.index(max(words, key=len)) if len(words) > 1 else 0
    written = "" if text == " ".join(words) else _once(shelf, text)
    return Phrase(words, stems, anchor, _once(shelf, meaning), written)


def _once(shelf: dict[Hashable, Hashable], value: T) -> T:
    """The first of all equal values."""
    return cast(T, shelf.setdefault(value, value))


def _words_in(text: str) -> tuple[str, ...]:
    """The words of a phrase, with a mark where others may stand between them."""
    bare = text.replace(ENDING, "")
    if GAP not in bare:
        return words_of(bare)
    return tuple(word for part in bare.split(GAP) for word in (*words_of(part), GAP))[:-1]
