"""What differs between two readings: what people would see, and nothing else."""

import json

from bot.exchange.difference import compare, refusal, same_text
from bot.exchange.meeting_guide.file import read_meeting_guide
from bot.exchange.record import ImportedMeeting
from tests.exchange.programme_pieces import FEED
from tests.exchange.test_meeting_guide import FILE


def meetings(*rows: dict[str, object]) -> tuple[ImportedMeeting, ...]:
    return read_meeting_guide(json.dumps(rows).encode(), FEED).meetings


def row(slug: str = "a", **fields: object) -> dict[str, object]:
    return {
        "slug": slug,
        "name": "Praatgroep",
        "day": 1,
        "time": "10:00",
        "city": "Emmen",
        **fields,
    }


def fields(before: dict[str, object], after: dict[str, object]) -> dict[str, tuple[str, str]]:
    found = compare(meetings(before), meetings(after))
    return {
        one.field: (one.before, one.after) for change in found.changed for one in change.fields
    }


def test_reading_a_source_twice_gives_no_difference() -> None:
    read = read_meeting_guide(FILE.read_bytes(), FEED).meetings
    assert (compare(read, read).is_empty, compare(read, read).same) == (True, 12)


def test_new_changed_and_gone_are_told_apart() -> None:
    before = meetings(row("a"), row("b"), row("c"))
    after = meetings(row("a"), row("b", time="11:00"), row("d"))
    found = compare(before, after)
    assert [one.provenance.identity for one in found.new] == ["d"]
    assert [one.after.provenance.identity for one in found.changed] == ["b"]
    assert [one.provenance.identity for one in found.gone] == ["c"]
    assert found.same == 1


def test_a_change_is_told_by_its_dutch_name_with_before_and_after() -> None:
    assert fields(row(), row(time="11:00")) == {
        "wanneer": ("elke maandag 10.00", "elke maandag 11.00")
    }
    assert fields(row(types=["W", "RGZ"]), row(types=["W"])) == {"bron: types": ("W, RGZ", "")}
    assert fields(row(region="Drenthe"), row(region="Groningen")) == {
        "bron: region": ("Drenthe", "Groningen")
    }


def test_quotes_spaces_and_stamps_are_no_change() -> None:
    before = row(notes="Kom  gerust,\r\nwe bijten niet. ’t Is fijn", updated="2026-01-01 00:00:00")
    after = row(notes="Kom gerust,\nwe bijten niet. 't Is fijn ", updated="2026-02-02 00:00:00")
    assert compare(meetings(before), meetings(after)).same == 1


def test_capitals_and_letters_are_a_change() -> None:
    assert same_text("gaat NIET door") != same_text("gaat niet door")


def test_a_great_loss_is_refused_and_a_small_one_is_not() -> None:
    many = meetings(*(row(str(number)) for number in range(100)))
    assert refusal(compare(many, many[:80]), 100) == ""
    assert "20" not in refusal(compare(many, many[:80]), 100)
    assert "21 in één keer" in refusal(compare(many, many[:79]), 100)
    assert refusal(compare(many[:12], many[:2]), 12) == ""
    assert refusal(compare(many[:12], many[:1]), 12) != ""
