"""One activity with all that an export may say of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.core.model import Activity, Location, Organisation
from bot.exchange.record import ImportedMeeting, Json
from bot.knowledge.dutch import ASPECTS

ASPECT_NAMES = {aspect: name for name, aspect in ASPECTS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An activity, where it is, who holds it, and what its source said besides."""

    activity: Activity
    organisation: Organisation
    location: Location | None = None
    identity: str = ""  # its id in the source, for what was imported
    extra: Mapping[str, Json] = field(default_factory=dict)
    instead_of: Mapping[str, Json] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def listing_of(meeting: ImportedMeeting) -> Listing:
    """What an imported record says, ready to be written out again."""
    return Listing(
        activity=meeting.activity,
        organisation=meeting.organisation,
        location=meeting.location,
        identity=meeting.provenance.identity,
        extra=meeting.extra,
        instead_of=meeting.instead_of,
        left_out=meeting.left_out,
    )


def listings_of(
    activities: Iterable[Activity],
    organisations: Mapping[str, Organisation],
    locations: Mapping[str, Location],
) -> tuple[Listing, ...]:
    """The listings of a programme, by the id of the activity."""
    return tuple(
        Listing(
            activity=one,
            organisation=organisations[one.organisation],
            location=locations.get(one.location) if one.location else None,
        )
        for one in sorted(activities, key=lambda one: one.id)
    )
