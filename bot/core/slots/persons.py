"""Who stands where in a message: me, someone dear to me, others, and what is refused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.core.lexicon.phrases import Hit
from bot.core.lexicon.text import Token

PERSON = "wie:"  # how the categories of these words begin in the lexicon
_AMONG = (
    "met",
    "mit",
    "mee",
    "with",
    "tussen",
    "onder",
    "bij",
    "among",
    "naar",
)
_ARTICLES = ("de", "een", "n", "het", "the", "a", "die", "deze", "als")
_BEFORE_DENIED = frozenset(
    "de het een t n over om voor via per met zozeer echt the a about for die der das".split()
)
_DENIED_WITHIN = 3  # words from the refusal to what is refused
_BUT = frozenset("maar mar mer but sondern".split())
_SELF = frozenset("ik k i".split())
_ANY_MORE = frozenset("meer mee mear mehr anymore".split())
FOR = frozenset("voor veur vur foar fur vuur voro vor vr for".split())
_STOPS = frozenset(".,;:!?…\n")
_ENDS = frozenset(".!?…\n")
_SENIOR = re.compile(r"(?<!\d)[5-8][05]\s?(?:\+|-?\s?plus)")  # "55+"


class Person(StrEnum):
    """The lists of `woorden/wie.yaml`."""

    I = "ik"  # noqa: E741 - the word itself
    OTHER = "hij of zij"
    OWN = "van iemand"
    RELATIVE = "verwant"
    MY_KIN = "verwant van mij"  # the word itself says whose: Turkish "eşim"
    CHILD = "eigen kind"
    PEOPLE = "mensen"
    NOT = "geen of niet"
    THOSE = "aanwijzend"
    INVITING = "uitnodigend"
    HAS_IT_TOO = "heeft het zelf"
    HAS_IT_NOT = "heeft het zelf niet"
    BURDEN = "last van een ander"
    BESIDE_THE_POINT = "doet er niet toe"
    ORIGIN = "herkomst"
    SUFFERER = "wie het heeft"
    BEARING = "draagt het ook"
    FOR_OTHER = "komt zelf"
    FOR_ME = "voor mij"
    LIKE_ME = "anderen zoals ik"
    GONE = "gestorven"
    BY_OWN_HAND = "door eigen hand"
    HOUSE = "instelling"  # a name may follow: "inloophuis De Brug"
    HOUSE_OF_TOWN = "instelling van een plaats"  # called after its town: "rouwcafé Oss"
    LEGAL_FORM = "stichting"


_NOBODY: dict[Person, frozenset[int]] = dict.fromkeys(Person, frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who stands where in a message: the positions of the tokens of each list."""

    text: str
    tokens: tuple[Token, ...]
    at: dict[Person, frozenset[int]]
    said: frozenset[Person]
    senior: bool  # "55+" is said

    def negated(self, hit: Hit) -> bool:
        """Whether "geen" or "zonder" goes before, as in "geen mannen" and "niet met mannen"."""
        if hit.first - 1 in self.at[Person.NOT]:
            return True
        at = hit.first - 1
        if at > 1 and self.tokens[at].word in _ARTICLES:
            at -= 1
        return at > 0 and self.tokens[at].word in _AMONG and at - 1 in self.at[Person.NOT]

    def word(self, at: int) -> str:
        """The word at a position; empty outside the message."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def begins_anew(self, at: int) -> bool:
        """Whether a sentence or a clause after a comma begins at a position, or none is there."""
        if not 0 < at < len(self.tokens):
            return True
        between = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return not _STOPS.isdisjoint(between) or self.tokens[at - 1].word in _STOPS

    def same_sentence(self, first: int, last: int) -> bool:
        """Whether no full stop, mark or line's end stands between two positions."""
        between = self.text[self.tokens[first].start : self.tokens[last].start]
        return _ENDS.isdisjoint(between)

    def denied(self, hit: Hit) -> bool:
        """Whether it is said not to be that: "niet de drank", "geen drank maar", "zonder zoom"."""
        at = hit.first - 1
        while at > 0 and hit.first - at <= _DENIED_WITHIN and self._leads(at):
            at -= 1
        if at not in self.at[Person.NOT]:
            return False
        after = [token.word for token in self.tokens[hit.last + 1 : hit.last + 3]]
        return at < hit.first - 1 or (after[:1] != [] and after[0] in _BUT and "ook" not in after)

    def without(self, hit: Hit) -> bool:
        """Whether it is said not to be there: "geen verslaving", but not "geen drank meer"."""
        if self.word(hit.first) in _SELF and hit.last + 1 in self.at[Person.NOT]:
            after = {token.word for token in self.tokens[hit.last + 2 : hit.last + 4]}
            return after.isdisjoint(_ANY_MORE)  # "ik drink niet", but not "ik drink niet meer"
        if hit.first - 1 not in self.at[Person.NOT]:
            return False
        return not any(t.word in _ANY_MORE for t in self.tokens[hit.last + 1 : hit.last + 3])

    def _leads(self, at: int) -> bool:
        return self.tokens[at].word in _BEFORE_DENIED

    def refused(self, hit: Hit) -> bool:
        """The same with any one word between: "geen saaie praatclub"."""
        return any(at in self.at[Person.NOT] for at in (hit.first - 1, hit.first - 2))


def cast_of(text: str, tokens: tuple[Token, ...], hits: Iterable[Hit]) -> Cast:
    """Finds the persons of a message."""
    found: dict[Person, set[int]] = {}
    for hit in hits:
        if hit.category.startswith(PERSON):
            places = found.setdefault(Person(hit.value), set())
            places.update(range(hit.first, hit.last + 1))
    at = {**_NOBODY, **{person: frozenset(places) for person, places in found.items()}}
    return Cast(
        text=text,
        tokens=tokens,
        at=at,
        said=frozenset(found),
        senior=bool(_SENIOR.search(text.lower())),
    )
