"""Checks the topics as a whole: doubles, reach, proofs, and examples that another topic draws."""

from collections.abc import Sequence
from pathlib import Path

from bot.core.lexicon.labelled_texts import LabelledTexts
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import words_of
from bot.core.places.gazetteer import Gazetteer
from bot.core.scoring.scorer import Scorer
from bot.core.understanding.brain import Brain, compared
from bot.core.understanding.exact import Exact
from bot.core.understanding.guess import ELSEWHERE
from bot.core.understanding.speller import Speller
from bot.knowledge.checks_examples import check_doubles
from bot.knowledge.checks_names import check_names, check_reach, spot_of_name
from bot.knowledge.dutch import TOPICS
from bot.knowledge.overmatch import (
    Stray,
    kept_strays,
    key_of_strays,
    note_strays,
    ship_strays,
    shipped_strays,
    strays_of,
)
from bot.knowledge.parts import Parts
from bot.knowledge.problems import Problem, Report
from bot.knowledge.topics import Example
from bot.knowledge.trust import read_trust

FOLDERS = ("onderwerpen", "uitleg", "woorden", "plaatsen")
_LOST = frozenset(("bestand", "leeg", "blok", "te-diep", "te-groot", "codering", "yaml"))


def check_topics(parts: Parts, report: Report) -> None:
    """Reports what is wrong in the topics, words and explanations, read and asked together."""
    folder, organisations = parts.folder, parts.directory(Report()).organisations
    asked, explanations = parts.asked(report), parts.explanations(report)
    lexicon, examples = parts.lexicon(report), asked.examples
    check_doubles(zip(asked.said, examples, strict=True), asked.topics, report)
    check_names(folder, organisations, explanations, report)
    check_reach(folder, organisations, explanations, lexicon, report)
    lost = any(one.rule in _LOST for one in report.found)
    if lost or not {one.topic for one in examples} >= {*TOPICS.values(), ELSEWHERE}:
        return  # with a file missing every proof would be in doubt
    failed = Report()
    parts.prove(failed)
    report.extend(_at_question(folder, one) for one in failed.found)
    strays = _strays(examples, parts)
    titles = {identity: topic.title["nl"] for identity, topic in asked.topics.items()}
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
        exact=Exact({compared(words_of(one.text)): one.topic for one in examples}),
        examples=LabelledTexts((one.topic, one.text) for one in examples),
    )


def _strays(examples: Sequence[Example], parts: Parts) -> tuple[Stray, ...]:
    """The examples that another topic draws: as shipped, as found before, or looked for now."""
    key = key_of_strays(examples, parts.brain)
    strays = shipped_strays(key)
    if strays is None:
        strays = kept_strays(key, parts.cache)
    if strays is None:
        strays = strays_of(examples, parts.readings, parts.brain)
        if parts.cache is not None:
            ship_strays(strays, key, parts.cache)
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
