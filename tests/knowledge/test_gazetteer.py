"""The editors' files of places: what they add, and what is said of a mistake in them."""

from importlib import resources
from pathlib import Path

import pytest

from bot.core.places.gazetteer import Gazetteer
from bot.core.places.places import find_places
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.problems import Report

SHIPPED = Path(__file__).parents[2] / "knowledge" / "plaatsen"


def read(folder: Path, **files: str) -> tuple[Gazetteer, Report]:
    texts = {
        "wijken": "Emmen:\n  Emmerhout: 7823\n",
        "bijnamen": "namen:\n  Emmen: [Emn]\n",
        "gewone_woorden": "alleen met hoofdletter: [Een]\n",
    }
    for name, text in (texts | files).items():
        path = folder / f"{name.replace('_', '-')}.yaml"
        path.write_text(text, encoding="utf-8")
    report = Report()
    return read_gazetteer(folder, report), report


def problems(report: Report) -> list[tuple[str, int, str]]:
    return [(p.spot.path.split("/")[-1], p.spot.line, p.rule) for p in report.in_order()]


def test_the_shipped_files_are_sound() -> None:
    report = Report()
    read_gazetteer(SHIPPED, report)
    assert problems(report) == []


def test_a_quarter_lies_at_its_postcodes(tmp_path: Path) -> None:
    gazetteer, _ = read(tmp_path, wijken="Emmen:\n  Oostkant: 7823 7824\n")
    (quarter,) = gazetteer.named("Oostkant")
    codes = [gazetteer.named("7823")[0], gazetteer.named("7824")[0]]
    assert quarter.lat == pytest.approx(sum(code.lat for code in codes) / 2, abs=1e-3)
    assert (quarter.province, quarter.municipality) == ("Drenthe", "Emmen")


def test_a_quarter_may_lie_at_a_point(tmp_path: Path) -> None:
    gazetteer, report = read(tmp_path, wijken="Emmen:\n  Oostkant: 52.7900, 6.9400\n")
    (quarter,) = gazetteer.named("oostkant")
    assert (quarter.lat, quarter.lon, problems(report)) == (52.79, 6.94, [])


def test_a_quarter_of_the_editors_replaces_the_built_one(tmp_path: Path) -> None:
    gazetteer, _ = read(tmp_path, wijken="Emmen:\n  Bargeres: 52.7600, 6.8800\n")
    assert [(place.lat, place.lon) for place in gazetteer.named("Bargeres")] == [(52.76, 6.88)]


def test_a_nickname_leads_to_the_town(tmp_path: Path) -> None:
    gazetteer, _ = read(tmp_path, bijnamen="namen:\n  Emmen: [Vlinderstad]\n")
    assert gazetteer.named("vlinderstad") == gazetteer.named("Emmen")


def test_a_region_keeps_its_name_at_the_point_of_its_town(tmp_path: Path) -> None:
    gazetteer, _ = read(tmp_path, bijnamen="streken:\n  Zuidhoek: Coevorden\n")
    (region,), (town,) = gazetteer.named("Zuidhoek"), gazetteer.named("Coevorden")
    assert (region.name, region.lat, region.lon) == ("Zuidhoek", town.lat, town.lon)


def test_a_word_of_the_editors_is_no_place_any_more(tmp_path: Path) -> None:
    gazetteer, _ = read(tmp_path, gewone_woorden="alleen met hoofdletter: [Emmen]\n")
    assert find_places("emmen", gazetteer) == ()


def test_a_familiar_word_is_not_mended(tmp_path: Path) -> None:
    gazetteer, _ = read(tmp_path, gewone_woorden="lijkt op een plaats: heerln zwole\n")
    assert find_places("in heerln", gazetteer) == ()


@pytest.mark.parametrize(
    ("name", "text", "line", "rule"),
    [
        ("wijken", "Emen:\n  Emmerhout: 7823\n", 1, "onbekende-plaats"),
        ("wijken", "Emmen:\n  Emmerhout: 7810\n", 2, "postcode"),
        ("wijken", "Emmen:\n  Emmerhout: daar\n", 2, "plek"),
        ("wijken", "Emmen:\n  Emmerhout: 12.7900, 6.9400\n", 2, "plek"),
        ("bijnamen", "namen:\n  Emmeen: [Emn]\n", 2, "onbekende-plaats"),
        ("bijnamen", "streken:\n  Zuidhoek: Coevoorde\n", 2, "onbekende-plaats"),
        ("bijnamen", "naam:\n  Emmen: [Emn]\n", 1, "onbekende-sleutel"),
        ("gewone_woorden", "alleen met hoofdleter: [Een]\n", 1, "onbekende-sleutel"),
    ],
)
def test_a_mistake_is_shown_with_its_line(
    tmp_path: Path, name: str, text: str, line: int, rule: str
) -> None:
    _, report = read(tmp_path, **{name: text})
    assert problems(report) == [(f"{name.replace('_', '-')}.yaml", line, rule)]


def test_a_misspelt_town_is_answered_with_the_nearest_known_one(tmp_path: Path) -> None:
    _, report = read(tmp_path, bijnamen="namen:\n  Hoogeven: [Veen]\n")
    assert report.in_order()[0].hint == "Bedoelde je ‘Hoogeveen’?"


def test_the_built_file_is_sorted_and_complete() -> None:
    text = resources.files("bot.data").joinpath("places.tsv").read_text(encoding="utf-8")
    _, *lines = text.removesuffix("\n").split("\n")
    assert lines == sorted(set(lines))
    assert {line.count("\t") for line in lines} == {7}


@pytest.mark.parametrize("code", ["1099", "1234", "1940", "5217", "7940"])
def test_a_code_that_no_address_has_is_no_place(code: str) -> None:
    assert find_places(code, read_gazetteer(SHIPPED, Report())) == ()
