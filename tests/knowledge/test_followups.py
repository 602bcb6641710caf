"""Follow-ups as editors write them, and what is fitted to them."""

from pathlib import Path

from bot.core.message import Place, Slots
from bot.core.understanding.understand import Decision, Understanding
from bot.knowledge.followups import Followup, read_followups
from bot.knowledge.leaning_fitting import Lesson, fit_leaning
from bot.knowledge.leanings import is_fitted_to
from bot.knowledge.problems import Report
from tests.knowledge.small_knowledge import SHIPPED

TOPICS = ("cost", "find_activity", "null")
WRITTEN = """\
vervolgvragen:
  - eerst: is er een inloop in Goes
    dan: hoe zit dat in Tholen
    onderwerp: zoeken
    ook-goed: [elders, dansen]
"""


def read(folder: Path, text: str) -> tuple[tuple[Followup, ...], Report]:
    for name in ("onderwerpen", "vervolgvragen"):
        (folder / name).mkdir()
    (folder / "onderwerpen" / "dansen.yaml").write_text("titel: Dansen\n", encoding="utf-8")
    (folder / "vervolgvragen" / "proef.yaml").write_text(text, encoding="utf-8")
    report = Report()
    return read_followups(folder, report), report


def test_a_followup_may_mean_topics_of_ours_of_editors_and_elsewhere(tmp_path: Path) -> None:
    (one,), report = read(tmp_path, WRITTEN)
    assert (one.labels, report.found) == (
        frozenset(("find_activity", "null", "eigen-dansen")),
        [],
    )


def test_an_unknown_topic_is_told_with_its_line_and_the_nearest_one(tmp_path: Path) -> None:
    found, report = read(tmp_path, WRITTEN.replace("onderwerp: zoeken", "onderwerp: zoekn"))
    (problem,) = report.found
    assert (found, problem.rule, problem.spot.line) == ((), "onbekend-onderwerp", 4)
    assert "zoeken" in problem.hint


def test_a_message_without_a_question_before_it_is_told(tmp_path: Path) -> None:
    found, report = read(tmp_path, WRITTEN.replace("eerst: is er een inloop in Goes\n    ", ""))
    assert (found, [problem.rule for problem in report.found]) == ((), ["ontbreekt"])


def said(*words: str, cost: float) -> Understanding:
    where = Slots(place=Place(name="Emmen", lat=52.8, lon=6.9)) if "‹plaats›" in words else Slots()
    return Understanding(
        decision=Decision.ASK,
        topic="find_activity",
        score=0.5,
        rivals=(),
        slots=where,
        language="nl",
        words=words,
        chances=tuple(zip(TOPICS, (cost, 0.9 - cost, 0.1), strict=True)),
    )


def test_weights_learn_which_words_go_on_with_the_question_before() -> None:
    same = said("en", "in", "‹plaats›", cost=0.2)
    other = said("waar", "is", "iets", "anders", cost=0.2)
    lessons = [
        Lesson(understood=same, before="cost", topics=frozenset(("cost",))),
        Lesson(understood=other, before="cost", topics=frozenset(("find_activity",))),
    ] * 20
    leaning = fit_leaning(lessons)
    guesses = [leaning.chances(one, "cost")[0][0] for one in (same, other)]
    assert guesses == ["cost", "find_activity"]
    assert leaning.same["woord ‘‹plaats›’"] > 0 > leaning.same["woord ‘anders’"]


def test_the_weights_in_the_package_are_fitted_to_the_followups_in_it() -> None:
    assert is_fitted_to(read_followups(SHIPPED, Report()))
