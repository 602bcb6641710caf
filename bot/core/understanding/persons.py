"""Whom a message is about and for whom something is sought: me, someone dear to me, or a group."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.model import Audience, Theme
from bot.core.understanding.text import Token
from bot.core.understanding.words import Hit

PERSON = "wie:"  # how the categories of these words begin in the lexicon

# What somebody goes through oneself, whoever it began with.
_OWN_GRIEF = frozenset((Theme.GRIEF, Theme.SUICIDE_BEREAVEMENT))
_ADDICTIONS = frozenset((Theme.ADDICTION, Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING))
_THEIRS = frozenset("zijn zn haar dr hun hullie his her their".split())
_BEARING = frozenset(
    "man vrouw vriend vriendin partner vent ex vader moeder ouders pa ma husband wife boyfriend "
    "girlfriend father mother dad mum mom".split()
)
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
_DOES = frozenset(
    "is heeft drinkt gokt blowt zit zat gebruikt was had werd is's drinks gambles has".split()
)
_BIRTH = frozenset("postnatale postpartum bevalling zwangerschap postnatal bevallen".split())
_GONE_WITHIN = 5  # words between a relative and the word that says they died
_GATHERING = ("groep", "club", "inloop", "avond", "middag", "cafe", "group")
_SENIOR = re.compile(r"(?<!\d)[5-8][05]\s?(?:\+|-?\s?plus)")  # "55+"
_GROWN_UP = 30  # years from which "people of my age" are not young


class Person(StrEnum):
    """The lists of `woorden/wie.yaml`."""

    I = "ik"  # noqa: E741 - the word itself
    OTHER = "hij of zij"
    OWN = "van iemand"
    RELATIVE = "verwant"
    CHILD = "eigen kind"
    PEOPLE = "mensen"
    NOT = "geen of niet"
    THOSE = "aanwijzend"
    INVITING = "uitnodigend"
    FOR_OTHER = "komt zelf"
    FOR_ME = "voor mij"
    LIKE_ME = "anderen zoals ik"
    GONE = "gestorven"
    BY_OWN_HAND = "door eigen hand"


_NOBODY: dict[Person, frozenset[int]] = dict.fromkeys(Person, frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who stands where in a message: the positions of the tokens of each list."""

    tokens: tuple[Token, ...]
    at: dict[Person, frozenset[int]]
    relatives: tuple[int, ...]  # "mijn broer", by the position of "broer"
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

    def denied(self, hit: Hit) -> bool:
        """Whether it is said not to be that: "niet de drank", "geen drank maar", "zonder zoom"."""
        at = hit.first - 1
        while at > 0 and hit.first - at <= _DENIED_WITHIN and self._leads(at):
            at -= 1
        if at not in self.at[Person.NOT]:
            return False
        after = [token.word for token in self.tokens[hit.last + 1 : hit.last + 3]]
        return at < hit.first - 1 or (after[:1] != [] and after[0] in _BUT and "ook" not in after)

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
        tokens=tokens,
        at=at,
        relatives=tuple(_relatives(text, tokens, at)),
        said=frozenset(found),
        senior=bool(_SENIOR.search(text.lower())),
    )


def _relatives(
    text: str, tokens: Sequence[Token], at: dict[Person, frozenset[int]]
) -> Iterator[int]:
    """The positions of "broer" in "mijn broer", "mijn oudste broer" and "een broer met"."""
    dear = at[Person.RELATIVE] | at[Person.CHILD]
    if not dear and not at[Person.OWN]:
        return
    for position in range(len(tokens)):
        near = {position - 1, position - 2} & at[Person.OWN]
        if position in dear:
            after = tokens[position + 1].word if position + 1 < len(tokens) else ""
            before = tokens[position - 1].word if position else ""
            one = before in ("een", "n", "a", "")
            bare = after in _DOES and before not in _ARTICLES and before != "of"
            if near or bare or (one and after in ("met", "die", "with", "who")):
                yield position
        elif position - 1 in near and _is_name(text, tokens, position):
            yield position


