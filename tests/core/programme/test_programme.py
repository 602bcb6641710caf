"""The snapshot of everything one can attend."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Activity, Format, Location, Organisation, Source, Status
from bot.core.programme.changed import day_of, is_off
from bot.core.programme.changes import Author, Change, Scope, What
from bot.core.programme.columns import span_of
from bot.core.programme.freshness import Freshness
from bot.core.programme.programme import Programme, build_programme, schedule_of
from bot.core.schedules.occurrences import occurrences
from bot.core.schedules.schedule import Schedule, read_schedule

TODAY = date(2026, 11, 25)
SOURCE = Source(url="https://club.nl/", dated="2026-10-01", read=date(2026, 11, 1))


def organisation(identity: str = "club", **fields: object) -> Organisation:
    known: dict[str, object] = {
        "name": identity,
        "kind": "inloop",
        "summary": "",
        "status": Status.ACTIVE,
        "source": SOURCE,
    }
    return Organisation(id=identity, **{**known, **fields})  # type: ignore[arg-type]


def activity(identity: str, **fields: object) -> Activity:
    known: dict[str, object] = {
        "organisation": "club",
        "name": identity,
        "kind": None,
        "location": None,
        "source": SOURCE,
    }
    return Activity(id=identity, **{**known, **fields})  # type: ignore[arg-type]


def on_the_first(what: What, **fields: object) -> Change:
    """A change of the first of December."""
    known: dict[str, object] = {
        "scope": Scope.ACTIVITY,
        "subject": "a",
        "first": date(2026, 12, 1),
        "last": date(2026, 12, 1),
        "entered": datetime(2026, 11, 20),
        "effective": date(2026, 11, 20),
        "author": Author.COORDINATOR,
    }
    return Change(id="c", what=what, **{**known, **fields})  # type: ignore[arg-type]


def programme(*activities: Activity, holder: Organisation | None = None) -> Programme:
    place = Location(id="huis", name="Huis", town="Emmen", lat=52.78, lon=6.9)
    return build_programme({"club": holder or organisation()}, {"huis": place}, activities)


def test_what_has_stopped_is_left_out() -> None:
    here = programme(activity("a", status=Status.STOPPED), activity("b"))
    assert [one.id for one in here.activities] == ["b"]
    assert programme(activity("a"), holder=organisation(status=Status.STOPPED)).activities == ()


def test_activities_are_found_by_their_id() -> None:
    here = programme(activity("b"), activity("a"))
    assert [here.activity(one) for one in ("a", "b", "c")] == [
        activity("a"),
        activity("b"),
        None,
    ]


def test_an_empty_programme_can_be_built() -> None:
    assert programme().activities == ()


def test_without_an_address_the_towns_that_are_served_count() -> None:
    here = programme(
        activity("a"),
        activity("b", location="huis"),
        activity("c", format=Format.ONLINE),
        holder=organisation(served=((52.1, 5.1), (52.2, 5.2)), areas=("Utrecht",)),
    )
    assert here.point_of.tolist() == [0, 0, 1]
    assert here.lat.tolist() == [52.1, 52.2, 52.78]
    assert (here.remote.tolist(), here.by_area) == ([2], {})


def test_without_any_town_the_province_counts() -> None:
    here = programme(activity("a"), holder=organisation(areas=("Drenthe", "Fryslân")))
    assert {area: found.tolist() for area, found in here.by_area.items()} == {
        "Drenthe": [0],
        "Fryslân": [0],
    }


def test_the_organisations_word_counts_where_it_is_worse() -> None:
    here = programme(activity("a"), holder=organisation(status=Status.PILOT))
    assert here.status(here.activities[0]) is Status.PILOT
    assert here.freshness(here.activities[0], TODAY) is Freshness.AGEING


def test_the_source_of_the_organisation_counts_where_there_is_no_other() -> None:
    old = Source(url="https://club.nl/", dated="2019", read=date(2026, 11, 1))
    here = programme(activity("a", source=None), activity("b"), holder=organisation(source=old))
    assert [here.is_stale(one, TODAY) for one in here.activities] == [True, False]


def test_a_schedule_is_read_with_its_exceptions() -> None:
    one = activity("a", when="elke dinsdag 10.00-12.00", except_="1 december 2026")
    here = programme(one)
    dates = here.dates(one, date(2026, 11, 30), 10, TODAY)
    assert [day_of(day) for day in dates or ()] == [date(2026, 12, 8)]
    assert schedule_of(activity("b")) is None


def test_dates_are_told_with_the_changes_to_them() -> None:
    change = on_the_first(What.CANCELLED, scope=Scope.LOCATION, subject="huis")
    one = activity("a", when="elke dinsdag 10.00-12.00", location="huis")
    place = Location(id="huis", name="Huis", town="Emmen", lat=52.78, lon=6.9)
    here = build_programme({"club": organisation()}, {"huis": place}, [one], [change])
    dates = here.dates(one, date(2026, 11, 30), 10, TODAY)
    assert [is_off(day) for day in dates or ()] == [True, False]
    assert here.columns.changed.tolist() == [True]


def test_a_date_that_goes_to_another_day_is_told_from_either_side() -> None:
    change = on_the_first(What.OTHER_TIME, day=date(2026, 12, 5))
    one = activity("a", when="elke dinsdag 10.00-12.00")
    here = build_programme({"club": organisation()}, {}, [one], [change])
    later = here.dates(one, date(2026, 12, 4), 2, TODAY)
    sooner = here.dates(one, date(2026, 11, 30), 2, TODAY)
    assert [day_of(day) for day in later or ()] == [date(2026, 12, 5)]
    assert sooner == ()


PHRASES = (
    "elke dinsdag 10.00-12.00",
    "maandag en woensdag van 9.00 tot 16.00 uur",
    "elke dag",
    "om de week op maandag vanaf 7 december 2026 10-12 uur",
    "elke 2e en 4e donderdag van de maand",
    "laatste vrijdag van de maand 14.00-16.00",
    "de maandag voor de derde dinsdag van de maand 19.30",
    "8 bijeenkomsten vanaf 7 januari 2027, elke donderdag 19.00-21.00",
    "3, 10 en 17 december 2026 14.00 uur",
    "elke woensdag in de oneven weken",
    "elke werkdag, behalve feestdagen",
    "elke zaterdag tot en met 19 december 2026",
    "elke dinsdag, in december op woensdag",
    "op de 15e van de maand",
    "op afspraak",
    "eens in de maand op vrijdag",
)


@given(st.sampled_from(PHRASES), st.dates(date(2026, 10, 1), date(2027, 6, 1)))
def test_no_date_falls_outside_the_span_that_a_search_goes_by(words: str, first: date) -> None:
    schedule = read_schedule(words, anchor=TODAY)
    assert isinstance(schedule, Schedule)
    span = span_of(schedule)
    for one in occurrences(schedule, first, first + timedelta(days=40)) or ():
        day = day_of(one)
        assert span.weekdays & (1 << day.weekday())
        assert span.first <= day.toordinal() <= span.last
