"""Whatever a coordinator types becomes a question, or a change that nothing is wrong with."""

import json
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant import Snapshot
from bot.core.changes.text import read_change
from bot.core.desk.drafts.answers import hours_in
from bot.core.desk.drafts.drafting import change_of, draft_from, draft_of, lacking, read_new_time
from bot.core.draft import Ask, Draft, Ref
from bot.core.programme.changes import Change, Scope, What, problem_with
from bot.core.talk.announcement import announcement_text
from bot.core.talk.teller import in_each_language
from bot.store.bodies import read_body, write_body

NOW = datetime(2026, 11, 25, 14)
SENTENCES = Path(__file__).parents[2] / "eval" / "changes-dev.jsonl"
SAID = [json.loads(line)["text"] for line in SENTENCES.read_text(encoding="utf-8").splitlines()]
EVENING = Ref(scope=Scope.ACTIVITY, id="aa-emmen/groepsavond")
EVERYTHING = Ref(scope=Scope.ORGANISATION, id="aa-emmen")


@pytest.mark.parametrize("text", SAID)
@pytest.mark.parametrize("subject", [EVENING, EVERYTHING])
def test_every_sentence_becomes_a_question_or_a_change_that_can_be_sent(
    snapshot: Snapshot, text: str, subject: Ref
) -> None:
    known, programme = snapshot.knowledge, snapshot.programme
    assert known is not None and programme is not None
    told = read_change(text, NOW, known.lexicon, known.gazetteer)
    draft = draft_of(told, (subject,), text, "0" * 16)
    assert read_body(Draft, write_body(draft)) == draft
    if lacking(draft, programme, NOW.date()) is Ask.NOTHING:
        change = change_of(draft, programme, NOW, NOW.date())
        assert problem_with(change) == ""
        shown = in_each_language(
            known, programme, NOW, lambda teller: announcement_text(change, teller)
        )
        assert set(shown) == {"nl", "en"}


def as_change(text: str, snapshot: Snapshot, now: datetime = NOW) -> Change:
    known, programme = snapshot.knowledge, snapshot.programme
    assert known is not None and programme is not None
    told = read_change(text, now, known.lexicon, known.gazetteer)
    return change_of(draft_of(told, (EVENING,), text, "d"), programme, now, now.date())


def test_only_an_end_is_kept_as_an_end(snapshot: Snapshot) -> None:
    change = as_change("morgen sluiten we een uur eerder dus 15.00", snapshot)
    assert (change.what, change.opens, change.closes) == (What.OTHER_TIME, None, time(15))


def test_a_bare_new_date_is_kept_as_a_day(snapshot: Snapshot) -> None:
    change = as_change("AA van vrijdag 4 december gaat naar zaterdag 5 december", snapshot)
    assert (change.first, change.last, change.day) == (
        date(2026, 12, 4),
        date(2026, 12, 4),
        date(2026, 12, 5),
    )


def test_another_weekday_for_good_is_a_new_weekly_time_at_the_same_hour(
    snapshot: Snapshot,
) -> None:
    change = as_change("vanaf volgende week AA op dinsdag ipv vrijdag", snapshot)
    assert (change.when, change.last) == ("elke dinsdag 19.00-20.30 uur", None)


def test_separate_days_stay_apart(snapshot: Snapshot) -> None:
    change = as_change("AA vervalt vr 4 en vr 18 december", snapshot)
    assert change.days == (date(2026, 12, 4), date(2026, 12, 18))


@pytest.mark.parametrize("text", SAID)
def test_a_change_that_is_corrected_begins_as_it_was(snapshot: Snapshot, text: str) -> None:
    known, programme = snapshot.knowledge, snapshot.programme
    assert known is not None and programme is not None
    draft = draft_of(read_change(text, NOW, known.lexicon, known.gazetteer), (EVENING,), text, "d")
    if lacking(draft, programme, NOW.date()) is Ask.NOTHING:
        change = change_of(draft, programme, NOW, NOW.date())
        again = draft_from(change, "d")
        assert change_of(again, programme, NOW, NOW.date()) == change


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("20:00", "20:00"),
        ("om half acht", "19:30"),
        ("van 14 tot 16 uur", "14:00-16:00"),
        ("14.00-16.00", "14:00-16:00"),
        ("tot 15:00", "-15:00"),
        ("20", "20:00"),
        ("geen idee", ""),
    ],
)
def test_hours_are_read_as_they_are_typed(said: str, hours: str) -> None:
    assert hours_in(said) == hours


@given(st.times(), st.times() | st.none(), st.dates() | st.none())
def test_a_new_time_is_read_back_as_it_was(
    opens: time, closes: time | None, day: date | None
) -> None:
    opens = opens.replace(second=0, microsecond=0)
    closes = closes.replace(second=0, microsecond=0) if closes else None
    words = f"{opens:%H:%M}" + (f"-{closes:%H:%M}" if closes else "")
    words = f"{day.isoformat()}T{words}" if day else words
    assert read_new_time(words) == (day, opens, closes)
