"""When an activity is, as residents read it."""

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from bot.core.message import When
from bot.core.model import Activity, Contact, Location, Organisation, Source, Status
from bot.core.programme.changes import Author, Change, Scope, What
from bot.core.programme.programme import build_programme
from bot.core.programme.search import match_of
from bot.core.reply import Bubble
from bot.core.schedules.school_holidays import Break, SchoolHoliday
from bot.core.talk.cards import list_pieces
from bot.core.talk.teller import Teller
from bot.core.talk.when_text import when_text
from bot.knowledge.problems import Report
from bot.knowledge.topics import read_texts

TEXTS = read_texts(Path(__file__).parents[3] / "knowledge" / "teksten.yaml", Report())
NOW = datetime(2026, 11, 25, 14, 0)
SOURCE = Source(url="https://club.nl/", dated="2026-10-01", read=date(2026, 11, 1))
CLUB = Organisation(
    id="club",
    name="De Club",
    kind="inloop",
    summary="",
    status=Status.ACTIVE,
    source=SOURCE,
    contact=Contact(phone="0591 123456"),
)
INLOOP = Activity(
    id="inloop",
    organisation="club",
    name="Inloop",
    kind=None,
    location="huis",
    when="elke donderdag 10.00-12.00 uur",
    source=SOURCE,
)
HUIS = Location(id="huis", name="Huis", town="Emmen", lat=52.78, lon=6.9)


def change(what: What, day: int = 26, **fields: object) -> Change:
    known: dict[str, object] = {
        "id": f"{what}{day}",
        "scope": Scope.ACTIVITY,
        "subject": "inloop",
        "last": date(2026, 11, day),
        "entered": datetime(2026, 11, 20),
        "effective": date(2026, 11, 20),
        "author": Author.COORDINATOR,
    }
    return Change(what=what, first=date(2026, 11, day), **{**known, **fields})  # type: ignore[arg-type]


def told(
    *changes: Change,
    now: datetime = NOW,
    one: Activity = INLOOP,
    tongue: str = "nl",
    school: tuple[SchoolHoliday, ...] = (),
) -> str:
    here = build_programme({"club": CLUB}, {"huis": HUIS}, [one], changes, school=school)
    teller = Teller(programme=here, texts=TEXTS, facts={}, language=tongue, now=now)
    return when_text(teller, one, match_of(here, one, now))


def test_the_next_time_follows_the_editors_words() -> None:
    assert told() == (
        "Elke donderdag 10.00-12.00 uur. Volgende keer: donderdag 26 november, 10:00–12:00 uur."
    )


def test_a_cancelled_date_is_told_before_the_next_one() -> None:
    assert told(change(What.CANCELLED, reason="ziekte")) == (
        "Elke donderdag 10.00-12.00 uur. Donderdag 26 november, 10:00–12:00 uur vervalt: ziekte. "
        "Volgende keer: donderdag 3 december, 10:00–12:00 uur."
    )


def test_a_closed_period_is_told_in_one_sentence() -> None:
    shut = change(What.CLOSED_PERIOD, last=date(2026, 12, 10), reason="verbouwing")
    assert told(shut).endswith(
        "Dicht van donderdag 26 november tot en met donderdag 10 december: verbouwing. "
        "Volgende keer: donderdag 17 december, 10:00–12:00 uur."
    )


def test_a_moved_date_says_where_and_why() -> None:
    assert told(change(What.MOVED, place="bibliotheek", reason="lekkage")).endswith(
        "10:00–12:00 uur. Dan op een andere plek: bibliotheek. Reden: lekkage."
    )


def test_another_time_is_said_to_be_so() -> None:
    assert told(change(What.OTHER_TIME, opens=time(11), closes=time(13))).endswith(
        "donderdag 26 november, 11:00–13:00 uur. Dat is een andere tijd dan anders."
    )


def test_who_asks_for_the_old_day_hears_of_the_new_one() -> None:
    moved = replace(change(What.OTHER_TIME, opens=time(19)), day=date(2026, 11, 25))
    here = build_programme({"club": CLUB}, {"huis": HUIS}, [INLOOP], [moved])
    teller = Teller(programme=here, texts=TEXTS, facts={}, language="nl", now=NOW)
    asked = When(start=date(2026, 11, 26), end=date(2026, 11, 26))
    assert when_text(teller, INLOOP, match_of(here, INLOOP, NOW, when=asked)).endswith(
        "woensdag 25 november, 19:00 uur. Dat is in plaats van donderdag 26 november."
    )


def test_a_closed_period_is_told_of_what_has_no_fixed_dates() -> None:
    shut = change(What.CLOSED_PERIOD, last=date(2026, 12, 10), reason="verbouwing")
    loose = replace(INLOOP, when="een paar keer per maand")
    assert told(shut, one=loose).endswith(
        "Dicht van donderdag 26 november tot en met donderdag 10 december: verbouwing."
    )
    for_now = replace(shut, last=None)
    assert told(for_now, one=loose).endswith(
        "Dicht vanaf donderdag 26 november, en ik weet niet tot wanneer: verbouwing."
    )


