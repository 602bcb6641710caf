"""Understands one message: which topic it is about, how sure that is, and its slots."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from functools import partial

from bot.core.lexicon.text import Clause
from bot.core.message import Slots
from bot.core.slots.slots import ORGANISATION
from bot.core.understanding.brain import Brain, Trust, compared
from bot.core.understanding.clauses import SMALL_TALK, asks, clauses_in, surely_about
from bot.core.understanding.fragment import is_fragment, names_the_unheard
from bot.core.understanding.guess import (
    ELSEWHERE,
    Guess,
    Weighed,
    marks_of,
    rank,
    weigh,
    weigh_clauses,
)
from bot.core.understanding.reading import Reading, after_greeting, read
from bot.core.understanding.reasons import because_of

_BRIEF = 4  # words; so few may be a choice, a place, a name
_FRAGMENT_SURE = 0.97
_OFFERED = 3  # topics
_CLEAR = 0.97  # the chance of a topic from which a name of ours says enough
_ELSEWHERE_SURELY = 0.8  # the chance from which it is about something that is not ours,
_HARDLY_OURS = 0.05  # where the likeliest topic has less than this: not even asked about
_TWO_QUESTIONS = 24  # words; a longer message is a story, in which a clause proves little
_OF_FRAGMENT = "find_activity"  # what a message asks that names a place or a kind and no more
_SAID_NOTHING = frozenset(
    "ja jawel jep nee neen nope ok oke okay oh ah eh uh uhm hm hmm tja mwah nou yes yep no nah "
    "? ! ?? !! ??? !!!".split()
)


class Decision(StrEnum):
    """Whether to answer, to ask which of a few topics is meant, or to say it is not understood."""

    ANSWER = "answer"
    ASK = "ask"
    ABSTAIN = "abstain"


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
    unheard: bool = False  # names one thing that no example names, and asks nothing
    elsewhere: float = 0.0  # the chance that it is about something that is not ours
    continues: bool = False  # names a place, a day, a theme, and asks nothing of its own
    corrects: bool = False  # puts something in the place of what was said before
    # As it was weighed, for what it asks after another question; places and days are masked.
    words: tuple[str, ...] = field(default=(), compare=False, repr=False)
    chances: tuple[tuple[str, float], ...] = field(default=(), compare=False, repr=False)
    # Only `ask --why` wants reasons, and working them out takes longer than the rest.
    told: Callable[[], tuple[str, ...]] = field(default=tuple, compare=False, repr=False)

    @property
    def because(self) -> tuple[str, ...]:
        """Which words and which example decided, worked out when asked."""
        return self.told()


def understand(text: str, now: datetime, brain: Brain) -> Understanding:
    """Understands one message; `now` is local time in Europe/Amsterdam."""
    reading = read(text, now, brain.lexicon, brain.gazetteer, brain.school)
    whole = _understood(reading, brain)
    rest = after_greeting(reading)
    if not rest or whole.decision is Decision.ANSWER:
        return whole
    # A greeting in front makes a short question look like one: "Hoi, is er morgen een inloop?"
    asked = _understood(read(rest, now, brain.lexicon, brain.gazetteer, brain.school), brain)
    return replace(asked, language=whole.language) if asked.score > whole.score else whole


def _understood(reading: Reading, brain: Brain) -> Understanding:
    """What a message asks, as it was cut up."""
    if not reading.tokens:
        return _nothing(reading)
    fragment = is_fragment(reading)
    clauses = [] if fragment else clauses_in(reading)
    asking = [clause for clause in clauses if asks(reading, clause)]
    weighed = weigh(reading, brain, asking)
    guess = rank(weighed.chances, brain.scorer)
    score = _chance(guess, weighed, reading, brain)
    exact = brain.exact.get(compared(token.word for token in reading.tokens))
    guess, score = _settled(guess, score, exact, fragment)
    # "Hallo daar, is er iemand?" is a greeting word for word, whatever its second half asks.
    second = None
    if clauses and exact not in SMALL_TALK:
        asked = surely_about(weighed.clauses, brain.scorer)
        told = partial(_told, clauses, reading, brain)
        guess, score, second = _with_second(guess, score, asked, told, len(reading.tokens), brain)
    decision = _decide(score, brain.trust)
    return Understanding(
        decision=decision,
        topic=None if decision is Decision.ABSTAIN else guess.topic,
        score=round(score, 3),
        rivals=guess.topics[:_OFFERED],
        slots=reading.found.slots,
        language=reading.language,
        second=second,
        brief=len(reading.tokens) <= _BRIEF,
        unheard=names_the_unheard(reading, brain.speller.knows),
        elsewhere=1.0 if exact == ELSEWHERE else round(guess.elsewhere, 3),
        continues=fragment,
        words=reading.words,
        chances=_chances(guess, fragment, weighed, reading, brain),
        told=partial(because_of, brain, weighed, guess, exact),
    )


def _nothing(reading: Reading) -> Understanding:
    """What is understood of a message without a word."""
    return Understanding(
        decision=Decision.ABSTAIN,
        topic=None,
        score=0.0,
        rivals=(),
        slots=reading.found.slots,
        language=reading.language,
    )


def _chance(guess: Guess, weighed: Weighed, reading: Reading, brain: Brain) -> float:
    """The chance that a guess by the weights is right."""
    if _SAID_NOTHING.issuperset(reading.words):
        return 0.0
    if guess.elsewhere >= _ELSEWHERE_SURELY and guess.topics[0][1] < _HARDLY_OURS:
        return 0.0
    chance = brain.trust.chance(marks_of(guess, weighed, brain.scorer, len(reading.tokens)))
    ours = any(hit.category == ORGANISATION for hit in reading.found.hits)
    if ours and guess.topics[0][1] >= _CLEAR:
        return max(chance, brain.trust.sure)  # who names one of our organisations means us
    return chance


def _chances(
    guess: Guess, fragment: bool, weighed: Weighed, reading: Reading, brain: Brain
) -> tuple[tuple[str, float], ...]:
    """Every label with its chance, that of the guess changed with the first; a "ja" has none."""
    if _SAID_NOTHING.issuperset(reading.words):
        return ()
    each, labels = weighed.chances.tolist(), brain.scorer.labels
    led, first = labels.index(guess.topic), int(weighed.chances.argmax())
    if fragment or labels[first] != ELSEWHERE:
        each[led], each[first] = each[first], each[led]
    return tuple(zip(labels, each, strict=True))


def _settled(guess: Guess, score: float, exact: str | None, fragment: bool) -> tuple[Guess, float]:
    """The guess and its score, decided by an example word for word or by a fragment if it is."""
    if exact == ELSEWHERE:
        return guess, 0.0
    if exact is not None:
        return guess.led_by(exact), 1.0
    return (guess.led_by(_OF_FRAGMENT), _FRAGMENT_SURE) if fragment else (guess, score)


def _with_second(
    guess: Guess,
    score: float,
    asked: Sequence[str],
    told: Callable[[], Sequence[str]],
    length: int,
    brain: Brain,
) -> tuple[Guess, float, str | None]:
    """The guess and its score beside what the clauses are about, and what is asked besides.

    `asked` are the topics of the clauses that ask, `told` gives those of all: "Ik woon in Tiel,
    wat kost het?" is about living somewhere and about the price, and asks one.
    """
    if guess.topic in SMALL_TALK:
        about = told()  # "Bedankt, en wat kost het?" asks the cost
        return guess.led_by(about[0]) if about else guess, score, None
    second = next((topic for topic in asked if topic != guess.topic), None)
    if second and length <= _TWO_QUESTIONS and (guess.topic in asked or guess.topic in told()):
        score = max(score, brain.trust.sure)  # two clear questions make each other look doubtful
    return guess, score, second


def _told(clauses: Sequence[Clause], reading: Reading, brain: Brain) -> list[str]:
    """What the clauses are about, whether they ask it or not; most messages do without."""
    return surely_about(weigh_clauses(reading, brain, clauses), brain.scorer)


def _decide(score: float, trust: Trust) -> Decision:
    if score >= trust.sure:
        return Decision.ANSWER
    return Decision.ASK if score >= trust.lost else Decision.ABSTAIN
