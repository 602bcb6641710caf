"""What somebody puts in the place of a slip, and what only looks like one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resident import Chat

from bot.core.message import Query, When
from bot.core.model import Kind
from bot.core.talk.correcting import put_right


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("foutje, vrijdag moest dat zijn", "vrijdag"),
        ("Ik schreef het fout. Ik bedoel Hoorn, niet Haren", "Hoorn"),
        ("haha autocorrect, Oss", "Oss"),
        ("verkeerd getypt: Beek en Donk", "Beek en Donk"),
        ("zwolle tikte ik verkeerd", "zwolle"),
        ("Pardon, ik doelde op de AA", "de AA"),
        ("Niet Beek, Hilvarenbeek. Ik schrijf fout.", "Hilvarenbeek"),
        ("nee niet morgen, overmorgen", "overmorgen"),
        ("ik zei wandelgroep maar bedoelde kookgroep", "kookgroep"),
        ("sorry typo, meant Emmen", "Emmen"),
    ],
)
def test_what_is_meant_is_left_of_a_slip_put_right(text: str, meant: str) -> None:
    assert put_right(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "niet in Assen?",
        "en niet op zondag?",
        "dat klopt niet, zaterdag is er niets",
        "ik kan niet, maandag werk ik",
        "er zit een fout in: zaterdag",
        "kan ik ook niet op dinsdag, maar woensdag?",
    ],
)
def test_what_asks_or_tells_puts_nothing_right(text: str) -> None:
    assert put_right(text) is None


@given(st.text(max_size=120))
def test_any_text_is_read_without_a_stumble(text: str) -> None:
    meant = put_right(text)
    assert meant is None or meant == meant.strip() != ""


def _asked(chat: Chat, before: str, text: str) -> Query:
    chat.say(before)
    chat.say(text)
    assert chat.last is not None
    return chat.last.query


def test_a_place_put_right_keeps_the_question_and_the_kind(chat: Chat) -> None:
    query = _asked(chat, "wat kost de inloop in Assen", "oeps Emmen bedoel ik, niet Assen")
    where = query.slots.place and query.slots.place.name
    assert (query.topic, where, query.slots.kind) == ("cost", "Emmen", Kind.DROP_IN)


def test_a_day_put_right_keeps_the_place(chat: Chat) -> None:
    slots = _asked(chat, "is er vrijdag een inloop in Assen", "nee niet vrijdag, zaterdag").slots
    day = date(2026, 11, 28)
    assert (slots.when, slots.place and slots.place.name) == (When(start=day, end=day), "Assen")


def test_a_name_put_right_keeps_the_place(chat: Chat) -> None:
    slots = _asked(chat, "is er een NA groep in Zwolle", "Pardon, ik doelde op de AA").slots
    assert (slots.organisation, slots.place and slots.place.name) == ("AA Nederland", "Zwolle")