def test_what_goes_on_again_from_a_day_is_closed_until_then() -> None:
    shut = change(What.CLOSED_PERIOD, last=None)
    again = change(What.RESUMED, 30, last=None, entered=datetime(2026, 11, 21))
    loose = replace(INLOOP, when="een paar keer per maand")
    assert told(shut, again, one=loose).endswith(
        "Dicht van donderdag 26 november tot en met zondag 29 november."
    )
    later = replace(again, first=date(2026, 12, 8))
    assert told(shut, later).endswith(
        "Dicht van donderdag 26 november tot en met donderdag 3 december. "
        "Volgende keer: donderdag 10 december, 10:00–12:00 uur."
    )


def test_an_extra_time_is_said_to_be_so() -> None:
    extra = change(What.EXTRA, 25, opens=time(20), note="met soep")
    assert told(extra).endswith(
        "Volgende keer: woensdag 25 november, 20:00 uur. Dit is een extra keer. Met soep."
    )


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-11-26T08:29", "Volgende keer: donderdag 26 november, 10:00–12:00 uur."),
        ("2026-11-26T08:30", "Begint over 90 minuten."),
        ("2026-11-26T09:40", "Begint over 20 minuten."),
        ("2026-11-26T10:00", "Nu bezig, tot 12:00 uur."),
        ("2026-11-26T11:59", "Nu bezig, tot 12:00 uur."),
        ("2026-11-26T12:00", "Volgende keer: donderdag 3 december, 10:00–12:00 uur."),
    ],
)
def test_what_is_on_now_or_begins_soon_is_said_so(now: str, words: str) -> None:
    assert told(now=datetime.fromisoformat(now)).endswith(words)


def test_what_has_begun_without_an_end_is_said_so() -> None:
    one = replace(INLOOP, when="elke donderdag 10.00 uur")
    assert told(now=datetime(2026, 11, 26, 11), one=one).endswith("Begonnen om 10:00 uur.")


def test_of_what_is_shut_until_further_notice_no_end_is_told() -> None:
    assert told(change(What.CLOSED_PERIOD, last=None, reason="lekkage")) == (
        "Elke donderdag 10.00-12.00 uur. Dicht vanaf donderdag 26 november, en ik weet niet tot "
        "wanneer: lekkage."
    )


def test_weeks_that_may_be_a_school_holiday_are_told_and_not_guessed() -> None:
    one = replace(INLOOP, except_="kerstvakantie")
    assert told(now=datetime(2026, 12, 18, 9), one=one).endswith(
        "Volgende keer: donderdag 14 januari, 10:00–12:00 uur. In de schoolvakantie kan het dicht "
        "zijn, en ik weet niet precies wanneer die is. Bel dan even."
    )


def test_a_school_holiday_that_is_known_is_skipped_without_a_word() -> None:
    one = replace(INLOOP, except_="kerstvakantie")
    christmas = SchoolHoliday(
        name=Break.CHRISTMAS, first=date(2026, 12, 19), last=date(2027, 1, 3)
    )
    assert told(now=datetime(2026, 12, 18, 9), one=one, school=(christmas,)).endswith(
        "Volgende keer: donderdag 7 januari, 10:00–12:00 uur."
    )


def test_in_english_the_change_is_told_in_english() -> None:
    assert "is cancelled: ziekte." in told(change(What.CANCELLED, reason="ziekte"), tongue="en")


def test_of_a_stale_source_only_the_contact_is_told() -> None:
    old = replace(INLOOP, source=replace(SOURCE, dated="2019-11"))
    here = build_programme({"club": CLUB}, {"huis": HUIS}, [old])
    teller = Teller(programme=here, texts=TEXTS, facts={}, language="nl", now=NOW)
    shown = Bubble(pieces=list_pieces(teller, (match_of(here, old, NOW),))).text
    assert "donderdag" not in shown
    assert "is van november 2019. Dat is te oud." in shown
    assert "0591 123456" in shown


def test_what_is_special_in_a_week_is_told_of_its_date() -> None:
    one = replace(INLOOP, when="elke donderdag 10.00-12.00 uur, 4e week open voor naasten")
    assert told(one=one).endswith("26 november, 10:00–12:00 uur. Deze keer: open voor naasten.")
    assert told(one=one, now=datetime(2026, 11, 27, 9)).endswith("3 december, 10:00–12:00 uur.")


def test_a_series_that_has_ended_says_so() -> None:
    one = replace(INLOOP, when="3 donderdagen vanaf 5 november 2026, 10.00-12.00 uur")
    assert told(one=one).endswith("Dit is afgelopen: de laatste keer was donderdag 19 november.")
    assert "afgelopen" not in told(one=one, now=datetime(2026, 11, 19, 11))
