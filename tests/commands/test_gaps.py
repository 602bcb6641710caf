"""What people passed on: listed, made an example of by one option, or thrown away."""

import asyncio
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.commands.gaps import teach
from bot.core.understanding.guess import ELSEWHERE
from bot.knowledge.gap_clusters import clusters_of
from bot.knowledge.loader import Loaded
from bot.store.gaps import fetch_gaps, keep_gap
from bot.store.migrate import migrate
from bot.store.serving import FILE
from bot.store.sqlite import Sqlite
from tests.knowledge.small_knowledge import small_copy

ASKED = ("wat kost de soep daar", "wat kost die soep daar", "is er een … voor mijn fiets")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory in which three questions were passed on."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("HANDWIJZER_DATA", str(folder))
    asyncio.run(fill(folder))
    return folder


async def fill(folder: Path) -> None:
    async with Sqlite(folder / FILE) as database:
        await migrate(database, datetime(2026, 11, 25, 13))
        async with database.transaction() as inside:
            for words in ASKED:
                await keep_gap(inside, words, date(2026, 11, 25))


async def left(folder: Path) -> list[str]:
    async with Sqlite(folder / FILE) as database:
        return sorted(one.words for one in await fetch_gaps(database))


def test_alike_questions_stand_together_with_the_nearest_topic(shipped: Loaded) -> None:
    assert shipped.knowledge is not None
    clusters = clusters_of(ASKED, shipped.knowledge.brain)
    assert [(one.members, one.topic) for one in clusters] == [((2,), ELSEWHERE), ((0, 1), "cost")]


def test_what_the_bot_has_learnt_since_comes_last_and_says_so(shipped: Loaded) -> None:
    assert shipped.knowledge is not None
    brain = shipped.knowledge.brain
    far = next(text for topic, text in brain.examples if topic == ELSEWHERE)
    clusters = clusters_of((*ASKED, far), brain)
    assert [one.answered for one in clusters] == ["", "cost", ELSEWHERE]


def test_they_are_listed_and_can_be_thrown_away(data, capsys) -> None:
    assert main(["gaps"]) == 0
    told = capsys.readouterr().out
    assert "2. wat kost de soep daar (2 keer)\n   lijkt op: kosten" in told
    assert "dat weet de bot nu: kosten · klopt dat? dan kan het weg: --weg 2" in told
    assert main(["gaps", "--weg", "2"]) == 0
    assert asyncio.run(left(data)) == [ASKED[2]]


def test_a_question_with_a_hole_has_to_be_written_out(data, capsys) -> None:
    assert main(["gaps", "--voorbeeld", "1", "elders"]) == 1
    assert "--zin" in capsys.readouterr().err
    assert len(asyncio.run(left(data))) == 3


def test_an_unknown_topic_gets_the_nearest_one(data, capsys) -> None:
    assert main(["gaps", "--voorbeeld", "1", "koste"]) == 1
    assert "Bedoelde je ‘kosten’?" in capsys.readouterr().err


def test_an_example_is_one_new_line_and_nothing_else(tmp_path: Path) -> None:
    folder = small_copy(tmp_path / "kennis")
    path = folder / "onderwerpen" / "kosten.yaml"
    before = path.read_bytes().splitlines()
    assert teach(folder, tmp_path, "kosten", "moet ik dokken voor de soep") == 0
    after = path.read_bytes().splitlines()
    assert [line for line in after if line not in before] == [b"  - moet ik dokken voor de soep"]
    assert [line for line in before if line not in after] == []


def test_what_another_topic_has_already_is_not_put_in(tmp_path: Path, capsys) -> None:
    folder = small_copy(tmp_path / "kennis")
    path = folder / "onderwerpen" / "groet.yaml"
    before = path.read_bytes()
    assert teach(folder, tmp_path, "groet", "gratis?") == 1
    assert path.read_bytes() == before
    assert "staat ook bij" in capsys.readouterr().err
