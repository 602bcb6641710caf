"""Names and their rows."""

import os
import pickle
import subprocess
import sys

from bot.core.scoring.vocabulary import Vocabulary


def letters(word: str) -> list[str]:
    return [f"l:{one}" for one in word]


def vocabulary(names: str) -> Vocabulary:
    return Vocabulary(names.encode(), letters)


def test_each_name_has_its_place_in_the_order() -> None:
    known = vocabulary("w:prijs\nl:<pr\nc:kosten")
    assert known.rows(["c:kosten", "w:prijs"]).tolist() == [2, 0]


def test_a_name_that_is_not_held_has_a_negative_number_of_its_own() -> None:
    asked = ["w:zwijn", "w:prijs", "w:schaap", "w:zwijn"]
    strange, held, other, again = vocabulary("w:prijs").rows(asked).tolist()
    assert (held, strange < 0, other < 0) == (0, True, True)
    assert strange == again != other


def test_an_empty_vocabulary_knows_no_name() -> None:
    empty = vocabulary("")
    assert (len(empty), list(empty), empty.rows(["w:prijs"])[0] < 0) == (0, [], True)


def test_the_names_come_back_as_they_were_given() -> None:
    assert list(vocabulary("w:één\nw:‹plaats›")) == ["w:één", "w:‹plaats›"]


def test_more_names_than_are_taken_apart_at_a_time_come_back_whole() -> None:
    names = [f"w:{number}" for number in range(20_000)]
    assert list(vocabulary("\n".join(names))) == names


def test_the_letters_of_a_word_are_numbered_and_those_that_come_back_twice() -> None:
    known = vocabulary("l:a\nl:n")
    assert list(known.letters("anna")) == [0, 1, 1, 0]


def test_a_forgotten_word_is_taken_apart_anew() -> None:
    known = vocabulary("l:a")
    before = list(known.letters("a"))
    known.forget()
    assert list(known.letters("a")) == before == [0]


def test_a_vocabulary_from_another_process_knows_its_names_here() -> None:
    make = (
        "import pickle, sys; from bot.core.safety.features import letter_groups as groups; "
        "from bot.core.scoring.vocabulary import Vocabulary as V; "
        "sys.stdout.buffer.write(pickle.dumps(V(b'w:prijs\\nc:kosten', groups)))"
    )
    elsewhere = {**os.environ, "PYTHONHASHSEED": "4711"}
    sent = subprocess.run(
        [sys.executable, "-c", make], env=elsewhere, capture_output=True, check=True
    )
    here = pickle.loads(sent.stdout)  # noqa: S301 - our own bytes
    assert here.rows(["c:kosten", "w:prijs"]).tolist() == [1, 0]
