"""Files are written whole, never over somebody else's work, and what was there stays."""

from datetime import datetime, timedelta

import pytest

from bot.knowledge.editing.safekeeping import Safekeeping

NOW = datetime(2026, 11, 25, 14)
PATH = "organisaties/de-proef.yaml"


@pytest.fixture
def files(tmp_path):
    (tmp_path / "kennis" / "organisaties").mkdir(parents=True)
    (tmp_path / "kennis" / PATH).write_text("naam: De Proef\n", encoding="utf-8")
    return Safekeeping(tmp_path / "kennis", tmp_path / "eerder")


def test_what_is_saved_is_read_back_with_its_mark(files):
    opened = files.read(PATH)
    saved = files.save(PATH, "naam: De Brug\n", opened.mark, NOW)
    assert (opened.text, files.read(PATH)) == ("naam: De Proef\n", saved)


def test_the_second_who_saves_writes_nothing(files):
    opened = files.read(PATH)
    files.save(PATH, "naam: Van de een\n", opened.mark, NOW)
    assert files.save(PATH, "naam: Van de ander\n", opened.mark, NOW) is None
    assert files.read(PATH).text == "naam: Van de een\n"


def test_what_was_there_before_can_be_read_again_the_latest_first(files):
    for number in range(25):
        mark = files.read(PATH).mark
        files.save(PATH, f"naam: {number}\n", mark, NOW + timedelta(minutes=number))
    earlier = files.earlier(PATH)
    assert (len(earlier), earlier[0].until) == (20, NOW + timedelta(minutes=24))
    assert files.read_earlier(PATH, earlier[0].name) == "naam: 23\n"


def test_a_new_file_is_made_only_where_there_is_none(files, tmp_path):
    assert files.save("uitleg/nieuw.yaml", "namen: [nieuw]\n", "", NOW) is not None
    assert files.save("uitleg/nieuw.yaml", "namen: [anders]\n", "", NOW) is None
    assert (tmp_path / "kennis" / "uitleg" / "nieuw.yaml").read_bytes() == b"namen: [nieuw]\n"


def test_the_invisible_mark_in_front_and_windows_lines_stay(files, tmp_path):
    place = tmp_path / "kennis" / PATH
    place.write_bytes(b"\xef\xbb\xbfnaam: De Proef\r\nkort: x\r\n")
    opened = files.read(PATH)
    files.save(PATH, opened.text.replace("x", "y"), opened.mark, NOW)
    assert place.read_bytes() == b"\xef\xbb\xbfnaam: De Proef\r\nkort: y\r\n"


@pytest.mark.parametrize(
    "path",
    ["../buiten.yaml", "organisaties/../../x.yaml", "/etc/passwd", "veiligheid/wanhoop.yaml",
     "organisaties/x.txt", "onderwerpen/Ver zonnen.yaml", "organisaties/sub/x.yaml", "..", ""],
)  # fmt: skip
def test_no_other_file_is_read_or_written(files, path):
    with pytest.raises(KeyError):
        files.read(path)
    with pytest.raises(KeyError):
        files.save(path, "x", "", NOW)
    with pytest.raises(KeyError):
        files.read_earlier(PATH, "../../geheim.yaml")
