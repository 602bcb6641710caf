"""What is found around a place, against a search that looks at everything."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.message import Place, Slots, When
from bot.core.model import (
    Activity,
    Audience,
    Format,
    Kind,
    Location,
    Occurrence,
    Organisation,
    Part,
    Source,
    Status,
    Theme,
)
from bot.core.places.distance import kilometres, way_round
from bot.core.programme.changed import Changed, day_of, is_off, moment_of
from bot.core.programme.changes import Author, Change, Scope, What
from bot.core.programme.programme import Programme, build_programme
from bot.core.programme.search import (
    MUCH_NEARER,
    NEARBY,
    Match,
    Matches,
    is_over,
    match_of,
    search,
)

READ = date(2026, 11, 1)
FRESH = Source(url="https://club.nl/", dated="2026-10-01", read=READ)
STALE = Source(url="https://club.nl/", dated="2019", read=READ)
NOW = datetime(2026, 11, 25, 14, 0)
TODAY = NOW.date()
ZWOLLE = Place(name="Zwolle", lat=52.51, lon=6.09, province="Overijssel")


def organisation(identity: str = "club", **fields: object) -> Organisation:
    known: dict[str, object] = {
        "name": identity.title(),
        "kind": "inloop",
        "summary": "",
        "status": Status.ACTIVE,
        "source": FRESH,
    }
    return Organisation(id=identity, **{**known, **fields})  # type: ignore[arg-type]


def meeting(identity: str, when: str = "", *, north: float = 0.0, **fields: object) -> Activity:
    """An activity so many kilometres to the north of Zwolle; its location is made with it."""
    known: dict[str, object] = {
        "organisation": "club",
        "name": identity,
        "kind": Kind.DROP_IN,
        "location": f"{north}",
        "when": when,
        "source": FRESH,
    }
    return Activity(id=identity, **{**known, **fields})  # type: ignore[arg-type]


def programme(*activities: Activity, changes: Sequence[Change] = ()) -> Programme:
    places = {one.location for one in activities if one.location}
    locations = {
        place: Location(
            id=place, name="", town="", lat=ZWOLLE.lat + float(place) / 111.2, lon=ZWOLLE.lon
        )
        for place in places
    }
    return build_programme(
        {"club": organisation(areas=("Overijssel",))}, locations, activities, changes
    )


def change(what: What, subject: str, day: date = TODAY, **fields: object) -> Change:
    known: dict[str, object] = {
        "id": f"{what}-{subject}",
        "scope": Scope.ACTIVITY,
        "last": day,
        "entered": datetime(2026, 11, 20),
        "effective": date(2026, 11, 20),
        "author": Author.COORDINATOR,
    }
    return Change(what=what, subject=subject, first=day, **{**known, **fields})  # type: ignore[arg-type]


def ids(matches: Sequence[Match]) -> list[str]:
    return [match.activity.id for match in matches]


def near(found: Programme, now: datetime = NOW, **asked: object) -> list[str]:
    return ids(search(found, Slots(place=ZWOLLE, **asked), now).near)  # type: ignore[arg-type]


WEEK = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


# Nearest today, this week and of all


def test_the_nearest_today_this_week_and_of_all_are_always_shown() -> None:
    close = [meeting(f"a{n}", north=n / 10) for n in range(9)]
    found = programme(
        *close,
        meeting("week", "elke zondag 10.00-12.00", north=12),
        meeting("vandaag", "elke woensdag 19.00-21.00", north=20),
    )
    assert near(found) == ["a0", "a1", "a2", "week", "vandaag"]


def test_what_is_over_today_is_not_the_nearest_today() -> None:
    early = meeting("vroeg", "elke woensdag 9.00-10.00", north=3)
    late = meeting("laat", "elke woensdag 19.00-21.00", north=30)
    rest = [meeting(f"a{n}", north=n / 10) for n in range(9)]
    assert near(programme(early, late, *rest)) == ["a0", "a1", "a2", "a3", "laat"]


@pytest.mark.parametrize(
    ("now", "on"),
    [
        ("2026-11-25T14:59", True),
        ("2026-11-25T15:00", False),
        ("2026-11-25T13:59", True),
        ("2026-11-25T14:00", True),
    ],
)
def test_it_is_on_until_the_minute_it_ends(now: str, on: bool) -> None:
    found = programme(meeting("a", "elke woensdag 14.00-15.00"))
    match = search(found, Slots(place=ZWOLLE), datetime.fromisoformat(now)).near[0]
    assert match.next is not None
    assert (day_of(match.next) == TODAY) == on


def test_what_began_last_night_is_still_on_after_midnight() -> None:
    found = programme(meeting("a", "elke dinsdag 23.30-1.00 uur"), meeting("b", north=0.1))
    after = datetime(2026, 11, 25, 0, 15)
    match = search(found, Slots(place=ZWOLLE), after, limit=2).near[0]
    assert match.next is not None and match.next.start == datetime(2026, 11, 24, 23, 30)


def test_what_has_ended_for_good_is_no_longer_found() -> None:
    over = meeting("voorbij", "3 dinsdagen vanaf 3 november 2026, 10.00-12.00")
    found = programme(over, meeting("nu", "elke dinsdag 10.00-12.00", north=5))
    assert (near(found), near(found, datetime(2026, 11, 17, 9))) == (["nu"], ["voorbij", "nu"])


def test_of_what_is_equally_near_the_soonest_comes_first() -> None:
    later = meeting("a", "elke dinsdag 10.00-12.00")
    assert near(programme(later, meeting("b", "elke donderdag 10.00-12.00"))) == ["b", "a"]


def test_at_the_very_spot_the_distance_is_nothing() -> None:
    match = search(programme(meeting("a")), Slots(place=ZWOLLE), NOW).near[0]
    assert match.kilometres == 0.0


# Days


def test_what_is_not_on_the_day_asked_for_is_left_out_where_something_is() -> None:
    found = programme(
        meeting("di", "elke dinsdag 10.00-12.00", north=1),
        meeting("do", "elke donderdag 10.00-12.00", north=2),
    )
    day = date(2026, 11, 26)
    assert near(found, when=When(start=day, end=day)) == ["do"]


def test_where_nothing_is_on_that_day_the_days_after_it_are_shown() -> None:
    found = programme(meeting("di", "elke dinsdag 10.00-12.00", north=1))
    day = date(2026, 11, 26)
    matches = search(found, Slots(place=ZWOLLE, when=When(start=day, end=day)), NOW)
    assert (ids(matches.near), matches.on_time) == (["di"], False)
    assert matches.near[0].next is not None
    assert day_of(matches.near[0].next) == date(2026, 12, 1)


def test_what_is_much_nearer_on_another_day_is_shown_too() -> None:
    found = programme(
        meeting("do", "elke donderdag 10.00-12.00", north=20),
        meeting("vr", "elke vrijdag 10.00-12.00", north=2),
        meeting("za", "elke zaterdag 10.00-12.00", north=11),
    )
    day = date(2026, 11, 26)
    matches = search(found, Slots(place=ZWOLLE, when=When(start=day, end=day)), NOW)
    assert (ids(matches.near), matches.on_time) == (["do", "vr"], True)


def test_far_off_on_that_day_comes_after_what_is_near_on_another() -> None:
    found = programme(
        meeting("do", "elke donderdag 10.00-12.00", north=60),
        meeting("vr", "elke vrijdag 10.00-12.00", north=2),
    )
    day = date(2026, 11, 26)
    matches = search(found, Slots(place=ZWOLLE, when=When(start=day, end=day)), NOW)
    assert ids(matches.near) == ["vr", "do"]
    assert matches.on_time and (matches.nearest_on_time or 0) > NEARBY


@pytest.mark.parametrize(
    ("part", "found"),
    [(Part.MORNING, ["a"]), (Part.AFTERNOON, ["b"]), (Part.EVENING, ["c"])],
)
def test_a_part_of_the_day_may_be_asked_for(part: Part, found: list[str]) -> None:
    here = programme(
        meeting("a", "elke donderdag 9.00-11.00"),
        meeting("b", "elke donderdag 13.00-15.00"),
        meeting("c", "elke donderdag 19.30-21.00"),
    )
    assert near(here, when=When(part=part)) == found


# Kinds, themes, audiences, forms


def test_a_neighbouring_kind_comes_after_the_kind_asked_for() -> None:
    found = programme(
        meeting("lotgenoten", kind=Kind.PEER_GROUP, north=1),
        meeting("herstel", kind=Kind.RECOVERY_GROUP, north=9),
        meeting("koor", kind=Kind.CREATIVE, north=0.1),
    )
    assert near(found, kind=Kind.RECOVERY_GROUP) == ["herstel", "lotgenoten"]


def test_where_the_kind_is_nowhere_near_other_kinds_are_shown_beside_it() -> None:
    found = programme(
        meeting("ver", kind=Kind.WALK, north=40), meeting("dichtbij", kind=Kind.MEAL, north=1)
    )
    matches = search(found, Slots(place=ZWOLLE, kind=Kind.WALK), NOW)
    assert (ids(matches.near), matches.exact) == (["dichtbij", "ver"], False)


def test_far_off_what_is_much_nearer_is_shown_beside_the_kind_asked_for() -> None:
    found = programme(
        meeting("ver", kind=Kind.WALK, north=68), meeting("minder ver", kind=Kind.MEAL, north=31)
    )
    matches = search(found, Slots(place=ZWOLLE, kind=Kind.WALK), NOW)
    assert (ids(matches.near), matches.exact) == (["minder ver", "ver"], False)


def test_far_off_what_is_hardly_nearer_is_left_out() -> None:
    found = programme(
        meeting("ver", kind=Kind.WALK, north=36), meeting("ook ver", kind=Kind.MEAL, north=31)
    )
    matches = search(found, Slots(place=ZWOLLE, kind=Kind.WALK), NOW)
    assert (ids(matches.near), matches.exact) == (["ver"], True)


def test_addiction_stands_for_each_of_its_kinds() -> None:
    found = programme(
        meeting("drank", themes=(Theme.ALCOHOL,), north=1),
        meeting("rouw", themes=(Theme.GRIEF,), north=2),
        meeting("iedereen", north=3),
    )
    assert near(found, themes=(Theme.ADDICTION,)) == ["drank", "iedereen"]


def test_what_is_for_some_only_is_shown_to_who_asks_for_it() -> None:
    found = programme(meeting("jong", audiences=(Audience.YOUNG,)), meeting("allen", north=1))
    assert near(found) == ["allen"]
    assert near(found, audiences=(Audience.YOUNG,)) == ["jong", "allen"]


def test_what_is_online_stands_apart_and_the_soonest_comes_first() -> None:
    online = {"format": Format.ONLINE, "location": None}
    found = programme(
        meeting("hier"),
        *(
            meeting(f"{n}-{day}", f"elke {day} 20.00-21.00", **online)
            for n, day in enumerate(WEEK)
        ),
    )
    matches = search(found, Slots(place=ZWOLLE), NOW)
    assert ids(matches.near) == ["hier"]
    assert ids(matches.anywhere) == ["2-woensdag", "3-donderdag", "4-vrijdag"]


def test_who_asks_for_online_gets_nothing_else() -> None:
    found = programme(
        meeting("hier"),
        meeting("bel", format=Format.PHONE, location=None),
        meeting("online", format=Format.ONLINE, location=None),
    )
    matches = search(found, Slots(place=ZWOLLE, format=Format.ONLINE), NOW)
    assert (ids(matches.near), ids(matches.anywhere)) == ([], ["online", "bel"])


# Old and changed


def test_what_is_stale_comes_last_and_promises_no_date() -> None:
    found = programme(
        meeting("oud", "elke woensdag 19.00-21.00", north=1, source=STALE), meeting("b", north=20)
    )
    matches = search(found, Slots(place=ZWOLLE), NOW)
    assert [(one.activity.id, one.stale, one.next) for one in matches.near] == [
        ("b", False, None),
        ("oud", True, None),
    ]


def test_a_cancelled_date_is_told_with_its_reason_and_the_next_one_is_shown() -> None:
    found = programme(
        meeting("a", "elke woensdag 19.00-21.00"),
        changes=[change(What.CANCELLED, "a", reason="ziekte")],
    )
    match = search(found, Slots(place=ZWOLLE), NOW).near[0]
    assert [(day_of(one), one.reason) for one in match.cancelled] == [(TODAY, "ziekte")]
    assert match.next is not None and day_of(match.next) == TODAY + timedelta(days=7)


def test_what_is_cancelled_on_the_day_asked_for_is_shown_beside_what_goes_on() -> None:
    found = programme(
        meeting("uit", "elke donderdag 19.00-21.00", north=1),
        *(meeting(f"b{n}", "elke donderdag 19.00-21.00", north=n) for n in range(2, 9)),
        changes=[change(What.CANCELLED, "uit", date(2026, 11, 26))],
    )
    day = date(2026, 11, 26)
    assert near(found, when=When(start=day, end=day)) == ["b2", "b3", "b4", "b5", "uit"]


def test_an_extra_date_is_found_on_its_day() -> None:
    found = programme(
        meeting("a", "elke maandag 10.00-12.00"),
        changes=[change(What.EXTRA, "a", date(2026, 11, 26), opens=time(14), closes=time(16))],
    )
    day = date(2026, 11, 26)
    match = search(found, Slots(place=ZWOLLE, when=When(start=day, end=day)), NOW).near[0]
    assert match.on_time
    assert match.next is not None and match.next.start == datetime(2026, 11, 26, 14)


def test_an_extra_date_is_found_where_the_words_fix_none() -> None:
    found = programme(
        meeting("a", "op afspraak"),
        changes=[change(What.EXTRA, "a", date(2026, 12, 5), opens=time(14))],
    )
    match = search(found, Slots(place=ZWOLLE), NOW).near[0]
    assert match.next is not None and match.next.start == datetime(2026, 12, 5, 14)


def test_one_activity_is_told_with_its_distance_and_its_cancelled_dates() -> None:
    found = programme(
        meeting("a", "elke woensdag 19.00-21.00", north=4),
        changes=[change(What.CANCELLED, "a")],
    )
    match = match_of(found, found.activities[0], NOW, place=ZWOLLE)
    assert match.kilometres == pytest.approx(4)
    assert len(match.cancelled) == 1
    assert match_of(found, found.activities[0], NOW).kilometres is None


def test_around_the_water_counts_but_what_is_just_across_is_not_kept_silent() -> None:
    vlissingen = Place(name="Vlissingen", lat=51.4427, lon=3.5709, province="Zeeland")
    across = Location(id="breskens", name="", town="", lat=51.396, lon=3.554)
    around = Location(id="goes", name="", town="", lat=51.504, lon=3.889)
    found = build_programme(
        {"club": organisation()},
        {"breskens": across, "goes": around},
        [
            meeting("breskens", "elke dag 10.00-22.00", location="breskens"),
            meeting("goes", "elke dag 10.00-22.00", location="goes"),
        ],
    )
    matches = search(found, Slots(place=vlissingen), NOW).near
    assert ids(matches) == ["goes", "breskens"]
    assert [round(one.straight or 0) for one in matches] == [23, 5]


# Against a search that looks at everything


def all_dates(here: Programme, one: Activity, now: datetime) -> list[Occurrence]:
    if here.is_stale(one, now.date()):
        return []
    found = here.dates(one, now.date() - timedelta(days=1), 130, now.date()) or ()
    return [date for date in found if not is_over(date, now)]


class Oracle:
    """Looks at every activity, one at a time."""

    def __init__(self, here: Programme, slots: Slots, now: datetime) -> None:
        self.here, self.slots, self.now = here, slots, now
        self.when = slots.when if slots.when and (slots.when.start or slots.when.part) else None
        self.wanted = [one for one in here.activities if self.is_wanted(one)]
        self.on_site = [
            one
            for one in self.wanted
            if one.format is Format.IN_PERSON and (slots.place is None or self.points(one))
        ]

    def is_wanted(self, one: Activity) -> bool:
        slots = self.slots
        kin = {
            Kind.RECOVERY_GROUP: Kind.PEER_GROUP,
            Kind.PEER_GROUP: Kind.RECOVERY_GROUP,
            Kind.COURSE: Kind.WORKSHOP,
            Kind.WORKSHOP: Kind.COURSE,
        }
        if slots.kind and one.kind not in (slots.kind, kin.get(slots.kind, slots.kind)):
            return False
        if slots.format and (slots.format is Format.IN_PERSON) != (one.format is Format.IN_PERSON):
            return False
        if one.audiences and not set(slots.audiences) & set(one.audiences):
            return False
        return not one.themes or not slots.themes or bool(self.themes() & set(one.themes))

    def themes(self) -> set[Theme]:
        kinds = {Theme.ALCOHOL, Theme.DRUGS, Theme.GAMBLING}
        asked = set(self.slots.themes)
        if asked & kinds:
            asked.add(Theme.ADDICTION)
        return asked | kinds if Theme.ADDICTION in self.slots.themes else asked

    def fits(self, one: Activity) -> bool:
        slots = self.slots
        return (
            (slots.kind is None or one.kind is slots.kind)
            and (not slots.themes or bool(self.themes() & set(one.themes)))
            and (not slots.audiences or bool(set(slots.audiences) & set(one.audiences)))
        )

    def points(self, one: Activity) -> list[tuple[float, float]]:
        place = self.here.location(one)
        if place is not None and place.lat is not None and place.lon is not None:
            return [(place.lat, place.lon)]
        return list(self.here.organisation(one).served)

    def way(self, one: Activity) -> float:
        place = self.slots.place
        assert place is not None
        return min(way_round(place.lat, place.lon, *point) for point in self.points(one))

    def straight(self, one: Activity) -> float:
        place = self.slots.place
        assert place is not None
        return min(kilometres(place.lat, place.lon, *point) for point in self.points(one))

    def on(self, one: Activity) -> list[Occurrence]:
        return [date for date in all_dates(self.here, one, self.now) if not is_off(date)]

    def is_inside(self, one: Occurrence) -> bool:
        if self.when is None:
            return True
        day = day_of(one)
        if self.when.start and not self.when.start <= day <= (self.when.end or self.when.start):
            return False
        if self.when.part is None:
            return True
        if not isinstance(one.start, datetime):
            return one.part in (None, self.when.part)
        begin, end = {"morning": (5, 12), "evening": (17, 24)}[self.when.part]
        hours = ((one.end or one.start + timedelta(hours=1)) - one.start).total_seconds() / 3600
        return one.start.hour < end and one.start.hour + hours > begin

    def is_timely(self, one: Activity) -> bool:
        return self.when is None or any(self.is_inside(date) for date in self.on(one))

    def next(self, one: Activity) -> Occurrence | None:
        dates = self.on(one)
        start = self.when.start if self.when else None
        inside = [date for date in dates if self.is_inside(date)] if self.when else []
        later = [date for date in dates if start is None or day_of(date) >= start]
        return next(iter(inside or later or dates), None)

    def is_stale(self, one: Activity) -> bool:
        return self.here.is_stale(one, self.now.date())

    def best(self, among: list[Activity]) -> list[Activity]:
        key = lambda one: (not self.fits(one), self.is_stale(one), self.way(one), one.id)  # noqa: E731
        return sorted((one for one in among if self.way(one) <= NEARBY), key=key)

    def farthest(self, among: list[Activity]) -> list[Activity]:
        return sorted(among, key=lambda one: (not self.fits(one), self.way(one), one.id))

    def nearest(self, among: list[Activity]) -> list[Activity]:
        return sorted(among, key=lambda one: (self.way(one), one.id))[:1]

    def meant(self) -> list[Activity]:
        return [one for one in self.on_site if self.fits(one)] or self.on_site

    def falls(self, one: Activity, last: date) -> bool:
        following = self.next(one)
        return following is not None and day_of(following) <= last

    def musts(self) -> list[Activity]:
        today = self.now.date()
        start = self.when.start if self.when else None
        week = max(today, start or today) + timedelta(days=6)
        found = self.nearest(self.meant())
        found += self.nearest([one for one in self.meant() if self.falls(one, week)])
        if self.when is None:
            found += self.nearest([one for one in self.meant() if self.falls(one, today)])
        return found

    def much_nearer(self, chosen: list[Activity]) -> list[Activity]:
        """What is on this week and at least 10 km nearer than anything that is shown."""
        if not chosen:
            return []
        last = self.now.date() + timedelta(days=6)
        if self.when and self.when.start:
            last = max(last, self.when.end or self.when.start)
        soon = [one for one in self.meant() if any(day_of(day) <= last for day in self.on(one))]
        found = []
        unlike = not any(self.fits(one) and one in self.meant() for one in chosen)
        for measure in (self.way, self.straight):
            best = sorted(soon, key=lambda one: (measure(one), one.id))[:1]
            reach = min(measure(one) for one in chosen) - MUCH_NEARER
            found += [one for one in best if unlike or measure(one) <= reach]
        return found

    def called_off(self) -> list[Activity]:
        def was_on(one: Activity) -> bool:
            start = (self.when.start if self.when else None) or date.min
            following = self.next(one)
            until = day_of(following) if following else self.now.date() + timedelta(days=14)
            return not self.is_timely(one) and any(
                is_off(day) and start <= day_of(day) <= until
                for day in all_dates(self.here, one, self.now)
            )

        changed = [one for one in self.meant() if one.id in self.here.changes]
        return self.nearest([one for one in changed if was_on(one) and self.way(one) <= NEARBY])

    def choose(self, limit: int) -> tuple[list[Activity], bool]:
        home = self.best(self.on_site)[:limit]
        if self.when is None:
            home = home or self.farthest(self.on_site)[: min(limit, 3)]
            return merged([*self.musts(), *self.much_nearer(home)], home, limit), True
        timely = [one for one in self.on_site if self.is_timely(one)]
        chosen = self.best(timely)[:limit]
        if chosen:
            home = []
        else:
            chosen = self.farthest(timely)[: 1 if home else 3]
        if not chosen:
            home = home or self.farthest(self.on_site)[:3]
            musts = [*self.called_off(), *self.musts(), *self.much_nearer(home)]
            return merged(musts, home, limit), False
        together = list({one.id: one for one in [*chosen, *home]}.values())[:limit]
        musts = [*chosen[:1], *self.much_nearer(together), *self.called_off()]
        return merged(musts, together, limit), True

    def near(self, limit: int) -> tuple[list[str], bool]:
        chosen, on_time = self.choose(limit)

        def rank(one: Activity) -> tuple[bool, bool, bool, bool, float, bool, str, str]:
            following = None if self.is_stale(one) else self.next(one)
            late = not self.is_timely(one)
            soon = moment_of(following).isoformat() if following and not late else "never"
            far = self.way(one)
            other = not self.fits(one)
            if far > NEARBY:
                return True, late, False, self.is_stale(one), far, other, soon, one.id
            return False, late, other, self.is_stale(one), far, other, soon, one.id

        return [one.id for one in sorted(chosen, key=rank)], on_time

    def anywhere(self) -> list[str]:
        areas = {self.slots.place.province if self.slots.place else "", "Nederland"}
        base = max(self.now.date(), (self.when.start if self.when else None) or date.min)

        def rank(one: Activity) -> tuple[bool, bool, bool, int, str]:
            unlike = self.slots.format not in (None, Format.IN_PERSON, one.format)
            following = None if self.is_stale(one) else self.next(one)
            days = (day_of(following) - base).days if following else 7
            late = self.when is not None and not self.is_timely(one)
            stale = self.is_stale(one)
            return unlike, stale, late and not stale, 0 if stale else min(max(days, 0), 7), one.id

        reach = [
            one
            for one in self.wanted
            if self.fits(one)
            and (
                one.format is not Format.IN_PERSON
                or (not self.points(one) and areas & set(self.here.organisation(one).areas))
            )
        ]
        return [one.id for one in sorted(reach, key=rank)][:3]


def merged(musts: list[Activity], chosen: list[Activity], limit: int) -> list[Activity]:
    first = list({one.id: one for one in musts}.values())[:limit]
    return first + [one for one in chosen if one not in first][: limit - len(first)]


def expected(here: Programme, slots: Slots, now: datetime, limit: int) -> Matches:
    """The matches of a search that looks at everything, by their ids."""
    oracle = Oracle(here, slots, now)
    chosen, on_time = oracle.near(limit)
    return chosen, oracle.anywhere(), on_time  # type: ignore[return-value]


phrases = st.sampled_from(
    [
        "",
        "op afspraak",
        "eens in de maand op vrijdag",
        *(f"elke {day} {hours}" for day in WEEK for hours in ("9.00-11.00", "19.30-21.30")),
        "elke dag 13.00-17.00",
        "elke zaterdag 23.00-1.00",
        "elke 2e donderdag van de maand 19.00-21.00",
        "elke laatste vrijdag van de maand",
        "3 december 2026 14.00-16.00 uur",
        "elke woensdagavond",
    ]
)
spots = st.sampled_from(
    [f"{lat},{lon}" for lat in (51.4, 51.6, 52.3, 52.5, 52.8) for lon in (3.6, 4.3, 5.4, 6.1)]
)
holders = {
    "club": organisation(areas=("Overijssel",)),
    "land": organisation("land", areas=("Nederland",)),
    "oud": organisation("oud", served=((52.4, 6.0), (51.5, 3.7), (52.9, 5.9))),
}
locations = {
    f"{lat},{lon}": Location(id=f"{lat},{lon}", name="", town="", lat=lat, lon=lon)
    for lat in (51.4, 51.6, 52.3, 52.5, 52.8)
    for lon in (3.6, 4.3, 5.4, 6.1)
}
some_themes = st.lists(
    st.sampled_from([Theme.ALCOHOL, Theme.ADDICTION, Theme.GRIEF]), max_size=2, unique=True
)
some_audiences = st.lists(st.sampled_from([Audience.YOUNG, Audience.WOMEN]), max_size=1)
kinds = st.sampled_from([Kind.DROP_IN, Kind.PEER_GROUP, Kind.RECOVERY_GROUP, Kind.WALK])


@st.composite
def activities(draw: st.DrawFn) -> list[Activity]:
    found = []
    for number in range(draw(st.integers(0, 14))):
        online = draw(st.integers(0, 4)) == 0
        unplaced = draw(st.integers(0, 7)) == 0
        found.append(
            Activity(
                id=f"a{number:02}",
                organisation=draw(st.sampled_from(sorted(holders))),
                name=f"Groep {number}",
                kind=draw(kinds),
                location=None if online or unplaced else draw(spots),
                themes=tuple(draw(some_themes)) if draw(st.booleans()) else (),
                audiences=tuple(draw(some_audiences)) if draw(st.integers(0, 3)) == 0 else (),
                format=draw(st.sampled_from([Format.ONLINE, Format.PHONE]))
                if online
                else Format.IN_PERSON,
                when=draw(phrases),
                source=STALE if draw(st.integers(0, 5)) == 0 else FRESH,
            )
        )
    return found


@st.composite
def some_changes(draw: st.DrawFn) -> list[Change]:
    found = []
    for number in range(draw(st.integers(0, 3))):
        what = draw(st.sampled_from([What.CANCELLED, What.EXTRA, What.RESUMED, What.OTHER_TIME]))
        day = TODAY + timedelta(days=draw(st.integers(-1, 12)))
        found.append(
            replace(
                change(what, f"a{draw(st.integers(0, 13)):02}", day, opens=time(15)),
                id=f"c{number}",
                entered=datetime(2026, 11, 20, number),
            )
        )
    return found


@st.composite
def requests(draw: st.DrawFn) -> Slots:
    lat, lon = draw(st.floats(51.3, 53.0)), draw(st.floats(3.5, 6.5))
    when = None
    if draw(st.booleans()):
        start = draw(st.none() | st.integers(0, 10).map(lambda n: TODAY + timedelta(days=n)))
        end = start and draw(st.sampled_from([start, start + timedelta(days=3)]))
        part = draw(st.sampled_from([None, None, Part.MORNING, Part.EVENING]))
        when = When(start=start, end=end, part=part)
    return Slots(
        place=Place(name="Hier", lat=lat, lon=lon, province="Overijssel"),
        when=when,
        themes=tuple(draw(some_themes)) if draw(st.integers(0, 2)) == 0 else (),
        audiences=tuple(draw(some_audiences)) if draw(st.integers(0, 2)) == 0 else (),
        format=draw(st.sampled_from([None, None, None, *Format])),
    )


moments = st.sampled_from([time(0, 15), time(9, 0), time(14, 0), time(19, 30), time(23, 59)])


@settings(max_examples=600, deadline=None)
@given(
    many=activities(),
    changes=some_changes(),
    slots=requests(),
    hour=moments,
    limit=st.integers(1, 6),
)
def test_the_results_are_those_of_a_search_that_looks_at_everything(
    many: list[Activity], changes: list[Change], slots: Slots, hour: time, limit: int
) -> None:
    here = build_programme(holders, locations, many, changes)
    now = datetime.combine(TODAY, hour)
    found = search(here, slots, now, limit)
    got = ids(found.near), ids(found.anywhere), found.on_time
    assert got == expected(here, slots, now, limit)


@settings(max_examples=300, deadline=None)
@given(many=activities(), slots=requests(), kind=kinds, hour=moments)
def test_nothing_on_this_week_is_ten_kilometres_nearer_than_all_that_is_shown(
    many: list[Activity], slots: Slots, kind: Kind, hour: time
) -> None:
    here = build_programme(holders, locations, many)
    now = datetime.combine(TODAY, hour)
    slots = replace(slots, kind=kind, format=None)
    found = search(here, slots, now)
    oracle = Oracle(here, slots, now)
    week = TODAY + timedelta(days=6)
    on = [one for one in oracle.on_site if oracle.fits(one)]
    soon = [one for one in on if any(day_of(day) <= week for day in oracle.on(one))]
    nearest = min((oracle.straight(one) for one in soon), default=999.0)
    shown = min((match.straight or 0.0 for match in found.near), default=999.0)
    assert shown - nearest < MUCH_NEARER or shown == nearest == 999.0


@settings(max_examples=200, deadline=None)
@given(many=activities(), slots=requests(), hour=moments)
def test_every_date_that_is_shown_is_one_that_the_words_and_changes_give(
    many: list[Activity], slots: Slots, hour: time
) -> None:
    here = build_programme(holders, locations, many)
    now = datetime.combine(TODAY, hour)
    for match in (*search(here, slots, now).near, *search(here, slots, now).anywhere):
        if match.next is not None:
            assert match.next in all_dates(here, match.activity, now)
            assert not isinstance(match.next, Changed)
