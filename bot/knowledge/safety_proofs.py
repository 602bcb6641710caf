"""Asks the proofs of the safety rules: what each must see and must leave alone."""

from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from bot.core.safety.rules import Proof, SafetyRules
from bot.core.safety.screen import screened
from bot.core.safety.sight import Sight, look
from bot.knowledge.safety_nets import SHIPPED
from bot.knowledge.verdicts import digest_of, digest_of_code, digest_of_files

# What decides how the files are read and what is made of a proof.
_ROOMS = ("bot.core.safety", "bot.core.scoring", "bot.core.understanding", "bot.knowledge")


def key_of_safety(folder: Path) -> str:
    """A key of all that decides whether the safety files and the shipped net are sound."""
    files = digest_of_files(folder.parent, [folder.name])
    net = resources.files("bot.data").joinpath(SHIPPED)
    return digest_of(files, net.read_bytes() if net.is_file() else b"", digest_of_code(*_ROOMS))


def key_of_proving(rules: SafetyRules, *held: str) -> str:
    """A key of what the proofs of these rules say, and of all that decides how they come out.

    `held` are the keys of the patterns and of the net.
    """
    index = rules.index
    tables = (index.words, index.prefixes, index.suffixes, index.names)
    told = [
        (one.id, one.level, one.other, one.stopping, one.language, one.proofs, one.counter_proofs)
        for one in rules.rules
    ]
    named = [repr(sorted(one.items())) for one in tables]
    return digest_of(*held, repr(told), *named, repr(sorted(index.everyday)))


def look_at_proofs(rules: SafetyRules) -> dict[str, Sight]:
    """What the patterns see in each proof, by its text; takes half of the time of all of this."""
    texts = (proof.text for rule in rules.rules for proof in (*rule.proofs, *rule.counter_proofs))
    return {text: look(text, rules) for text in dict.fromkeys(texts)}


def proof_problems(rules: SafetyRules, seen: Mapping[str, Sight]) -> tuple[tuple[Proof, str], ...]:
    """The proofs that fail, by the patterns alone, each with what is wrong in plain Dutch."""
    found = []
    held = {text: {hit.rule.id for hit in sight.hits} for text, sight in seen.items()}
    for rule in rules.rules:
        for proof in rule.proofs:
            if rule.id not in held[proof.text]:
                found.append((proof, f"‘{proof.text}’ moet {rule.id} raken, maar doet dat niet."))
        for proof in rule.counter_proofs:
            if rule.id in held[proof.text]:
                found.append((proof, f"‘{proof.text}’ mag {rule.id} niet raken, maar doet dat."))
    return tuple(found)


def overruled_proofs(rules: SafetyRules, seen: Mapping[str, Sight]) -> tuple[Proof, ...]:
    """The proofs of which the whole screen, with its net, misses the level."""
    return tuple(
        proof
        for rule in rules.rules
        for proof in rule.proofs
        if rule.level not in screened(proof.text, seen[proof.text], rules).levels
    )
