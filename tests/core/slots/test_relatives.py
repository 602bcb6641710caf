"""When a message seeks support for a relative, and when for who has the trouble."""

from datetime import datetime

import pytest

from bot.core.model import Audience
from bot.core.understanding.reading import read
from bot.knowledge.loader import Loaded

NOW = datetime(2026, 11, 25, 14)
RELATIVES = {Audience.LOVED_ONES}
PARENTS = {Audience.LOVED_ONES, Audience.PARENTS}


def _audiences(shipped: Loaded, text: str) -> set[Audience]:
    assert shipped.knowledge is not None
    brain = shipped.knowledge.brain
    return set(read(text, NOW, brain.lexicon, brain.gazetteer).found.slots.audiences)


@pytest.mark.parametrize(
    "text",
    [
        "Wij lopen vast door de drank van pa, kunnen we ergens met lotgenoten praten?",
        "Een vriend van me snuift, met wie praat ik daarover?",
        "Wij hebben een dakloze broer die gokt. Waar vinden wij steun?",
        "Hij drinkt. Waar kan ik als zijn vrouw terecht?",
        "Iets voor mij dus, niet voor mijn zus, zij blowt.",
        "Ik woon samen met iemand met een eetstoornis, is er een groep?",
        "Mijn man ligt dagen op bed. Wie begrijpt mij?",
        "Voor mijn vrouw, die wordt gek van mij",
        "Zijn er broers van gokkers die samenkomen?",
        "Al jaren samen met een drinker, bestaat daar een kring voor?",
        "Mijn zoon van twintig gokt. Is er iets voor mij?",
        "Mag ik als schoonzus ook komen luisteren?",
        "Een avond voor buren met een drinker thuis",
        "Zijn er mensen die een manische broer hebben?",
        "Iets voor mensen van wie de vrouw snuift",
        "Met een gokker getrouwd, waar kan dat besproken worden?",
        "Zelf drink ik niet, het gaat om mijn zwager",
        "Kan ik bellen over mijn oom?",
        "Mijn nicht is psychotisch en ik vertel op mijn werk maar dat ik griep heb",
        "Ik kom voor mezelf, mijn zwager drinkt",
        "Haar eetstoornis beheerst ons leven, wat bestaat er?",
        "Sinds de opname van mijn neef zoek ik iemand om mee te praten",
        "We hebben thuis een drinker, waar is een avond?",
        "Ik sta er alleen voor met mijn man en zijn angst. Met wie kan ik praten?",
        "Er is genoeg voor haar, maar mijn vrouw is manisch en ik trek het niet",
        "eşim kumar oynuyor, kendim için",
    ],
)
def test_who_bears_the_trouble_of_another_seeks_support_as_a_relative(
    shipped: Loaded, text: str
) -> None:
    assert _audiences(shipped, text) == RELATIVES


@pytest.mark.parametrize(
    "text",
    [
        "Wij zijn de ouders van een meisje met autisme en zoeken anderen in dezelfde situatie",
        "Moeders van verslaafde jongens, waar komen die samen?",
        "Een avond voor vaders waarvan de zoon blowt",
        "En voor mij als vader dan?",
        "Ik ben de moeder van een verslaafde zoon en kom voor mezelf",
        "Mijn kind komt zijn bed niet uit, waar kan ik als vader praten?",
    ],
)
def test_a_parent_who_bears_a_childs_trouble_is_a_parent_too(shipped: Loaded, text: str) -> None:
    assert _audiences(shipped, text) == PARENTS


@pytest.mark.parametrize(
    "text",
    [
        "Mijn broer drinkt en wil graag naar een groep, waar kan hij heen?",
        "Ik val terug en mijn vrouw weet van niets, waar is vanavond de AA?",
        "Als vrouw van de dokter kom ik liever anoniem, kan dat?",
        "Mijn zus zit in de gemeenteraad. Waar kan ik wandelen?",
        "Mijn moeder dronk en nu ben ik het zelf, een alcoholist. Waar is er een groep?",
        "Mijn broer blowde, ik ook. Waar is er een groep?",
        "Mijn vrouw stuurt me vanwege mijn gokken, kan ik komen?",
        "Mijn zus is somber, waar kunnen wij samen wandelen?",
    ],
)
def test_a_dear_one_in_the_story_makes_nobody_a_relative(shipped: Loaded, text: str) -> None:
    assert _audiences(shipped, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "KOPP-ouders, wanneer begint de cursus?",
        "Vaders die zelf een verslaving hebben gehad, komen die samen?",
        "Zwanger en somber, zijn er andere aanstaande moeders?",
        "Vaders die blowen, waar komen die?",
        "Een praatgroep voor mama's, ik ben angstig",
        "Ik heb borderline en een kind van twee, zijn er andere moeders met borderline?",
    ],
)
def test_parents_who_have_it_themselves_are_no_relatives(shipped: Loaded, text: str) -> None:
    assert _audiences(shipped, text) == {Audience.PARENTS}
