"""What a coordinator's words may be about."""

import pytest
from resident import WEDNESDAY

from bot.assistant import Snapshot
from bot.core.changes.text import read_change
from bot.core.desk.drafts.matching import meant_by
from bot.core.draft import Ref
from bot.core.programme.changes import Scope


@pytest.mark.parametrize(
    ("text", "first", "count"),
    [
        ("inloop emmen dinsdag gaat niet door", "herstelruimte-emmen/inloop", 1),
        ("AA emmen vrijdag 20.00 ipv 19.00", "aa-emmen/groepsavond", 1),
        ("herstelruimte emmen is maandag dicht", "herstelruimte-emmen", 3),
        ("weekendtref is zaterdag dicht", "weekendtref-amersfoort", 3),
        ("inloop in Lutjebroek morgen niet", "", 0),
        ("morgen zijn we dicht. Vaals", "", 0),
    ],
)
def test_words_and_a_place_lead_to_what_is_meant(
    snapshot: Snapshot, text: str, first: str, count: int
) -> None:
    known, programme = snapshot.knowledge, snapshot.programme
    assert known is not None and programme is not None
    told = read_change(text, WEDNESDAY, known.lexicon, known.gazetteer)
    found = meant_by(told, text, programme.activities, programme, known.lexicon, known.gazetteer)
    assert (found[0].id if found else "", len(found)) == (first, count)


def test_what_nothing_fits_asks_among_all_that_is_theirs(snapshot: Snapshot) -> None:
    known, programme = snapshot.knowledge, snapshot.programme
    assert known is not None and programme is not None
    mine = tuple(one for one in programme.activities if one.organisation == "aa-emmen")
    text = "knutselclub dinsdag gaat niet door"
    told = read_change(text, WEDNESDAY, known.lexicon, known.gazetteer)
    found = meant_by(told, text, mine, programme, known.lexicon, known.gazetteer)
    assert found == (Ref(scope=Scope.ACTIVITY, id="aa-emmen/groepsavond"),)
