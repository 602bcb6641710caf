"""The knowledge as it would be with a draft in it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.core.knowledge import Knowledge
from bot.core.lexicon.labelled_texts import LabelledTexts
from bot.core.lexicon.text import words_of
from bot.core.understanding.brain import compared
from bot.core.understanding.speller import Speller
from bot.knowledge.editing.drafts import Draft
from bot.knowledge.editing.held import Held
from bot.knowledge.editing.kinds import OneFile
from bot.knowledge.lexicon import read_lexicon
from bot.knowledge.parts import explained_names, frequent_words
from bot.knowledge.problems import Report
from bot.knowledge.topics import Example
from bot.knowledge.training import kept_scorer, key_of
from bot.knowledge.word_for_word import exact_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """The knowledge with a draft; `learnt` says whether its examples have been learnt from."""

    knowledge: Knowledge
    learnt: bool = True


def with_draft(held: Held, draft: Draft, cache: Path | None) -> Drafted | None:
    """What would be served with this draft; None where the draft or the folder is not sound.

    Examples that nothing was fitted to yet only count word for word.
    """
    known, one = held.knowledge, draft.one
    if known is None or one is None or not draft.sound:
        return None
    fresh = replace(known, **_changed(known, draft, one))
    if _names(fresh) == _names(known) and not _teaches(held, draft.path, one):
        return Drafted(knowledge=fresh)
    return _understood(held, fresh, draft, cache)


def _teaches(held: Held, path: str, one: OneFile) -> bool:
    """Whether the examples of a draft are not those of its file."""
    had = [each.text for each in held.examples if each.words.spot.path == path]
    return had != [each.text for each in one.examples]


def _changed(known: Knowledge, draft: Draft, one: OneFile) -> dict[str, Any]:
    """The parts of the knowledge that a draft changes."""
    found: dict[str, Any] = {}
    if one.directory.organisations:
        gone = set(one.directory.organisations)
        kept = {
            key: each for key, each in known.activities.items() if each.organisation not in gone
        }
        places = {
            key: each for key, each in known.locations.items() if key.partition("/")[0] not in gone
        }
        found["organisations"] = {**known.organisations, **one.directory.organisations}
        found["locations"] = {**places, **one.directory.locations}
        found["activities"] = {**kept, **one.directory.activities}
    if one.topic:
        found["topics"] = {**known.topics, one.topic.id: one.topic}
    if one.explanation:
        found["explanations"] = {**known.explanations, one.explanation.id: one.explanation}
    if one.texts:
        found["texts"] = one.texts
    if one.fact_texts:
        found["fact_texts"] = one.fact_texts
    return found


def _names(known: Knowledge) -> list[tuple[str, ...]]:
    """Every name and title that people ask by, with whose it is."""
    named = [(one.id, one.name, *one.names) for one in known.organisations.values()]
    named += [(one.id, *one.title.values()) for one in known.topics.values()]
    return [*named, *((one.id, *one.names) for one in known.explanations.values())]


def _understood(held: Held, fresh: Knowledge, draft: Draft, cache: Path | None) -> Drafted:
    """The knowledge with its words and examples as the draft has them."""
    examples = tuple(one for one in held.examples if one.words.spot.path != draft.path)
    examples = in_order((*examples, *(draft.one.examples if draft.one else ())))
    lexicon = read_lexicon(
        held.folder / "woorden",
        Report(),
        fresh.organisations,
        explained_names(fresh.explanations),
        held.gazetteer.familiar | frequent_words(words_of(one.text) for one in examples),
    )
    told = LabelledTexts((one.topic, one.text) for one in examples)
    scorer = kept_scorer(key_of(told, lexicon), cache)
    brain = replace(
        fresh.brain,
        lexicon=lexicon,
        exact=exact_of(
            fresh.topics,
            fresh.explanations,
            lexicon,
            ((compared(words_of(one.text)), one.topic) for one in examples),
        ),
    )
    if scorer is not None:
        brain = replace(brain, scorer=scorer, speller=Speller(scorer), examples=told)
    return Drafted(knowledge=replace(fresh, brain=brain), learnt=scorer is not None)


def in_order(examples: tuple[Example, ...]) -> tuple[Example, ...]:
    """Examples in the order in which a folder is read: by file, then as they stand in it."""
    return tuple(sorted(examples, key=lambda one: one.words.spot.path))
