"""The calendar file that goes with a reply."""

from datetime import date, datetime

import recurring_ical_events
from icalendar import Calendar

from bot.core.model import Activity, Kind, Organisation, Source, Status
from bot.core.programme.changes import Author, Change, Scope, What
from bot.core.programme.programme import Programme, build_programme
from bot.core.reply import Bubble, Reply
from bot.exchange.icalendar.card import with_calendars
from bot.exchange.plan import horizon_from

NOW = datetime(2026, 11, 25, 14)
SOURCE = Source(url="https://club.example/", read=date(2026, 11, 1))
CLUB = Organisation(
    id="club", name="Club", kind="inloop", summary="", status=Status.ACTIVE, source=SOURCE
)
REPLY = Reply(bubbles=(Bubble(pieces=("hier",), calendar="club/groep"),))


def programme(when: str, name: str = "Groep", *changes: Change) -> Programme:
    one = Activity(
        id="club/groep",
        organisation="club",
        name=name,
        kind=Kind.PEER_GROUP,
        location=None,
        when=when,
        source=SOURCE,
    )
    return build_programme({"club": CLUB}, {}, [one], changes)


def change(what: What, day: date, **fields: object) -> Change:
    known = {"scope": Scope.ACTIVITY, "subject": "club/groep", "first": day, "last": day}
    known |= {"entered": NOW, "effective": NOW.date(), "author": Author.COORDINATOR}
    return Change(id=f"{what}-{day}", what=what, **{**known, **fields})  # type: ignore[arg-type]


def test_what_is_cancelled_and_what_is_moved_stand_in_the_file() -> None:
    here = programme(
        "elke vrijdag 19.00-20.30",
        "Groep",
        change(What.CANCELLED, date(2026, 12, 4), reason="zaal bezet"),
        change(What.MOVED, date(2026, 12, 11), place="de bieb"),
    )
    document = with_calendars(REPLY, here, horizon_from(NOW)).bubbles[0].document
    assert document is not None
    found = recurring_ical_events.of(Calendar.from_ical(document.content)).between(
        date(2026, 11, 27), date(2026, 12, 12)
    )
    assert [(str(one["SUMMARY"]), str(one["STATUS"])) for one in found] == [
        ("Groep", "CONFIRMED"),
        ("Vervalt: Groep", "CANCELLED"),
        ("Andere plek: Groep", "CONFIRMED"),
    ]


def test_the_name_of_the_file_is_safe_whatever_the_activity_is_called() -> None:
    here = programme("elke vrijdag 19.00-20.30", "../Café «Ünïek» /\r\n..\u202e")
    document = with_calendars(REPLY, here, horizon_from(NOW)).bubbles[0].document
    assert document is not None and document.name == "cafe-uniek.ics"


def test_without_fixed_dates_there_is_no_file() -> None:
    reply = with_calendars(REPLY, programme("eens in de maand op vrijdag"), horizon_from(NOW))
    assert reply.bubbles[0].document is None


def test_an_activity_that_is_gone_leaves_the_words_alone() -> None:
    gone = Reply(bubbles=(Bubble(pieces=("hier",), calendar="club/weg"),))
    assert with_calendars(gone, programme("elke vrijdag 19.00"), horizon_from(NOW)) == gone
