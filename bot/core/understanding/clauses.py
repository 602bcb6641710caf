"""The clauses of a message, and the topics that a clause of its own asks about."""

from bot.core.lexicon.text import Clause, clauses_of
from bot.core.scoring.scorer import Scorer
from bot.core.understanding.guess import ELSEWHERE, Weighed
from bot.core.understanding.reading import Reading

_MOST = 40  # clauses
_SHORTEST = 3  # words
_SECOND = 0.6  # the chance from which another clause is another question
SMALL_TALK = frozenset(("greeting", "thanks", "goodbye"))
_NEVER_SECOND = SMALL_TALK | {ELSEWHERE, "help", "about_bot"}


def clauses_in(reading: Reading) -> list[Clause]:
    """The clauses of a message with something in them, where there is more than one."""
    parts = clauses_of(reading.text)
    found = []
    for clause in parts:
        first, last = reading.span(clause)
        if last - first >= _SHORTEST:
            found.append(clause)
    return found[:_MOST] if len(parts) > 1 else []


def asked_in_clauses(weighed: Weighed, scorer: Scorer) -> tuple[str, ...]:
    """The topics that a clause of its own surely asks about, in the order of the message."""
    sure, likeliest = weighed.clauses.max(-1) >= _SECOND, weighed.clauses.argmax(-1)
    topics = (scorer.labels[at] for at in likeliest[sure])
    return tuple(dict.fromkeys(topic for topic in topics if topic not in _NEVER_SECOND))
