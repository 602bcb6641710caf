"""The clauses of a message, and the topics that a clause of its own asks about."""

from collections.abc import Sequence
from itertools import dropwhile

from bot.core.lexicon.text import Clause, clauses_of
from bot.core.scoring.scorer import Array, Scorer
from bot.core.understanding.guess import ELSEWHERE
from bot.core.understanding.reading import Reading

_MOST = 40  # clauses
_SHORTEST = 3  # words
_SECOND = 0.6  # the chance from which another clause is another question
SMALL_TALK = frozenset(("greeting", "thanks", "goodbye"))
_NEVER_SECOND = SMALL_TALK | {ELSEWHERE, "help", "about_bot"}
_LEADING = frozenset(
    "en of ook maar dus dan ja nee oh o ok oke hoi hallo he hey nou even "
    "and or so but also".split()
)
_OPENING = frozenset(  # a question begins so: "wat kost het", "is er koffie", "does it cost"
    "hoe hoo wo wat waar wa woa waarom wie welk welke wanneer hoeveel hoelang hoelaat is zijn "
    "heeft hebben gaat gaan wordt worden komt kost kosten doet bestaat begint duurt how what "
    "where who when which why is are do does did was any".split()
)
# So do these with whom it is about behind them: "kan ik", and not "kan alleen in januari".
_WITH_WHOM = frozenset(
    "moet mot moeten mag mogen kan ken kun kunnen heb wil wilt krijg krijgt krijgen word kom ben "
    "bent zit zitten weet weten doen can could may must need will am".split()
)
_WHOM = frozenset(
    "ik k je jij u ge gij jullie men we wij hij ie ze zij het t dat die dit er daar de mijn mn me "
    "iemand iedereen een i you we he she it they my someone anyone that there".split()
)
_BEFORE = frozenset("met bij voor naar aan van in op om tot uit vanaf at for with to from".split())
_AFTER = frozenset("hoe hoeveel wat welk welke wie what which who".split())  # "vanaf welke dag"
_WONDERING = frozenset(  # "ik wil weten of", "ik heb een brief nodig zeggen ze"
    "weten benieuwd afvraag vroeg nodig kost hoeveel hoelang wondering know need".split()
)


def clauses_in(reading: Reading) -> list[Clause]:
    """The clauses of a message with something in them, where there is more than one."""
    parts = clauses_of(reading.text)
    found = []
    for clause in parts:
        first, last = reading.span(clause)
        if last - first >= _SHORTEST:
            found.append(clause)
    return found[:_MOST] if len(parts) > 1 else []


def asks(reading: Reading, clause: Clause) -> bool:
    """Whether a clause of a message asks something."""
    first, last = reading.span(clause)
    return is_question(reading.words[first:last])


def surely_about(chances: Array, scorer: Scorer) -> list[str]:
    """What clauses by themselves are surely about, in their order, by a row of chances each."""
    best = zip(chances.argmax(1).tolist(), chances.max(1).tolist(), strict=True)
    topics = [scorer.labels[at] for at, chance in best if chance >= _SECOND]
    return [topic for topic in topics if topic not in _NEVER_SECOND]


def is_question(words: Sequence[str]) -> bool:
    """Whether a clause asks: "en kost dat wat", "mag ik komen?", and not "ik woon in Tiel"."""
    if not _WONDERING.isdisjoint(words) or any(word.startswith("?") for word in words):
        return True
    opening = tuple(dropwhile(_LEADING.__contains__, words))[:2]
    if not opening:
        return False
    first, following = opening[0], opening[-1]
    return (
        first in _OPENING
        or (first in _WITH_WHOM and following in _WHOM)
        or (first in _BEFORE and following in _AFTER)
    )
