"""schema.org: a named zone, exception dates, and what is different as events of their own."""

import json
from datetime import date, time
from typing import Any

from bot.core.model import Aspect, Audience, Contact, Fact, Format, Tri
from bot.core.programme.changes import Change, What
from bot.exchange.listing import Listing
from bot.exchange.schema_org import write_schema_org
from tests.exchange.programme_pieces import HORIZON, change, listing


def event(one: Listing, *changes: Change) -> dict[str, Any]:
    graph = json.loads(write_schema_org([one], {one.activity.id: changes}, HORIZON).content)
    assert graph["@context"] == "https://schema.org"
    return dict(graph["@graph"][0])


def test_a_weekly_group_has_a_schedule_with_a_named_zone() -> None:
    (schedule,) = event(listing())["eventSchedule"]
    assert schedule == {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "byDay": ["https://schema.org/Thursday"],
        "startDate": "2026-11-26",
        "startTime": "19:30:00",
        "endTime": "21:00:00",
        "scheduleTimezone": "Europe/Amsterdam",
    }


def test_a_rank_and_a_fortnight_are_said() -> None:
    (ranked,) = event(listing("elke tweede donderdag van de maand 19.30-21.00"))["eventSchedule"]
    assert (ranked["repeatFrequency"], ranked["byDay"]) == ("P1M", ["2TH"])
    fortnight = "om de week op donderdag 19.30-21.00 vanaf 26 november 2026"
    assert event(listing(fortnight))["eventSchedule"][0]["repeatFrequency"] == "P2W"


def test_exceptions_are_dates_with_their_distance_to_utc() -> None:
    told = event(listing(except_="31 december 2026 en 3 juni 2027"))
    assert told["eventSchedule"][0]["exceptDate"] == [
        "2026-12-31T19:30:00+01:00",
        "2027-06-03T19:30:00+02:00",
    ]


def test_a_cancelled_and_a_later_date_are_events_of_their_own() -> None:
    cancelled = change(What.CANCELLED, date(2026, 12, 3), reason="ziekte")
    later = change(What.OTHER_TIME, date(2026, 12, 10), opens=time(20, 30))
    told = event(listing(), cancelled, later)
    first, second = told["subEvent"]
    assert (first["eventStatus"], first["description"]) == (
        "https://schema.org/EventCancelled",
        "ziekte",
    )
    assert (second["eventStatus"], second["previousStartDate"]) == (
        "https://schema.org/EventRescheduled",
        "2026-12-10T19:30:00+01:00",
    )
    assert len(told["eventSchedule"][0]["exceptDate"]) == 2


def test_a_moved_date_names_its_new_place() -> None:
    moved = change(What.MOVED, date(2026, 12, 3), place="de bieb")
    (sub,) = event(listing(), moved)["subEvent"]
    assert sub["location"] == {"@type": "Place", "name": "de bieb"}


def test_online_free_and_audience_are_said() -> None:
    told = event(
        listing(
            format=Format.ONLINE,
            audiences=(Audience.LOVED_ONES,),
            facts={Aspect.COST: Fact(value=Tri.NO)},
            contact=Contact(web="https://meet.proef.example"),
        )
    )
    assert told["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert told["location"] == {"@type": "VirtualLocation", "url": "https://meet.proef.example"}
    assert told["isAccessibleForFree"] is True
    assert told["audience"] == [{"@type": "Audience", "audienceType": "naasten"}]


def test_what_is_not_known_is_not_said() -> None:
    told = event(listing(""))
    assert not {"startDate", "eventSchedule", "isAccessibleForFree"} & told.keys()


def test_dates_without_a_rule_are_listed() -> None:
    told = event(listing("elke donderdag in de even weken 19.30-21.00"))
    assert "eventSchedule" not in told
    assert told["subEvent"][0]["startDate"] == "2026-11-26T19:30:00+01:00"
