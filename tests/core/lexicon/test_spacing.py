"""Words stuck together are put apart, and Dutch compounds are left whole."""

import pytest

from bot.core.lexicon.spacing import spaced

WORDS = frozenset("kost cursus inloop werk waarde wandel groep praatgroep zoek een".split())
TOWNS = frozenset(("emmen", "assen"))


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("inloopemmen", "inloop emmen"),
        ("watkostdecursus?", "wat kost de cursus?"),
        ("ikzoekeenpraatgroepinAssen", "ik zoek een praatgroep in Assen"),
        ("wandelgroep", "wandelgroep"),
        ("meerwaarde", "meerwaarde"),
        ("xyzxyzxyz", "xyzxyzxyz"),
    ],
)
def test_a_sentence_or_a_town_is_put_apart(text: str, apart: str) -> None:
    assert spaced(text, WORDS.__contains__, TOWNS.__contains__) == apart
