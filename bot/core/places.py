"""Finds the Dutch places that a message names, and which of them the resident asks about."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from rapidfuzz.distance import OSA

from bot.core.distance import kilometres
from bot.core.message import Place

FAR_BIGGER = 30  # times the inhabitants of the next namesake: then the big one is meant
UNCOUNTED = 1_500  # inhabitants where the source gives none: mostly a village
SURE_TYPO = 6  # letters from which a clear slip of the finger is read as the town
SHORT = 4  # words up to which a message is read as keywords
LONGEST = 4_096  # characters that are looked at; Telegram sends no more


class Manner(StrEnum):
    """What it takes before a word that is also an everyday word counts as a place."""

    CAPITAL = "capital"  # after a preposition of place and with a capital
    AFTER = "after"  # after a preposition of place, with a capital or closing the clause
    EITHER = "either"  # after a preposition of place, or a capital, or as the whole message


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of the text that names a place, several namesakes, a province, or nearly a place."""

    start: int
    end: int
    place: Place | None = None
    namesakes: tuple[Place, ...] = ()  # several places of one name, and no telling which
    exact: bool = True
    nearly: tuple[Place, ...] = ()  # what the spelling comes close to, best first
    province: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """All places by the key of their name; a row is read into a `Place` when it is looked up."""

    rows: Mapping[str, str] = field(repr=False)  # key without spaces → lines of the file
    reach: Mapping[str, int] = field(repr=False)  # first word of a name → most words it takes
    buckets: Mapping[str, tuple[str, ...]] = field(repr=False)  # letter and length → keys
    provinces: Mapping[str, str] = field(default_factory=dict)
    manners: Mapping[str, Manner] = field(default_factory=dict)
    familiar: frozenset[str] = frozenset()  # everyday words that no town is read into

    def named(self, name: str) -> tuple[Place, ...]:
        """All places of this name, the largest first."""
        return tuple(place for place, _ in self.counted(place_key(name).replace(" ", "")))

    def counted(self, key: str) -> list[tuple[Place, int]]:
        """The places under a key with their inhabitants, the largest first."""
        found = [_read(line) for line in self.rows.get(key, "").splitlines()]
        return sorted(found, key=lambda pair: -pair[1])


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    key: str


_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s\-‐-―'’`./]{1,3}\Z")
_POSTCODE = re.compile(r"([1-9]\d{3})([a-z]{2})?\Z")


def place_key(name: str) -> str:
    """The name in small letters without accents and punctuation, "st." written out."""
    return " ".join(word.key for word in _words(name))


def _fold(word: str) -> str:
    if word.isascii():
        small = word.lower()
        return "sint" if small == "st" else small
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _words(text: str) -> list[_Word]:
    return [_Word(m.start(), m.end(), _fold(m[0])) for m in _WORD.finditer(text)]


def _read(line: str) -> tuple[Place, int]:
    _, _, name, lat, lon, province, municipality, inhabitants = line.split("\t")
    place = Place(
        name=name,
        lat=float(lat),
        lon=float(lon),
        province=province,
        municipality=municipality,
    )
    return place, int(inhabitants or UNCOUNTED)


def gather(
    lines: Mapping[str, str],
    *,
    provinces: Mapping[str, str] | None = None,
    manners: Mapping[str, Manner] | None = None,
    familiar: frozenset[str] = frozenset(),
) -> Gazetteer:
    """A gazetteer of the lines of `places.tsv` by key; other names as their writer wrote them."""
    rows = dict(lines)
    reach: dict[str, int] = {}
    for key in [key for key in lines if " " in key]:
        _reach_out(key, reach)
        joined, text = key.replace(" ", ""), rows.pop(key)
        rows[joined] = f"{rows[joined]}\n{text}" if joined in rows else text
    by_key = {}
    for name, province in (provinces or {}).items():
        _reach_out(place_key(name), reach)
        by_key[place_key(name).replace(" ", "")] = province
    return Gazetteer(
        rows=rows,
        reach=reach,
        buckets=_buckets(rows),
        provinces=by_key,
        manners={place_key(name): manner for name, manner in (manners or {}).items()},
        familiar=familiar,
    )


def _reach_out(key: str, reach: dict[str, int]) -> None:
    first, *others = key.split(" ")
    reach[first] = max(reach.get(first, 1), 1 + len(others))


