"""Finds the Dutch places that a message names: towns, quarters, regions, provinces, postcodes."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.core.message import Place
from bot.core.places.distance import kilometres
from bot.core.places.gazetteer import (
    SHORTEST_REPAIR,
    Gazetteer,
    Manner,
    Mention,
    Word,
    gather,
    nearest_name,
    place_key,
    words_of,
)
from bot.core.places.place_words import (
    ADVERBS,
    ARTICLES,
    ASKING,
    CODE_LEADS,
    CODE_WORDS,
    GLUED,
    JOINING,
    LEADS,
    LEADS_WITH_VAN,
    LEANING,
    OR,
    SMALL,
    TWO_LETTER_WORDS,
    UNITS,
)
from bot.core.places.spelling import LONG, close_names, stems_of
from bot.core.places.wanted import wanted_place

__all__ = [
    "Gazetteer",
    "Manner",
    "Mention",
    "find_places",
    "gather",
    "nearest_name",
    "place_key",
    "wanted_place",
]

FAR_BIGGER = 30  # times the inhabitants of the next namesake: then the big one is meant
CITY = 100_000  # inhabitants from which a name is the city's rather than the province's
SURE_TYPO = 6  # letters from which a clear slip of the finger is read as the town
PLAIN_TYPO = 7  # letters from which one is read as the town in any sentence
KNOWN_TOWN = 15_000  # inhabitants from which a town may be meant in any sentence
SHORT = 4  # words up to which a misspelt town needs no word of place
KEYWORDS = 7  # words up to which a message may be a few loose words
QUARTER_NEAR = 12  # kilometres from the middle of a town within which its quarters lie
_QUARTER_GAPS = (" ", "-", ", ", " - ", "/", " wijk ", " (")
NEAR = 30  # kilometres within which a town decides between namesakes
LONGEST = 4_096  # characters that are looked at; Telegram sends no more
MOST = 20  # mentions after which nobody asks for a place any more


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text in words, with the mentions found so far."""

    text: str
    words: list[Word]
    gazetteer: Gazetteer
    found: list[Mention] = field(default_factory=list)

    def key(self, at: int) -> str:
        """The key of the word there, or nothing beyond either end."""
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def after_a_place(self, at: int) -> bool:
        """Whether the word before this one ends the last mention."""
        return bool(at and self.found) and self.found[-1].end == self.words[at - 1].end


