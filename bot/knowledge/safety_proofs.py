"""Asks the proofs of the safety rules: what each must see and must leave alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path

from bot.core.safety.rules import Level, Proof, SafetyRules
from bot.core.safety.screen import screened
from bot.core.safety.sight import look
from bot.knowledge.drawer import Drawer
from bot.knowledge.problems import Report
from bot.knowledge.safety_training import EXAMPLES
from bot.knowledge.shipped_net import SHIPPED
from bot.knowledge.verdicts import digest_of, digest_of_code, digest_of_files

# What decides how the files are read and what is made of a proof.
_ROOMS = ("bot.core.safety", "bot.core.scoring", "bot.core.understanding", "bot.knowledge")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What comes of a proof: the rules that see it, and the levels that the whole screen gives it.

    The levels are only there where the proof is one that must be seen.
    """

    rules: tuple[str, ...]
    levels: tuple[Level, ...]


def key_of_safety(folder: Path) -> str:
    """A key of all that decides whether the safety files and the shipped net are sound."""
    files = digest_of_files(folder.parent, [folder.name])
    return digest_of(files, _shipped_net(), digest_of_code(*_ROOMS))


def key_of_examples(folder: Path) -> str:
    """A key of all that decides whether the example files are sound, and of the shipped net."""
    files = digest_of_files(folder.parent, [f"{folder.name}/{EXAMPLES}"])
    return digest_of("voorbeelden", files, _shipped_net(), digest_of_code(*_ROOMS))


def key_of_asking(rules: SafetyRules, patterns: str, net: str) -> str:
    """A key of all that decides what comes of any proof, with the keys of patterns and net."""
    index = rules.index
    tables = (index.words, index.prefixes, index.suffixes, index.names)
    told = [(one.id, one.level, one.other, one.stopping, one.language) for one in rules.rules]
    named = [repr(sorted(one.items())) for one in tables]
    return digest_of(patterns, net, repr(told), *named, repr(sorted(index.everyday)))


def key_of_proofs(rules: SafetyRules, asking: str) -> str:
    """A key of all proofs and of what decides how they come out, the code too."""
    told = [(one.id, _texts(one.proofs), _texts(one.counter_proofs)) for one in rules.rules]
    return digest_of(asking, repr(told), digest_of_code(*_ROOMS))


def ask_proofs(rules: SafetyRules, drawer: Drawer, asking: str) -> dict[str, Seen]:
    """What comes of each proof, by its text; a drawer gives back what was asked before.

    What came of a proof under the same key of asking is what would come of it now.
    """
    shown = dict.fromkeys(text for one in rules.rules for text in _texts(one.counter_proofs))
    wanted = dict.fromkeys(text for one in rules.rules for text in _texts(one.proofs))
    report = Report()
    return {
        text: drawer.take(
            digest_of(asking, str(text in wanted), text),
            partial(_ask, text, rules, text in wanted),
            report,
        )
        for text in {**shown, **wanted}
    }


def _ask(text: str, rules: SafetyRules, wanted: bool, _: Report) -> Seen:
    sight = look(text, rules)
    hits = tuple(dict.fromkeys(hit.rule.id for hit in sight.hits))
    levels = tuple(screened(text, sight, rules).levels) if wanted else ()
    return Seen(rules=hits, levels=levels)


def proof_problems(rules: SafetyRules, seen: Mapping[str, Seen]) -> tuple[tuple[Proof, str], ...]:
    """The proofs that fail, by the patterns alone, each with what is wrong in plain Dutch."""
    found = []
    for rule in rules.rules:
        for proof in rule.proofs:
            if rule.id not in seen[proof.text].rules:
                found.append((proof, f"‘{proof.text}’ moet {rule.id} raken, maar doet dat niet."))
        for proof in rule.counter_proofs:
            if rule.id in seen[proof.text].rules:
                found.append((proof, f"‘{proof.text}’ mag {rule.id} niet raken, maar doet dat."))
    return tuple(found)


def overruled_proofs(rules: SafetyRules, seen: Mapping[str, Seen]) -> tuple[Proof, ...]:
    """The proofs of which the whole screen, with its net, misses the level."""
    return tuple(
        proof
        for rule in rules.rules
        for proof in rule.proofs
        if rule.level not in seen[proof.text].levels
    )


def _texts(proofs: Iterable[Proof]) -> tuple[str, ...]:
    return tuple(proof.text for proof in proofs)


def _shipped_net() -> bytes:
    net = resources.files("bot.data").joinpath(SHIPPED)
    return net.read_bytes() if net.is_file() else b""
