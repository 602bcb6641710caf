"""The programme that is served from the database, and what happens where something is wrong."""

import sqlite3
from pathlib import Path

import pytest
from little_programme import NOW, activity, location, organisation

from bot.core.knowledge import Knowledge
from bot.core.lexicon.lexicon import Lexicon
from bot.core.understanding.brain import Brain
from bot.core.understanding.exact import Exact
from bot.knowledge.loader import find_folder, load
from bot.reloading.served import Keeping, programme_of
from bot.store.serving import FILE, Moment, keep_programme

MOMENT = Moment(instant=NOW, today=NOW.date())


def knowledge(activities: int) -> Knowledge:
    """A folder's worth of programme; the rest of the knowledge is not looked at."""
    many = [activity(f"club/groep-{number}") for number in range(activities)]
    return Knowledge(
        organisations={"club": organisation()},
        locations={"club/huis": location()},
        activities={one.id: one for one in many},
        topics={},
        texts={},
        safety=None,  # type: ignore[arg-type]
        brain=Brain(
            lexicon=Lexicon(()),
            gazetteer=None,  # type: ignore[arg-type]
            scorer=None,  # type: ignore[arg-type]
            speller=None,  # type: ignore[arg-type]
            trust=None,  # type: ignore[arg-type]
            exact=Exact({}),
        ),
        fact_texts={},
        explanations={},
    )


def test_the_knowledge_is_served_from_the_database(tmp_path: Path) -> None:
    served = keep_programme(tmp_path / FILE, knowledge(3), MOMENT)
    assert [one.id for one in served.programme.activities] == [
        "club/groep-0",
        "club/groep-1",
        "club/groep-2",
    ]
    assert (served.warning, served.revision) == ("", 1)


def test_much_that_is_gone_from_the_knowledge_stays_until_it_is_forced(tmp_path: Path) -> None:
    path = tmp_path / FILE
    keep_programme(path, knowledge(40), MOMENT)
    careful = keep_programme(path, knowledge(2), MOMENT)
    assert len(careful.programme.activities) == 40
    assert "zouden er 38 in één keer verdwijnen" in careful.warning
    assert "blijft staan" in careful.warning
    forced = keep_programme(path, knowledge(2), MOMENT, forced=True)
    assert (len(forced.programme.activities), forced.warning) == (2, "")


def test_a_damaged_database_leaves_the_knowledge_alone_to_serve(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"geen database " * 1000)
    served = keep_programme(path, knowledge(3), MOMENT)
    assert len(served.programme.activities) == 3
    assert "is beschadigd" in served.warning
    assert served.warning.endswith(
        "Ik ga verder met de kennis alleen, zonder doorgegeven wijzigingen."
    )


def test_a_record_that_cannot_be_read_leaves_the_knowledge_alone_to_serve(tmp_path: Path) -> None:
    path = tmp_path / FILE
    keep_programme(path, knowledge(3), MOMENT)
    with sqlite3.connect(path) as other:
        other.execute("UPDATE record SET body = '{' WHERE sort = 'location'")
    other.close()
    served = keep_programme(path, knowledge(3), MOMENT)
    assert len(served.programme.activities) == 3
    assert "niet te lezen" in served.warning


def test_a_folder_that_is_not_there_leaves_the_knowledge_alone_to_serve(tmp_path: Path) -> None:
    served = keep_programme(tmp_path / "weg" / FILE, knowledge(3), MOMENT)
    assert len(served.programme.activities) == 3
    assert "kan ik niet openen" in served.warning


@pytest.mark.parametrize("kept", [True, False])
def test_without_a_data_directory_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    loaded = load(find_folder({}))
    programme, warning = programme_of(loaded, Keeping(folder=tmp_path if kept else None))
    assert programme is not None and warning == ""
    assert [path.name for path in tmp_path.iterdir()] == ([FILE] if kept else [])
