"""The whole folder becomes one snapshot, or a list of what is wrong with it."""

import shutil
from importlib import resources
from pathlib import Path

import pytest

from bot.knowledge.fitting import load_scorer
from bot.knowledge.loader import find_folder, load, read_examples_of
from bot.knowledge.problems import Report
from bot.knowledge.training import SHIPPED, key_of

TOPICS = """
    find_activity directions is_it_on referral cost sign_up who_for age bring_someone anonymity
    accessibility language_spoken first_visit waiting_list sobriety duration residency faith
    what_is peer_worker not_treatment volunteer professional contact greeting thanks goodbye
    help about_bot bot_privacy forget_me subscribe unsubscribe remind_me report_error bot_language
""".split()


def test_all_topics_have_a_title_and_an_answer_in_dutch_and_english(shipped):
    topics = shipped.knowledge.topics
    assert sorted(topics) == sorted(TOPICS)
    bare = [
        one.id
        for one in topics.values()
        for text in (one.title, one.answer)
        if not {"nl", "en"} <= set(text)
    ]
    assert bare == []


def test_the_shipped_weights_belong_to_the_shipped_examples():
    report = Report()
    examples, lexicon, _ = read_examples_of(find_folder({}), report)
    with resources.as_file(resources.files("bot.data") / SHIPPED) as path:
        key = key_of(((one.topic, one.text) for one in examples), lexicon)
        scorer = load_scorer(path, key)
    assert scorer is not None, "de gewichten zijn van andere voorbeelden: draai ‘make fit’"


def test_what_has_stopped_is_never_something_to_attend(shipped, snapshot):
    stopped = {
        one.id for one in shipped.knowledge.organisations.values() if one.status == "stopped"
    }
    assert {"werkplaats-herstelondersteuning", "zelfregiecentrum-blerick"} <= stopped
    attended = {activity.organisation for activity in snapshot.programme.activities}
    assert attended & stopped == set()


def test_the_setting_replaces_the_folder(tmp_path):
    assert find_folder({"HANDWIJZER_KNOWLEDGE": str(tmp_path)}) == tmp_path
    assert (find_folder({}) / "teksten.yaml").is_file()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(find_folder({}), tmp_path / "kennis")


def test_broken_facts_leave_the_safety_rules_standing(folder):
    (folder / "organisaties" / "aa-emmen.yaml").write_text("- geen\n- lijst\n", encoding="utf-8")
    loaded = load(folder)
    assert (loaded.knowledge, loaded.safety is None) == (None, False)
    assert [problem.spot.path for problem in loaded.report.in_order()] != []


def test_broken_safety_rules_stop_everything(folder):
    shutil.rmtree(folder / "veiligheid")
    loaded = load(folder)
    assert (loaded.knowledge, loaded.safety) == (None, None)


ODD = [b"\xff\xfe\x00", b"", b"a: &a [*a]\n", b"\ttab: 1\n", b"naam: x\nnaam: y\n"]


def test_no_content_of_a_file_makes_it_fall_over(folder):
    names = [f"vreemd-{number}.yaml" for number in range(len(ODD))]
    for name, content in zip(names, ODD, strict=True):
        (folder / "organisaties" / name).write_bytes(content)
    loaded = load(folder)
    told = {Path(problem.spot.path).name for problem in loaded.report.in_order()}
    assert (loaded.knowledge, set(names) - told) == (None, set())
