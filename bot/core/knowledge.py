"""One immutable snapshot of all that Handwijzer knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.core.model import Activity, Aspect, Location, Organisation, Origin

if TYPE_CHECKING:
    from bot.core.places import Gazetteer
    from bot.core.safety import SafetyRules
    from bot.core.scorer import Scorer
    from bot.core.words import Lexicon


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
class Knowledge:
    """All that Handwijzer knows at one moment; a message in flight keeps the one it began with."""

    organisations: Mapping[str, Organisation]
    locations: Mapping[str, Location]
    activities: Mapping[str, Activity]
    topics: Mapping[str, Topic]
    texts: Mapping[str, Text]  # every sentence the bot says, by key
    lexicon: "Lexicon"
    safety: "SafetyRules"
    gazetteer: "Gazetteer"
    scorer: "Scorer"
    elsewhere: tuple[str, ...] = field(default=())  # examples of what is not ours
