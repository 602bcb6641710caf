"""Who tells residents something: with what programme, in which language, at what moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.knowledge import FactTexts, Knowledge
from bot.core.model import Aspect
from bot.core.programme.programme import Programme
from bot.core.reply import Bubble
from bot.core.talk.texts import Texts, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """What is needed to tell of an activity: the programme, the sentences, the language, now."""

    programme: Programme
    texts: Texts
    facts: Mapping[Aspect, FactTexts]
    language: str
    now: datetime
    reaches: bool = True  # whoever is told can be written to later

    def say(self, key: str, **values: object) -> str:
        """One sentence in the language of the chat."""
        return say(self.texts, key, self.language, **values)


def teller_of(
    knowledge: Knowledge,
    programme: Programme,
    language: str,
    now: datetime,
    *,
    reaches: bool = True,
) -> Teller:
    """Whoever tells of activities in a language at a moment."""
    return Teller(
        programme=programme,
        texts=knowledge.texts,
        facts=knowledge.fact_texts,
        language=language,
        now=now,
        reaches=reaches,
    )


def in_each_language(
    knowledge: Knowledge, programme: Programme, now: datetime, write: Callable[[Teller], Bubble]
) -> Mapping[str, Bubble]:
    """A message in each language that residents are answered in."""
    return {
        language: write(teller_of(knowledge, programme, language, now))
        for language in ("nl", "en")
    }
