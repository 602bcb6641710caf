"""Fits the safety net to the example messages, once: its weights are kept with a key."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

from bot.core.safety.features import Features, letter_groups
from bot.core.safety.net import SafetyNet
from bot.core.safety.rules import Level, SafetyRules
from bot.core.safety.sight import look, net_features, net_places
from bot.knowledge.problems import Report, Spot
from bot.knowledge.reader import Entry, read_file
from bot.knowledge.safety_fitting import fit_net, load_net, save_net

EXAMPLES = "voorbeelden"
TOPICS = "onderwerpen"
SHIPPED = "safety.npz"
_VERSION = "4"  # raise it when the same examples would give other features
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


def read_safety_examples(folder: Path, report: Report) -> tuple[Example, ...]:
    """All example messages of the folder `voorbeelden`."""
    examples: list[Example] = []
    for path in sorted((folder / EXAMPLES).glob("*.yaml")):
        entry = read_file(path, report, f"{folder.name}/{EXAMPLES}/{path.name}")
        if entry is not None:
            examples += _examples(entry)
    return tuple(examples)


def read_ordinary(knowledge: Path) -> tuple[str, ...]:
    """The example questions of all topics; what is wrong in them is somebody else's to report."""
    report = Report()
    files = (read_file(path, report) for path in sorted((knowledge / TOPICS).glob("*.yaml")))
    return tuple(text for file in files if file for text in file.texts("vragen"))


def with_net(
    rules: SafetyRules, examples: Sequence[Example], report: Report, cache: Path | None = None
) -> SafetyRules:
    """The rules with a net: the shipped one, or one fitted later that `cache` holds.

    Fitting takes half a minute, so a changed folder is served with the shipped net and a warning
    until `handwijzer fit` has run; the patterns themselves are always those of the folder.
    """
    key = key_of(rules, examples)
    shipped = _shipped()
    later = load_net(cache / SHIPPED) if cache is not None else None
    for kept in (shipped, later):
        if kept is not None and kept[1] == key:
            return replace(rules, net=kept[0])
    report.warning(
        Spot(path=f"veiligheid/{EXAMPLES}"),
        "net",
        "Het net is nog afgesteld op eerdere voorbeelden en woorden.",
        "Draai ‘handwijzer fit’.",
    )
    return replace(rules, net=shipped[0] if shipped else None)


def shipped_net() -> SafetyNet | None:
    """The net that travels with the package."""
    kept = _shipped()
    return kept[0] if kept else None


def _shipped() -> tuple[SafetyNet, str] | None:
    with resources.as_file(resources.files("bot.data").joinpath(SHIPPED)) as path:
        return load_net(path)


def fitted(rules: SafetyRules, examples: Sequence[Example], ordinary: Sequence[str]) -> SafetyNet:
    """A net fitted to the examples; where nothing is the matter, each sentence is one too."""
    features: list[Features[str]] = []
    labels: list[str] = []
    calm = (Example(text=text, label=NONE) for text in ordinary)
    for one in (*examples, *calm):
        sight = look(one.text, rules)
        every = net_places(sight) if one.label == NONE else (-1,)
        found = [net_features(sight, rules, places, letter_groups) for places in every]
        features += found
        labels += [one.label] * len(found)
    return fit_net(features, labels)


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
    digest.update(repr([(rule.id, rule.unless, rule.patterns) for rule in rules.rules]).encode())
    digest.update(repr([*rules.guards.values()]).encode())
    return digest.hexdigest()


def _examples(entry: Entry) -> list[Example]:
    label = entry.choice("niveau", _LABELS)
    sorts = entry.entry("voorbeelden")
    found = []
    for name in list(sorts.keys()) if sorts else ():
        texts = sorts.texts(name) if sorts else ()
        found += [Example(text=one, label=label or NONE, group=name) for one in texts]
    entry.done()
    return found
