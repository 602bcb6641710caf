"""Reads word classes, guards and rules of the safety screen, and compiles their patterns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.safety.grammar import PatternError, Vocabulary, read_pattern
from bot.core.safety.patterns import Pattern
from bot.core.safety.rules import Guard, Level, Proof, Rule, Scope, Verdict
from bot.knowledge.entry import Entry, Words
from bot.knowledge.problems import Report, did_you_mean

CLASSES, GUARDS = "woordsoorten.yaml", "tenzij.yaml"
LEVELS = {
    "gevaar": Level.DANGER,
    "zelfdoding": Level.SUICIDE,
    "geweld tegen een ander": Level.HARM,
    "onveilig": Level.UNSAFE,
    "verwarring": Level.CONFUSION,
    "behandeling": Level.TREATMENT,
    "wanhoop": Level.CONCERN,
}
_LANGUAGES = {code: code for code in ("nl", "en", "de", "pl", "tr", "ar", "uk", "fr", "es")}
_SCOPES = {"deel": Scope.CLAUSE, "zin": Scope.SENTENCE, "bericht": Scope.MESSAGE}
_SETTLED = {"gevaar": Verdict.DANGER, "behandeling": Verdict.TREATMENT}
_YES = {"ja": True, "nee": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """What one file of rules says: its level, the lines of that level, and its rules."""

    level: Level
    lines: tuple[str, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What holds for every rule of a file that does not say otherwise."""

    level: Level
    language: str
    also: str  # a pattern that each of its sentences must hold too


def read_classes(file: Entry | None) -> dict[str, tuple[str, ...]]:
    """The words of each word class."""
    if file is None:
        return {}
    return {name: members_of(file.texts(name)) for name in list(file.keys())}


def members_of(listed: Iterable[str]) -> tuple[str, ...]:
    """The words of lines with commas between them."""
    pieces = (piece.strip() for text in listed for piece in text.split(","))
    return tuple(piece for piece in pieces if piece)


def read_guards(file: Entry | None, vocabulary: Vocabulary, report: Report) -> dict[str, Guard]:
    """The guards by name."""
    guards = {}
    for name in list(file.keys()) if file else ():
        entry = file.entry(name) if file else None
        if entry is not None:
            guards[name] = _guard(name, entry, vocabulary, report)
    return guards


def _guard(name: str, entry: Entry, vocabulary: Vocabulary, report: Report) -> Guard:
    guard = Guard(
        name=name,
        scope=entry.choice("geldt", _SCOPES) or Scope.SENTENCE,
        patterns=_patterns(entry.listed("patronen"), vocabulary, report),
        settles=entry.choice("ook tegen het net", _SETTLED),
        beside=_patterns(entry.listed("alleen naast"), vocabulary, report),
        spoilers=_patterns(entry.listed("niet naast"), vocabulary, report),
    )
    entry.done()
    return guard


def read_rule_file(
    file: Entry, stem: str, vocabulary: Vocabulary, guards: Mapping[str, Guard], report: Report
) -> RuleFile | None:
    """The rules of a file, each with an id that begins with `stem`; nothing without a level."""
    level = file.choice("niveau", LEVELS)
    if level is None:
        file.needed("niveau")
        return None
    lines = file.texts("lijnen")
    common = _Common(
        level=level,
        language=file.choice("taal", _LANGUAGES) or "nl",
        also=file.text("elke zin bevat"),
    )
    sorts = file.entry("soorten")
    rules = []
    for name in list(sorts.keys()) if sorts else ():
        entry = sorts.entry(name) if sorts else None
        if entry is not None:
            patterns = _patterns(entry.listed("patronen"), vocabulary, report, common.also)
            unless = _known(entry.listed("tenzij"), guards, report)
            rules.append(_rule(f"{stem}/{name}", entry, patterns, unless, common))
    file.done()
    return RuleFile(level=level, lines=lines, rules=tuple(rules))


def _known(
    listed: Iterable[Words], guards: Mapping[str, Guard], report: Report
) -> tuple[str, ...]:
    """The names of guards that there are; each other one is reported."""
    names = []
    for words in listed:
        if words.text in guards:
            names.append(words.text)
        else:
            hint = did_you_mean(words.text, guards) or f"Zet hem eerst in {GUARDS}."
            message = f"‘{words.text}’ staat niet in {GUARDS}."
            report.error(words.spot, "tenzij", message, hint)
    return tuple(names)


def _rule(
    name: str,
    entry: Entry,
    patterns: tuple[Pattern, ...],
    unless: tuple[str, ...],
    common: _Common,
) -> Rule:
    rule = Rule(
        id=name,
        level=entry.choice("niveau", LEVELS) or common.level,
        patterns=patterns,
        lines=entry.texts("lijnen"),
        unless=unless,
        other=entry.choice("ander", _YES) or False,
        stopping=entry.choice("stoppen", _YES) or False,
        language=entry.choice("taal", _LANGUAGES) or common.language,
        proofs=_proofs(entry.listed("wel")),
        counter_proofs=_proofs(entry.listed("niet")),
    )
    entry.done()
    return rule


def _patterns(
    listed: Iterable[Words], vocabulary: Vocabulary, report: Report, also: str = ""
) -> tuple[Pattern, ...]:
    patterns = []
    for words in listed:
        try:
            text = f"{words.text} & {also}" if also else words.text
            patterns.append(read_pattern(text, vocabulary))
        except PatternError as error:
            report.error(
                words.spot,
                "patroon",
                f"Dit patroon kan ik niet lezen: {error}.",
                f"Gebruik kleine letters, of een woordsoort uit {CLASSES}.",
            )
    return tuple(patterns)


def _proofs(listed: Iterable[Words]) -> tuple[Proof, ...]:
    return tuple(
        Proof(text=words.text, path=words.spot.path, line=words.spot.line) for words in listed
    )
