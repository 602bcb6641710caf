"""How much a source can still be relied on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.model import Activity, Organisation, Origin, Source, Status
from bot.core.programme.freshness import (
    TERMS,
    Freshness,
    Witness,
    due_on,
    duties,
    freshness_of,
    known_on,
    stale_from,
    witness_of,
)

TODAY = date(2026, 11, 25)
READ = date(2026, 11, 22)
FRESH, AGEING, STALE = Freshness.FRESH, Freshness.AGEING, Freshness.STALE


def page(
    dated: str | None = None, read: date | None = READ, url: str = "https://de.club/"
) -> Source:
    return Source(url=url, name="De Club", dated=dated, read=read)


@pytest.mark.parametrize(
    ("source", "witness"),
    [
        (page("2026-10-01"), Witness.PAGE),
        (page(), Witness.UNDATED),
        (page("2022-03-06", url="https://klazienaveenlokaal.nl/2022/03/06/x/"), Witness.NEWS),
        (page("2022", url="https://www.rtvdrenthe.nl/nieuws/1"), Witness.NEWS),
        (page("2022", url="https://www.wijkconnect.com/drachten"), Witness.LISTING),
        (page(url="https://aa-nederland.nl/meetings.json"), Witness.FEED),
        (Source(url="tel:0591123456", dated="2026-11-01"), Witness.ASKED),
        (
            Source(url="https://de.club/", name="De Club, gebeld", dated="2026-11-01"),
            Witness.ASKED,
        ),
    ],
)
def test_the_kind_of_source_shows_in_its_name_and_address(
    source: Source, witness: Witness
) -> None:
    assert witness_of(source) is witness


@pytest.mark.parametrize(
    ("source", "status", "freshness"),
    [
        (page("2026-10-01"), Status.ACTIVE, FRESH),
        (page("2025-11-25"), Status.ACTIVE, FRESH),
        (page("2025-11-24"), Status.ACTIVE, AGEING),
        (page("2023-11-26"), Status.ACTIVE, AGEING),
        (page("2023-11-25"), Status.ACTIVE, STALE),
        (page("2026"), Status.ACTIVE, FRESH),
        (page("2019-11"), Status.ACTIVE, STALE),
        (page("2026-10-01"), Status.UNVERIFIED, AGEING),
        (page("2026-10-01"), Status.PAUSED, AGEING),
        (page(), Status.ACTIVE, AGEING),
        (page(read=date(2024, 11, 1)), Status.ACTIVE, STALE),
        (page(read=None), Status.ACTIVE, AGEING),
        (page("2025-11", url="https://www.rtvnoord.nl/x"), Status.ACTIVE, AGEING),
        (page("2024-11-01", url="https://www.rtvnoord.nl/x"), Status.ACTIVE, STALE),
        (page(url="https://na.nl/feed.json"), Status.ACTIVE, FRESH),
        (page(url="https://na.nl/feed.json", read=date(2026, 9, 1)), Status.ACTIVE, AGEING),
    ],
)
def test_a_source_ages_by_its_kind(source: Source, status: Status, freshness: Freshness) -> None:
    assert freshness_of(source, status, TODAY) is freshness


def test_a_page_that_says_a_later_day_than_it_was_read_counts_from_the_reading() -> None:
    assert known_on(page("2027-01-01")) == READ


sources = st.builds(
    page,
    st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1)).map(date.isoformat),
    st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1)),
    st.sampled_from(["https://de.club/", "https://rtvnoord.nl/x", "https://na.nl/feed.json"]),
)


@given(source=sources, status=st.sampled_from(Status), days=st.integers(0, 5000))
def test_nothing_gets_fresher_by_waiting(source: Source, status: Status, days: int) -> None:
    order = (FRESH, AGEING, STALE)
    now = freshness_of(source, status, TODAY)
    later = freshness_of(source, status, TODAY + timedelta(days=days))
    assert order.index(later) >= order.index(now)


@given(source=sources, status=st.sampled_from(Status), today=st.dates(date(2012, 1, 1)))
def test_a_source_is_stale_from_the_day_that_is_said(
    source: Source, status: Status, today: date
) -> None:
    assert (freshness_of(source, status, today) is STALE) == (today >= stale_from(source))


def test_every_kind_of_source_is_looked_at_again_before_it_is_stale() -> None:
    assert set(TERMS) == set(Witness)
    assert all(term.check < term.stale and term.fresh < term.stale for term in TERMS.values())


def test_who_is_not_sure_is_asked_twice_as_often() -> None:
    sure, unsure = due_on(page(), Status.ACTIVE), due_on(page(), Status.UNVERIFIED)
    assert (sure - READ).days == 2 * (unsure - READ).days


def test_what_is_stale_already_is_asked_after_within_a_month() -> None:
    assert (due_on(page("2018-06"), Status.ACTIVE) - READ).days == 30


def organisation(identity: str, source: Source, editor: str = "") -> Organisation:
    return Organisation(
        id=identity,
        name=identity.title(),
        kind="inloop",
        summary="",
        status=Status.ACTIVE,
        source=source,
        editor=editor,
        origin=Origin(path=f"organisaties/{identity}.yaml", line=1),
    )


def activity(holder: str, name: str, source: Source | None = None) -> Activity:
    return Activity(
        id=f"{holder}/{name}",
        organisation=holder,
        name=name,
        kind=None,
        location=None,
        source=source,
    )


def test_each_source_is_one_duty_and_the_soonest_comes_first() -> None:
    old = page(read=date(2026, 1, 1))
    found = duties(
        [organisation("nieuw", page(), "Ria"), organisation("oud", old)],
        [activity("oud", "inloop"), activity("oud", "koor", page(url="https://koor.nl/"))],
        TODAY,
    )
    assert [(duty.organisation, duty.activities) for duty in found] == [
        ("oud", ("inloop",)),
        ("nieuw", ()),
        ("oud", ("koor",)),
    ]
    assert [duty.editor for duty in found] == ["", "Ria", ""]


def test_what_nobody_ever_read_is_due_at_once() -> None:
    found = duties([organisation("club", page(read=None))], [], TODAY)
    assert found[0].due < TODAY