def _is_name(text: str, tokens: Sequence[Token], position: int) -> bool:
    """Whether a word after "ons" or "onze" is a name: "onze Sanne"."""
    return tokens[position - 1].word in ("ons", "onze") and text[tokens[position].start].isupper()


def troubled(cast: Cast, themes: Iterable[Hit]) -> tuple[Hit, ...]:
    """The themes that are somebody else's trouble: "mijn broer gokt", and not "ik gok"."""
    turns = _turns(cast)
    return tuple(
        hit
        for hit in themes
        if hit.value not in _OWN_GRIEF and _said_of(cast, turns, hit) is Person.OTHER
    )


def my_own(cast: Cast, themes: Iterable[Hit]) -> bool:
    """Whether any of these themes is said of oneself."""
    if not _BIRTH.isdisjoint(token.word for token in cast.tokens):
        return True
    turns = _turns(cast)
    return any(_said_of(cast, turns, hit) is Person.I for hit in themes)


def _said_of(cast: Cast, turns: Sequence[Person | None], hit: Hit) -> Person | None:
    """Of whom a theme is said; of the child in "een kind met een eetstoornis"."""
    if hit.last + 1 in cast.at[Person.RELATIVE] | cast.at[Person.CHILD]:
        return Person.OTHER  # "een verslaafde zoon"
    for position in range(max(0, hit.first - 4), hit.first):
        joined = cast.tokens[position].word in ("met", "dat", "die", "with", "who")
        children = cast.at[Person.CHILD]
        if joined and not children.isdisjoint((position - 1, position - 2, position - 3)):
            return Person.OTHER
    return turns[min(hit.last, len(turns) - 1)]


def _turns(cast: Cast) -> list[Person | None]:
    """Of whom each word is said: of me, of another, or of nobody yet."""
    turns: list[Person | None] = []
    now: Person | None = None
    relatives = set(cast.relatives)
    met = False
    for position in range(len(cast.tokens)):
        if position in relatives:
            now, met = Person.OTHER, True
        elif position in cast.at[Person.OTHER] and met:
            now = Person.OTHER
        elif position in cast.at[Person.I]:
            now = Person.I
        turns.append(now)
    return turns


def for_another(cast: Cast) -> bool:
    """Whether someone else will come: "voor mijn broer", "waar kan hij heen"."""
    if Person.FOR_OTHER in cast.said:
        return True
    words = [token.word for token in cast.tokens]
    return any(
        {"voor", "veur", "vur", "for"} & set(words[max(0, position - 3) : position])
        or {"kan", "wil", "zoekt", "zou", "moet"} & set(words[position + 1 : position + 2])
        or words[max(0, position - 3) : position - 1][-1:] == ["kan"]
        for position in cast.relatives
        if Person.PEOPLE not in _lists(cast, position)
    )


def _lists(cast: Cast, position: int) -> set[Person]:
    return {person for person, positions in cast.at.items() if position in positions}


def bereaved(cast: Cast) -> bool:
    """Whether someone dear is said to be dead: "mijn man is er niet meer"."""
    gone, own = cast.at[Person.GONE], cast.at[Person.OWN]
    dear = cast.at[Person.RELATIVE] | cast.at[Person.CHILD]
    for position in dear:
        for ahead in range(position + 1, position + 1 + _GONE_WITHIN):
            if ahead in own or ahead in cast.at[Person.I]:
                break
            if ahead in gone:
                return True
        if position - 2 in own and position - 3 in gone:
            return True
    return False


