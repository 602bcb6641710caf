"""Messages that only name a place, a day, a kind or for whom, and ask nothing of their own."""

from collections.abc import Callable

from bot.core.slots.persons import PERSON, Person
from bot.core.slots.slots import (
    AUDIENCE,
    EXPLAINED,
    FEAST_MASK,
    FORMAT,
    KIND,
    ORGANISATION_MASK,
    PLACE_MASK,
    THEME,
    WHEN_MASK,
)
from bot.core.understanding.reading import NUMBER_MASK, Reading

_SLOTTED = frozenset((KIND, THEME, AUDIENCE, FORMAT))
_SLOT_MASKS = frozenset((PLACE_MASK, WHEN_MASK, FEAST_MASK, ORGANISATION_MASK))
_DEAR = frozenset(PERSON + who for who in (Person.RELATIVE, Person.CHILD, Person.OWN))
_JOINING = frozenset(
    "en of maar dan ook nog in op bij te van voor naar rond uit omgeving buurt liever misschien "
    "anders eens de het een is er iets kan ik dat die daar hier and or on at about how "
    "there then instead near around with met mensen und dann wel als nou t n "
    "nee neen ja oh ok oke sorry bedoel bedoelde toch graag liefst eigenlijk alleen zit woon "
    "woont dus kant woonachtig mij me mijn wij we wijk dorp no yes mean meant i im in for the a "
    "what live please "
    "aan sint st den veur um bie mien zelf ergens toevallig precies eventueel evt only".split()
)
_FOR = frozenset("voor veur vur for".split())  # "en voor mijn dochter?"
_LONGEST = 8  # words
_LONGEST_NAME = 2  # words
_POSTCODE = 4  # figures of one without its letters


def is_fragment(reading: Reading) -> bool:
    """Whether a message only names a slot, or for whom, perhaps with a few joining words."""
    if len(reading.tokens) > _LONGEST:
        return False
    placed = PLACE_MASK in reading.words
    slotted, persons = set[int](), set[int]()
    for hit in reading.found.hits:
        positions = range(hit.first, hit.last + 1)
        if hit.category in _SLOTTED or (placed and hit.category == EXPLAINED):
            slotted.update(positions)  # "zelfregiecentrum in Deventer" asks for one there
        elif hit.category in _DEAR:
            persons.update(positions)
    masked = any(word in _SLOT_MASKS for word in reading.words)
    dear = bool(persons) and not _FOR.isdisjoint(reading.words)
    senior = bool(reading.found.slots.audiences)  # "65+"
    if not (masked or slotted or dear or senior):
        return False
    return all(
        word in _JOINING or word[0] in "‹?!" or at in slotted or (dear and at in persons)
        for at, word in enumerate(reading.words)
    )


def names_the_unheard(reading: Reading, known: Callable[[str], bool]) -> bool:
    """Whether it is a word or two that no example holds, with joining words: "in Xyzdorp"."""
    unheard = [
        at
        for at, (word, stem) in enumerate(zip(reading.words, reading.stems, strict=True))
        if not known(stem) or (word == NUMBER_MASK and len(reading.tokens[at].word) == _POSTCODE)
    ]
    return 0 < len(unheard) <= _LONGEST_NAME and all(
        word in _JOINING or word[0] in "‹?!" or at in unheard
        for at, word in enumerate(reading.words)
    )
