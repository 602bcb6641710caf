"""What was read of a folder is kept by what it was read from, and nothing else is taken back."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from small_knowledge import SHIPPED, small_copy, write

from bot.knowledge.checks import check_folder
from bot.knowledge.drawer import Drawer
from bot.knowledge.parts import Parts
from bot.knowledge.problems import Problem, Report, Severity, Spot
from bot.knowledge.shelf import Shelf


def _take(shelf: Shelf, value: object, key: str = "een", report: Report | None = None) -> object:
    def make(own: Report) -> object:
        own.warning(Spot(path="a.yaml"), "regel", "Let op.")
        return value

    return shelf.take("deel", lambda: key, make, report or Report())


def test_a_kept_value_comes_back_with_its_problems(tmp_path: Path) -> None:
    _take(Shelf(tmp_path), "eerst")
    report = Report()
    assert _take(Shelf(tmp_path), "later", report=report) == "eerst"
    assert [one.message for one in report.found] == ["Let op."]


def test_another_key_makes_another_value(tmp_path: Path) -> None:
    _take(Shelf(tmp_path), "eerst")
    assert _take(Shelf(tmp_path), "later", key="twee") == "later"
    assert _take(Shelf(tmp_path), "nog later") == "eerst"


def test_what_changed_while_it_was_read_is_not_kept(tmp_path: Path) -> None:
    keys = iter(("een", "twee", "een", "een"))
    shelf = Shelf(tmp_path)
    first = shelf.take("deel", lambda: next(keys), lambda _: "half", Report())
    second = shelf.take("deel", lambda: next(keys), lambda _: "heel", Report())
    assert (first, second) == ("half", "heel")


@pytest.mark.parametrize("value", [eval, Path, pickle.loads, small_copy, check_folder])
def test_nothing_from_elsewhere_is_taken_back(tmp_path: Path, value: object) -> None:
    _take(Shelf(tmp_path), value)
    assert _take(Shelf(tmp_path), "opnieuw") == "opnieuw"


def test_a_value_of_ours_comes_back_whole(tmp_path: Path) -> None:
    problem = Problem(
        spot=Spot(path="a.yaml", line=3), severity=Severity.ERROR, rule="r", message="m"
    )
    _take(Shelf(tmp_path), problem)
    assert _take(Shelf(tmp_path), None) == problem


def test_half_a_file_is_made_again(tmp_path: Path) -> None:
    _take(Shelf(tmp_path), "eerst" * 100)
    (place,) = tmp_path.iterdir()
    place.write_bytes(place.read_bytes()[:60])
    assert _take(Shelf(tmp_path), "opnieuw") == "opnieuw"


def test_a_drawer_makes_only_what_is_new(tmp_path: Path) -> None:
    with Shelf(tmp_path).drawer("bestanden", "een") as drawer:
        drawer.take("a", lambda _: 1, Report())
    with Shelf(tmp_path).drawer("bestanden", "een") as drawer:
        found = [drawer.take(key, lambda _: 2, Report()) for key in ("a", "b")]
    assert found == [1, 2]


def test_a_drawer_keeps_what_a_draft_left_out() -> None:
    drawer = Drawer({"a": (1, []), "b": (2, [])})
    drawer.take("b", lambda _: 3, Report())
    assert drawer.left() == {"a": (1, []), "b": (2, [])}


def _drawn(folder: Path, *keys: str) -> list[str]:
    """What is made anew of these keys."""
    made: list[str] = []
    with Shelf(folder).drawer("bestanden", "een") as drawer:
        for key in keys:
            drawer.take(key, lambda _, key=key: made.append(key), Report())
    return made


def test_only_what_is_new_is_added_to_a_drawer(tmp_path: Path) -> None:
    _drawn(tmp_path, *map(str, range(200)))
    (place,) = tmp_path.iterdir()
    size = place.stat().st_size
    assert _drawn(tmp_path, *map(str, range(201))) == ["200"]
    assert place.stat().st_size - size < 100
    assert _drawn(tmp_path, *map(str, range(201))) == []


def test_a_drawer_that_was_added_to_often_is_written_anew(tmp_path: Path) -> None:
    sizes = []
    for number in range(60):  # each a file that is changed once more
        _drawn(tmp_path, "zelfde", f"versie {number}")
        (place,) = tmp_path.iterdir()
        sizes.append(place.stat().st_size)
    assert max(sizes) < 4_000


def test_a_drawer_whose_last_layer_is_half_is_made_again(tmp_path: Path) -> None:
    _drawn(tmp_path, "a")
    _drawn(tmp_path, "a", "b")
    (place,) = tmp_path.iterdir()
    place.write_bytes(place.read_bytes()[:-5])
    assert _drawn(tmp_path, "a", "b") == ["a", "b"]
    assert _drawn(tmp_path, "a", "b") == []


def _read(folder: Path, cache: Path | None) -> tuple[object, ...]:
    parts, report = Parts(folder, cache), Report()
    directory, safety = parts.directory(report), parts.safety(report)
    asked = parts.asked(report)
    assert safety is not None
    return (
        directory.organisations,
        directory.locations,
        directory.activities,
        (asked.topics, asked.examples, asked.said),
        parts.explanations(report),
        tuple(parts.lexicon(report).phrases),
        (safety.lines, safety.replies, safety.rules),
        report.found,
    )


def test_a_folder_read_from_the_shelf_is_the_folder(tmp_path: Path) -> None:
    folder, cache = small_copy(tmp_path / "kennis"), tmp_path / "bewaard"
    path = folder / "organisaties" / "de-proef.yaml"
    _read(folder, cache)
    write(path, path.read_text(encoding="utf-8").replace("koffie", "thee"))
    kept = _read(folder, cache)
    assert kept == _read(folder, None)
    assert "thee te drinken" in str(kept[0])


def test_all_that_is_kept_of_a_folder_can_be_taken_back(tmp_path: Path) -> None:
    folder, cache = small_copy(tmp_path / "kennis"), tmp_path / "bewaard"
    _read(folder, cache)
    kept = {place.name: place.stat().st_mtime_ns for place in (cache / "delen").iterdir()}
    _read(folder, cache)  # what cannot be taken back is made and written again
    assert {place.name: place.stat().st_mtime_ns for place in (cache / "delen").iterdir()} == kept
    shipped = {"bewijzen", "veiligheid", "voorbeelden"}  # which need not be kept where they were
    assert {name.partition("-")[0] for name in kept} - shipped == {
        *("net", "onderwerpen", "organisaties", "plaatsen", "uitleg", "woorden"),
    }


def test_what_is_wrong_in_an_unchanged_file_is_told_again(tmp_path: Path) -> None:
    folder, cache = small_copy(tmp_path / "kennis"), tmp_path / "bewaard"
    path = folder / "organisaties" / "de-proef.yaml"
    write(path, path.read_text(encoding="utf-8").replace("soort: inloop\n", "sort: inloop\n"))
    first = check_folder(folder, cache).in_order()
    again = check_folder(folder, cache).in_order()
    assert again == first
    assert "onbekende-sleutel" in {one.rule for one in again}


def _screened(folder: Path, cache: str, seed: str) -> str:
    """What a process of its own makes of messages that only the net can tell."""
    script = (
        "import sys; from pathlib import Path; from bot.core.safety.screen import screen\n"
        "from bot.knowledge.parts import Parts; from bot.knowledge.problems import Report\n"
        "cache = Path(sys.argv[2]) if sys.argv[2] else None\n"
        "rules = Parts(Path(sys.argv[1]), cache).safety(Report())\n"
        "for text in sys.argv[3:]: print(screen(text, rules).levels)\n"
    )
    texts = ("het heeft allemaal geen zin meer, ik stop er vannacht mee", "wat kost de koffie")
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), cache, *texts],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    return done.stdout


def test_safety_rules_from_the_shelf_screen_as_fresh_ones_in_any_process(tmp_path: Path) -> None:
    cache = tmp_path / "bewaard"
    fresh = _screened(SHIPPED, "", "1")
    _screened(SHIPPED, str(cache), "1")
    assert _screened(SHIPPED, str(cache), "2") == fresh
