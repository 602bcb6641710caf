"""Takes an organisation that nobody told us of from the way its name stands in a message."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from bot.core.lexicon.text import Token
from bot.core.slots.persons import Cast, Person

_ARTICLES = frozenset("de het t d den the la le".split())
_AT = frozenset("bij bie".split())
_JOINING = frozenset("van voor en de het der den in op om t aan bij".split())
_OPENERS = frozenset(
    "heeft is zit doet draait bestaat organiseert biedt geeft houdt hoort werkt does has".split()
)
# What only an organisation has, so that a name follows: "het programma van de kentering".
_ITS_OWN = frozenset(
    "programma rooster aanbod agenda openingstijden website site adres nummer telefoonnummer "
    "mailadres nieuwsbrief cursussen activiteiten locatie locaties".split()
)
_OF = frozenset("van vd bij".split())
_STREETS = ("straat", "weg", "laan", "plein", "kade", "gracht", "singel", "dijk", "markt")
_IN = frozenset("in te".split())
_HOUSES = (Person.HOUSE, Person.HOUSE_OF_TOWN, Person.LEGAL_FORM)
_STOPS = ".!?\n…:;"
_LONGEST = 5  # words of a name
_BRIEF = 24  # words; in a story "bij de Hema" is not what is asked for
_SHORTEST = 3  # letters of a name that no word goes before that says what it is
_SHORTEST_SMALL = 4  # letters of a name without a capital


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one message, and which of them may be a name."""

    text: str
    tokens: Sequence[Token]
    cast: Cast
    placed: Container[int]  # words of a place
    taken: Container[int]  # words of a place or a day
    told: Container[int]  # words with a meaning of ours
    everyday: Callable[[str], bool]

    def name(self) -> str | None:
        """The first name as typed; None where there is none."""
        if self._shouts():
            return self._name(capitals=False)
        return self._name(capitals=True)

    def _name(self, *, capitals: bool) -> str | None:
        brief = len(self.tokens) <= _BRIEF
        alone = capitals and brief
        houses = frozenset().union(*(self.cast.at[one] for one in _HOUSES))
        if not (houses or brief):
            return None
        for at in range(len(self.tokens)):
            if at in houses and (end := self._after_house(at, capitals)):
                # "Van de herstelacademie in Tiel weet ik niets."
                of_town = self._is(at - 1, _ARTICLES) and self._is(at + 1, _IN)
                first = self.tokens[at - of_town]
                return self.text[first.start : self.tokens[end - 1].end]
            if alone and (end := self._by_itself(at)):
                first = self.tokens[at - self._is(at - 1, _ARTICLES)]
                return self.text[first.start : self.tokens[end - 1].end]
            if brief and (start := self._of_its_own(at)):
                return self.text[self.tokens[start].start : self.tokens[at].end]
        return None

    def _shouts(self) -> bool:
        """Whether capitals tell nothing: most words have one."""
        initials = [self.text[token.start] for token in self.tokens if token.word[0].isalpha()]
        return 2 * sum(letter.islower() for letter in initials) <= len(initials)

    def _after_house(self, at: int, capitals: bool) -> int | None:
        """Where "inloophuis De Brug", "stichting zonnehoek" or "rouwcafé Oss" ends."""
        legal = at in self.cast.at[Person.LEGAL_FORM]
        of_town = at in self.cast.at[Person.HOUSE_OF_TOWN]
        while of_town and at + 1 in self.cast.at[Person.HOUSE_OF_TOWN]:
            at += 1  # "adhd café"
        if of_town and at + 1 in self.placed and self._adjoins(at + 1):
            return self._placed_until(at + 1)
        known = self._is(at - 1, _ARTICLES)  # "is er een herstelacademie in Emmen" asks for one
        if of_town and known and self._is(at + 1, _IN) and at + 2 in self.placed:
            return self._placed_until(at + 2)
        article = self._is(at + 1, _ARTICLES)
        word = at + 1 + article
        if not self._adjoins(at + 1):
            return None
        if capitals and self._is_capital(word) and word not in self.taken:
            return self._run(word)
        bare = legal and self._is_bare(at)
        if article and self._is_unusual(word, _SHORTEST_SMALL):
            return word + 1
        return word + 1 if bare and self._is_rare(word, _SHORTEST_SMALL) else None

    def _is_bare(self, at: int) -> bool:
        """Whether no "onze", "een" or "de" goes before: "onze stichting organiseert"."""
        own = at - 1 in self.cast.at[Person.OWN] or at - 1 in self.cast.at[Person.THOSE]
        return not own and not self._is(at - 1, _ARTICLES | {"een", "n", "jullie", "welke"})

    def _of_its_own(self, at: int) -> int | None:
        """Where a name without capitals begins that ends here: "het adres van de kentering"."""
        if not self._is_rare(at, _SHORTEST_SMALL) or self._is_capital(at):
            return None
        article = at - 1 if self._is(at - 1, _ARTICLES) else at
        owned = self._is(article - 1, _OF) and self._is(article - 2, _ITS_OWN)
        someone = self._is(at + 1, _OF)  # "het adres van de coördinator van de inloop"
        return article if owned and self._adjoins(at) and not someone else None

    def _by_itself(self, at: int) -> int | None:
        """Where a name with a capital ends that begins here: "bij Indigo", "is De Herberg"."""
        if not self._is_capital(at):
            return None
        told = at in self.told or self.tokens[at].word.endswith(_STREETS)
        named = self._is(at - 1, _ARTICLES) and not told
        if named and self._is_unusual(at, _SHORTEST, ordinary=True):
            end = self._run(at)
            if self._is(end, _IN) and end + 1 in self.placed:
                return end  # "openingstijden de Kern in Emmeloord"
        if self.tokens[at].word in _ARTICLES:
            named = self._is_capital(at + 1) and at + 1 not in self.taken
            return self._run(at) if named and self._adjoins(at + 1) else None
        if not self._is_rare(at, _SHORTEST):
            return None
        before = at - 1 - self._is(at - 1, _ARTICLES)
        opened = before == 0 and self._is(0, _OPENERS)
        return self._run(at) if opened or self._is(before, _AT) else None

    def _run(self, at: int) -> int:
        """Where the words with capitals from here on end; "van de" may stand between them."""
        end = at + 1
        while end < len(self.tokens) and end - at < _LONGEST:
            ahead = end
            while self._is(ahead, _JOINING) and not self._is_capital(ahead) and ahead - end < 2:
                ahead += 1
            within = all(
                self._adjoins(one) for one in range(end, min(ahead + 1, len(self.tokens)))
            )
            if not within or not self._is_capital(ahead) or ahead in self.taken:
                break
            end = ahead + 1
        return end

    def _placed_until(self, at: int) -> int:
        while at in self.placed and self._adjoins(at):
            at += 1
        return at

    def _adjoins(self, at: int) -> bool:
        """Whether nothing but a space parts a word from the one before."""
        if not 0 < at < len(self.tokens):
            return False
        between = self.text[self.tokens[at - 1].end : self.tokens[at].start]
        return not between.strip(" '’‘&-\"")

    def _is(self, at: int, words: Container[str]) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].word in words

    def _is_capital(self, at: int) -> bool:
        """Whether a word begins with a capital that it has not from the sentence it opens."""
        if not 0 < at < len(self.tokens) or not self.text[self.tokens[at].start].isupper():
            return False
        before = self.text[: self.tokens[at].start].rstrip(" '’\"‘“(")
        return bool(before) and before[-1] not in _STOPS

    def _is_rare(self, at: int, shortest: int) -> bool:
        """Whether a word is unusual, and nothing that we know."""
        return at not in self.told and self._is_unusual(at, shortest)

    def _is_unusual(self, at: int, shortest: int, *, ordinary: bool = False) -> bool:
        """Whether a word is no place, no day and nothing that all use, unless it may be."""
        if not 0 <= at < len(self.tokens) or at in self.taken:
            return False
        word = self.tokens[at].word
        usual = not ordinary and self.everyday(word)
        return len(word) >= shortest and word.isalpha() and not usual
