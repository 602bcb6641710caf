"""Several changes in one message are told apart, or left whole."""

from datetime import datetime
from functools import partial

import pytest

from bot.assistant import Snapshot
from bot.core.changes.several import changes_in, for_each_activity
from bot.core.changes.text import ReadChange, read_change

NOW = datetime(2026, 11, 25, 10)  # a Wednesday
CUT = """
inloop emmen dinsdag gaat niet door en donderdag begint hij om 14 uur | inloop emmen dinsdag gaat niet door | inloop Emmen donderdag begint hij om 14 uur
inloop emmen vrijdag dicht en hoogeveen maandag dicht | inloop emmen vrijdag dicht | inloop hoogeveen maandag dicht
ma geen AA emmen, do AA om 20.30 ipv 20.00 | ma geen AA emmen | Emmen do AA om 20.30 ipv 20.00
eetcafe vrijdag vervalt; extra inloop zaterdag 10-12 | eetcafe vrijdag vervalt | extra inloop zaterdag 10-12
inloop vrijdag en eetcafé zaterdag vervallen | inloop vrijdag vervalt | eetcafé zaterdag vervallen
vrijdag geen inloop, zaterdag geen eetcafé, zondag extra inloop 12-15 | vrijdag geen inloop | zaterdag geen eetcafé | zondag extra inloop 12-15
Hoi, maandag geen schilderen. Vrijdag is de inloop van 12-14 ipv 10-12. Groetjes | Hoi, maandag geen schilderen | Vrijdag is de inloop van 12-14 ipv 10-12
inloop emmen en hoogeveen morgen dicht | inloop Emmen morgen dicht | inloop Hoogeveen morgen dicht
"""  # noqa: E501
WHOLE = """
inloop vervalt donderdag en vrijdag
vrijdag of zaterdag geen inloop
inloop morgen dicht, vrijdag weer open
herstelgroep morgen in de bieb en volgende week dicht
AA van vrijdag 4 december gaat naar zaterdag 5 december
schilderen vervalt 3, 10 en 17 december
"""


@pytest.fixture
def reader(snapshot: Snapshot) -> partial[ReadChange]:
    """Reads one change of a coordinator."""
    known = snapshot.knowledge
    assert known is not None
    return partial(read_change, now=NOW, lexicon=known.lexicon, gazetteer=known.gazetteer)


@pytest.mark.parametrize("line", CUT.strip().splitlines())
def test_each_change_stands_alone(reader: partial[ReadChange], line: str) -> None:
    text, *pieces = line.split(" | ")
    assert changes_in(text, reader) == tuple(pieces)


@pytest.mark.parametrize("text", WHOLE.strip().splitlines())
def test_one_change_stays_whole(reader: partial[ReadChange], text: str) -> None:
    assert changes_in(text, reader) == (text,)


def test_two_activities_named_together_are_two_changes(reader: partial[ReadChange]) -> None:
    text = "inloop en eetcafé vervallen vrijdag"
    assert for_each_activity(text, reader(text), reader) == (
        "inloop vervallen vrijdag",
        "eetcafé vervallen vrijdag",
    )


def test_a_long_message_with_many_commas_is_read_in_time(reader: partial[ReadChange]) -> None:
    text = "vrijdag dicht, maandag open, " * 14
    assert changes_in(text, reader) != ()
