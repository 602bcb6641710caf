"""Reads the word lists of the knowledge into one lexicon."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.core.lexicon.jointly import AND, PART, rules_of
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.phrases import NOTHING, PERHAPS, Meaning
from bot.core.model import Organisation
from bot.core.slots.persons import PERSON, Person
from bot.core.slots.slots import AUDIENCE, CONCEPT, EXPLAINED, FORMAT, KIND, ORGANISATION, THEME
from bot.knowledge.dutch import AUDIENCES, FORMATS, KINDS, THEMES
from bot.knowledge.entry import Entry
from bot.knowledge.problems import Report, Spot, did_you_mean
from bot.knowledge.reader import read_file

_CLOSED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "soorten.yaml": (KIND, KINDS),
    "themas.yaml": (THEME, THEMES),
    "doelgroepen.yaml": (AUDIENCE, AUDIENCES),
    "vormen.yaml": (FORMAT, FORMATS),
}
_PLUS = " + "  # as an editor writes it between the names of lists
_NO_LISTS = "Hier staan lijsten met een + ertussen, maar er is geen samen.yaml."


def read_lexicon(
    folder: Path,
    report: Report,
    organisations: Mapping[str, Organisation],
    explained: Iterable[tuple[Meaning, str]],
    everyday: Iterable[str],
) -> Lexicon:
    """The lexicon of `woorden/`, of the names of organisations and of the explained words.

    `everyday` holds words that are never taken for a misspelling.
    """
    phrases: list[tuple[Meaning, str]] = list(explained)
    for name, (category, table) in _CLOSED.items():
        entry = read_file(folder / name, report, f"woorden/{name}")
        if entry:
            phrases += _closed(entry, category, table)
    persons = _persons(folder, report)
    phrases += _parts(folder, report, phrases, persons)
    concepts = read_file(folder / "begrippen.yaml", report, "woorden/begrippen.yaml")
    others = read_file(
        folder / "andere-organisaties.yaml", report, "woorden/andere-organisaties.yaml"
    )
    phrases += _open(concepts, CONCEPT) + _open(others, ORGANISATION) + persons
    for identity, organisation in organisations.items():
        names = (organisation.name, *organisation.names)
        phrases += [((ORGANISATION, identity), name) for name in names]
    ordinary = _ordinary(folder, report)
    short = _abbreviations(folder, report)
    return Lexicon(phrases, short, everyday, ordinary, (AUDIENCE,), (EXPLAINED,))


def _closed(entry: Entry, category: str, table: Mapping[str, str]) -> list[tuple[Meaning, str]]:
    phrases: list[tuple[Meaning, str]] = []
    for key in entry.keys():
        value = NOTHING if key == NOTHING else _valued(key, table)
        if value is None:
            entry.report.error(
                entry.places[key],
                "onbekende-waarde",
                f"‘{key}’ is geen {category} die we kennen.",
                did_you_mean(key, table),
            )
            continue
        meaning = (category, str(value))
        phrases += [(meaning, words.replace(_PLUS, AND)) for words in entry.texts(key)]
    return phrases


def _valued(key: str, table: Mapping[str, str]) -> str | None:
    """What a key stands for; "misschien inloop" counts where nothing firmer is named."""
    value = table.get(key.removeprefix(PERHAPS))
    return PERHAPS + value if value and key.startswith(PERHAPS) else value


def _open(entry: Entry | None, category: str) -> list[tuple[Meaning, str]]:
    if entry is None:
        return []
    meanings = ((category, key) for key in entry.keys())
    return [(meaning, words) for meaning in meanings for words in entry.texts(meaning[1])]


def _parts(
    folder: Path,
    report: Report,
    phrases: Iterable[tuple[Meaning, str]],
    persons: Iterable[tuple[Meaning, str]],
) -> list[tuple[Meaning, str]]:
    """The lists of words that say something only together, those for persons among them."""
    named = {part for rule in rules_of(phrases) for part in rule.parts}
    entry = _read_if_there(folder, "samen.yaml", report)
    if entry is None:
        if named:
            report.error(Spot(path="woorden/themas.yaml"), "onbekende-waarde", _NO_LISTS)
        return []
    parts = _open(entry, PART)
    parts += [((PART, person), words) for (_, person), words in persons if person in named]
    known = {name for (_, name), _ in parts}
    for name in sorted(named - known):
        entry.report.error(
            entry.spot,
            "onbekende-waarde",
            f"‘{name}’ staat met een + in themas.yaml, maar is geen lijst van samen.yaml.",
            did_you_mean(name, known),
        )
    return parts


def _persons(folder: Path, report: Report) -> list[tuple[Meaning, str]]:
    """The words for persons, and for whom something is sought."""
    entry = _read_if_there(folder, "wie.yaml", report)
    if entry is None:
        return []
    known = [str(person) for person in Person]
    for key in entry.keys():
        if key not in known:
            entry.report.error(
                entry.places[key],
                "onbekende-waarde",
                f"‘{key}’ is geen lijst van wie.yaml die we kennen.",
                did_you_mean(key, known),
            )
    return [pair for key in known for pair in _listed(entry, key)]


def _listed(entry: Entry, key: str) -> list[tuple[Meaning, str]]:
    # A category for each list: "ik" counts inside "ik zoek" too.
    meaning = (PERSON + key, key)
    return [(meaning, words) for words in entry.texts(key)]


def _ordinary(folder: Path, report: Report) -> frozenset[str]:
    """Everyday words that only look like a word of ours."""
    entry = _read_if_there(folder, "gewone-woorden.yaml", report)
    if entry is None:
        return frozenset()
    return frozenset(word for key in entry.keys() for word in entry.texts(key))


def _read_if_there(folder: Path, name: str, report: Report) -> Entry | None:
    """A file that a knowledge folder may do without."""
    return (
        read_file(folder / name, report, f"woorden/{name}") if (folder / name).exists() else None
    )


def _abbreviations(folder: Path, report: Report) -> dict[str, str]:
    entry = read_file(folder / "afkortingen.yaml", report, "woorden/afkortingen.yaml")
    return {key: entry.text(key) for key in entry.keys()} if entry else {}
