"""Meeting Guide: what comes in goes out again, and what is unclear is said."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Aspect, Audience, Format, Kind, Status, Theme, Tri
from bot.core.schedules.schedule import Unreadable, read_schedule
from bot.exchange.listing import listing_of
from bot.exchange.meeting_guide.file import read_meeting_guide, write_meeting_guide
from bot.exchange.record import Batch, ImportedMeeting
from tests.exchange.programme_pieces import FEED, listing

FILE = Path(__file__).parent / "feed.json"
REAL = Path(__file__).parents[2].parent / "shared" / "data" / "meetings-nl.json"


def read(*rows: object) -> Batch:
    return read_meeting_guide(json.dumps(list(rows)).encode(), FEED)


def one(**fields: object) -> ImportedMeeting:
    """The meeting that comes of a record with these fields."""
    row = {"slug": "proef", "name": "Proef", "city": "Emmen", "address": "Weg 1", **fields}
    return read(row).meetings[0]


def written(batch: Batch) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = json.loads(
        write_meeting_guide(listing_of(meeting) for meeting in batch.meetings).content
    )
    return rows


def test_a_feed_comes_out_as_it_went_in_without_what_is_personal() -> None:
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    for row in rows:
        row.pop("contact_1_name", None)
        row.pop("contact_1_phone", None)
    rows[10]["notes"] = "Deur dicht? Bel Jan: [nummer weggelaten]."
    assert written(read_meeting_guide(FILE.read_bytes(), FEED)) == rows


def test_all_real_records_come_out_as_they_went_in() -> None:
    if not REAL.is_file():
        pytest.skip(f"{REAL} staat niet op deze machine")
    rows = json.loads(REAL.read_text(encoding="utf-8"))
    batch = read_meeting_guide(REAL.read_bytes(), FEED)
    assert written(batch) == rows
    assert (len(batch.meetings), batch.mistakes) == (943, ())


def test_the_first_record_is_understood() -> None:
    meeting = read_meeting_guide(FILE.read_bytes(), FEED).meetings[0]
    activity, place = meeting.activity, meeting.location
    assert (activity.id, activity.when) == (
        "proef/ochtendgroep-zuiddorp",
        "elke zondag 09.30-10.45",
    )
    assert (activity.kind, activity.themes) == (Kind.PEER_GROUP, (Theme.ADDICTION, Theme.DRUGS))
    assert activity.fact(Aspect.WHEELCHAIR).value is Tri.YES
    assert place is not None
    assert (place.town, place.street, place.exact) == ("Emmen", "Brinkweg 3", True)
    assert activity.source is not None
    assert (activity.source.dated, activity.source.read) == ("2026-11-01", FEED.read)


@pytest.mark.parametrize(
    ("fields", "when"),
    [
        ({"day": 1, "time": "20:00"}, "elke maandag 20.00"),
        ({"day": 4, "time": "23:30", "end_time": "01:00"}, "elke donderdag 23.30-01.00"),
        ({"day": [3, 5], "time": "13:00"}, "elke woensdag en vrijdag 13.00"),
        ({"day": [0, 1, 2, 3, 4, 5, 6], "time": "08:00"}, "elke dag 08.00"),
        ({"day": "2", "time": "9:05"}, "elke dinsdag 09.05"),
        ({"day": "Sunday", "time": "09:00"}, "elke zondag 09.00"),
        ({"day": 2}, "elke dinsdag"),
        ({"day": 2, "time": "19:00", "end_time": "19:00"}, "elke dinsdag 19.00"),
        ({}, "op afspraak"),
        ({"day": 9, "time": "19:00"}, ""),
        ({"day": 1, "time": "19:00", "timezone": "Europe/Berlin"}, "elke maandag 19.00"),
        ({"day": 1, "time": "19:00", "timezone": "Europe/London"}, ""),
        ({"day": 1, "time": "19:00", "timezone": "Mars/Olympus"}, ""),
    ],
)  # fmt: skip
def test_day_and_time_become_a_phrase_that_can_be_read(
    fields: dict[str, object], when: str
) -> None:
    meeting = one(**fields)
    assert meeting.activity.when == when
    assert not isinstance(read_schedule(when or "elke dag", anchor=FEED.read), Unreadable)


def test_a_time_in_another_zone_is_told_and_not_converted() -> None:
    batch = read({"slug": "a", "name": "A", "day": 1, "time": "19:00", "timezone": "Asia/Tokyo"})
    assert batch.meetings[0].activity.about == "elke maandag 19.00 (tijd van Asia/Tokyo)"
    assert [one.field for one in batch.mistakes] == ["address", "timezone"]


def test_codes_that_nobody_knows_are_kept_and_never_guessed() -> None:
    meeting = one(types=["TPC", "ZZZ", "W"], day=1)
    assert meeting.activity.status is Status.ACTIVE
    assert meeting.activity.audiences == (Audience.WOMEN,)
    assert meeting.extra["types"] == ["TPC", "ZZZ", "W"]


def test_a_place_that_is_closed_for_a_while_is_paused() -> None:
    assert one(types=["TC"], day=1).activity.status is Status.PAUSED
    assert one(attendance_option="inactive", day=1).activity.status is Status.PAUSED


def test_online_is_online_only_where_there_is_no_address() -> None:
    online = one(address="", city="", conference_url="https://zoom.us/j/1", day=1)
    hybrid = one(conference_url="https://zoom.us/j/1", day=1)
    assert (online.activity.format, online.location) == (Format.ONLINE, None)
    assert hybrid.activity.format is Format.IN_PERSON
    assert hybrid.activity.contact is not None
    assert hybrid.activity.contact.note == "Ook online: https://zoom.us/j/1"


@pytest.mark.parametrize(
    ("fields", "point"),
    [
        ({"latitude": "52.5", "longitude": "6.5"}, (52.5, 6.5, True)),
        ({"coordinates": "52.5,6.5"}, (52.5, 6.5, True)),
        ({"coordinates": "52.5,6.5,52.6,6.6"}, (None, None, False)),
        ({"latitude": 52.5, "longitude": 6.5, "approximate": "yes"}, (52.5, 6.5, False)),
        ({"latitude": 40.7, "longitude": -74.0}, (None, None, False)),
        ({"latitude": "noord", "longitude": 6.5}, (None, None, False)),
    ],
)
def test_coordinates_count_only_where_they_can_be_right(
    fields: dict[str, object], point: tuple[float | None, float | None, bool]
) -> None:
    place = one(**fields).location
    assert place is not None
    assert (place.lat, place.lon, place.exact) == point


def test_an_address_in_one_line_is_taken_apart() -> None:
    place = one(
        address="", city="", formatted_address="Kade 1, 9711 AA Groningen, Nederland"
    ).location
    assert place is not None
    assert (place.street, place.postcode, place.town) == ("Kade 1", "9711 AA", "Groningen")


def test_what_is_of_a_person_is_left_out_aloud() -> None:
    batch = read_meeting_guide(FILE.read_bytes(), FEED)
    meeting = batch.meetings[10]
    assert "12 34" not in str(meeting)
    assert "Jan:" in meeting.activity.about
    left_out = {one.field for one in batch.mistakes if one.record == "met-nummer"}
    assert left_out == {"notes", "contact_1_name", "contact_1_phone"}


def test_a_help_line_of_an_organisation_may_stay() -> None:
    row = {"slug": "a", "name": "A", "city": "Emmen", "notes": "Bel 06-22224450", "day": 1}
    batch = read_meeting_guide(json.dumps([row]).encode(), FEED, allowed=frozenset({"622224450"}))
    assert batch.meetings[0].activity.about == "Bel 06-22224450"


def test_two_records_with_one_slug_are_both_kept() -> None:
    row = {"slug": "a", "name": "A", "city": "Emmen", "day": 1, "time": "10:00"}
    batch = read(row, {**row, "time": "11:00"})
    assert [one.activity.id for one in batch.meetings] == ["proef/a", "proef/a-2"]
    assert "slug" in [one.field for one in batch.mistakes]


def test_long_slugs_that_begin_alike_stay_apart() -> None:
    rows = [{"slug": "s" * 64 + end, "name": "A", "city": "Emmen"} for end in ("1", "2")]
    assert len({one.activity.id for one in read(*rows).meetings}) == 2


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"a": 1}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_feed_is_refused_with_a_reason(content: bytes) -> None:
    batch = read_meeting_guide(content, FEED)
    assert (batch.meetings, [one.fatal for one in batch.mistakes]) == ((), [True])


def test_one_bad_record_does_not_hold_up_the_rest() -> None:
    batch = read({"slug": "a"}, 7, {"slug": "b", "name": "B", "city": "Emmen"})
    assert [one.activity.name for one in batch.meetings] == ["B"]
    assert [one.record for one in batch.mistakes] == ["nummer 1", "nummer 2"]


def test_markup_and_entities_do_not_reach_residents() -> None:
    meeting = one(name="Koffie &amp; <b>thee</b>", notes="<p>Welkom</p><p>Kom</p>")
    assert (meeting.activity.name, meeting.activity.about) == ("Koffie & thee", "Welkom\nKom")
    assert meeting.extra["name"] == "Koffie &amp; <b>thee</b>"


def test_an_edit_after_the_import_wins_from_what_the_source_said() -> None:
    meeting = one(name="Koffie &amp; thee", types=["W", "RGZ"], day=1, time="10:00")
    edited = replace(meeting.activity, name="Thee", audiences=(Audience.MEN,))
    row = written(replace(read(), meetings=(replace(meeting, activity=edited),)))[0]
    assert (row["name"], row["types"]) == ("Thee", ["RGZ", "M"])


def test_a_rhythm_that_is_not_weekly_never_gets_a_weekday() -> None:
    export = write_meeting_guide([listing("elke tweede donderdag van de maand 19.30-21.00")])
    row = json.loads(export.content)[0]
    assert "day" not in row
    assert row["notes"] == "elke tweede donderdag van de maand 19.30-21.00"
    assert [loss.fact for loss in export.losses] == ["wanneer"]


def test_hours_that_differ_by_day_become_records_with_slugs_of_their_own() -> None:
    export = write_meeting_guide([listing("maandag 10.00-12.00, woensdag 14.00-16.00")])
    rows = json.loads(export.content)
    assert [(row["slug"], row["day"], row["time"]) for row in rows] == [
        ("proef-inloop-1", 1, "10:00"),
        ("proef-inloop-2", 3, "14:00"),
    ]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
keys = st.sampled_from(
    ["slug", "name", "day", "time", "end_time", "timezone", "types", "address", "city", "notes",
     "latitude", "longitude", "coordinates", "updated", "formatted_address",
     "approximate", "anders"]
)  # fmt: skip


@given(st.lists(st.dictionaries(keys, json_values, max_size=10), max_size=4))
def test_any_feed_is_read_or_refused_and_comes_out_as_it_went_in(
    rows: list[dict[str, object]],
) -> None:
    content = json.dumps(rows, allow_nan=True).encode()
    batch = read_meeting_guide(content, FEED)
    named = [row for row in rows if isinstance(row.get("name"), str)]
    assert len(batch.meetings) == len(named)
    out = json.dumps(written(batch), allow_nan=True)
    assert [_but_slug(row) for row in json.loads(out)] == [
        _but_slug(row) for row in json.loads(json.dumps(named, allow_nan=True))
    ]


def _but_slug(row: dict[str, object]) -> str:
    return json.dumps({key: value for key, value in row.items() if key != "slug"}, sort_keys=True)
