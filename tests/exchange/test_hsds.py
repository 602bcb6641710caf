"""HSDS: the required fields are there, and rows are split around what is not on."""

import json
from datetime import date, datetime
from uuid import UUID

from dateutil.rrule import rrulestr

from bot.core.model import Aspect, Fact, Status, Tri
from bot.core.programme.changes import Change, What
from bot.core.programme.programme import schedule_of
from bot.core.schedules.occurrences import occurrences
from bot.exchange.hsds.page import write_hsds
from bot.exchange.listing import Listing
from tests.exchange.programme_pieces import HORIZON, change, listing

Row = dict[str, object]


def service(one: Listing, *changes: Change) -> dict:  # type: ignore[type-arg]
    page = json.loads(write_hsds([one], {one.activity.id: changes}, HORIZON).content)
    assert page["total_items"] == 1
    return dict(page["contents"][0])


def days(rows: list[Row]) -> list[str]:
    """The days that the rows of a service give, as another program reads them."""
    found: set[str] = set()
    for row in rows:
        parts = [f"{key.upper()}={row[key]}" for key in ("freq", "interval", "byday", "bymonthday")
                 if key in row]  # fmt: skip
        rule = rrulestr(";".join(parts), dtstart=datetime.fromisoformat(f"{row['dtstart']}T00:00"))
        last = datetime.fromisoformat(f"{row.get('until', HORIZON.last)}T00:00")
        found |= {
            f"{moment:%Y-%m-%d}" for moment in rule.between(datetime(2026, 1, 1), last, True)
        }
    return sorted(found)


def ours(one: Listing, *gone: date) -> list[str]:
    schedule = schedule_of(one.activity)
    dates = (schedule and occurrences(schedule, HORIZON.first, HORIZON.last)) or ()
    starts = (each.start for each in dates)
    return sorted(str(start)[:10] for start in starts if str(start)[:10] not in map(str, gone))


def test_the_required_fields_are_there() -> None:
    told = service(listing(facts={Aspect.COST: Fact(value=Tri.NO, detail="gratis")}))
    assert {"id", "name", "status"} <= told.keys()
    assert told["fees_description"] == "kosten: nee, gratis"
    assert {"id", "name", "description"} <= told["organization"].keys()
    place = told["service_at_locations"][0]["location"]
    assert {"id", "location_type"} <= place.keys()
    address = place["addresses"][0]
    required = {"id", "address_1", "city", "state_province", "postal_code", "country"}
    assert required | {"address_type"} <= address.keys()
    assert str(UUID(told["id"])) == told["id"]


def test_an_endless_weekly_group_is_one_row() -> None:
    (row,) = service(listing())["schedules"]
    assert (row["freq"], row["byday"], row["opens_at"], row["closes_at"]) == (
        "WEEKLY",
        "TH",
        "19:30",
        "21:00",
    )
    assert "until" not in row


def test_a_rank_in_the_month_is_said() -> None:
    (row,) = service(listing("elke tweede donderdag van de maand 19.30-21.00"))["schedules"]
    assert (row["freq"], row["byday"]) == ("MONTHLY", "2TH")


def test_a_cancelled_date_splits_the_row() -> None:
    gone = date(2026, 12, 3)
    told = service(listing(), change(What.CANCELLED, gone, reason="ziekte"))
    assert len(told["schedules"]) == 2
    assert days(told["schedules"]) == ours(listing(), gone)
    assert told["alert"] == "2026-12-03 vervalt: ziekte"


def test_public_holidays_are_left_out_by_splitting() -> None:
    one = listing("elke maandag 10.00-12.00", except_="feestdagen")
    assert days(service(one)["schedules"]) == ours(one)


def test_dates_without_a_rule_have_a_row_each() -> None:
    one = listing("de maandag voor de derde dinsdag van de maand 10.00-12.00")
    assert days(service(one)["schedules"]) == ours(one)


def test_what_is_closed_for_a_while_says_so() -> None:
    assert service(listing(status=Status.PAUSED))["status"] == "temporarily closed"


def test_the_same_activity_keeps_its_id() -> None:
    assert service(listing())["id"] == service(listing("elke maandag 10.00"))["id"]


def test_the_zone_is_reported_as_lost() -> None:
    losses = write_hsds([listing()], {}, HORIZON).losses
    assert ["er is geen tijdzone" in loss.reason for loss in losses] == [True]
