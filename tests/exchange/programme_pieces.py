"""Small invented activities, organisations and changes to build tests from."""

from datetime import date, datetime, time

from bot.core.model import Activity, Kind, Location, Organisation, Source, Status
from bot.core.programme.changes import Author, Change, Scope, What
from bot.exchange.icalendar.file import Horizon
from bot.exchange.listing import Listing
from bot.exchange.record import Feed

NOW = datetime(2026, 11, 22, 12, 0)
HORIZON = Horizon(now=NOW, first=date(2026, 11, 22), last=date(2027, 11, 22))
FEED = Feed(id="proef", name="Proefbron", address="https://proef.example/feed", read=NOW.date())
SOURCE = Source(url="https://proef.example/inloop", name="De proef", read=date(2026, 11, 1))
ORGANISATION = Organisation(
    id="proef",
    name="Stichting De Proef",
    kind="herstelruimte",
    summary="Een plek om binnen te lopen.",
    status=Status.ACTIVE,
    source=SOURCE,
)
LOCATION = Location(
    id="proef/hoek",
    name="De Hoek",
    town="Emmen",
    street="Dorpsstraat 1",
    postcode="7811 AA",
    lat=52.7858,
    lon=6.8976,
    exact=True,
)


def activity(when: str = "elke donderdag 19.30-21.00", **fields: object) -> Activity:
    """An activity with these words about when, and anything else that a test is about."""
    given = {
        "id": "proef/inloop",
        "organisation": "proef",
        "name": "Inloop",
        "kind": Kind.DROP_IN,
        "location": "proef/hoek",
        "when": when,
        "source": SOURCE,
        **fields,
    }
    return Activity(**given)  # type: ignore[arg-type]


def listing(when: str = "elke donderdag 19.30-21.00", **fields: object) -> Listing:
    """The listing of such an activity."""
    return Listing(activity=activity(when, **fields), organisation=ORGANISATION, location=LOCATION)


def change(what: What, first: date, last: date | None = None, **fields: object) -> Change:
    """A change of that activity by a coordinator, on one day unless a last day is given."""
    given = {
        "id": f"{what}-{first}",
        "what": what,
        "scope": Scope.ACTIVITY,
        "subject": "proef/inloop",
        "first": first,
        "last": last or first,
        "entered": datetime(2026, 11, 20, 9, 0),
        "effective": date(2026, 11, 20),
        "author": Author.COORDINATOR,
        **fields,
    }
    return Change(**given)  # type: ignore[arg-type]


EVENING = time(20, 0)
