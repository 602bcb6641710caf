"""Schedules are read as people mean them, and what the words leave open stays open."""

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.calendar.dutch_calendar import MONTHS, WEEKDAYS
from bot.core.model import Occurrence, Part
from bot.core.schedules.dutch import describe
from bot.core.schedules.occurrences import end_of, occurrences, remarks_on, unsure_weeks
from bot.core.schedules.patterns import Missing
from bot.core.schedules.recurrence import Between
from bot.core.schedules.rrule import rrules
from bot.core.schedules.schedule import LONGEST, Schedule, Unreadable, read_schedule
from bot.core.schedules.school_holidays import Break, Region, SchoolHoliday, spans_by_name
from tests.core.schedules.test_schedule_phrases import LISTED, RECURRING, _cases

ANCHOR = date(2026, 12, 1)
WINTER = (date(2026, 12, 1), date(2027, 2, 28))
CHRISTMAS = SchoolHoliday(
    name=Break.CHRISTMAS, first=date(2026, 12, 19), last=date(2027, 1, 3), region=None
)
PHRASES = [phrase for phrase, _, _ in _cases(RECURRING) + _cases(LISTED)]


def read(text: str, anchor: date = ANCHOR) -> Schedule:
    schedule = read_schedule(text, anchor=anchor)
    assert isinstance(schedule, Schedule), schedule
    return schedule


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def days(text: str, first: date, last: date, anchor: date | None = None) -> list[str]:
    found = occurrences(read(text, anchor or first), first, last)
    assert found is not None
    return [one.start.strftime("%d-%m") for one in found]


# Wall-clock time


@pytest.mark.parametrize(("first", "month"), [(date(2026, 3, 22), 4), (date(2026, 10, 18), 11)])
def test_a_weekly_group_keeps_its_hour_over_the_clock_change(first: date, month: int) -> None:
    found = occurrences(read("elke zondag 19.30-21.00"), first, date(2026, month, 8))
    assert found is not None
    assert {one.start.strftime("%H:%M") for one in found if isinstance(one.start, datetime)} == {
        "19:30"
    }


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_the_zone_of_the_machine_changes_nothing(zone: str) -> None:
    root = Path(__file__).parents[3]
    code = (
        "from datetime import date\n"
        "from bot.core.schedules.occurrences import occurrences\n"
        "from bot.core.schedules.schedule import read_schedule\n"
        "s = read_schedule('om de week op zaterdag 23.00-2.30 vanaf 5 december', "
        "anchor=date(2026, 12, 1))\n"
        "print(*[(o.start.isoformat(), o.end.isoformat()) "
        "for o in occurrences(s, date(2027, 3, 20), date(2027, 4, 4))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "TZ": zone, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "('2027-03-27T23:00:00', '2027-03-28T02:30:00')"


def test_midnight_belongs_to_the_evening_before_it() -> None:
    found = occurrences(read("vrijdag 18.00-24.00 uur"), date(2026, 12, 4), date(2026, 12, 4))
    expected = Occurrence(start=moment("2026-12-04 18:00"), end=moment("2026-12-05"))
    assert found == (expected,)


def test_what_began_the_evening_before_does_not_start_in_the_period() -> None:
    found = occurrences(read("vrijdag 22.00-2.00 uur"), date(2026, 12, 5), date(2026, 12, 5))
    assert found == ()


# What the words leave open


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("om de week op dinsdag, 19.30 uur", Missing.ANCHOR),
        ("om de week op woensdag, van 1 december t/m 10 februari", Missing.ANCHOR),
        ("eens in de maand op vrijdag, 14.00-18.30", Missing.WHICH),
        ("één zaterdag per maand", Missing.WHICH),
        ("twee keer per week", Missing.WEEKDAY),
        ("oneven weken 19.00-21.00", Missing.WEEKDAY),
        ("8 bijeenkomsten van 2 uur", Missing.START),
        ("start 4 februari, 6 bijeenkomsten", Missing.RHYTHM),
        ("vanaf half januari op donderdagavond", Missing.START),
        ("elke dinsdag, 8 bijeenkomsten", Missing.START),
        ("dinsdag of donderdag 10-12", Missing.CHOICE),
        ("di 13.30-15.30 of do 19.30-21.30", Missing.CHOICE),
        ("wekelijks of tweewekelijks op dinsdag", Missing.DECISION),
        ("vijf keer per jaar een thema-avond", Missing.DATES),
        ("data volgen", Missing.DECISION),
        ("enkele zondagen in het jaar van 14 tot 16", Missing.DECISION),
        ("sommige dinsdagavonden om 20.00 uur", Missing.DECISION),
        ("onbekend", Missing.DECISION),
        ("winter: elke zondag 14-16", Missing.DECISION),
        ("laatste donderdag voor kerst 14.00", Missing.DECISION),
        ("vanaf het voorjaar elke dinsdag 10-12", Missing.START),
        ("op afspraak", Missing.APPOINTMENT),
        ("elke derde week van de maand op dinsdag 10.00", Missing.DECISION),
    ],
)
def test_what_the_words_do_not_fix_is_never_filled_in(text: str, missing: Missing) -> None:
    schedule = read(text)
    assert (occurrences(schedule, *WINTER), missing in schedule.missing) == (None, True)


