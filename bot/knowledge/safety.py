"""Reads and compiles the safety files: word classes, guards, patterns, lines and replies."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.core.safety.builtin import built_in_rules
from bot.core.safety.grammar import Vocabulary
from bot.core.safety.rules import Level, Rule, SafetyRules, gate
from bot.knowledge.entry import Entry
from bot.knowledge.problems import Report, Spot
from bot.knowledge.reader import read_file
from bot.knowledge.safety_lines import read_lines, read_replies
from bot.knowledge.safety_nets import LATER_NET, NO_NET, SHIPPED_NET, Nets
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
    net_of,
    read_ordinary,
    read_safety_examples,
    ship_net,
    warn_of_old_net,
)
from bot.knowledge.shelf import Shelf
from bot.knowledge.verdicts import digest_of, is_shipped_sound

__all__ = [
    "built_in_rules",
    "read_proved",
    "read_rules",
    "read_safety",
    "refit_safety",
    "sound_keys",
]

LINES, REPLIES, EVERYDAY = "hulplijnen.yaml", "antwoorden.yaml", "gewone-woorden.yaml"
_NOT_RULES = (CLASSES, GUARDS, LINES, REPLIES, EVERYDAY)
_PROOF_HINT = "Pas het patroon aan, of haal het bewijs weg als het niet klopt."
_NET_HINT = (
    "Zet een paar zinnen die erop lijken in veiligheid/voorbeelden, en draai ‘handwijzer fit’."
)


def read_safety(folder: Path, report: Report, cache: Path | None = None) -> SafetyRules | None:
    """The compiled rules of a folder with their net, or nothing where too little is left.

    `cache` is a folder for a net that had to be fitted anew.
    """
    nets = Nets(cache)
    rules, name = read_proved(folder, report, nets)
    return replace(rules, net=nets.named(name)) if rules else None


def read_proved(
    folder: Path, report: Report, nets: Nets, shelf: Shelf | None = None
) -> tuple[SafetyRules | None, str]:
    """The rules of a folder without their net, and its name; no rules where too little is left.

    Of what was shipped with its net it is known that all goes well: examples are then not read
    and proofs not asked. A shelf gives back the examples of files that are as they were, and what
    came of the same proofs of the same rules.
    """
    rules = read_rules(folder, report)
    if rules is None:
        return None, NO_NET
    if is_shipped_sound(key_of_safety(folder)):
        return rules, SHIPPED_NET
    patterns, shelf, of_net = key_of(rules, ()), shelf or Shelf(None), Report()
    name = _shipped_net_of(folder, patterns, nets, of_net)
    if not name:
        with shelf.drawer("voorbeelden", "") as drawer:
            examples = read_safety_examples(folder, report, drawer)
        name = net_of(key_of(rules, examples), of_net, nets)
    asking = key_of_asking(rules, patterns, nets.digest(name))
    if not _holds(replace(rules, net=nets.named(name)), asking, shelf, report):
        return None, NO_NET  # an old net is no news beside proofs that fail
    report.extend(of_net.found)
    return rules, name


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
    yield key_of_proofs(rules, key_of_asking(rules, patterns, Nets().digest(SHIPPED_NET)))


def _shipped_net_of(folder: Path, patterns: str, nets: Nets, report: Report) -> str:
    """The shipped net where its own examples need no reading to know that it is to go by.

    Fitted to the same examples and other patterns, it is an old one; of another net nothing is
    known then, nor where it was not shipped that the examples are sound.
    """
    examples = key_of_examples(folder)
    if not is_shipped_sound(examples) or nets.named(LATER_NET):
        return NO_NET
    if not is_shipped_sound(digest_of(examples, patterns)):
        warn_of_old_net(report)
    return SHIPPED_NET


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
