"""Reads and compiles the safety files: word classes, guards, patterns, lines and replies."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.core.safety.grammar import Vocabulary
from bot.core.safety.rules import Level, Rule, SafetyRules, gate
from bot.knowledge.entry import Entry
from bot.knowledge.problems import Report, Spot
from bot.knowledge.reader import read_file
from bot.knowledge.safety_lines import read_lines, read_replies
from bot.knowledge.safety_proofs import (
    ask_proofs,
    key_of_asking,
    key_of_examples,
    key_of_proofs,
    key_of_safety,
    overruled_proofs,
    proof_problems,
)
from bot.knowledge.safety_rules import (
    CLASSES,
    GUARDS,
    members_of,
    read_classes,
    read_guards,
    read_rule_file,
)
from bot.knowledge.safety_training import (
    key_of,
    read_ordinary,
    read_safety_examples,
    ship_net,
    warn_of_old_net,
)
from bot.knowledge.shelf import Shelf
from bot.knowledge.shipped_net import ShippedNet
from bot.knowledge.verdicts import digest_of, is_shipped_sound

LINES, REPLIES, EVERYDAY = "hulplijnen.yaml", "antwoorden.yaml", "gewone-woorden.yaml"
_NOT_RULES = (CLASSES, GUARDS, LINES, REPLIES, EVERYDAY)
_PROOF_HINT = "Pas het patroon aan, of haal het bewijs weg als het niet klopt."
_NET_HINT = (
    "Zet een paar zinnen die erop lijken in veiligheid/voorbeelden, en draai ‘handwijzer fit’."
)


def read_safety(folder: Path, report: Report) -> SafetyRules | None:
    """The compiled rules of a folder with the net, or nothing where too little is left."""
    shipped = ShippedNet()
    rules = read_proved(folder, report, shipped)
    return replace(rules, net=shipped.net) if rules else None


def read_proved(
    folder: Path, report: Report, shipped: ShippedNet, shelf: Shelf | None = None
) -> SafetyRules | None:
    """The rules of a folder without the net; nothing where too little is left of them.

    Of what was shipped with its net it is known that all goes well: examples are then not read
    and proofs not asked. A shelf gives back the examples of files that are as they were, and what
    came of the same proofs of the same rules.
    """
    rules = read_rules(folder, report)
    if rules is None or is_shipped_sound(key_of_safety(folder)):
        return rules
    shelf, of_net = shelf or Shelf(None), Report()
    if not _is_fitted(folder, rules, shipped, shelf, of_net):
        warn_of_old_net(of_net)
    asking = key_of_asking(rules, key_of(rules, ()), shipped.digest)
    if not _holds(replace(rules, net=shipped.net), asking, shelf, report):
        return None  # an old net is no news beside proofs that fail
    report.extend(of_net.found)
    return rules


def sound_keys(folder: Path) -> Iterator[str]:
    """The keys by which all and each part of a folder that is sound will be known again."""
    report = Report()
    rules = read_safety(folder, report)
    if rules is None or report.found:
        return
    patterns = key_of(rules, ())
    yield key_of_safety(folder)
    examples = key_of_examples(folder)
    yield examples
    yield digest_of(examples, patterns)
    yield key_of_proofs(rules, key_of_asking(rules, patterns, ShippedNet().digest))


def _is_fitted(
    folder: Path, rules: SafetyRules, shipped: ShippedNet, shelf: Shelf, report: Report
) -> bool:
    """Whether the net was fitted to these rules and the examples of the folder.

    Its own examples need no reading for that; of others it is not known that they are sound.
    """
    examples = key_of_examples(folder)
    if is_shipped_sound(examples):
        return is_shipped_sound(digest_of(examples, key_of(rules, ())))
    with shelf.drawer("voorbeelden", "") as drawer:
        return shipped.fits(key_of(rules, read_safety_examples(folder, report, drawer)))


def _holds(rules: SafetyRules, asking: str, shelf: Shelf, report: Report) -> bool:
    """Whether all proofs of these rules hold with their net; reports those that do not."""
    if is_shipped_sound(key_of_proofs(rules, asking)):
        return True
    with shelf.drawer("bewijzen", "") as drawer:
        seen = ask_proofs(rules, drawer, asking)
    failing = proof_problems(rules, seen)
    for proof, message in failing:
        report.error(Spot(path=proof.path, line=proof.line), "bewijs", message, _PROOF_HINT)
    overruled = () if failing else overruled_proofs(rules, seen)
    for proof in overruled:
        message = f"‘{proof.text}’ raakt het patroon, maar het net vindt het geen gevaar."
        report.error(Spot(path=proof.path, line=proof.line), "bewijs", message, _NET_HINT)
    return not failing and not overruled


def refit_safety(folder: Path, target: Path, report: Report) -> int:
    """Fits the net to the examples and writes it into the folder `target`; how many there were."""
    rules = read_rules(folder, report)
    examples = read_safety_examples(folder, report)
    if rules is not None:
        ship_net(rules, examples, read_ordinary(folder.parent), target)
    return len(examples)


def read_rules(folder: Path, report: Report) -> SafetyRules | None:
    """The compiled rules without a net."""
    vocabulary = Vocabulary(classes=read_classes(_open(folder, CLASSES, report)))
    guards = read_guards(_open(folder, GUARDS, report), vocabulary, report)
    rules: list[Rule] = []
    level_lines: dict[Level, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name in _NOT_RULES or (file := _open(folder, path.name, report)) is None:
            continue
        if found := read_rule_file(file, path.stem, vocabulary, guards, report):
            rules += found.rules
            if found.lines:
                level_lines[found.level] = found.lines
    lines = read_lines(_open(folder, LINES, report), report)
    replies = read_replies(_open(folder, REPLIES, report))
    if not (rules and lines and replies):
        return None
    index = vocabulary.index(_everyday(folder, report))
    ordered = tuple(sorted(rules, key=lambda rule: list(Level).index(rule.level)))
    return SafetyRules(
        index=index,
        rules=ordered,
        guards=guards,
        gates=gate(ordered, guards, index),
        level_lines=level_lines,
        lines=lines,
        replies=replies,
        classes=digest_of(repr(vocabulary.classes)),
    )


def _everyday(folder: Path, report: Report) -> tuple[str, ...]:
    if not (folder / EVERYDAY).exists():
        return ()
    file = _open(folder, EVERYDAY, report)
    return members_of(file.texts("woorden")) if file else ()


def _open(folder: Path, name: str, report: Report) -> Entry | None:
    return read_file(folder / name, report, f"{folder.name}/{name}")
