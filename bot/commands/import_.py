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

from bot.app.clocks import local_now
from bot.commands.import_asking import NO_TERMINAL, Ask, ask_each
from bot.commands.import_report import as_json, report_lines
from bot.exchange.feed import Fetched, Unfetched, fetch_feed, is_address
from bot.exchange.intake import Form
from bot.exchange.offers import Offer, accepted, offers_of
from bot.exchange.privacy import allowed_numbers
from bot.exchange.record import Feed, slug_of
from bot.exchange.taking import Reading, Surroundings, read_source, take_over
from bot.knowledge.gazetteer import read_gazetteer
from bot.knowledge.loader import find_folder
from bot.knowledge.organisations import read_organisations
from bot.knowledge.problems import Report
from bot.settings import Settings, read_settings
from bot.store.changes import enter_change
from bot.store.database import StoreError
from bot.store.engine import open_database
from bot.store.migrate import migrate
from bot.store.programme import KNOWLEDGE
from bot.store.serving import FILE

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
    parser.add_argument(
        "--accept",
        nargs="+",
        default=(),
        metavar="CODE",
        help="neem voorstellen over als wijziging, met de code uit het verslag",
    )
    parser.add_argument(
        "--ask", action="store_true", help="vraag bij elk voorstel of het overgenomen wordt"
    )
    parser.add_argument("--force", action="store_true", help="ook als er veel verdwijnt")
    parser.add_argument("--all", action="store_true", help="toon alles, niet alleen het begin")
    parser.add_argument("--json", action="store_true", help="het verslag als JSON")


def _feed_id(words: str) -> str:
    if not _ID.match(words) or words == KNOWLEDGE:
        raise argparse.ArgumentTypeError("alleen kleine letters, cijfers en streepjes")
    return words


def run(arguments: argparse.Namespace, ask: Ask | None = None) -> int:
    """Reads, shows and perhaps takes over; 1 where something stands in the way.

    `ask` puts a question to whoever typed this; the terminal does where there is one.
    """
    ask = ask or (input if sys.stdin.isatty() else None)
    if arguments.ask and (ask is None or arguments.json):
        print(NO_TERMINAL, file=sys.stderr)
        return MEND
    settings = read_settings(os.environ)
    found = _content(arguments.source)
    if isinstance(found, Unfetched):
        print(found.reason, file=sys.stderr)
        return MEND
    reading = _read(found, arguments, settings)
    now = datetime.now(UTC).replace(tzinfo=None)
    offers = offers_of(reading.batch, reading.findings, now)
    codes = list(arguments.accept)
    if arguments.ask and ask is not None and not reading.fatal:
        print("\n".join(report_lines(reading, (), everything=arguments.all)))
        codes += ask_each(offers, ask)
    chosen, unknown = accepted(offers, codes)
    refused = "" if arguments.force else reading.refusal
    if unknown:
        refused = f"Deze code staat niet bij de voorstellen: {', '.join(unknown)}."
    if (arguments.apply or chosen) and not reading.fatal and not refused:
        settings.data.mkdir(parents=True, exist_ok=True)
        refused = asyncio.run(_take_over(reading, chosen, settings, arguments))
    if arguments.json:
        report = as_json(reading, offers, refused)
        print(json.dumps(report, ensure_ascii=False, indent=1))
    else:
        if not arguments.ask or reading.fatal:
            print("\n".join(report_lines(reading, offers, everything=arguments.all)))
        print(refused or _ending(reading, chosen, arguments))
    return MEND if reading.fatal or refused else FINE


def _content(source: str) -> _Content | Unfetched:
    if is_address(source):
        fetched = asyncio.run(fetch_feed(source))
        if isinstance(fetched, Fetched):
            return _Content(content=fetched.content, address=source)
        reason = fetched.reason if isinstance(fetched, Unfetched) else "Er is niets veranderd."
        return Unfetched(reason=reason)
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
    around = Surroundings(gazetteer=gazetteer, allowed=allowed)
    return read_source(found.content, feed, settings.data, around, arguments.format)


async def _take_over(
    reading: Reading, chosen: list[Offer], settings: Settings, arguments: argparse.Namespace
) -> str:
    """Hands the records and the accepted changes to the store; why it was refused, or nothing."""
    data, now = settings.data, datetime.now(UTC)
    try:
        async with open_database(data / FILE, settings.database_url) as database:
            await migrate(database, now)
            if arguments.apply:
                refused = await take_over(reading, database, data, now, forced=arguments.force)
                if refused:
                    return refused
            for change in (change for offer in chosen for change in offer.changes):
                refused = await enter_change(database, change)
                if refused:
                    return f"{refused} Neem eerst de bron over met --apply."
    except StoreError as error:
        return str(error)
    return ""


def _ending(reading: Reading, chosen: list[Offer], arguments: argparse.Namespace) -> str:
    if reading.fatal:
        return "Er is niets overgenomen."
    told = [f"Overgenomen: {len(reading.batch.meetings)} bijeenkomsten."] * arguments.apply
    told += [f"Overgenomen: {len(chosen)} voorstellen."] * bool(chosen)
    trial = "Dit was een proef: er is niets veranderd. Neem het over met --apply."
    return " ".join(told) or trial
