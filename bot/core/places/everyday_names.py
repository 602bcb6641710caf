"""Whether a name that is an everyday word too stands for a place."""

from bot.core.places.gazetteer import Manner
from bot.core.places.mentions import is_part
from bot.core.places.passage import Passage
from bot.core.places.place_words import (
    LEADS,
    LEANING,
    LINKS,
    MEETINGS,
    NOUN_MARKS,
    OR,
    STREETS,
    TITLES,
)

_ABBREVIATED = 2  # letters of AA, NA, CA


def counts_as_place(passage: Passage, at: int, count: int) -> bool:
    """Whether what may be everyday words stands here as a place."""
    last = at + count - 1
    name = " ".join(word.key for word in passage.words[at : last + 1])
    manner = passage.gazetteer.manners.get(name)
    if _is_of_a_person(passage, at) or passage.key(last + 1) in STREETS:
        return False
    if manner is None:
        return True
    capital = _capital(passage, at, last)
    written = at == 0 or passage.text[passage.words[at].start].isupper() or passage.is_led(at)
    if written and _in_province(passage, last + 1):
        return True
    led = passage.is_led(at) and (capital or passage.key(at - 1) != "te")  # "te leiden" is a verb
    if manner is Manner.EITHER and _is_one_of_two(passage, last):
        return True
    if manner is not Manner.CAPITAL and _is_asked_too(passage, at, last):
        return True
    if passage.after_a_place(at) and _is_quarter_of_last(passage, at, last):
        return True
    match manner:
        case Manner.CAPITAL:
            return led and capital
        case Manner.CLOSING:
            return led and (capital or _closes(passage, last))
        case Manner.AFTER:
            return led or _is_a_sentence(passage, at, last) or (at > 0 and passage.is_keywords())
        case Manner.EITHER:
            bare = count == len(passage.words) or passage.is_keywords()
            return led or capital or bare or _is_named_apart(passage, at, last)


def _is_of_a_person(passage: Passage, at: int) -> bool:
    """Whether it is a family name: "meneer Goossens", "mevrouw van Bergen"."""
    before = at - 1
    while passage.key(before) in LINKS:
        before -= 1
    return passage.key(before) in TITLES


def _is_named_apart(passage: Passage, at: int, last: int) -> bool:
    """Whether it stands by itself or right after a kind of meeting: "inloop leiden op maandag"."""
    before = passage.key(at - 1)
    named = passage.key(at - 2) not in NOUN_MARKS or len(before) <= _ABBREVIATED
    meeting = before in MEETINGS and named  # "de AA hoorn", but "de inloop leiden" is to lead it
    return meeting or _is_a_sentence(passage, at, last)


def _is_a_sentence(passage: Passage, at: int, last: int) -> bool:
    """Whether it is a sentence of its own with a capital: "Iets met koffie ofzo. Goes"."""
    if not at or not passage.text[passage.words[at].start].isupper():
        return False
    gap = passage.text[passage.words[at - 1].end : passage.words[at].start]
    return any(sign in gap for sign in ".!?\n") and _closes(passage, last)


def _is_quarter_of_last(passage: Passage, at: int, last: int) -> bool:
    """Whether it lies in the town named right before: "Haarlem schalkwijk"."""
    town = passage.found[-1].place
    key = "".join(word.key for word in passage.words[at : last + 1])
    return town is not None and any(
        is_part(place, town) for place, _ in passage.gazetteer.counted(key)
    )


def _is_one_of_two(passage: Passage, last: int) -> bool:
    """Whether "of" and a sure place follow, as in "kampen of dronten"."""
    other = passage.key(last + 2)
    sure = other in passage.gazetteer.rows and other not in passage.gazetteer.manners
    return passage.key(last + 1) in OR and len(other) > 3 and sure


def _is_asked_too(passage: Passage, at: int, last: int) -> bool:
    """Whether it is all that a message asks: "en Kampen?", "of Best dan"."""
    before = [word.key for word in passage.words[:at]]
    after = [word.key for word in passage.words[last + 1 :]]
    return bool(before) and LEANING.issuperset(before) and LEANING.issuperset(after)


def _in_province(passage: Passage, at: int) -> bool:
    """Whether a province stands there, as in "Bergen (Limburg)"."""
    first, second = passage.key(at), passage.key(at + 1)
    return first in passage.gazetteer.provinces or first + second in passage.gazetteer.provinces


def _capital(passage: Passage, at: int, last: int) -> bool:
    """Whether the name has a capital that no start of a sentence or capital habit explains."""
    text, words = passage.text, passage.words
    if not at or not text[words[last].start].isupper():
        return False
    before = text[words[at - 1].end : words[at].start]
    lower = text[words[at - 1].start].islower() or (at == 1 and words[0].key in LEADS)
    return lower and not any(sign in before for sign in ".!?:\n")


def _closes(passage: Passage, last: int) -> bool:
    end = passage.words[last].end
    rest = passage.text[end : end + 3].lstrip()
    if [passage.key(last + n) for n in (1, 2, 3)] == ["in", "de", "buurt"]:
        return True
    return not rest or rest[0] in ".,;:!?)\n"
