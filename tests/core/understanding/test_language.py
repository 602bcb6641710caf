"""Telling languages apart."""

import pytest

from bot.core.lexicon.text import tokens_of
from bot.core.understanding.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("is er vanavond iets in Emmen", "nl"),
        ("inloop emmen", "nl"),
        ("moi, woar kin ik hen", "nl"),
        ("is there a group near me tonight", "en"),
        ("Gibt es eine Gruppe für Angehörige?", "de"),
        ("czy jest grupa po polsku", "pl"),
        ("Türkçe grup var mı?", "tr"),
        ("هل توجد مجموعة", "ar"),
        ("Чи є група українською?", "uk"),
        ("", "nl"),
        ("7811", "nl"),
    ],
)
def test_a_message_is_answered_in_the_language_it_is_written_in(text: str, language: str) -> None:
    assert language_of(text, [token.word for token in tokens_of(text)]) == language
