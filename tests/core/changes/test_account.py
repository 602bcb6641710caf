"""All that a message names is accounted for, or asked about: never left out in silence."""

import pytest
from change_sentences import SURE, Said, read, rows
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.changes.questions import Doubt

CLEAR = [Said(*row) for row in rows(SURE)]
# "Best" is a word where it does not end the message.
PLACED = [case for case in CLEAR if case.place not in ("", "Best")]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "groep emmen vrijdag om 20.00 ipv 19.30, taart is er om 18.15",
            "Je noemt ook 18.15 uur: wat gebeurt er dan?",
        ),
        (
            "Geen inloop in Tiel op vrijdag, in Ommen zitten we klaar",
            "Je noemt Tiel en ook Ommen: om welke plaats gaat het?",
        ),
        (
            "koor weer vanaf 6 januari, in juli is er een feest",
            "Je noemt ook juli: wat gebeurt er dan?",
        ),
        (
            "groep vrijdag om 10 ipv 11 uur, we hebben drie weken een gastheer",
            "Je noemt ook ‘drie weken’: wat verandert daardoor?",
        ),
    ],
)
def test_what_is_left_over_is_named_in_the_question(text: str, question: str) -> None:
    change = read(text)
    assert (change.doubt, change.question) == (Doubt.LEFT_OVER, question)


@pytest.mark.parametrize(
    "text",
    [
        "inloop Tiel dinsdag dicht. Groetjes uit Ommen",
        "groep vrijdag om 20.00 ipv 19.30, bellen kan tot 17.00 uur",
        "Inloop Tiel gaat 3 december niet door. Volgende keer is 10 december",
        "ik sta om 9 uur bij de tandarts dus inloop morgen pas om half 11",
        "groep dinsdag van 10 naar 11 uur, opgeven voor 27 november",
    ],
)
def test_what_is_known_to_be_harmless_is_not_asked_about(text: str) -> None:
    assert read(text).question is None


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(CLEAR),
    st.sampled_from((". Ook {} uur", ", en {} uur", ". Kom om {} uur", " (let op {}u)")),
    st.sampled_from(("7.25", "13.25", "17.25", "22.05")),
)
def test_a_second_hour_is_never_left_out_in_silence(case: Said, form: str, hour: str) -> None:
    change = read(case.text + form.format(hour), case.now)
    told = hour.replace(".", ":").zfill(5) in (change.new_time or "")
    assert change.question is not None or (told and ":" not in case.time)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(PLACED),
    st.sampled_from((", in {}", ". Ook in {}", ". {} gaat door", ", {} niet")),
    st.sampled_from(("Ommen", "Zierikzee", "Veendam", "Sittard")),
)
def test_a_second_place_is_never_left_out_in_silence(case: Said, form: str, town: str) -> None:
    change = read(case.text + form.format(town), case.now)
    told = town in (case.place, change.new_place or "")
    assert change.question is not None or told


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(CLEAR),
    st.sampled_from((". Ook {}", " en {} niet", ", maar {}")),
    st.sampled_from(("14 juli", "8 augustus")),
)
def test_a_second_day_is_never_left_out_in_silence(case: Said, form: str, day: str) -> None:
    change = read(case.text + form.format(day), case.now)
    told = {one.month for one in (change.start, change.end, *change.days) if one}
    moved = (change.new_time or "")[5:7] in ("07", "08")
    assert change.question is not None or told & {7, 8} or moved
