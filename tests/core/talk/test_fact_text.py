"""One fact of an activity, as residents read it."""

from datetime import datetime

from bot.core.knowledge import FactTexts
from bot.core.model import Aspect, Fact, Tri
from bot.core.programme.programme import build_programme
from bot.core.talk.cards import fact_text
from bot.core.talk.teller import Teller

CARE = FactTexts(
    name={"nl": "in zorg"},
    yes={"nl": "Je moet in zorg zijn."},
    no={"nl": "Je hoeft niet in zorg te zijn."},
)


def told(detail: str, value: Tri = Tri.NO) -> str:
    teller = Teller(
        programme=build_programme({}, {}, []),
        texts={},
        facts={Aspect.IN_CARE: CARE},
        language="nl",
        now=datetime(2026, 11, 25, 14, 0),
    )
    return fact_text(teller, Aspect.IN_CARE, Fact(value=value, detail=detail))


def test_the_editors_words_follow_the_sentence() -> None:
    assert told("ook niet geweest") == "Je hoeft niet in zorg te zijn. Ook niet geweest."


def test_words_that_say_the_same_are_not_said_twice() -> None:
    assert told("je hoeft niet in zorg te zijn") == "Je hoeft niet in zorg te zijn."


def test_of_what_is_unknown_only_the_editors_words_are_said() -> None:
    assert told("vraag het na", Tri.UNKNOWN) == "Vraag het na."
