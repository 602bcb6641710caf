"""One immutable snapshot of all that Handwijzer knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.core.model import Activity, Aspect, Location, Organisation, Origin

if TYPE_CHECKING:
    from bot.core.lexicon.lexicon import Lexicon
    from bot.core.places.gazetteer import Gazetteer
    from bot.core.safety.screen import SafetyRules
    from bot.core.schedules.school_holidays import SchoolHoliday
    from bot.core.talk.continuing import Leaning
    from bot.core.understanding.brain import Brain


Text = Mapping[str, str]  # language code → text; "nl" is always there


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A thing people ask, ways to ask it, and the answer that holds in general."""

    id: str
    title: Text  # as on a button
    answer: Text
    aspects: tuple[Aspect, ...] = ()  # what to look up of the activity that is meant
    examples: tuple[str, ...] = ()
    proofs: tuple[str, ...] = ()  # questions that must reach this topic
    counter_proofs: tuple[str, ...] = ()  # questions that must not
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTexts:
    """How one aspect is said: its short name, and the sentence for yes and for no."""

    name: Text
    yes: Text
    no: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a word of the field means, in plain language, and under which names people ask."""

    id: str
    names: tuple[str, ...]
    text: Text
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that Handwijzer knows at one moment; a message in flight keeps the one it began with."""

    organisations: Mapping[str, Organisation]
    locations: Mapping[str, Location]
    activities: Mapping[str, Activity]
    topics: Mapping[str, Topic]
    texts: Mapping[str, Text]  # every sentence the bot says, by key
    safety: "SafetyRules"
    brain: "Brain"
    fact_texts: Mapping[Aspect, FactTexts]
    explanations: Mapping[str, Explanation]
    leaning: "Leaning | None" = None  # what a message means after another, where that is known
    school: tuple["SchoolHoliday", ...] = ()  # as far as anybody official has told

    @property
    def lexicon(self) -> "Lexicon":
        """The word lists."""
        return self.brain.lexicon

    @property
    def gazetteer(self) -> "Gazetteer":
        """The places."""
        return self.brain.gazetteer
