"""Coordinators' sentences in many voices, and what each of them changes."""

from datetime import date, datetime

import pytest
from change_sentences import ASKED, GAZETTEER, LEXICON, SURE, Open, Said, read, rows, span
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.changes.questions import Doubt
from bot.core.changes.text import read_change
from bot.core.programme.changes import What


@pytest.mark.parametrize("case", [Said(*row) for row in rows(SURE)], ids=lambda case: case.text)
def test_a_clear_sentence_is_read_whole_and_asks_nothing(case: Said) -> None:
    change = read(case.text, case.now)
    assert (change.question, change.what, change.new_time or "", change.place or "") == (
        None,
        What[case.what],
        case.time,
        case.place,
    )
    assert (change.start, change.end) == span(case.days)


@pytest.mark.parametrize("case", [Open(*row) for row in rows(ASKED)], ids=lambda case: case.text)
def test_what_the_words_leave_open_is_asked(case: Open) -> None:
    change = read(case.text, case.now)
    assert (change.doubt, bool(change.question)) == (Doubt[case.doubt], True)


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("geen inloop morgen in Tiel", "inloop"),
        ("De praatgroep rouw van 3 dec gaat niet door", "praatgroep rouw"),
        ("Breien vervalt vrijdag", "Breien"),
        ("wegens succes extra bijeenkomst kookgroep op 9 dec 10.00 uur", "kookgroep"),
        ("Vrijdagmiddaggroep Tiel vervalt", "Vrijdagmiddaggroep"),
        ("cursus werken met eigen ervaring 3 dec vervalt", "cursus werken met eigen ervaring"),
        ("lotgenotengroep voor naasten 3 dec vervalt", "lotgenotengroep voor naasten"),
        ("wij zijn morgen dicht. zelfregiecentrum Weert", None),
        ("heel Tiel is morgen dicht", None),
        ("NA Groningen vanavond afgelast door gladheid", "NA"),
    ],
)
def test_the_activity_is_told_in_the_words_of_the_message(text: str, activity: str | None) -> None:
    assert read(text).activity == activity


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("groep morgen niet in het buurthuis maar in de kerk", "kerk"),
        ("groep morgen in de aula ipv de grote zaal", "aula"),
        ("AA Tiel verhuist per 1 dec naar Torenstraat 5", "Torenstraat 5"),
        ("groep vrijdag in de bibliotheek, Eemplein 71, lekkage", "bibliotheek, Eemplein 71"),
        ("groep morgen op een andere plek: de Kosterij (Kerkpad 3a)", "Kosterij, Kerkpad 3a"),
        ("groep morgen via teams", "online"),
        ("morgen extra inloop 10.00 in de bibliotheek Tiel", "bibliotheek Tiel"),
        ("groep morgen dicht ivm verhuizing", None),
        ("zondag extra bijeenkomst, 14:00, Brink 2 Assen", "Brink 2"),
        ("morgen niet in het buurthuis terecht, we zijn in de kerk ernaast", "kerk ernaast"),
        ("nieuwe locatie van het café is wijkcentrum De Bron, vanaf 1 dec", "wijkcentrum De Bron"),
        ("vanavond online ipv in het buurthuis", "online"),
        ("wandeling vertrekt zondag vanaf de molen en niet vanaf de school", "molen"),
        ("koor donderdag 3 verdiepingen hoger, kamer 2.14", "kamer 2.14"),
        ("koor dinsdag 2 etages lager", "2 etages lager"),
        ("dinsdag niet naar het strand maar naar het bos", "bos"),
    ],
)
def test_the_new_place_is_told_as_it_was_typed(text: str, place: str | None) -> None:
    assert read(text).new_place == place


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("inloop morgen dicht ivm ziekte", "ziekte"),
        ("inloop morgen dicht i.v.m. ziekte", "ziekte"),
        ("morgen geen inloop, te weinig vrijwilligers", "te weinig vrijwilligers"),
        ("ik heb griep dus morgen geen groep", "ik heb griep"),
        ("groep gaat morgen niet door want de zaal is bezet", "zaal is bezet"),
        ("groep morgen afgelast code oranje", "code oranje"),
        ("Door omstandigheden kan de groep morgen niet doorgaan", "omstandigheden"),
        ("morgen geen groep (vakantie)", "vakantie"),
        ("wegens vakantie van 21/12 t/m 4/1 geen groep", "vakantie"),
        ("morgen geen groep", None),
        ("30 nov geen meeting, zaal is dubbel geboekt", "zaal is dubbel geboekt"),
        ("de groep begint vanavond om 20.15, trein vertraagd", "trein vertraagd"),
    ],
)
def test_the_reason_is_told_in_the_words_of_the_message(text: str, reason: str | None) -> None:
    assert read(text).reason == reason


def test_days_apart_are_told_one_by_one() -> None:
    change = read("koor vervalt 3, 10 en 17 december")
    assert change.days == (date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17))


def test_days_in_a_row_are_one_stretch() -> None:
    assert read("vandaag en morgen geen inloop").days == ()


def test_a_date_on_another_weekday_is_asked_with_both_days() -> None:
    assert read("dinsdag 2 december geen koor").question == (
        "2 december is een woensdag, geen dinsdag. "
        "Bedoel je dinsdag 1 december of woensdag 2 december?"
    )


def test_todays_weekday_is_asked_for_it_may_be_next_week() -> None:
    change = read("woensdag geen koor")
    assert change.start == date(2026, 11, 25)
    assert change.question == ("Bedoel je vandaag, woensdag 25 november, of woensdag 2 december?")


def test_what_was_understood_comes_with_the_question() -> None:
    change = read("koor Tiel gaat niet door, griep")
    assert (change.what, change.activity, change.place, change.start, change.question) == (
        What.CANCELLED,
        "koor",
        "Tiel",
        None,
        "Op welke dag gaat het niet door?",
    )


def test_eight_o_clock_is_taken_beside_the_hour_that_it_was() -> None:
    assert read("koor vrijdag 8 uur ipv half 8").new_time == "20:00"


def test_a_person_who_cannot_come_cancels_nothing_for_sure() -> None:
    assert read("Els kan donderdag niet").doubt is Doubt.WHAT


def test_a_school_holiday_that_is_known_gives_the_days() -> None:
    holiday = {"voorjaarsvakantie": ((date(2027, 2, 20), date(2027, 2, 28)),)}
    now = datetime(2027, 1, 11, 9)
    change = read_change("voorjaarsvakantie dicht", now, LEXICON, GAZETTEER, holiday)
    assert (change.start, change.end) == (date(2027, 2, 20), date(2027, 2, 28))


_PIECES = st.sampled_from(
    """
    inloop groep emmen niet door dicht dinsdag morgen 3 dec 31 november tm tot vanaf ipv naar om 10
    11 uur 19.30 extra weer online in de bieb ivm ziekte , . ! ? ( ) - / week 53 99 een uur later
    elke eerste laatste keer en of maar wordt kerst 0 24/12 3/1 29-2 31-4 half 8 verzet geen
    volgende
    """.split()
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=25).map(" ".join)))
def test_any_text_is_read_or_asked_about_and_never_fails(text: str) -> None:
    change = read(text)
    assert change.what is not None or change.question
    assert (
        change.start is None
        or change.end is None
        or change.question
        or (change.start <= change.end)
    )
