"""Whose trouble it is: one's own, somebody else's, or a loss."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.lexicon.phrases import GAP, Hit
from bot.core.model import Theme
from bot.core.slots.kin import kin_of
from bot.core.slots.persons import Cast, Person

# What somebody goes through oneself, whoever it began with.
OWN_GRIEF = frozenset((Theme.GRIEF, Theme.SUICIDE_BEREAVEMENT))
_NO_BURDEN = OWN_GRIEF | {Theme.LONELINESS}  # company is sought for a lonely one, not support
BIRTH = frozenset(
    "postnatale postpartum bevalling zwangerschap postnatal bevallen zwanger pregnant aanstaande "
    "expecting kraamtijd".split()
)
_JOINING = frozenset("met dat die with who".split())
_HAVING = frozenset("met mit mei dat die in with who".split())
_FOLK = frozenset(
    "mensen mense meensen minsken luu lui lotgenoten people anderen others volk".split()
)
THEIRS = frozenset("zijn zn haar dr hun hullie his her their".split())
_VERB_BEFORE = frozenset("wij we ze zij jullie die er ik mensen ouders they".split())
_OF = frozenset("van fan of v".split())
_ASKING = frozenset("waar wanneer hoe is zijn welke wie where when how".split())
_HE = frozenset("hij hie hem hum he him".split())
_MY = frozenset("mijn mien my mein".split())
_SELF = frozenset("ik ich i".split())
_TOO = frozenset("ook auch too".split())
_BY = frozenset("door van met over om onder aan want en with by of from".split())
_GONE_WITHIN = 5  # words between a relative and the word that says they died


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Who is told of in a message, word by word."""

    cast: Cast
    kin: tuple[int, ...]  # "mijn broer", by the position of "broer"
    turns: tuple[Person | None, ...]  # of whom each word is said: me, another, or nobody yet

    def troubled(self, themes: Iterable[Hit]) -> tuple[Hit, ...]:
        """The themes that are somebody else's trouble: "mijn broer gokt", and not "ik gok"."""
        return tuple(
            hit
            for hit in themes
            if hit.value not in _NO_BURDEN
            and not is_of_people(self.cast, hit)
            and self._said_of(hit) is Person.OTHER
        )

    def my_own(self, themes: Sequence[Hit]) -> bool:
        """Whether any of these themes is said of oneself."""
        if self.is_of_birth() or Person.HAS_IT_TOO in self.cast.said or self._so_do_i(themes):
            return True
        borne = self.cast.at[Person.FOR_ME]  # "ik zit er doorheen" by what another does
        return any(
            self._said_of(hit) is Person.I
            and not (self.kin and borne.issuperset(range(hit.first, hit.last + 1)))
            for hit in themes
        )

    def _so_do_i(self, themes: Iterable[Hit]) -> bool:
        """Whether the writer says to have it as well: "mijn vader dronk, ik ook"."""
        cast = self.cast
        told = {at for hit in themes for at in range(hit.last + 1, hit.last + 4)}
        return any(
            at in told
            and token.word in _SELF
            and cast.word(at + 1) in _TOO
            and cast.begins_anew(at + 2)
            for at, token in enumerate(cast.tokens)
        )

    def is_of_birth(self) -> bool:
        """Whether a child is expected or just born."""
        return any(token.word in BIRTH for token in self.cast.tokens)

    def _said_of(self, hit: Hit) -> Person | None:
        """Of whom a theme is said; of the child in "een kind met een eetstoornis"."""
        if hit.last + 1 in self.cast.at[Person.RELATIVE] | self.cast.at[Person.CHILD]:
            return Person.OTHER  # "een verslaafde zoon"
        if self._is_theirs(hit):
            return Person.OTHER
        if self.cast.word(hit.first - 1) in _MY:
            return Person.I  # "vanwege mijn gokken"
        children = self.cast.at[Person.CHILD]
        for at in range(max(0, hit.first - 4), hit.first):
            joined = self.cast.tokens[at].word in _JOINING
            if joined and not children.isdisjoint((at - 1, at - 2, at - 3)):
                return Person.OTHER
        at = hit.first if GAP in hit.phrase else hit.last
        return self.turns[min(at, len(self.turns) - 1)]

    def _begins_with(self, at: int) -> bool:
        """Whether "zijn" or "haar" says whose, and is no verb: "haar angst …", "door zijn"."""
        return self.cast.begins_anew(at) or self.cast.word(at - 1) in _BY

    def _is_theirs(self, hit: Hit) -> bool:
        """Whether it is called so: "zijn drankgebruik", "de gokschulden van pa"."""
        cast = self.cast
        owned = cast.word(hit.first - 1) in THEIRS or cast.word(hit.last) in THEIRS
        if owned and self.kin and cast.word(hit.first - 2) not in _VERB_BEFORE:
            return True
        wound = hit.value == Theme.TRAUMA  # "door zijn geweld" is one's own
        if cast.word(hit.first - 1) in THEIRS and self._begins_with(hit.first - 1) and not wound:
            return True  # "haar eetstoornis beheerst ons leven"
        near = (hit.last + 2, hit.last + 3)
        return cast.word(hit.last + 1) in _OF and not set(near).isdisjoint(self.kin)


def story_of(cast: Cast) -> Story:
    """Reads of whom each word of a message is said."""
    kin = kin_of(cast)
    return Story(cast=cast, kin=kin, turns=tuple(_turns(cast, kin)))


def is_of_people(cast: Cast, hit: Hit) -> bool:
    """Whether people at large have it: "een avond voor mensen die gokken"."""
    return any(
        cast.word(at) in _HAVING and cast.word(at - 1) in _FOLK
        for at in range(hit.first - 3, hit.first + 1)
    )


def _turns(cast: Cast, kin: Sequence[int]) -> list[Person | None]:
    """Of whom each word is said: of me, of another, or of nobody yet."""
    turns: list[Person | None] = []
    now: Person | None = None
    met = False
    for position in range(len(cast.tokens)):
        if position in kin and cast.word(position - 2) != "bijna":  # nearly lost
            now, met = Person.OTHER, True
        elif (position in cast.at[Person.OTHER] and met) or cast.word(position) in _HE:
            now = Person.OTHER
        elif position in cast.at[Person.I]:
            now = Person.I
        elif cast.word(position) in _ASKING and cast.begins_anew(position):
            now = None  # "…, waar is vanavond AA"
        turns.append(now)
    return turns


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
