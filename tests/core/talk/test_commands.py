"""Commands, and choices by number."""

import pytest

from bot.core.talk.commands import Command, command_in, ordinal_in


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", Command.START),
        ("/start p7811", Command.START),
        ("/HULP@handwijzer_bot", Command.HELP),
        ("/help", Command.HELP),
        ("/developer_info", Command.ABOUT),
        ("nood", Command.NOW),
        ("Help me!", Command.NOW),
        ("CRISIS", Command.NOW),
        ("/onzin", Command.HELP),
        ("help me zoeken naar een inloop", None),
        ("ik begin 12 januari", None),
    ],
)
def test_a_command_is_known_by_its_word(text: str, command: Command | None) -> None:
    assert command_in(text) is command


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2),
        ("de tweede", 2),
        ("Nummer 3 graag", 3),
        ("doe maar de laatste", 3),
        ("the first one", None),
        ("first", 1),
        ("4", None),
        ("2 december", None),
        ("eerste keer", None),
        ("", None),
    ],
)
def test_a_number_chooses_from_what_was_listed(text: str, number: int | None) -> None:
    assert ordinal_in(text, 3) == number


def test_nothing_is_chosen_where_nothing_was_listed() -> None:
    assert ordinal_in("1", 0) is None
