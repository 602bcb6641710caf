"""Understands one message: its language, its slots, and which topic it is about, with reasons."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial
from math import exp, log
from operator import attrgetter

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.core.days.dates import NO_SCHOOL_HOLIDAYS
from bot.core.days.reckoning import SchoolHolidays
from bot.core.message import Slots
from bot.core.places.places import Gazetteer
from bot.core.understanding.features import Features, features_of, gather_features
from bot.core.understanding.language import language_of
from bot.core.understanding.persons import PERSON, Person
from bot.core.understanding.scorer import Array, Known, Scorer, Support, softmax
from bot.core.understanding.slots import (
    AUDIENCE,
    EXPLAINED,
    FEAST_MASK,
    FORMAT,
    KIND,
    ORGANISATION_MASK,
    PLACE_MASK,
    THEME,
    WHEN_MASK,
    Found,
    find_slots,
)
from bot.core.understanding.spacing import spaced
from bot.core.understanding.text import (
    LENGTH_LIMIT,
    Clause,
    Token,
    clauses_of,
    forget_plain_words,
    tokens_of,
)
from bot.core.understanding.words import Hit, Lexicon

ELSEWHERE = "null"  # the label of what is not ours
NUMBER_MASK = "‹getal›"

_TOWN = 10_000  # inhabitants
_SHORTEST_TOWN = 5  # letters of a town that words may be stuck to
_BRIEF = 4  # words; so few may be a choice, a place, a name
_CLAUSE_LIMIT = 40
_BARE_SURE = 0.97
_RANKED, _OFFERED = 6, 3
_REASONS = 5
_CLEAR = 0.9  # the chance of a topic from which a name of ours says enough
_VOUCHED = 0.92  # how sure a guess is then
_BOTH_SURE = 0.9
_TWO_QUESTIONS = 24  # words; a longer message is a story, in which a clause proves little
_SECOND = 0.6  # the chance from which another clause is another question
_SMALL_TALK = frozenset(("greeting", "thanks", "goodbye"))
_NEVER_SECOND = _SMALL_TALK | {ELSEWHERE, "help", "about_bot"}
_SLOTTED = frozenset((KIND, THEME, AUDIENCE, FORMAT))
_SLOT_MASKS = frozenset((PLACE_MASK, WHEN_MASK, FEAST_MASK, ORGANISATION_MASK))
_DEAR = frozenset(PERSON + who for who in (Person.RELATIVE, Person.CHILD, Person.OWN))
_BARE = "find_activity"  # what a message asks that names a place or a kind and nothing else
_JOINING = frozenset(
    "en of maar dan ook nog in op bij te van voor naar rond uit omgeving buurt liever misschien "
    "anders eens de het een is er iets kan ik dat die daar hier and or on at about how "
    "there then instead near around with met mensen und dann wel als nou t n "
    "nee neen ja oh ok oke sorry bedoel bedoelde toch graag liefst eigenlijk alleen zit woon "
    "woont dus kant woonachtig mij me mijn wij we wijk dorp no yes mean meant i im in for the a "
    "what live please "
    "veur um bie mien".split()
)
_SAID_NOTHING = frozenset(
    "ja jawel jep nee neen nope ok oke okay oh ah eh uh uhm hm hmm tja mwah nou yes yep no nah "
    "? ! ?? !! ??? !!!".split()
)
_FOR = frozenset("voor veur vur for".split())  # "en voor mijn dochter?"
_FOLLOWING = 8  # words of a message that only goes on


class Decision(StrEnum):
    """Whether to answer, to ask which of a few topics is meant, or to say it is not understood."""

    ANSWER = "answer"
    ASK = "ask"
    ABSTAIN = "abstain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A message cut up: tokens with masks, the concepts found, and the slots."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    stems: tuple[str, ...]
    concepts: tuple[tuple[str, int], ...]  # (concept, position of its first token)
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a message asks, how sure that is, and why."""

    decision: Decision
    topic: str | None  # the best guess; None when abstaining
    score: float  # the chance that the guess is right
    rivals: tuple[tuple[str, float], ...]  # the likeliest topics, best first
    slots: Slots
    language: str
    second: str | None = None  # another topic asked in the same message
    brief: bool = False  # a few words only
    continues: bool = False  # names a place, a day, a theme, and asks nothing of its own
    # Only `ask --why` wants reasons, and working them out takes longer than the rest.
    told: Callable[[], tuple[str, ...]] = field(default=tuple, compare=False, repr=False)

    @property
    def because(self) -> tuple[str, ...]:
        """Which words and which example decided, worked out when asked."""
        return self.told()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brain:
    """What understanding goes by: words, places, weights, and how sure is sure enough."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    scorer: Scorer
    speller: "Speller"
    trust: "Trust"
    exact: Mapping[str, str]  # an example, as compared → its topic
    examples: tuple[tuple[str, str], ...] = ()  # topic and text of each, in the scorer's order
    school: SchoolHolidays = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Turns the marks of a guess into the chance that it is right; fitted on unseen examples.

    Above `sure` a guess is answered; below `lost` it is not even asked about.
    """

    weights: tuple[float, ...]  # one for each mark, see `_marks`
    bias: float
    sure: float
    lost: float

    def chance(self, marks: Sequence[float]) -> float:
        """The chance that a guess with these marks is right."""
        total = self.bias + sum(w * m for w, m in zip(self.weights, marks, strict=True))
        return 1.0 / (1.0 + exp(-total))


