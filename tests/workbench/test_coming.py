"""The dates and the changes that an editor is shown beside a draft."""

from datetime import date

from bot.core.model import Activity, Kind
from bot.knowledge.editing.kinds import FileKind
from bot.workbench.changed import changes_of
from bot.workbench.coming import coming_of

TODAY = date(2026, 11, 25)


def activity(when, except_=""):
    return Activity(
        id="a/b", organisation="a", name="B", kind=Kind.DROP_IN, location=None,
        when=when, except_=except_,
    )  # fmt: skip


def test_the_next_eight_dates_are_told():
    coming = coming_of(activity("elke 2e en 4e donderdag van de maand 19.30-21.30"), TODAY)
    assert (len(coming.dates), coming.dates[0]) == (8, "donderdag 26 november, 19:30–21:30 uur")
    assert coming.note == ""


def test_what_leaves_the_days_open_says_what_is_missing():
    coming = coming_of(activity("om de week op dinsdag 10.00 uur"), TODAY)
    assert (coming.dates, "in welke weken" in coming.note) == ((), True)


def test_a_schedule_that_has_ended_says_so():
    coming = coming_of(activity("dinsdag 3 februari 2026 10.00 uur"), TODAY)
    assert coming.note == "Er komt geen dag meer na vandaag."


def test_without_words_it_says_that_the_bot_will_be_honest():
    assert "eerlijk" in coming_of(activity(""), TODAY).note


def test_words_that_cannot_be_read_leave_the_telling_to_the_problem():
    coming = coming_of(activity("elke donderdga"), TODAY)
    assert (coming.rule, coming.dates, coming.note) == ("", (), "")


def test_weeks_in_which_a_holiday_may_fall_are_told_beside_the_dates_that_are_sure():
    coming = coming_of(activity("elke donderdag 10.00 uur", "schoolvakanties regio zuid"), TODAY)
    assert coming.dates[0] == "donderdag 26 november, 10:00 uur"
    assert "Schoolvakantie kan zijn van 18 december 2026 t/m 10 januari 2027" in coming.note


OLD = """\
naam: De Proef
namen: [een]
activiteiten:
  - id: a
    naam: Inloop
    toegang:
      kosten: nee
  - id: b
    naam: Cursus
"""


def changed(new):
    found = changes_of(FileKind.ORGANISATION, OLD, new)
    return [(one.label, one.of, one.before, one.after) for one in found]


def test_a_change_is_told_in_the_words_of_the_form():
    assert changed(OLD.replace("kosten: nee", "kosten: ja, 2 euro")) == [
        ("Wat moet je om mee te doen?: Kosten", "Inloop", "nee", "ja, 2 euro")
    ]


def test_what_goes_and_what_comes_is_told_with_its_block():
    assert changed(OLD.replace("  - id: b\n    naam: Cursus\n", "")) == [
        ("Naam", "Cursus", "Cursus", "")
    ]
    assert changed(OLD.replace("[een]", "[een, twee]")) == [
        ("Andere namen", "", "een", "een\ntwee")
    ]


def test_a_block_that_only_moved_changes_nothing():
    first, second = OLD.split("  - id: b\n")
    head, block = first.split("  - id: a\n")
    assert changed(f"{head}  - id: b\n{second}  - id: a\n{block}") == []


def test_a_text_that_cannot_be_read_has_no_fields_to_tell_of():
    assert changed("naam: [open\n") == []