def test_a_day_without_a_clock_time_keeps_its_part_of_the_day() -> None:
    found = occurrences(read("elke woensdagmiddag"), date(2026, 12, 2), date(2026, 12, 8))
    assert found == (Occurrence(start=date(2026, 12, 2), part=Part.AFTERNOON),)


@pytest.mark.parametrize(
    "text", ["elke dinsdagochtend", "elke dinsdag, tijd volgt", "elke dinsdag, tijd nog onbekend"]
)
def test_days_without_a_clock_time_are_known_all_the_same(text: str) -> None:
    found = occurrences(read(text), date(2026, 12, 1), date(2026, 12, 8))
    assert [one.start for one in found or ()] == [date(2026, 12, 1), date(2026, 12, 8)]


# What cannot be read


@pytest.mark.parametrize(
    ("text", "word", "advice"),
    [
        ("elke dinsdga 10-12", "dinsdga", "dinsdag"),
        ("elke dinsdag 10-12 behlave 24 december", "behlave", "behalve"),
        ("elke dinsdag 25.00 uur", "25.00", "0.00 tot 24.00"),
        ("dinsdag 9 januari 2027", "dinsdag 9 januari 2027", "een zaterdag, geen dinsdag"),
        ("30 februari 10.00", "30 februari", "bestaat niet"),
        ("elke dinsdag behalve in de zomermaanden", "zomermaanden", "Noem de data"),
        ("gezellig samen eten", "gezellig", "elke dinsdag"),
        ("ma t/m vr 9-17, behalve woensdag 9-12", "woensdag", "Zijn het uren: 9.00-12.00"),
        (
            "elke laatste woensdag van de maand, met uitzondering van december (16 december)",
            "16 december",
            "schrijf dan: in december op 16 december",
        ),
        ("", "", "nog geen tijd"),
    ],
)
def test_the_word_that_cannot_be_read_is_named_with_what_works(
    text: str, word: str, advice: str
) -> None:
    found = read_schedule(text, anchor=ANCHOR)
    assert isinstance(found, Unreadable)
    assert (found.word, text[found.offset : found.offset + len(word)]) == (word, word)
    assert advice in found.advice


def test_a_whole_page_is_refused_at_once() -> None:
    found = read_schedule("elke dinsdag " * 500, anchor=ANCHOR)
    assert isinstance(found, Unreadable)
    assert str(LONGEST) in found.advice


# Dates without a year


def test_a_date_without_a_year_is_the_first_on_or_after_the_anchor() -> None:
    schedule = read("12 januari en 1 december om 14.00")
    found = occurrences(schedule, date(2026, 1, 1), date(2028, 1, 1)) or ()
    assert [one.start.year for one in found] == [2026, 2027]


def test_what_began_some_weeks_ago_runs_already() -> None:
    assert days("vanaf 3 november elke dinsdag 10-12", ANCHOR, date(2026, 12, 8)) == [
        "01-12",
        "08-12",
    ]


def test_a_period_without_years_is_the_one_that_runs_or_comes_next() -> None:
    text = "elke dinsdag van 1 september t/m 30 juni"
    assert days(text, date(2027, 6, 20), date(2027, 9, 30), date(2026, 12, 1)) == [
        "22-06",
        "29-06",
    ]


# What is left out, added or changed


