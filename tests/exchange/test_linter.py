"""The linter: what hides in names and notes is found, and a remedy is proposed."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.core.places.gazetteer import Gazetteer
from bot.core.programme import changes as core
from bot.exchange.linter.finding import Finding, Rule, unknown_codes
from bot.exchange.linter.lint import lint
from bot.exchange.meeting_guide.file import read_meeting_guide
from bot.exchange.notes.effects import read_notes
from bot.exchange.notes.weeks import read_weeks
from bot.exchange.proposal import Proposal, What
from bot.exchange.proposal_words import changes_of, proposal_text
from bot.exchange.record import Feed
from bot.exchange.tabular import read_csv
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.problems import Report
from tests.exchange.programme_pieces import FEED
from tests.exchange.test_meeting_guide import FILE, REAL

READ = date(2026, 7, 15)
KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return read_gazetteer(KNOWLEDGE / "plaatsen", Report())


@pytest.fixture(scope="module")
def findings(gazetteer: Gazetteer) -> tuple[Finding, ...]:
    return lint(read_meeting_guide(FILE.read_bytes(), FEED), gazetteer)


@pytest.fixture(scope="module")
def real(gazetteer: Gazetteer) -> tuple[Finding, ...]:
    if not REAL.is_file():
        pytest.skip(f"{REAL} staat niet op deze machine")
    feed = Feed(id="echt", name="Echt", address="meetings-nl.json", read=READ)
    return lint(read_meeting_guide(REAL.read_bytes(), feed), gazetteer)


def of(findings: tuple[Finding, ...], record: str) -> list[tuple[Rule, str]]:
    return [
        (one.rule, "; ".join(proposal_text(each) for each in one.proposals))
        for one in findings
        if one.record == record
    ]


def told(text: str, *weekdays: int) -> list[tuple[What, str, str, bool]]:
    notes = read_notes(text, READ, weekdays)
    return [
        (one.proposal.what, one.proposal.time, one.proposal.place, one.proposal.past)
        for one in notes
    ]


def test_niet_op_a_date_is_a_cancelled_date() -> None:
    assert told("Groep Noord (niet op 24 december)", 3) == [(What.CANCELLED, "", "", False)]


def test_groups_of_which_nobody_knows_the_time_are_not_the_same(gazetteer: Gazetteer) -> None:
    row = "{};Groep {};op afspraak;Emmen;Weg 1\n"
    content = "id;naam;wanneer;plaats;straat\n" + row.format("a", "A") + row.format("b", "B")
    assert lint(read_csv(content.encode(), FEED), gazetteer) == ()


def test_a_group_without_a_town_is_told_of(gazetteer: Gazetteer) -> None:
    content = b"id;naam;wanneer\na;Groep;maandag 10-12\n"
    (one,) = lint(read_csv(content, FEED), gazetteer)
    assert one.message == "Er staat geen plaats bij. Wie in de buurt zoekt, vindt dit dus niet."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inloop (vanaf 22 juli nieuwe locatie)", (What.MOVED, "", "", False)),
        ("Inloop (gesloten t/m 1 sept)", (What.CLOSED, "", "", False)),
        ("Vanaf 22 juli zitten we in De Linde.", (What.MOVED, "", "De Linde", False)),
        ("per 28 juli aanvang 19u30", (What.OTHER_TIME, "19.30", "", False)),
        (
            "Vanaf 29 juli een andere tijd: van oud 18:30-19:30 naar nieuw 19:00-20:00.",
            (What.OTHER_TIME, "19.00-20.00", "", False),
        ),
        ("vanaf 9 mei begint de groep om 10:30 ipv 14:00", (What.OTHER_TIME, "10.30", "", True)),
        ("op 22 juli geen inloop", (What.CANCELLED, "", "", False)),
        ("Deze groep start op 2 september 2026!", (What.STARTS, "", "", False)),
        ("26 december gaat de groep gewoon door", (What.NOTE, "", "", False)),
        ("Tijdelijk gesloten wegens verbouwing", (What.CLOSED, "", "", False)),
        ("Vanaf 2 sept komen we weer op de vertrouwde plek", (What.RESUMED, "", "", False)),
    ],
)
def test_a_note_with_a_date_becomes_a_proposal(
    text: str, expected: tuple[What, str, str, bool]
) -> None:
    assert told(text, 2) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Gesloten groep voor mannen",
        "Big Book / 12 stappen & 12 tradities",
        "Deur open vanaf 19.30 uur",
        "Neem de bus van 10/15 minuten",
        "Nagelezen op 1 november 2026",
        "Wij zijn er al 12 jaar, kom gerust",
    ],
)
def test_a_note_without_news_is_left_alone(text: str) -> None:
    assert told(text, 2) == []


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("Niet op de eerste zondag van de maand!", What.EXCEPT, "de eerste zondag van de maand"),
        (
            "Deze groep is iedere LAATSTE zondag van de maand",
            What.SCHEDULE,
            "elke laatste zondag van de maand 10.00-11.00",
        ),
        ("2e kerstdag gesloten", What.EXCEPT, "tweede kerstdag"),
        (
            "1e zondag: spreker, 3e zondag: open voor naasten",
            What.REMARK,
            "elke zondag 10.00-11.00 (eerste week: spreker) (derde week: open voor naasten)",
        ),
        ("Spreker elke 5e zondag", What.REMARK, "elke zondag 10.00-11.00 (vijfde week: Spreker)"),
    ],
)
def test_weeks_in_words_become_words_of_the_schedule(text: str, what: What, words: str) -> None:
    (one,) = read_weeks(text, "elke zondag 10.00-11.00", READ, is_name=False)
    assert (one.proposal.what, one.proposal.words) == (what, words)


@pytest.mark.parametrize(
    "text",
    [
        "De businessmeeting is op de eerste zondag van de maand",
        "Elke derde zondag van de even maanden een spreker",
        "Niet op de eerste maandag van de maand",
        "We zitten op de derde verdieping",
    ],
)
def test_weeks_that_say_nothing_for_sure_are_left_alone(text: str) -> None:
    assert read_weeks(text, "elke zondag 10.00-11.00", READ, is_name=False) == ()


def test_a_rhythm_in_the_name_becomes_the_schedule() -> None:
    text = "Herstelgroep (elke 2e zondag van de maand)"
    (one,) = read_weeks(text, "elke zondag 10.00-11.00", READ, is_name=True)
    assert one.proposal.words == "elke tweede zondag van de maand 10.00-11.00"


def test_the_fixture_gives_what_was_put_into_it(findings: tuple[Finding, ...]) -> None:
    assert of(findings, "verhuist") == [
        (Rule.DATED_NAME, "andere plek vanaf 3 december 2026: De Linde, Lindelaan 5"),
        (Rule.DATED_TEXT, "andere plek vanaf 3 december 2026: De Linde, Lindelaan 5"),
        (Rule.CODE, ""),
    ]
    assert of(findings, "nachtgroep")[0] == (Rule.DATED_NAME, "vervalt 24 december 2026")
    assert of(findings, "laatste-zaterdag") == [
        (Rule.WEEKS, "wanneer: elke laatste zaterdag van de maand 10.30-12.00")
    ]
    assert [rule for rule, _ in of(findings, "ver-weg")] == [Rule.FAR_AWAY]
    assert of(findings, "elst") == [(Rule.NAMESAKE, "plaats: Elst (Utrechtse Heuvelrug, Utrecht)")]
    assert of(findings, "dubbel") == [(Rule.SAME, "dubbel: ochtendgroep-zuiddorp")]


def test_unknown_codes_are_named_and_counted(findings: tuple[Finding, ...]) -> None:
    assert dict(unknown_codes(findings)) == {"TOP": 1, "RGZ": 1, "XYZ": 1, "ONL": 1, "STEP": 1}


def test_a_town_with_namesakes_and_no_point_is_asked_back(gazetteer: Gazetteer) -> None:
    content = b'[{"slug": "a", "name": "A", "address": "Weg 1", "city": "Hengelo"}]'
    (one,) = lint(read_meeting_guide(content, FEED), gazetteer)
    assert one.rule is Rule.NAMESAKE
    assert "Overijssel" in one.message
    assert "Gelderland" in one.message


def records_with(rule: Rule, findings: tuple[Finding, ...]) -> frozenset[str]:
    return frozenset(one.record for one in findings if one.rule is rule)


def test_all_dated_names_of_the_real_feeds_are_found_and_nothing_else(
    real: tuple[Finding, ...],
) -> None:
    found = records_with(Rule.DATED_NAME, real)
    proposals = [each for one in real if one.rule is Rule.DATED_NAME for each in one.proposals]
    assert len(found) == 24  # 23 with a date, and one that is closed for the time being
    assert Counter(one.what for one in proposals) == Counter(
        {What.MOVED: 12, What.CANCELLED: 8, What.OTHER_TIME: 3, What.CLOSED: 1}
    )


def test_the_real_feeds_have_33_codes_outside_the_list(real: tuple[Finding, ...]) -> None:
    assert (len(unknown_codes(real)), len(records_with(Rule.CODE, real))) == (33, 746)


def test_the_real_elst_is_the_one_in_utrecht(real: tuple[Finding, ...]) -> None:
    places = [one.message for one in real if one.rule is Rule.NAMESAKE]
    assert places == [
        "Er is meer dan één Elst. Hier is vast bedoeld: Elst (Utrechtse Heuvelrug, Utrecht)."
    ]


def test_a_proposal_becomes_a_change_only_where_nothing_is_open() -> None:
    entered = datetime(2026, 7, 15, 9, 0)
    whole = Proposal(what=What.MOVED, first=date(2026, 7, 23), place="De Linde")
    open_ = Proposal(what=What.MOVED, first=date(2026, 7, 23))
    past = Proposal(what=What.CANCELLED, days=(date(2026, 7, 1),), past=True)
    (change,) = changes_of(whole, "proef/a", entered, READ)
    assert (change.what, change.first, change.last, change.place) == (
        core.What.MOVED,
        date(2026, 7, 23),
        None,
        "De Linde",
    )
    assert changes_of(open_, "proef/a", entered, READ) == ()
    assert changes_of(past, "proef/a", entered, READ) == ()
