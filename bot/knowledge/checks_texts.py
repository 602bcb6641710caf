"""Checks the words of one file: claims, numbers, personal data, plain language, translations."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from bot.core.safety.claims import text_problems
from bot.core.safety.personal import Trace, is_private, traces_of
from bot.knowledge.entry import Entry
from bot.knowledge.nodes import spot_of
from bot.knowledge.passages import Passage, spot_in, tables_of
from bot.knowledge.problems import Report, Spot
from bot.knowledge.readability import remarks_on

_LANGUAGES = frozenset(("nl", "en", "de", "pl", "tr", "ar", "uk", "fr", "es"))
_PHONE = re.compile(
    r"(?<![\w.,:/-])(?:(?:\+31|0031|0)(?:\(0\))?(?:[\s.-]?\d){8,9}|0[89]00(?:[\s.-]?\d){4,7})(?!\d)"
)
_QUOTED = re.compile("‘(.+?)’")
_HTTP = ("https://", "http://")
# Keys whose words a resident reads, by folder; elsewhere whatever stands behind a language.
_TOLD = frozenset(("kort", "status-uitleg", "uitleg"))
_FACTS = "toegang"
_NOT_FREE = frozenset(("adres", "web", "mail", "telefoon", "straat", "postcode", "bron"))
_ASKED = frozenset(("vragen", "proeven", "wel", "niet", "namen", "voorbeelden"))
_MADE_OF_PATTERNS = "veiligheid"
_REPLIES = "veiligheid/antwoorden.yaml"
_OWN_TEXTS = "teksten.yaml"
_REMEMBERED = 20_000  # texts; there are some eight thousand


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What texts are held against: hard words, words with an explanation, registered numbers."""

    hard_words: Mapping[str, str]
    explained: frozenset[str]
    numbers: frozenset[str]


def registered_numbers(lines: Path) -> frozenset[str]:
    """The numbers of the help lines as they may be written in the bot's own texts."""
    text = lines.read_text(encoding="utf-8", errors="replace") if lines.is_file() else ""
    listed = re.findall(r"nummers:\s*\[(.*?)\]", text)
    return frozenset(one.strip(" \"'") for line in listed for one in line.split(",") if one)


def check_texts(
    entry: Entry,
    passages: Iterable[Passage],
    lines: Sequence[str],
    language: Language,
    report: Report,
) -> None:
    """Reports what is wrong with the words of one file."""
    path = entry.path
    folder = path.partition("/")[0]
    for passage in passages:
        if _is_free(passage, folder, path):
            _check_personal(passage, lines, report, named="/voorbeelden/" not in path)
        if _is_told(passage, folder, path):
            if path != _REPLIES:
                _check_claims(passage, lines, report, language if path == _OWN_TEXTS else None)
            if passage.key not in _LANGUAGES or passage.key == "nl":
                _check_plain(passage, lines, language, report)
    if folder == "organisaties":
        _check_contacts(passages, report)
    elif folder != _MADE_OF_PATTERNS or path == _REPLIES:
        _check_translations(entry, report)


def _is_free(passage: Passage, folder: str, path: str) -> bool:
    if folder == _MADE_OF_PATTERNS:
        return path == _REPLIES or "/voorbeelden/" in path
    return folder != "plaatsen" and passage.key not in _NOT_FREE


def _is_told(passage: Passage, folder: str, path: str) -> bool:
    """Whether a resident gets to read it."""
    if folder == "organisaties":
        told = passage.key in _TOLD or _FACTS in passage.trail
        return told and "bron" not in passage.trail
    if folder in ("woorden", "plaatsen") or (folder == _MADE_OF_PATTERNS and path != _REPLIES):
        return False
    return passage.key in _LANGUAGES and not _ASKED.intersection(passage.trail)


def _check_personal(
    passage: Passage, lines: Sequence[str], report: Report, *, named: bool
) -> None:
    """Reports what points to one person; the people in invented messages may have a name."""
    for trace in _traces_in(passage.text, named=named):
        spot = spot_in(passage, trace.found, lines)
        report.error(spot, "persoonsgegevens", trace.message, trace.hint)


