"""The school holidays in the knowledge folder."""

from datetime import date
from pathlib import Path

from bot.core.schedules.school_holidays import Break, Region, SchoolHoliday
from bot.knowledge.loader import find_folder
from bot.knowledge.problems import Report
from bot.knowledge.school import FILE, read_school

HEAD = """schoolvakanties:
  - schooljaar: 2026-2027
    bron: https://www.rijksoverheid.example/
    bekeken: 2026-11-22
    vakanties:
"""


def read(folder: Path, *lines: str) -> tuple[tuple[SchoolHoliday, ...], list[str]]:
    written = HEAD + "".join(f"      - {{{line}}}\n" for line in lines)
    (folder / FILE).write_text(written, encoding="utf-8")
    report = Report()
    return read_school(folder, report), [one.message for one in report.in_order()]


def test_a_holiday_of_a_region_and_one_of_the_whole_country(tmp_path: Path) -> None:
    found, wrong = read(
        tmp_path,
        "naam: herfstvakantie, regio: noord, van: 2026-10-10, tot en met: 2026-10-18",
        "naam: kerstvakantie, regio: heel Nederland, van: 2026-12-19, tot en met: 2027-01-03",
    )
    autumn = SchoolHoliday(
        name=Break.AUTUMN,
        first=date(2026, 10, 10),
        last=date(2026, 10, 18),
        region=Region.NORTH,
    )
    christmas = SchoolHoliday(
        name=Break.CHRISTMAS, first=date(2026, 12, 19), last=date(2027, 1, 3)
    )
    assert (found, wrong) == ((autumn, christmas), [])


def test_a_slip_is_told_and_the_holiday_left_out(tmp_path: Path) -> None:
    found, wrong = read(
        tmp_path,
        "naam: herfstvakantie, regio: noordoost, van: 2026-10-10, tot en met: 2026-10-18",
        "naam: kerstvakantie, regio: heel Nederland, van: 2027-01-03, tot en met: 2026-12-19",
        "naam: meivakantie, regio: noord, van: 24 april, tot en met: 2027-05-02",
    )
    assert found == ()
    assert [" ".join(one.split()[:4]) for one in wrong] == [
        "‘noordoost’ kan niet bij",
        "Van 2027-01-03 tot en",
        "‘24 april’ is geen",
    ]


def test_a_folder_without_the_file_has_no_holidays(tmp_path: Path) -> None:
    report = Report()
    assert (read_school(tmp_path, report), report.in_order()) == ((), ())


def test_the_shipped_holidays_are_sound() -> None:
    report = Report()
    found = read_school(find_folder({}), report)
    assert (len(found) >= 18, report.in_order()) == (True, ())
