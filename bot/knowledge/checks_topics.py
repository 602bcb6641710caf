"""Checks the topics as a whole: doubles, reach, proofs, and examples that another topic draws."""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.model import Organisation
from bot.core.places.gazetteer import Gazetteer
from bot.core.understanding.scorer import Scorer
from bot.core.understanding.slots import EXPLAINED
from bot.core.understanding.text import words_of
from bot.core.understanding.understand import ELSEWHERE, Brain, Reading, Speller, compared
from bot.core.understanding.words import Lexicon
from bot.knowledge.checks_examples import check_doubles
from bot.knowledge.checks_names import check_names, check_reach, spot_of_name
from bot.knowledge.dutch import TOPICS
from bot.knowledge.lexicon import read_lexicon
from bot.knowledge.loader import frequent_words
from bot.knowledge.overmatch import (
    Stray,
    kept_strays,
    key_of_strays,
    note_strays,
    ship_strays,
    shipped_strays,
    strays_of,
)
from bot.knowledge.problems import Problem, Report
from bot.knowledge.proofs import prove
from bot.knowledge.topics import Example, read_explanations, read_topics
from bot.knowledge.training import readings_of, trained
from bot.knowledge.trust import read_trust

FOLDERS = ("onderwerpen", "uitleg", "woorden", "plaatsen")
_LOST = frozenset(("bestand", "leeg", "blok", "te-diep", "te-groot", "codering", "yaml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the topics are read beside: the organisations that people name, and the places."""

    organisations: Mapping[str, Organisation]
    gazetteer: Gazetteer


def check_topics(folder: Path, known: Known, cache: Path | None, report: Report) -> None:
    """Reports what is wrong in the topics, words and explanations, read and asked together."""
    organisations, gazetteer = known.organisations, known.gazetteer
    topics, examples = read_topics(folder / "onderwerpen", report, ELSEWHERE)
    explanations = read_explanations(folder / "uitleg", report)
    said = [words_of(one.text) for one in examples]
    everyday = gazetteer.familiar | frequent_words(said)
    named = [((EXPLAINED, one.id), name) for one in explanations.values() for name in one.names]
    lexicon = read_lexicon(folder / "woorden", report, organisations, named, everyday)
    check_doubles(examples, said, topics, report)
    check_names(folder, organisations, explanations, report)
    check_reach(folder, organisations, explanations, lexicon, report)
    lost = any(one.rule in _LOST for one in report.found)
    if lost or not {one.topic for one in examples} >= {*TOPICS.values(), ELSEWHERE}:
        return  # with a file missing every proof would be in doubt
    readings = functools.cache(lambda: readings_of(examples, lexicon, gazetteer))
    scorer = trained(examples, lexicon, gazetteer, cache, readings)
    brain = brain_of(examples, lexicon, gazetteer, scorer)
    asked = Report()
    prove(topics, brain, asked)
    report.extend(_at_question(folder, one) for one in asked.found)
    strays = _strays(examples, brain, readings, cache)
    titles = {identity: topic.title["nl"] for identity, topic in topics.items()}
    note_strays(examples, strays, titles, report)


def brain_of(
    examples: Sequence[Example], lexicon: Lexicon, gazetteer: Gazetteer, scorer: Scorer
) -> Brain:
    """What the examples are understood with, by these weights."""
    return Brain(
        lexicon=lexicon,
        gazetteer=gazetteer,
        scorer=scorer,
        speller=Speller(scorer),
        trust=read_trust(),
        exact={compared(words_of(one.text)): one.topic for one in examples},
        examples=tuple((one.topic, one.text) for one in examples),
    )


def _strays(
    examples: Sequence[Example],
    brain: Brain,
    readings: Callable[[], Sequence[Reading]],
    cache: Path | None,
) -> tuple[Stray, ...]:
    """The examples that another topic draws: as shipped, as found before, or looked for now."""
    key = key_of_strays(examples, brain)
    strays = shipped_strays(key)
    if strays is None:
        strays = kept_strays(key, cache)
    if strays is None:
        strays = strays_of(examples, readings(), brain)
        if cache is not None:
            ship_strays(strays, key, cache)
    return strays


def _at_question(folder: Path, problem: Problem) -> Problem:
    """A failed proof at the line of its question instead of at the top of its file."""
    question = problem.message.partition("‘")[2].rpartition("’ ")[0]
    while question and not (spot := spot_of_name(folder, problem.spot.path, question)).width > 1:
        question = question.rpartition("’")[0]
    if not question:
        return problem
    return Problem(
        spot=spot,
        severity=problem.severity,
        rule=problem.rule,
        message=problem.message,
        hint=problem.hint,
    )
