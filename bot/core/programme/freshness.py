"""How much a source can still be relied on, and when it has to be checked again.

Groups stop, move and change their hours without telling anybody. So each fact is as old as the day
on which somebody who could know it last said it; how fast it ages depends on who that is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from bot.core.model import Activity, Contact, Organisation, Source, Status


class Freshness(StrEnum):
    """How much a source can be relied on today."""

    FRESH = "fresh"
    AGEING = "ageing"  # probably still right; call first
    STALE = "stale"  # whom to ask is told, when and where it was are not


class Witness(StrEnum):
    """What kind of source it is."""

    ASKED = "asked"
    FEED = "feed"
    PAGE = "page"
    UNDATED = "undated"
    LISTING = "listing"
    NEWS = "news"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """For how many days a source is fresh, after how many it is stale, and when to look again."""

    fresh: int
    stale: int
    check: int  # from the day it was last read


# One table; the reason stands beside each row.
TERMS: Mapping[Witness, Term] = {
    # They said so themselves; a programme runs by the season or the year.
    Witness.ASKED: Term(fresh=365, stale=3 * 365, check=300),
    # A fellowship keeps its own list and we fetch it anew; two months of silence is a fault.
    Witness.FEED: Term(fresh=60, stale=365, check=60),
    # Their own page, with a date: as good as their word, but pages are left standing.
    Witness.PAGE: Term(fresh=365, stale=3 * 365, check=180),
    # It stood there when we read it; nobody knows for how long. Never fresh.
    Witness.UNDATED: Term(fresh=0, stale=2 * 365, check=180),
    # A list by others, copied from others; it lags behind.
    Witness.LISTING: Term(fresh=180, stale=2 * 365, check=180),
    # A newspaper tells of a beginning, hardly ever of an end.
    Witness.NEWS: Term(fresh=90, stale=2 * 365, check=120),
}
# Who is not sure himself is at best ageing, and is asked twice as often.
_UNSURE = {Status.UNVERIFIED, Status.PILOT, Status.PAUSED, Status.CONFLICTING}
_STOPPED_CHECK = 365  # days; what has stopped may begin again
_STALE_CHECK = 30  # days; reading it once more is no use, somebody has to call

_ASKED_WORDS = ("gebeld", "gesproken", "gemaild", "nagevraagd", "bezocht", "langsgegaan")
_NEWS_WORDS = (
    *("rtv", "omroep", "nieuws", "krant", "courant", "koerier", "parool", "lokaal", "oogtv"),
    *("//www.nu.nl", "//nu.nl", "//www.bd.nl", "//bd.nl", "pzc.nl", "1twente", "rodi.nl"),
    *("stedendriehoek", "tubantia", "gelderlander", "volkskrant", "trouw.nl", "limburger"),
)
_LISTING_WORDS = (
    *("socialekaart", "wijkconnect", "wegwijzer", "wmoradar", "mentaleagenda", "zorgkaart"),
    *("link050", "vng.nl", "movisie", "kenniscentrum", "gemeente", "heerlen.nl", "bibliotheek"),
)
_FEED_ENDS = (".json", ".ics", ".csv", ".xlsx")


@lru_cache(maxsize=10_000)
def witness_of(source: Source) -> Witness:
    """What kind of source it is, by its name and address."""
    name, url = source.name.casefold(), source.url.casefold()
    if url.startswith(("tel:", "mailto:")) or any(word in name for word in _ASKED_WORDS):
        return Witness.ASKED
    if source.note.casefold().startswith("feed") or url.endswith(_FEED_ENDS):
        return Witness.FEED
    if _day(source.dated) is None:
        return Witness.UNDATED
    host = url.split("/")[2] if url.count("/") >= 2 else url
    if any(word in f"//{host} {name}" for word in _NEWS_WORDS):
        return Witness.NEWS
    if any(word in host for word in _LISTING_WORDS):
        return Witness.LISTING
    return Witness.PAGE


def known_on(source: Source) -> date | None:
    """The day on which it was last true for all we know; a month or year counts from its start."""
    dated, read = _day(source.dated), source.read
    if witness_of(source) is Witness.FEED:
        return read or dated
    if dated is None:
        return read
    return min(dated, read) if read else dated


def freshness_of(source: Source, status: Status, today: date) -> Freshness:
    """How much a source can be relied on today; without any date it is ageing."""
    known = known_on(source)
    if known is None:
        return Freshness.AGEING
    age, term = (today - known).days, TERMS[witness_of(source)]
    if age > term.stale:
        return Freshness.STALE
    if age > term.fresh or status in _UNSURE or term.fresh == 0:
        return Freshness.AGEING
    return Freshness.FRESH


def stale_from(source: Source) -> date:
    """The first day on which a source is stale."""
    known = known_on(source)
    if known is None:
        return date.max
    return known + timedelta(days=TERMS[witness_of(source)].stale + 1)


def due_on(source: Source, status: Status) -> date:
    """The day by which it has to be checked again."""
    if source.read is None:
        return date.min
    days = TERMS[witness_of(source)].check
    if status is Status.STOPPED:
        days = _STOPPED_CHECK
    elif source.read >= stale_from(source):
        days = _STALE_CHECK
    elif status in _UNSURE:
        days //= 2
    return source.read + timedelta(days=days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One source that has to be checked again: by whom, when, and what stands on it."""

    due: date
    editor: str
    organisation: str
    name: str
    source: Source
    freshness: Freshness
    contact: Contact
    path: str
    activities: tuple[str, ...]  # the names of what stands on this source


def duties(
    organisations: Iterable[Organisation], activities: Iterable[Activity], today: date
) -> tuple[Duty, ...]:
    """What has to be checked again, one for each source of an organisation, soonest first."""
    by_holder: dict[str, list[Activity]] = {}
    for one in activities:
        by_holder.setdefault(one.organisation, []).append(one)
    found = [
        duty for one in organisations for duty in _duties_of(one, by_holder.get(one.id, []), today)
    ]
    return tuple(sorted(found, key=lambda duty: (duty.due, duty.organisation, duty.source.url)))


def _duties_of(
    organisation: Organisation, activities: list[Activity], today: date
) -> Iterable[Duty]:
    resting: dict[tuple[str, date | None], list[Activity]] = {}
    sources = {(organisation.source.url, organisation.source.read): organisation.source}
    for one in activities:
        source = one.source or organisation.source
        sources.setdefault((source.url, source.read), source)
        resting.setdefault((source.url, source.read), []).append(one)
    for key, source in sources.items():
        mine = resting.get(key, [])
        statuses = [organisation.status, *(one.status for one in mine)]
        yield Duty(
            due=min(due_on(source, status) for status in statuses),
            editor=organisation.editor,
            organisation=organisation.id,
            name=organisation.name,
            source=source,
            freshness=freshness_of(source, organisation.status, today),
            contact=organisation.contact,
            path=organisation.origin.path if organisation.origin else "",
            activities=tuple(one.name for one in mine),
        )


def _day(text: str | None) -> date | None:
    """The first day of a date that may be only a month or a year."""
    parts = [int(part) for part in (text or "").split("-") if part.isdecimal()]
    if not 1 <= len(parts) <= 3:
        return None
    parts += [1] * (3 - len(parts))
    try:
        return date(parts[0], parts[1], parts[2])
    except ValueError:
        return None