def understand(text: str, now: datetime, brain: Brain) -> Understanding:
    """Understands one message; `now` is local time in Europe/Amsterdam."""
    reading = read(text, now, brain.lexicon, brain.gazetteer, brain.school)
    slots, brief = reading.found.slots, len(reading.tokens) <= _BRIEF
    exact = brain.exact.get(compared(token.word for token in reading.tokens))
    if not reading.tokens:
        return Understanding(
            decision=Decision.ABSTAIN,
            topic=None,
            score=0.0,
            rivals=(),
            slots=slots,
            language=reading.language,
        )
    bare = _is_bare(reading)
    weighed = _weigh(reading, brain, () if bare else _clauses(reading))
    guess = rank(weighed.chances, brain.scorer)
    score = brain.trust.chance(_marks(guess, weighed, brain.scorer, len(reading.tokens)))
    if slots.organisation is not None and guess.topics[0][1] >= _CLEAR:
        score = max(score, _VOUCHED)  # who names one of our organisations means us
    if exact == ELSEWHERE or (exact is None and _SAID_NOTHING.issuperset(reading.words)):
        score = 0.0
    elif exact is not None:
        guess = replace(guess, topics=_first(exact, guess.topics))
        score = 1.0
    if bare and exact is None:
        guess, score = replace(guess, topics=_first(_BARE, guess.topics)), _BARE_SURE
    topic, second = guess.topics[0][0], None
    asked = _asked_in_clauses(weighed, brain.scorer)
    if len(asked) > 1 and topic in asked:
        # Two clear questions make each other look doubtful; both are answered.
        second = next(other for other in asked if other != topic)
        if len(reading.tokens) <= _TWO_QUESTIONS:
            score = max(score, _BOTH_SURE)
    elif asked and topic in _SMALL_TALK:
        topic = asked[0]  # "Bedankt, en wat kost het?" asks what it costs.
    elif asked and asked[0] != topic:
        second = asked[0]
    if topic != guess.topics[0][0]:
        guess = replace(guess, topics=_first(topic, guess.topics))
    decision = _decide(score, brain.trust)
    return Understanding(
        decision=decision,
        topic=None if decision is Decision.ABSTAIN else topic,
        score=round(score, 3),
        rivals=guess.topics[:_OFFERED],
        slots=slots,
        language=reading.language,
        second=second,
        brief=brief,
        continues=bare,
        told=partial(_because, brain, weighed, guess, exact),
    )


def forget_words(brain: Brain) -> None:
    """Empties the memories of single words that understanding keeps to be quick.

    They hold words of residents without order or chat; nothing of a resident is kept for long.
    """
    brain.speller.forget()
    brain.lexicon.forget()
    brain.scorer.index.forget()
    brain.gazetteer.close.clear()
    forget_plain_words()


