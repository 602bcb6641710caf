"""What ships beside the weights is what the files read as, or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_knowledge import small_copy

from bot.knowledge import packed_parts
from bot.knowledge.loader import find_folder
from bot.knowledge.packed_parts import PARTS, pack, unpacked
from bot.knowledge.parts import Parts
from bot.knowledge.problems import Report, Spot
from bot.knowledge.shelf import Shelf

_VALUE = ([Spot(path="onderwerpen/kosten.yaml", line=3)], "wat kost het")


def test_a_packed_part_comes_back_as_it_was(tmp_path: Path) -> None:
    pack("woorden", "een", _VALUE, tmp_path)
    assert unpacked("woorden", "een", tmp_path) == _VALUE


def test_a_part_of_other_files_is_not_taken(tmp_path: Path) -> None:
    pack("woorden", "een", _VALUE, tmp_path)
    assert unpacked("woorden", "twee", tmp_path) is None


def test_half_a_part_is_not_taken(tmp_path: Path) -> None:
    pack("woorden", "een", _VALUE, tmp_path)
    place = next(tmp_path.iterdir())
    place.write_bytes(place.read_bytes()[:-4])
    assert unpacked("woorden", "een", tmp_path) is None


def test_what_is_packed_of_a_folder_is_every_part_that_takes_long(tmp_path: Path) -> None:
    parts, report = Parts(small_copy(tmp_path / "kennis"), None, packing=tmp_path), Report()
    read = (parts.safety(report), parts.asked(report), parts.lexicon(report))
    assert all(read)
    assert {one.stem for one in tmp_path.glob("*.deel")} == PARTS


def test_a_drawer_without_a_folder_is_packed_with_all_that_was_read(tmp_path: Path) -> None:
    with Shelf(None, tmp_path).drawer("onderwerpen", "") as drawer:
        drawer.take("kosten", lambda _: _VALUE, Report())
    assert unpacked("onderwerpen", "", tmp_path) == {"kosten": (_VALUE, [])}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of built files that are other ones than the shipped."""
    for name in ("places.tsv", "safety.npz"):
        (tmp_path / name).write_bytes(b"other")
    with monkeypatch.context() as instead:
        instead.setattr(packed_parts.resources, "files", lambda _: tmp_path)
        yield tmp_path
    packed_parts._key_of_reading.cache_clear()


def test_a_part_packed_after_the_net_was_fitted_is_taken_at_the_next_start(data: Path) -> None:
    pack("woorden", "een", _VALUE, data)
    (data / "safety.npz").write_bytes(b"fitted anew")
    pack("woorden", "een", _VALUE, data)
    packed_parts._key_of_reading.cache_clear()  # as in another process
    assert unpacked("woorden", "een") == _VALUE


def test_the_shipped_parts_serve_the_shipped_knowledge(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = {}

    def watched(name: str, told: str) -> object:
        value = unpacked(name, told)
        taken[name] = value is not None
        return value

    monkeypatch.setattr("bot.knowledge.shelf.unpacked", watched)
    parts, report = Parts(find_folder({}), None), Report()
    for read in (parts.safety, parts.asked, parts.lexicon):
        read(report)
    assert taken == dict.fromkeys(PARTS, True), "a start reads all anew: run ‘make pack’"