def audiences_of(cast: Cast, named: Sequence[Hit], themes: Sequence[Hit]) -> tuple[Audience, ...]:
    """Whom the activity should be for, in the order in which it is said."""
    kept = [hit for hit in named if _is_meant(cast, hit)]
    found = list(dict.fromkeys(Audience(hit.value) for hit in kept))
    if cast.senior and Audience.OLDER not in found:
        found.append(Audience.OLDER)
    if Audience.YOUNG in found and (Audience.OLDER in found or _is_grown_up(cast)):
        found = [one for one in found if one is not Audience.YOUNG or _plainly_young(cast, kept)]
    if Audience.LOVED_ONES not in found and _is_loved_one(cast, kept, themes):
        found.insert(0, Audience.LOVED_ONES)
    return tuple(found)


def _is_meant(cast: Cast, hit: Hit) -> bool:
    """Whether a group is meant, and not people one knows or does not want."""
    if cast.negated(hit):
        return False
    if hit.first in cast.at[Person.PEOPLE] and hit.first - 1 in cast.at[Person.OWN]:
        return False  # "mijn ouders zijn hier gekomen"
    if hit.first != hit.last or hit.first not in cast.at[Person.PEOPLE]:
        return True
    before = hit.first - 1
    if before >= 0 and cast.tokens[before].word.isdigit():
        return False
    if before not in cast.at[Person.THOSE] or before - 1 in cast.at[Person.INVITING]:
        return True
    after = cast.tokens[hit.last + 1].word if hit.last + 1 < len(cast.tokens) else ""
    return after.startswith(_GATHERING)  # "die jongeren inloop"


def _is_grown_up(cast: Cast) -> bool:
    ages = [int(t.word) for t in cast.tokens if t.word.isdigit() and len(t.word) <= 3]
    return any(_GROWN_UP <= age <= 110 for age in ages)


def _plainly_young(cast: Cast, kept: Sequence[Hit]) -> bool:
    """Whether it says young, and not only people of one's own age."""
    return any(hit.value == Audience.YOUNG and "leeftijd" not in hit.phrase for hit in kept)


def _is_loved_one(cast: Cast, kept: Sequence[Hit], themes: Sequence[Hit]) -> bool:
    """Whether the writer seeks support as a relative of somebody with trouble."""
    trouble = [hit for hit in themes if hit.value not in _OWN_GRIEF]
    parents = [hit for hit in kept if hit.value == Audience.PARENTS]
    theirs = troubled(cast, themes)
    if parents and trouble:
        if theirs and not _BIRTH & {token.word for token in cast.tokens}:
            return True
        named_so = any(one.last + 1 == hit.first for one in parents for hit in trouble)
        own = my_own(cast, trouble) and not named_so  # "de ouderavond autisme"
        return not own and not _have_it(cast, parents)
    if not theirs:
        return False
    if Person.LIKE_ME in cast.said or _of_theirs(cast):
        return True
    if my_own(cast, themes) or for_another(cast):
        return False
    return Person.FOR_ME in cast.said or _is_burden(cast, theirs)


def _have_it(cast: Cast, parents: Sequence[Hit]) -> bool:
    """Whether parents themselves have the trouble: "ouders met een depressie"."""
    words = [token.word for token in cast.tokens]
    after = {word for hit in parents for word in words[hit.first + 1 : hit.last + 2]}
    return bool(after & {"met", "with"}) and not cast.at[Person.CHILD]


def _of_theirs(cast: Cast) -> bool:
    """Whether someone comes for a relative of theirs: "voor mijn zus, haar man drinkt"."""
    words = [token.word for token in cast.tokens]
    second = any(words[at - 1] in _THEIRS for at in cast.relatives if at)
    first = any(words[at - 1] not in _THEIRS for at in cast.relatives if at)
    return second and first and for_another(cast)


def _is_burden(cast: Cast, theirs: Sequence[Hit]) -> bool:
    """Whether it is the addiction of a partner or a parent: who tells of that, bears it."""
    kin = any(cast.tokens[at].word in _BEARING for at in cast.relatives)
    return kin and any(hit.value in _ADDICTIONS for hit in theirs)
