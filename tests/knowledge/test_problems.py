"""What is told of a problem: the word that was meant, and how old a source is."""

from datetime import date

import pytest

from bot.knowledge.checks_dates import check_dates
from bot.knowledge.passages import passages_of
from bot.knowledge.problems import Report, did_you_mean
from bot.knowledge.reader import read_text


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Emen", "Bedoelde je ‘Emmen’?"),  # as near as Demen, and begins as it does
        ("Demmen", "Bedoelde je ‘Demen’?"),
        ("Rotterdam", ""),
    ],
)
def test_of_words_as_near_the_one_that_begins_alike_is_meant(word: str, meant: str) -> None:
    assert did_you_mean(word, ("Demen", "Emmen", "Menen")) == meant


def test_of_what_is_no_date_it_is_not_told_how_long_ago_it_was() -> None:
    report = Report()
    entry = read_text(b"bron:\n  gelezen: 22-11-2026\n", "organisaties/a.yaml", report)
    assert entry is not None
    check_dates(entry.path, passages_of(entry), date(2026, 11, 23), report)
    assert report.found == []
