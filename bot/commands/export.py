"""`handwijzer export`: writes the programme in the formats of others, with a loss report."""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path

from bot.app.clocks import local_now
from bot.commands.whole_programme import WholeProgramme, read_whole
from bot.core.model import Activity, Status
from bot.core.places.distance import kilometres
from bot.core.programme.changes import changes_by_activity
from bot.exchange.held import all_held
from bot.exchange.hsds.page import write_hsds
from bot.exchange.icalendar.file import write_icalendar
from bot.exchange.listing import Listing, listing_of, listings_of
from bot.exchange.loss import Export, report_of, summary_of
from bot.exchange.meeting_guide.file import write_meeting_guide
from bot.exchange.plan import Changes, Horizon, horizon_from
from bot.exchange.schema_org import write_schema_org
from bot.exchange.tabular import write_csv, write_xlsx
from bot.settings import read_settings
from bot.store.database import StoreError

FINE, MEND = 0, 1
_NEAR = 15.0  # kilometres around a town, unless another distance is given


class Form(StrEnum):
    """The formats that can be written."""

    ICS = "ics"
    MEETING_GUIDE = "meeting-guide"
    HSDS = "hsds"
    SCHEMA_ORG = "schema-org"
    CSV = "csv"
    XLSX = "xlsx"


Write = Callable[[list[Listing], Changes, Horizon], Export]
_WRITERS: Mapping[Form, Write] = {
    Form.ICS: write_icalendar,
    Form.MEETING_GUIDE: lambda listings, changes, horizon: write_meeting_guide(listings),
    Form.HSDS: write_hsds,
    Form.SCHEMA_ORG: write_schema_org,
    Form.CSV: lambda listings, changes, horizon: write_csv(listings),
    Form.XLSX: lambda listings, changes, horizon: write_xlsx(listings),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of this command."""
    parser.add_argument("format", type=Form, choices=list(Form), metavar="FORMAAT",
                        help=", ".join(Form))  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="BESTAND", help="anders naar het scherm")
    parser.add_argument("--activity", metavar="ID", help="alleen deze activiteit")
    parser.add_argument("--location", metavar="ID", help="alleen deze plek")
    parser.add_argument("--organisation", metavar="ID", help="alleen deze organisatie")
    parser.add_argument("--town", metavar="PLAATS", help="alleen rond deze plaats")
    parser.add_argument(
        "--within", type=float, default=_NEAR, metavar="KM", help=f"hoe ver; anders {_NEAR:.0f}"
    )
    parser.add_argument("--days", type=int, default=366, metavar="N", help="hoeveel dagen vooruit")
    parser.add_argument("--today", type=date.fromisoformat, metavar="2026-11-25",
                        help="doe of het dan is")  # fmt: skip
    parser.add_argument("--losses", type=Path, metavar="BESTAND", help="het verliesverslag")


def run(arguments: argparse.Namespace) -> int:
    """Writes the file and says what it could not hold; 1 where nothing was found."""
    settings = read_settings(os.environ)
    now = local_now()
    if arguments.today:
        now = datetime.combine(arguments.today, time(12))
    try:
        programme = asyncio.run(read_whole(settings, now.date()))
    except StoreError as error:
        print(error, file=sys.stderr)
        return MEND
    chosen = _chosen(programme, arguments)
    if isinstance(chosen, str):
        print(chosen, file=sys.stderr)
        return MEND
    listings = _listings(programme, chosen, settings.data)
    changes = changes_by_activity(chosen, programme.changes)
    horizon = horizon_from(now, arguments.days, programme.school)
    export = _WRITERS[arguments.format](listings, changes, horizon)
    _deliver(export, arguments)
    return FINE


def _chosen(programme: WholeProgramme, arguments: argparse.Namespace) -> list[Activity] | str:
    """The activities that are asked for, or why there are none."""
    found = [one for one in programme.activities if one.status is not Status.STOPPED]
    for wanted, name in (
        (arguments.activity, "id"),
        (arguments.location, "location"),
        (arguments.organisation, "organisation"),
    ):
        if wanted:
            found = [one for one in found if getattr(one, name) == wanted]
    if arguments.town:
        towns = programme.gazetteer.named(arguments.town)
        if not towns:
            return f"De plaats ‘{arguments.town}’ kennen we niet."
        middle = (towns[0].lat, towns[0].lon)
        found = [one for one in found if _is_near(one, programme, middle, arguments.within)]
    return found or "Er is geen activiteit die hieraan voldoet."


def _is_near(
    activity: Activity, programme: WholeProgramme, middle: tuple[float, float], within: float
) -> bool:
    place = programme.locations.get(activity.location or "")
    if place is None or place.lat is None or place.lon is None:
        return False
    return kilometres(*middle, place.lat, place.lon) <= within


def _listings(programme: WholeProgramme, chosen: list[Activity], data: Path) -> list[Listing]:
    """The listings; an imported one with all that its source had."""
    held = all_held(data)
    plain = listings_of(chosen, programme.organisations, programme.locations)
    return [
        _with_source(one, listing_of(held[one.activity.id])) if one.activity.id in held else one
        for one in plain
    ]


def _with_source(listing: Listing, imported: Listing) -> Listing:
    return Listing(
        activity=listing.activity,
        organisation=listing.organisation,
        location=listing.location,
        identity=imported.identity,
        extra=imported.extra,
        instead_of=imported.instead_of,
        left_out=imported.left_out,
    )


def _deliver(export: Export, arguments: argparse.Namespace) -> None:
    if arguments.out:
        arguments.out.write_bytes(export.content)
    else:
        sys.stdout.buffer.write(export.content)
        sys.stdout.flush()
    if arguments.losses:
        arguments.losses.write_text(report_of(export.losses), encoding="utf-8")
    print(f"{export.count} activiteiten geschreven.", file=sys.stderr)
    if export.losses:
        print("Dit kon er niet in:", file=sys.stderr)
    for words, count in summary_of(export.losses):
        print(f"  {count}× {words}", file=sys.stderr)
