"""`handwijzer import`: reads a source of others, shows what differs, and takes it over."""

import argparse
import asyncio
import json
import os
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from bot.app import local_now
from bot.commands.held import DATABASE, held_meetings, hold
from bot.commands.import_report import Reading, as_json, report_lines
from bot.exchange.difference import compare, refusal
from bot.exchange.feed import Unfetched, fetch_feed, is_address
from bot.exchange.intake import Form, read_content
from bot.exchange.linter import lint
from bot.exchange.privacy import allowed_numbers
from bot.exchange.record import Batch, Feed, slug_of
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.loader import find_folder
from bot.knowledge.organisations import read_organisations
from bot.knowledge.problems import Report
from bot.settings import Settings, read_settings
from bot.store.database import StoreError
from bot.store.migrate import migrate
from bot.store.programme import KNOWLEDGE, Records, Refused, sync
from bot.store.sqlite import Sqlite

FINE, MEND = 0, 1
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """What was read from a file or an address."""

    content: bytes
    address: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("source", metavar="BRON", help="een bestand, of een webadres")
    parser.add_argument(
        "--id", type=_feed_id, metavar="ID", help="korte naam: kleine letters en -"
    )
    parser.add_argument("--name", metavar="NAAM", help="hoe de bron heet")
    parser.add_argument(
        "--format", type=Form, choices=list(Form), metavar="FORMAAT", help=", ".join(Form)
    )
    parser.add_argument(
        "--apply", action="store_true", help="neem het over; anders is het een proef"
    )
    parser.add_argument("--force", action="store_true", help="ook als er veel verdwijnt")
    parser.add_argument("--all", action="store_true", help="toon alles, niet alleen het begin")
    parser.add_argument("--json", action="store_true", help="het verslag als JSON")


def _feed_id(words: str) -> str:
    if not _ID.match(words) or words == KNOWLEDGE:
        raise argparse.ArgumentTypeError("alleen kleine letters, cijfers en streepjes")
    return words


def run(arguments: argparse.Namespace) -> int:
    """Reads, shows and perhaps takes over; 1 where something stands in the way."""
    settings = read_settings(os.environ)
    found = _content(arguments.source)
    if isinstance(found, Unfetched):
        print(found.reason, file=sys.stderr)
        return MEND
    reading = _read(found, arguments, settings)
    refused = "" if arguments.force else refusal(reading.difference, reading.held)
    if arguments.apply and not reading.fatal and not refused:
        settings.data.mkdir(parents=True, exist_ok=True)
        refused = asyncio.run(_take_over(reading.batch, settings.data, forced=arguments.force))
    if arguments.json:
        print(json.dumps(as_json(reading, refused), ensure_ascii=False, indent=1))
    else:
        print("\n".join(report_lines(reading, everything=arguments.all)))
        print(refused or _ending(reading, arguments))
    return MEND if reading.fatal or refused else FINE


def _content(source: str) -> _Content | Unfetched:
    if is_address(source):
        fetched = asyncio.run(fetch_feed(source))
        if isinstance(fetched, Unfetched):
            return fetched
        return _Content(content=fetched.content, address=source)
    path = Path(source)
    try:
        return _Content(content=path.read_bytes(), address=path.name)
    except OSError as error:
        return Unfetched(reason=f"{source} kan ik niet lezen ({error.strerror}).")


def _read(found: _Content, arguments: argparse.Namespace, settings: Settings) -> Reading:
    folder = find_folder(os.environ)
    report = Report()
    gazetteer = read_gazetteer(folder / "plaatsen", report)
    known = read_organisations(folder / "organisaties", report, gazetteer)
    allowed = allowed_numbers(*(one.contact.phone for one in known.organisations.values()))
    parts = urlsplit(found.address)
    named = arguments.id or slug_of(parts.hostname or Path(found.address).stem)
    feed = Feed(
        id=named,
        name=arguments.name or parts.hostname or named,
        address=found.address,
        read=local_now().date(),
    )
    batch = read_content(found.content, feed, arguments.format, allowed=allowed)
    held = held_meetings(settings.data, feed.id)
    return Reading(
        batch=batch,
        difference=compare(held, batch.meetings),
        findings=lint(batch, gazetteer, allowed),
        held=len(held),
    )


async def _take_over(batch: Batch, data: Path, *, forced: bool) -> str:
    """Hands the records to the store; why it was refused, in Dutch, or nothing."""
    now = datetime.now(UTC)
    try:
        async with Sqlite(data / DATABASE) as database:
            await migrate(database, now)
            done = await sync(database, batch.feed.id, _records(batch), now, forced=forced)
    except StoreError as error:
        return str(error)
    if isinstance(done, Refused):
        return done.reason
    hold(data, batch.feed.id, batch.meetings)
    return ""


def _records(batch: Batch) -> Records:
    organisations = {one.organisation.id: one.organisation for one in batch.meetings}
    locations = {one.location.id: one.location for one in batch.meetings if one.location}
    return Records(
        organisations=tuple(organisations.values()),
        locations=tuple(locations.values()),
        activities=tuple(one.activity for one in batch.meetings),
    )


def _ending(reading: Reading, arguments: argparse.Namespace) -> str:
    if reading.fatal:
        return "Er is niets overgenomen."
    if arguments.apply:
        return f"Overgenomen: {len(reading.batch.meetings)} bijeenkomsten."
    return "Dit was een proef: er is niets veranderd. Neem het over met --apply."
