"""Names and their rows."""

from bot.core.understanding.vocabulary import Vocabulary


def test_each_name_has_its_place_in_the_order() -> None:
    assert Vocabulary(b"w:prijs\nl:<pr\nc:kosten").rows(["c:kosten", "w:prijs"]).tolist() == [2, 0]


def test_a_name_that_is_not_held_has_no_row() -> None:
    assert Vocabulary(b"w:prijs\nc:kosten").rows(["w:zwijn", "w:prijs"]).tolist() == [-1, 0]


def test_an_empty_vocabulary_knows_no_name() -> None:
    empty = Vocabulary(b"")
    assert (len(empty), list(empty), empty.rows(["w:prijs"]).tolist()) == (0, [], [-1])


def test_the_names_come_back_as_they_were_given() -> None:
    assert list(Vocabulary("w:één\nw:‹plaats›".encode())) == ["w:één", "w:‹plaats›"]
