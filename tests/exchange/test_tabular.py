"""Tables: what we write we read back, and sheets of others are understood."""

import io
import zipfile
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.core.model import Aspect, Audience, Contact, Fact, Format, Kind, Theme, Tri
from bot.exchange.intake import Form, form_of, read_content
from bot.exchange.listing import Listing, listing_of
from bot.exchange.record import Batch
from bot.exchange.tabular import read_csv, read_xlsx, write_csv, write_xlsx
from tests.exchange.programme_pieces import FEED, listing

FULL = listing(
    "elke tweede donderdag van de maand 19.30-21.00",
    except_="feestdagen",
    themes=(Theme.GRIEF, Theme.LONELINESS),
    audiences=(Audience.LOVED_ONES,),
    about="Eerste regel; met een puntkomma\nTweede, met een komma",
    facts={Aspect.COST: Fact(value=Tri.NO), Aspect.AGE: Fact(value=Tri.YES, detail="18 jaar")},
    contact=Contact(phone="+31 591 123456", mail="info@proef.example"),
)  # fmt: skip


def told(one: Listing) -> tuple[object, ...]:
    """All that a row can say of an activity."""
    activity, place = one.activity, one.location
    told = (activity.name, activity.kind, activity.themes, activity.audiences, activity.format)
    words = (activity.when, activity.except_, activity.about, activity.contact, activity.status)
    where = (place.name, place.street, place.postcode, place.town, place.lat) if place else ()
    return (*told, *words, dict(activity.facts), *where, one.organisation.name)


def csv(text: str) -> Batch:
    return read_csv(text.encode(), FEED)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_is_read_back_as_it_was_written(form: str) -> None:
    write, read = (write_csv, read_csv) if form == "csv" else (write_xlsx, read_xlsx)
    batch = read(write([FULL]).content, FEED)
    assert [told(listing_of(one)) for one in batch.meetings] == [told(FULL)]
    assert batch.mistakes == ()


def test_a_table_opens_in_a_dutch_spreadsheet() -> None:
    content = write_csv([FULL]).content
    assert content.startswith(b"\xef\xbb\xbfid;organisatie;naam;soort;")
    assert content.count(b"\r\n") == 2


def test_no_text_is_taken_for_a_formula() -> None:
    content = write_csv([listing(name='=HYPERLINK("http://kwaad.example")')]).content
    assert b";\"'=HYPERLINK" in content
    assert read_csv(content, FEED).meetings[0].activity.name.startswith("=HYPERLINK")


def test_a_row_of_an_editor_is_understood() -> None:
    batch = csv(
        "Naam,Wanneer,Plaats,Soort,Voor,Kosten,Zaal\n"
        'Praatgroep,maandag 10-12 uur,Emmen,lotgenotengroep,"naasten, jongeren",'
        '"nee, gratis",boven\n'
    )
    (meeting,) = batch.meetings
    activity = meeting.activity
    assert (activity.when, activity.kind) == ("maandag 10-12 uur", Kind.PEER_GROUP)
    assert activity.audiences == (Audience.LOVED_ONES, Audience.YOUNG)
    assert activity.fact(Aspect.COST) == Fact(value=Tri.NO, detail="gratis")
    assert meeting.extra == {"zaal": "boven"}


def test_what_cannot_be_read_is_told_with_what_would_work() -> None:
    batch = csv("naam;wanneer;soort;plaats\nPraatgroep;elke maandga;praatgroup;Emmen\n")
    (meeting,) = batch.meetings
    assert (meeting.activity.when, meeting.activity.kind) == ("", None)
    assert [one.message for one in batch.mistakes if one.field == "wanneer"] == [
        "‘maandga’ kunnen we niet lezen. Bedoel je ‘maandag’?"
    ]
    assert [one.field for one in batch.mistakes] == ["soort", "wanneer"]


def test_a_personal_number_is_left_out() -> None:
    batch = csv("naam;wanneer;kort\nPraatgroep;maandag;Bel Jan op 06 1234 5678\n")
    assert batch.meetings[0].activity.about == "Bel Jan op [nummer weggelaten]"