def test_school_holidays_are_left_out_where_their_dates_are_known() -> None:
    schedule = read("elke woensdag 10-12, niet in de kerstvakantie")
    period = (date(2026, 12, 16), date(2027, 1, 6))
    found = occurrences(schedule, *period, school=(CHRISTMAS,)) or ()
    assert [one.start.day for one in found] == [16, 6]


def test_school_holidays_that_nobody_told_fix_nothing_in_those_weeks() -> None:
    schedule = read("elke woensdag 10-12, niet in de kerstvakantie")
    assert occurrences(schedule, *WINTER) is None
    assert occurrences(schedule, date(2026, 11, 1), date(2026, 11, 30)) is not None


def test_regions_that_differ_must_be_chosen() -> None:
    north, south = (
        SchoolHoliday(name=Break.SPRING, first=first, last=last, region=region)
        for region, first, last in (
            (Region.NORTH, date(2026, 2, 21), date(2026, 3, 1)),
            (Region.SOUTH, date(2026, 2, 14), date(2026, 2, 22)),
        )
    )
    period = (date(2026, 2, 9), date(2026, 3, 8))
    anywhere = read("elke dinsdag 10-12, niet in de voorjaarsvakantie", period[0])
    region = read("elke dinsdag 10-12, niet in de voorjaarsvakantie regio noord", period[0])
    assert occurrences(anywhere, *period, school=(north, south)) is None
    found = occurrences(region, *period, school=(north, south)) or ()
    assert [one.start.day for one in found] == [10, 17, 3]


def test_periods_given_beside_the_phrase_are_left_out() -> None:
    schedule = read("elke dinsdag 10-12, niet in de schoolvakanties")
    closed = ((date(2026, 12, 19), date(2027, 1, 3)),)
    found = occurrences(schedule, date(2026, 12, 15), date(2027, 1, 5), closed=closed) or ()
    assert [one.start.day for one in found] == [15, 5]


def test_good_friday_and_liberation_day_are_open_unless_they_are_named() -> None:
    first, last = date(2026, 4, 1), date(2026, 5, 6)
    open_days = days("dagelijks 10-12, niet op feestdagen", first, last)
    assert {"03-04", "05-05"} <= set(open_days)
    assert not {"05-04", "06-04", "27-04"} & set(open_days)
    named = days("dagelijks 10-12, niet op goede vrijdag en bevrijdingsdag", first, last)
    assert not {"03-04", "05-05"} & set(named)


def test_a_series_counts_the_meetings_that_are_held() -> None:
    text = "4 donderdagen vanaf 7 januari 10.00, niet op 14 januari"
    assert days(text, ANCHOR, date(2027, 3, 1)) == ["07-01", "21-01", "28-01", "04-02"]


def test_a_later_change_takes_over_from_its_date() -> None:
    schedule = read("dinsdag 10-12, vanaf 1 februari donderdag 13-15")
    found = occurrences(schedule, date(2027, 1, 26), date(2027, 2, 4)) or ()
    assert [one.start.isoformat() for one in found] == [
        "2027-01-26T10:00:00",
        "2027-02-04T13:00:00",
    ]


def test_longer_hours_take_the_place_of_the_usual_ones() -> None:
    schedule = read("ma t/m vr 9-17, woensdag 9-20")
    found = occurrences(schedule, date(2026, 12, 1), date(2026, 12, 2)) or ()
    assert [one.end.hour for one in found if one.end] == [17, 20]


def test_a_day_that_is_named_has_its_own_hours() -> None:
    schedule = read("elke donderdag 13-15; op 24 december van 10 tot 12, niet op feestdagen")
    found = occurrences(schedule, date(2026, 12, 24), date(2026, 12, 24)) or ()
    assert [one.start for one in found] == [moment("2026-12-24 10:00")]


def test_also_adds_and_does_not_replace() -> None:
    schedule = read("elke dag om 12.00 uur, zondag ook om 17.30 uur")
    found = occurrences(schedule, date(2026, 12, 5), date(2026, 12, 6)) or ()
    assert [one.start.strftime("%a %H:%M") for one in found] == [
        "Sat 12:00",
        "Sun 12:00",
        "Sun 17:30",
    ]


def test_extra_days_are_open_on_public_holidays() -> None:
    text = "ma t/m za 10-16, niet op feestdagen, extra open op tweede kerstdag 12-15"
    schedule = read(text)
    found = occurrences(schedule, date(2026, 12, 25), date(2026, 12, 28)) or ()
    assert [one.start for one in found] == [moment("2026-12-26 12:00"), moment("2026-12-28 10:00")]