def _buckets(rows: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key in rows:
        if len(key) > 4 and key[0] > "9":
            found.setdefault(key[0] + chr(len(key)), []).append(key)
    return {bucket: tuple(keys) for bucket, keys in found.items()}


_LEADS = frozenset(
    "in te ter uit bij rond rondom om omgeving omg omtrent naar vanuit richting regio gemeente gem "
    "nabij stad dorp plaats station near around from at to nahe aus nach um w we do z koło kolo "
    "okolice yn út biej в у до із з біля возле около около із".split()
)
_LEADS_WITH_VAN = frozenset(
    "buurt omgeving omg gemeente stad dorp plaats regio richting centrum hartje rand bieb omtrek "
    "omstreken nabijheid".split()
)
_JOINING = frozenset("of en or and oder und dan tot plus lub i".split())
_CODE_LEADS = frozenset("postcode postkode pc postcodegebied zip zipcode plz".split())
_CODE_PLACES = frozenset("op in uit naar bij omgeving regio gebied woon".split())
_UNITS = frozenset("uur u h euro eur km kilometer meter m jaar keer mensen stappen gram ml".split())
_SMALL_WORDS = frozenset(
    "aa ah al am an as at be bv da de di do dr du en er et eu ff go ha he hè ho ie if ik in is it "
    "ja je jij km ma me mm mn na ne nl no nr nu of oh ok om on op or ov pm po te tl to tv ui up uw "
    "va we wo wy xx yo za ze zn zo zu".split()
)
_ENDINGS = (
    ("se", "", 5),
    ("se", "en", 5),
    ("er", "", 6),
    ("cie", "t", 6),
    ("ie", "", 6),
    ("u", "", 6),
    ("s", "", 6),
)
_VOWELS = "аеиіоуыюяїе"
_ARABIC_STARTS = "بلوف"


def find_places(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """All places that the text names, in order, with their offsets in it."""
    words = _words(text[:LONGEST])
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention, taken = _at(text, words, at, found, gazetteer)
        if mention is not None:
            found.append(mention)
        at += taken
    return _settled(_joined_codes(found, text), gazetteer) if found else ()


def _at(
    text: str, words: list[_Word], at: int, found: list[Mention], gazetteer: Gazetteer
) -> tuple[Mention | None, int]:
    key = words[at].key
    if key[0].isdigit():
        return _code_at(text, words, at, found, gazetteer)
    most = min(gazetteer.reach.get(key, 1), len(words) - at)
    for count in range(most, 0, -1):
        mention = _name_at(text, words, at, count, found, gazetteer)
        if mention is not None:
            return mention, count
    if len(key) < 5 or key in gazetteer.familiar or key in gazetteer.rows:
        return None, 1
    led = _led(text, words, at, found)
    return _ending_at(words[at], led, gazetteer) or _slip_at(text, words, at, led, gazetteer), 1


def _name_at(
    text: str, words: list[_Word], at: int, count: int, found: list[Mention], gazetteer: Gazetteer
) -> Mention | None:
    key = words[at].key if count == 1 else "".join(word.key for word in words[at : at + count])
    if key not in gazetteer.rows and key not in gazetteer.provinces:
        return None
    if any(
        not _GAP.match(text, words[n].end, words[n + 1].start) for n in range(at, at + count - 1)
    ):
        return None
    start, end = words[at].start, words[at + count - 1].end
    places = gazetteer.counted(key)
    if key in gazetteer.provinces and (
        (at and words[at - 1].key in ("provincie", "province"))
        or not places
        or places[0][1] < 100_000
    ):
        return Mention(start=start, end=end, province=gazetteer.provinces[key])
    if not _counts(text, words, at, count, key, found, gazetteer):
        return None
    return _mention(start, end, places)


def _mention(start: int, end: int, places: list[tuple[Place, int]]) -> Mention:
    biggest = places[0][0]
    if len(places) == 1 or places[0][1] >= FAR_BIGGER * places[1][1]:
        return Mention(start=start, end=end, place=biggest)
    return Mention(start=start, end=end, namesakes=tuple(place for place, _ in places))


def _counts(
    text: str,
    words: list[_Word],
    at: int,
    count: int,
    key: str,
    found: list[Mention],
    gazetteer: Gazetteer,
) -> bool:
    """Whether a word that may be an everyday word stands here as a place."""
    manner = gazetteer.manners.get(" ".join(word.key for word in words[at : at + count]))
    if manner is None:
        return True
    led = _led(text, words, at, found)
    capital = _capital(text, words, at, count)
    if manner is Manner.CAPITAL:
        return led and capital
    if manner is Manner.AFTER:
        return led and (capital or _closes(text, words[at + count - 1].end))
    return led or capital or count == len(words)


def _led(text: str, words: list[_Word], at: int, found: list[Mention]) -> bool:
    """Whether a word of place goes before, as "in", "omgeving" or a place and "of"."""
    if not at:
        return False
    before = words[at - 1].key
    if before in _LEADS:
        return True
    further = words[at - 2].key if at > 1 else ""
    if before == "van" and further in _LEADS_WITH_VAN:
        return True
    if not found:
        return False
    if found[-1].end == words[at - 1].end:
        return text[words[at - 1].end : words[at].start].strip() in ("/", ",", "&", "-")
    return before in _JOINING and at > 1 and found[-1].end == words[at - 2].end


def _capital(text: str, words: list[_Word], at: int, count: int) -> bool:
    """Whether the name has a capital that no start of a sentence or capital habit explains."""
    if not at or not text[words[at + count - 1].start].isupper():
        return False
    before = text[words[at - 1].end : words[at].start]
    return text[words[at - 1].start].islower() and not any(sign in before for sign in ".!?:\n")


def _closes(text: str, end: int) -> bool:
    rest = text[end : end + 2].lstrip()
    return not rest or rest[0] in ".,;:!?)\n"


def _code_at(
    text: str, words: list[_Word], at: int, found: list[Mention], gazetteer: Gazetteer
) -> tuple[Mention | None, int]:
    match = _POSTCODE.match(words[at].key)
    if match is None or match[1] not in gazetteer.rows:
        return None, 1
    code, taken = match[1], 1
    lettered = match[2] is not None
    if not lettered and at + 1 < len(words) and _letters(text, words[at], words[at + 1]):
        lettered, taken = True, 2
    if not lettered and not _bare_code(text, words, at, found, gazetteer):
        return None, 1
    place, _ = gazetteer.counted(code)[0]
    return Mention(start=words[at].start, end=words[at + taken - 1].end, place=place), taken


def _letters(text: str, digits: _Word, word: _Word) -> bool:
    """Whether the word holds the two letters that belong to the four digits before it."""
    if len(word.key) != 2 or not word.key.isascii() or not word.key.isalpha():
        return False
    if text[digits.end : word.start] not in (" ", "", "-"):
        return False
    return word.key not in _SMALL_WORDS or text[word.start : word.end].isupper()


def _bare_code(
    text: str, words: list[_Word], at: int, found: list[Mention], gazetteer: Gazetteer
) -> bool:
    """Whether four digits without letters are a postcode and not a year, a time or a sum."""
    if len(words) == 1:
        return True
    before = words[at - 1].key if at else ""
    after = words[at + 1].key if at + 1 < len(words) else ""
    if after in _UNITS or text[max(words[at].start - 2, 0) : words[at].start].strip() in "€$" + ":":
        if after in _UNITS or text[max(words[at].start - 2, 0) : words[at].start].strip():
            return False
    if before in _CODE_LEADS or (at > 1 and words[at - 2].key in _CODE_LEADS):
        return True
    if at and found and found[-1].end == words[at - 1].end:
        return True
    if after and after in gazetteer.rows and after not in gazetteer.manners and len(after) > 3:
        return True
    number = int(words[at].key)
    time = number <= 2359 and number % 100 in (0, 15, 30, 45)
    if 1900 <= number <= 2099 or time:
        return False
    further = words[at - 2].key if at > 1 else ""
    return before in _CODE_PLACES or (before == "van" and further in _LEADS_WITH_VAN)


def _ending_at(word: _Word, led: bool, gazetteer: Gazetteer) -> Mention | None:
    """A town with a tail, as in "Emmense", "Rotterdamie", "Утрехті" or "بأمستردام"."""
    for stem in _stems(word.key, led):
        if stem in gazetteer.rows and stem not in gazetteer.manners:
            return _mention(word.start, word.end, gazetteer.counted(stem))
    return None


def _stems(key: str, led: bool) -> Iterator[str]:
    if key.isascii():
        for ending, instead, least in _ENDINGS:
            if key.endswith(ending) and (led or ending == "se"):
                stem = key[: -len(ending)] + instead
                if len(stem) >= least:
                    yield stem
    elif key[0] in _ARABIC_STARTS:
        yield key[1:]
    elif key[-1] in _VOWELS:
        yield key[:-1]


def _slip_at(
    text: str, words: list[_Word], at: int, led: bool, gazetteer: Gazetteer
) -> Mention | None:
    """A town that the word comes close to, taken for it where that is clear, else only offered."""
    word = words[at]
    if not (led or len(words) <= SHORT) or not word.key.isalpha():
        return None
    close = nearby_names(word.key, gazetteer)
    if not close:
        return None
    (key, slips), *others = close
    places = gazetteer.counted(key)
    clear = len(key) >= SURE_TYPO and (slips == 1 or len(key) >= 9)
    rival = others and others[0][1] == slips
    if rival and places[0][1] < 10 * gazetteer.counted(others[0][0])[0][1]:
        clear = False
    if clear:
        return replace(_mention(word.start, word.end, places), exact=False)
    nearly = [gazetteer.counted(name)[0][0] for name, _ in close]
    return Mention(
        start=word.start, end=word.end, exact=False, nearly=tuple(dict.fromkeys(nearly))[:3]
    )


def nearby_names(key: str, gazetteer: Gazetteer) -> list[tuple[str, int]]:
    """Up to five keys that a slip or two of the finger turns into this one, best first."""
    most = 1 if len(key) < 8 else 2
    found = []
    for length in range(max(len(key) - most, 5), len(key) + most + 1):
        for name in gazetteer.buckets.get(key[0] + chr(length), ()):
            slips = OSA.distance(key, name, score_cutoff=most)
            if slips <= most and name not in gazetteer.manners:
                found.append((name, slips))
    found.sort(key=lambda pair: (pair[1], -gazetteer.counted(pair[0])[0][1]))
    return found[:5]


def _joined_codes(found: list[Mention], text: str) -> list[Mention]:
    """A postcode and the town beside it as one mention of the postcode."""
    kept: list[Mention] = []
    for mention in found:
        last = kept[-1] if kept else None
        if last is not None and len(text[last.end : mention.start].strip(" ,-()")) == 0:
            codes = [m for m in (last, mention) if m.place and m.place.name.isdigit()]
            if len(codes) == 1 and mention.end - last.start < 60:
                kept[-1] = replace(codes[0], start=last.start, end=mention.end)
                continue
        kept.append(mention)
    return kept


def _settled(found: list[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions with each namesake chosen that a province or a town near by decides."""
    if not any(mention.namesakes for mention in found):
        return tuple(found)
    provinces = {mention.province for mention in found if mention.province}
    towns = [mention.place for mention in found if mention.place]
    return tuple(_decided(m, provinces, towns) if m.namesakes else m for m in found)


def _decided(mention: Mention, provinces: set[str], towns: list[Place]) -> Mention:
    inside = [place for place in mention.namesakes if place.province in provinces]
    if len(inside) == 1:
        return replace(mention, place=inside[0], namesakes=())
    for town in towns:
        near = sorted((_apart(place, town), n) for n, place in enumerate(mention.namesakes))
        if near[0][0] < 30 and near[0][0] * 2 < near[1][0]:
            return replace(mention, place=mention.namesakes[near[0][1]], namesakes=())
    return mention


def _apart(a: Place, b: Place) -> float:
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def nearest_name(lat: float, lon: float, gazetteer: Gazetteer) -> Place:
    """The town or village whose middle lies nearest to a position."""
    best, place = 1e9, None
    for lines in gazetteer.rows.values():
        for line in lines.splitlines():
            if "\ttown\t" in line:
                town, _ = _read(line)
                away = kilometres(lat, lon, town.lat, town.lon)
                if away < best:
                    best, place = away, town
    assert place is not None
    return place


_HOME = frozenset(
    "woon wonen woont woonachtig wonende kom komt vandaan verhuisd ingeschreven inwoner thuis azc "
    "opgenomen live living wohne wohnen mieszkam laif leef zit wön woan".split()
)
_SOUGHT = frozenset(
    "iets wat inloop groep groepje groepen inloophuis naar buurt omgeving regio terecht activiteit "
    "activiteiten cursus praatgroep lotgenotengroep meeting avond herstelruimte bijeenkomst "
    "groepen cafe eetcafe zoek zoeken wil waar something anything group near meetings".split()
)
_STORY = frozenset(
    "opa oma overgrootmoeder geboren opgegroeid vakantie zat zaten woonde werkte ooit begraven "
    "kwam kwamen oorspronkelijk jeugd born grew".split()
)
_ALSO = frozenset("ook prima desnoods eventueel anders mag kan eventueel".split())
_CLAUSE = re.compile(r"[.?!;\n]+|\bmaar\b|\bdus\b|\bwant\b")


def wanted_place(text: str, mentions: tuple[Mention, ...]) -> Mention | None:
    """The place where the activity is wanted: else the first named, or the home town."""
    named = [m for m in mentions if m.place or m.namesakes or m.nearly]
    if not named:
        return None
    sure = [m for m in named if not m.nearly] or named
    rank, first = max((_wish(text, mention), -n) for n, mention in enumerate(sure))
    return sure[-first] if rank else None


def _wish(text: str, mention: Mention) -> int:
    """How much the words around a place say that something is wanted there."""
    clause_start, clause_end = 0, len(text)
    for stop in _CLAUSE.finditer(text):
        if stop.end() <= mention.start:
            clause_start = stop.end()
        elif stop.start() >= mention.end:
            clause_end = stop.start()
            break
    before = [w.key for w in _words(text[clause_start : mention.start])][-9:]
    after = [w.key for w in _words(text[mention.end : clause_end])][:5]
    question = text[clause_end : clause_end + 1] == "?"
    came = bool(before) and before[-1] in ("uit", "vanuit") and "met" in before
    if (_STORY.intersection(before + after) or came) and not question:
        return 0
    if _HOME.intersection(before[-6:]) or _HOME.intersection(after):
        return 1
    if _ALSO.intersection(after) and not question:
        return 1
    return 3 if question or _SOUGHT.intersection(before[-6:]) else 2
