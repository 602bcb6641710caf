"""`handwijzer fit`: works out the shipped weights again after the examples have changed."""

import argparse
import os
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from bot.commands.check import show_problem
from bot.knowledge.checks_topics import brain_of
from bot.knowledge.fitting import save_scorer
from bot.knowledge.followups import read_followups
from bot.knowledge.leanings import ship_leaning
from bot.knowledge.loader import find_folder, load, read_examples_of
from bot.knowledge.overmatch import key_of_strays, ship_strays, strays_of
from bot.knowledge.parts import Parts
from bot.knowledge.problems import Report
from bot.knowledge.proofs import key_of_proofs
from bot.knowledge.safety import refit_safety, sound_keys
from bot.knowledge.training import SHIPPED, fit_readings, key_of, readings_of
from bot.knowledge.trust import FILE, fit_trust, write_trust
from bot.knowledge.verdicts import ship_sound

_SAFETY = "veiligheid"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what to leave as it is."""
    parser.add_argument(
        "--parts",
        action="store_true",
        help="alleen het programma is veranderd: pak opnieuw in wat de bestanden opleveren",
    )


def run(arguments: argparse.Namespace) -> int:
    """Fits all weights and the trust in them, or only packs what files read as, and ships that."""
    report = Report()
    folder = find_folder(os.environ)
    target = Path(str(resources.files("bot.data")))
    if arguments.parts:
        _pack(folder, target, report)
        if report.sound:
            ship_sound(_sound_keys(folder), target)
        return _told(report)
    examples, lexicon, gazetteer = read_examples_of(folder, report)
    if not report.sound:
        return _told(report)
    readings = readings_of(examples, lexicon, gazetteer)
    scorer = fit_readings(readings, examples)
    key = key_of(((one.topic, one.text) for one in examples), lexicon)
    save_scorer(scorer, target / SHIPPED, key)
    trust = fit_trust(readings, examples, lexicon, gazetteer)
    write_trust(trust, target / FILE)
    brain = brain_of(examples, lexicon, gazetteer, scorer)
    ship_strays(strays_of(examples, readings, brain), key_of_strays(examples, brain), target)
    followups = ship_leaning(read_followups(folder, Report()), brain, target)
    safety = refit_safety(folder / _SAFETY, target, report)
    ship_sound(_sound_keys(folder), target)
    _pack(folder, target, Report())
    print(f"{followups} vervolgvragen")
    print(f"{safety} voorbeelden voor de veiligheid")
    print(f"{len(examples)} voorbeelden, {len(scorer.index)} kenmerken; zeker vanaf {trust.sure}")
    return 0


def _told(report: Report) -> int:
    """Shows what keeps the knowledge from being served; 1 where anything does."""
    if report.sound:
        return 0
    for problem in report.in_order():
        print(show_problem(problem), file=sys.stderr)
    return 1


def _pack(folder: Path, target: Path, report: Report) -> None:
    """Packs what the files read as, for a start with the same files."""
    parts = Parts(folder, None, packing=target)
    parts.safety(report)
    parts.asked(report)
    parts.lexicon(report)


def _sound_keys(folder: Path) -> Iterator[str]:
    """The keys of what goes well with the weights that were just written."""
    yield from sound_keys(folder / _SAFETY)
    if knowledge := load(folder).knowledge:
        yield key_of_proofs(knowledge.topics, knowledge.brain)
