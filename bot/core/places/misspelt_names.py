"""Towns that are misspelt, shortened, or have a head or a tail."""

from dataclasses import replace

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.core.places.gazetteer import Mention
from bot.core.places.mentions import mention_of
from bot.core.places.passage import Passage
from bot.core.places.place_words import ADVERBS, GLUED
from bot.core.places.spelling import LONG, close_names, stems_of

_RIVER_ARTICLES = ("de", "den", "d", "t", "het", "der")
_SURE_TYPO = 6  # letters from which a clear slip of the finger is read as the town
_PLAIN_TYPO = 7  # letters from which one is read as the town in any sentence
_KNOWN_TOWN = 15_000  # inhabitants from which a town may be meant in any sentence


def tail_at(passage: Passage, at: int, led: bool) -> Mention | None:
    """A town with a tail or a head, as in "Emmense", "Rotterdamie", "Утрехті" or "بأمستردام"."""
    word, gazetteer = passage.words[at], passage.gazetteer
    for stem in (*stems_of(word.key, led), *_unglued(word.key)):
        if gazetteer.certain(stem):
            return mention_of(word.start, word.end, gazetteer.counted(stem))
    return None


def _unglued(key: str) -> tuple[str, ...]:
    """What is left of a town that a word of place is stuck to: "inmaastricht"."""
    if not key.startswith(GLUED):
        return ()
    rests = (key.removeprefix(lead) for lead in GLUED)
    return tuple(rest for rest in rests if rest != key and len(rest) >= _SURE_TYPO)


def slip_at(passage: Passage, at: int, count: int) -> Mention | None:
    """A town that words come close to: taken for it where that is clear, else only offered."""
    gazetteer, words = passage.gazetteer, passage.words[at : at + count]
    typed, start, end = "".join(word.key for word in words), words[0].start, words[-1].end
    close = close_names(typed, gazetteer) if typed.isalpha() else []
    if not close or (count > 1 and not gazetteer.written_apart(close[0][0], words[0].key)):
        return None
    key, slips, size = close[0]
    if count == 1 and any(OSA.distance(typed, word) <= slips for word in ADVERBS):
        return None
    rivals = [other for _, others, other in close[1:] if others == slips]
    plain = len(key) >= _SURE_TYPO or (size >= _KNOWN_TOWN and slips == 1)
    clear = plain and (slips == 1 or len(key) > LONG)
    if clear and all(size >= 10 * rival for rival in rivals):
        return replace(mention_of(start, end, gazetteer.counted(key)), exact=False)
    nearly = dict.fromkeys(gazetteer.counted(name)[0][0] for name, _, _ in close)
    return Mention(start=start, end=end, exact=False, nearly=tuple(nearly)[:3])


def river_town_at(passage: Passage, at: int) -> tuple[Mention, int] | None:
    """A town on a river around "aan", misspelt: "krimpn aan den ijssel"; and how many words on."""
    start, size = at - 1, 2 if passage.key(at + 1) in _RIVER_ARTICLES else 1
    if start < 0 or not passage.key(at + size):
        return None
    typed = f"{passage.key(start)}aan{passage.key(at + size)}"
    close = extractOne(typed, passage.gazetteer.on_rivers, scorer=OSA.distance, score_cutoff=2)
    if close is None or close[2][0] != typed[0]:
        return None
    words = passage.words
    places = passage.gazetteer.counted(close[2])
    mention = mention_of(words[start].start, words[at + size].end, places)
    return replace(mention, exact=False), 1 + size


def clear_slip(passage: Passage, at: int) -> Mention | None:
    """A town of some size in a sentence without a word of place, with one letter wrong."""
    key = passage.words[at].key
    if len(key) < _PLAIN_TYPO or not key.isalpha():
        return None
    close = close_names(key, passage.gazetteer)
    if not close:
        return None
    name, slips, inhabitants = close[0]
    if len(name) < _PLAIN_TYPO or slips > 1 or inhabitants < _KNOWN_TOWN:
        return None
    mention = slip_at(passage, at, 1)
    return mention if mention and mention.place else None


def shortened_at(passage: Passage, at: int) -> Mention | None:
    """A town of some size that lost a letter: "emmn", "mepel"."""
    word, gazetteer = passage.words[at], passage.gazetteer
    name = gazetteer.shortened.get(word.key)
    if name is None or name in gazetteer.manners:
        return None
    return replace(mention_of(word.start, word.end, gazetteer.counted(name)), exact=False)
