"""Reads and compiles the safety files: word classes, guards, patterns, lines and replies."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.core.safety.builtin import built_in_rules
from bot.core.safety.grammar import PatternError, Vocabulary, read_pattern
from bot.core.safety.help_lines import HelpLine
from bot.core.safety.patterns import Pattern
from bot.core.safety.rules import Proof, Scope, Verdict, gate
from bot.core.safety.screen import Guard, Level, Rule, SafetyRules
from bot.knowledge.problems import Report, Spot, did_you_mean
from bot.knowledge.reader import Entry, Words, read_file
from bot.knowledge.safety_proofs import key_of_safety, overruled_proofs, proof_problems
from bot.knowledge.safety_training import (
    read_ordinary,
    read_safety_examples,
    ship_net,
    shipped_net,
    with_net,
)
from bot.knowledge.verdicts import is_shipped_sound

__all__ = [
    "built_in_rules",
    "read_rules",
    "read_safety",
    "refit_safety",
]

LEVELS = {
    "gevaar": Level.DANGER,
    "zelfdoding": Level.SUICIDE,
    "geweld tegen een ander": Level.HARM,
    "onveilig": Level.UNSAFE,
    "verwarring": Level.CONFUSION,
    "behandeling": Level.TREATMENT,
    "wanhoop": Level.CONCERN,
}
LANGUAGES = ("nl", "en", "de", "pl", "tr", "ar", "uk", "fr", "es")
CLASSES, GUARDS, LINES, REPLIES, EVERYDAY = (
    "woordsoorten.yaml",
    "tenzij.yaml",
    "hulplijnen.yaml",
    "antwoorden.yaml",
    "gewone-woorden.yaml",
)
_NOT_RULES = (CLASSES, GUARDS, LINES, REPLIES, EVERYDAY)
_PROOF_HINT = "Pas het patroon aan, of haal het bewijs weg als het niet klopt."
_NET_HINT = (
    "Zet een paar zinnen die erop lijken in veiligheid/voorbeelden, en draai ‘handwijzer fit’."
)
_SCOPES = {"deel": Scope.CLAUSE, "zin": Scope.SENTENCE, "bericht": Scope.MESSAGE}
_SETTLED = {"gevaar": Verdict.DANGER, "behandeling": Verdict.TREATMENT}
_YES = {"ja": True, "nee": False}


def read_safety(folder: Path, report: Report, cache: Path | None = None) -> SafetyRules | None:
    """The compiled rules of a folder with their net, or nothing where too little is left.

    `cache` is a folder for a net that had to be fitted anew. Of files that were shipped with their
    net it is known that all goes well: their examples are not read and their proofs not asked.
    """
    rules = read_rules(folder, report)
    if rules is not None and is_shipped_sound(key_of_safety(folder)):
        return replace(rules, net=shipped_net())
    failing = proof_problems(rules) if rules else ()
    for proof, message in failing:
        report.error(Spot(path=proof.path, line=proof.line), "bewijs", message, _PROOF_HINT)
    if rules is None or failing:
        return None
    examples = read_safety_examples(folder, report)
    whole = with_net(rules, examples, report, cache)
    overruled = overruled_proofs(whole)
    for proof in overruled:
        message = f"‘{proof.text}’ raakt het patroon, maar het net vindt het geen gevaar."
        report.error(Spot(path=proof.path, line=proof.line), "bewijs", message, _NET_HINT)
    return None if overruled else whole


def refit_safety(folder: Path, target: Path, report: Report) -> int:
    """Fits the net to the examples and writes it into the folder `target`; how many there were."""
    rules = read_rules(folder, report)
    examples = read_safety_examples(folder, report)
    if rules is not None:
        ship_net(rules, examples, read_ordinary(folder.parent), target)
    return len(examples)


def _proofs(listed: Iterable[Words]) -> tuple[Proof, ...]:
    return tuple(
        Proof(text=words.text, path=words.spot.path, line=words.spot.line) for words in listed
    )


def read_rules(folder: Path, report: Report) -> SafetyRules | None:
    """The compiled rules without a net."""
    root = folder.parent
    vocabulary = Vocabulary(classes=_read_classes(folder / CLASSES, report, root))
    guards = _read_guards(folder / GUARDS, vocabulary, report, root)
    rules: list[Rule] = []
    level_lines: dict[Level, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name not in _NOT_RULES and (entry := read_file(path, report, _name(path, root))):
            rules += _read_rules(entry, path.stem, vocabulary, guards, level_lines, report)
    lines = _read_lines(folder / LINES, report, root)
    replies = _read_replies(folder / REPLIES, report, root)
    everyday = _read_everyday(folder / EVERYDAY, report, root)
    if not (rules and lines and replies):
        return None
    index = vocabulary.index(everyday)
    ordered = tuple(sorted(rules, key=lambda rule: list(Level).index(rule.level)))
    return SafetyRules(
        index=index,
        rules=ordered,
        guards=guards,
        gates=gate(ordered, guards, index),
        level_lines=level_lines,
        lines=lines,
        replies=replies,
    )


def _read_classes(path: Path, report: Report, root: Path) -> dict[str, tuple[str, ...]]:
    entry = read_file(path, report, _name(path, root))
    if entry is None:
        return {}
    return {name: _members(entry.texts(name)) for name in list(entry.keys())}


def _members(listed: Iterable[str]) -> tuple[str, ...]:
    pieces = (piece.strip() for text in listed for piece in text.split(","))
    return tuple(piece for piece in pieces if piece)


def _read_guards(
    path: Path, vocabulary: Vocabulary, report: Report, root: Path
) -> dict[str, Guard]:
    file = read_file(path, report, _name(path, root))
    guards = {}
    for name in list(file.keys()) if file else ():
        entry = file.entry(name) if file else None
        if entry is None:
            continue
        scope = entry.choice("geldt", _SCOPES)
        patterns = _patterns(entry.listed("patronen"), vocabulary, report)
        settles = entry.choice("ook tegen het net", _SETTLED)
        backdrop = entry.choice("alleen naast een gewone vraag", _YES) or False
        spoilers = entry.texts("en niet naast")
        entry.done()
        guards[name] = Guard(
            name=name,
            scope=scope or Scope.SENTENCE,
            patterns=patterns,
            settles=settles,
            backdrop=backdrop,
            spoilers=spoilers,
        )
    return guards


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


def _read_rules(
    file: Entry,
    stem: str,
    vocabulary: Vocabulary,
    guards: Mapping[str, Guard],
    level_lines: dict[Level, tuple[str, ...]],
    report: Report,
) -> list[Rule]:
    level = file.choice("niveau", LEVELS)
    if level is None:
        file.needed("niveau")
        return []
    if lines := file.texts("lijnen"):
        level_lines[level] = lines
    language = file.choice("taal", {code: code for code in LANGUAGES}) or "nl"
    also = file.text("elke zin bevat")
    sorts = file.entry("soorten")
    rules = []
    for name in list(sorts.keys()) if sorts else ():
        entry = sorts.entry(name) if sorts else None
        if entry is None:
            continue
        unless = entry.listed("tenzij")
        for words in unless:
            if words.text not in guards:
                hint = did_you_mean(words.text, guards) or f"Zet hem eerst in {GUARDS}."
                message = f"‘{words.text}’ staat niet in {GUARDS}."
                report.error(words.spot, "tenzij", message, hint)
        rules.append(
            Rule(
                id=f"{stem}/{name}",
                level=entry.choice("niveau", LEVELS) or level,
                patterns=_patterns(entry.listed("patronen"), vocabulary, report, also),
                lines=entry.texts("lijnen"),
                unless=tuple(words.text for words in unless if words.text in guards),
                other=entry.choice("ander", _YES) or False,
                stopping=entry.choice("stoppen", _YES) or False,
                language=entry.choice("taal", {code: code for code in LANGUAGES}) or language,
                proofs=_proofs(entry.listed("wel")),
                counter_proofs=_proofs(entry.listed("niet")),
            )
        )
        entry.done()
    file.done()
    return rules


def _read_lines(path: Path, report: Report, root: Path) -> dict[str, HelpLine]:
    file = read_file(path, report, _name(path, root))
    lines = {}
    for name in list(file.keys()) if file else ():
        if file and (entry := file.entry(name)) and (line := _read_line(name, entry, report)):
            lines[name] = line
    return lines


def _read_line(name: str, entry: Entry, report: Report) -> HelpLine | None:
    read = entry.needed("gelezen")
    try:
        checked = date.fromisoformat(read)
    except ValueError:
        if read:
            spot = entry.places.get("gelezen", entry.spot)
            message = f"‘{read}’ is geen datum."
            report.error(spot, "datum", message, "Schrijf jaar-maand-dag: 2026-11-22.")
        return None
    line = HelpLine(
        id=name,
        name=entry.needed("naam"),
        purpose=_translations(entry, "waarvoor"),
        shown=_translations(entry, "regel"),
        numbers=entry.texts("nummers"),
        web=entry.text("web"),
        hours=entry.needed("uren"),
        cost=entry.needed("kosten"),
        languages=entry.text("talen"),
        source=entry.needed("bron"),
        dated=entry.text("bron van"),
        read=checked,
        called=entry.needed("gebeld"),
        emergency=entry.choice("nood", _YES) or False,
        link_only=entry.choice("alleen link", _YES) or False,
        line=entry.spot.line,
    )
    entry.done()
    return line


def _read_replies(path: Path, report: Report, root: Path) -> dict[str, dict[str, str]]:
    file = read_file(path, report, _name(path, root))
    if file is None:
        return {}
    return {name: _translations(file, name) for name in list(file.keys())}


def _translations(parent: Entry, name: str) -> dict[str, str]:
    entry = parent.entry(name)
    return {code: entry.text(code) for code in list(entry.keys())} if entry else {}


def _read_everyday(path: Path, report: Report, root: Path) -> tuple[str, ...]:
    if not path.exists():
        return ()
    file = read_file(path, report, _name(path, root))
    return _members(file.texts("woorden")) if file else ()


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
