"""How a bubble is written for Telegram."""

import pytest
from bot_api import Marks
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.telegram_profile import COMMANDS, DESCRIPTIONS, SHORT_DESCRIPTIONS
from bot.channels.telegram_text import OR_SHARE_LOCATION, TEXT_LIMIT, Parcel, render, split
from bot.core.reply import Bubble, Button, Link, Strong, Venue

WORDS = st.text(min_size=1, max_size=60)
PIECES = st.lists(
    st.one_of(
        WORDS,
        st.builds(Strong, text=WORDS),
        st.builds(Link, text=WORDS, url=st.sampled_from(("https://a.nl/?b=1&c='", "tel:113"))),
    ),
    max_size=12,
)


def words_of(pieces):
    return "".join(piece if isinstance(piece, str) else piece.text for piece in pieces)


def units(text):
    return len(text.encode("utf-16-le", "replace")) // 2


@settings(deadline=None)
@given(PIECES, st.integers(min_value=2, max_value=80))
def test_a_split_text_fits_everywhere_and_loses_no_word(pieces, limit):
    parts = split(pieces, limit)
    assert [part for part in parts if units(words_of(part)) > limit] == []
    bare = "".join(words_of(pieces).split())
    assert "".join("".join(words_of(part) for part in parts).split()) == bare


@settings(deadline=None)
@given(PIECES)
def test_the_html_reads_back_as_the_text(pieces):
    marks = Marks()
    marks.feed(Parcel(pieces=tuple(pieces)).html.replace("\x00", ""))
    marks.close()
    assert (marks.sound, marks.open) == (True, [])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("een\n\ntwee\ndrie", ["een\n\n", "twee\ndrie"]),
        ("een twee\ndrie vier", ["een twee\n", "drie vier"]),
        ("Eerst dit. Dan dat alles.", ["Eerst dit. ", "Dan dat ", "alles."]),
        ("n" * 25, ["n" * 12, "n" * 12, "n"]),
        ("😀" * 7, ["😀" * 6, "😀"]),
        ("   ", []),
    ],
)
def test_a_text_is_cut_where_it_hurts_least(text, parts):
    assert [words_of(part) for part in split((text,), 12)] == parts


def test_marked_words_stay_together_where_they_can():
    assert split(("een twee ", Strong(text="drie vier")), 12) == (
        ("een twee ",),
        (Strong(text="drie vier"),),
    )


def test_a_text_of_4096_characters_is_one_message_and_one_more_makes_two():
    counts = [len(render(Bubble(pieces=("n" * size,)))) for size in (TEXT_LIMIT, TEXT_LIMIT + 1)]
    assert counts == [1, 2]


def test_the_buttons_stand_under_the_last_part():
    button = Button(label="Meer", choice="meer")
    first, last = render(Bubble(pieces=("n" * 5000,), buttons=((button,),)))
    assert (first.rows, last.rows) == ((), ((button,),))


def test_a_bubble_with_choices_asks_for_the_location_in_a_message_of_its_own():
    button = Button(label="Kies Emmen", choice="emmen")
    bubble = Bubble(pieces=("Waar?",), buttons=((button,),), asks_location=True)
    asked, shared = render(bubble)
    assert (asked.asks_location, shared.asks_location) == (False, True)
    assert shared.pieces == (OR_SHARE_LOCATION,)


def test_a_venue_without_words_carries_the_buttons_itself():
    venue = Venue(title="Zaal", address="Straat 1", lat=52.0, lon=6.0)
    rows = ((Button(label="Route naar Zaal", url="https://example.org"),),)
    bubble = Bubble(pieces=(), venue=venue, buttons=rows)
    assert render(bubble) == (Parcel(venue=venue, rows=rows),)


def test_an_empty_bubble_sends_nothing():
    assert render(Bubble(pieces=(" \n",))) == ()


def test_a_link_that_telegram_cannot_open_is_shown_as_its_words():
    assert Parcel(pieces=(Link(text="113", url="tel:113"),)).html == "113"


def test_a_payload_that_is_too_long_is_left_out_and_logged(caplog):
    assert Parcel(rows=((Button(label="Te lang", choice="é" * 33),),)).markup is None
    assert "longer than 64 bytes" in caplog.text


def test_the_profile_has_each_command_in_each_language_and_fits():
    assert {tuple(commands) for commands in COMMANDS.values()} == {tuple(COMMANDS[""])}
    assert [text for text in DESCRIPTIONS.values() if len(text) > 512] == []
    assert [text for text in SHORT_DESCRIPTIONS.values() if len(text) > 120] == []
