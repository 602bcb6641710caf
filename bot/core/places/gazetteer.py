"""All Dutch places by the key of their name, and what it takes before a name counts as one."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from bot.core.message import Place
from bot.core.places.distance import kilometres

UNCOUNTED = 1_500  # inhabitants where the source gives none: mostly a village
SHORTEST_REPAIR = 5  # letters from which a name may be misspelt
WELL_KNOWN = 10_000  # inhabitants of a town that a letter may be left out of anywhere


class Manner(StrEnum):
    """What it takes before a word that is also an everyday word counts as a place."""

    CAPITAL = "capital"  # after a word of place, as "in", and with a capital
    CLOSING = "closing"  # after a word of place, with a capital or closing the clause
    AFTER = "after"  # after a word of place
    EITHER = "either"  # after a word of place, or with a capital, or as the whole message


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of text that names a place, several namesakes, a province, or nearly a place."""

    start: int
    end: int
    place: Place | None = None
    namesakes: tuple[Place, ...] = ()  # several places of one name, and no telling which
    exact: bool = True
    nearly: tuple[Place, ...] = ()  # what the spelling comes close to, best first
    province: str = ""
    region: bool = False  # the Veluwe; a town in it that is named too says more


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """All places by the key of their name; a row is read into a `Place` when it is looked up."""

    rows: Mapping[str, str] = field(repr=False)  # key without spaces → lines of the file
    reach: Mapping[str, int] = field(repr=False)  # first word of a name → most words it takes
    buckets: Mapping[str, tuple[str, ...]] = field(repr=False)  # letter and length → keys
    provinces: Mapping[str, str] = field(default_factory=dict)
    manners: Mapping[str, Manner] = field(default_factory=dict)
    familiar: frozenset[str] = frozenset()  # everyday words that no town is read into
    shortened: Mapping[str, str] = field(default_factory=dict)  # "emmn" → the key it stands for
    on_rivers: Mapping[str, str] = field(default_factory=dict)  # key → key without its article
    # What misspelt words come close to; looking that up takes long, and words come back.
    close: dict[str, list[tuple[str, int, int]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def named(self, name: str) -> tuple[Place, ...]:
        """All places of this name, the largest first."""
        return tuple(place for place, _ in self.counted(place_key(name).replace(" ", "")))

    def counted(self, key: str) -> list[tuple[Place, int]]:
        """The places under a key with their inhabitants, the largest first."""
        text = self.rows.get(key)
        if text is None:
            return []
        if "\n" not in text:
            return [_read(text)]
        found = dict(_read(line) for line in text.split("\n"))  # a name and its alias are one
        return sorted(found.items(), key=lambda pair: -pair[1])

    def written_apart(self, key: str, first: str) -> bool:
        """Whether a name with this key has several words, of which this is the first."""
        lines = self.rows.get(key, "").splitlines()
        return key in self.provinces or any(line.startswith(first + " ") for line in lines)

    def is_plain(self, key: str) -> bool:
        """Whether a word by itself cannot have to do with any place; true of most words."""
        if (
            key in self.reach
            or key in self.rows
            or key in self.provinces
            or key[0] in "0123456789"
        ):
            return False
        if key in self.familiar:
            return True
        return len(key) < SHORTEST_REPAIR and key not in self.shortened

    def is_region(self, key: str) -> bool:
        """Whether the key names a part of the country and no town."""
        return "\tregion\t" in self.rows.get(key, "")

    def certain(self, key: str) -> bool:
        """Whether the key is a place's and nothing else's."""
        return key in self.rows and key not in self.manners


class Word(NamedTuple):
    """A word of a text with its offsets and its key."""

    start: int
    end: int
    key: str


_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[Word]:
    """The words of a text; apostrophes and hyphens part them."""
    return [Word(*found.span(), _fold(found[0])) for found in _WORD.finditer(text)]


def place_key(name: str) -> str:
    """The name in small letters without accents and punctuation, "st." written out."""
    return " ".join(word.key for word in words_of(name))


def _fold(word: str) -> str:
    if word.isascii():
        small = word.lower()
        return "sint" if small == "st" else small
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)) or word


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
    rivers = {k.replace(" ", ""): _RIVER.sub("aan", k) for k in lines if " aan " in k}
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
        shortened=_shortened(rows, familiar),
        on_rivers=rivers,
    )


_RIVER = re.compile(r" aan (?:(?:de|den|der|het|t|d) )?")


def _reach_out(key: str, reach: dict[str, int]) -> None:
    first, *others = key.split(" ")
    reach[first] = max(reach.get(first, 1), 1 + len(others))


def bucket(letter: str, length: int) -> str:
    """The name of the bucket of keys with this first letter and this length."""
    return letter + chr(length)


def _buckets(rows: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key in rows:
        if len(key) >= SHORTEST_REPAIR and key[0] > "9":
            found.setdefault(bucket(key[0], len(key)), []).append(key)
    return {name: tuple(keys) for name, keys in found.items()}


def _shortened(rows: Mapping[str, str], familiar: frozenset[str]) -> dict[str, str]:
    """Towns of some size without one vowel, or without one of two equal letters: "emmn", "mepel".

    What is short for two of them, or is a word or a place itself, is left out.
    """
    found: dict[str, str] = {}
    twice: set[str] = set()
    for name, text in rows.items():
        if len(name) < SHORTEST_REPAIR or not name.isascii() or not _is_well_known(text):
            continue
        for at in range(1, len(name)):
            if name[at] in "aeiou" or name[at] == name[at - 1]:
                key = name[:at] + name[at + 1 :]
                if found.setdefault(key, name) != name:
                    twice.add(key)
    return {
        key: name
        for key, name in found.items()
        if key not in twice and key not in familiar and key not in rows
    }


def _is_well_known(text: str) -> bool:
    """Whether a row is a town's, by its own name, with inhabitants enough."""
    _, kind, *_, inhabitants = text.split("\n", 1)[0].split("\t")
    return kind == "town" and int(inhabitants or 0) >= WELL_KNOWN


def nearest_name(lat: float, lon: float, gazetteer: Gazetteer) -> Place:
    """The town or village whose middle lies nearest to a position; raises where there is none."""
    lines = (line for found in gazetteer.rows.values() for line in found.splitlines())
    towns = (line for line in lines if "\ttown\t" in line)
    return _read(min(towns, key=lambda line: _away(lat, lon, line)))[0]


def _away(lat: float, lon: float, line: str) -> float:
    _, _, _, own_lat, own_lon, _ = line.split("\t", 5)
    return kilometres(lat, lon, float(own_lat), float(own_lon))
