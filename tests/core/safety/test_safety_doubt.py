"""When the net may overrule a pattern of danger, and what guards keep from the net."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from bot.core.safety.features import letter_groups
from bot.core.safety.net import LABELS as ASKED
from bot.core.safety.net import SafetyNet
from bot.core.safety.screen import Level, SafetyRules, screen
from bot.core.scoring.vocabulary import Vocabulary
from bot.knowledge.problems import Report
from bot.knowledge.safety import read_rules

RULES = read_rules(Path(__file__).parents[3] / "knowledge" / "veiligheid", Report())
LABELS = (*ASKED, "danger", "suicide", "harm", "unsafe", "confusion")


def weighing(danger: float, text: float = 0.0, treatment: float = -9) -> SafetyRules:
    """The shipped patterns with a net that leans to one side, and by `text` on the word "tuin"."""
    assert RULES is not None
    weights = np.zeros((2, len(LABELS)), dtype=np.int8)
    weights[0, 0] = text
    bias = np.array([danger, treatment, 0, 0, 0, 0, 0], dtype=np.float32)
    index = Vocabulary(b"w:tuin\nl: ee", letter_groups)
    scale = np.ones(len(LABELS), dtype=np.float32)
    net = SafetyNet(labels=LABELS, index=index, weights=weights, scale=scale, bias=bias)
    return replace(RULES, net=net)


def test_a_net_that_sees_no_danger_overrules_a_pattern() -> None:
    assert screen("ik maak er een eind aan", weighing(danger=-3)).levels == ()


def test_a_net_in_doubt_leaves_the_pattern_its_say() -> None:
    assert screen("ik maak er een eind aan", weighing(danger=0)).levels == (Level.SUICIDE,)


def test_without_a_net_the_patterns_decide() -> None:
    assert screen("ik maak er een eind aan", replace(weighing(0), net=None)).crisis


def test_one_sentence_that_the_net_holds_for_danger_is_enough() -> None:
    text = "ik maak er een eind aan in de tuin. tot hoe laat is de soep er"
    assert screen(text, weighing(danger=-3, text=20)).crisis


CALM = "hoe laat begint de groep in het dorp en wat neem ik mee voor bij de koffie"
GO_ON = "met zijn allen in de zon met wat thee en een koekje van de bakker om de hoek"
TELLING = weighing(danger=-3, text=28)  # enough for one phrase, too little for all of a message


def test_what_stands_between_commas_is_weighed_by_itself() -> None:
    assert screen(f"de tuin in gaan, {CALM}, {CALM}", TELLING).crisis
    assert not screen(f"de tuin in gaan {GO_ON}, {CALM}", TELLING).crisis


def test_of_the_many_phrases_of_a_story_one_must_be_surer() -> None:
    assert not screen(f"de tuin in gaan, {CALM}, {CALM}, {CALM}", TELLING).crisis


def test_a_sentence_too_short_to_be_weighed_keeps_its_pattern() -> None:
    text = "hoe laat begint de groep in het dorp. kms vannacht. alvast bedankt voor de moeite"
    assert screen(text, weighing(danger=-3)).crisis


def test_a_long_sentence_drowns_no_pattern() -> None:
    text = "ik maak er een eind aan " + "en het was mooi weer " * 10
    assert screen(text, weighing(danger=-3)).crisis


def test_a_question_for_treatment_beside_it_keeps_the_pattern() -> None:
    found = screen("ik wil dood, mag ik stoppen met mijn lithium", weighing(danger=-3))
    assert found.levels == (Level.SUICIDE, Level.TREATMENT)


def test_bare_despair_is_no_danger_and_not_overruled() -> None:
    assert screen("ik kan niet meer", weighing(danger=-3)).levels == (Level.CONCERN,)


LONG_AGO = "jaren geleden wilde ik niet meer verder, nu gaat het goed en wil ik zingen"


def test_what_is_long_ago_and_well_now_is_kept_from_the_net() -> None:
    assert screen(LONG_AGO, weighing(danger=3)).levels == ()


def test_the_rest_of_the_message_is_weighed_all_the_same() -> None:
    assert screen(f"{LONG_AGO}. vannacht is het voorbij voor iedereen", weighing(danger=3)).crisis


def test_whoever_asks_to_join_asks_nothing_about_treatment() -> None:
    text = "mag mijn dochter meedoen als zij ritalin slikt"
    assert screen(text, weighing(danger=-9, treatment=3)).levels == ()


def test_a_treatment_question_beside_the_search_is_weighed_by_itself() -> None:
    text = "zou dit nou zo een inzinking zijn? en is er een koor in Houten"
    assert screen(text, weighing(danger=-9, treatment=3)).treatment


def test_where_treatment_is_likelier_the_net_must_be_surer_of_danger() -> None:
    text = "zou dit nou zo een inzinking zijn"
    assert screen(text, weighing(danger=1, treatment=2)).levels == (Level.TREATMENT,)
    assert screen(text, weighing(danger=2, treatment=3)).levels[0] is not Level.TREATMENT


def test_a_net_that_knows_nothing_of_a_text_overrules_no_pattern() -> None:
    assert screen("ik wil dood", weighing(danger=-3)).levels == (Level.SUICIDE,)


def leaning_to_treatment() -> SafetyRules:
    """The shipped patterns with a net that takes all it weighs for a question about treatment."""
    return weighing(danger=-9, treatment=3)


def test_what_somebody_takes_is_a_backdrop_to_an_ordinary_question() -> None:
    text = "ik slik olanzapine en ben soms suf, is er een wandelgroep in de middag"
    assert screen(text, leaning_to_treatment()).levels == ()


def test_asked_advice_beside_it_the_backdrop_is_none() -> None:
    text = "ik slik olanzapine en ben soms suf, kan dat kwaad, en is er een wandelgroep"
    assert screen(text, leaning_to_treatment()).levels == (Level.TREATMENT,)


def test_without_an_ordinary_question_there_is_no_backdrop() -> None:
    text = "ik slik olanzapine en ben soms suf"
    assert screen(text, leaning_to_treatment()).levels == (Level.TREATMENT,)


def test_a_group_elsewhere_in_the_message_excuses_no_death_wish() -> None:
    text = "mag mijn hond mee naar de groep want anders wil ik dood"
    assert screen(text, replace(weighing(0), net=None)).crisis


def test_a_course_in_another_sentence_excuses_no_danger() -> None:
    text = "wanneer begint de cursus. ik wil dood"
    assert screen(text, replace(weighing(0), net=None)).crisis