def _check_claims(
    passage: Passage, lines: Sequence[str], report: Report, allowing: Language | None
) -> None:
    text = _without(passage.text, allowing.numbers) if allowing else passage.text
    for said in _claims_in(text):
        message, _, rest = said.partition(". ")
        if "telefoonnummer" in message:
            match = _PHONE.search(text)
            if match is None or not any(_traced(match.group(), passage)):
                found = match.group() if match else ""
                spot = spot_in(passage, found, lines)
                report.error(spot, "telefoonnummer", f"{message}.", f"Haal het weg. {rest}")
            continue
        named = _QUOTED.search(said)
        spot = spot_in(passage, named[1] if named else "", lines)
        report.error(spot, "tekst-mag-niet", *_advice(said))


# While somebody types, all texts of a file but one are the same as a moment ago.


@lru_cache(maxsize=_REMEMBERED)
def _traces_in(text: str, *, named: bool) -> tuple[Trace, ...]:
    return tuple(traces_of(text, named=named))


@lru_cache(maxsize=_REMEMBERED)
def _claims_in(text: str) -> tuple[str, ...]:
    return tuple(text_problems(text))


@lru_cache(maxsize=_REMEMBERED)
def _without(text: str, numbers: frozenset[str]) -> str:
    """A text with these numbers taken out."""
    either = "|".join(re.escape(number) for number in sorted(numbers, key=len, reverse=True))
    return re.sub(rf"(?<!\d)(?:{either})(?!\d)", "…", text) if either else text


def _traced(number: str, passage: Passage) -> Iterator[bool]:
    return (True for trace in traces_of(passage.text) if trace.found == number)


def _advice(said: str) -> tuple[str, str]:
    """The sentence of a problem cut into what is wrong and what to do."""
    for cut in (". Schrijf ", ". Haal ", ". Kies "):
        message, found, rest = said.partition(cut)
        if found:
            return f"{message}.", f"{found[2:]}{rest}"
    return said, "Haal het weg, of schrijf wat mensen er doen."


def _check_plain(
    passage: Passage, lines: Sequence[str], language: Language, report: Report
) -> None:
    for remark in remarks_on(passage.text, language.hard_words):
        if remark.rule == "moeilijk-woord" and remark.found.casefold() in language.explained:
            continue
        found = remark.found if remark.rule == "moeilijk-woord" else _opening(remark.found)
        report.warning(spot_in(passage, found, lines), remark.rule, remark.message, remark.hint)


def _opening(sentence: str) -> str:
    return " ".join(sentence.split()[:3])


def _check_contacts(passages: Iterable[Passage], report: Report) -> None:
    for passage in passages:
        text, where = passage.text, passage.trail[-2:-1]
        if where == ("contact",) and passage.key == "telefoon" and any(traces_of(text)):
            report.warning(
                passage.spot,
                "persoonsgegevens",
                f"‘{text}’ is een mobiel nummer.",
                "Is het van één mens? Haal het dan weg. Is het van de groep? Dan is het goed.",
            )
        elif passage.key == "mail":
            _check_mail(passage, report)
        elif passage.key in ("web", "adres") and not text.startswith(
            (*_HTTP, "tel:", "mailto:") if passage.key == "adres" else _HTTP
        ):
            report.error(
                passage.spot,
                "webadres",
                f"‘{text}’ is geen heel webadres.",
                f"Schrijf: https://{text.removeprefix('//')}",
            )


def _check_mail(passage: Passage, report: Report) -> None:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", passage.text):
        report.error(
            passage.spot,
            "mailadres",
            f"‘{passage.text}’ is geen mailadres.",
            "Schrijf bijvoorbeeld: info@voorbeeld.nl",
        )
    elif is_private(passage.text):
        report.warning(
            passage.spot,
            "persoonsgegevens",
            f"‘{passage.text}’ is een adres zoals mensen het zelf hebben.",
            "Is het van één mens? Haal het dan weg. Is het van de groep? Dan is het goed.",
        )


def _check_translations(entry: Entry, report: Report) -> None:
    for trail, table in tables_of(entry):
        filled = {
            str(key.value): key
            for key, value in table.value
            if not isinstance(value, yaml.ScalarNode) or value.value.strip()
        }
        if "nl" in filled and filled.keys() <= _LANGUAGES and "en" not in filled:
            key = filled["nl"]
            spot = spot_of(key, entry.path)
            report.warning(
                Spot(path=spot.path, line=spot.line, column=spot.column, width=2),
                "vertaling",
                f"Van ‘{trail[-1] if trail else entry.path}’ ontbreekt de Engelse tekst.",
                "Zet er een regel bij: en: …",
            )
