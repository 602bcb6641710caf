"""Fits the safety net to the example messages, once: its weights are kept with a key."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.safety.net import SafetyNet
from bot.core.safety.patterns import Pattern
from bot.core.safety.rules import Level, SafetyRules
from bot.core.safety.sight import look, net_features, net_places
from bot.knowledge.drawer import Drawer, take_files
from bot.knowledge.entry import Entry
from bot.knowledge.problems import Report, Spot
from bot.knowledge.reader import read_file, read_text
from bot.knowledge.safety_fitting import fit_net, save_net
from bot.knowledge.shipped_net import SHIPPED

EXAMPLES = "voorbeelden"
TOPICS = "onderwerpen"
_VERSION = "9"  # raise it when the same examples would give other features
NONE = "none"
_LABELS = {
    "gevaar": Level.DANGER.value,
    "zelfdoding": Level.SUICIDE.value,
    "geweld tegen een ander": Level.HARM.value,
    "onveilig": Level.UNSAFE.value,
    "verwarring": Level.CONFUSION.value,
    "behandeling": Level.TREATMENT.value,
    "wanhoop": NONE,
    "geen": NONE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An invented message, the level the net should give it, and the group it stands in."""

    text: str
    label: str
    group: str = ""


def read_safety_examples(
    folder: Path, report: Report, drawer: Drawer | None = None
) -> tuple[Example, ...]:
    """All example messages of the folder `voorbeelden`; a drawer gives back what is as it was."""
    shown = f"{folder.name}/{EXAMPLES}"
    files = take_files(folder / EXAMPLES, drawer or Drawer(), _read_alone, report, shown)
    return tuple(example for file in files for example in file)


def _read_alone(_: str, name: str, raw: bytes, report: Report) -> tuple[Example, ...]:
    entry = read_text(raw, name, report)
    return tuple(_examples(entry)) if entry else ()


def read_ordinary(knowledge: Path) -> tuple[str, ...]:
    """The example questions of all topics; what is wrong in them is somebody else's to report."""
    report = Report()
    files = (read_file(path, report) for path in sorted((knowledge / TOPICS).glob("*.yaml")))
    return tuple(text for file in files if file for text in file.texts("vragen"))


def warn_of_old_net(report: Report) -> None:
    """Says that the net goes by what there was before.

    Fitting takes half a minute, so a changed folder is served with the shipped net and a warning
    until `handwijzer fit` has run; the patterns themselves are always those of the folder.
    """
    report.warning(
        Spot(path=f"veiligheid/{EXAMPLES}"),
        "net",
        "Het net is nog afgesteld op eerdere voorbeelden en woorden.",
        "Draai ‘handwijzer fit’.",
    )


def fitted(rules: SafetyRules, examples: Sequence[Example], ordinary: Sequence[str]) -> SafetyNet:
    """A net fitted to the examples; where nothing is the matter, each sentence is one too."""
    features: list[dict[str, float]] = []
    labels: list[str] = []
    whole: list[bool] = []
    calm = (Example(text=text, label=NONE) for text in ordinary)
    for one in (*examples, *calm):
        sight = look(one.text, rules)
        every = tuple(net_places(sight, sight.tokens.sentences)) if one.label == NONE else (-1,)
        found = list(net_features(sight, rules, every).by_name())
        features += found
        labels += [one.label] * len(found)
        whole += [at == 0 for at in range(len(found))]
    return fit_net(features, labels, whole)


def ship_net(
    rules: SafetyRules, examples: Sequence[Example], ordinary: Sequence[str], target: Path
) -> SafetyNet:
    """Fits the net and writes it where the package keeps its weights."""
    net = fitted(rules, examples, ordinary)
    save_net(net, target / SHIPPED, key_of(rules, examples))
    return net


def key_of(rules: SafetyRules, examples: Sequence[Example]) -> str:
    """A key that changes when the examples, the words or the patterns change."""
    digest = hashlib.blake2b(_VERSION.encode(), digest_size=12)
    for one in examples:
        digest.update(f"{one.label}\t{one.text}\n".encode())
    digest.update(repr(sorted(rules.index.words.items())).encode())
    digest.update(rules.classes.encode())
    for rule in rules.rules:
        digest.update(repr((rule.id, rule.unless, _written(rule.patterns))).encode())
    for guard in rules.guards.values():
        digest.update(repr((guard.name, guard.scope, guard.settles)).encode())
        for patterns in (guard.patterns, guard.beside, guard.spoilers):
            digest.update(repr(_written(patterns)).encode())
    return digest.hexdigest()


def _written(patterns: Iterable[Pattern]) -> list[str]:
    return [pattern.text for pattern in patterns]


def _examples(entry: Entry) -> list[Example]:
    label = entry.choice("niveau", _LABELS)
    sorts = entry.entry("voorbeelden")
    found = []
    for name in list(sorts.keys()) if sorts else ():
        texts = sorts.texts(name) if sorts else ()
        found += [Example(text=one, label=label or NONE, group=name) for one in texts]
    entry.done()
    return found
