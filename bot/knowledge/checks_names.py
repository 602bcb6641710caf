"""Checks the names by which people ask: none may mean two things, none may be out of reach."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bot.core.knowledge import Explanation
from bot.core.lexicon.lexicon import Lexicon
from bot.core.lexicon.text import tokens_of, words_of
from bot.core.model import Organisation
from bot.core.slots.slots import EXPLAINED, ORGANISATION
from bot.knowledge.problems import Report, Spot
from bot.knowledge.reader import read_file

_FOLDERS = {ORGANISATION: "organisaties", EXPLAINED: "uitleg"}
_OTHERS = "andere-organisaties.yaml"


def check_names(
    folder: Path,
    organisations: Mapping[str, Organisation],
    explanations: Mapping[str, Explanation],
    report: Report,
) -> None:
    """Reports each name that two files claim."""
    own = [(one.id, (one.name, *one.names)) for one in organisations.values()]
    words = [(one.id, one.names) for one in explanations.values()]
    owners = _check_doubles(folder, ORGANISATION, own, report)
    _check_doubles(folder, EXPLAINED, words, report)
    _check_others(folder, owners, report)


def _check_doubles(
    folder: Path, sort: str, named: Iterable[tuple[str, Sequence[str]]], report: Report
) -> dict[str, str]:
    owners: dict[str, str] = {}
    for identity, names in named:
        for name in dict.fromkeys(names):
            key = compared_name(name)
            first = owners.setdefault(key, identity)
            if first != identity:
                spot = spot_of_name(folder, f"{_FOLDERS[sort]}/{identity}.yaml", name)
                note_double(spot, name, f"{_FOLDERS[sort]}/{first}.yaml", report)
    return owners


def note_double(spot: Spot, name: str, other: str, report: Report) -> None:
    """Reports a name that another file claims too."""
    report.error(
        spot,
        "dubbele-naam",
        f"‘{name}’ staat ook in {other}. Dan weet Handwijzer niet welke van de twee iemand "
        "bedoelt.",
        f"Haal de naam bij één van de twee weg, of zet de plaats erbij: {name} Emmen",
    )


def _check_others(folder: Path, owners: Mapping[str, str], report: Report) -> None:
    path = folder / "woorden" / _OTHERS
    entry = read_file(path, Report(), f"woorden/{_OTHERS}") if path.is_file() else None
    for key in entry.keys() if entry else ():
        for words in entry.listed(key) if entry else ():
            if owner := owners.get(compared_name(words.text)):
                report.warning(
                    words.spot,
                    "dubbele-naam",
                    f"‘{words.text}’ is ook een naam van organisaties/{owner}.yaml.",
                    "Haal hem hier weg: die organisatie heeft nu een eigen bestand.",
                )


def check_reach(
    folder: Path,
    organisations: Mapping[str, Organisation],
    explanations: Mapping[str, Explanation],
    lexicon: Lexicon,
    report: Report,
) -> None:
    """Reports what nobody can ask for, because none of its names is understood as its own."""
    for one in organisations.values():
        _check_reach(folder, (ORGANISATION, one.id), (one.name, *one.names), lexicon, report)
    for word in explanations.values():
        _check_reach(folder, (EXPLAINED, word.id), word.names, lexicon, report)


def _check_reach(
    folder: Path, meaning: tuple[str, str], names: Sequence[str], lexicon: Lexicon, report: Report
) -> None:
    sort, identity = meaning
    path = f"{_FOLDERS[sort]}/{identity}.yaml"
    if not names:
        report.error(
            Spot(path=path),
            "onbereikbaar",
            "Dit woord heeft geen namen, dus niemand kan ernaar vragen.",
            f"Zet er een regel bij: namen: [{identity}]",
        )
        return
    taken: dict[str, None] = {}
    for name in names:
        hits = [hit for hit in lexicon.find(tokens_of(name)) if hit.category == sort]
        if any(hit.value == identity for hit in hits):
            return
        taken.update(dict.fromkeys(hit.value for hit in hits))
    by = f" Handwijzer denkt dan aan: {', '.join(taken)}." if taken else ""
    report.error(
        spot_of_name(folder, path, names[0]),
        "onbereikbaar",
        f"Wie ‘{names[0]}’ typt, komt hier niet uit.{by}",
        "Zet er bij ‘namen’ een naam bij die nergens anders staat.",
    )


def spot_of_name(folder: Path, path: str, name: str) -> Spot:
    """The place in a file where a name stands, after the line of the name itself if need be."""
    try:
        lines = (folder / path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Spot(path=path)
    return spot_in_lines(lines, path, name)


def spot_in_lines(lines: Sequence[str], path: str, name: str) -> Spot:
    """The first place in these lines where a name stands; the top of the file if nowhere."""
    for number, line in enumerate(lines, start=1):
        column = line.find(name)
        if column >= 0 and not line.lstrip().startswith("#"):
            return Spot(path=path, line=number, column=column + 1, width=len(name))
    return Spot(path=path)


def compared_name(name: str) -> str:
    """A name as it is held against others."""
    return " ".join(word for word in words_of(name) if word[0] not in "?!")