def test_a_meeting_guide_sheet_is_understood() -> None:
    batch = csv(
        "Name,ID,Day,Time,End Time,Conference URL,Types,City,Address\n"
        'Ochtend,a1,Sunday,9:30 AM,10:45 AM,,"W, O",Emmen,Weg 1\n'
        "Avond,a2,2,19:00,20:00,https://zoom.us/j/1,ONL,,\n"
    )
    first, second = (one.activity for one in batch.meetings)
    assert (first.id, first.when) == ("proef/a1", "elke zondag 09.30-10.45")
    assert first.audiences == (Audience.WOMEN,)
    assert (second.when, second.format) == ("elke dinsdag 19.00-20.00", Format.ONLINE)


def test_cells_of_a_workbook_are_read_as_people_see_them() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "ID", "Day", "Time", "City", "Postal Code"])
    sheet.append(["Ochtend", 7, 0, time(9, 30), "Emmen", "7811 AA"])
    out = io.BytesIO()
    book.save(out)
    (meeting,) = read_xlsx(out.getvalue(), FEED).meetings
    assert (meeting.activity.id, meeting.activity.when) == ("proef/7", "elke zondag 09.30")


def test_a_file_from_an_old_excel_keeps_its_accents() -> None:
    content = "naam;wanneer\nCafé Één;maandag\n".encode("cp1252")
    assert read_csv(content, FEED).meetings[0].activity.name == "Café Één"


@pytest.mark.parametrize("content", [b"", b"a;b\n1;2\n", b"\n\n"])
def test_what_is_no_table_of_activities_is_refused(content: bytes) -> None:
    batch = read_csv(content, FEED)
    assert (batch.meetings, [one.fatal for one in batch.mistakes]) == ((), [True])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04kapot", b"tekst"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    assert [one.fatal for one in read_xlsx(content, FEED).mistakes] == [True]


def test_a_workbook_that_unpacks_to_much_more_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        for number in range(3):
            book.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * 24_000_000)
    batch = read_xlsx(packed.getvalue(), FEED)
    assert [one.message for one in batch.mistakes] == ["Dit bestand is te groot."]


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b' [{"slug": 1}]', Form.MEETING_GUIDE),
        (b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", Form.ICALENDAR),
        (write_xlsx([FULL]).content, Form.XLSX),
        (b"naam;wanneer\n", Form.CSV),
    ],
)
def test_the_format_is_told_by_how_a_file_begins(content: bytes, form: Form) -> None:
    assert form_of(content) is form


@given(st.text(max_size=200))
def test_any_table_is_read_or_refused(text: str) -> None:
    batch = read_content(("naam;wanneer\n" + text).encode(errors="replace"), FEED, Form.CSV)
    assert len(batch.meetings) == len({one.activity.id for one in batch.meetings})


WORKBOOK = write_xlsx([FULL]).content


def packed(**changed: str) -> bytes:
    """A workbook of which one part was changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as whole, zipfile.ZipFile(out, "w") as book:
        for name in whole.namelist():
            stem = name.rpartition("/")[2].partition(".")[0]
            book.writestr(name, changed.get(stem, whole.read(name)))
    return out.getvalue()


def test_an_entity_bomb_in_a_workbook_is_refused() -> None:
    names = "".join(f"<!ENTITY b{n + 1} '{f'&b{n};' * 10}'>" for n in range(9))
    bomb = f"<!DOCTYPE x [<!ENTITY b0 'aaaaaaaaaa'>{names}]><workbook>&b9;</workbook>"
    assert [one.fatal for one in read_xlsx(packed(workbook=bomb), FEED).mistakes] == [True]


@given(at=st.integers(0, len(WORKBOOK) - 1), byte=st.integers(0, 255), cut=st.booleans())
def test_a_damaged_workbook_is_read_or_refused(at: int, byte: int, cut: bool) -> None:
    touched = WORKBOOK[:at] if cut else WORKBOOK[:at] + bytes([byte]) + WORKBOOK[at + 1 :]
    batch = read_xlsx(touched, FEED)
    assert batch.meetings or batch.mistakes


@given(part=st.sampled_from(["workbook", "sheet1", "styles", "Content_Types"]), text=st.text())
def test_a_workbook_with_a_strange_part_is_read_or_refused(part: str, text: str) -> None:
    batch = read_xlsx(packed(**{part: text}), FEED)
    assert batch.meetings or batch.mistakes
