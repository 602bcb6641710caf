"""Which clauses of a message ask something."""

import pytest

from bot.core.understanding.clauses import is_question


@pytest.mark.parametrize(
    "clause",
    [
        "kost dat wat",
        "en moet ik me aanmelden",
        "mag ik komen ?",
        "dus vanaf welke leeftijd",
        "ik wil weten of je daar anoniem bent",
        "can i bring my sister",
    ],
)
def test_a_clause_that_asks_is_a_question(clause: str) -> None:
    assert is_question(clause.split())


@pytest.mark.parametrize(
    "clause",
    ["ik woon in ‹plaats›", "mijn zoon gebruikt drugs", "ben ook al 81", "en", "overdag werk ik"],
)
def test_a_clause_that_tells_is_no_question(clause: str) -> None:
    assert not is_question(clause.split())
