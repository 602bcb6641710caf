"""What understanding goes by: words, places, weights, and how sure is sure enough."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp

from bot.core.days.reckoning import SchoolHolidays
from bot.core.lexicon.labelled_texts import LabelledTexts
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import forget_plain_words
from bot.core.places.gazetteer import Gazetteer
from bot.core.scoring.scorer import Scorer
from bot.core.understanding.exact import Exact
from bot.core.understanding.speller import Speller


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """Turns the marks of a guess into the chance that it is right; fitted on unseen examples.

    Above `sure` a guess is answered; below `lost` it is not even asked about.
    """

    weights: tuple[float, ...]  # one for each mark, see `guess.marks_of`
    bias: float
    sure: float
    lost: float

    def chance(self, marks: Sequence[float]) -> float:
        """The chance that a guess with these marks is right."""
        total = self.bias + sum(w * m for w, m in zip(self.weights, marks, strict=True))
        return 1.0 / (1.0 + exp(-total))


@dataclass(frozen=True, slots=True, kw_only=True)
class Brain:
    """What understanding goes by: words, places, weights, and how sure is sure enough."""

    lexicon: Lexicon
    gazetteer: Gazetteer
    scorer: Scorer
    speller: Speller
    trust: Trust
    exact: Exact
    examples: LabelledTexts[str] = field(
        default_factory=LabelledTexts
    )  # topic and text of each, in the scorer's order
    school: SchoolHolidays = field(default_factory=dict)


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
    return " ".join([word for word in words if word[0] not in "?!"])