def test_doors_open_before_the_start() -> None:
    schedule = read("donderdag vanaf 19.30 uur welkom, we beginnen om 20.00 uur")
    assert [(w.doors, w.opens) for rule in schedule.rules for w in rule.windows] == [(1170, 1200)]


def test_a_remark_on_the_third_week_stays_with_its_days() -> None:
    schedule = read("elke donderdag 19.30-21.00, 3e week open voor naasten")
    remarks = [remarks_on(schedule, date(2026, 12, day)) for day in (10, 17)]
    assert remarks == [(), ("open voor naasten",)]


# Answers that others have written down


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        (
            "de maandag voor de derde dinsdag van de maand 19.00",
            date(2025, 1, 1),
            date(2025, 6, 30),
            ["20-01", "17-02", "17-03", "14-04", "19-05", "16-06"],
        ),
        (
            "de donderdag na de derde dinsdag van de maand",
            date(2025, 1, 1),
            date(2025, 6, 30),
            ["23-01", "20-02", "20-03", "17-04", "22-05", "19-06"],
        ),
        (
            "de maandag voor de eerste dinsdag van de maand",
            date(2025, 1, 1),
            date(2025, 5, 31),
            ["06-01", "03-02", "03-03", "31-03", "05-05"],
        ),
        (
            "de maandag voor de derde dinsdag van de maand, behalve 17 maart",
            date(2025, 1, 1),
            date(2025, 6, 30),
            ["20-01", "17-02", "14-04", "19-05", "16-06"],
        ),
        (
            "elke eerste zaterdag van juli t/m november 9.00-17.00",
            date(2020, 4, 1),
            date(2020, 12, 20),
            ["04-07", "01-08", "05-09", "03-10", "07-11"],
        ),
        (
            "elke 10e van de maand 10.00",
            date(2019, 2, 10),
            date(2019, 5, 31),
            ["10-02", "10-03", "10-04", "10-05"],
        ),
        (
            "de 31e van elke maand",
            date(2013, 1, 31),
            date(2013, 5, 31),
            ["31-01", "31-03", "31-05"],
        ),
        (
            "do en za 10.00",
            date(2013, 1, 2),
            date(2013, 1, 12),
            ["03-01", "05-01", "10-01", "12-01"],
        ),
    ],
)
def test_known_answers_come_out(text: str, first: date, last: date, expected: list[str]) -> None:
    assert days(text, first, last) == expected


# Properties


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_schedule_told_in_dutch_is_read_back_the_same(phrase: str) -> None:
    schedule = read(phrase)
    again = read(describe(schedule))
    year = (date(2026, 12, 1), date(2027, 12, 31))
    assert occurrences(again, *year) == occurrences(schedule, *year)


def test_a_schedule_is_told_as_residents_should_read_it() -> None:
    told = [
        describe(read(text))
        for text in (
            "iedere 2e en 4e do v/d mnd 19:30-21:30",
            "om de week op do vanaf 3 dec 19u30",
            "di 10-12 behalve in de kerstvakantie",
            "ma-vr 9-17u (inloop 8.30)",
        )
    ]
    assert told == [
        "elke tweede en vierde donderdag van de maand, 19.30–21.30 uur",
        "om de week op donderdag, geteld vanaf 3 december 2026, om 19.30 uur",
        "elke dinsdag, 10.00–12.00 uur, niet in de kerstvakantie",
        "elke werkdag, 9.00–17.00 uur (inloop vanaf 8.30 uur)",
    ]


def test_what_is_not_known_is_told_as_not_known() -> None:
    told = describe(read("om de week op dinsdag"))
    assert told == "om de week op dinsdag (nog niet bekend: in welke weken het is)"


@pytest.mark.parametrize("phrase", PHRASES)
def test_the_rfc_rule_expands_to_the_same_days(phrase: str) -> None:
    schedule = read(phrase)
    first, last = date(2026, 12, 1), date(2028, 12, 31)
    for rule, text in zip(schedule.rules, rrules(schedule), strict=True):
        if text is None:
            continue
        alone = Schedule(text="", rules=(rule,))
        ours = [one.start for one in occurrences(alone, first, last) or ()]
        start = moment(ours[0].isoformat()[:10])
        expanded = rrulestr(text, dtstart=start)
        theirs = expanded.between(start, moment("2028-12-31"), inc=True)
        assert [day.date() for day in theirs] == sorted({day.date() for day in ours})


