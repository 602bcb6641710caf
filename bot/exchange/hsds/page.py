"""Writes Human Services Data (HSDS 3.x): a page of services, each with all that belongs to it."""

import json
from collections.abc import Iterable

from bot.exchange.hsds.record import Json
from bot.exchange.hsds.service import service_of
from bot.exchange.listing import Listing
from bot.exchange.loss import Export, Loss
from bot.exchange.plan import Changes, Horizon, plan_of


def write_hsds(listings: Iterable[Listing], changes: Changes, horizon: Horizon) -> Export:
    """The listings as one page of an HSDS service list."""
    services: list[Json] = []
    losses: list[Loss] = []
    for listing in listings:
        plan = plan_of(listing, changes.get(listing.activity.id, ()), horizon)
        services.append(service_of(listing, plan, losses))
    page = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "contents": services,
    }
    content = json.dumps(page, ensure_ascii=False, indent=1).encode()
    return Export(content=content, losses=tuple(losses), count=len(services))
