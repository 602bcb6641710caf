"""A text in words, with the places found in it so far."""

from dataclasses import dataclass, field

from bot.core.places.gazetteer import Gazetteer, Mention, Word
from bot.core.places.place_words import JOINING, LEADS, LEADS_WITH_VAN, SMALL

_KEYWORDS = 7  # words up to which a message may be a few loose words


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in words, with the mentions found so far."""

    text: str
    words: list[Word]
    gazetteer: Gazetteer
    found: list[Mention] = field(default_factory=list)

    def key(self, at: int) -> str:
        """The key of the word there, or nothing beyond either end."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def after_a_place(self, at: int) -> bool:
        """Whether the word before this one ends the last mention."""
        return bool(at and self.found) and self.found[-1].end == self.words[at - 1].end

    def is_led(self, at: int) -> bool:
        """Whether a word of place goes before, as "in", "omgeving", or a place and "of"."""
        before = self.key(at - 1)
        if before in LEADS or (before == "van" and self.key(at - 2) in LEADS_WITH_VAN):
            return True
        if self.after_a_place(at):
            gap = self.text[self.words[at - 1].end : self.words[at].start]
            return gap.strip() in ("/", ",", "&", "-", "+")
        return before in JOINING and self.after_a_place(at - 1)

    def is_keywords(self) -> bool:
        """Whether the message is a few words without a sentence, as "inloop leiden"."""
        return len(self.words) <= _KEYWORDS and not any(w.key in SMALL for w in self.words)