def compared(words: Iterable[str]) -> str:
    """A message as compared with the examples: its plain words."""
    return " ".join(word for word in words if word[0] not in "?!")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The topics by chance, and the chance that the message is about something else."""

    topics: tuple[tuple[str, float], ...]
    elsewhere: float


def rank(chances: Array, scorer: Scorer) -> Guess:
    """The likeliest topics, best first, and the chance of elsewhere."""
    order = np.argsort(-chances)
    named = [(scorer.labels[at], float(chances[at])) for at in order[: _RANKED + 1]]
    elsewhere = float(chances[scorer.labels.index(ELSEWHERE)])
    topics = [(label, round(chance, 3)) for label, chance in named if label != ELSEWHERE]
    return Guess(topics=tuple(topics[:_RANKED]), elsewhere=elsewhere)


def guess_of(reading: Reading, brain: Brain) -> tuple[Guess, tuple[float, ...]]:
    """The guess about a message and its marks, from which the trust in it is worked out."""
    weighed = _weigh(reading, brain)
    guess = rank(weighed.chances, brain.scorer)
    return guess, _marks(guess, weighed, brain.scorer, len(reading.tokens))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """A message weighed: by the classifiers alone, and with the nearest examples beside them."""

    known: Known
    points: Array
    chances: Array
    support: Support
    clauses: Array  # the chances of each label in each clause


def _weigh(reading: Reading, brain: Brain, clauses: Iterable[Clause] = ()) -> _Weighed:
    texts = [_numbered(reading, brain, clause) for clause in (None, *clauses)]
    known = brain.scorer.known(texts)
    points, support = brain.scorer.points(known), brain.scorer.support(known)
    return _Weighed(
        known=known,
        points=points[0],
        chances=softmax(points[0] + support.votes),
        support=support,
        clauses=softmax(points[1:]),
    )


def _marks(guess: Guess, weighed: _Weighed, scorer: Scorer, length: int) -> tuple[float, ...]:
    """What tells a right guess from a wrong one, and ours from what is not."""
    best, next_best = guess.topics[0][1], guess.topics[1][1]
    column, null = scorer.labels.index(guess.topics[0][0]), scorer.labels.index(ELSEWHERE)
    points, votes = weighed.points, weighed.support.votes
    cast = float(votes.sum()) or 1.0
    return (
        best,
        _log_ratio(best, next_best),
        _log_ratio(best, guess.elsewhere),
        float(points[column]),
        float(points[null]),
        float(softmax(points)[column]),
        weighed.support.likeness,
        float(votes[column]) / cast,
        float(votes[null]) / cast,
        weighed.known.coverage,
        log(1 + length),
    )


def _log_ratio(one: float, other: float) -> float:
    """How much likelier one is, between -6 and 6."""
    return max(-6.0, min(6.0, log(max(one, 1e-6) / max(other, 1e-6))))


def _first(topic: str, topics: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """The topics with this one in front."""
    if topics[0][0] == topic:
        return topics
    return ((topic, topics[0][1]), *(pair for pair in topics if pair[0] != topic))


def _decide(score: float, trust: Trust) -> Decision:
    if score >= trust.sure:
        return Decision.ANSWER
    return Decision.ASK if score >= trust.lost else Decision.ABSTAIN


def _clauses(reading: Reading) -> list[Clause]:
    """The clauses of a message with something in them, where there is more than one."""
    parts = clauses_of(reading.text)
    found = []
    for clause in parts:
        first, last = _range(reading.tokens, clause)
        if last - first >= 3:
            found.append(clause)
    return found[:_CLAUSE_LIMIT] if len(parts) > 1 else []


def _asked_in_clauses(weighed: _Weighed, scorer: Scorer) -> tuple[str, ...]:
    """The topics that a clause of its own surely asks about, in the order of the message."""
    sure, likeliest = weighed.clauses.max(-1) >= _SECOND, weighed.clauses.argmax(-1)
    topics = (scorer.labels[at] for at in likeliest[sure])
    return tuple(dict.fromkeys(topic for topic in topics if topic not in _NEVER_SECOND))


def _is_bare(reading: Reading) -> bool:
    """Whether a message only names a slot, or for whom, perhaps with a few joining words."""
    if len(reading.tokens) > _FOLLOWING:
        return False
    placed = PLACE_MASK in reading.words
    slotted, persons = set[int](), set[int]()
    for hit in reading.found.hits:
        positions = range(hit.first, hit.last + 1)
        if hit.category in _SLOTTED or (placed and hit.category == EXPLAINED):
            slotted.update(positions)  # "zelfregiecentrum in Deventer" asks for one there
        elif hit.category in _DEAR:
            persons.update(positions)
    masked = any(word in _SLOT_MASKS for word in reading.words)
    dear = bool(persons) and not _FOR.isdisjoint(reading.words)
    senior = bool(reading.found.slots.audiences)  # "65+"
    if not (masked or slotted or dear or senior):
        return False
    return all(
        word in _JOINING or word[0] in "‹?!" or at in slotted or (dear and at in persons)
        for at, word in enumerate(reading.words)
    )


def _because(brain: Brain, weighed: _Weighed, guess: Guess, exact: str | None) -> tuple[str, ...]:
    """Which words and which example decided, and who came second by how much."""
    best, next_best = guess.topics[0], guess.topics[1]
    if exact is not None:
        return (f"zelfde woorden als een voorbeeld van {exact}",)
    told = [
        f"{best[0]} {best[1]:.2f}; daarna {next_best[0]} {next_best[1]:.2f}; "
        f"elders {guess.elsewhere:.2f}"
    ]
    reasons = brain.scorer.reasons(weighed.known, best[0], next_best[0], _REASONS)
    words = ", ".join(f"{readable(name)} {points:+.2f}" for name, points in reasons if points > 0)
    if words:
        told.append(f"voor {best[0]}: {words}")
    nearest, likeness = weighed.support.nearest, weighed.support.likeness
    if nearest is not None and nearest < len(brain.examples):
        topic, text = brain.examples[nearest]
        told.append(f"lijkt het meest op ‘{text}’ ({topic}, {likeness:.2f})")
    return tuple(told)


def readable(feature: str) -> str:
    """A feature as an editor may read it."""
    sort, _, name = feature.partition(":")
    sorts = {"w": "woord", "p": "woordpaar", "c": "begrip", "d": "begrippen", "l": "letters"}
    return f"{sorts.get(sort, 'vorm')} ‘{name}’"


def read(
    text: str,
    now: datetime,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    school: SchoolHolidays = NO_SCHOOL_HOLIDAYS,
) -> Reading:
    """Cuts a message up and finds its slots; `now` is local time in Europe/Amsterdam."""
    text = spaced(text[:LENGTH_LIMIT], lexicon.knows, lambda word: _is_town(word, gazetteer))
    tokens = lexicon.spelt_out(tokens_of(text))
    found = find_slots(text, tokens, now, lexicon, gazetteer, school)
    words = tuple(_word(token, position, found) for position, token in enumerate(tokens))
    stems = tuple(
        token.stem if word == token.word else word
        for token, word in zip(tokens, words, strict=True)
    )
    concepts = tuple(
        pair
        for hit in found.hits
        if hit.first not in found.masks and _tells(hit)
        for pair in ((f"{hit.category}:{hit.value}", hit.first), (hit.category, hit.first))
    )
    return Reading(
        text=text,
        language=language_of(text, [token.word for token in tokens]),
        tokens=tokens,
        words=words,
        stems=stems,
        concepts=concepts,
        found=found,
    )


def _tells(hit: Hit) -> bool:
    """Whether a phrase says something of the topic; who is meant, or a hard word, does not."""
    return hit.category != EXPLAINED and not hit.category.startswith(PERSON)


def _is_town(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word names a town of some size for sure."""
    if len(word) < _SHORTEST_TOWN or not gazetteer.certain(word):
        return False
    return gazetteer.counted(word)[0][1] >= _TOWN


