"""`handwijzer gaps`: what people asked and the bot did not know, after their yes."""

import argparse
import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.app.clocks import utc_now
from bot.app.opened import prepare_data
from bot.commands.check import show_problem
from bot.core.talk.scrubbing import GAP
from bot.knowledge.checks import check_folder
from bot.knowledge.editing.teaching import paths_of, with_example
from bot.knowledge.editing.tree import EditError
from bot.knowledge.gap_clusters import Cluster, clusters_of
from bot.knowledge.loader import find_folder, load
from bot.knowledge.problems import Problem, Severity, did_you_mean
from bot.settings import Settings, SettingsError, read_settings
from bot.store.database import StoreError
from bot.store.engine import open_database
from bot.store.gaps import Gap, drop_gaps, fetch_gaps
from bot.store.migrate import migrate
from bot.store.serving import FILE

FINE, MEND = 0, 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument(
        "--voorbeeld",
        nargs=2,
        metavar=("NUMMER", "ONDERWERP"),
        help="zet de vraag met dit nummer bij de voorbeelden van een onderwerp; ‘elders’ is wat "
        "niet van ons is",
    )
    parser.add_argument(
        "--zin", default="", metavar="ZIN", help="schrijf het voorbeeld anders dan het er staat"
    )
    parser.add_argument(
        "--weg", type=int, metavar="NUMMER", help="gooi de vragen met dit nummer weg"
    )


def run(arguments: argparse.Namespace) -> int:
    """Lists the questions, or deals with one; 1 where something has to be mended first."""
    settings = read_settings(os.environ)
    if not settings.database_url and not (settings.data / FILE).is_file():
        raise SettingsError(f"Er is nog geen database in {settings.data}.")
    folder, cache = find_folder(os.environ), prepare_data(settings)
    known = load(folder, cache).knowledge
    if known is None:
        print("De kennis klopt niet. Draai eerst ‘handwijzer check’.", file=sys.stderr)
        return MEND
    try:
        gaps = asyncio.run(_fetch(settings))
        clusters = clusters_of([one.words for one in gaps], known.brain)
        if arguments.weg is not None:
            return _forget(settings, gaps, _numbered(clusters, str(arguments.weg)))
        if arguments.voorbeeld:
            number, topic = arguments.voorbeeld
            chosen = _numbered(clusters, number)
            done = teach(folder, cache, topic, arguments.zin or chosen.words)
            return done or _forget(settings, gaps, chosen)
    except StoreError as error:
        raise SettingsError(str(error)) from error
    _show(clusters, gaps, paths_of(known.topics))
    return FINE


def _show(clusters: Sequence[Cluster], gaps: Sequence[Gap], paths: Mapping[str, str]) -> None:
    if not clusters:
        print("Er zijn geen vragen doorgegeven.")
        return
    for number, one in enumerate(clusters, start=1):
        times = f" ({len(one.members)} keer)" if len(one.members) > 1 else ""
        last = max(gaps[member].asked for member in one.members)
        print(f"{number}. {one.words}{times}")
        nearest = Path(paths.get(one.topic, one.topic)).stem
        print(f"   lijkt op: {nearest} · laatst op {last:%d-%m-%Y}")
        if one.answered:
            by = Path(paths.get(one.answered, one.answered)).stem
            print(f"   dat weet de bot nu: {by} · klopt dat? dan kan het weg: --weg {number}")
        for member in one.members[1:4]:
            print(f"   ook: {gaps[member].words}")
    print(
        "\nMaak er een voorbeeld van: handwijzer gaps --voorbeeld NUMMER ONDERWERP"
        "\nWeggooien: handwijzer gaps --weg NUMMER"
    )


def _numbered(clusters: Sequence[Cluster], number: str) -> Cluster:
    if not number.isdecimal() or not 0 < int(number) <= len(clusters):
        raise SettingsError(f"Er is geen vraag met nummer {number}.")
    return clusters[int(number) - 1]


def teach(folder: Path, cache: Path, topic: str, words: str) -> int:
    """Puts an example in the file of a topic, unless it brings an error with it."""
    names = {path.stem for path in (folder / "onderwerpen").glob("*.yaml")}
    if topic not in names:
        hint = did_you_mean(topic, names)
        raise SettingsError(f"Er is geen onderwerp ‘{topic}’. {hint}".strip())
    if GAP in words:
        raise SettingsError(
            f"In ‘{words}’ is iets weggehaald. Schrijf de zin zelf, met --zin, zonder ‘{GAP}’."
        )
    path = folder / "onderwerpen" / f"{topic}.yaml"
    before = path.read_bytes()
    text = before.decode("utf-8")
    was = _errors(folder, cache)
    try:
        path.write_bytes(with_example(text, words).encode("utf-8"))
    except EditError as error:
        raise SettingsError(str(error)) from error
    fresh = [one for one in _errors(folder, cache) if _same(one) not in set(map(_same, was))]
    if fresh:
        path.write_bytes(before)
        print("Dit voorbeeld kan hier niet bij, er is niets veranderd:", file=sys.stderr)
        for problem in fresh:
            print(show_problem(problem), file=sys.stderr)
        return MEND
    print(f"‘{words}’ staat nu bij de voorbeelden in onderwerpen/{topic}.yaml.")
    return FINE


def _errors(folder: Path, cache: Path) -> tuple[Problem, ...]:
    today = datetime.now(UTC).date()
    found = check_folder(folder, cache, today).in_order()
    return tuple(one for one in found if one.severity is Severity.ERROR)


def _same(problem: Problem) -> tuple[str, str, str]:
    return problem.spot.path, problem.rule, problem.message


def _forget(settings: Settings, gaps: Sequence[Gap], chosen: Cluster) -> int:
    gone = asyncio.run(_drop(settings, [gaps[member].id for member in chosen.members]))
    print(f"{gone} {'vraag' if gone == 1 else 'vragen'} uit de lijst gehaald.")
    return FINE


async def _fetch(settings: Settings) -> tuple[Gap, ...]:
    async with open_database(settings.data / FILE, settings.database_url) as database:
        await migrate(database, utc_now())
        return await fetch_gaps(database)


async def _drop(settings: Settings, ids: Sequence[str]) -> int:
    async with (
        open_database(settings.data / FILE, settings.database_url) as database,
        database.transaction() as inside,
    ):
        return await drop_gaps(inside, ids)
