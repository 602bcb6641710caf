"""The names of organisations misspelt, shortened, or written in more or fewer words."""

import re
from collections.abc import Collection, Iterable, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.core.lexicon.phrases import ENDING, Hit, Meaning
from bot.core.lexicon.text import Token, plain, words_of

_LEADS = frozenset("de het t".split())  # what is left out of a name
_SHORTEST = 5  # letters of a name, without spaces
_SLIPS = ((14, 3), (9, 2), (6, 1))  # letters from which a name may have so many slips
_SURE = 8  # letters of a name written in other words that need no rare word among them
_LONG = 14  # letters of a name that may begin or end with a word that all use
_MOST = 5  # words of a name
_DOTTED = re.compile(r"\w\.\w")
_STORY = 40  # words; in a longer message only what is right to the letter is looked for


class NearNames:
    """Finds names by their letters alone: "in tact", "koffie omde hoek", "la folidous"."""

    def __init__(self, named: Iterable[tuple[Meaning, str]]) -> None:
        """Takes the meanings of organisations with each of their names."""
        self._names: dict[str, tuple[Meaning, str]] = {}
        self._initials: dict[str, tuple[Meaning, str]] = {}
        for meaning, name in named:
            words = words_of(name.replace(ENDING, ""))
            if len(words) == 1 and len(words[0]) < _SHORTEST:
                self._initials.setdefault(words[0], (meaning, name))
            bare = words[1:] if len(words) > 2 and words[0] in _LEADS else words
            for letters in ("".join(words), "".join(bare)):
                if len(letters) >= _SHORTEST:
                    self._names.setdefault(letters, (meaning, name))
        self._like: dict[str, list[str]] = {}  # by first letter
        for letters in self._names:
            self._like.setdefault(letters[0], []).append(letters)
        self._heads = frozenset(letters[:_SHORTEST] for letters in self._names)

    def find(self, text: str, tokens: Sequence[Token], rare: Collection[int]) -> Hit | None:
        """The longest name that stands in a message; `rare` are words that mean nothing else.

        One word with a slip is not looked for: the lexicon does that for all its words.
        """
        if _DOTTED.search(text) and (found := self._with_dots(text, tokens)):
            return found
        words = [token.word for token in tokens]
        told = [at in rare for at in range(len(words))]
        begins = self._begins(words, rare if len(words) <= _STORY else ())
        for length in range(min(_MOST, len(words)), 0, -1):
            for first in begins:
                last = first + length
                if last > len(words):
                    break
                letters = "".join(words[first:last])
                if letters in self._names:
                    name = letters if len(letters) >= _SURE or any(told[first:last]) else None
                elif length == 1 or len(words) > _STORY:
                    continue
                else:
                    name = self._near(letters, told[first:last])
                if name:
                    meaning, phrase = self._names[name]
                    return Hit(*meaning, first, last - 1, phrase)
        return None

    def _begins(self, words: Sequence[str], rare: Collection[int]) -> list[int]:
        """Where a name may begin: with the first letters of one, or shortly before a rare word."""
        soon = {first for at in rare for first in range(at - _MOST + 1, at + 1)}
        letters, offset = "".join(words), 0
        begins = []
        for at, word in enumerate(words):
            if at in soon or letters[offset : offset + _SHORTEST] in self._heads:
                begins.append(at)
            offset += len(word)
        return begins

    def _with_dots(self, text: str, tokens: Sequence[Token]) -> Hit | None:
        """A name of letters with dots between: "A.A.", "v.m.d.b."."""
        first = 0
        for at, token in enumerate(tokens):
            if at + 1 < len(tokens) and _goes_on(text, token, tokens[at + 1]):
                continue
            letters = plain("".join(text[one.start : one.end] for one in tokens[first : at + 1]))
            if at > first and letters in self._initials:
                meaning, phrase = self._initials[letters]
                return Hit(*meaning, first, at, phrase)
            first = at + 1
        return None

    def _near(self, letters: str, rare: Sequence[bool]) -> str | None:
        """The name that has nearly these letters, where a rare word begins and ends them."""
        ends = rare[0] and rare[-1]
        if not ends and (len(letters) < _LONG or not any(rare)):
            return None
        allowed = next((slips for least, slips in _SLIPS if len(letters) >= least), 0)
        if not allowed or letters[0] not in self._like:
            return None
        near = extractOne(
            letters,
            self._like[letters[0]],
            scorer=OSA.distance,
            score_cutoff=allowed if ends else allowed - 1,
        )
        return near[0] if near else None


def _goes_on(text: str, token: Token, following: Token) -> bool:
    """Whether two letters have nothing but a dot between them."""
    letters = token.end - token.start == following.end - following.start == 1
    return letters and text[token.end : following.start] == "."