class Speller:
    """Finds the known stem that a misspelt one probably stands for."""

    def __init__(self, scorer: Scorer) -> None:
        """Takes the stems that the scorer knows as the only words to repair to."""
        self._known = {name[2:] for name in scorer.index if name.startswith("w:")}
        self._near: dict[tuple[str, int], list[str]] = {}
        for stem in sorted(self._known):
            if len(stem) >= 4 and stem[0] != "‹":
                self._near.setdefault((stem[0], len(stem)), []).append(stem)
        self._found: dict[str, str | None] = {}

    def repairs(self, stems: Iterable[str]) -> dict[int, str]:
        """The repaired stems by position; known and short ones are left alone."""
        found = {}
        for position, stem in enumerate(stems):
            if len(stem) >= 5 and stem not in self._known and stem[0] != "‹":
                near = self._nearest(stem)
                if near:
                    found[position] = near
        return found

    def knows(self, stem: str) -> bool:
        """Whether a stem stands in the examples as it is."""
        return stem in self._known

    def _nearest(self, stem: str) -> str | None:
        if stem not in self._found:
            if len(self._found) > 20_000:
                self._found.clear()
            self._found[stem] = self._search(stem)
        return self._found[stem]

    def forget(self) -> None:
        """Forgets which words were looked for."""
        self._found.clear()

    def _search(self, stem: str) -> str | None:
        allowed = 1 if len(stem) < 8 else 2
        near = [
            known
            for length in range(len(stem) - allowed, len(stem) + allowed + 1)
            for known in self._near.get((stem[0], length), ())
        ]
        best = extractOne(stem, near, scorer=OSA.distance, score_cutoff=allowed)
        return best[0] if best else None


def features_of_reading(reading: Reading) -> dict[str, float]:
    """The named features of an example."""
    return features_of(reading.words, reading.stems, [concept for concept, _ in reading.concepts])


def _numbered(reading: Reading, brain: Brain, clause: Clause | None) -> "Features[array[int]]":
    """The features of a whole message, or of one clause of it, with its spelling mended."""
    first, last = _range(reading.tokens, clause)
    stems = reading.stems[first:last]
    return gather_features(
        reading.words[first:last],
        stems,
        [concept for concept, position in reading.concepts if first <= position < last],
        brain.speller.repairs(stems),
        brain.scorer.index.letters,
    )


_start = attrgetter("start")


def _range(tokens: tuple[Token, ...], clause: Clause | None) -> tuple[int, int]:
    if clause is None:
        return 0, len(tokens)
    first = bisect_left(tokens, clause.start, key=_start)
    return first, bisect_left(tokens, clause.end, lo=first, key=_start)


def _word(token: Token, position: int, found: Found) -> str:
    mask = found.masks.get(position)
    if mask:
        return mask
    return NUMBER_MASK if token.word.isdigit() else token.word
