"""What ships beside the weights is what the files read as, or nothing."""

from pathlib import Path

from small_knowledge import small_copy

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