def find_places(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """All places that the text names, in order, with their offsets in it."""
    reading = _Reading(text, words_of(text[:LONGEST]), gazetteer)
    at = 0
    while at < len(reading.words) and len(reading.found) < MOST:
        if gazetteer.is_plain(reading.words[at].key):
            at += 1
            continue
        mention, taken = _at(reading, at)
        if mention is not None:
            reading.found.append(mention)
        at += taken
    return _settled(_quarters(text, _beside_codes(reading))) if reading.found else ()


def _at(reading: _Reading, at: int) -> tuple[Mention | None, int]:
    """What stands at a word, and how many words it takes."""
    gazetteer, key = reading.gazetteer, reading.words[at].key
    if key[0].isdigit() and len(key) >= 4:
        return _code_at(reading, at)
    most = min(gazetteer.reach.get(key, 1), len(reading.words) - at)
    for count in range(most, 0, -1):
        mention = _name_at(reading, at, count)
        if mention is not None:
            return mention, count
    led = _led(reading, at)
    if most > 1 and key not in ARTICLES and (led or len(reading.words) <= SHORT):
        for count in range(most, 1, -1):
            mention = _slip_at(reading, at, count)
            if mention is not None and mention.place is not None:
                return mention, count
    if key in gazetteer.familiar or key in gazetteer.rows:
        return None, 1
    if len(key) < SHORTEST_REPAIR:
        return _shortened_at(reading, at), 1
    short = len(reading.words) <= SHORT or _is_keywords(reading)
    loose = led or (short and reading.key(0) not in ASKING)
    if tailed := _tail_at(reading, at, led):
        return tailed, 1
    if loose:
        return _slip_at(reading, at, 1), 1
    return _clear_slip(reading, at) or _shortened_at(reading, at), 1


_GAP = re.compile(r"[\s\-‐-―'’`./]{0,3}\Z")


def _name_at(reading: _Reading, at: int, count: int) -> Mention | None:
    gazetteer, words = reading.gazetteer, reading.words[at : at + count]
    key = words[0].key if count == 1 else "".join(word.key for word in words)
    if key not in gazetteer.rows and key not in gazetteer.provinces:
        return None
    for left, right in pairwise(words):
        if not _GAP.match(reading.text, left.end, right.start):
            return None
    start, end = words[0].start, words[-1].end
    if count > 1 and not gazetteer.written_apart(key, words[0].key):
        return None
    if key in gazetteer.provinces and _is_province(reading, at, key):
        return Mention(start=start, end=end, province=gazetteer.provinces[key])
    if not _counts(reading, at, count):
        return None
    region = gazetteer.is_region(key)
    return replace(_mention(start, end, gazetteer.counted(key)), region=region)


def _is_province(reading: _Reading, at: int, key: str) -> bool:
    places = reading.gazetteer.counted(key)
    said = reading.key(at - 1) in ("provincie", "province")
    return said or not places or places[0][1] < CITY


def _mention(start: int, end: int, places: list[tuple[Place, int]]) -> Mention:
    if len(places) == 1 or places[0][1] >= FAR_BIGGER * places[1][1]:
        return Mention(start=start, end=end, place=places[0][0])
    return Mention(start=start, end=end, namesakes=tuple(place for place, _ in places))


def _counts(reading: _Reading, at: int, count: int) -> bool:
    """Whether what may be everyday words stands here as a place."""
    last = at + count - 1
    name = " ".join(word.key for word in reading.words[at : last + 1])
    manner = reading.gazetteer.manners.get(name)
    if manner is None or _in_province(reading, last + 1):
        return True
    capital = _capital(reading, at, last)
    led = _led(reading, at) and (capital or reading.key(at - 1) != "te")  # "te leiden" is a verb
    if manner is Manner.EITHER and _is_one_of_two(reading, last):
        return True
    if manner is not Manner.CAPITAL and _is_asked_too(reading, at, last):
        return True
    if reading.after_a_place(at) and _is_quarter_of_last(reading, at, last):
        return True
    match manner:
        case Manner.CAPITAL:
            return led and capital
        case Manner.CLOSING:
            return led and (capital or _closes(reading, last))
        case Manner.AFTER:
            return led or (at > 0 and _is_keywords(reading))
        case Manner.EITHER:
            return led or capital or count == len(reading.words) or _is_keywords(reading)


def _is_quarter_of_last(reading: _Reading, at: int, last: int) -> bool:
    """Whether it lies in the town named right before: "Haarlem schalkwijk"."""
    town = reading.found[-1].place
    key = "".join(word.key for word in reading.words[at : last + 1])
    return town is not None and any(
        _is_part(place, town) for place, _ in reading.gazetteer.counted(key)
    )


def _is_one_of_two(reading: _Reading, last: int) -> bool:
    """Whether "of" and a sure place follow, as in "kampen of dronten"."""
    other = reading.key(last + 2)
    sure = other in reading.gazetteer.rows and other not in reading.gazetteer.manners
    return reading.key(last + 1) in OR and len(other) > 3 and sure


def _is_asked_too(reading: _Reading, at: int, last: int) -> bool:
    """Whether it is all that a message asks: "en Kampen?", "of Best dan"."""
    before = [word.key for word in reading.words[:at]]
    after = [word.key for word in reading.words[last + 1 :]]
    return bool(before) and LEANING.issuperset(before) and LEANING.issuperset(after)


def _is_keywords(reading: _Reading) -> bool:
    """Whether the message is a few words without a sentence, as "inloop leiden"."""
    return len(reading.words) <= KEYWORDS and not any(w.key in SMALL for w in reading.words)


def _in_province(reading: _Reading, at: int) -> bool:
    """Whether a province stands there, as in "Bergen (Limburg)"."""
    first, second = reading.key(at), reading.key(at + 1)
    return first in reading.gazetteer.provinces or first + second in reading.gazetteer.provinces


def _led(reading: _Reading, at: int) -> bool:
    """Whether a word of place goes before, as "in", "omgeving", or a place and "of"."""
    before = reading.key(at - 1)
    if before in LEADS or (before == "van" and reading.key(at - 2) in LEADS_WITH_VAN):
        return True
    if reading.after_a_place(at):
        gap = reading.text[reading.words[at - 1].end : reading.words[at].start]
        return gap.strip() in ("/", ",", "&", "-", "+")
    return before in JOINING and reading.after_a_place(at - 1)


def _capital(reading: _Reading, at: int, last: int) -> bool:
    """Whether the name has a capital that no start of a sentence or capital habit explains."""
    text, words = reading.text, reading.words
    if not at or not text[words[last].start].isupper():
        return False
    before = text[words[at - 1].end : words[at].start]
    lower = text[words[at - 1].start].islower() or (at == 1 and words[0].key in LEADS)
    return lower and not any(sign in before for sign in ".!?:\n")


def _closes(reading: _Reading, last: int) -> bool:
    end = reading.words[last].end
    rest = reading.text[end : end + 3].lstrip()
    return not rest or rest[0] in ".,;:!?)\n"


_CODE = re.compile(r"([1-9]\d{3})([a-z]{2})?\Z")


def _code_at(reading: _Reading, at: int) -> tuple[Mention | None, int]:
    """A postcode; its two letters are part of the mention and dropped from the place."""
    words = reading.words
    match = _CODE.match(words[at].key)
    if match is None or match[1] not in reading.gazetteer.rows:
        return None, 1
    taken = 2 if match[2] is None and _lettered(reading, at) else 1
    if taken == 1 and match[2] is None and not _bare_code(reading, at):
        return None, 1
    place, _ = reading.gazetteer.counted(match[1])[0]
    return Mention(start=words[at].start, end=words[at + taken - 1].end, place=place), taken


def _lettered(reading: _Reading, at: int) -> bool:
    """Whether the next word holds the two letters that end a postcode."""
    letters = reading.key(at + 1)
    if len(letters) != 2 or not (letters.isascii() and letters.isalpha()):
        return False
    start, end = reading.words[at + 1][:2]
    if reading.text[reading.words[at].end : start] not in (" ", "", "-"):
        return False
    return letters not in TWO_LETTER_WORDS or reading.text[start:end].isupper()


def _bare_code(reading: _Reading, at: int) -> bool:
    """Whether four digits without letters are a postcode and not a year, a time or a sum."""
    if len(reading.words) == 1:
        return True
    start, before, after = reading.words[at].start, reading.key(at - 1), reading.key(at + 1)
    if after in UNITS or reading.text[max(start - 2, 0) : start].strip().endswith(("€", "$", ":")):
        return False
    if before in CODE_WORDS or reading.key(at - 2) in CODE_WORDS or reading.after_a_place(at):
        return True
    if len(after) > 3 and reading.gazetteer.certain(after):
        return True
    number = int(reading.words[at].key)
    is_time = number <= 2359 and number % 100 in (0, 15, 30, 45)
    if is_time or 1900 <= number <= 2099:
        return False
    if number % 50 and number > 1000:
        return True  # no round number, so hardly a sum of anything
    return before in CODE_LEADS or (before == "van" and reading.key(at - 2) in LEADS_WITH_VAN)


def _tail_at(reading: _Reading, at: int, led: bool) -> Mention | None:
    """A town with a tail or a head, as in "Emmense", "Rotterdamie", "Утрехті" or "بأمستردام"."""
    word, gazetteer = reading.words[at], reading.gazetteer
    for stem in (*stems_of(word.key, led), *_unglued(word.key)):
        if gazetteer.certain(stem):
            return _mention(word.start, word.end, gazetteer.counted(stem))
    return None


def _unglued(key: str) -> tuple[str, ...]:
    """What is left of a town that a word of place is stuck to: "inmaastricht"."""
    rests = (key.removeprefix(lead) for lead in GLUED)
    return tuple(rest for rest in rests if rest != key and len(rest) >= SURE_TYPO)


def _slip_at(reading: _Reading, at: int, count: int) -> Mention | None:
    """A town that words come close to: taken for it where that is clear, else only offered."""
    gazetteer, words = reading.gazetteer, reading.words[at : at + count]
    typed, start, end = "".join(word.key for word in words), words[0].start, words[-1].end
    close = close_names(typed, gazetteer) if typed.isalpha() else []
    if not close or (count > 1 and not gazetteer.written_apart(close[0][0], words[0].key)):
        return None
    key, slips, size = close[0]
    if count == 1 and any(OSA.distance(typed, word) <= slips for word in ADVERBS):
        return None
    rivals = [other for _, others, other in close[1:] if others == slips]
    plain = len(key) >= SURE_TYPO or (size >= KNOWN_TOWN and slips == 1)
    clear = plain and (slips == 1 or len(key) > LONG)
    if clear and all(size >= 10 * rival for rival in rivals):
        return replace(_mention(start, end, gazetteer.counted(key)), exact=False)
    nearly = dict.fromkeys(gazetteer.counted(name)[0][0] for name, _, _ in close)
    return Mention(start=start, end=end, exact=False, nearly=tuple(nearly)[:3])


def _clear_slip(reading: _Reading, at: int) -> Mention | None:
    """A town of some size in a sentence without a word of place, with one letter wrong."""
    key = reading.words[at].key
    if len(key) < PLAIN_TYPO or not key.isalpha():
        return None
    close = close_names(key, reading.gazetteer)
    if not close:
        return None
    name, slips, inhabitants = close[0]
    if len(name) < PLAIN_TYPO or slips > 1 or inhabitants < KNOWN_TOWN:
        return None
    mention = _slip_at(reading, at, 1)
    return mention if mention and mention.place else None


def _shortened_at(reading: _Reading, at: int) -> Mention | None:
    """A town of some size that lost a letter: "emmn", "mepel"."""
    word, gazetteer = reading.words[at], reading.gazetteer
    name = gazetteer.shortened.get(word.key)
    if name is None or name in gazetteer.manners:
        return None
    return replace(_mention(word.start, word.end, gazetteer.counted(name)), exact=False)


def _beside_codes(reading: _Reading) -> list[Mention]:
    """The mentions, a postcode and the town beside it as one mention of the postcode."""
    kept: list[Mention] = []
    for mention in reading.found:
        pair = (kept[-1], mention) if kept else ()
        codes = [one for one in pair if one.place and one.place.name.isdigit()]
        if len(codes) == 1 and not reading.text[kept[-1].end : mention.start].strip(" ,-()"):
            kept[-1] = replace(codes[0], start=kept[-1].start, end=mention.end)
        else:
            kept.append(mention)
    return kept


def _quarters(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions, a town and its quarter right after it as the quarter: "Utrecht Overvecht"."""
    kept: list[Mention] = []
    for mention in found:
        town = kept[-1].place if kept else None
        gap = text[kept[-1].end : mention.start] if kept else ""
        if town and mention.place and gap in _QUARTER_GAPS and _is_part(mention.place, town):
            kept[-1] = replace(mention, start=kept[-1].start)
        else:
            kept.append(mention)
    return kept


def _is_part(quarter: Place, town: Place) -> bool:
    """Whether a place lies in the municipality of a town and is not that town itself."""
    if quarter.name == town.name or quarter.name.isdigit() or town.name.isdigit():
        return False
    near = kilometres(quarter.lat, quarter.lon, town.lat, town.lon) < QUARTER_NEAR
    return near and town.name == town.municipality == quarter.municipality


def _settled(found: list[Mention]) -> tuple[Mention, ...]:
    """The mentions with each namesake chosen that a province or a town near by decides."""
    provinces = {mention.province for mention in found if mention.province}
    towns = [mention.place for mention in found if mention.place]
    return tuple(_decided(m, provinces, towns) if m.namesakes else m for m in found)


def _decided(mention: Mention, provinces: set[str], towns: list[Place]) -> Mention:
    inside = [place for place in mention.namesakes if place.province in provinces]
    if len(inside) == 1:
        return replace(mention, place=inside[0], namesakes=())
    for town in towns:
        away = {
            kilometres(place.lat, place.lon, town.lat, town.lon): place
            for place in mention.namesakes
        }
        first, second = sorted(away)[:2] if len(away) > 1 else (NEAR, NEAR)
        if first < NEAR and first * 2 < second:
            return replace(mention, place=away[first], namesakes=())
    return mention