def _word() -> st.SearchStrategy[str]:
    words = (
        "elke om de week weken in op van tot t/m en of de eerste 2e laatste maand behalve niet "
        "feestdagen vakantie 10 12 19.30 half acht uur 's avonds vanaf start keer per 3 ( ) , ; "
        "even oneven bijeenkomsten kerst tussen ook extra inloop duurt 24-12 9/1 2027 gesloten"
    )
    return st.sampled_from([*words.split(), *WEEKDAYS, *MONTHS, "ma", "do", "\u0130", "٣", "½"])


@settings(max_examples=300, deadline=None)
@given(st.lists(_word(), max_size=30).map(" ".join) | st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    schedule = read_schedule(text, anchor=ANCHOR)
    if isinstance(schedule, Unreadable):
        assert text[schedule.offset :].startswith(schedule.word)
        return
    found = occurrences(schedule, *WINTER)
    assert found is None or all(WINTER[0] <= _day(one) <= WINTER[1] for one in found)
    assert describe(schedule)


def _day(one: Occurrence) -> date:
    return one.start.date() if isinstance(one.start, datetime) else one.start


def test_weeks_that_may_be_a_school_holiday_are_no_certain_dates() -> None:
    schedule = read("elke dinsdag 10-12, niet in de kerstvakantie")
    period = (date(2026, 12, 8), date(2027, 1, 19))
    sure = occurrences(schedule, *period, only_sure=True) or ()
    days = [one.start.date() for one in sure if isinstance(one.start, datetime)]
    assert days == [date(2026, 12, 8), date(2026, 12, 15), date(2027, 1, 12), date(2027, 1, 19)]
    assert unsure_weeks(schedule, *period) == (
        Between(first=date(2026, 12, 18), last=date(2027, 1, 10)),
    )
    assert unsure_weeks(schedule, *period, school=(CHRISTMAS,)) == ()


def test_a_holiday_known_for_one_region_is_unsure_where_none_is_named() -> None:
    schedule = read("elke dinsdag 10-12, niet in de voorjaarsvakantie")
    north = SchoolHoliday(
        name=Break.SPRING,
        first=date(2027, 2, 20),
        last=date(2027, 2, 28),
        region=Region.NORTH,
    )
    assert occurrences(schedule, date(2027, 2, 1), date(2027, 3, 1), school=(north,)) is None


def test_for_a_question_the_holidays_of_all_regions_count_and_for_a_change_none() -> None:
    spring = [
        SchoolHoliday(name=Break.SPRING, first=first, last=last, region=region)
        for first, last, region in (
            (date(2027, 2, 20), date(2027, 2, 28), Region.NORTH),
            (date(2027, 2, 13), date(2027, 2, 21), Region.SOUTH),
        )
    ]
    assert spans_by_name([*spring, CHRISTMAS]) == {
        "kerstvakantie": ((CHRISTMAS.first, CHRISTMAS.last),),
        "voorjaarsvakantie": ((date(2027, 2, 13), date(2027, 2, 28)),),
    }
    assert list(spans_by_name([*spring, CHRISTMAS], everywhere=True)) == ["kerstvakantie"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "maandag 11 januari t/m maandag 1 maart 2027 wekelijks van 9.30 tot 11.30",
            "elke maandag, vanaf 11 januari 2027 t/m 1 maart 2027, 9.30–11.30 uur",
        ),
        (
            "van dinsdag 5 januari tot en met dinsdag 23 maart 19.00 uur",
            "elke dinsdag, vanaf 5 januari 2027 t/m 23 maart 2027, om 19.00 uur",
        ),
        (
            "woensdag 6 januari t/m woensdag 24 februari, 8 keer, 13-15 uur",
            "elke woensdag, vanaf 6 januari 2027 t/m 24 februari 2027, 13.00–15.00 uur",
        ),
        (
            "vrijdag 8 januari tot en met vrijdag 26 maart om de week 10-12",
            "om de week op vrijdag, geteld vanaf 8 januari 2027, t/m 26 maart 2027, "
            "10.00–12.00 uur",
        ),
        (
            "om de week op woensdag, van 2 december t/m 10 februari, 10.00-11.30",
            "om de week op woensdag, geteld vanaf 2 december 2026, t/m 10 februari 2027, "
            "10.00–11.30 uur",
        ),
        (
            "iedere dinsdag, we starten om 14.00 uur en ronden af om 15.30 uur",
            "elke dinsdag, 14.00–15.30 uur",
        ),
        (
            "tussen kerst en oud & nieuw gesloten, verder elke woensdag 10-12",
            "elke woensdag, 10.00–12.00 uur, niet van 25 december 2026 t/m 31 december 2026",
        ),
        ("dagelijks, ook in het weekend, van 16 tot 20 uur", "elke dag, 16.00–20.00 uur"),
        (
            "wo 20.00-22.00, vanaf 19.40 is er thee",
            "elke woensdag, 20.00–22.00 uur (inloop vanaf 19.40 uur)",
        ),
        (
            "vanaf 8 maart op dinsdag 10.00-12.00 en op vrijdag 14.00-16.00",
            "elke dinsdag, vanaf 8 maart 2027, 10.00–12.00 uur; "
            "elke vrijdag, vanaf 8 maart 2027, 14.00–16.00 uur",
        ),
        (
            "5 avonden vanaf dinsdag 12 januari 19.30-21.00, niet op 26 januari",
            "elke dinsdag, 5 keer, vanaf 12 januari 2027, 19.30–21.00 uur, niet op "
            "26 januari 2027",
        ),
        (
            "dinsdag 5 januari t/m donderdag 7 januari 10.00-16.00",
            "elke dag, vanaf 5 januari 2027 t/m 7 januari 2027, 10.00–16.00 uur",
        ),
        (
            "di en do 10-12, vanaf januari ook op zaterdag",
            "elke dinsdag en donderdag, 10.00–12.00 uur; ook elke zaterdag, vanaf 1 januari 2027, "
            "10.00–12.00 uur",
        ),
        (
            "vrijdag 14-16, behalve de laatste vrijdag van de maand, dan 19-21",
            "elke vrijdag, 14.00–16.00 uur; behalve elke laatste vrijdag van de maand, "
            "dan 19.00–21.00 uur",
        ),
        (
            "elke ma en do: ma 10-12 en do 14-16",
            "elke maandag, 10.00–12.00 uur; elke donderdag, 14.00–16.00 uur",
        ),
        (
            "di 10-12, do 10-12 (niet in juli), za 10-12",
            "elke dinsdag, 10.00–12.00 uur; elke donderdag van augustus t/m juni, "
            "10.00–12.00 uur; elke zaterdag, 10.00–12.00 uur",
        ),
        (
            "dagelijks van 11 januari t/m 25 januari 10-12",
            "elke dag, vanaf 11 januari 2027 t/m 25 januari 2027, 10.00–12.00 uur",
        ),
    ],
)
def test_what_posters_say_is_read_as_it_is_meant(text: str, rule: str) -> None:
    assert describe(read(text)) == rule


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("wekelijks 11 januari t/m 2 maart 10-12", Missing.WEEKDAY),
        ("maandag 21 december t/m maandag 28 december 10-12", Missing.RHYTHM),
        ("maandelijks van 11 januari t/m 11 juni 10-12", Missing.WHICH),
        ("start woensdag 13 januari. 12 bijeenkomsten van 19.30 tot 21.30", Missing.RHYTHM),
        ("woensdag 13 januari, 12 bijeenkomsten van 19.30 tot 21.30", Missing.RHYTHM),
    ],
)
def test_what_posters_do_not_say_stays_open(text: str, missing: Missing) -> None:
    assert read(text).missing == (missing,)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("elke dinsdag 10-12", None),
        ("elke dinsdag 10-12, t/m 26 januari", date(2027, 1, 26)),
        ("8 donderdagen vanaf 7 januari, 13-15, niet op 14 januari", date(2027, 3, 4)),
        ("9 en 23 december 14.00", date(2026, 12, 23)),
        ("zaterdag 5 december 14.00, en elke dinsdag 10-12", None),
        ("8 donderdagen vanaf 7 januari, 13-15, niet in de schoolvakanties", None),
        ("eens in de maand op vrijdag", None),
    ],
)
def test_it_is_known_when_it_has_ended_for_good(text: str, end: date | None) -> None:
    assert end_of(read(text)) == end
