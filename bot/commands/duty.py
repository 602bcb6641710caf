"""`handwijzer duty`: what has to be checked again, soonest first, for each editor."""

import argparse
import asyncio
import json
import os
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from bot.app.clocks import local_now
from bot.commands.whole_programme import read_whole
from bot.core.calendar.day_text import source_date_text
from bot.core.programme.freshness import Duty, Freshness, Witness, duties, witness_of
from bot.knowledge.loader import find_folder
from bot.settings import read_settings
from bot.store.database import StoreError

_NOBODY = "Nog geen redacteur (zet ‘redacteur:’ in het bestand)"
_SEEN = {
    Freshness.FRESH: "nog goed",
    Freshness.AGEING: "wordt oud, de bot zegt ‘bel even’",
    Freshness.STALE: "te oud, de bot noemt alleen het contact",
}
_DO = {True: "Haal de lijst weer op, of vraag het na", False: "Vraag het na"}
_KINDS = {
    Witness.ASKED: "zelf nagevraagd",
    Witness.FEED: "lijst die we ophalen",
    Witness.PAGE: "bladzij met datum",
    Witness.UNDATED: "bladzij zonder datum",
    Witness.LISTING: "overzicht van anderen",
    Witness.NEWS: "nieuwsbericht",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("--editor", metavar="NAAM", help="alleen van deze redacteur")
    parser.add_argument(
        "--days", type=int, metavar="N", help="alleen wat binnen zoveel dagen moet"
    )
    parser.add_argument("--today", type=_day, metavar="2026-11-25", help="doe of het dan is")
    parser.add_argument("--json", action="store_true", help="één JSON-object per bron")


def run(arguments: argparse.Namespace) -> int:
    """Prints what has to be checked again."""
    folder = find_folder(os.environ)
    if not folder.is_dir():
        print(f"Er is geen map {folder}.", file=sys.stderr)
        return 1
    today = arguments.today or local_now().date()
    try:
        whole = asyncio.run(read_whole(read_settings(os.environ), today))
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    found = duties(whole.organisations.values(), whole.activities, today)
    wanted = [duty for duty in found if _is_wanted(duty, arguments, today)]
    if arguments.json:
        for duty in wanted:
            print(json.dumps(_as_json(duty), ensure_ascii=False))
    else:
        _print(wanted, today)
    if not whole.sound:
        print("In de kennis staan fouten. Kijk met: handwijzer check", file=sys.stderr)
        return 1
    return 0


def _is_wanted(duty: Duty, arguments: argparse.Namespace, today: date) -> bool:
    if arguments.editor and duty.editor.casefold() != arguments.editor.casefold():
        return False
    return arguments.days is None or duty.due <= today + timedelta(days=arguments.days)


def _print(wanted: Sequence[Duty], today: date) -> None:
    if not wanted:
        print("Er hoeft nu niets nagekeken te worden.")
        return
    # Who has most to hurry comes first; sorting is stable, so each keeps soonest first.
    first: dict[str, int] = {}
    for number, duty in enumerate(wanted):
        first.setdefault(duty.editor, number)
    by_editor = sorted(wanted, key=lambda duty: first[duty.editor])
    for editor, mine in groupby(by_editor, key=lambda duty: duty.editor):
        print(editor or _NOBODY)
        for duty in mine:
            print(f"  {_due(duty.due, today)}  {duty.name} ({duty.path or duty.organisation})")
            print(f"      {_source(duty)}. Nu: {_SEEN[duty.freshness]}.")
            print(f"      {_DO[witness_of(duty.source) is Witness.FEED]}: {_contact(duty)}")
        print()
    late = sum(duty.due <= today for duty in wanted)
    print(f"{len(wanted)} bronnen, waarvan {late} nu aan de beurt.")


def _due(due: date, today: date) -> str:
    return "NU        " if due <= today else due.isoformat()


def _source(duty: Duty) -> str:
    dated = duty.source.dated
    told = f"{_KINDS[witness_of(duty.source)]}: {duty.source.name or duty.source.url}"
    if dated:
        told += f", {source_date_text(dated, 'nl')}"
    if duty.source.read:
        told += f", gelezen {source_date_text(duty.source.read.isoformat(), 'nl')}"
    return told[0].upper() + told[1:]


def _contact(duty: Duty) -> str:
    known = (duty.contact.phone, duty.contact.mail, duty.contact.web or duty.source.url)
    return ", ".join(part for part in known if part)


def _as_json(duty: Duty) -> dict[str, object]:
    return {
        "due": duty.due.isoformat(),
        "editor": duty.editor or None,
        "organisation": duty.organisation,
        "name": duty.name,
        "path": duty.path,
        "url": duty.source.url,
        "witness": str(witness_of(duty.source)),
        "dated": duty.source.dated,
        "read": duty.source.read.isoformat() if duty.source.read else None,
        "freshness": str(duty.freshness),
        "activities": list(duty.activities),
    }


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"geen datum: {words}") from error
