"""Checks a knowledge folder whole, and finds all that is wrong or doubtful at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from bot.knowledge.checks_dates import check_dates, check_schedules
from bot.knowledge.checks_followups import check_followups
from bot.knowledge.checks_texts import Language, check_texts, registered_numbers
from bot.knowledge.checks_topics import FOLDERS, check_topics
from bot.knowledge.conversations import FOLDER as CONVERSATIONS
from bot.knowledge.conversations import read_conversations
from bot.knowledge.entry import Entry
from bot.knowledge.followups import FOLDER as FOLLOWUPS
from bot.knowledge.leanings import shipped_key
from bot.knowledge.loader import Loaded, load_parts, unswept
from bot.knowledge.organisations import Directory
from bot.knowledge.parts import Parts
from bot.knowledge.passages import passages_of
from bot.knowledge.problems import Report, Spot
from bot.knowledge.readability import read_hard_words
from bot.knowledge.reader import read_text
from bot.knowledge.rehearsal import rehearse
from bot.knowledge.school import read_school
from bot.knowledge.topics import read_explanations, read_fact_texts, read_texts
from bot.knowledge.verdicts import Verdicts, digest_of, digest_of_files

_SINGLE = ("teksten.yaml", "feiten.yaml")
_CHECKED = ("organisaties", "onderwerpen", "uitleg", "veiligheid", "woorden")
_PLAIN_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def check_folder(folder: Path, cache: Path | None = None, today: date | None = None) -> Report:
    """Everything that is wrong or doubtful in a knowledge folder.

    `cache` is a folder where verdicts and fitted weights are kept for the next time. Without
    `today` nothing is said about how old sources are.
    """
    return looked_over(folder, cache, today).report


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedOver:
    """Everything wrong in a folder, the parts that were read of it, and what they make up.

    That is made only where it was needed.
    """

    report: Report
    parts: Parts
    loaded: Loaded | None = None


def looked_over(folder: Path, cache: Path | None, today: date | None) -> LookedOver:
    """As `check_folder`, with what was loaded on the way."""
    parts = Parts(folder, cache)
    with unswept():
        report = _check_folder(parts, today)
        loaded = _check_conversations(parts, report)
        return LookedOver(report=report, parts=parts, loaded=loaded)


def _check_conversations(parts: Parts, report: Report) -> Loaded | None:
    """Holds the conversations of a folder that is sound, unless nothing changed since."""
    folder = parts.folder
    conversations = read_conversations(folder, report)
    if not report.sound or not conversations:
        return None
    loaded: list[Loaded] = []

    def hold(own: Report) -> None:
        loaded.append(load_parts(parts))
        if loaded[0].knowledge is not None:
            rehearse(conversations, loaded[0].knowledge, own)

    verdicts = Verdicts(parts.cache, "gesprekken.json")
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    verdicts.judge(digest_of(CONVERSATIONS, digest_of_files(folder, names)), hold, report)
    verdicts.keep()
    return loaded[0] if loaded else None


def _check_folder(parts: Parts, today: date | None) -> Report:
    report, verdicts, folder = Report(), Verdicts(parts.cache), parts.folder
    _check_file_names(folder, report)
    verdicts.judge(
        digest_of("veiligheid", digest_of_files(folder, ["veiligheid"])),
        partial(_check_safety, parts),
        report,
    )
    parts.gazetteer(report)
    directory = parts.directory(report)
    read_texts(folder / "teksten.yaml", report)
    read_fact_texts(folder / "feiten.yaml", report)
    read_school(folder, report)
    verdicts.judge(
        digest_of("onderwerpen", digest_of_files(folder, FOLDERS), _names_in(directory)),
        partial(check_topics, parts),
        report,
    )
    verdicts.judge(
        digest_of(FOLLOWUPS, digest_of_files(folder, (FOLLOWUPS, "onderwerpen")), shipped_key()),
        partial(check_followups, parts),
        report,
    )
    _check_files(folder, today, verdicts, report)
    verdicts.keep()
    return report


def _check_safety(parts: Parts, report: Report) -> None:
    parts.safety(report)


def _names_in(directory: Directory) -> str:
    return repr([(one.id, one.name, one.names) for one in directory.organisations.values()])


def _check_file_names(folder: Path, report: Report) -> None:
    """Reports files that are not read because of how they are called."""
    for path in sorted(folder.rglob("*")):
        shown = path.relative_to(folder).as_posix()
        if path.is_dir() or path.name.startswith("."):
            continue
        stem, _, ending = path.name.partition(".")
        plain = "".join(one if one in _PLAIN_NAME else "-" for one in stem.casefold())
        plain = "-".join(piece for piece in plain.split("-") if piece)
        if ending.casefold() in ("yml", "yaml.txt", "txt", "yml.txt") or (
            ending.casefold() == "yaml" and (ending != "yaml" or stem != plain)
        ):
            note = report.error if ending != "yaml" else report.warning
            note(
                Spot(path=shown),
                "bestandsnaam",
                "Dit bestand wordt niet gelezen: de naam eindigt niet op .yaml."
                if ending != "yaml"
                else "Een bestand heet met kleine letters, cijfers en streepjes.",
                f"Noem het: {plain}.yaml",
            )


def _files(folder: Path) -> Iterator[Path]:
    for name in _SINGLE:
        if (folder / name).is_file():
            yield folder / name
    for name in _CHECKED:
        yield from sorted((folder / name).rglob("*.yaml"))


def read_language(folder: Path, report: Report) -> Language:
    """What the words of each file are held against."""
    explanations = read_explanations(folder / "uitleg", Report())
    return Language(
        hard_words=read_hard_words(folder / "woorden", report),
        explained=frozenset(
            name.casefold() for one in explanations.values() for name in one.names
        ),
        numbers=registered_numbers(folder / "veiligheid" / "hulplijnen.yaml"),
    )


def _check_files(folder: Path, today: date | None, verdicts: Verdicts, report: Report) -> None:
    """Checks the words and dates of each file by itself."""
    language = read_language(folder, report)
    held = digest_of(
        repr(sorted(language.hard_words.items())),
        repr(sorted(language.explained)),
        repr(sorted(language.numbers)),
        str(today),
    )
    for path in _files(folder):
        shown = path.relative_to(folder).as_posix()
        try:
            raw = path.read_bytes()
        except OSError:
            continue  # reported by who had to read it
        look = partial(_check_file, shown, raw, language, today)
        verdicts.judge(digest_of(shown, raw, held), look, report)


def _check_file(
    path: str, raw: bytes, language: Language, today: date | None, report: Report
) -> None:
    entry = read_text(raw, path, Report())  # its slips are reported by who reads it for keeps
    if entry is not None:
        lines = raw.decode("utf-8-sig").splitlines()
        check_entry(entry, lines, language, today, report)


def check_entry(
    entry: Entry, lines: Sequence[str], language: Language, today: date | None, report: Report
) -> None:
    """Reports what is wrong with the words and dates of one file by itself."""
    path, passages = entry.path, passages_of(entry)
    check_texts(entry, passages, lines, language, report)
    if path.startswith("organisaties/"):
        entry.report = Report()  # what its schedules hold was reported by who read it for keeps
        check_schedules(entry, today or date(2026, 1, 1), lines, report)
    if today is not None:
        check_dates(path, passages, today, report)
