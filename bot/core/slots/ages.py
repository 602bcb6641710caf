"""How old people are to be: the young, older people, and those of one's own age."""

from collections.abc import Sequence

from bot.core.calendar.dutch_calendar import cardinal
from bot.core.lexicon.phrases import Hit
from bot.core.model import Audience
from bot.core.slots.persons import Cast

# Said of grown-ups too: "meiden van in de veertig".
_ALSO_GROWN = ("leeftijd", "meid", "meis", "my age", "generatie", "gast", "boys", "jongens")
_YOUNG = ("jonge ", "jongere ", "jongeren", "jongvol", "jong ", "young", "tiener", "puber")
_OF_ANY_AGE = frozenset((Audience.WOMEN, Audience.MEN, Audience.LGBTQ, Audience.MIGRANTS))
_SAID = {
    Audience.YOUNG: frozenset("jonge jong young".split()),
    Audience.OLDER: frozenset("oudere oude ouwe bejaarde gepensioneerde older elderly".split()),
}
_PENSIONED = ("pensioen", "gepension")
_DECADES = ("dertiger", "dertigers", "veertiger", "veertigers")  # later ones are older people
_GROWN_UP = 30  # years from which "people of my age" are not young
_OLDER = 60  # years from which they are older people
_OLDEST = 110
_LONGEST_AGE = 16  # letters of "achtenzeventig" and the like


def aged(cast: Cast, kept: Sequence[Hit], found: Sequence[Audience]) -> list[Audience]:
    """The audiences, where those of one's own age are as old as the writer says to be.

    "Ik ben 68 en zoek leeftijdgenoten" is for older people; "ik ben 44 …" for nobody's age.
    """
    every = list(found)
    if cast.senior and Audience.OLDER not in every:
        every.append(Audience.OLDER)
    if Audience.YOUNG not in every or _plainly_young(kept):
        return every
    age = max(_ages(cast), default=0)
    if Audience.OLDER in every or age >= _GROWN_UP or _is_pensioned(cast):
        every.remove(Audience.YOUNG)
        if age >= _OLDER and Audience.OLDER not in every:
            every.append(Audience.OLDER)
    return every


def said_before(cast: Cast, kept: Sequence[Hit]) -> list[Audience]:
    """The ages said right before a group: "jonge transpersonen", "oudere lesbiennes"."""
    before = {cast.word(hit.first - 1) for hit in kept if hit.value in _OF_ANY_AGE}
    return [age for age, words in _SAID.items() if before & words]


def _ages(cast: Cast) -> list[int]:
    """The ages that are told, in years."""
    ages = [_age(token.word) for token in cast.tokens]
    return [age for age in ages if age <= _OLDEST]


def _is_pensioned(cast: Cast) -> bool:
    return any(token.word.startswith(_PENSIONED) for token in cast.tokens)


def _age(word: str) -> int:
    """The years that a word may say: "68", "zesenzeventig", "veertigers"; 0 where it says none."""
    if word in _DECADES:
        word = word.removesuffix("s").removesuffix("er")
    if len(word) > _LONGEST_AGE or not (word.isdigit() or word.endswith("tig")):
        return 0
    return cardinal(word) or 0


def _plainly_young(kept: Sequence[Hit]) -> bool:
    """Whether it says young, and not only girls, lads, or people of one's own age."""
    return any(
        hit.value == Audience.YOUNG
        and (hit.phrase.startswith(_YOUNG) or not any(word in hit.phrase for word in _ALSO_GROWN))
        for hit in kept
    )
